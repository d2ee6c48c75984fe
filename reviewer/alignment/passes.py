"""The whole alignment, from seeds to links, in tiles of bounded size."""

from collections.abc import Callable, Sequence

from reviewer.alignment.anchors import Point, anchors
from reviewer.alignment.lattice import ways
from reviewer.alignment.lexical import Explainer
from reviewer.alignment.link import Link
from reviewer.alignment.model import scores, starting
from reviewer.alignment.seeds import seeds
from reviewer.alignment.side import Side
from reviewer.alignment.tiles import Tile, batches, between
from reviewer.model.errors import Cancelled

_CELLS = 300_000
"""Cells of the plane worked on at once: bounds memory."""
_ROWS = 100
"""Least distance of anchors that tiles are cut at."""


def align_fully(
    source: Sequence[str],
    target: Sequence[str],
    source_pivot: Sequence[str] | None,
    target_pivot: Sequence[str] | None,
    progress: Callable[[float], None] | None,
    cancelled: Callable[[], bool] | None,
) -> list[Link]:
    """Return the links of two texts neither of which is empty; see `align`."""
    a, b = Side(source, source_pivot), Side(target, target_pivot)
    lexicon = seeds(a, b)
    model = starting(a, b)
    explainer = Explainer(a, b, lexicon)
    points: list[Point] = []
    if a.count * b.count > _CELLS:
        for i, j in _dense(anchors(a, b, lexicon), a.count, b.count):
            if i - (points[-1][0] if points else 0) >= _ROWS:
                points.append((i, j))
    tiles = between(points, a.count, b.count)
    found: dict[Tile, list[Link]] = {}
    for done, batch in enumerate(batches(tiles, _CELLS)):
        if cancelled is not None and cancelled():
            raise Cancelled
        chosen = ways(batch, scores(model, a, b, explainer, batch), model)
        found.update((tile, way.links) for tile, way in zip(batch, chosen, strict=True))
        if progress is not None:
            progress(min(1.0, (done + 1) * _CELLS / sum(t.area for t in tiles)))
    return [link for tile in tiles for link in found[tile]]


def _dense(points: list[Point], height: int, width: int) -> list[Point]:
    """Return the points and, where they leave a long gap, points on the straight line across it."""
    out: list[Point] = []
    corner = (0, 0)
    for end in [*points, (height, width)]:
        high, wide = end[0] - corner[0], end[1] - corner[1]
        parts = max(high, wide) // 1500
        out += [(corner[0] + high * k // (parts + 1), corner[1] + wide * k // (parts + 1)) for k in range(1, parts + 1)]
        out.append(end)
        corner = end
    return out[:-1]
