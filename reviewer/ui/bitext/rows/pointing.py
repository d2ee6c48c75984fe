"""What stands at a point of the view: a row, a text, a position in it, the findings about it."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QPoint

from reviewer.model.finding import Finding
from reviewer.ui.bitext.rows.page import Side
from reviewer.ui.bitext.rows.row_layout import RowLayout
from reviewer.ui.bitext.rows.row_painter import RowPainter
from reviewer.ui.bitext.rows.row_window import RowPlace, RowWindow


class Hit(NamedTuple):
    """A position in one text of a segment."""

    id: str
    side: Side
    position: int


class Pointing:
    """Finds what is under the pointer."""

    def __init__(self, window: RowWindow, painter: RowPainter, row_of: Callable[[int], RowLayout]) -> None:
        self._window = window
        self._painter = painter
        self._row_of = row_of

    def side_at(self, point: QPoint) -> Side | None:
        """Return whose column a point stands in."""
        return next((side for side in Side if self._painter.page.column(side).holds(point.x())), None)

    def hit(self, point: QPoint) -> Hit | None:
        """Return the position in a text nearest to a point; None beside the texts and in holes."""
        place, side = self._window.row_at(point.y()), self.side_at(point)
        return self.hit_in(place, side, point) if place and side else None

    def hit_in(self, place: RowPlace, side: Side, point: QPoint) -> Hit | None:
        """Return the position nearest to a point in one text of a row, wherever the point is."""
        row = self._row_of(place.row)
        cell = row.cell(side)
        if cell is None:
            return None
        origin = self._painter.origin(row, side, place.top)
        return Hit(row.segment.id, side, cell.position_at(point.x() - origin.x(), point.y() - origin.y()))


def about(findings: tuple[Finding, ...], hit: Hit) -> list[tuple[int, Finding]]:
    """Return which of a segment's findings are about the words at a position."""
    found = []
    for number, finding in enumerate(findings):
        span = finding.source_span if hit.side is Side.SOURCE else finding.target_span
        if span and span.start <= hit.position <= span.end:
            found.append((number, finding))
    return found
