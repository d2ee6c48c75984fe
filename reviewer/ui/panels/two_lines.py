"""Rows of two lines in a list, all of one height, so that a long list costs nothing."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reviewer.ui.look.theme import Theme

Index = QModelIndex | QPersistentModelIndex


class TwoLineRows(QStyledItemDelegate):
    """A subclass draws the lines in `draw`, over a background that shows what is selected."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self.theme = theme

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, *, selected: bool) -> None:
        """Draw the two lines of a row; the painter is put back afterwards."""
        raise NotImplementedError

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        # Qt's stubs leave the fields of a style option out.
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if selected:
            painter.fillRect(option.rect, self.theme.selection)
        self.draw(painter, option, index, selected=selected)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, 2 * option.fontMetrics.height() + 12)
