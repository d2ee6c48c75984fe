"""Points that hold two texts together: the longest run that increases on both sides, and who stands by whom."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

Point = tuple[int, int]
"""A source segment and a target segment."""

_NEIGHBOURS = 4
"""How many points before and behind may support a point."""
_SUPPORT = 4
"""How many of them must."""
_NEAR = 100
"""Segments within which they may."""
_PLAY, _UNEVEN = 3, 0.2
"""Segments by which the ways to a neighbour may differ on the two sides, and share of the way besides."""


def chain(points: Iterable[Point]) -> list[Point]:
    """Return the longest run of points that increases on both sides (patience sorting)."""
    ordered = sorted(points, key=lambda p: (p[0], -p[1]))
    tails: list[int] = []
    last: list[int] = []
    before = [-1] * len(ordered)
    for k, (_, j) in enumerate(ordered):
        place = bisect_left(tails, j)
        if place == len(tails):
            tails.append(j)
            last.append(k)
        else:
            tails[place] = j
            last[place] = k
        before[k] = last[place - 1] if place else -1
    found: list[Point] = []
    k = last[-1] if last else -1
    while k >= 0:
        found.append(ordered[k])
        k = before[k]
    return found[::-1]


def supported(points: Sequence[Point]) -> list[Point]:
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
