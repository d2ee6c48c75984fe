"""The whole alignment, from seeds to links, in tiles of bounded size."""

from collections.abc import Callable, Hashable, Sequence

from reviewer.alignment.anchors import Point, anchors
from reviewer.alignment.dictionary import learn
from reviewer.alignment.lattice import Way, ways
from reviewer.alignment.lexical import Explainer
from reviewer.alignment.link import Link
from reviewer.alignment.model import Model, fitted, scores, starting
from reviewer.alignment.seeds import seeds
from reviewer.alignment.side import Side
from reviewer.alignment.tiles import Tile, batches, between
from reviewer.alignment.traits import traits
from reviewer.model.errors import Cancelled

_CELLS = 300_000
"""Cells of the plane worked on at once: bounds memory."""
_ROWS = 100
"""Least distance of anchors that tiles are cut at."""
_APART = 20
"""Least distance of points of an alignment that tiles are cut at."""
_PASSES = 3


def align_fully(
    source: Sequence[str],
    target: Sequence[str],
    source_pivot: Sequence[str] | None = None,
    target_pivot: Sequence[str] | None = None,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    kinds: tuple[Sequence[Hashable], Sequence[Hashable]] | None = None,
) -> list[Link]:
    """Return the links of two texts neither of which is empty; see `align`."""
    a, b = Side(source, source_pivot), Side(target, target_pivot)
    lexicon = seeds(a, b)
    model = starting(a, b, traits(source, target, kinds))
    explainer = Explainer(a, b, lexicon)
    points: list[Point] = []
    if a.count * b.count > _CELLS:
        for i, j in _dense(anchors(a, b, lexicon), a.count, b.count):
            if i - (points[-1][0] if points else 0) >= _ROWS:
                points.append((i, j))
    found = _solved(model, a, b, explainer, between(points, a.count, b.count), cancelled)
    for done in range(_PASSES):
        if progress is not None:
            progress((done + 1) / (_PASSES + 1))
        links = [link for way in found for link in way.links]
        explainer = Explainer(a, b, learn(a, b, links, lexicon))
        model = fitted(model, a, b, links)
        if a.count * b.count > _CELLS:
            points = _trusted(found)
        found = _solved(model, a, b, explainer, between(points, a.count, b.count), cancelled)
    return [link for way in found for link in way.links]


def _solved(
    model: Model,
    a: Side,
    b: Side,
    explainer: Explainer,
    tiles: list[Tile],
    cancelled: Callable[[], bool] | None,
) -> list[Way]:
    found: dict[Tile, Way] = {}
    for batch in batches(tiles, _CELLS):
        if cancelled is not None and cancelled():
            raise Cancelled
        chosen = ways(batch, scores(model, a, b, explainer, batch), model)
        found.update(zip(batch, chosen, strict=True))
    return [found[tile] for tile in tiles]


def _trusted(found: list[Way]) -> list[Point]:
    """Return points to cut at: the surer, the closer they may stand; no two closer than _APART rows."""
    points: list[Point] = []
    links = [link for way in found for link in way.links]
    sure = [s for way in found for s in way.sure]
    i = j = last = 0
    for k in range(len(links) - 1):
        i += len(links[k].source)
        j += len(links[k].target)
        far = (max(i, j) - last) / _APART
        if far < 1 or links[k].hole or links[k + 1].hole:
            continue
        if 1 - min(sure[max(0, k - 1) : k + 2]) < 0.01 * far * far:
            points.append((i, j))
            last = max(i, j)
    return points


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
