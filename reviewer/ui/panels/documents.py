"""The documents panel: what a project of several documents holds, how far each is, and the gravest finding in it."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyleOptionViewItem

from reviewer.commands.desk import Desk, Panel
from reviewer.commands.documents import go_to_document
from reviewer.commands.wording import counted
from reviewer.model.changed import Aspect, Changed
from reviewer.session.documents import DocumentRow
from reviewer.session.session import Session
from reviewer.ui.finding_words import severity_icon
from reviewer.ui.look.theme import Theme
from reviewer.ui.panels.panel import PanelKind, PanelWidget
from reviewer.ui.panels.two_lines import TwoLineRows, draw_icon

_ROW_ROLE = Qt.ItemDataRole.UserRole
_CURRENT_ROLE = Qt.ItemDataRole.UserRole + 1
_MARGIN = 8
_SIGN = 11
_BAR = 3
"""Thickness of the bar that shows how far a document is, in pixels."""

_Index = QModelIndex | QPersistentModelIndex


class DocumentsModel(QAbstractListModel):
    """The documents in order; every answer is looked up in the session when asked for."""

    def __init__(self) -> None:
        super().__init__()
        self._session: Session | None = None

    def set_session(self, session: Session | None) -> None:
        """Show the documents of another session."""
        self.beginResetModel()
        self._session = session
        self.endResetModel()

    def follow(self) -> None:
        """Something about the documents is another than before."""
        if count := self.rowCount():
            self.dataChanged.emit(self.index(0), self.index(count - 1))

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() or self._session is None else len(self._session.documents)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self._session is None or not index.isValid():
            return None
        if role == _CURRENT_ROLE:
            return index.row() == self._session.document
        row = self._session.documents[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return row.name
            case Qt.ItemDataRole.AccessibleTextRole:
                return _said(row, current=index.row() == self._session.document)
            case _:
                return row if role == _ROW_ROLE else None


class DocumentRows(TwoLineRows):
    """Draws a document: its name, how far it is and its gravest finding in a line, and a thin bar below."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(100, option.fontMetrics.height() + 18)

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index, *, selected: bool) -> None:
        # Qt's stubs leave the fields of a style option out.
        box, metrics, theme = option.rect, option.fontMetrics, self.theme
        row: DocumentRow = index.data(_ROW_ROLE)
        current: bool = index.data(_CURRENT_ROLE)
        ink = theme.selection_text if selected else theme.text
        quiet = theme.selection_text if selected else theme.text_dim
        if current:
            painter.fillRect(box.left(), box.top(), 3, box.height(), theme.current_bar)
        line = QRect(box.left() + _MARGIN, box.top() + 5, box.width() - 2 * _MARGIN, metrics.height())
        right = line.right()
        if row.worst is not None and row.findings:
            right = _write(painter, metrics, line, right, f"{row.findings:,}", ink) - _SIGN - 3
            icon = severity_icon(theme, row.worst, _SIGN)
            sign = QRect(right, line.top() + (line.height() - _SIGN) // 2, _SIGN, _SIGN)
            draw_icon(painter, icon, sign, selected=selected)
            right -= _MARGIN
        right = _write(painter, metrics, line, right, _progress(row), quiet) - _MARGIN
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold if current else QFont.Weight.Normal)
        painter.setFont(font)
        name = QFontMetrics(font).elidedText(row.name, Qt.TextElideMode.ElideMiddle, right - line.left())
        _write(painter, QFontMetrics(font), line, right, name, ink, begin=line.left())
        self._draw_bar(painter, row, QRectF(line.left(), line.bottom() + 4, line.width(), _BAR))

    def _draw_bar(self, painter: QPainter, row: DocumentRow, box: QRectF) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.separator)
        painter.drawRoundedRect(box, _BAR / 2, _BAR / 2)
        if row.done:
            painter.setBrush(self.theme.state_accepted)
            box.setWidth(max(_BAR, box.width() * row.done / row.rows))
            painter.drawRoundedRect(box, _BAR / 2, _BAR / 2)
        painter.restore()


def _write(
    painter: QPainter, metrics: QFontMetrics, line: QRect, right: int, words: str, ink: QColor, begin: int | None = None
) -> int:
    """Write words that end at `right`, or begin at `begin`; return where they begin."""
    left = right - metrics.horizontalAdvance(words) if begin is None else begin
    painter.setPen(ink)
    painter.drawText(QRect(left, line.top(), right - left + 2, line.height()), Qt.AlignmentFlag.AlignVCenter, words)
    return left


class DocumentsPanel(PanelWidget):
    """A list to jump from; the document at hand is marked in it."""

    aspects = Aspect.FINDINGS | Aspect.STATE | Aspect.TEXT | Aspect.ORDER | Aspect.CURRENT
    delay_ms = 60

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(desk, theme)
        self.setAccessibleName("Documents")
        self._model = DocumentsModel()
        self._list = QListView()
        self._list.setAccessibleName("Documents of the project")
        self._list.setModel(self._model)
        self._rows = DocumentRows(theme, self._list)
        self._list.setItemDelegate(self._rows)
        self._list.setUniformItemSizes(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setFrameShape(QListView.Shape.NoFrame)
        self.column.addWidget(self._list, 1)
        self._list.activated.connect(self._go)
        self._list.clicked.connect(self._go)
        self._here = -1

    def take_focus(self) -> None:
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_session(self) -> None:
        self._here = -1
        self._model.set_session(self.session)
        super().set_session()

    def set_theme(self, theme: Theme) -> None:
        self._rows.theme = theme
        super().set_theme(theme)

    def handle(self, changed: Changed) -> None:
        session = self.session
        # Stepping inside a document changes nothing here.
        if session is None or changed.aspects != Aspect.CURRENT or session.document != self._here:
            super().handle(changed)

    def refresh(self) -> None:
        session = self.session
        self._model.follow()
        if session is not None and session.document != self._here:
            self._here = session.document
            self._list.setCurrentIndex(self._model.index(self._here))

    def _go(self, index: QModelIndex) -> None:
        go_to_document(self.desk, index.row())
        self.desk.focus_text()


def _progress(row: DocumentRow) -> str:
    return f"{row.done:,} of {row.rows:,}" if row.rows else "taken out"


def _said(row: DocumentRow, *, current: bool) -> str:
    words = [row.name, f"{_progress(row)} reviewed" if row.rows else _progress(row)]
    if row.worst is not None and row.findings:
        words.append(f"{counted(row.findings, 'finding')}, the worst {row.worst.value}")
    return ", ".join([*words, *(["the one at hand"] if current else [])])


PANEL = PanelKind(
    Panel.DOCUMENTS,
    "Documents",
    DocumentsPanel,
    place=2,
    fits=lambda session: len(session.bitexts) > 1,
)
