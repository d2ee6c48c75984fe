"""What a good link looks like: log-linear weights of shape, length, words and traits."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from reviewer.alignment.lexical import Explainer
from reviewer.alignment.link import Link
from reviewer.alignment.side import Floats, Side
from reviewer.alignment.tiles import Tile
from reviewer.alignment.traits import Trait, learnt

Shape = tuple[int, int]
"""How many source and target segments a link has."""

SHAPES: dict[Shape, float] = {
    (1, 1): 0.634, (1, 2): 0.118, (2, 1): 0.118, (2, 2): 0.029, (1, 3): 0.029, (3, 1): 0.029,
    (1, 4): 0.0095, (4, 1): 0.0095, (2, 3): 0.0077, (3, 2): 0.0077, (3, 3): 0.0027,
}  # fmt: skip
"""Probabilities of shapes before anything is known about a pair of texts."""
_LONGEST: dict[Shape, float] = {(1, 5): 0.003, (5, 1): 0.003}
"""Those of shapes looked for at last: rare and costly."""

_OPENING = -4.0
_EXTENDING = -2.5
_SPREAD = 4.0
_LACKING = 0.4
"""Logarithm of the lengths' ratio from which on one text must lack something: no language is so terse."""
_FAMILIAR = 0.35
"""Weight of the words where a dictionary has been learnt."""
_BELIEF = 30.0
"""How many links what is believed beforehand counts for."""
_CERTAIN = 60.0
"""Log weight given to a link that there must be; no other can make up for it."""
_MEDIAN_SQUARE = 0.549
"""Median of the square of a variable with Student's t distribution of 4 degrees."""


@dataclass(frozen=True)
class Model:
    """Weights of one pair of texts."""

    ratio: float
    """Target characters for one source character."""
    traits: tuple[Trait, ...]
    shapes: dict[Shape, float] = field(
        default_factory=lambda: {shape: math.log(p / SHAPES[1, 1]) - 0.14 for shape, p in SHAPES.items()}
    )
    """Log weights."""
    opening: float = _OPENING
    """Log weight of a segment without a counterpart that follows a pair."""
    extending: float = _EXTENDING
    """Log weight of another one that follows."""
    lexical: float = 0.2
    """Weight of the words: they are not independent of each other."""
    spread: float = _SPREAD
    """Variance of the target's length, in characters, for each character."""

    def lengths(self, source: Floats, target: Floats) -> Floats:
        """Return the log likelihood (Student's t, 4 degrees) of the lengths, up to a constant."""
        misfit: Floats = np.log1p(_misfit(source, target, self.ratio) / np.float32(4 * self.spread))
        return misfit * np.float32(-2.5)


def _misfit(source: Floats, target: Floats, ratio: float) -> Floats:
    """Return the squared difference of lengths for each character of their mean."""
    mean = np.maximum((source * ratio + target) / 2, np.float32(ratio))
    misfit: Floats = (np.square(target - source * ratio) / mean).astype(np.float32)
    return misfit


def starting(source: Side, target: Side, traits: tuple[Trait, ...]) -> Model:
    """Return the model of two texts of which nothing but their lengths is known."""
    ratio = math.log(target.length.sum() / source.length.sum())
    return Model(ratio=math.exp(ratio) if abs(ratio) < _LACKING else 1.0, traits=traits)


def fitted(model: Model, source: Side, target: Side, links: Sequence[Link], *, last: bool) -> Model:
    """Return the model with its weights estimated from links, each counted by its probability.

    The longest shapes are in the `last` of several models only.
    """
    shapes = {shape: _BELIEF * p for shape, p in (SHAPES | _LONGEST if last else SHAPES).items()}
    opened = extended = paired = 0.0
    was_hole = False
    sure: list[Link] = []
    for link in links:
        if link.hole:
            if was_hole:
                extended += link.score
            else:
                opened += link.score
        else:
            paired += link.score
            shape = len(link.source), len(link.target)
            if shape in shapes:
                # An editor may have made a pair of any shape.
                shapes[shape] += link.score
            if link.score > 0.5:
                sure.append(link)
        was_hole = link.hole
    total = sum(shapes.values())
    # Either side may be left out, hence half the holes each; bounds keep a short text from running away.
    opening = (opened / 2 + _BELIEF * math.exp(_OPENING)) / (paired + opened + _BELIEF)
    extending = (extended + _BELIEF / 3 * math.exp(_EXTENDING)) / (opened + extended + _BELIEF / 3)
    ratio, spread = _lengths_fitted(model, source, target, sure)
    return replace(
        model,
        shapes={shape: math.log(count / total) for shape, count in shapes.items()},
        opening=min(-2.5, max(-6.0, math.log(opening))),
        extending=min(-1.5, max(-4.0, math.log(extending))),
        ratio=ratio,
        spread=spread,
        lexical=_FAMILIAR,
        traits=tuple([learnt(trait, links) for trait in model.traits]),
    )


