"""Paints the name of a document above its first row: the border between two documents."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from reviewer.ui.bitext.rows.gutter import small_font
from reviewer.ui.bitext.rows.page import Page
from reviewer.ui.bitext.rows.row_layout import Heading
from reviewer.ui.look.theme import Theme


def paint_heading(painter: QPainter, page: Page, theme: Theme, heading: Heading, top: int, height: int) -> None:
    """Paint a band over the whole width whose upper edge stands at `top`."""
    painter.fillRect(0, top, page.width, height, theme.chrome)
    painter.fillRect(0, top, page.width, 2, theme.accent)
    painter.fillRect(0, top + height - 1, page.width, 1, theme.separator)
    font = QFont(small_font(round(page.size * (1.15 if page.reading else 0.95))))
    plain = small_font(round(page.size * 0.8))
    font.setWeight(QFont.Weight.DemiBold)
    metrics = QFontMetricsF(font)
    # It begins where the texts do, as a heading of theirs.
    left = min(page.source.x, page.target.x)
    box = QRectF(left, top + 2, max(page.source.right, page.target.right) - left, height - 3)
    room = QFontMetricsF(plain).horizontalAdvance(heading.place) + page.size
    name = metrics.elidedText(heading.name, Qt.TextElideMode.ElideMiddle, max(page.size * 4, box.width() - room))
    near, far = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
    if page.mirrored:
        near, far = far, near
    middle = Qt.AlignmentFlag.AlignVCenter
    painter.setFont(font)
    painter.setPen(theme.chrome_text)
    painter.drawText(box, near | middle | Qt.AlignmentFlag.AlignAbsolute, name)
    painter.setFont(plain)
    painter.setPen(theme.text_dim)
    painter.drawText(box, far | middle | Qt.AlignmentFlag.AlignAbsolute, heading.place)
