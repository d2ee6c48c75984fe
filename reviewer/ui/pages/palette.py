"""The command palette: every command by a few letters of its name."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QLineEdit, QListView, QStyledItemDelegate, QStyleOptionViewItem
from rapidfuzz import fuzz

from reviewer.commands.command import Command
from reviewer.commands.desk import Page
from reviewer.commands.registry import all_commands
from reviewer.ui.pages.overlay import Overlay
from reviewer.ui.pages.page_host import PageHost

_ROW = 30
_KEYS_ROLE = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex


def ranked(commands: Iterable[Command], typed: str) -> list[Command]:
    """Return the commands whose words hold what was typed, best first.

    Each word typed must begin a word of the title, menu or description, or be close to one; a word of
    the title counts for more, and the whole title for most.
    """
    wanted = typed.casefold().split()
    scored = [(_score(command, wanted), n, command) for n, command in enumerate(commands)]
    return [command for score, _, command in sorted(scored, key=lambda s: (-s[0], s[1])) if score > 0]


def _score(command: Command, wanted: list[str]) -> float:
    title = command.title.casefold()
    words = title.replace("…", "").split()
    others = f"{command.menu} {command.id.replace('.', ' ').replace('-', ' ')} {command.description}".casefold().split()
    total = 1.0
    for word in wanted:
        if any(own.startswith(word) for own in words):
            total += 10
        elif word in title:
            total += 6
        elif any(other.startswith(word) for other in others):
            total += 3
        elif len(word) > 3 and max(fuzz.ratio(word, own[: len(word) + 1]) for own in words) >= 75:
            total += 2
        else:
            return 0
    return total + (5 if title.startswith(" ".join(wanted)) and wanted else 0)


class _Commands(QAbstractListModel):
    def __init__(self, host: PageHost) -> None:
        super().__init__()
        self._host = host
        self.commands: list[Command] = []

    def show_matches(self, typed: str) -> None:
        self.beginResetModel()
        has_document = self._host.session is not None
        self.commands = ranked((c for c in all_commands() if has_document or not c.needs_document), typed)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.commands)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        command = self.commands[index.row()]
        keys = self._host.keymap[command.id]
        shown = "   ".join((*keys.anywhere[:1], *keys.reading[:1]))
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{command.menu}: {command.title}"
        if role == _KEYS_ROLE:
            return shown
        if role == Qt.ItemDataRole.ToolTipRole:
            return command.description
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{command.title}. {command.description} {shown}"
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(100, _ROW)
        return None


class _WithKeys(QStyledItemDelegate):
    """Draws a command's keys at the end of its row."""

    def __init__(self, host: PageHost, parent: QObject) -> None:
        super().__init__(parent)
        self._host = host

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        super().paint(painter, option, index)
        painter.save()
        painter.setPen(self._host.appearance.theme.text_dim)
        box = option.rect.adjusted(0, 0, -12, 0)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, index.data(_KEYS_ROLE))
        painter.restore()


class Palette(Overlay):
    """A field and the commands that match it."""

    def __init__(self, host: PageHost) -> None:
        super().__init__(host, "Command palette", (640, 460), at_top=True)
        self.body.setContentsMargins(10, 10, 10, 10)
        self._field = QLineEdit()
        self._field.setPlaceholderText("What do you want to do?")
        self._field.setAccessibleName("Command")
        self._field.installEventFilter(self)
        self._model = _Commands(host)
        self._list = QListView()
        self._list.setModel(self._model)
        self._list.setItemDelegate(_WithKeys(host, self._list))
        self._list.setUniformItemSizes(True)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setFrameShape(QListView.Shape.NoFrame)
        self._list.setAccessibleName("Commands")
        self.body.addWidget(self._field)
        self.body.addWidget(self._list, 1)
        self._field.textChanged.connect(self._narrow)
        self._field.returnPressed.connect(self._run)
        self._list.clicked.connect(lambda _index: self._run())

    def present(self, page: Page) -> None:
        """Come into view, nothing typed yet."""
        self._field.clear()
        self._narrow("")
        self.come(self._field)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {
                Qt.Key.Key_Down: 1,
                Qt.Key.Key_Up: -1,
                Qt.Key.Key_PageDown: 10,
                Qt.Key.Key_PageUp: -10,
            }.get(Qt.Key(event.key()))
            if step is not None:
                row = self._list.currentIndex().row() + step
                count = self._model.rowCount()
                self._list.setCurrentIndex(self._model.index(max(0, min(count - 1, row)), 0))
                return True
        return super().eventFilter(watched, event)

    def _narrow(self, typed: str) -> None:
        self._model.show_matches(typed)
        self._list.setCurrentIndex(self._model.index(0, 0))

    def _run(self) -> None:
        index = self._list.currentIndex()
        if index.isValid():
            command = self._model.commands[index.row()]
            self.leave()
            self.host.run(command)


def build(host: PageHost) -> Palette:
    """Make the page."""
    return Palette(host)
