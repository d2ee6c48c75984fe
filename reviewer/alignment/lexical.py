"""How well the words of segments explain each other."""

from dataclasses import dataclass
from typing import NamedTuple

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
    odds: Floats
    """Probability that the word was explained over that it was noise, by word."""
    silence: Floats
    """Log likelihood ratio of the word where nothing explains it."""


def _sorted(explained: Ints, by: Ints, weight: Floats, side: Side, noise: Floats | None) -> _Links:
    common = side.spread > max(_TOO_COMMON * side.count, 5)
    keep = ~common[explained] & (weight > 0)
    explained, by, weight = explained[keep], by[keep], weight[keep]
    order = np.argsort(explained, kind="stable")
    explained = explained[order]
    first = np.searchsorted(explained, np.arange(len(side.share) + 1))
    if noise is None:
        odds, silence = np.ones(len(side.share), np.float32), np.zeros(len(side.share), np.float32)
    else:
        odds, silence = (1 - noise) / noise, np.log(noise)
    return _Links(first, by[order], weight[order] / side.share[explained], odds, silence)


class Explainer:
    """Log likelihood ratios of segments given groups of segments of the other side, both ways."""

    def __init__(self, source: Side, target: Side, lexicon: Lexicon) -> None:
        self._source = source
        self._target = target
        self._forward = _sorted(lexicon.target, lexicon.source, lexicon.forward, target, lexicon.forward_noise)
        self._backward = _sorted(lexicon.source, lexicon.target, lexicon.backward, source, lexicon.backward_noise)

    def of(self, tiles: list[Tile]) -> tuple[Floats, Floats]:
        """Return the target's ratios `[m, tile, row, column]`: segment `column` given `m + 1` segments
        from `row`; and the source's `[n, tile, row, column]`: segment `row` given `n + 1` from `column`."""
        t = np.array(tiles, np.int64)
        rows, columns = t[:, :2], t[:, 2:]
        forward = _ratios(self._source, rows, self._target, columns, self._forward)
        backward = _ratios(self._target, columns, self._source, rows, self._backward)
        return forward, backward.transpose(0, 1, 3, 2)


class _Words(NamedTuple):
    """The running words of the tiles' parts of one side."""

    tile: Ints
    word: Ints
    place: Ints
    """Which segment of the part a word stands in."""


def _words(side: Side, parts: Ints) -> _Words:
    first = side.start[parts[:, 0]]
    count = side.start[parts[:, 1]] - first
    at = ranges(first, count)
    tile = np.repeat(np.arange(len(parts)), count)
    return _Words(tile, side.token[at], side.segment[at] - parts[tile, 0])


def _ratios(given: Side, given_parts: Ints, explained: Side, explained_parts: Ints, links: _Links) -> Floats:
    """Return `[m, tile, i, j]`: segment `j` of `explained` given segments `i` to `i + m` of `given`."""
    tiles = len(given_parts)
    high = int((given_parts[:, 1] - given_parts[:, 0]).max())
    wide = int((explained_parts[:, 1] - explained_parts[:, 0]).max())
    out = np.zeros((REACH, tiles, high, wide), np.float32)
    # A row for each different word of a tile that has links; a cell for each of its segments.
    words = _words(explained, explained_parts)
    known = links.first[words.word + 1] > links.first[words.word]
    size = len(explained.share)
    keys, row = np.unique((words.tile * size + words.word)[known], return_inverse=True)
    cell = (words.tile * wide + words.place)[known]
    row_tile, row_word = keys // size, keys % size
    silence = np.bincount(cell, links.silence[row_word[row]], tiles * wide).astype(np.float32)
    # Most words have no counterpart in their tile; only the others need a place in the matrix.
    met, met_at, ratio = _met(_words(given, given_parts), len(given.share), row_tile, row_word, links)
    alive = np.zeros(len(keys), bool)
    alive[met] = True
    renumbered = np.cumsum(alive) - 1
    row_tile, row_word = row_tile[alive], row_word[alive]
    found = np.bincount(renumbered[met] * high + met_at, ratio, len(row_tile) * high)
    gain = _gains(
        found.reshape(len(row_tile), high).astype(np.float32),
        _words_in(given, given_parts, high)[row_tile],
        links.odds[row_word][:, None, None],
    )
    live = alive[row]
    cell, row = cell[live], renumbered[row[live]]
    rows = np.searchsorted(row_tile, np.arange(tiles + 1))
    cells = np.searchsorted(cell, np.arange(tiles + 1) * wide)
    for k in range(tiles):
        own = slice(rows[k], rows[k + 1])
        part = slice(cells[k], cells[k + 1])
        count = int(rows[k + 1] - rows[k])
        # How often each word stands in each segment, times what it gains there.
        times = np.bincount((cell[part] - k * wide) * count + row[part] - rows[k], minlength=wide * count)
        sums = times.reshape(wide, count).astype(np.float32) @ gain[own].reshape(count, REACH * high)
        out[:, k] = sums.reshape(wide, REACH, high).transpose(1, 2, 0)
    out += silence.reshape(1, tiles, 1, wide)
    return np.maximum(out, _FLOOR, out=out)


def _met(stock: _Words, size: int, row_tile: Ints, row_word: Ints, links: _Links) -> tuple[Ints, Ints, Floats]:
    """Return where a row's word meets a word linked to it in its tile: row, segment, likelihood ratio."""
    key = stock.tile * size + stock.word
    order = np.argsort(key, kind="stable")
    key, place = key[order], stock.place[order]
    count = links.first[row_word + 1] - links.first[row_word]
    link = ranges(links.first[row_word], count)
    row = np.repeat(np.arange(len(row_word)), count)
    wanted = row_tile[row] * size + links.by[link]
    low = np.searchsorted(key, wanted)
    hits = np.searchsorted(key, wanted, side="right") - low
    return np.repeat(row, hits), place[ranges(low, hits)], np.repeat(links.ratio[link], hits)


def _words_in(side: Side, parts: Ints, size: int) -> Floats:
    """Return `[tile, segment]` how many words the segments of parts have, at least 1."""
    out = np.ones((len(parts), size), np.float32)
    count = parts[:, 1] - parts[:, 0]
    at = ranges(parts[:, 0], count)
    tile = np.repeat(np.arange(len(parts)), count)
    out[tile, at - parts[tile, 0]] = side.words_in[at]
    return out


def _gains(found: Floats, words_in: Floats, odds: Floats) -> Floats:
    """Return `[row, m, i]`: log likelihood ratio, above silence, of a word given segments `i` to `i + m`."""
    gain = np.empty((len(found), REACH, found.shape[1]), np.float32)
    together, total = found.copy(), words_in.copy()
    for m in range(REACH):
        if m:
            together[:, :-m] += found[:, m:]
            total[:, :-m] += words_in[:, m:]
        np.divide(together, total, out=gain[:, m])
    gain *= odds
    gain += 1
    return np.log(gain, out=gain)
