"""Begins what the command line asks for a window to show, or says in one sentence why that cannot be."""

import gc
import os
import sys
import threading
from argparse import Namespace

from reviewer.commands.headless.subcommand import reading_of
from reviewer.model.errors import InputError
from reviewer.session.opening.reading_ahead import Early
from reviewer.session.opening.request import Request

_TURN_S = 0.0005
"""How long another thread may keep the window waiting for its turn, each time; Python's own 5 ms are felt."""


def launch(arguments: Namespace) -> int:
    """Open the window that the command line asks for and run it; return the exit status.

    Raises:
        ReviewerError: it cannot be opened here, or what it should show cannot; says why.
    """
    if arguments.command == "sample" and not arguments.name:
        return _list_samples()
    request = _request(arguments)
    drawn: str | None = arguments.screenshot
    size = _size(arguments.size)
    if drawn:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    # Reading a long document makes a million objects and no garbage: walking them takes as long as making
    # them. Once there is a window, `GarbageTimer` looks after the rest.
    gc.disable()
    sys.setswitchinterval(_TURN_S)
    early = Early(request) if request else None
    try:
        # All of this is loaded while the document is read already.
        from reviewer.ui.running.starting import start

        return start(request, early, drawn, size)
    finally:
        if early is not None:
            early.end()
        if threading.active_count() == 1:
            # Else the process ends without: a thread still at work would take apart there what is left of the window.
            gc.enable()


def _list_samples() -> int:
    from reviewer.session.opening.samples import samples

    for one in samples():
        print(f"{one.name:<10} {one.source_lang} → {one.target_lang}  {one.title}. {one.description}")
    return 0


def _request(arguments: Namespace) -> Request | None:
    if arguments.command == "open":
        languages = arguments.source_lang, arguments.target_lang
        return Request(tuple(arguments.files), *languages, arguments.project, options=reading_of(arguments))
    if arguments.command == "sample":
        # Nothing that is not needed comes before the document is being read.
        from reviewer.session.opening.samples import request_for_sample

        return request_for_sample(arguments.name)
    return None


def _size(given: str) -> tuple[int, int]:
    width, _, height = given.lower().partition("x")
    if not (width.isdecimal() and height.isdecimal() and 200 <= int(width) <= 16_000 and 200 <= int(height) <= 16_000):
        raise InputError(f"“{given}” is no size. Write it like 1280x800.")
    return int(width), int(height)
