"""Loads the window while the document is read, and runs it."""

import builtins
import importlib
import threading
from collections.abc import Callable

from reviewer.host.jobs import Lane, ThreadLane
from reviewer.host.settings import AUTHOR, Settings
from reviewer.session.opening.reading_ahead import Early
from reviewer.session.opening.request import Request
from reviewer.ui.background.opening import Opening
from reviewer.ui.running.display import expect_window, explained
from reviewer.ui.running.ending import Ending

Call = Callable[[], None]


def start(request: Request | None, early: Early | None, drawn: str | None, size: tuple[int, int]) -> int:
    """Show the window until it is closed, or draw it into a file named `drawn`; return the exit status.

    Raises:
        ReviewerError: no window can be opened here, or what it should show cannot; says why.
    """
    settings = Settings()
    ending = Ending()
    try:
        try:
            # The binding's beginning walks through all loaded modules, and ends the process where another thread
            # loads one meanwhile (libshiboken, signature_bootstrap.py): this alone must come before `Opening`.
            importlib.import_module("shiboken6")
        except ImportError as error:
            raise explained(error) from error
        expect_window()
        deliver = _Deliver()
        # The document is read while Qt is loaded: both take about as long.
        opening = Opening(request, settings.get(AUTHOR), deliver.lane, early) if request else None
        try:
            # Qt may lack a library of the system, and is not needed to say so.
            importlib.import_module("PySide6.QtCore")
            _import_plainly()
            from reviewer.ui.running.run import run_window
        except ImportError as error:
            if opening is not None:
                opening.abandon()
            raise explained(error) from error
        return run_window(settings, opening, deliver, ending, drawn, size)
    finally:
        ending.give_back()


def _import_plainly() -> None:
    """Undo what the binding does to imports: for its `__feature__`, not used here, it reads every source."""
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


class _Deliver:
    """Stands in for the way to the GUI thread until there is one: calls wait for it."""

    def __init__(self) -> None:
        self._to: Callable[[Call], None] | None = None
        self._waiting: list[Call] = []
        self._mutex = threading.Lock()

    def __call__(self, call: Call) -> None:
        with self._mutex:
            if self._to is None:
                self._waiting.append(call)
                return
        self._to(call)

    def lead_to(self, to: Callable[[Call], None]) -> None:
        """Send calls this way from now on, those that wait first."""
        with self._mutex:
            for call in self._waiting:
                to(call)
            self._waiting.clear()
            self._to = to

    def lane(self) -> Lane:
        return ThreadLane("storage", self)
