"""Draws a finding as two lines: what is wrong, and where and of what kind."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QIcon, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from reviewer.ui.panels.two_lines import Index, TwoLineRows, draw_icon

WHERE_ROLE = Qt.ItemDataRole.UserRole
"""Role of the second line."""

_MARGIN = 8
_SIGN = 12


class FindingRows(TwoLineRows):
    """Findings with their signs."""

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, *, selected: bool) -> None:
        # Qt's stubs leave the fields of a style option out.
        box, metrics, theme = option.rect, option.fontMetrics, self.theme
        icon = index.data(Qt.ItemDataRole.DecorationRole)
        line = metrics.height()
        left = box.left() + _MARGIN + _SIGN + _MARGIN
        top = box.top() + (box.height() - 2 * line) // 2
        if isinstance(icon, QIcon):
            sign = QRect(box.left() + _MARGIN, top + (line - _SIGN) // 2, _SIGN, _SIGN)
            draw_icon(painter, icon, sign, selected=selected)
        width = box.right() - left - _MARGIN
        for n, (role, colour) in enumerate(((Qt.ItemDataRole.DisplayRole, theme.text), (WHERE_ROLE, theme.text_dim))):
            painter.setPen(theme.selection_text if selected else colour)
            shown = metrics.elidedText(index.data(role), Qt.TextElideMode.ElideRight, width)
            painter.drawText(QRect(left, top + n * line, width, line), Qt.AlignmentFlag.AlignVCenter, shown)
