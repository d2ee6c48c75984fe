"""The key editor: gives commands the keys one is used to, and says which are taken."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
)

from reviewer.commands.command import Command
from reviewer.commands.desk import Page
from reviewer.commands.keymap import Keys, normal, presets
from reviewer.commands.own_keys import why_not, with_key, without_key
from reviewer.commands.registry import all_commands
from reviewer.host.settings import KEYMAP
from reviewer.model.errors import InputError
from reviewer.ui.keys.keymap import DEFAULT, own_keys, own_keys_path, write_own_keys
from reviewer.ui.pages.overlay import Overlay
from reviewer.ui.pages.page_host import PageHost
from reviewer.ui.pages.palette import ranked

_BARE = (Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr, Qt.Key.Key_unknown)


class KeyField(QLineEdit):
    """Takes the next key pressed, whatever it is; Tab and Esc keep their meaning.

    Signals:
        pressed: a key was pressed, as the keymap spells it.
    """

    pressed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setPlaceholderText("Press the new key here")
        self.setAccessibleName("New key")

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape) and not event.modifiers() & (
                Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
            ):
                return super().event(event)
            if event.key() not in _BARE:
                self._take(event)
            return True
        return super().event(event)

    def _take(self, event: QKeyEvent) -> None:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if len(event.text()) == 1 and event.text().isprintable() and not event.text().isalnum():
            # A sign like “?” is bound as it is written; on which key it stands differs.
            modifiers &= ~Qt.KeyboardModifier.ShiftModifier
        sequence = QKeySequence(int(modifiers.value) | event.key())
        try:
            key = normal(sequence.toString(QKeySequence.SequenceFormat.PortableText))
        except InputError:
            return
        self.setText(key)
        self.pressed.emit(key)


class KeyEditor(Overlay):
    """A table of all commands, and a field for a new key."""

    def __init__(self, host: PageHost) -> None:
        super().__init__(host, "Change keys", (900, 720))
        head = QHBoxLayout()
        self._look = QLineEdit()
        self._look.setPlaceholderText("Look for a command")
        self._look.setAccessibleName("Look for a command")
        self._preset = QComboBox()
        self._preset.setAccessibleName("Set of keys")
        self._preset.addItem("Reviewer’s own keys", DEFAULT)
        for preset in presets():
            self._preset.addItem(f"Keys as in {preset.title}", preset.id)
        head.addWidget(self._look, 1)
        head.addWidget(self._preset)
        self.body.addLayout(head)
        self._table = QTableWidget(0, 3)
        self._table.setHorizontalHeaderLabels(["Command", "While reading", "Anywhere"])
        self._table.verticalHeader().hide()
        self._table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._table.setTabKeyNavigation(False)
        self._table.setShowGrid(False)
        self._table.setAccessibleName("Commands and their keys")
        self._table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.body.addWidget(self._table, 1)
        self._field = KeyField()
        self._anywhere = self._button("Add for anywhere", lambda: self._add(reading=False))
        self._reading = self._button("Add for reading", lambda: self._add(reading=True))
        self._remove = self._button("Take its keys away", self._take_away)
        self._back = self._button("As in the set", self._restore)
        foot = QHBoxLayout()
        foot.addWidget(self._field, 1)
        for widget in (self._reading, self._anywhere, self._remove, self._back):
            foot.addWidget(widget)
        self.body.addLayout(foot)
        self._said = QLabel()
        self._said.setWordWrap(True)
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self.body.addWidget(self._said)
        self._commands: list[Command] = []
        self._look.textChanged.connect(lambda _text: self._fill())
        self._table.itemSelectionChanged.connect(self._on_selected)
        self._preset.activated.connect(lambda _index: self._choose_preset())
        self._field.pressed.connect(lambda _key: self._judge())

    def present(self, page: Page) -> None:
        """Come into view with the keys in force."""
        self._preset.setCurrentIndex(max(0, self._preset.findData(self.host.settings.get(KEYMAP))))
        self._look.clear()
        self._field.clear()
        self._said.setText(f"Your own keys are kept in {own_keys_path()}.")
        self._fill()
        self.come(self._look)

    @property
    def said(self) -> str:
        """What the page says about the last key."""
        return self._said.text()

    def _button(self, text: str, act: object) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(True)
        button.clicked.connect(act)
        return button

    def _fill(self) -> None:
        chosen = self._command.id if self._command else ""
        typed = self._look.text()
        self._commands = ranked(all_commands(), typed) if typed else list(all_commands())
        self._table.setRowCount(len(self._commands))
        for row, command in enumerate(self._commands):
            keys = self.host.keymap[command.id]
            cells = (f"{command.menu}: {command.title}", "   ".join(keys.reading), "   ".join(keys.anywhere))
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setToolTip(command.description)
                self._table.setItem(row, column, item)
        ids = [command.id for command in self._commands]
        self._table.selectRow(ids.index(chosen) if chosen in ids else 0)
        self._on_selected()

    @property
    def _command(self) -> Command | None:
        row = self._table.currentRow()
        return self._commands[row] if 0 <= row < len(self._commands) else None

    def _on_selected(self) -> None:
        for widget in (self._anywhere, self._reading, self._remove, self._back):
            widget.setEnabled(self._command is not None)
        if self._field.text():
            self._judge()

    def _judge(self) -> None:
        """Say at once whether the key pressed can be had."""
        command = self._command
        if command is None:
            return
        reasons = [self._why_not(command, reading=reading) for reading in (True, False)]
        self._reading.setEnabled(not reasons[0])
        self._anywhere.setEnabled(not reasons[1])
        self._said.setText(reasons[0] or reasons[1] or f"{self._field.text()} is free.")

    def _why_not(self, command: Command, *, reading: bool) -> str:
        return why_not(self.host.keymap, all_commands(), command.id, self._field.text(), reading=reading)

    def _add(self, *, reading: bool) -> None:
        command, key = self._command, self._field.text()
        if command is None or not key:
            self._said.setText("Press the new key in the field first.")
            return
        reason = self._why_not(command, reading=reading)
        if reason:
            self._said.setText(reason)
            return
        self._give(command, with_key(self.host.keymap[command.id], key, reading=reading))
        self._field.clear()
        self._said.setText(f"{key} now runs “{command.title}”.")

    def _take_away(self) -> None:
        command = self._command
        if command is None:
            return
        keys, key = self.host.keymap[command.id], self._field.text()
        # A key pressed in the field names the one to go.
        left = without_key(keys, key) if key in (*keys.anywhere, *keys.reading) else Keys((), ())
        self._give(command, left)
        self._said.setText(f"“{command.title}” has no key now." if left == Keys((), ()) else f"{key} is free now.")

    def _restore(self) -> None:
        command = self._command
        if command is None:
            return
        bindings = own_keys()
        bindings.pop(command.id, None)
        self._store(bindings)
        self._said.setText(f"“{command.title}” has the keys of the set again.")

    def _give(self, command: Command, keys: Keys) -> None:
        self._store({**own_keys(), command.id: keys})

    def _store(self, bindings: dict[str, Keys]) -> None:
        write_own_keys(bindings)
        self.host.apply_keymap()
        self._fill()

    def _choose_preset(self) -> None:
        self.host.settings.set(KEYMAP, self._preset.currentData())
        self.host.apply_keymap()
        self._fill()
        self._said.setText(f"In force: {self._preset.currentText()}, and your own keys over them.")


def build(host: PageHost) -> KeyEditor:
    """Make the page."""
    return KeyEditor(host)
