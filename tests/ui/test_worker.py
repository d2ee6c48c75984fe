"""What takes long is done without keeping the editor waiting."""

import time
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reviewer.model.errors import InputError
from reviewer.session import acts
from reviewer.session.elsewhere import SHORT
from reviewer.session.export.reporting import reported
from reviewer.session.session import Session
from reviewer.ui.window import MainWindow
from tests.ui.conftest import NewWindow

ROWS = SHORT + 10


def refuse(session: Session) -> None:
    raise InputError("That cannot be written.")


def rest(session: Session) -> None:
    time.sleep(60)  # it is ended long before


@pytest.fixture
def window(new_window: NewWindow, qtbot: QtBot, own_folders: Path) -> MainWindow:
    """A window with a document that is too long to be worked on in the window's own process."""
    source, target = own_folders / "s.txt", own_folders / "t.txt"
    source.write_text("".join(f"Satz Nummer {n}.\n" for n in range(ROWS)), "utf-8")
    target.write_text("".join(f"Sentence number {n}.\n" for n in range(ROWS)), "utf-8")
    window = new_window()
    window.open_path(str(source), str(target))
    qtbot.waitUntil(lambda: window.session is not None)
    return window


def session_of(window: MainWindow) -> Session:
    assert window.session is not None
    return window.session


def wait(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.review.worker.working, timeout=20_000)


def test_a_report_is_written_while_the_window_can_be_used(window: MainWindow, qtbot: QtBot) -> None:
    session = session_of(window)
    row = session.rows[2]
    acts.set_target(session, row.id, "Corrected now.")
    written: list[bytes] = []
    window.work("writing the report", partial(reported, "jsonl"), lambda report: written.append(report.data))
    assert window.review.worker.working
    assert not written
    with pytest.raises(InputError, match="writing the report first"):
        window.work("another", partial(reported, "jsonl"), written.append)
    acts.set_target(session, session.rows[3].id, "Too late for it.")
    wait(window, qtbot)
    assert b"Corrected now." in written[0]
    assert "may not be in it" in window.notice.accessibleDescription()


def test_what_cannot_be_done_is_told(window: MainWindow, qtbot: QtBot) -> None:
    window.work("writing", refuse, lambda answer: pytest.fail("it was not refused"))
    wait(window, qtbot)
    assert window.notice.accessibleDescription() == "That cannot be written."


def test_closing_does_not_wait_for_it(window: MainWindow) -> None:
    window.work("writing", rest, lambda answer: pytest.fail("it was not ended"))
    window.review.close()
    assert not window.review.worker.working
