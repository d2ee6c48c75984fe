"""The part of the preferences about translation engines: which are asked, and what each needs.

Keys and addresses go into the system's keyring, and only ever that way: what is kept there is not shown.
"""

import os
from collections.abc import Callable, Mapping
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton, QWidget
from shiboken6 import isValid

from reviewer.engines.engine import Account, Engine, Need
from reviewer.host.jobs import Outcome, run_aside
from reviewer.host.settings import ENGINES, Settings
from reviewer.session.translation.translating import account_of, set_up
from reviewer.ui.background.lane_bridge import LaneBridge

Row = Callable[[str, str, QWidget, str], None]
"""Adds a row: its title, its help, its control, and a word to find it by."""
Trouble = Callable[[Exception], None]

T = TypeVar("T")

_FOUND_BY = "engine"
_NOT, _ASKED, _FIRST = range(3)


class EngineSettings(QObject):
    """Fills rows of the preferences. The keyring, which may be slow, is looked at on a thread of its own."""

    def __init__(self, settings: Settings, engines: tuple[Engine, ...], failed: Trouble, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        self._engines = engines
        self._failed = failed
        self._bridge = LaneBridge()
        self._combos: dict[str, QComboBox] = {}
        self._fields: dict[tuple[str, str], NeedField] = {}

    def fill(self, add: Row) -> None:
        """Add the rows, and look up what is set."""
        self._combos.clear()
        self._fields.clear()
        for engine in self._engines:
            combo = QComboBox()
            for title, use in (("not asked", _NOT), ("asked", _ASKED), ("asked first", _FIRST)):
                combo.addItem(title, use)
            combo.activated.connect(partial(self._choose, engine))
            self._combos[engine.id] = combo
            add(engine.title, engine.description, combo, _FOUND_BY)
            for need in engine.needs:
                field = NeedField(engine, need, partial(self._keep, engine, need))
                self._fields[engine.id, need.name] = field
                add(f"{engine.title}: {need.title}", _help_of(engine, need), field, _FOUND_BY)
        self._show_chosen()
        self._look_up()

    def _look_up(self) -> None:
        self._run(lambda: {engine.id: account_of(engine) for engine in self._engines}, self._show)

    def _show(self, accounts: Mapping[str, Account]) -> None:
        for (engine, need), field in self._fields.items():
            if engine in accounts:
                field.show_kept(accounts[engine][need])

    def _show_chosen(self) -> None:
        chosen = list(self._settings.get(ENGINES))
        for id, combo in self._combos.items():
            use = _NOT if id not in chosen else _FIRST if id == chosen[0] else _ASKED
            combo.setCurrentIndex(combo.findData(use))

    def _choose(self, engine: Engine, _index: int) -> None:
        use = self._combos[engine.id].currentData()
        others = {id: title for id, title in self._settings.get(ENGINES).items() if id != engine.id}
        this = {engine.id: engine.title} if use != _NOT else {}
        self._settings.set(ENGINES, {**this, **others} if use == _FIRST else {**others, **this})
        self._show_chosen()

    def _keep(self, engine: Engine, need: Need, value: str) -> None:
        def keep() -> Mapping[str, Account]:
            set_up(engine, {need.name: value})
            return {engine.id: account_of(engine)}

        self._run(keep, self._show)

    def _run(self, job: Callable[[], T], report: Callable[[T], object]) -> None:
        def take(outcome: Outcome) -> None:
            if not isValid(self):
                return
            if isinstance(outcome.error, Exception):
                self._failed(outcome.error)
            else:
                report(outcome.value)

        # The keyring may wait for the editor to unlock it, and the program must be able to end.
        run_aside("keyring", job, take, self._bridge.deliver)


class NeedField(QWidget):
    """A key, an address or the like of one engine. A secret is typed in blind, and never shown."""

    def __init__(self, engine: Engine, need: Need, keep: Callable[[str], None]) -> None:
        super().__init__()
        self._need = need
        self._keep = keep
        self._fixed = bool(os.environ.get(need.variable(engine.id), "").strip())
        self._shown = ""
        self.field = QLineEdit()
        self.forget = QPushButton("Forget")
        self.forget.setAutoDefault(True)
        self.forget.setVisible(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.field, 1)
        row.addWidget(self.forget)
        self.setFocusProxy(self.field)
        self.field.setEnabled(not self._fixed)
        if need.secret:
            self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setPlaceholderText("looking …")
        self.field.editingFinished.connect(self._finish)
        self.forget.clicked.connect(lambda: keep(""))

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.field.setAccessibleName(name)
        self.forget.setAccessibleName(f"Forget {name}")

    def setAccessibleDescription(self, description: str) -> None:
        super().setAccessibleDescription(description)
        self.field.setAccessibleDescription(description)

    def show_kept(self, value: str) -> None:
        """Say what is set; of a secret, only that it is."""
        need = self._need
        own = value != need.default
        if self._fixed:
            said = "set in the environment"
        elif need.secret and value:
            said = "kept in the system’s keyring"
        elif need.default:
            said = need.default
        else:
            said = "not set"
        self.field.setPlaceholderText(said)
        self._shown = "" if need.secret or not own else value
        self.field.setText(self._shown)
        if "@" in self._shown:
            # An address with a login in it.
            self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.forget.setVisible(bool(value) and own and not self._fixed)

    def _finish(self) -> None:
        value = self.field.text().strip()
        # An empty field of a secret says nothing: what is kept does not stand in it.
        if value == self._shown or (self._need.secret and not value):
            return
        if self._need.secret:
            self.field.clear()
            self.field.setPlaceholderText("keeping …")
        self._shown = value
        self._keep(value)


def _help_of(engine: Engine, need: Need) -> str:
    where = "Kept in the system’s keyring" if need.secret else "Kept beside the keys"
    words = [f"{where}; or set {need.variable(engine.id)}.", "" if need.required else "Not always needed."]
    return " ".join(filter(None, words))
