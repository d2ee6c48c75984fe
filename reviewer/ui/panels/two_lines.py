"""Rows of two lines in a list, all of one height, so that a long list costs nothing."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QIcon, QPainter
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


def draw_icon(painter: QPainter, icon: QIcon, box: QRect, *, selected: bool) -> None:
    """Draw an icon as it is seen best on a row that is selected, or is not."""
    mode = QIcon.Mode.Selected if selected else QIcon.Mode.Normal
    icon.paint(painter, box, Qt.AlignmentFlag.AlignCenter, mode)
