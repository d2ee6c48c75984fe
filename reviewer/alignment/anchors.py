"""Points of the plane that rare common words hold fast, to cut long texts into tiles."""

import numpy as np

from reviewer.alignment.chain import Point, chain, supported
from reviewer.alignment.seeds import Lexicon
from reviewer.alignment.side import Ints, Side
from reviewer.alignment.tiles import ranges

_RARE = 3
"""A word in more segments than this holds nothing fast."""
_WEIGHT = 0.4
"""Least trust in the links of a pair, each shared among the places its words stand in."""


def anchors(source: Side, target: Side, lexicon: Lexicon) -> list[Point]:
    """Return pairs of segments that share rare words, increasing on both sides, each with support.

    A pair counts when at least two of the nearest pairs of the chain lie on a line of about equal pace
    with it, so that a chance meeting of two names does not bend the way.
    """
    return supported(chain(_meetings(source, target, lexicon)))


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
