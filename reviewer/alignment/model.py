"""What a good link looks like: log-linear weights of shape, length and words."""

from dataclasses import dataclass, field

import numpy as np

from reviewer.alignment.lexical import Explainer
from reviewer.alignment.side import Floats, Side
from reviewer.alignment.tiles import Tile

Shape = tuple[int, int]
"""How many source and target segments a link has."""

SHAPES: dict[Shape, float] = {
    (1, 1): -0.14, (1, 2): -1.82, (2, 1): -1.82, (2, 2): -3.22, (1, 3): -3.22, (3, 1): -3.22,
    (2, 3): -4.55, (3, 2): -4.55, (1, 4): -4.34, (4, 1): -4.34, (3, 3): -5.6,
}  # fmt: skip
"""Log probabilities of shapes before anything is known about a pair of texts."""


@dataclass(frozen=True)
class Model:
    """Weights of one pair of texts."""

    ratio: float
    """Target characters for one source character."""
    shapes: dict[Shape, float] = field(default_factory=lambda: dict(SHAPES))
    opening: float = -4.0
    """Log probability that a segment without a counterpart follows a pair."""
    extending: float = -2.5
    """Log probability that another one follows."""
    lexical: float = 0.2
    """Weight of the words: they are not independent of each other."""
    spread: float = 4.0
    """Variance of the target's length, in characters, for each source character."""

    def lengths(self, source: Floats, target: Floats) -> Floats:
        """Return the log likelihood (Student's t, 4 degrees) of the lengths, up to a constant."""
        mean = (source + target / self.ratio) / 2
        off = (target - source * self.ratio) ** 2 / (np.maximum(mean, 1) * self.spread * self.ratio)
        misfit: Floats = np.log1p(off / np.float32(4))
        return misfit * np.float32(-2.5)


def starting(source: Side, target: Side) -> Model:
    """Return the model of two texts of which nothing but their lengths is known."""
    return Model(ratio=float(target.length.sum() / source.length.sum()))


def scores(model: Model, source: Side, target: Side, explainer: Explainer, tiles: list[Tile]) -> dict[Shape, Floats]:
    """Return for every shape the score `[tile, row, column]` of a link that starts there."""
    high, wide = max(t.height for t in tiles), max(t.width for t in tiles)
    forward, backward = explainer.of(tiles)
    rows = _cumulated(source, [(t.top, t.bottom) for t in tiles], high)
    columns = _cumulated(target, [(t.left, t.right) for t in tiles], wide)
    out: dict[Shape, Floats] = {}
    for (m, n), prior in model.shapes.items():
        if m > high or n > wide:
            continue
        h, w = high - m + 1, wide - n + 1
        words = forward[m - 1, :, :h, :w].copy()
        for k in range(1, n):
            words += forward[m - 1, :, :h, k : k + w]
        for k in range(m):
            words += backward[n - 1, :, k : k + h, :w]
        words *= model.lexical
        words += prior
        words += model.lengths((rows[:, m:] - rows[:, :-m])[:, :, None], (columns[:, n:] - columns[:, :-n])[:, None, :])
        out[m, n] = words
    return out


def _cumulated(side: Side, parts: list[tuple[int, int]], size: int) -> Floats:
    out = np.zeros((len(parts), size + 1), np.float32)
    for row, (first, last) in zip(out, parts, strict=True):
        np.cumsum(side.length[first:last], out=row[1 : last - first + 1])
        row[last - first + 1 :] = row[last - first]
    return out
