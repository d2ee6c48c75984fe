"""Says in the window who would receive a text, how far an engine is, and how a filling ended."""

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

from reviewer.host.proxy import use_proxy
from reviewer.host.settings import ENGINES, PROXY, Settings
from reviewer.session.session import Session
from reviewer.session.translation.privacy import NEVER_SEND
from reviewer.ui.background.interpreter import Interpreter
from reviewer.ui.status_bar import StatusBar

if TYPE_CHECKING:
    from reviewer.session.translation.filling import Progress


class _Window(Protocol):
    settings: Settings

    @property
    def session(self) -> Session | None: ...

    def tell(self, message: str) -> None: ...

    def warn(self, message: str) -> None: ...


class Sending(QObject):
    """Keeps the window truthful about what leaves the machine."""

    def __init__(self, window: _Window, status: StatusBar, interpreter: Interpreter) -> None:
        super().__init__(interpreter)
        self._window = window
        self._status = status
        status.stop.clicked.connect(lambda: interpreter.translator.stop())
        interpreter.progressed.connect(self._on_progress)
        interpreter.ended.connect(self._on_end)
        window.settings.listeners.append(self._on_setting)
        use_proxy(window.settings.get(PROXY))

    def show_recipients(self) -> None:
        """Say who would receive a text."""
        session = self._window.session
        never = session is not None and bool(session.settings.get(NEVER_SEND))
        self._status.show_recipients(tuple(self._window.settings.get(ENGINES).values()), never=never)

    def _on_setting(self, key: str) -> None:
        if key == ENGINES.key:
            self.show_recipients()
        elif key == PROXY.key:
            use_proxy(self._window.settings.get(PROXY))

    def _on_progress(self, progress: "Progress | None") -> None:
        if progress is None:
            self._status.show_translating("", 0, 0)
        else:
            self._status.show_translating(progress.title, progress.answered, progress.total)

    def _on_end(self, progress: "Progress") -> None:
        """A filling ended: what is missing is told, and why."""
        if progress.failed:
            missing = progress.total - progress.translated
            self._window.warn(f"{missing:,} of {progress.total:,} paragraphs are not translated. {progress.trouble}")
        else:
            count = f"{progress.translated:,} of {progress.total:,}"
            self._window.tell(f"{count} paragraphs translated by {progress.title}.")
