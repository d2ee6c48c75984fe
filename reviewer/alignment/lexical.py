"""How well the words of segments explain each other."""

from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from reviewer.alignment.seeds import Lexicon
from reviewer.alignment.side import Floats, Ints, Side
from reviewer.alignment.tiles import Tile, ranges

_FLOOR = -12.0
"""Log likelihood ratio below which a segment cannot fall: one strange segment must not bend the path."""
_SMALL = 400
"""Different words of a tile up to which a product with a sparse matrix is fastest done densely."""
_TOO_COMMON = 0.25
"""Words in a larger share of the segments than this say nothing about which segments belong together."""


@dataclass(frozen=True)
class _Links:
    """Lexicon entries of the explained side, sorted: word `w` has entries `first[w]` to `first[w + 1]`."""

    first: Ints
    by: Ints
    ratio: Floats
    """Odds that the word comes from the explaining one and not from chance, noise included."""
    silence: Floats
    """Log likelihood ratio of the word where nothing explains it."""


def _sorted(explained: Ints, by: Ints, weight: Floats, side: Side, noise: Floats | None) -> _Links:
    common = side.spread > max(_TOO_COMMON * side.count, 5)
    keep = ~common[explained] & (weight > 0)
    explained, by, weight = explained[keep], by[keep], weight[keep]
    order = np.argsort(explained, kind="stable")
    explained = explained[order]
    first = np.searchsorted(explained, np.arange(len(side.share) + 1))
    ratio = weight[order] / side.share[explained]
    if noise is None:
        return _Links(first, by[order], ratio, np.zeros(len(side.share), np.float32))
    return _Links(first, by[order], ratio * ((1 - noise) / noise)[explained], np.log(noise))


class Explainer:
    """Log likelihood ratios of segments given groups of segments of the other side, both ways."""

    def __init__(self, source: Side, target: Side, lexicon: Lexicon) -> None:
        self._source = source
        self._target = target
        self._forward = _sorted(lexicon.target, lexicon.source, lexicon.forward, target, lexicon.forward_noise)
        self._backward = _sorted(lexicon.source, lexicon.target, lexicon.backward, source, lexicon.backward_noise)

    def of(self, tiles: list[Tile], reach: int) -> tuple[Floats, Floats]:
        """Return likelihood ratios for groups of up to `reach` segments.

        The target's are `[m, tile, row, column]`: segment `column` given `m + 1` segments from `row`; the
        source's `[n, tile, row, column]`: segment `row` given `n + 1` from `column`.
        """
        t = np.array(tiles, np.int64)
        rows, columns = t[:, :2], t[:, 2:]
        forward = _ratios(self._source, rows, self._target, columns, self._forward, reach)
        backward = _ratios(self._target, columns, self._source, rows, self._backward, reach)
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


def _ratios(
    given: Side, given_parts: Ints, explained: Side, explained_parts: Ints, links: _Links, reach: int
) -> Floats:
    """Return `[m, tile, i, j]`: segment `j` of `explained` given segments `i` to `i + m` of `given`."""
    tiles = len(given_parts)
    high = int((given_parts[:, 1] - given_parts[:, 0]).max())
    wide = int((explained_parts[:, 1] - explained_parts[:, 0]).max())
    out = np.zeros((reach, tiles, high, wide), np.float32)
    # A row for each different word of a tile that has links; a cell for each of its segments.
    words = _words(explained, explained_parts)
    known = links.first[words.word + 1] > links.first[words.word]
    words = _Words(words.tile[known], words.word[known], words.place[known])
    row_tile, row_word, row = _numbered(words, tiles, len(explained.share))
    cell = words.tile * wide + words.place
    silence = np.bincount(cell, links.silence[words.word], tiles * wide).astype(np.float32)
    # Most words have no counterpart in their tile; only the others need a place in the matrix.
    met, met_at, ratio = _met(_words(given, given_parts), len(given.share), tiles, row_tile, row_word, links)
    alive = np.zeros(len(row_tile), bool)
    alive[met] = True
    renumbered = np.cumsum(alive) - 1
    row_tile = row_tile[alive]
    found = np.bincount(renumbered[met] * high + met_at, ratio, len(row_tile) * high)
    gain = _gains(
        found.reshape(len(row_tile), high).astype(np.float32), _words_in(given, given_parts, high), row_tile, reach
    )
    live = alive[row]
    cell, row = cell[live], renumbered[row[live]]
    rows = np.searchsorted(row_tile, np.arange(tiles + 1))
    cells = np.searchsorted(cell, np.arange(tiles + 1) * wide)
    for k in range(tiles):
        part = slice(cells[k], cells[k + 1])
        sums = _summed(gain[rows[k] : rows[k + 1]], row[part] - rows[k], cell[part] - k * wide, wide)
        out[:, k] = sums.reshape(wide, reach, high).transpose(1, 2, 0)
    out += silence.reshape(1, tiles, 1, wide)
    return np.maximum(out, _FLOOR, out=out)


