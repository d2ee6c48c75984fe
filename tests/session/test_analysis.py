"""The process that checks a long document."""

import multiprocessing
import os
import select
import sys
from collections.abc import Mapping
from pathlib import Path
from threading import Event

import pytest

from reviewer.checks.check import all_checks
from reviewer.host.errand import Errand, Failed
from reviewer.model.bitext import DOCUMENT_RANKS, Bitext, Document
from reviewer.model.segment import Code, CodeKind, Segment
from reviewer.session.analysis import Facts, analyse
from reviewer.session.checking import Pairs
from reviewer.session.facts import FactBook
from reviewer.session.findings import Batch
from reviewer.session.rows import RANK_GAP, Rows
from reviewer.session.session import Session
from reviewer.storage.memory import MemoryStore
from reviewer.storage.packing import PackedSegment, pack
from reviewer.storage.sqlite import SqliteStore
from tests.session.errand_answers import answers_of

ONE_CHECK = {"checks": {check.id: "off" for check in all_checks() if check.id != "repeated-word"}}
BITEXT = Bitext("t", Document("", "text", "de", "1"), Document("", "text", "en", "2"))
CODES = (Code("1", CodeKind.STANDALONE, "br"),)


def answers_for(path: str, settings: Mapping[str, object], documents: tuple[int, ...] = (0,)) -> list[object]:
    """Return all that an analysis of some documents of a project sends."""
    return answers_of(analyse, path, settings, documents, 2)


def packed(number: int) -> PackedSegment:
    """Return a segment with a doubled word; the third is empty."""
    target = "" if number == 3 else f"The the number {number}."
    return PackedSegment(number * RANK_GAP, str(number), f"Die Zahl {number}.", target, None, "translated", 0, None)


def test_every_segment_is_answered_in_order_and_facts_come_first(tmp_path: Path) -> None:
    path = str(tmp_path / "p.review")
    rows = [packed(number) for number in range(1, 121)]
    SqliteStore.create(path, [BITEXT], rows, {0: b""}, {}).close()
    received = answers_for(path, {"checks": {"repeated-word": "critical"}})
    assert isinstance(received[0], Facts)
    assert received[-1] is None
    found = [entry for answer in received if isinstance(answer, Batch) for entry in answer.found]
    assert [id for id, _ in found] == [str(n) for n in range(1, 121)]
    told = [entry for answer in received if isinstance(answer, Batch) for entry in answer.told]
    assert [id for id, _ in told] == [id for id, _ in found]
    book = FactBook(Rows(rows), "en")
    for id, facts in told:
        book.put(id, facts)
    assert [fact.rendering for id in ("1", "3") for fact in book.of(id)] == ["1", ""]
    by_id = dict(found)
    assert "empty" in {finding.check for finding in by_id["3"]}
    assert {f.severity.value for f in by_id["5"] if f.check == "repeated-word"} == {"critical"}


def test_a_long_document_is_answered_in_order_by_two_processes(tmp_path: Path) -> None:
    received = answers_for(_long_project(tmp_path), ONE_CHECK)
    batches = [answer for answer in received if isinstance(answer, Batch)]
    assert received[-1] is None
    assert [id for batch in batches for id, _ in batch.found] == [str(n) for n in range(1, 3_101)]
    assert [id for batch in batches for id, _ in batch.told] == [str(n) for n in range(1, 3_101)]
    assert sum(len(found) for batch in batches for _, found in batch.found) == 3_099


@pytest.mark.skipif(sys.platform != "linux", reason="looks for processes where Linux lists them")
def test_an_errand_stopped_leaves_no_process_behind(tmp_path: Path) -> None:
    begun, listed = Event(), Event()

    def take(errand: Errand, answer: object) -> None:
        # While nothing is taken the rest waits to be sent.
        begun.set()
        listed.wait()

    errand = Errand(analyse, (_long_project(tmp_path), ONE_CHECK, (0,), 2), lambda call: call(), take, "")
    assert begun.wait(60)
    (analyst,) = multiprocessing.active_children()
    children = Path(f"/proc/{analyst.pid}/task/{analyst.pid}/children").read_text().split()
    helpers = [os.pidfd_open(int(process)) for process in children]
    listed.set()
    errand.stop()
    assert helpers
    for helper in helpers:
        # Linux lets what stands for a process be read once the process has ended.
        assert select.select([helper], [], [], 60)[0], "it runs on"
        os.close(helper)


def _long_project(folder: Path) -> str:
    """Return a project of 3,100 paragraphs, which is worth two processes."""
    path = str(folder / "p.review")
    SqliteStore.create(path, [BITEXT], [packed(number) for number in range(1, 3_101)], {0: b""}, {}).close()
    return path


def test_documents_are_analysed_in_the_order_asked_for(tmp_path: Path) -> None:
    path = str(tmp_path / "p.review")
    rows = [
        packed(n)._replace(rank=document * DOCUMENT_RANKS + n * RANK_GAP, id=str(document * 10 + n))
        for document in range(4)
        for n in (1, 2)
    ]
    SqliteStore.create(path, [BITEXT] * 4, rows, {}, {}).close()
    received = answers_for(path, {}, (2, 0, 1))
    assert [[*answer.facts] for answer in received if isinstance(answer, Facts)] == [[2], [0], [1]]
    found = [id for answer in received if isinstance(answer, Batch) for id, _ in answer.found]
    assert found == ["21", "22", "1", "2", "11", "12"]


def test_a_project_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    received = answers_for(str(tmp_path / "none.review"), {})
    assert isinstance(received[0], Failed)
    assert "There is no project" in received[0].reason


def test_pairs_are_made_as_they_are_asked_for() -> None:
    coded = Segment("3", 3 * RANK_GAP, "a\U000f0000", "b\U000f0000", "b", source_codes=CODES, target_codes=CODES)
    second = packed(4)._replace(rank=DOCUMENT_RANKS + 1)
    session = Session(MemoryStore([BITEXT, BITEXT], [packed(1), packed(2), pack(coded), second]))
    pairs = Pairs(session)
    made = list(pairs)
    assert [(pair.id, pair.document) for pair in made] == [("1", 0), ("2", 0), ("3", 0), ("4", 1)]
    assert [pair.source_codes for pair in made] == [(), (), CODES, ()]
    assert [*Pairs(session, (1, 0))] == [made[3], *made[:3]] and Pairs(session, (1, 0))[1:3] == made[:2]
    assert [pairs[n] for n in range(4)] == made == pairs[:] and pairs[1:9] == made[1:] and pairs[-1] == made[-1]
