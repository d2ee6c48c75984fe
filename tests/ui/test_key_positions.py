"""Keys under layouts that have no Latin letters, or whose digits need Shift."""

import sys

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from reviewer.model.segment import State
from tests.ui.conftest import OpenWindow
from tests.ui.keys import keyboard, press

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the codes are those of X11")

CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
X11 = {"A": 38, "J": 44, "E": 26, "1": 10, "2": 11, "G": 42, "Q": 24}
"""X11 key codes by what a US keyboard has there."""


def tap(place: str, gives: str, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Press the key at a place of the keyboard, whose layout gives another character there."""
    key = ord(gives.upper()) if len(gives) == 1 else 0
    event = QKeyEvent(QEvent.Type.KeyPress, key, modifiers, X11[place], 0, 0, gives)
    QApplication.sendEvent(keyboard(), event)


@pytest.mark.parametrize(("a", "j"), [("ф", "о"), ("α", "ξ"), ("ش", "ت")])
def test_letters_act_by_their_place_under_russian_greek_and_arabic(open_window: OpenWindow, a: str, j: str) -> None:
    _, session = open_window(4)
    tap("A", a)
    tap("J", j)
    assert session.segment("1").state is State.REVIEWED
    assert session.current == "3"


def test_chords_act_by_their_place(open_window: OpenWindow) -> None:
    window, _ = open_window(4)
    tap("G", "п", CTRL)
    assert window.question.isVisible()


def test_letters_are_still_text_while_editing(open_window: OpenWindow) -> None:
    window, session = open_window(4)
    press("E")
    tap("A", "ф")
    assert window.caret is not None
    assert window.caret.text.endswith("ф")
    assert session.segment("1").state is State.TRANSLATED


@pytest.mark.parametrize("modifiers", [NONE, CTRL])
def test_digits_act_by_their_place_under_french(open_window: OpenWindow, modifiers: Qt.KeyboardModifier) -> None:
    window, _ = open_window(4)
    tap("2", "é", modifiers)
    assert "There is no fix 2 here" in window.status.message


def test_a_latin_letter_is_itself_wherever_it_stands(open_window: OpenWindow) -> None:
    _, session = open_window(4)
    tap("A", "q")
    assert session.segment("1").state is State.TRANSLATED, "French Q stands where A is elsewhere"
