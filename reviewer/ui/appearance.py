"""How the window looks: colours, size of the text, kind of view, where it stands; all remembered."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMainWindow

from reviewer.commands.desk import Choice
from reviewer.host.settings import COMPACT, DIFFERENCES, FONTS, READING, THEME, ZOOM, Settings
from reviewer.ui.bitext.view import BitextView
from reviewer.ui.docks import Docks
from reviewer.ui.look.fonts import choose_fonts
from reviewer.ui.look.style import apply_theme
from reviewer.ui.look.theme import SYSTEM, Theme, load_theme, theme, theme_names
from reviewer.ui.status_bar import StatusBar
from reviewer.ui.window_state import remember_window, restore_window

_SIZE = QSize(1280, 800)
"""Of the window before the editor decides; a screen without that room is filled."""
_TITLE_BAR = 48
"""Pixels that a desktop's title bar may be high: what it adds is known only once the window is shown."""


class _Parts(Protocol):
    """The parts of the window that have a look."""

    view: BitextView
    docks: Docks
    status: StatusBar

    def warn(self, message: str) -> None: ...


class Appearance:
    """Applies the settings of looks to the parts of the window, and keeps them when they change."""

    def __init__(self, window: _Parts, settings: Settings) -> None:
        self._parts = window
        self._settings = settings
        self._remembers = False
        view = window.view
        choose_fonts(settings.get(FONTS))
        view.set_compact(settings.get(COMPACT))
        view.set_differences(settings.get(DIFFERENCES))
        view.set_reading(settings.get(READING))
        view.zoom = settings.get(ZOOM) / 100
        self.theme = self._chosen()
        self._apply_theme()
        settings.listeners.append(self._on_setting)
        QGuiApplication.styleHints().colorSchemeChanged.connect(lambda _scheme: self._on_setting(THEME.key))

    def place(self) -> None:
        """Put the window and its panels where they were last time, and remember them from now on."""
        window = self._parts
        assert isinstance(window, QMainWindow)
        self._remembers = True
        self.arrange()
        if not self._parts.docks.restore(lambda: restore_window(window)):
            window.resize(_SIZE)
            room = window.screen().availableSize()
            if room.width() < _SIZE.width() or room.height() < _SIZE.height() + _TITLE_BAR:
                window.setWindowState(Qt.WindowState.WindowMaximized)

    def arrange(self) -> None:
        """Put the panels where they are before the editor decides."""
        self._parts.docks.arrange()

    def remember(self) -> None:
        """Store where everything stands."""
        self._keep_zoom()
        if self._remembers:
            window = self._parts
            assert isinstance(window, QMainWindow)
            self._parts.docks.set_shown(True)
            remember_window(window)

    def set_theme(self, name: str) -> None:
        """Use a theme by name; `system` follows the desktop."""
        self._settings.set(THEME, name)

    def themes(self) -> Sequence[Choice]:
        """Return the themes there are, the desktop's choice first."""
        system = Choice(SYSTEM, "As the desktop", "light, dark or high contrast")
        return [system, *(Choice(name, load_theme(name).title) for name in theme_names())]

    def show_differences(self, shown: bool | None) -> None:
        """Show what was changed in the delivered translation; None toggles."""
        self._settings.set(DIFFERENCES, not self._parts.view.differences if shown is None else shown)

    def show_reading_view(self, shown: bool | None) -> None:
        """Show running text; None toggles."""
        self._settings.set(READING, not self._parts.view.reading if shown is None else shown)

    def zoom(self, step: int) -> None:
        """Make the text larger (1), smaller (-1) or as it was (0)."""
        self._parts.view.set_zoom(step)
        self._keep_zoom()

    def _keep_zoom(self) -> None:
        self._settings.set(ZOOM, round(self._parts.view.zoom * 100))

    def _on_setting(self, key: str) -> None:
        view = self._parts.view
        if key == THEME.key:
            chosen = self._chosen()
            if chosen != self.theme:
                self.theme = chosen
                self._apply_theme()
        elif key == COMPACT.key:
            view.set_compact(self._settings.get(COMPACT))
        elif key == DIFFERENCES.key:
            view.set_differences(self._settings.get(DIFFERENCES))
        elif key == READING.key:
            view.set_reading(self._settings.get(READING))
        elif key == FONTS.key:
            choose_fonts(self._settings.get(FONTS))
            # Laid out anew, as at another size.
            view.zoom = view.zoom
        elif key == ZOOM.key and round(view.zoom * 100) != self._settings.get(ZOOM):
            view.zoom = self._settings.get(ZOOM) / 100

    def _chosen(self) -> Theme:
        name = self._settings.get(THEME)
        if name not in (SYSTEM, *theme_names()):
            self._parts.warn(
                f"There is no theme “{name}”, so the desktop’s colours are used. Choose one in the preferences."
            )
        return theme(name)

    def _apply_theme(self) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        apply_theme(application, self.theme)
        self._parts.view.set_theme(self.theme)
        self._parts.docks.set_theme(self.theme)
        self._parts.status.set_theme(self.theme)
