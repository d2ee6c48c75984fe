"""How well the words of segments explain each other."""

from dataclasses import dataclass

import numpy as np

from reviewer.alignment.seeds import Lexicon
from reviewer.alignment.side import Floats, Ints, Side
from reviewer.alignment.tiles import Tile, ranges

REACH = 4
"""Most segments of one side that a link may have."""
_FLOOR = -12.0
"""Log likelihood ratio below which a segment cannot fall: one strange segment must not bend the path."""
_TOO_COMMON = 0.25
"""Words in a larger share of the segments than this say nothing about which segments belong together."""


@dataclass(frozen=True)
class _Links:
    """Lexicon entries of the explained side, sorted: word `w` has entries `first[w]` to `first[w + 1]`."""

    first: Ints
    by: Ints
    ratio: Floats
    """Probability of the word given the explaining one, over its share of the text."""
    noise: float


def _sorted(explained: Ints, by: Ints, weight: Floats, side: Side, noise: float) -> _Links:
    common = side.spread > max(_TOO_COMMON * side.count, 5)
    keep = ~common[explained] & (weight > 0)
    explained, by, weight = explained[keep], by[keep], weight[keep]
    order = np.argsort(explained, kind="stable")
    explained = explained[order]
    first = np.searchsorted(explained, np.arange(len(side.share) + 1))
    return _Links(first, by[order], weight[order] / side.share[explained], noise)


class Explainer:
    """Log likelihood ratios of segments given groups of segments of the other side, both ways."""

    def __init__(self, source: Side, target: Side, lexicon: Lexicon) -> None:
        self._source = source
        self._target = target
        self._forward = _sorted(lexicon.target, lexicon.source, lexicon.forward, target, lexicon.noise)
        self._backward = _sorted(lexicon.source, lexicon.target, lexicon.backward, source, lexicon.noise)

    def of(self, tiles: list[Tile]) -> tuple[Floats, Floats]:
        """Return the target's ratios `[m, tile, row, column]`: segment `column` given `m + 1` segments
        from `row`; and the source's `[n, tile, row, column]`: segment `row` given `n + 1` from `column`."""
        t = np.array(tiles, np.int64)
        rows, columns = t[:, :2], t[:, 2:]
        forward = _ratios(self._source, rows, self._target, columns, self._forward)
        backward = _ratios(self._target, columns, self._source, rows, self._backward)
        return forward, backward.transpose(0, 1, 3, 2)


def _ratios(given: Side, g: Ints, explained: Side, e: Ints, links: _Links) -> Floats:
    """Return `[m, tile, i, j]`: segment `j` of `explained` given segments `i` to `i + m` of `given`."""
    tiles = len(g)
    high, wide = int((g[:, 1] - g[:, 0]).max()), int((e[:, 1] - e[:, 0]).max())
    out = np.zeros((REACH, tiles, high, wide), np.float32)
    # Words to be explained, one row for each different word of a tile.
    span = explained.start[e[:, 1]] - explained.start[e[:, 0]]
    at = ranges(explained.start[e[:, 0]], span)
    tile = np.repeat(np.arange(tiles), span)
    word = explained.token[at]
    cell = tile * wide + explained.segment[at] - e[tile, 0]
    entries = links.first[word + 1] - links.first[word]
    known = entries > 0
    size = len(explained.share)
    keys, row = np.unique((tile * size + word)[known], return_inverse=True)
    cell = cell[known]
    if not len(keys):
        return out
    # The explaining words of the same tile.
    span = given.start[g[:, 1]] - given.start[g[:, 0]]
    at = ranges(given.start[g[:, 0]], span)
    tile = np.repeat(np.arange(tiles), span)
    stock = tile * len(given.share) + given.token[at]
    place = given.segment[at] - g[tile, 0]
    order = np.argsort(stock, kind="stable")
    stock, place = stock[order], place[order]
    # Joined: which links of a row's word occur in its tile, and where.
    row_tile, row_word = keys // size, keys % size
    count = links.first[row_word + 1] - links.first[row_word]
    link = ranges(links.first[row_word], count)
    owner = np.repeat(np.arange(len(keys)), count)
    wanted = row_tile[owner] * len(given.share) + links.by[link]
    low = np.searchsorted(stock, wanted)
    hits = np.searchsorted(stock, wanted, side="right") - low
    some = hits > 0
    owner, link, low, hits = owner[some], link[some], low[some], hits[some]
    column = place[ranges(low, hits)]
    explained_by = np.bincount(
        np.repeat(owner, hits) * high + column, np.repeat(links.ratio[link], hits), len(keys) * high
    )
    likelihood = explained_by.astype(np.float32).reshape(len(keys), high)
    alive = np.zeros(len(keys), bool)
    alive[owner] = True
    renumbered = np.cumsum(alive) - 1
    likelihood = likelihood[alive]
    noise = links.noise
    base = np.float32(np.log(noise)) if noise < 1 else np.float32(0)
    penalty = np.bincount(cell, minlength=tiles * wide).astype(np.float32) * base
    penalty = penalty.reshape(1, tiles, 1, wide)
    # Rows back to the segments their words stand in.
    live = alive[row]
    cell, row = cell[live], renumbered[row[live]]
    heads = np.flatnonzero(np.diff(cell, prepend=-1))
    inside = cell[heads]
    words_in = np.ones((tiles, high), np.float32)
    spot = ranges(g[:, 0], g[:, 1] - g[:, 0])
    spot_tile = np.repeat(np.arange(tiles), g[:, 1] - g[:, 0])
    words_in[spot_tile, spot - g[spot_tile, 0]] = given.words_in[spot]
    words_in = words_in[row_tile[alive]]
    odds = np.float32((1 - noise) / noise if noise < 1 else 1)
    total, together = words_in.copy(), likelihood.copy()
    for m in range(REACH):
        if m:
            total[:, :-m] += words_in[:, m:]
            together[:, :-m] += likelihood[:, m:]
        if len(heads):
            gain = np.log1p(odds * together / total)
            sums = np.add.reduceat(gain[row], heads, axis=0)
            out[m].transpose(0, 2, 1)[inside // wide, inside % wide] = sums
    out += penalty
    return np.maximum(out, _FLOOR, out=out)
