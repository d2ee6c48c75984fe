"""What a panel is: a view of the session that keeps itself up to date while it is seen."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer.commands.desk import Desk, Panel
from reviewer.model.changed import Aspect, Changed
from reviewer.model.declared import declared
from reviewer.session.session import Session
from reviewer.ui.look.theme import Theme


class PanelWidget(QWidget):
    """Base of the panels. While hidden it does nothing; shown again, it catches up.

    A subclass says in `aspects` what concerns it, and shows it in `refresh`.
    """

    aspects: Aspect = Aspect.CURRENT
    delay_ms: int | None = None
    """How long after a change to refresh, so that a row of changes costs one; None: on the spot."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.desk = desk
        self.theme = theme
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(10, 6, 10, 8)
        self.column.setSpacing(6)
        self._outdated = True
        self._later = QTimer(self, singleShot=True, interval=self.delay_ms or 0)
        self._later.timeout.connect(self._catch_up)

    @property
    def session(self) -> Session | None:
        """The review in progress."""
        return self.desk.session

    def refresh(self) -> None:
        """Show what is the case now."""
        raise NotImplementedError

    def set_session(self) -> None:
        """Another session (or none) is on the desk."""
        self._mark()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours."""
        self.theme = theme
        self._mark()

    def handle(self, changed: Changed) -> None:
        """Something changed in the session."""
        if changed.aspects & self.aspects:
            self._mark()

    def settle(self) -> None:
        """Catch up now with what was left for later."""
        if self._outdated:
            self._catch_up()

    def take_keyboard(self) -> None:
        """Catch up, and take the keyboard."""
        self.settle()
        self.take_focus()

    def take_focus(self) -> None:
        """Put the keyboard where it is of use in this panel."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._outdated:
            self._catch_up()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape and not event.modifiers():
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.desk.focus_text()
                return True
        return super().event(event)

    def _mark(self) -> None:
        self._outdated = True
        if not self.isVisible():
            return
        if self.delay_ms is None:
            self._catch_up()
        elif not self._later.isActive():
            self._later.start()

    def _catch_up(self) -> None:
        self._outdated = False
        self.refresh()


@dataclass(frozen=True, slots=True)
class PanelKind:
    """A panel as its file declares it: `PANEL = PanelKind(...)`."""

    panel: Panel
    title: str
    build: Callable[[Desk, Theme], PanelWidget]
    place: int
    """Panels of the same place share it as tabs; places stand from top to bottom."""
    order: int = 0
    """Among the tabs of one place."""
    shown: bool = True
    """Whether it is seen before the editor decides."""
    fits: Callable[[Session], bool] = lambda _session: True
    """Whether there is something in it for a review; where there is not, it is not there at all."""


def panel_kinds() -> tuple[PanelKind, ...]:
    """Return the panels there are, from top to bottom."""
    kinds: list[PanelKind] = list(declared("reviewer.ui.panels", "PANEL")[0])
    return tuple(sorted(kinds, key=lambda kind: (kind.place, kind.order)))
