"""All ways through a tile, summed: how probable each link is, and the most probable way."""

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from reviewer.alignment.link import Link
from reviewer.alignment.model import Model, Shape
from reviewer.alignment.side import Doubles, Floats
from reviewer.alignment.tiles import Tile

_NEVER = -1e30
_TINY = 1e-300
_HUGE = 690.0
"""Largest exponent, so that no product overflows."""
_TILT = 300.0
"""Exponent by which the numbers of a row are tilted for a running sum."""
_LINK_PRICE = 0.4
"""What a link must be worth: half the F1 hoped for, so that the chosen links' expected F1 is greatest."""


@dataclass(frozen=True)
class Way:
    """The links chosen in a tile, and how sure the point behind each of them is."""

    links: list[Link]
    sure: list[float]
    """Probability that both texts are cut where the link ends."""


def ways(tiles: list[Tile], scored: dict[Shape, Floats], model: Model) -> list[Way]:
    """Return for each tile the links of greatest expected F1, with their probabilities."""
    lattice = _Lattice(tiles, scored, model)
    linked, skipped, added, cut = lattice.posteriors()
    return _chosen(tiles, linked, skipped, added, cut)


class _Lattice:
    """Sums of weights over all ways, in plain numbers.

    Every way uses up every row and every column, so a factor for each of them changes no probability:
    a column is weighted such that going on with added segments costs little (a running sum of tilted
    numbers then suffices), a row such that its best pair costs nothing. What is left stays within the range of a
    double, and each row of sums is scaled to 1 besides.
    """

    def __init__(self, tiles: list[Tile], scored: dict[Shape, Floats], model: Model) -> None:
        self.tiles = tiles
        self.count = len(tiles)
        self.high = max(t.height for t in tiles)
        self.wide = max(t.width for t in tiles)
        # Wide tiles need the whole factor; in others less of it leaves more of the range to the ways.
        less = min(-model.extending, _TILT / self.wide)
        free = -model.extending - less
        self.tilt: Doubles = np.exp(less * np.arange(self.wide + 1))
        rows = _row_potentials(scored, self.count, self.high, free)
        upto = np.concatenate([np.zeros((self.count, 1)), np.cumsum(rows, 1)], 1)
        self.weights = {
            (m, n): np.exp(np.maximum(score + n * free - (upto[:, m:] - upto[:, :-m])[:, :, None], -_HUGE))
            for (m, n), score in scored.items()
        }
        self.skip_on: Doubles = np.exp(model.extending - rows)[:, :, None]
        self.skip: Doubles = np.exp(model.opening - rows)[:, :, None]
        self.add = math.exp(model.opening + free)

    def _forward(self) -> tuple[Doubles, Doubles, Doubles, Doubles]:
        """Return sums over all ways from the start to each point by what the way ends with, and the
        logarithms of what each row was divided by.

        Ends: a link, source segments left out, target segments added. Added ones may follow left-out
        ones but not the reverse, so that a stretch of both is counted once.
        """
        shape = (self.count, self.high + 1, self.wide + 1)
        linked, skipped, added, ended = np.zeros(shape), np.zeros(shape), np.zeros(shape), np.zeros(shape)
        scale = np.zeros((self.count, self.high + 1))
        wide = self.wide + 1
        for i in range(self.high + 1):
            row = linked[:, i]
            if i == 0:
                row[:, 0] = 1.0
            else:
                for (m, n), weight in self.weights.items():
                    if m == 1:
                        row[:, n:] += ended[:, i - 1, : wide - n] * weight[:, i - 1]
                    elif m <= i:
                        step = np.exp(scale[:, i - m] - scale[:, i - 1])[:, None]
                        row[:, n:] += ended[:, i - m, : wide - n] * weight[:, i - m] * step
                skipped[:, i] = linked[:, i - 1] * self.skip[:, i - 1] + skipped[:, i - 1] * self.skip_on[:, i - 1]
            paired = row + skipped[:, i]
            np.cumsum(paired[:, :-1] * (self.add * self.tilt[:-1]), axis=1, out=added[:, i, 1:])
            added[:, i, 1:] /= self.tilt[:-1]
            np.add(paired, added[:, i], out=ended[:, i])
            top = np.maximum(ended[:, i].max(1), _TINY)
            scale[:, i] = np.log(top) + (scale[:, i - 1] if i else 0.0)
            for sums in (linked, skipped, added, ended):
                sums[:, i] /= top[:, None]
        return linked, skipped, added, scale

    def _backward(self) -> tuple[Doubles, Doubles, Doubles, Doubles]:
        """Return sums over all ways from each point to the end by what stands before the point."""
        shape = (self.count, self.high + 1, self.wide + 1)
        linked, skipped, added = np.zeros(shape), np.zeros(shape), np.zeros(shape)
        scale = np.zeros((self.count, self.high + 2))
        start = np.zeros(shape)
        for k, tile in enumerate(self.tiles):
            start[k, tile.height, tile.width] = 1.0
        started = np.array([tile.height for tile in self.tiles])
        wide = self.wide + 1
        for i in range(self.high, -1, -1):
            rest = start[:, i]
            for (m, n), weight in self.weights.items():
                if i + m <= self.high:
                    step = np.exp(scale[:, i + m] - scale[:, i + 1])[:, None]
                    rest[:, : wide - n] += linked[:, i + m, n:] * weight[:, i] * step
            added[:, i] = np.cumsum((rest / self.tilt)[:, ::-1], axis=1)[:, ::-1] * self.tilt
            skipping = rest.copy()
            skipping[:, :-1] += added[:, i, 1:] * self.add
            linked[:, i] = skipped[:, i] = skipping
            if i < self.high:
                linked[:, i] += skipped[:, i + 1] * self.skip[:, i]
                skipped[:, i] += skipped[:, i + 1] * self.skip_on[:, i]
            top = np.where(i <= started, np.maximum(linked[:, i].max(1), _TINY), 1.0)
            scale[:, i] = np.log(top) + scale[:, i + 1]
            for sums in (linked, skipped, added):
                sums[:, i] /= top[:, None]
        return linked, skipped, added, scale[:, :-1]

    def posteriors(self) -> tuple[dict[Shape, Floats], Doubles, Doubles, Doubles]:
        """Return the probabilities of each link `[tile, row, column]`, of each row being left out, of
        each column being added, and of both texts being cut at each point."""
        linked, skipped, added, reached = self._forward()
        after_link, after_skipped, after_added, left = self._backward()
        ended = linked + skipped + added
        ends = [(k, t.height, t.width) for k, t in enumerate(self.tiles)]
        total = np.array([math.log(max(ended[e], _TINY)) + reached[e[:2]] for e in ends])[:, None]
        through = linked * after_link + skipped * after_skipped + added * after_added
        # Where half a text is missing, the right way may fall out of a double's range on one of its sides;
        # a row is then measured by the best of its points, or their probabilities would be above 1.
        total = np.maximum(total, np.log(np.maximum(through.max(2), _TINY)) + reached + left)
        pairs: dict[Shape, Floats] = {}
        for (m, n), weight in self.weights.items():
            rows = slice(self.high - m + 1)
            factor = np.exp(np.minimum(reached[:, rows] + left[:, m:] - total[:, rows], _HUGE))
            pair = ended[:, : self.high - m + 1, : self.wide - n + 1] * weight
            pair *= after_link[:, m:, n:]
            pair *= factor[:, :, None]
            pairs[m, n] = pair.astype(np.float32)
        factor = np.exp(np.minimum(reached + left - total, _HUGE))[:, :, None]
        left_out = skipped * after_skipped * factor
        put_in = added * after_added * factor
        return pairs, left_out.sum(2)[:, 1:], put_in.sum(1)[:, 1:], through * factor


