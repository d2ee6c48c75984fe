"""Findings that keep up by themselves, in short documents and in long ones."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from reviewer.host.jobs import DirectLane
from reviewer.session import acts
from reviewer.session.analysis import Facts
from reviewer.session.findings import Batch
from reviewer.session.opening.first_findings import send_findings
from reviewer.session.opening.opening import Opened, open_documents
from reviewer.session.opening.preparing import prepare, read
from reviewer.session.opening.reading_ahead import Early
from reviewer.session.opening.request import Request
from reviewer.session.session import Session
from reviewer.session.stale import StaleRows
from reviewer.storage.sqlite import RowsRead, SqliteStore
from reviewer.ui.background import checker, errand_runner
from reviewer.ui.window import MainWindow
from tests.session.test_documents import written
from tests.ui.conftest import NewWindow, OpenTexts
from tests.ui.keys import press, write

OpenPairs = Callable[[int], tuple[MainWindow, Session]]


@pytest.fixture
def open_pairs(open_texts: OpenTexts, monkeypatch: pytest.MonkeyPatch) -> OpenPairs:
    """Return a function that opens so many paragraphs, every tenth with a doubled word, and no patience."""
    monkeypatch.setattr(checker, "_REST_MS", 10)

    def opened(count: int) -> tuple[MainWindow, Session]:
        the = {n: "the the" if n % 10 == 0 else "the" for n in range(1, count + 1)}
        return open_texts([(f"Der Absatz {n} steht hier.", f"Here stands {the[n]} paragraph {n}.") for n in the])

    return opened


def doubled(session: Session) -> list[str]:
    """Return the paragraphs with a doubled word."""
    ids = (row.id for row in session.rows)
    return [id for id in ids if any(f.check == "repeated-word" for f in session.findings.of(id))]


@pytest.mark.parametrize("count", [30, checker.SHORT + 20])
def test_the_whole_document_is_checked_by_itself(open_pairs: OpenPairs, count: int) -> None:
    _, session = open_pairs(count)
    assert doubled(session) == [str(n) for n in range(10, count + 1, 10)]
    assert not session.stale


def test_a_change_during_the_analysis_is_not_overwritten(open_pairs: OpenPairs, qtbot: QtBot) -> None:
    window, session = open_pairs(checker.SHORT + 20)
    acts.set_target(session, "70", "Here stands the paragraph 70.")
    acts.set_target(session, "71", "Here stands the the paragraph 71.")
    qtbot.waitUntil(lambda: not session.stale and not window.review.checker.working, timeout=120_000)
    assert "70" not in doubled(session)
    assert "71" in doubled(session)


@pytest.mark.parametrize("count", [30, checker.SHORT + 20])
def test_what_the_whole_document_tells_is_kept_current(open_pairs: OpenPairs, qtbot: QtBot, count: int) -> None:
    window, session = open_pairs(count)
    assert [row.renderings[0].text for n in range(1, count + 1) if (row := session.facts.row(f"= {n} "))] == [
        str(n) for n in range(1, count + 1)
    ]
    session.go(str(count))
    acts.set_target(session, str(count), "Here stands the paragraph 7.")
    qtbot.waitUntil(lambda: f"= {count} " in session.facts.odd)
    session.undo()
    qtbot.waitUntil(lambda: f"= {count} " not in session.facts.odd)
    qtbot.waitUntil(lambda: not window.review.checker.working, timeout=120_000)


def test_what_is_typed_is_checked_at_the_next_pause(open_pairs: OpenPairs, qtbot: QtBot) -> None:
    window, session = open_pairs(5)
    shown: list[str] = []
    window.review.checker._show_typed = lambda id, text, findings: shown.extend(f.check for f in findings)
    press("E", "End")
    write(" It is is so.")
    qtbot.waitUntil(lambda: "repeated-word" in shown)
    assert not doubled(session), "the document itself has not changed yet"


def test_nothing_is_checked_between_two_turns_of_the_wheel(
    open_pairs: OpenPairs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checker, "_SCROLLED_MS", 3_600_000)
    window, session = open_pairs(30)
    session.stale.everything()
    window.view.verticalScrollBar().setValue(500)
    for _ in range(20):
        QCoreApplication.processEvents()
    assert len(session.stale) == 30


def test_what_comes_into_view_is_checked_once_scrolling_rests(open_pairs: OpenPairs, qtbot: QtBot) -> None:
    window, session = open_pairs(30)
    session.stale.everything()
    with qtbot.waitSignal(window.review.checker.all_done):
        window.view.verticalScrollBar().setValue(500)


def test_a_check_switched_off_finds_nothing_any_more(open_pairs: OpenPairs, qtbot: QtBot) -> None:
    window, session = open_pairs(20)
    with qtbot.waitSignal(window.review.checker.all_done):
        session.remember({"checks": {"repeated-word": "off"}})
    assert not doubled(session)
    with qtbot.waitSignal(window.review.checker.all_done):
        session.remember({"checks": {}})
    assert doubled(session) == ["10", "20"]


def test_a_change_has_its_own_document_analysed_again(
    new_window: NewWindow, qtbot: QtBot, own_folders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checker, "_REST_MS", 10)
    asked: list[list[int]] = []

    class Noted(errand_runner.Errand):
        def __init__(self, work: Any, arguments: Any, *others: Any) -> None:
            asked.append(arguments[2])
            super().__init__(work, arguments, *others)

    monkeypatch.setattr(errand_runner, "Errand", Noted)
    texts = ("Er wohnt in Köln.\n" * 30, "He lives in Cologne.\n" * 30)
    pairs = written(own_folders, dict.fromkeys("abc", texts))
    opened = open_documents(pairs, "de", "en")
    project = str(own_folders / "p.review")
    SqliteStore.create(project, opened.bitexts, opened.rows, opened.originals, {"current": "35"}).close()
    window = new_window()
    with qtbot.waitSignal(window.review.checker.all_done, timeout=120_000):
        window.open_path(project)
    session = window.session
    assert session is not None
    assert asked == [[1, 2, 0]], "the document at hand comes first"
    with qtbot.waitSignal(window.review.checker.all_done, timeout=120_000):
        acts.set_target(session, "70", "He lives in the the wood.")
    qtbot.waitUntil(lambda: len(asked) == 2 and not window.review.checker.working, timeout=120_000)
    assert asked[1] == [2]
    assert doubled(session) == ["70"]


class Told:
    """Stands in for the process that checks while the window is built: what it says comes once it may speak."""

    def __init__(self, request: Request) -> None:
        self.may_speak = threading.Event()
        self._answers: list[Batch | Facts] = []
        self._opened = read(request)
        send_findings(request, self._opened, self._answers.append)

    def result(self) -> Opened | RowsRead | None:
        return self._opened

    def following(self) -> Iterator[Batch | Facts]:
        self.may_speak.wait(60)
        yield from self._answers


OpenEarly = Callable[[int], tuple[MainWindow, Session, Told]]


@pytest.fixture
def open_early(new_window: NewWindow, own_folders: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[OpenEarly]:
    """Return a function that opens so many paragraphs, every tenth with a doubled word, checked by `Told`."""
    monkeypatch.setattr(checker, "_REST_MS", 10)
    begun: list[Told] = []

    def opened(count: int) -> tuple[MainWindow, Session, Told]:
        source, target = own_folders / "s.txt", own_folders / "t.txt"
        source.write_text("".join(f"Der Absatz {n} steht hier.\n" for n in range(1, count + 1)), "utf-8")
        the = {n: "the the" if n % 10 == 0 else "the" for n in range(1, count + 1)}
        target.write_text("".join(f"Here stands {the[n]} paragraph {n}.\n" for n in the), "utf-8")
        request = Request((str(source), str(target)), "de", "en")
        begun.append(told := Told(request))
        ready = prepare(request, "", DirectLane, told.result)
        window = new_window()
        window.review.put(ready.session, (), cast(Early, told))
        return window, ready.session, told

    yield opened
    for told in begun:
        told.may_speak.set()


def test_what_was_found_while_the_window_was_built_is_not_looked_for_again(
    open_early: OpenEarly, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []

    class Noted(errand_runner.Errand):
        def __init__(self, work: Any, arguments: Any, *others: Any) -> None:
            asked.append(arguments[2])
            super().__init__(work, arguments, *others)

    monkeypatch.setattr(errand_runner, "Errand", Noted)
    window, session, told = open_early(checker.SHORT + 20)
    with qtbot.waitSignal(window.review.checker.all_done, timeout=60_000):
        told.may_speak.set()
    assert doubled(session) == [str(n) for n in range(10, checker.SHORT + 21, 10)]
    qtbot.waitUntil(lambda: bool(window.review.checker.facts("1", None)), timeout=60_000)
    with qtbot.waitSignal(window.review.checker.all_done, timeout=120_000):
        acts.set_target(session, "70", "Here stands the paragraph 70.")
    qtbot.waitUntil(lambda: bool(asked) and not window.review.checker.working, timeout=120_000)
    assert asked == [[0]], "for the change, and only for that"


def test_a_short_text_that_was_checked_while_the_window_was_built_is_not_checked_once_more(
    open_early: OpenEarly, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, session, told = open_early(30)
    with qtbot.waitSignal(window.review.checker.all_done, timeout=60_000):
        told.may_speak.set()
    with monkeypatch.context() as patch:
        again: list[StaleRows] = []
        patch.setattr(StaleRows, "everything", lambda stale: again.append(stale))
        with qtbot.waitSignal(window.review.checker.in_view_done, timeout=60_000):
            assert doubled(session) == ["10", "20", "30"]
        assert not again
    acts.set_target(session, "10", "Here stands the paragraph 10.")
    qtbot.waitUntil(lambda: doubled(session) == ["20", "30"], timeout=60_000)


def test_what_is_found_while_the_window_is_built_is_not_believed_of_a_text_changed_since(
    open_early: OpenEarly, qtbot: QtBot
) -> None:
    window, session, told = open_early(checker.SHORT + 20)
    acts.set_target(session, "10", "Here stands the paragraph 10.")
    acts.set_target(session, "11", "Here stands the the paragraph 11.")
    told.may_speak.set()
    qtbot.waitUntil(lambda: "20" in doubled(session), timeout=60_000)
    assert "10" not in doubled(session)
    qtbot.waitUntil(lambda: not session.stale and not window.review.checker.working, timeout=120_000)
    assert doubled(session)[:2] == ["11", "20"]


def test_a_check_switched_off_while_the_window_is_built_finds_nothing(open_early: OpenEarly, qtbot: QtBot) -> None:
    window, session, told = open_early(checker.SHORT + 20)
    session.remember({"checks": {"repeated-word": "off"}})
    told.may_speak.set()
    qtbot.waitUntil(lambda: not session.stale and not window.review.checker.working, timeout=120_000)
    assert not doubled(session)


def test_a_text_too_long_for_a_paragraph_keeps_nobody_waiting(
    open_texts: OpenTexts, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checker, "_REST_MS", 10)
    long = "Die Lage in Hama ist ernst, sagte Anna Berg. " * 190
    huge = long * 4
    told: list[str] = []
    monkeypatch.setattr(MainWindow, "tell", lambda _window, said: told.append(said))
    window, session = open_texts([("Es regnet..", "It is  raining."), (long, f"{long}Ende  hier."), (huge, huge)])
    assert session.findings.of("1") and session.findings.of("2") and not session.findings.of("3")
    assert any("¶ 3" in said for said in told)
    window.view.start_editing()
    write("x")
    qtbot.waitUntil(lambda: not window.review.checker._typing.isActive())
