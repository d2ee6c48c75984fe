"""What is drawn over and under the letters of a layout: signs, tags, underlines, lights."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from reviewer.model.finding import Severity
from reviewer.model.span import Span
from reviewer.ui.bitext.rows.inline_codes import draw_tag
from reviewer.ui.bitext.rows.invisibles import draw_sign
from reviewer.ui.bitext.rows.page import Side
from reviewer.ui.bitext.rows.row_layout import PlacedSign, PlacedTag, Stretch
from reviewer.ui.look.severity_marks import draw_underline, severity_colour
from reviewer.ui.look.theme import Theme


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a text that somebody has something to say about."""

    side: Side
    span: Span
    severity: Severity | None
    """How bad it is; None for a comment."""


def draw_marks(
    painter: QPainter,
    theme: Theme,
    signs: Sequence[PlacedSign],
    tags: Sequence[PlacedTag],
    size: float,
    origin: QPointF,
) -> None:
    """Draw signs and tags of a layout whose origin stands at a point, as far as they are in view."""
    above, below = painter.window().top() - origin.y(), painter.window().bottom() - origin.y() + size
    first = bisect_left(signs, above, key=lambda placed: placed.baseline)
    signs = signs[first : bisect_right(signs, below, key=lambda placed: placed.baseline)]
    if signs:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.invisible, 1))
        painter.setBrush(theme.invisible)
        painter.translate(origin)
        for placed in signs:
            draw_sign(painter, *placed[:4], size, leftwards=placed.leftwards)
        painter.restore()
    for tag in tags:
        draw_tag(painter, theme, tag.code, tag.box.translated(origin), size)


def underline(
    painter: QPainter, theme: Theme, severity: Severity | None, places: Sequence[Stretch], size: float, origin: QPointF
) -> None:
    """Underline stretches of a layout in the manner of a severity, or with a plain line for a comment."""
    for place in places:
        # A span without width (something missing) still shows where it is.
        left, right = origin.x() + place.left, origin.x() + max(place.right, place.left + size * 0.4)
        top = origin.y() + place.baseline + size * 0.16
        if severity is None:
            painter.setPen(QPen(theme.accent, 1))
            painter.drawLine(QPointF(left, top + 2), QPointF(right, top + 2))
        else:
            draw_underline(painter, theme, severity, left, right, top, size / 16)


@dataclass(frozen=True, slots=True)
class Light:
    """What stands behind words to show them."""

    colour: QColor
    edge: QColor
    """Of a thin frame, so that the place shows also where the colours are near to each other."""
    below: float = 0.3
    """How far it reaches below the baseline, in parts of the font size."""


def finding_light(theme: Theme, severity: Severity) -> Light:
    """Return the light behind the words a finding looked at is about."""
    colour = severity_colour(theme, severity)
    # Deep enough to take the underline in.
    return Light(_thinned(colour, theme.background), colour, 0.52)


def light(painter: QPainter, lit: Light, places: Sequence[Stretch], size: float, origin: QPointF) -> None:
    """Light stretches of a layout from behind."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(lit.edge, 1))
    painter.setBrush(lit.colour)
    for place in places:
        height = size * (0.95 + lit.below)
        box = QRectF(place.left - 1.5, place.baseline - size * 0.95, place.right - place.left + 3, height)
        painter.drawRoundedRect(box.translated(origin), 2.5, 2.5)
    painter.restore()


def _thinned(colour: QColor, paper: QColor) -> QColor:
    """Return a colour thinned on paper until text can be read on it."""
    share = 0.2
    return QColor.fromRgbF(
        paper.redF() + (colour.redF() - paper.redF()) * share,
        paper.greenF() + (colour.greenF() - paper.greenF()) * share,
        paper.blueF() + (colour.blueF() - paper.blueF()) * share,
    )
