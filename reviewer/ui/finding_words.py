"""What a finding is called in the window: its kind in words, its severity as a sign."""

import re
from unicodedata import bidirectional

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from reviewer.model.finding import Category, Severity
from reviewer.ui.look.severity_marks import draw_severity_sign, severity_colour
from reviewer.ui.look.theme import Theme

_RATIO = 2.0
"""Pixels a sign is drawn with for each of the window's: it is sharp on dense screens, too."""
_QUOTED = re.compile("“([^”]*)”")


def apart(text: str) -> str:
    """Return a sentence whose quoted words, where they run against it, turn nothing beside them (isolates of UAX 9).

    The mark before it says which way the sentence runs to those parts of Qt that look into isolates.
    """
    if all(bidirectional(char) not in ("R", "AL") for char in text):
        return text
    return _QUOTED.sub("“\u2068\\1\u2069”", f"\u200e{text}")


def category_title(category: Category) -> str:
    """Return an MQM error type in words: `accuracy/number` becomes `Number`."""
    return category.value.rpartition("/")[2].replace("-", " ").capitalize()


def severity_icon(theme: Theme, severity: Severity, size: int = 13) -> QIcon:
    """Return the sign of a severity as an icon; on what is selected it is drawn in the ink of selected text."""
    icon = QIcon()
    for mode, ink, paper in (
        (QIcon.Mode.Normal, severity_colour(theme, severity), theme.background),
        (QIcon.Mode.Selected, theme.selection_text, theme.selection),
    ):
        pixmap = QPixmap(QSize(size, size) * _RATIO)
        pixmap.setDevicePixelRatio(_RATIO)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        draw_severity_sign(painter, severity, QRectF(0, 0, size, size), ink, paper)
        painter.end()
        icon.addPixmap(pixmap, mode)
    return icon
