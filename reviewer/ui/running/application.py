"""Qt's application around the window: failures, signals of the system, garbage, the end."""

import signal
import socket
import sys
from collections.abc import Callable, Sequence
from types import TracebackType
from weakref import WeakMethod

from PySide6.QtCore import QObject, QSocketNotifier, QTimer
from PySide6.QtWidgets import QApplication

from reviewer import __version__
from reviewer.host.log import log_failure
from reviewer.host.settings import Settings
from reviewer.model.errors import ReviewerError
from reviewer.ui.look.style import chrome_font
from reviewer.ui.running.ending import Ending
from reviewer.ui.running.garbage import GarbageTimer
from reviewer.ui.window import MainWindow


def make_application(arguments: Sequence[str]) -> QApplication:
    """Return the application; there is one in a process."""
    application = QApplication.instance()
    if isinstance(application, QApplication):
        return application
    application = QApplication(list(arguments))
    application.setApplicationName("reviewer")
    application.setApplicationDisplayName("Reviewer")
    application.setDesktopFileName("reviewer")
    application.setApplicationVersion(__version__)
    application.setStyle("Fusion")
    application.setFont(chrome_font())
    return application


Hook = Callable[[type[BaseException], BaseException, TracebackType | None], object]


def _weak(hook: Hook, otherwise: Hook) -> Hook:
    """Return a hook that calls a method as long as its object lives.

    A thread keeps the hook that stood when it was made (`threading.Thread`). One that ends after the window would
    take apart what it holds, and objects of Qt must go on the thread they live on.
    """
    method = WeakMethod(hook)

    def call(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        (method() or otherwise)(kind, error, trace)

    return call


class Running(QObject):
    """The window while it runs: what happens besides it."""

    def __init__(self, settings: Settings, ending: Ending) -> None:
        super().__init__()
        self.window = MainWindow(settings)
        self._garbage = GarbageTimer(self)
        self._hook = sys.excepthook
        sys.excepthook = _weak(self._on_failure, self._hook)
        self._wakes: list[socket.socket] = []
        self._watch_signals(ending)
        if settings.problem:
            self.window.warn(settings.problem)

    def end(self) -> None:
        """Give back what was taken over."""
        sys.excepthook = self._hook
        self._garbage.stop()
        signal.set_wakeup_fd(-1)
        for wake in self._wakes:
            wake.close()

    def _on_failure(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, ReviewerError):
            self.window.warn(str(error))
            return
        if isinstance(error, KeyboardInterrupt):
            self.window.close()
            return
        path = log_failure(error)
        where = f" What happened is written in {path}, without your texts." if path else ""
        self.window.warn(f"Something went wrong in the program ({kind.__name__}). Your corrections are safe.{where}")
        self._hook(kind, error, trace)

    def _watch_signals(self, ending: Ending) -> None:
        """Close in good order when the system asks for it: Python sees a signal only when it runs, so that a
        socket wakes Qt's loop (`signal.set_wakeup_fd`)."""
        reading, writing = socket.socketpair()
        reading.setblocking(False)
        writing.setblocking(False)
        self._wakes = [reading, writing]
        signal.set_wakeup_fd(writing.fileno(), warn_on_full_buffer=False)
        self._notifier = QSocketNotifier(reading.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(lambda *_: reading.recv(64))
        ending.closes(self.window.close)
        if ending.asked:
            QTimer.singleShot(0, self.window, self.window.close)
