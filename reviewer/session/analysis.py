"""Checking a whole document away from the window: runs in a process of its own, on the project as it is on disk."""

import os
import pickle
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

from reviewer.checks.check import Passage
from reviewer.checks.facts import facts_in
from reviewer.checks.names.witness import ACCEPTED
from reviewer.checks.processes import look_at_all
from reviewer.checks.runner import DocumentFacts, Setup
from reviewer.model.finding import Finding
from reviewer.session.checking import Pairs
from reviewer.session.facts import packed
from reviewer.session.findings import Batch
from reviewer.session.session import Session
from reviewer.storage.sqlite import SqliteStore

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

_BATCH = 50
_WORTH = 3_000
"""Segments from which a second process saves more time than it takes to load what the checks know."""
_MOST_JOBS = 2
"""Processes that check one document beside the window, be there more processors: each takes some 200 MB. One
processor is left to the window and the screen, or typing is felt to wait (p95 20 ms for 3)."""
_MOST_FACTS = 4 << 20
"""Most bytes of facts worth handing over: reading them stops the window for a moment. In a longer document
a changed paragraph is checked by itself until the next analysis."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What the checks that look at whole documents know of them; see `Runner.facts`."""

    facts: DocumentFacts


def spare_processes() -> int:
    """Return how many processes may check a document beside the window."""
    return max(1, min(_MOST_JOBS, (os.cpu_count() or 1) - 1))


def analyse(path: str, settings: Mapping[str, Any], documents: Sequence[int], jobs: int, answers: "Connection") -> None:
    """Check every segment of some documents of the project at `path`, sending `Facts`, then `Batch`es.

    Many are checked in `jobs` processes. The first of the documents is done with, facts and all, before the others
    are looked at.

    Raises:
        StorageError: there is no project, or it cannot be read.
    """
    store = SqliteStore(path, writable=False)
    session = Session(store)
    store.close()
    setup = Setup.of({**settings, ACCEPTED: session.facts.accepted})

    def send_facts(known: Facts) -> None:
        facts = pickle.dumps(known)
        if len(facts) <= _MOST_FACTS:
            answers.send_bytes(facts)

    look_at_documents(session, setup, documents, jobs, send_facts, answers.send)


def look_at_documents(
    session: Session,
    setup: Setup,
    documents: Sequence[int],
    jobs: int,
    send_facts: Callable[[Facts], None],
    send: Callable[[Batch], None],
) -> None:
    """Check every segment of some documents; what a document tells as a whole comes before its batches."""

    def known(facts: DocumentFacts) -> None:
        for document, its in facts.items():
            send_facts(Facts({document: its}))

    for some in (documents[:1], documents[1:]):
        pairs = Pairs(session, some)
        looks = look_at_all(setup, pairs, _look, jobs if len(pairs) >= _WORTH else 1, known)
        while batch := list(islice(looks, _BATCH)):
            send(_batch(batch))


def look_at_rows(session: Session, setup: Setup, rows: range) -> Batch:
    """Return what is found in some rows, given by their numbers, where nothing is known of the others."""
    return _batch(look_at_all(setup, Pairs(session)[rows.start : rows.stop], _look, 1))


def _batch(looks: Iterable[tuple[str, tuple[Finding, ...], bytes]]) -> Batch:
    looked = list(looks)
    return Batch([(id, findings) for id, findings, _ in looked], [(id, facts) for id, _, facts in looked])


def _look(passage: Passage, findings: list[Finding]) -> tuple[str, tuple[Finding, ...], bytes]:
    """Return what the window is told of a passage: its id, the findings, and the facts in it."""
    return passage.segment, tuple(findings), packed(facts_in(passage))
