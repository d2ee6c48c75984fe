"""The whole alignment, from seeds to links, in tiles of bounded size."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass

from reviewer.alignment.anchors import anchors
from reviewer.alignment.chain import Point
from reviewer.alignment.common_words import meanings
from reviewer.alignment.dictionary import learn
from reviewer.alignment.lattice import Way, ways
from reviewer.alignment.lexical import Explainer
from reviewer.alignment.link import Link, holes
from reviewer.alignment.model import Model, Shape, demand, fitted, forbid, scores, starting
from reviewer.alignment.seeds import Lexicon, seeds
from reviewer.alignment.side import Floats, Side
from reviewer.alignment.tiles import Tile, batches, between
from reviewer.alignment.traits import traits

Kinds = tuple[Sequence[Hashable], Sequence[Hashable]]

_CELLS = 300_000
"""Cells of the plane worked on at once: bounds memory."""
_ROWS = 100
"""Least distance of anchors that tiles are cut at."""
_LONGEST = 1000
"""Most segments a tile may have where no anchor is found."""
_APART = 20
"""Least distance of points of an alignment that tiles are cut at."""
_PASSES = 3
_SETTLED = 0.98
"""Least probability of the links of a tile that is not looked at again."""
_FEW_HOLES = 6
"""How many links such a tile has for each hole, at least."""


@dataclass(frozen=True)
class Work:
    """Two texts made ready, and who is to be told how far it is while they are aligned."""

    source: Side
    target: Side
    known: Lexicon
    model: Model
    progress: Callable[[float], None] | None = None


def prepared(
    source: Sequence[str],
    target: Sequence[str],
    *,
    kinds: Kinds | None = None,
    source_pivot: Sequence[str] | None = None,
    target_pivot: Sequence[str] | None = None,
    languages: tuple[str, str] = ("und", "und"),
    progress: Callable[[float], None] | None = None,
) -> Work:
    """Return two texts, neither of them empty, ready to be aligned; see `align.align` for the arguments."""
    a, b = Side(source, source_pivot), Side(target, target_pivot)
    # A translation of the very words knows better.
    known = meanings(*languages) if source_pivot is None and target_pivot is None else ()
    return Work(a, b, seeds(a, b, known), starting(a, b, traits(source, target, kinds)), progress)


def aligned(work: Work, walls: Sequence[Point] = ()) -> list[Link]:
    """Return the links of two texts; none of them crosses a wall.

    Walls are increasing points `(source, target)`: both texts are cut before these segments.
    """
    explainer = Explainer(work.source, work.target, work.known)
    model = work.model
    found = _solved(work, model, explainer, _tiles(work, _first_points(work, walls)))
    large = work.source.count * work.target.count > _CELLS
    for done in range(_PASSES):
        if work.progress is not None:
            work.progress((done + 1) / (_PASSES + 1))
        links = [link for way in found for link in way.links]
        explainer = Explainer(work.source, work.target, learn(work.source, work.target, links, work.known))
        model = fitted(model, work.source, work.target, links, last=done == _PASSES - 1)
        # Before words were learnt, a wrong cut may look right from both sides: look at all of it again.
        tiles = _tiles(work, _merged(_trusted(found, again=done == 0), walls) if large else walls)
        settled = _settled(found, tiles) if large and done else {}
        solved = iter(_solved(work, model, explainer, [tile for tile in tiles if tile not in settled]))
        found = [settled[tile] if tile in settled else next(solved) for tile in tiles]
    return [link for way in found for link in way.links]


def resolved(work: Work, links: Sequence[Link], stretch: Tile, fixed: Link, apart: int | None = None) -> list[Link]:
    """Return the links of a stretch of two texts with one link fixed, the rest as `links` teach.

    `links` need not be complete. With `apart` the fixed link may hold more, but not this source segment.
    """
    explainer = Explainer(work.source, work.target, learn(work.source, work.target, links, work.known))
    model = fitted(work.model, work.source, work.target, links, last=True)
    moved = fixed.moved(-stretch.top, -stretch.left)
    if fixed.hole:
        return _solved(work, model, explainer, [stretch], lambda scored: forbid(scored, moved))[0].links
    if apart is not None:
        wanted = _solved(work, model, explainer, [stretch], lambda scored: demand(scored, moved, apart - stretch.top))
        held = set(fixed.target)
        if any(held.issubset(link.target) and link.source for link in wanted[0].links):
            return wanted[0].links
        # As likely in several ways: then just what was asked for.
    before = Tile(stretch.top, fixed.source[0], stretch.left, fixed.target[0])
    behind = Tile(fixed.source[-1] + 1, stretch.bottom, fixed.target[-1] + 1, stretch.right)
    one, other = _solved(work, model, explainer, [before, behind])
    return [*one.links, fixed, *other.links]


def _tiles(work: Work, points: Sequence[Point]) -> list[Tile]:
    return between(points, work.source.count, work.target.count)


def _first_points(work: Work, walls: Sequence[Point]) -> list[Point]:
    """Return where to cut before anything is aligned: at walls and, in long texts, at anchors."""
    height, width = work.source.count, work.target.count
    if height * width <= _CELLS:
        return list(walls)
    points: list[Point] = []
    for i, j in _dense(anchors(work.source, work.target, work.known), height, width):
        if i - (points[-1][0] if points else 0) >= _ROWS:
            points.append((i, j))
    return _merged(points, walls)


def _merged(points: Iterable[Point], walls: Sequence[Point]) -> list[Point]:
    """Return the walls and those points that lie between them without crossing one."""
    if not walls:
        return list(points)
    merged: list[Point] = []
    corner = (0, 0)
    rest = iter(points)
    point = next(rest, None)
    for wall in [*walls, None]:
        while point is not None and (wall is None or point[0] < wall[0]):
            if point[0] >= corner[0] and point[1] >= corner[1] and (wall is None or point[1] <= wall[1]):
                merged.append(point)
                corner = point
            point = next(rest, None)
        if wall is not None:
            merged.append(wall)
            corner = wall
    return merged


def _solved(
    work: Work,
    model: Model,
    explainer: Explainer,
    tiles: Sequence[Tile],
    bend: Callable[[dict[Shape, Floats]], None] | None = None,
) -> list[Way]:
    """Return the way through each tile; `bend` may change the scores of links first."""
    found: dict[Tile, Way] = {}
    for tile in tiles:
        if not tile.height or not tile.width:
            links = holes(range(tile.top, tile.bottom), range(tile.left, tile.right), 1.0)
            found[tile] = Way(links, [1.0] * len(links))
    for batch in batches([tile for tile in tiles if tile not in found], _CELLS):
        scored = scores(model, work.source, work.target, explainer, batch)
        if bend is not None:
            bend(scored)
        found.update(zip(batch, ways(batch, scored, model), strict=True))
    return [found[tile] for tile in tiles]


def _settled(found: list[Way], tiles: Sequence[Tile]) -> dict[Tile, Way]:
    """Return the tiles whose way is so sure that another pass would not change it.

    The tiles' corners stand where links of `found` meet.
    """
    settled: dict[Tile, Way] = {}
    walk = iter([pair for way in found for pair in zip(way.links, way.sure, strict=True)])
    for tile in tiles:
        links: list[Link] = []
        sure: list[float] = []
        count = tile.height + tile.width
        while count:
            link, at_end = next(walk)
            count -= len(link.source) + len(link.target)
            links.append(link)
            sure.append(at_end)
        # Many holes may come from a wrong cut at either end, which then makes them look certain.
        alone = sum(link.hole for link in links)
        if min(link.score for link in links) > _SETTLED and alone * _FEW_HOLES <= len(links):
            settled[tile] = Way(links, sure)
    return settled


def _trusted(found: list[Way], *, again: bool) -> list[Point]:
    """Return points to cut at: the surer, the closer they may stand; no old cut where `again`."""
    points: list[Point] = []
    links = [link for way in found for link in way.links]
    sure = [s for way in found for s in ([*way.sure[:-1], 0.0] if again else way.sure)]
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
        parts = max(high, wide) // _LONGEST + 1
        out += [(corner[0] + high * k // parts, corner[1] + wide * k // parts) for k in range(1, parts)]
        out.append(end)
        corner = end
    return out[:-1]
