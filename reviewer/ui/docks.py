"""The panels beside the text: docked, tabbed, hidden, and found again where they were left."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QByteArray, QObject, Qt
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QLabel, QMainWindow, QTabBar, QToolButton, QWidget

from reviewer.commands.desk import Desk, Panel
from reviewer.model.changed import Changed
from reviewer.session.facts import Place
from reviewer.ui.look.theme import Theme
from reviewer.ui.panels.facts import FactsPanel
from reviewer.ui.panels.panel import PanelKind, PanelWidget, panel_kinds

_WIDTH = 330
_HEIGHTS = (330, 400, 300)


class Docks(QObject):
    """Builds the panels and keeps them in their places."""

    def __init__(self, window: QMainWindow, desk: Desk, theme: Theme) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._panels: dict[Panel, PanelWidget] = {}
        self._docks: dict[Panel, _Dock] = {}
        tops: dict[int, QDockWidget] = {}
        for kind in panel_kinds():
            panel = kind.build(desk, theme)
            dock = _Dock(kind, panel, window)
            self._panels[kind.panel], self._docks[kind.panel] = panel, dock
            if kind.place in tops:
                window.tabifyDockWidget(tops[kind.place], dock)
            else:
                window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
                tops[kind.place] = dock
            dock.setVisible(False)
        self._first = [(tops[place], _HEIGHTS[min(place, len(_HEIGHTS) - 1)]) for place in sorted(tops)]
        self._kinds = panel_kinds()
        self._waiting: list[_Dock] | None = None
        """Panels that come back with the next document; None while they are there."""
        self._missing: list[_Dock] = []
        """Panels that come back with the next document that has something for them."""
        self._unsized = False
        self._places: QByteArray | None = None
        """Where the panels stood before they were hidden: docks that are hidden forget their sizes."""

    def arrange(self) -> None:
        """Show the panels as they are before the editor decides otherwise."""
        shown = [self._docks[kind.panel] for kind in self._kinds if kind.shown]
        if self._waiting is not None:
            self._waiting = shown
        else:
            for dock in shown:
                dock.show()
        for top, _ in self._first:
            top.raise_()
        # Docks that are hidden have no size to be given.
        self._unsized = self._waiting is not None
        if not self._unsized:
            self._size()

    def restore(self, restore: Callable[[], bool]) -> bool:
        """Have `restore` put all panels where they were; those that wait for a document go on waiting, as it left them.

        Returns what it returns: whether it knew where they were.
        """
        if not restore():
            return False
        if self._waiting is not None:
            self._waiting, self._unsized = None, False
            self.set_shown(False)
        return True

    def _size(self) -> None:
        there = [(dock, height) for dock, height in self._first if not dock.isHidden()]
        docks = [dock for dock, _ in there]
        self._window.resizeDocks(docks, [height for _, height in there], Qt.Orientation.Vertical)
        self._window.resizeDocks(docks, [_WIDTH] * len(docks), Qt.Orientation.Horizontal)

    def _without_lines(self) -> None:
        """Take the line away that Qt draws beside the tabs of docks."""
        for bar in self._window.findChildren(QTabBar):
            bar.setDrawBase(False)
            bar.setAccessibleName("Panels")

    def set_shown(self, shown: bool) -> None:
        """Hide all panels while there is nothing for them to show, or bring back those that were seen."""
        if shown and self._waiting is not None:
            if self._places is not None and not self._unsized:
                self._window.restoreState(self._places)
            session = self._desk.session
            fitting = {kind.panel for kind in self._kinds if session is None or kind.fits(session)}
            self._missing = [dock for dock in self._waiting if dock.panel not in fitting]
            for dock in self._docks.values():
                if dock.panel not in fitting:
                    dock.hide()
                elif dock in self._waiting:
                    dock.show()
            self._waiting = None
            self._without_lines()
            if self._unsized:
                self._unsized = False
                self._size()
        elif not shown and self._waiting is None:
            self._places = self._window.saveState()
            self._waiting = [dock for dock in self._docks.values() if not dock.isHidden() or dock in self._missing]
            for dock in self._waiting:
                dock.hide()

    def all(self) -> tuple[QDockWidget, ...]:
        """Return the docks, from top to bottom."""
        return tuple(self._docks.values())

    @property
    def fact(self) -> tuple[str, Place | None] | None:
        """What the facts panel stands at while it has the keyboard."""
        panel = self._panels.get(Panel.FACTS)
        return panel.chosen if isinstance(panel, FactsPanel) else None

    def set_session(self) -> None:
        """Another session (or none) is on the desk."""
        for panel in self._panels.values():
            panel.set_session()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours."""
        for panel in self._panels.values():
            panel.set_theme(theme)

    def handle(self, changed: Changed) -> None:
        """Something changed in the session."""
        for panel in self._panels.values():
            panel.handle(changed)

    def show(self, panel: Panel, *, toggle: bool, give_back: Callable[[], None]) -> None:
        """Show a panel and give it the keyboard; with `toggle`, hide one that has it already."""
        dock, widget = self._docks.get(panel), self._panels.get(panel)
        if dock is None or widget is None:
            return
        if toggle and _has_focus(widget):
            dock.hide()
            give_back()
            return
        dock.show()
        dock.raise_()
        widget.take_keyboard()

    def focus_next(self, others: Sequence[tuple[QWidget, Callable[[], None]]], step: int) -> None:
        """Move the keyboard to the next (1) or previous (-1) pane that is seen: of others, each with what gives it
        the keyboard, and of panels."""
        panes = [(pane, take) for pane, take in others if pane.isVisible()]
        panes += [(panel, panel.take_keyboard) for panel in self._seen()]
        here = next((n for n, (pane, _) in enumerate(panes) if _has_focus(pane)), 0)
        panes[(here + step) % len(panes)][1]()

    def _seen(self) -> list[PanelWidget]:
        return [self._panels[kind.panel] for kind in self._kinds if self._docks[kind.panel].seen]


class _Dock(QDockWidget):
    """A dock that knows whether it is seen: one behind another's tab is visible to Qt, too."""

    def __init__(self, kind: PanelKind, panel: PanelWidget, window: QMainWindow) -> None:
        super().__init__(kind.title, window)
        self.panel = kind.panel
        self.setObjectName(f"dock-{kind.panel.value}")
        self.setAccessibleName(f"{kind.title} panel")
        self.setWidget(panel)
        self.setTitleBarWidget(_Title(kind.title, self))
        self.seen = False
        self.visibilityChanged.connect(self._on_visibility)

    def _on_visibility(self, visible: bool) -> None:
        self.seen = visible


class _Title(QWidget):
    """A dock's title: thin, and gone where tabs say the same."""

    def __init__(self, title: str, dock: QDockWidget) -> None:
        super().__init__(dock)
        self.setObjectName("dockTitle")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        line = QHBoxLayout(self)
        line.setContentsMargins(14, 6, 6, 2)
        self._label = QLabel(title)
        line.addWidget(self._label, 1)
        close = QToolButton()
        close.setText("✕")
        close.setProperty("flat", True)
        close.setAccessibleName(f"Hide the {title} panel")
        close.setToolTip(f"Hide the {title} panel")
        close.clicked.connect(dock.hide)
        close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        line.addWidget(close)


def _has_focus(widget: QWidget) -> bool:
    focused = widget.window().focusWidget()
    return focused is not None and (focused is widget or widget.isAncestorOf(focused))
