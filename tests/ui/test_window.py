"""Whole sessions as scripts of keys, and what the window says of them."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QDockWidget, QLabel, QWidget
from pytestqt.qtbot import QtBot

from reviewer.host.settings import THEME, Settings
from reviewer.model.segment import State
from reviewer.model.span import Span
from reviewer.ui.look.theme import theme_names
from reviewer.ui.window import MainWindow
from tests.ui.conftest import NewWindow, OpenWindow, make_finding, make_segments, make_session
from tests.ui.keys import keyboard, press, write


def said(window: MainWindow) -> str:
    """Return what the status bar says."""
    return " ".join(label.text() for label in window.status.findChildren(QLabel) if label.isVisible())


def panels(window: MainWindow) -> dict[str, QDockWidget]:
    """Return the panels by name."""
    return {dock.accessibleName(): dock for dock in window.docks.all()}


def test_letters_are_commands_while_reading(open_window: OpenWindow) -> None:
    _, session = open_window(5)
    press("A", "J", "A")
    assert [row.state.done for row in session.rows] == [True, False, True, False, False]
    assert session.current == "4"


def test_letters_are_text_while_editing(open_window: OpenWindow) -> None:
    window, session = open_window(3)
    press("E")
    write("aj")
    press("Esc")
    assert session.segment("1").target.endswith("aj")
    assert session.segment("1").state is State.TRANSLATED
    assert window.caret is None


def test_accepting_from_the_editor_keeps_what_was_typed(open_window: OpenWindow) -> None:
    _, session = open_window(3)
    press("F2")
    write("!")
    press("Ctrl+Return")
    assert (session.segment("1").state, session.current) == (State.REVIEWED, "2")
    assert session.segment("1").target.endswith("!")
    press("Z", "Z")
    assert not session.segment("1").corrected


def test_undo_while_editing_is_typing_undo(open_window: OpenWindow) -> None:
    window, session = open_window(3)
    press("A", "K", "E")
    write("x")
    press("Ctrl+Z")
    assert window.caret is not None
    assert window.caret.text == session.segment("1").target
    press("Ctrl+Z")
    assert session.segment("1").state is State.TRANSLATED, "nothing typed is left: the last act is taken back"


def test_a_question_is_answered_by_key_and_gives_the_keyboard_back(open_window: OpenWindow) -> None:
    window, session = open_window(9)
    press("G")
    write("7")
    press("Return")
    assert session.current == "7"
    assert keyboard() is window.view
    press("R")
    write("names")
    press("Return")
    assert (session.segment("7").state, session.segment("7").note) == (State.NEEDS_WORK, "names")


def test_esc_leaves_a_question_unanswered(open_window: OpenWindow) -> None:
    window, session = open_window(9)
    press("G")
    write("7")
    press("Esc")
    assert session.current == "1"
    assert not window.question.isVisible()
    assert keyboard() is window.view


def test_a_yes_is_said_by_return_or_y_and_a_no_by_esc_or_n(open_window: OpenWindow) -> None:
    for key, agreed in (("Return", True), ("Y", True), ("Esc", False), ("N", False)):
        window, session = open_window(4)
        press("Ctrl+Shift+F5")
        assert window.question.isVisible()
        press(key)
        assert all(row.state.done for row in session.rows) == agreed, key
        assert keyboard() is window.view


def test_a_long_question_uses_the_width_there_is(open_window: OpenWindow, qtbot: QtBot) -> None:
    window, _ = open_window(2)
    window.confirm(
        "Replace a file whose name is rather long.txt? The file as it is now is kept beside it.", lambda: None
    )
    label = window.question.findChildren(QLabel)[0]
    qtbot.waitUntil(lambda: label.width() > 0.6 * window.question.width())
    assert label.height() < 2 * label.fontMetrics().height()
    window.confirm("Are all of these many words to be read? " * 9, lambda: None)
    qtbot.waitUntil(lambda: label.height() >= label.heightForWidth(label.width()) > 2 * label.fontMetrics().height())


def test_choices_are_taken_by_number_or_by_name(open_window: OpenWindow) -> None:
    window, _ = open_window(2)
    window.choose("Colours", window.themes(), window.set_theme)
    write("hig")
    press("Return")
    assert window.appearance.theme.name == "contrast"
    window.choose("Colours", window.themes(), window.set_theme)
    press("3")
    assert window.appearance.theme.name == window.themes()[2].id
    assert keyboard() is window.view


def test_the_status_bar_tells_mode_place_and_saving(open_window: OpenWindow) -> None:
    window, _ = open_window(9)
    press("J")
    assert "¶ 2" in said(window)
    assert "READ" in said(window)
    press("E")
    assert "EDIT" in said(window)
    assert "saved ✓" in said(window)


def test_the_status_bar_counts_findings(open_window: OpenWindow, qtbot: QtBot) -> None:
    window, session = open_window(3)
    session.found("2", [make_finding(session, "2", Span(0, 4))])
    qtbot.waitUntil(lambda: "1 critical" in said(window))
    session.found("2", [])
    qtbot.waitUntil(lambda: "critical" not in said(window))


def test_progress_is_told(open_window: OpenWindow, qtbot: QtBot) -> None:
    window, _ = open_window(4)
    press("A", "A", "A")
    qtbot.waitUntil(lambda: any("3 of 4" in label.text() for label in window.top.findChildren(QLabel)))


def test_closing_the_review_shows_the_welcome_page(open_window: OpenWindow, own_folders: Path) -> None:
    window, _ = open_window(3)
    press("Ctrl+W")
    assert window.session is None
    assert window.welcome.isVisible()
    assert not any(dock.isVisible() for dock in window.docks.all())
    assert keyboard().isVisible()


def test_a_refusal_stays_until_it_is_seen(open_window: OpenWindow) -> None:
    window, _ = open_window(1)
    press("Shift+F9")
    assert "Put the caret" in window.notice.text
    assert keyboard() is window.view
    window.notice.dismiss()
    assert not window.notice.isVisible()


def test_the_keyboard_goes_round_the_panes(open_window: OpenWindow) -> None:
    window, _ = open_window(3)
    seen = []
    for _ in range(3):
        press("F6")
        seen.append(keyboard())
    assert seen[-1] is window.view
    assert len(set(map(id, seen))) == 3
    press("Shift+F6")
    assert keyboard() is not window.view
    press("Esc")
    assert keyboard() is window.view


def test_nothing_lies_over_the_text_to_catch_the_mouse(open_window: OpenWindow) -> None:
    window, _ = open_window(3)
    text = window.centralWidget()
    others = window.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    over = [one for one in others if one is not text and one.isVisible() and not one.isWindow()]
    assert over, "panels and bars beside it"
    assert not [one for one in over if one.geometry().intersects(text.geometry())]


def test_a_theme_that_is_not_there_is_told_and_done_without(open_window: OpenWindow, own_folders: Path) -> None:
    Settings().set(THEME, "sepia")
    window, _ = open_window(2)
    assert "There is no theme “sepia”" in window.notice.text
    assert window.appearance.theme.name in theme_names()


def test_at_first_the_window_fills_a_screen_that_has_no_room_for_it(
    open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, _ = open_window(2)
    for size, fills in ((QSize(1366, 768), True), (QSize(1280, 800), True), (QSize(1920, 1080), False)):
        monkeypatch.setattr(QScreen, "availableSize", lambda _screen, size=size: size)
        window.showNormal()
        window.appearance.place()
        assert window.isMaximized() is fills


def test_the_window_and_its_panels_come_back_as_they_were_left(
    open_window: OpenWindow, new_window: NewWindow, qtbot: QtBot
) -> None:
    window, _ = open_window(2)
    window.appearance.place()
    window.showNormal()
    window.resize(700, 640)
    evidence, findings = (panels(window)[name] for name in ("Evidence panel", "Findings panel"))
    panels(window)["Comments panel"].hide()
    window.resizeDocks([evidence, findings], [200, 400], Qt.Orientation.Vertical)
    qtbot.waitUntil(lambda: evidence.height() < 0.6 * findings.height())
    window.close()
    again = new_window()
    again.appearance.place()
    assert again.size() == QSize(700, 640)
    assert not any(dock.isVisible() for dock in panels(again).values()), "there is nothing to show yet"
    again.review.put(make_session(make_segments(2)))
    there = {name for name, dock in panels(again).items() if not dock.isHidden()}
    assert "Findings panel" in there and "Comments panel" not in there
    evidence, findings = (panels(again)[name] for name in ("Evidence panel", "Findings panel"))
    qtbot.waitUntil(lambda: evidence.height() < 0.6 * findings.height())


def test_every_menu_has_a_letter_of_its_own(open_window: OpenWindow) -> None:
    window, _ = open_window(1)
    titles = [action.text() for action in window.top.menus.actions()]
    letters = [title[title.index("&") + 1].casefold() for title in titles]
    assert len(set(letters)) == len(letters), titles
