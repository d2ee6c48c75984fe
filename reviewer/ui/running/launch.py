"""Opens the window for the command line, or says in one sentence why it cannot be opened."""

import builtins
import gc
import importlib
import os
import sys
import threading
from argparse import Namespace
from collections.abc import Callable

from reviewer.commands.headless.subcommand import reading_of
from reviewer.host.ahead import Ahead
from reviewer.host.jobs import Lane, ThreadLane
from reviewer.host.settings import AUTHOR, Settings
from reviewer.model.errors import InputError
from reviewer.session.opening.opening import Opened
from reviewer.session.opening.request import Request, begin_reading
from reviewer.session.opening.samples import samples
from reviewer.ui.background.opening import Opening
from reviewer.ui.running.display import expect_window, explained
from reviewer.ui.running.ending import Ending

Call = Callable[[], None]
_TURN_S = 0.0005
"""How long another thread may keep the window waiting for its turn, each time; Python's own 5 ms are felt."""


def launch(arguments: Namespace) -> int:
    """Open the window that the command line asks for and run it; return the exit status.

    Raises:
        ReviewerError: it cannot be opened here, or what it should show cannot; says why.
    """
    if arguments.command == "sample" and not arguments.name:
        for one in samples():
            print(f"{one.name:<10} {one.source_lang} → {one.target_lang}  {one.title}. {one.description}")
        return 0
    request = _request(arguments)
    drawn: str | None = arguments.screenshot
    size = _size(arguments.size)
    if drawn:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    expect_window()
    # Reading a long document makes a million objects and no garbage: walking them takes as long as making
    # them. Once there is a window, `GarbageTimer` looks after the rest.
    gc.disable()
    sys.setswitchinterval(_TURN_S)
    ahead = begin_reading(request) if request else None
    settings = Settings()
    ending = Ending()
    try:
        return _run(settings, request, ahead, ending, drawn, size)
    finally:
        ending.give_back()
        if threading.active_count() == 1:
            # Else the process ends without: a thread still at work would take apart there what is left of the window.
            gc.enable()


def _run(
    settings: Settings,
    request: Request | None,
    ahead: Ahead[Opened] | None,
    ending: Ending,
    drawn: str | None,
    size: tuple[int, int],
) -> int:
    try:
        # The binding's beginning walks through all loaded modules, and ends the process where another thread
        # loads one meanwhile (libshiboken, signature_bootstrap.py): this alone must come before `Opening`.
        importlib.import_module("shiboken6")
    except ImportError as error:
        raise explained(error) from error
    deliver = _Deliver()
    # The document is read while Qt is loaded: both take about as long.
    opening = Opening(request, settings.get(AUTHOR), deliver.lane, ahead) if request else None
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


def _request(arguments: Namespace) -> Request | None:
    if arguments.command == "open":
        languages = arguments.source_lang, arguments.target_lang
        return Request(tuple(arguments.files), *languages, arguments.project, options=reading_of(arguments))
    if arguments.command == "sample":
        return Request.of_sample(arguments.name)
    return None


def _size(given: str) -> tuple[int, int]:
    width, _, height = given.lower().partition("x")
    if not (width.isdecimal() and height.isdecimal() and 200 <= int(width) <= 16_000 and 200 <= int(height) <= 16_000):
        raise InputError(f"“{given}” is no size. Write it like 1280x800.")
    return int(width), int(height)
