"""Whole sessions as scripts of keys, and what the window says of them."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from reviewer.model.segment import State
from reviewer.ui.window import MainWindow
from tests.ui.conftest import OpenWindow

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def press(key: Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the keyboard is."""
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key, modifiers)


def write(text: str) -> None:
    """Type a text where the keyboard is."""
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClicks(widget, text)


def test_letters_are_commands_while_reading(open_window: OpenWindow) -> None:
    _, session = open_window(5)
    press(Key.Key_A)
    press(Key.Key_J)
    press(Key.Key_A)
    assert [row.state.done for row in session.rows] == [True, False, True, False, False]
    assert session.current == "4"


def test_letters_are_text_while_editing(open_window: OpenWindow) -> None:
    window, session = open_window(3)
    press(Key.Key_E)
    press(Key.Key_End, CTRL)
    write("aj")
    press(Key.Key_Escape)
    assert session.segment("1").target.endswith("aj")
    assert session.segment("1").state is State.TRANSLATED
    assert window.caret is None


def test_accepting_from_the_editor_keeps_what_was_typed(open_window: OpenWindow) -> None:
    _, session = open_window(3)
    press(Key.Key_F2)
    write("!")
    press(Key.Key_Return, CTRL)
    assert (session.segment("1").state, session.current) == (State.REVIEWED, "2")
    press(Key.Key_Z)
    press(Key.Key_Z)
    assert not session.segment("1").corrected


def test_a_question_is_answered_by_key_and_gives_the_keyboard_back(open_window: OpenWindow) -> None:
    window, session = open_window(9)
    press(Key.Key_G)
    write("7")
    press(Key.Key_Return)
    assert session.current == "7"
    assert QApplication.focusWidget() is window.view
    press(Key.Key_R)
    write("names")
    press(Key.Key_Return)
    assert (session.segment("7").state, session.segment("7").note) == (State.NEEDS_WORK, "names")


def test_esc_leaves_a_question_unanswered(open_window: OpenWindow) -> None:
    window, session = open_window(9)
    press(Key.Key_G)
    write("7")
    press(Key.Key_Escape)
    assert session.current == "1"
    assert not window.question.isVisible()
    assert QApplication.focusWidget() is window.view


def test_the_status_bar_tells_mode_and_place(open_window: OpenWindow) -> None:
    window, _ = open_window(9)
    press(Key.Key_J)
    assert "¶ 2" in said(window)
    assert "READ" in said(window)
    press(Key.Key_E)
    assert "EDIT" in said(window)
    assert "saved ✓" in said(window)


def said(window: MainWindow) -> str:
    """Return what the status bar says."""
    return " ".join(label.text() for label in window.status.findChildren(QLabel) if label.isVisible())


def test_closing_the_review_shows_the_welcome_page(open_window: OpenWindow, own_folders: Path) -> None:
    window, _ = open_window(3)
    press(Key.Key_W, CTRL)
    assert window.session is None
    assert window.welcome.isVisible()
    assert not any(dock.isVisible() for dock in window.docks.all())
