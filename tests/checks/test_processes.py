"""A long document checked in several processes: the same findings in the same order."""

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Generator

import pytest

from reviewer.checks import processes
from reviewer.checks.check import Passage
from reviewer.checks.runner import DocumentFacts, Pair, Runner, Setup
from reviewer.model.errors import ReviewerError
from reviewer.model.finding import Finding

TEXTS = [
    ("Am Montag kam Merkel nach Hama.", "On Monday Merkel came to Hama."),
    ("„Ja“, sagte sie.", "“Yes”, she said."),
    ("In Hama leben 5 Familien.", "In Hamas 6 families live."),
    ("Er sagte »Nein«.", "He said «no»."),
]
PAIRS = [Pair(str(n), *TEXTS[n % len(TEXTS)], "de", "en", document=n // 150) for n in range(230)]


def test_processes_find_what_one_finds() -> None:
    alone = [(pair.id, [f.fingerprint for f in found]) for pair, found in Runner().check_all(PAIRS)]
    together = [(pair.id, [f.fingerprint for f in found]) for pair, found in processes.check_all(Setup(), PAIRS, 2)]
    assert together == alone
    assert any(found for _, found in alone)


def _counted(passage: Passage, findings: list[Finding]) -> tuple[str, int]:
    return passage.segment, len(findings)


def test_what_is_made_of_each_passage_comes_in_order_after_what_all_say_together() -> None:
    known: list[DocumentFacts] = []
    looks = processes.look_at_all(Setup(), PAIRS, _counted, 2, known.append)
    assert next(looks) == ("0", 0)
    assert [facts.keys() for facts in known] == [{0, 1}]
    assert [("0", 0), *looks] == [*processes.look_at_all(Setup(), PAIRS, _counted, 1)]


@pytest.mark.skipif(sys.platform != "linux", reason="the change has to reach the process")
def test_a_process_that_ends_early_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Runner, "notes", lambda self, passage: os.kill(os.getpid(), signal.SIGKILL))
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    with pytest.raises(ReviewerError, match="ended early"):
        list(processes.check_all(Setup(), PAIRS, 2))


def test_asking_for_no_more_ends_the_processes() -> None:
    found = processes.check_all(Setup(), PAIRS, 2)
    next(found)
    assert isinstance(found, Generator)
    found.close()
    assert multiprocessing.active_children() == []
