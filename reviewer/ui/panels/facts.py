"""The facts panel: every name, number, date and quotation of the article with how it was rendered, and where."""

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QSizePolicy, QTreeView

from reviewer.commands import facts as fact_commands
from reviewer.commands.desk import Desk, Panel
from reviewer.commands.registry import all_commands
from reviewer.model.changed import Aspect
from reviewer.session.facts import Place
from reviewer.ui.look.theme import Theme
from reviewer.ui.panels.fact_rows import FactRows
from reviewer.ui.panels.facts_model import FactsModel, Shown
from reviewer.ui.panels.panel import PanelKind, PanelWidget

_PAUSE_MS = 120
_ENOUGH = 60
"""Rows that fill any panel; more are filled in when they are scrolled to."""
_ACTS = {"fact.fix": "Fix here…", "fact.fix-all": "Fix all…", "fact.accept": "Accept"}
"""What is done with a fact: the command, and what its button says."""
_ALSO = ("edit.undo", "edit.redo", "fact.next-odd")
"""Commands whose letters mean here what they mean in the text."""


class FactsPanel(PanelWidget):
    """A table to walk along; the text shows the place one stands at."""

    aspects = Aspect.FACTS | Aspect.ORDER
    delay_ms = 250

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(desk, theme)
        self.setAccessibleName("Facts")
        self._model = FactsModel(self)
        self._kind = QComboBox()
        self._kind.setAccessibleName("Facts shown")
        for shown in Shown:
            self._kind.addItem(shown.title, shown.name)
        self._field = QLineEdit()
        self._field.setPlaceholderText("Name or rendering")
        self._field.setAccessibleName("Look for a name or a rendering")
        filters = QHBoxLayout()
        filters.addWidget(self._kind, 1)
        filters.addWidget(self._field, 1)
        self.column.addLayout(filters)
        self._whose = QLabel()
        self._whose.setProperty("quiet", True)
        self._whose.setTextFormat(Qt.TextFormat.PlainText)
        self._whose.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.column.addWidget(self._whose)
        self._tree = _Tree()
        self._tree.setAccessibleName("Facts of the article")
        self._tree.setModel(self._model)
        self._rows = FactRows(theme, self._tree)
        self._tree.setItemDelegate(self._rows)
        self.column.addWidget(self._tree, 1)
        self._said = QLabel()
        self._said.setProperty("quiet", True)
        self._said.setWordWrap(True)
        self.column.addWidget(self._said)
        self._buttons: dict[str, QPushButton] = {}
        below = QHBoxLayout()
        for id, title in _ACTS.items():
            button = self._buttons[id] = QPushButton(title)
            button.setAutoDefault(True)
            button.clicked.connect(lambda _checked=False, id=id: self._act(id))
            below.addWidget(button)
        self._odd = QLabel()
        self._odd.setProperty("quiet", True)
        below.addWidget(self._odd, 1, Qt.AlignmentFlag.AlignRight)
        self.column.addLayout(below)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._narrow)
        self._filling = QTimer(self, interval=0)
        self._filling.timeout.connect(self._fill)
        self._field.textChanged.connect(lambda _text: self._pause.start())
        self._kind.currentIndexChanged.connect(lambda _index: self._narrow())
        self._tree.selectionModel().currentChanged.connect(self._on_current)
        self._tree.activated.connect(self._go)
        self._tree.pressed_key.connect(self._on_key)

    @property
    def chosen(self) -> tuple[str, Place | None] | None:
        """What the editor stands at while the panel has the keyboard: a key, and one of its places."""
        index, focused = self._tree.currentIndex(), self.window().focusWidget()
        if not index.isValid() or focused is None or not self.isAncestorOf(focused):
            return None
        return self._model.key(index), self._model.place(index)

    def take_focus(self) -> None:
        if not self._tree.currentIndex().isValid() and self._model.rowCount():
            self._tree.setCurrentIndex(self._model.index(0, 0))
        self._tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_session(self) -> None:
        self._model.set_session(self.session)
        super().set_session()

    def set_theme(self, theme: Theme) -> None:
        self._rows.theme = theme
        super().set_theme(theme)
        self._tree.viewport().update()

    def refresh(self) -> None:
        self._model.follow()
        self._fill()

    def _narrow(self) -> None:
        self._pause.stop()
        self._model.narrow(Shown[self._kind.currentData()], self._field.text().strip())
        self._fill()

    def _fill(self) -> None:
        """Fill in what is seen, a few milliseconds at a time."""
        if not self._model.complete and self._model.rowCount() < _ENOUGH:
            self._model.fill()
        if self._model.complete or self._model.rowCount() >= _ENOUGH:
            self._filling.stop()
        elif not self._filling.isActive():
            self._filling.start()
        self._say()

    def _say(self) -> None:
        session, stands = self.session, self._tree.currentIndex().isValid()
        several = session is not None and len(session.bitexts) > 1
        self._whose.setVisible(several)
        if session is not None and several:
            self._whose.setText(f"In {session.documents.names[session.document]}")
        for id, button in self._buttons.items():
            button.setToolTip(f"{_ACTS[id]} ({self.desk.key_of(id)})")
            button.setEnabled(stands)
        odd = len(session.facts.odd) if session else 0
        self._odd.setText(f"{odd:,} odd" if odd else "none odd")
        empty = not self._model.rowCount() and self._model.complete
        self._said.setVisible(empty)
        self._said.setText(
            "Still reading the article." if session and session.stale else "Nothing of this kind is told."
        )

    def _on_current(self, index: QModelIndex, _before: QModelIndex) -> None:
        self._say()
        place = self._model.place(index) if index.isValid() else None
        if place is not None and self._tree.hasFocus():
            self.desk.stop_editing()
            fact_commands.go_to(self.desk, place)

    def _go(self, index: QModelIndex) -> None:
        session = self.session
        place = self._model.place(index)
        if session is None:
            return
        if place is None:
            place = fact_commands.odd_or_first(session, self._model.key(index))
        if place is not None:
            self.desk.stop_editing()
            fact_commands.go_to(self.desk, place)
            self.desk.focus_text()

    def _on_key(self, key: str) -> None:
        for id in (*_ACTS, *_ALSO):
            if key == self.desk.key_of(id):
                self._act(id)

    def _act(self, id: str) -> None:
        next(command for command in all_commands() if command.id == id).run(self.desk)


class _Tree(QTreeView):
    """A tree that answers arrows, and hands letters on instead of searching for them.

    Signals:
        pressed_key: a key it has no use for, as keymaps spell it.
    """

    pressed_key = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(14)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setExpandsOnDoubleClick(False)
        self.setSelectionMode(QTreeView.SelectionMode.SingleSelection)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().isprintable() and event.text().strip():
            self.pressed_key.emit(QKeySequence(event.keyCombination()).toString())
            return
        super().keyPressEvent(event)


PANEL = PanelKind(Panel.FACTS, "Facts", FactsPanel, place=1, order=3)
