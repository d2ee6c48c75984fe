"""Checking a whole document away from the window: runs in a process of its own, on the project as it is on disk."""

import pickle
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reviewer.checks.facts import facts_in
from reviewer.checks.runner import DocumentFacts, Runner, Setup
from reviewer.checks.witness import ACCEPTED
from reviewer.host.errand import carry_out
from reviewer.model.finding import Finding
from reviewer.session.checking import pairs_of
from reviewer.session.facts import packed
from reviewer.session.session import Session
from reviewer.storage.sqlite import SqliteStore

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

_BATCH = 50
_MOST_FACTS = 4 << 20
"""Most bytes of facts worth handing over: reading them stops the window for a moment. In a longer document
a changed paragraph is checked by itself until the next analysis."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What the checks that look at whole documents know of them; see `Runner.facts`."""

    facts: DocumentFacts


@dataclass(frozen=True, slots=True)
class Batch:
    """Findings of some segments and what they tell (see `packed`), in document order."""

    found: Sequence[tuple[str, tuple[Finding, ...]]]
    told: Sequence[tuple[str, bytes]]


def analyse(path: str, settings: Mapping[str, Any], answers: "Connection") -> None:
    """Check every segment of the project at `path`, sending `Facts`, then `Batch`es, then None.

    Where it fails it sends `Failed` and ends; where nobody listens any more it just ends.
    """
    carry_out(lambda: _analyse(path, settings, answers), answers)


def _analyse(path: str, settings: Mapping[str, Any], answers: "Connection") -> None:
    store = SqliteStore(path, writable=False)
    session = Session(store)
    pairs = pairs_of(session)
    store.close()
    setup = Setup.of({**settings, ACCEPTED: session.facts.accepted})
    del session
    runner = Runner(setup)
    found: list[tuple[str, tuple[Finding, ...]]] = []
    told: list[tuple[str, bytes]] = []
    surveyed = False
    for passage, findings in runner.check_passages(pairs):
        if not surveyed:
            surveyed = True
            facts = pickle.dumps(Facts(runner.facts))
            if len(facts) <= _MOST_FACTS:
                answers.send_bytes(facts)
        found.append((passage.segment, tuple(findings)))
        told.append((passage.segment, packed(facts_in(passage))))
        if len(found) == _BATCH:
            answers.send(Batch(found, told))
            found, told = [], []
    answers.send(Batch(found, told))
    answers.send(None)
