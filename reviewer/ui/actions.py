"""Commands as menus and keys: one action each, from the registry and the keymap."""

import re
from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from reviewer.commands.command import Command
from reviewer.commands.keymap import Keymap
from reviewer.commands.menus import place_of
from reviewer.commands.registry import MENUS

_NUMBERED = re.compile(r" \d+$")

Run = Callable[[Command], None]


class Actions(QObject):
    """An action for every command, and the keys that run it."""

    def __init__(self, window: QWidget, commands: Iterable[Command], run: Run) -> None:
        super().__init__(window)
        self._commands = tuple(commands)
        self._run = run
        self._actions: dict[str, QAction] = {}
        self._reading_area: QWidget | None = None
        self._reading: list[QShortcut] = []
        self._by_place: dict[tuple[bool, str], Command] = {}
        for command in self._commands:
            action = QAction(command.title, window)
            action.setObjectName(command.id)
            action.setStatusTip(command.description)
            action.setEnabled(not command.needs_document)
            # Where a key must not act twice when it is held down, the command sees to it; stepping must repeat.
            action.triggered.connect(partial(self._trigger, command))
            window.addAction(action)
            self._actions[command.id] = action

    @property
    def commands(self) -> tuple[Command, ...]:
        return self._commands

    def fill(self, bar: QMenuBar) -> None:
        """Put the menus into a menu bar."""
        menus: dict[str, QMenu] = {}
        taken: set[str] = set()
        for title in MENUS:
            if any(command.menu == title for command in self._commands):
                menus[title] = bar.addMenu(_with_letter(title, taken))
        series: dict[str, QMenu] = {}
        groups: dict[str, int] = {}
        for command in self._commands:
            menu = menus[command.menu]
            group, _ = place_of(command.id)
            if groups.setdefault(command.menu, group) != group:
                groups[command.menu] = group
                menu.addSeparator()
            # What is there once for every number would crowd its menu.
            if _NUMBERED.search(command.title):
                name = _NUMBERED.sub("", command.title)
                if name not in series:
                    series[name] = menu.addMenu(name)
                menu = series[name]
            menu.addAction(self._actions[command.id])

    def menu(self, ids: Iterable[str], parent: QWidget) -> QMenu:
        """Return a menu of some commands; an empty id stands for a line between them."""
        menu = QMenu(parent)
        for id in ids:
            if id:
                menu.addAction(self._actions[id])
            else:
                menu.addSeparator()
        return menu

    def set_reading_area(self, area: QWidget) -> None:
        """Say where single keys work: in this widget, and only while it is not edited in."""
        self._reading_area = area

    def set_keymap(self, keymap: Keymap) -> None:
        """Give every command its keys."""
        for shortcut in self._reading:
            shortcut.setParent(None)
            shortcut.deleteLater()
        self._reading.clear()
        self._by_place.clear()
        for command in self._commands:
            keys = keymap[command.id]
            action = self._actions[command.id]
            action.setShortcuts([QKeySequence(key) for key in keys.anywhere])
            self._tell_keys(action, command, (*keys.anywhere, *keys.reading))
            for key in keys.anywhere:
                self._by_place[False, key] = command
            for key in keys.reading:
                self._by_place[True, key] = command
                if self._reading_area is not None:
                    shortcut = QShortcut(QKeySequence(key), self._reading_area)
                    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                    shortcut.activated.connect(partial(self._trigger, command))
                    self._reading.append(shortcut)

    def set_editing(self, editing: bool) -> None:
        """Say whether letters are text now."""
        for shortcut in self._reading:
            shortcut.setEnabled(not editing)

    def set_document(self, is_open: bool) -> None:
        """Say whether there is a document for commands to work on."""
        for command in self._commands:
            self._actions[command.id].setEnabled(is_open or not command.needs_document)

    def bound(self, key: str, *, reading: bool) -> Command | None:
        """Return the command of a key as the keymap spells it."""
        return self._by_place.get((False, key)) or (self._by_place.get((True, key)) if reading else None)

    def run(self, command: Command) -> None:
        """Run a command if it can be run now."""
        if self._actions[command.id].isEnabled():
            self._run(command)

    def _trigger(self, command: Command, _checked: bool = False) -> None:
        self._run(command)

    def _tell_keys(self, action: QAction, command: Command, keys: tuple[str, ...]) -> None:
        shown = " or ".join(keys)
        action.setToolTip(f"{command.description} ({shown})" if shown else command.description)


def _with_letter(title: str, taken: set[str]) -> str:
    """Return a menu's title with the first letter marked that no other menu has for Alt."""
    at = next((n for n, letter in enumerate(title) if letter.casefold() not in taken), None)
    if at is None:
        return title
    taken.add(title[at].casefold())
    return f"{title[:at]}&{title[at:]}"
