"""What the checks say about a short text, worked out while the window is still being built."""

import os
from collections.abc import Callable

from reviewer.model.errors import ReviewerError
from reviewer.session.analysis import Facts, look_at_documents, look_at_rows
from reviewer.session.checking import setup_of
from reviewer.session.findings import Batch
from reviewer.session.opening.opening import Opened
from reviewer.session.opening.preparing import existing_project
from reviewer.session.opening.request import Request
from reviewer.session.session import Session
from reviewer.storage.memory import MemoryStore
from reviewer.storage.sqlite import SqliteStore

_LONG = 1 << 20
"""Bytes of a project that takes long to read."""
_MOST = 1_000
"""Paragraphs that are all checked at once: about a second's work."""
_NEARBY = 12
"""Paragraphs that come before others: about as many as are seen."""


def send_findings(request: Request, opened: Opened | None, send: Callable[[Batch | Facts], None]) -> None:
    """Send the findings of the paragraphs that will be seen first, then of all, then what all of them say together.

    Of a long text nothing is sent: it is checked once the editor rests.
    """
    session = _session(request, opened)
    if session is None or not 0 < len(session.rows) <= _MOST:
        return
    if hasattr(os, "nice"):
        # Where processors are few, the text comes first.
        os.nice(10)
    setup = setup_of(session)
    here = session.rows.number(session.current)
    send(look_at_rows(session, setup, range(max(0, here - 1), here + _NEARBY)))
    facts: list[Facts] = []
    look_at_documents(session, setup, range(len(session.bitexts)), 1, facts.append, send)
    for its in facts:
        # Nobody can read them before the checks are loaded.
        send(its)


def _session(request: Request, opened: Opened | None) -> Session | None:
    """Return a session that is written nowhere; None where there is nothing that is quickly read."""
    if opened is not None:
        return Session(MemoryStore(opened.bitexts, opened.rows)) if len(opened.rows) <= _MOST else None
    try:
        path = None if len(request.paths) > 2 or request.pairs else existing_project(request)
        if path is None or os.path.getsize(path) > _LONG:
            return None
        store = SqliteStore(path, writable=False)
    except (OSError, ReviewerError):
        # The window will say what is wrong.
        return None
    try:
        return Session(store)
    finally:
        store.close()