def _row_potentials(scored: dict[Shape, Floats], count: int, high: int, free: float) -> Doubles:
    """Return for each row the least number that, taken from the scores of the links over it, leaves none
    above 0."""
    rows = np.full((count, high), -free)
    for (m, n), score in sorted(scored.items()):
        best = score.max(2) + n * free
        over = best - sum(rows[:, k : high - m + 1 + k] for k in range(m))
        np.maximum(over, 0, out=over)
        for k in range(m):
            rows[:, k : high - m + 1 + k] += over / m
    return rows


def _chosen(
    tiles: list[Tile], linked: dict[Shape, Floats], skipped: Doubles, added: Doubles, cut: Doubles
) -> list[Way]:
    """Return the ways whose links have the greatest sum of probability less price."""
    count, rows, columns = cut.shape
    best = np.full((count, rows, columns), _NEVER)
    taken = np.zeros((count, rows, columns), np.int8)
    shapes = list(linked)
    worth = np.concatenate([np.zeros((count, 1)), np.cumsum(added - _LINK_PRICE, 1)], 1)
    for i in range(rows):
        row, how = best[:, i], taken[:, i]
        if i == 0:
            row[:, 0] = 0.0
        else:
            row[:] = best[:, i - 1] + (skipped[:, i - 1] - _LINK_PRICE)[:, None]
            how[:] = -1
            for b, (m, n) in enumerate(shapes):
                if m <= i:
                    offer = best[:, i - m, : columns - n] + (linked[m, n][:, i - m] - _LINK_PRICE)
                    better = offer > row[:, n:]
                    row[:, n:][better] = offer[better]
                    how[:, n:][better] = b
        run = np.maximum.accumulate(row - worth, axis=1) + worth
        longer = run > row + 1e-9
        row[longer] = run[longer]
        how[longer] = -2
    return [
        _traced(tile, taken[k], shapes, {s: p[k] for s, p in linked.items()}, skipped[k], added[k], cut[k])
        for k, tile in enumerate(tiles)
    ]


def _traced(
    tile: Tile,
    taken: npt.NDArray[np.int8],
    shapes: list[Shape],
    linked: dict[Shape, Floats],
    skipped: Doubles,
    added: Doubles,
    cut: Doubles,
) -> Way:
    i, j = tile.height, tile.width
    links: list[Link] = []
    sure: list[float] = []
    while i or j:
        how = int(taken[i, j])
        sure.append(float(cut[i, j]))
        if how == -2 or i == 0:
            j -= 1
            links.append(Link((), (tile.left + j,), min(1.0, float(added[j]))))
        elif how == -1 or j == 0:
            i -= 1
            links.append(Link((tile.top + i,), (), min(1.0, float(skipped[i]))))
        else:
            m, n = shapes[how]
            i, j = i - m, j - n
            links.append(
                Link(
                    tuple(range(tile.top + i, tile.top + i + m)),
                    tuple(range(tile.left + j, tile.left + j + n)),
                    min(1.0, float(linked[m, n][i, j])),
                )
            )
    return Way(links[::-1], sure[::-1])
