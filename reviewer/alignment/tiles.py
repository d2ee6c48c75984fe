"""Rectangles of the alignment plane, the unit of work: what lies between two trusted points."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from reviewer.alignment.side import Ints

_WASTE = 1.5
"""Cells computed for a cell needed, at most."""


class Tile(NamedTuple):
    """Source segments `[top, bottom)` against target segments `[left, right)`."""

    top: int
    bottom: int
    left: int
    right: int

    @property
    def height(self) -> int:
        """How many source segments."""
        return self.bottom - self.top

    @property
    def width(self) -> int:
        """How many target segments."""
        return self.right - self.left

    @property
    def area(self) -> int:
        """How many points of the plane, borders included: what summing all ways through it costs."""
        return (self.height + 1) * (self.width + 1)


def between(points: Sequence[tuple[int, int]], height: int, width: int) -> list[Tile]:
    """Return the tiles that increasing `points` cut the plane into."""
    corners = [(0, 0), *points, (height, width)]
    return [Tile(a[0], b[0], a[1], b[1]) for a, b in pairwise(corners) if b[0] > a[0] or b[1] > a[1]]


def batches(tiles: Sequence[Tile], cells: int) -> Iterator[list[Tile]]:
    """Yield the tiles in groups of like shape that take at most `cells` cells when padded to one size.

    A tile larger than that is a group of its own.
    """
    group: list[Tile] = []
    tall = wide = area = 0
    for tile in sorted(tiles, key=lambda t: (t.height + t.width, t.height)):
        h, w = max(tall, tile.height), max(wide, tile.width)
        area += tile.area
        padded = (len(group) + 1) * (h + 1) * (w + 1)
        if group and (padded > cells or padded > _WASTE * area):
            yield group
            group, h, w, area = [], tile.height, tile.width, tile.area
        group.append(tile)
        tall, wide = h, w
    if group:
        yield group


def ranges(first: Ints, count: Ints) -> Ints:
    """Return `first[k], first[k] + 1, …` (`count[k]` of them) one after the other."""
    ends = np.cumsum(count)
    total = int(ends[-1]) if len(ends) else 0
    steps: Ints = np.arange(total) + np.repeat(first - (ends - count), count)
    return steps
