"""All ways through a tile, summed: how probable each link is, and the most probable way."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from reviewer.alignment.link import Link
from reviewer.alignment.model import Model, Shape
from reviewer.alignment.side import Floats
from reviewer.alignment.tiles import Tile

Doubles = npt.NDArray[np.float64]
_NEVER = -1e30
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
    high, wide = max(t.height for t in tiles), max(t.width for t in tiles)
    ahead = _forward(len(tiles), high, wide, scored, model)
    behind = _backward(tiles, high, wide, scored, model)
    alpha = np.logaddexp(np.logaddexp(ahead[0], ahead[1]), ahead[2])
    ends = np.array([alpha[k, t.height, t.width] for k, t in enumerate(tiles)])[:, None, None]
    linked = {
        (m, n): np.exp(alpha[:, : high - m + 1, : wide - n + 1] + score + behind[0][:, m:, n:] - ends).astype(
            np.float32
        )
        for (m, n), score in scored.items()
    }
    skipped = np.exp(ahead[1] + behind[1] - ends).sum(2)
    added = np.exp(ahead[2] + behind[2] - ends).sum(1)
    cut = np.logaddexp(np.logaddexp(ahead[0] + behind[0], ahead[1] + behind[1]), ahead[2] + behind[2])
    cut -= ends
    np.exp(cut, out=cut)
    return _chosen(tiles, linked, skipped[:, 1:], added[:, 1:], cut)


def _forward(
    count: int, high: int, wide: int, scored: dict[Shape, Floats], model: Model
) -> tuple[Doubles, Doubles, Doubles]:
    """Return log sums over all ways from the start to each point, by what the way ends with.

    Ends: a link, source segments left out, target segments added. Added ones may follow left-out ones
    but not the reverse, so that a stretch of both is counted once.
    """
    linked = np.full((count, high + 1, wide + 1), _NEVER)
    skipped, added, any_end = linked.copy(), linked.copy(), linked.copy()
    steps = np.arange(wide + 1) * model.extending
    for i in range(high + 1):
        row = linked[:, i]
        if i == 0:
            row[:, 0] = 0.0
        else:
            for (m, n), score in scored.items():
                if m <= i:
                    part = row[:, n:]
                    np.logaddexp(part, any_end[:, i - m, : wide + 1 - n] + score[:, i - m], out=part)
            skipped[:, i] = np.logaddexp(linked[:, i - 1] + model.opening, skipped[:, i - 1] + model.extending)
        paired = np.logaddexp(row, skipped[:, i])
        first = added[:, i]
        first[:, 1:] = paired[:, :-1] + model.opening
        first -= steps
        np.logaddexp.accumulate(first, axis=1, out=first)
        first += steps
        np.logaddexp(paired, first, out=any_end[:, i])
    return linked, skipped, added


def _backward(
    tiles: list[Tile], high: int, wide: int, scored: dict[Shape, Floats], model: Model
) -> tuple[Doubles, Doubles, Doubles]:
    """Return log sums over all ways from each point to the end, by what stands before the point."""
    after_link = np.full((len(tiles), high + 1, wide + 1), _NEVER)
    after_skipped, after_added = after_link.copy(), after_link.copy()
    steps = np.arange(wide + 1)[::-1] * model.extending
    starts = np.full((len(tiles), high + 1, wide + 1), _NEVER)
    for k, t in enumerate(tiles):
        starts[k, t.height, t.width] = 0.0
    for i in range(high, -1, -1):
        rest = starts[:, i]
        for (m, n), score in scored.items():
            if i + m <= high:
                part = rest[:, : wide + 1 - n]
                np.logaddexp(part, after_link[:, i + m, n:] + score[:, i], out=part)
        # Behind an added segment: go on adding, or whatever else may follow.
        adding = after_added[:, i]
        adding[:] = rest - steps
        flipped = adding[:, ::-1]
        np.logaddexp.accumulate(flipped, axis=1, out=flipped)
        adding += steps
        entered = np.full_like(rest, _NEVER)
        entered[:, :-1] = adding[:, 1:] + model.opening
        skipping = np.logaddexp(rest, entered)
        if i < high:
            after_skipped[:, i] = np.logaddexp(skipping, after_skipped[:, i + 1] + model.extending)
            after_link[:, i] = np.logaddexp(skipping, after_skipped[:, i + 1] + model.opening)
        else:
            after_skipped[:, i] = skipping
            after_link[:, i] = skipping
    return after_link, after_skipped, after_added


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
            links.append(Link((), (tile.left + j,), float(added[j])))
        elif how == -1 or j == 0:
            i -= 1
            links.append(Link((tile.top + i,), (), float(skipped[i])))
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
