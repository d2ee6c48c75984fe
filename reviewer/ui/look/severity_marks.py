"""Severities as shapes: the underline of a finding and its sign, so that colour never tells alone."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from reviewer.model.finding import Severity
from reviewer.ui.look.theme import Theme


def severity_colour(theme: Theme, severity: Severity) -> QColor:
    """Return the theme's colour of a severity."""
    match severity:
        case Severity.CRITICAL:
            return theme.severity_critical
        case Severity.MAJOR:
            return theme.severity_major
        case Severity.MINOR:
            return theme.severity_minor
        case _:
            return theme.severity_neutral


def draw_underline(
    painter: QPainter, theme: Theme, severity: Severity, left: float, right: float, top: float, scale: float
) -> None:
    """Draw an underline below `top`: a double wave, a wave, dots, or a thin line of dashes."""
    colour = severity_colour(theme, severity)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    match severity:
        case Severity.CRITICAL:
            painter.setPen(QPen(colour, 1.3 * scale))
            _wave(painter, left, right, top + 1.5 * scale, scale)
            _wave(painter, left, right, top + 4.5 * scale, scale)
        case Severity.MAJOR:
            painter.setPen(QPen(colour, 1.4 * scale))
            _wave(painter, left, right, top + 2 * scale, scale)
        case Severity.MINOR:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            step, radius, y = 4 * scale, 1.05 * scale, top + 2 * scale
            count = max(1, round((right - left) / step))
            for n in range(count):
                painter.drawEllipse(QPointF(left + (n + 0.5) * (right - left) / count, y), radius, radius)
        case _:
            pen = QPen(colour, scale)
            pen.setDashPattern([5, 3])
            painter.setPen(pen)
            painter.drawLine(QPointF(left, top + 2 * scale), QPointF(right, top + 2 * scale))
    painter.restore()


def _wave(painter: QPainter, left: float, right: float, y: float, scale: float) -> None:
    half, height = 2.5 * scale, 1.3 * scale
    count = max(2, round((right - left) / half))
    step = (right - left) / count
    painter.drawPolyline([QPointF(left + n * step, y + (height if n % 2 else -height)) for n in range(count + 1)])


def draw_severity_sign(painter: QPainter, severity: Severity, box: QRectF, ink: QColor, paper: QColor) -> None:
    """Draw the sign of a severity into a square: triangle, diamond, ring, or small ring."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    centre, half = box.center(), box.width() / 2
    match severity:
        case Severity.CRITICAL:
            painter.drawPolygon(
                QPolygonF(
                    [
                        QPointF(centre.x(), centre.y() - half * 0.95),
                        QPointF(centre.x() + half, centre.y() + half * 0.8),
                        QPointF(centre.x() - half, centre.y() + half * 0.8),
                    ]
                )
            )
            painter.setBrush(paper)
            painter.drawRect(QRectF(centre.x() - half * 0.11, centre.y() - half * 0.35, half * 0.22, half * 0.6))
            painter.drawRect(QRectF(centre.x() - half * 0.11, centre.y() + half * 0.4, half * 0.22, half * 0.2))
        case Severity.MAJOR:
            reach = half * 0.9
            painter.drawPolygon(
                QPolygonF(
                    [
                        QPointF(centre.x(), centre.y() - reach),
                        QPointF(centre.x() + reach, centre.y()),
                        QPointF(centre.x(), centre.y() + reach),
                        QPointF(centre.x() - reach, centre.y()),
                    ]
                )
            )
        case _:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(ink, half * 0.28))
            radius = half * (0.62 if severity is Severity.MINOR else 0.38)
            painter.drawEllipse(centre, radius, radius)
    painter.restore()
