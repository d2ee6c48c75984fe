"""What the checks say about a text, worked out while the window is still being built."""

import os
from collections.abc import Callable
from contextlib import closing

from reviewer.session.analysis import Facts, look_at_documents, look_at_rows
from reviewer.session.checking import setup_of
from reviewer.session.findings import Batch
from reviewer.session.opening.opening import Opened
from reviewer.session.opening.preparing import existing_project
from reviewer.session.opening.request import Request
from reviewer.session.session import Session
from reviewer.storage.memory import MemoryStore
from reviewer.storage.sqlite import RowsRead, SqliteStore
from reviewer.storage.store import Project

_SHORT = 1_000
"""Paragraphs that are all checked at once: about a second's work."""
_LONG = 20_000
"""Paragraphs that take so long to read that the window has the checks loaded as soon."""


def send_findings(request: Request, found: Opened | RowsRead | None, send: Callable[[Batch | Facts], None]) -> None:
    """Send the findings of the paragraphs that will be seen first; and if the text is short, then of all, and what all
    of them say together.
    """
    if found is None or not 0 < len(found.rows) <= _LONG:
        return
    if hasattr(os, "nice"):
        # Where processors are few, the text comes first.
        os.nice(10)
    session = _session(request, found)
    setup = setup_of(session)
    send(look_at_rows(session, setup, session.nearby))
    if len(session.rows) > _SHORT:
        return
    facts: list[Facts] = []
    look_at_documents(session, setup, range(len(session.bitexts)), 1, facts.append, send)
    for its in facts:
        # Nobody can read them before the checks are loaded.
        send(its)


def _session(request: Request, found: Opened | RowsRead) -> Session:
    """Return a session that is written nowhere."""
    if isinstance(found, Opened):
        return Session(MemoryStore((), ()), Project(found.bitexts, found.rows, (), {}, (), {}))
    path = existing_project(request)
    assert path is not None
    with closing(SqliteStore(path, writable=False)) as store:
        return Session(store, store.load(found))