def _summed(gain: Floats, row: Ints, cell: Ints, wide: int) -> Floats:
    """Return for each segment (cell) the sum of the gains of the words (rows) that stand in it."""
    count = len(gain)
    values = gain.reshape(count, gain.shape[1] * gain.shape[2])
    if count < _SMALL:
        times = np.bincount(cell * count + row, minlength=wide * count).reshape(wide, count)
        product: Floats = times.astype(np.float32) @ values
        return product
    sums = np.zeros((wide, values.shape[1]), np.float32)
    ends = np.searchsorted(cell, np.arange(wide + 1)).tolist()
    for j, (first, last) in enumerate(pairwise(ends)):
        if last > first:
            np.add.reduce(values[row[first:last]], axis=0, out=sums[j])
    return sums


def _numbered(words: _Words, tiles: int, size: int) -> tuple[Ints, Ints, Ints]:
    """Return tile and word of every different word of each tile, and which of them each running word is."""
    stock = np.flatnonzero(np.bincount(words.word, minlength=size))
    local = np.zeros(size, np.int64)
    local[stock] = np.arange(len(stock))
    key = words.tile * len(stock) + local[words.word]
    present = np.zeros(tiles * len(stock), bool)
    present[key] = True
    number = np.cumsum(present) - 1
    keys = np.flatnonzero(present)
    return keys // max(1, len(stock)), stock[keys % max(1, len(stock))], number[key]


def _met(
    words: _Words, size: int, tiles: int, row_tile: Ints, row_word: Ints, links: _Links
) -> tuple[Ints, Ints, Floats]:
    """Return where a row's word meets a word linked to it in its tile: row, segment, likelihood ratio."""
    tile, word, number = _numbered(words, tiles, size)
    # Where each different word's places begin and how many there are, in a table by tile and word.
    place = words.place[np.argsort(number, kind="stable")]
    count = np.bincount(number, minlength=len(tile))
    first = np.cumsum(count) - count
    local = np.full(size, -1, np.int64)
    stock = np.unique(word)
    local[stock] = np.arange(len(stock))
    table = np.full(tiles * len(stock) + 1, -1, np.int32)
    table[tile * len(stock) + local[word]] = np.arange(len(tile))
    entries = links.first[row_word + 1] - links.first[row_word]
    link = ranges(links.first[row_word], entries)
    row = np.repeat(np.arange(len(row_word)), entries)
    by = local[links.by[link]]
    there = table[np.where(by < 0, -1, row_tile[row] * len(stock) + by)]
    hit = there >= 0
    row, link, there = row[hit], link[hit], there[hit]
    count = count[there]
    return np.repeat(row, count), place[ranges(first[there], count)], np.repeat(links.ratio[link], count)


def _words_in(side: Side, parts: Ints, size: int) -> Floats:
    """Return `[tile, segment]` how many words the segments of parts have, at least 1."""
    out = np.ones((len(parts), size), np.float32)
    count = parts[:, 1] - parts[:, 0]
    at = ranges(parts[:, 0], count)
    tile = np.repeat(np.arange(len(parts)), count)
    out[tile, at - parts[tile, 0]] = side.words_in[at]
    return out


def _gains(found: Floats, words_in: Floats, tile: Ints, reach: int) -> Floats:
    """Return `[row, m, i]`: log likelihood ratio, above silence, of a word given segments `i` to `i + m`."""
    gain = np.empty((len(found), reach, found.shape[1]), np.float32)
    total = np.repeat(words_in[:, None], reach, axis=1)
    gain[:, 0] = found
    for m in range(1, reach):
        gain[:, m] = gain[:, m - 1]
        gain[:, m, :-m] += found[:, m:]
        total[:, m:, :-m] += words_in[:, None, m:]
    gain *= (1 / total)[tile]
    gain += 1
    return np.log(gain, out=gain)
