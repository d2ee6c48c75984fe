"""Names, numbers and quotations lit in pairs: a frame and one small number in both texts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen

from reviewer.model.fact import Fact, FactKind
from reviewer.model.finding import Severity
from reviewer.model.span import Span
from reviewer.ui.bitext.rows.page import Side
from reviewer.ui.bitext.rows.row_layout import Stretch
from reviewer.ui.look.fonts import Face
from reviewer.ui.look.severity_marks import severity_colour
from reviewer.ui.look.theme import Theme

ODD_SIGN = "≠"


@dataclass(frozen=True, slots=True)
class PairMark:
    """A stretch of one text, and the number it shares with its counterpart."""

    number: int
    side: Side
    span: Span
    odd: bool
    """Whether what stands here is something else than it should be, or nothing answers it."""


def pair_marks(facts: Iterable[tuple[Fact, bool]]) -> tuple[PairMark, ...]:
    """Number facts (with whether they are odd) from the start of the source; a quotation is framed by what is in it."""
    marks = []
    shown = [(fact, odd) for fact, odd in facts if fact.kind is not FactKind.QUOTATION or odd]
    for number, (fact, odd) in enumerate(shown, 1):
        marks.append(PairMark(number, Side.SOURCE, fact.source_span, odd))
        if fact.target_span:
            marks.append(PairMark(number, Side.TARGET, fact.target_span, odd))
    return tuple(marks)


def draw_pair(
    painter: QPainter, theme: Theme, mark: PairMark, places: Sequence[Stretch], face: Face, origin: QPointF
) -> None:
    """Frame stretches of a layout whose origin stands at a point, and put the number where reading begins."""
    if not places:
        return
    size = face.size
    colour = severity_colour(theme, Severity.CRITICAL) if mark.odd else theme.accent
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(colour, 1.4)
    if mark.odd:
        pen.setDashPattern([3, 2])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for place in places:
        box = QRectF(place.left - 1.5, place.baseline - size * 0.92, place.right - place.left + 3, size * 1.2)
        painter.drawRoundedRect(box.translated(origin), 3, 3)
    font = QFont(painter.font())
    font.setPixelSize(max(8, round(size * 0.64)))
    font.setWeight(QFont.Weight.Bold)
    painter.setFont(font)
    text = f"{mark.number}{ODD_SIGN}" if mark.odd else str(mark.number)
    metrics = painter.fontMetrics()
    width, height = metrics.horizontalAdvance(text) + 5, size * 0.7
    first = [place for place in places if place.baseline == places[0].baseline]
    left = first[-1].right + 4 - width if face.direction is Qt.LayoutDirection.RightToLeft else first[0].left - 4
    tag = QRectF(left, first[0].baseline - size * 1.36, width, height).translated(origin)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(tag, 2, 2)
    painter.setPen(theme.background)
    painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()
