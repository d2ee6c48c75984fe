"""Work on a saved project in a process of its own: what would take so long that the window could not be used."""

from collections.abc import Callable
from contextlib import closing
from typing import TYPE_CHECKING

from reviewer.session.session import Session
from reviewer.storage.sqlite import SqliteStore

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

SHORT = 300
"""So many rows are worked on where they are: starting a process takes longer."""

Job = Callable[[Session], object]
"""What to do with a session; changes nothing in it, and can be sent to another process, as its answer can."""


def work_on(path: str, current: str, job: Job, answers: "Connection") -> None:
    """Do a job on the project at `path`, with the segment `current` on the desk, and send its answer."""
    with closing(SqliteStore(path, writable=False)) as store:
        session = Session(store)
        session.go(current)
        answers.send(job(session))
