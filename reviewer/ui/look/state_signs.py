"""States as signs and words: · unreviewed, ✓ accepted, ✎ corrected, ! needs work, ■ signed off.

The signs are drawn, not typed: no font need have them, and they look alike everywhere.
"""

from enum import Enum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from reviewer.model.segment import Segment, State
from reviewer.ui.look.theme import Theme


class Standing(Enum):
    """Where a segment stands in the editor's words."""

    UNREVIEWED = "unreviewed"
    CORRECTED = "corrected, not accepted yet"
    ACCEPTED = "accepted"
    ACCEPTED_CORRECTED = "corrected"
    NEEDS_WORK = "needs work"
    FINAL = "signed off"

    @classmethod
    def of(cls, segment: Segment) -> "Standing":
        """Return where a segment stands."""
        match segment.state:
            case State.NEEDS_WORK:
                return cls.NEEDS_WORK
            case State.FINAL:
                return cls.FINAL
            case State.REVIEWED:
                return cls.ACCEPTED_CORRECTED if segment.corrected else cls.ACCEPTED
            case _:
                return cls.CORRECTED if segment.corrected else cls.UNREVIEWED


def standing_colour(theme: Theme, standing: Standing) -> QColor:
    """Return the theme's colour of a standing."""
    match standing:
        case Standing.ACCEPTED:
            return theme.state_accepted
        case Standing.CORRECTED | Standing.ACCEPTED_CORRECTED:
            return theme.state_corrected
        case Standing.NEEDS_WORK:
            return theme.state_needs_work
        case Standing.FINAL:
            return theme.state_final
        case _:
            return theme.text_dim


def draw_standing(painter: QPainter, theme: Theme, standing: Standing, box: QRectF) -> None:
    """Draw the sign of a standing into a square."""
    colour = standing_colour(theme, standing)
    unit = box.width() / 10

    def at(x: float, y: float) -> QPointF:
        return QPointF(box.x() + x * unit, box.y() + y * unit)

    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(colour, 1.5 * unit)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    match standing:
        case Standing.ACCEPTED:
            painter.drawPolyline([at(1.5, 5.5), at(4, 8), at(8.7, 2)])
        case Standing.CORRECTED | Standing.ACCEPTED_CORRECTED:
            if standing is Standing.ACCEPTED_CORRECTED:
                painter.setBrush(colour)
            pen.setWidthF(1.1 * unit)
            painter.setPen(pen)
            painter.drawPolygon(QPolygonF([at(1, 9), at(1.7, 6.3), at(7, 1), at(9, 3), at(3.7, 8.3)]))
        case Standing.NEEDS_WORK:
            pen.setWidthF(2 * unit)
            painter.setPen(pen)
            painter.drawLine(at(5, 1.2), at(5, 5.9))
            painter.drawLine(at(5, 8.9), at(5, 9))
        case Standing.FINAL:
            painter.fillRect(QRectF(at(1.6, 1.6), at(8.4, 8.4)), colour)
        case _:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawEllipse(at(5, 5), 1.2 * unit, 1.2 * unit)
    painter.restore()
