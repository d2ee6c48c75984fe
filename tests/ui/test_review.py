"""A project on disk in the window: saving, trouble, drafts, closing and coming back."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from reviewer.host.jobs import DirectLane
from reviewer.host.log import log_failure
from reviewer.model.errors import StorageError
from reviewer.model.segment import State
from reviewer.session import acts
from reviewer.session.opening.preparing import prepare
from reviewer.session.opening.request import Request
from reviewer.session.session import Session
from reviewer.storage.sqlite import SqliteStore
from reviewer.ui import trouble
from reviewer.ui.window import MainWindow
from tests.ui.conftest import NewWindow, make_segments, make_session
from tests.ui.keys import keyboard, press, write

OpenFiles = Callable[[], tuple[MainWindow, Session]]


@pytest.fixture
def open_files(new_window: NewWindow, qtbot: QtBot, own_folders: Path) -> OpenFiles:
    """Return a function that opens the same two files of three paragraphs in a new window."""
    source, target = own_folders / "s.txt", own_folders / "t.txt"
    source.write_text("Die Lage in Hama.\nEs regnet.\nDer Bericht endet.\n", "utf-8")
    target.write_text("The situation in Hamas.\nIt is raining.\nThe report ends.\n", "utf-8")

    def opened() -> tuple[MainWindow, Session]:
        window = new_window()
        window.open_path(str(source), str(target))
        qtbot.waitUntil(lambda: window.session is not None)
        session = window.session
        assert session is not None
        return window, session

    return opened


@contextmanager
def full_disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let no act be saved meanwhile."""

    def refuse(*_arguments: object) -> None:
        raise StorageError("The disk is full. Make room and try again, or save a copy elsewhere.")

    with monkeypatch.context() as patched:
        patched.setattr(SqliteStore, "append", refuse)
        yield


def stored(folder: Path) -> Session:
    """Return the project as it is on disk."""
    return Session(SqliteStore(str(folder / "t.txt.review"), writable=False))


def way(window: MainWindow, name: str) -> QPushButton:
    """Return a button of the notice."""
    return next(b for b in window.notice.findChildren(QPushButton) if b.text() == name and b.isVisible())


def test_every_act_is_on_disk_before_saved_shows(open_files: OpenFiles, own_folders: Path, qtbot: QtBot) -> None:
    _, session = open_files()
    press("A", "A")
    qtbot.waitUntil(lambda: session.saved)
    assert [row.state.done for row in stored(own_folders).rows] == [True, True, False]


def test_a_review_goes_on_where_it_stood(open_files: OpenFiles, qtbot: QtBot) -> None:
    window, _ = open_files()
    press("E", "Home")
    write("So: ")
    press("Ctrl+Return")
    window.close()
    assert window.session is None
    _, session = open_files()
    assert session.segment("1").target == "So: The situation in Hamas."
    assert session.current == "2"
    press("Z", "Z")
    assert session.segment("1").target == "The situation in Hamas."


def test_text_being_typed_comes_back_after_a_crash(open_files: OpenFiles, own_folders: Path, qtbot: QtBot) -> None:
    window, session = open_files()
    press("J", "E")
    write(" Heavily.")
    qtbot.waitUntil(lambda: session.drafts.get("2") == "It is raining. Heavily." and session.saved)
    copy = own_folders / "after-crash.review"
    # What a kill leaves behind is what stands in the files now.
    for suffix in ("", "-wal"):
        part = own_folders / f"t.txt.review{suffix}"
        if part.exists():
            (own_folders / f"after-crash.review{suffix}").write_bytes(part.read_bytes())
    again = Session(SqliteStore(str(copy)))
    window.review.close()
    window.review.put(again)
    assert window.caret is not None
    assert window.caret.text == "It is raining. Heavily."
    press("Esc")
    assert again.segment("2").target == "It is raining. Heavily."


