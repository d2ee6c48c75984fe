"""The longest run of points that increases on both sides."""

from bisect import bisect_left
from collections.abc import Iterable

Point = tuple[int, int]
"""A source segment and a target segment."""


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
