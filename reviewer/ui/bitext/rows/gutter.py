"""Paints the gutter of a row: its number, state, worst finding, and whether something is said about it."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from reviewer.model.finding import Severity
from reviewer.ui.bitext.rows.page import Page
from reviewer.ui.look.fonts import families
from reviewer.ui.look.severity_marks import draw_severity_sign, severity_colour
from reviewer.ui.look.state_signs import Standing, draw_standing
from reviewer.ui.look.theme import Theme


@dataclass(frozen=True, slots=True)
class GutterSigns:
    """What the gutter says about a row."""

    number: int
    """Counted from 1 over the whole document."""
    standing: Standing
    worst: Severity | None
    comments: int
    doubtful: bool
    """The pairing of the two sides deserves a look."""
    pinned: bool
    """The editor set the pair."""
    locked: bool = False
    """The file says that the translation is not to be changed."""


def paint_gutter(
    painter: QPainter, page: Page, theme: Theme, signs: GutterSigns, baseline: float, *, current: bool
) -> None:
    """Paint number and signs on the first baseline of the row."""
    slot, edge = page.slot, page.gutter.x if page.mirrored else page.gutter.right
    box = slot * 0.72

    def place(n: int) -> QRectF:
        """Return the n-th slot, counted from the text outwards."""
        middle = edge + (n + 0.5) * slot if page.mirrored else edge - (n + 0.5) * slot
        return QRectF(middle - box / 2, baseline - page.size * 0.36 - box / 2, box, box)

    if not page.reading:
        painter.setFont(small_font(round(page.sign * 0.8)))
        painter.setPen(theme.text if current else theme.text_dim)
        space = 3 * slot + round(page.sign * 0.15)
        left = page.gutter.x + (space if page.mirrored else 0)
        descent = _descent(round(page.sign * 0.8))
        line = QRectF(left, baseline - page.size * 1.5, page.gutter.width - space, page.size * 1.5 + descent)
        side = Qt.AlignmentFlag.AlignLeft if page.mirrored else Qt.AlignmentFlag.AlignRight
        flags = side | Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(line, flags, str(signs.number))
    draw_standing(painter, theme, signs.standing, place(2))
    if signs.worst is not None:
        draw_severity_sign(painter, signs.worst, place(1), severity_colour(theme, signs.worst), theme.background)
    if signs.comments:
        _draw_comment(painter, theme.accent, place(0))
    elif signs.locked:
        _draw_lock(painter, theme.text_dim, place(0))
    elif signs.doubtful:
        _draw_doubt(painter, theme.severity_minor, place(0))
    elif signs.pinned:
        _draw_pin(painter, theme.text_dim, place(0))


@lru_cache(maxsize=32)
def small_font(size: int) -> QFont:
    """Return the font of numbers and hints at a size in pixels."""
    font = QFont()
    font.setFamilies(families("en"))
    font.setPixelSize(max(1, size))
    return font


@lru_cache(maxsize=32)
def _descent(size: int) -> float:
    return QFontMetricsF(small_font(size)).descent()


def _draw_comment(painter: QPainter, colour: QColor, box: QRectF) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    unit = box.width() / 10
    painter.setPen(QPen(colour, 1.1 * unit))
    painter.drawRoundedRect(QRectF(box.x() + 0.8 * unit, box.y() + 1.2 * unit, 8.4 * unit, 6 * unit), unit, unit)
    tail = ((3.0, 7.2), (3.0, 9.4), (5.4, 7.2))
    painter.drawPolyline([QPointF(box.x() + x * unit, box.y() + y * unit) for x, y in tail])
    painter.restore()


def _draw_pin(painter: QPainter, colour: QColor, box: QRectF) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    unit = box.width() / 10
    painter.setPen(QPen(colour, 1.2 * unit))
    painter.setBrush(colour)
    painter.drawEllipse(QRectF(box.x() + 2.4 * unit, box.y() + 0.6 * unit, 5.2 * unit, 5.2 * unit))
    painter.drawLine(
        QPointF(box.x() + 5 * unit, box.y() + 5.8 * unit), QPointF(box.x() + 5 * unit, box.y() + 9.4 * unit)
    )
    painter.restore()


def _draw_lock(painter: QPainter, colour: QColor, box: QRectF) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    unit = box.width() / 10
    painter.setPen(QPen(colour, 1.4 * unit))
    painter.drawArc(QRectF(box.x() + 2.7 * unit, box.y() + 0.8 * unit, 4.6 * unit, 7 * unit), 0, 180 * 16)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(QRectF(box.x() + 1.4 * unit, box.y() + 4.4 * unit, 7.2 * unit, 5 * unit), unit, unit)
    painter.restore()


def _draw_doubt(painter: QPainter, colour: QColor, box: QRectF) -> None:
    painter.save()
    painter.setPen(colour)
    font = QFont(small_font(round(box.width() * 1.2)))
    font.setBold(True)
    painter.setFont(font)
    painter.drawText(box.adjusted(-4, -4, 4, 4), Qt.AlignmentFlag.AlignCenter, "?")
    painter.restore()
