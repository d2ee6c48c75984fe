"""Points of the plane that rare common words hold fast, to cut long texts into tiles."""

from collections.abc import Sequence

import numpy as np

from reviewer.alignment.chain import Point, chain
from reviewer.alignment.seeds import Lexicon
from reviewer.alignment.side import Ints, Side
from reviewer.alignment.tiles import ranges

_RARE = 3
"""A word in more segments than this holds nothing fast."""
_WEIGHT = 0.4
"""Least trust in the links of a pair, each shared among the places its words stand in."""
_NEIGHBOURS = 4
"""How many points before and behind may support a point."""
_SUPPORT = 4
"""How many of them must."""
_NEAR = 100
"""Segments within which they may."""
_PLAY, _UNEVEN = 3, 0.2
"""Segments by which the ways to a neighbour may differ on the two sides, and share of the way besides."""


def anchors(source: Side, target: Side, lexicon: Lexicon) -> list[Point]:
    """Return pairs of segments that share rare words, increasing on both sides, each with support.

    A pair counts when at least two of the nearest pairs of the chain lie on a line of about equal pace
    with it, so that a chance meeting of two names does not bend the way.
    """
    return _supported(chain(_meetings(source, target, lexicon)))


def _meetings(source: Side, target: Side, lexicon: Lexicon) -> list[Point]:
    rare = (source.spread[lexicon.source] <= _RARE) & (target.spread[lexicon.target] <= _RARE)
    s, t = lexicon.source[rare], lexicon.target[rare]
    trust = lexicon.forward[rare]
    rows, row_first, row_count = _places(source, s)
    columns, column_first, column_count = _places(target, t)
    link = np.repeat(np.arange(len(s)), row_count)
    row = rows[ranges(row_first, row_count)]
    again = column_count[link]
    column = columns[ranges(column_first[link], again)]
    row, link = np.repeat(row, again), np.repeat(link, again)
    if not len(row):
        return []
    key, where = np.unique(row * target.count + column, return_inverse=True)
    weight = np.bincount(where, trust[link] / np.maximum(row_count, column_count)[link])
    key = key[weight >= _WEIGHT]
    return list(zip((key // target.count).tolist(), (key % target.count).tolist(), strict=True))


def _places(side: Side, words: Ints) -> tuple[Ints, Ints, Ints]:
    """Return where words stand: all segments in word order, and first and count for each asked word."""
    order = np.argsort(side.token, kind="stable")
    token = side.token[order]
    first = np.searchsorted(token, words)
    return side.segment[order], first, np.searchsorted(token, words, side="right") - first


def _supported(points: Sequence[Point]) -> list[Point]:
    """Return the points that have enough of their neighbours on a line of about equal pace with them."""
    good: list[Point] = []
    for k, (i, j) in enumerate(points):
        near = [*points[max(0, k - _NEIGHBOURS) : k], *points[k + 1 : k + 1 + _NEIGHBOURS]]
        support = 0
        for a, b in near:
            x, y = abs(a - i), abs(b - j)
            support += x <= _NEAR and abs(x - y) <= _PLAY + _UNEVEN * min(x, y)
        if support >= _SUPPORT:
            good.append((i, j))
    return good