def test_trouble_is_shown_with_ways_out_until_it_is_over(
    open_files: OpenFiles, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    window, session = open_files()
    qtbot.waitUntil(lambda: session.saved)
    with full_disk(monkeypatch):
        press("A")
        qtbot.waitUntil(lambda: session.trouble is not None and window.notice.isVisible())
        assert "The disk is full" in window.notice.text
        assert window.status.retry.isVisible()
        assert keyboard() is window.view, "trouble does not stop the work"
        press("A")
        assert session.segment("2").state is State.REVIEWED
        press("Ctrl+S")
        assert way(window, "Retry").isVisible(), "trying again takes no way out away"
        press("F6")
        assert keyboard() is way(window, "Retry")
    press("Return")
    qtbot.waitUntil(lambda: session.saved and not window.notice.isVisible())
    assert not window.status.retry.isVisible()
    assert keyboard() is window.view


def test_what_could_not_be_saved_is_saved_once_there_is_room(
    open_files: OpenFiles, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(trouble, "RETRY_MS", 20)
    window, session = open_files()
    qtbot.waitUntil(lambda: session.saved)
    with full_disk(monkeypatch):
        press("A")
        qtbot.waitUntil(lambda: session.trouble is not None and window.notice.isVisible())
    qtbot.waitUntil(lambda: session.saved and not window.notice.isVisible())


def test_nothing_unsaved_is_closed_over_unasked(
    open_files: OpenFiles, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    window, session = open_files()
    qtbot.waitUntil(lambda: session.saved)
    with full_disk(monkeypatch):
        press("A")
        qtbot.waitUntil(lambda: session.trouble is not None)
        assert not window.close()
        assert window.isVisible()
        assert "Not everything is saved" in window.notice.text
        press("Esc")
        assert not window.notice.isVisible()
        assert not window.close()
        assert keyboard() is way(window, "Retry"), "whoever closes it answers by key"
        press("Tab", "Tab", "Return")
    assert window.session is None
    assert not window.isVisible()


def test_closing_says_that_a_long_document_is_still_being_saved(
    new_window: NewWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, session = new_window(), make_session(make_segments(5_001, "Ja.", "Yes."))
    window.review.put(session)
    said: list[str] = []
    save = session.close

    def close() -> None:
        said.extend(label.text() for label in window.centralWidget().findChildren(QLabel) if label.isVisible())
        save()

    monkeypatch.setattr(session, "close", close)
    press("Ctrl+W")
    assert said == [f"Saving {session.title} …"]
    assert window.welcome.isVisible()


def test_what_cannot_be_opened_is_told_in_the_window(open_files: OpenFiles, own_folders: Path, qtbot: QtBot) -> None:
    window, _ = open_files()
    window.open_path(str(own_folders / "nowhere.review"))
    qtbot.waitUntil(lambda: window.notice.isVisible())
    assert "There is no project" in window.notice.text
    assert window.welcome.isVisible()


def test_the_welcome_page_offers_recent_work(open_files: OpenFiles, qtbot: QtBot) -> None:
    window, session = open_files()
    press("A")
    qtbot.waitUntil(lambda: session.saved)
    press("Ctrl+W")
    entry = next(b for b in window.welcome.findChildren(QPushButton) if "t, DE" in b.accessibleName())
    assert "1 of 3" in entry.accessibleDescription()
    entry.click()
    qtbot.waitUntil(lambda: window.session is not None)
    assert keyboard() is window.view


def test_a_sample_opens_from_the_welcome_page(open_files: OpenFiles, qtbot: QtBot) -> None:
    window, _ = open_files()
    press("Ctrl+W")
    entry = next(b for b in window.welcome.findChildren(QPushButton) if "Hama" in b.accessibleName())
    entry.setFocus()
    press("Space")
    qtbot.waitUntil(lambda: window.session is not None and window.session.bitext.title == "The waterwheels of Hama")


def test_a_failure_is_logged_without_the_text_and_told_quietly(
    open_files: OpenFiles, own_folders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_files()
    secret = "The situation in Hamas."
    try:
        raise KeyError(secret)
    except KeyError as error:
        path = log_failure(error)
    assert path is not None
    written = path.read_text("utf-8")
    assert "KeyError" in written
    assert "test_a_failure_is_logged" in written
    assert secret not in written


def test_a_source_without_a_translation_is_opened_and_found_again(tmp_path: Path, own_folders: Path) -> None:
    source = tmp_path / "news.txt"
    source.write_text("Erster Absatz.\nZweiter Absatz.\n", "utf-8")
    ready = prepare(Request((str(source),), "de"), "ana", DirectLane)
    assert [(s.source, s.target) for s in ready.session.rows] == [("Erster Absatz.", ""), ("Zweiter Absatz.", "")]
    assert "There is no translation yet." in ready.told[0]
    assert ready.session.being_translated
    acts.set_target(ready.session, "1", "First paragraph.")
    ready.session.close()
    again = prepare(Request((str(source),)), "ana", DirectLane)
    assert [s.target for s in again.session.rows] == ["First paragraph.", ""]
    assert again.told == ()
    again.session.close()


def test_files_are_read_anew_in_another_encoding(open_files: OpenFiles, qtbot: QtBot) -> None:
    window, session = open_files()
    window.read_again({}, {"encoding": "windows-1251"})
    qtbot.waitUntil(lambda: window.session is not None and window.session is not session)
    assert window.session is not None
    assert window.session.bitext.target.options["encoding"] == "cp1251"
    assert window.session.bitext.source.language == session.bitext.source.language
    labels = [label.text() for label in window.statusBar().findChildren(QLabel)]
    assert "WINDOWS-1251 LF" in labels


def test_files_that_changed_are_read_again_by_key(open_files: OpenFiles, own_folders: Path) -> None:
    window, session = open_files()
    press("Alt+Shift+F5")
    assert "as they were" in window.status.message
    press("J", "F2", "Home")
    write("Now, ")
    press("Esc")
    (own_folders / "t.txt").write_text("The situation in Hama.\nIt is raining.\nThe report ends.\n", "utf-8")
    press("Alt+Shift+F5")
    assert "(1 paragraph changed)" in window.question.findChildren(QLabel)[0].text()
    press("Esc")
    assert session.segment("1").target == "The situation in Hamas."
    press("Alt+Shift+F5", "Y")
    assert [row.target for row in session.rows] == [
        "The situation in Hama.", "Now, It is raining.", "The report ends.",
    ]  # fmt: skip
    press("Z")
    assert session.segment("2").target == "Now, It is raining."
    assert "nothing to undo" in window.status.message
