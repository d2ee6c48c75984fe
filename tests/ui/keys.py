"""Pressing keys as an editor does: wherever the keyboard is."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget


def keyboard() -> QWidget:
    """Return what has the keyboard."""
    widget = QApplication.focusWidget()
    assert widget is not None, "nothing has the keyboard"
    return widget


def press(*keys: str) -> None:
    """Press keys one after the other, named as in a keymap."""
    for key in keys:
        combination = QKeySequence(key)[0]
        QTest.keyClick(keyboard(), combination.key(), combination.keyboardModifiers())


def write(text: str) -> None:
    """Type a text."""
    for char in text:
        if char.isascii():
            QTest.keyClicks(keyboard(), char)
        else:
            # Letters that a US keyboard lacks come as an input method commits them.
            QTest.keyClick(keyboard(), char, Qt.KeyboardModifier.NoModifier)
