"""A long document is on the desk at once, and its pairs become right while it is reviewed."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reviewer.session.opening import opening
from reviewer.session.session import Session
from reviewer.storage.sqlite import SqliteStore
from reviewer.ui.window import MainWindow
from tests.session.test_repairing import SOURCE, TARGET
from tests.ui.conftest import NewWindow
from tests.ui.keys import press, write

OpenLong = Callable[[], tuple[MainWindow, Session]]
LOST = 30
"""A row that a glance does not find: its neighbours are about as long."""


@pytest.fixture
def open_long(new_window: NewWindow, qtbot: QtBot, own_folders: Path, monkeypatch: pytest.MonkeyPatch) -> OpenLong:
    """Return a function that opens two files, one of which lacks a paragraph, as if they were long."""
    monkeypatch.setattr(opening, "PATIENCE", 10)

    def opened() -> tuple[MainWindow, Session]:
        source, target = own_folders / "s.txt", own_folders / "t.txt"
        source.write_text("\n".join(SOURCE) + "\n", "utf-8")
        target.write_text("\n".join([*TARGET[:LOST], *TARGET[LOST + 1 :]]) + "\n", "utf-8")
        window = new_window()
        window.open_path(str(source), str(target))
        qtbot.waitUntil(lambda: window.session is not None)
        assert window.session is not None
        return window, window.session

    return opened


def wrong(session: Session) -> int:
    """Return how many rows hold something other than a paragraph and its own translation, if it has one."""
    right = {*zip(SOURCE, TARGET, strict=True), (SOURCE[LOST], "")}
    return sum((row.source, row.delivered) not in right for row in session.rows)


def done(window: MainWindow) -> bool:
    return not window.review.pairer.working


def test_pairs_become_right(open_long: OpenLong, qtbot: QtBot, own_folders: Path) -> None:
    window, session = open_long()
    assert wrong(session)
    assert not done(window)
    qtbot.waitUntil(lambda: done(window), timeout=20_000)
    assert not wrong(session)
    assert "paired" in window.status.message
    window.review.close()
    kept = Session(SqliteStore(str(own_folders / "t.txt.review"), writable=False))
    assert kept.bitexts[0].pairs_from == "texts"


def test_nothing_changes_while_something_is_typed(open_long: OpenLong, qtbot: QtBot) -> None:
    window, session = open_long()
    press("E", "Home")
    write("So: ")
    before = [row.target for row in session.rows]
    qtbot.waitUntil(lambda: window.review.pairer._edits is not None, timeout=20_000)
    assert [row.target for row in session.rows] == before
    press("Esc")
    qtbot.waitUntil(lambda: done(window), timeout=20_000)
    assert not wrong(session)
    assert "So: " in session.rows[0].target


def test_it_can_be_stopped(open_long: OpenLong) -> None:
    window, session = open_long()
    press("Ctrl+Alt+Shift+F9")
    assert done(window)
    assert wrong(session)
    assert session.bitext.pairs_from == "texts"
    assert window.status.message == "The pairs stay as they are."