def _lengths_fitted(model: Model, source: Side, target: Side, links: Sequence[Link]) -> tuple[float, float]:
    if len(links) < 6:
        return model.ratio, model.spread
    a, b = (np.concatenate([[0], np.cumsum(side.length, dtype=np.float64)]) for side in (source, target))
    x = a[[link.source[-1] + 1 for link in links]] - a[[link.source[0] for link in links]]
    y = b[[link.target[-1] + 1 for link in links]] - b[[link.target[0] for link in links]]
    ratio = float(np.exp(np.median(np.log(y / x))))
    spread = float(np.median(_misfit(x, y, ratio))) / _MEDIAN_SQUARE
    return ratio, max(1.0, (spread * len(links) + _SPREAD * _BELIEF) / (len(links) + _BELIEF))


def scores(model: Model, source: Side, target: Side, explainer: Explainer, tiles: list[Tile]) -> dict[Shape, Floats]:
    """Return for every shape the score `[tile, row, column]` of a link that starts there."""
    high, wide = max(t.height for t in tiles), max(t.width for t in tiles)
    forward, backward = explainer.of(tiles, max(map(max, model.shapes)))
    rows = _cumulated(source, [(t.top, t.bottom) for t in tiles], high)
    columns = _cumulated(target, [(t.left, t.right) for t in tiles], wide)
    seen = [_seen(trait, tiles, high, wide) for trait in model.traits]
    out: dict[Shape, Floats] = {}
    for (m, n), prior in model.shapes.items():
        if m > high or n > wide:
            continue
        h, w = high - m + 1, wide - n + 1
        score = forward[m - 1, :, :h, :w].copy()
        for k in range(1, n):
            score += forward[m - 1, :, :h, k : k + w]
        for k in range(m):
            score += backward[n - 1, :, k : k + h, :w]
        score *= model.lexical
        score += prior
        score += model.lengths((rows[:, m:] - rows[:, :-m])[:, :, None], (columns[:, n:] - columns[:, :-n])[:, None, :])
        for trait, (pair, inner_row, inner_column) in zip(model.traits, seen, strict=True):
            # The pair of outer classes, then the classes of the segments inside.
            at, first = (1, 0) if trait.last else (0, 1)
            score += pair[:, at * (m - 1) :, at * (n - 1) :][:, :h, :w]
            for k in range(first, first + m - 1):
                score += inner_row[:, k : k + h, None]
            for k in range(first, first + n - 1):
                score += inner_column[:, None, k : k + w]
        out[m, n] = score
    return out


def forbid(scored: dict[Shape, Floats], alone: Link) -> None:
    """Make links impossible that hold a segment of `alone`; its indexes count from the tile's corner."""
    for (m, n), score in scored.items():
        for i in alone.source:
            score[:, max(0, i - m + 1) : i + 1] = -np.inf
        for j in alone.target:
            score[:, :, max(0, j - n + 1) : j + 1] = -np.inf


def demand(scored: dict[Shape, Floats], wanted: Link, apart: int) -> None:
    """Make a link certain that holds all of `wanted` but not row `apart`; indexes count from the tile's corner."""
    top, bottom, left, right = wanted.source[0], wanted.source[-1], wanted.target[0], wanted.target[-1]
    for (m, n), score in scored.items():
        _, high, wide = score.shape
        rows, columns = np.arange(high), np.arange(wide)
        meets = (columns <= right) & (columns + n > left)
        holds = (columns <= left) & (columns + n > right)
        fits = (rows <= top) & (rows + m > bottom) & ~((rows <= apart) & (rows + m > apart))
        good = fits[:, None] & holds
        score[:, meets & ~good] = -np.inf
        score[:, good] += _CERTAIN


def _cumulated(side: Side, parts: list[tuple[int, int]], size: int) -> Floats:
    out = np.zeros((len(parts), size + 1), np.float32)
    for row, (first, last) in zip(out, parts, strict=True):
        np.cumsum(side.length[first:last], out=row[1 : last - first + 1])
        row[last - first + 1 :] = row[last - first]
    return out


def _seen(trait: Trait, tiles: list[Tile], high: int, wide: int) -> tuple[Floats, Floats, Floats]:
    """Return a trait's ratios, weighted, of each pair of a tile, and of each row and column inside a link."""
    pair = np.zeros((len(tiles), high, wide), np.float32)
    rows = np.zeros((len(tiles), high), np.float32)
    columns = np.zeros((len(tiles), wide), np.float32)
    for k, tile in enumerate(tiles):
        s, t = trait.source[tile.top : tile.bottom], trait.target[tile.left : tile.right]
        pair[k, : len(s), : len(t)] = trait.pair[np.ix_(s, t)]
        rows[k, : len(s)] = trait.inner[0][s]
        columns[k, : len(t)] = trait.inner[1][t]
    weight = np.float32(trait.weight)
    return pair * weight, rows * weight, columns * weight
