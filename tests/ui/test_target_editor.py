"""Texts come out of the editor as they went in, whatever is typed, pasted or deleted around them."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reviewer.model.segment import CODE_BASE, UNIT_BREAK, Code, CodeKind
from reviewer.model.span import Span
from reviewer.ui.bitext.target_editor import TargetEditor
from reviewer.ui.look.fonts import face
from reviewer.ui.look.theme import load_theme
from tests.ui.conftest import OpenTexts
from tests.ui.keys import keyboard, press

OPEN, CLOSE = chr(CODE_BASE), chr(CODE_BASE + 1)
CODES = (Code("1", CodeKind.OPEN, "b"), Code("1", CodeKind.CLOSE, "b"))


@pytest.fixture
def editor(qtbot: QtBot) -> Iterator[TargetEditor]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(700, 400)
    editor = TargetEditor(window)
    editor.resize(600, 300)
    editor.set_theme(load_theme("light"))
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    editor.setFocus()
    yield editor
    window.close()


def load(editor: TargetEditor, text: str, language: str = "en") -> None:
    editor.load(text, CODES, face(language, "de", 16))
    editor.put_caret(None)


def select(editor: TargetEditor, start: int, end: int) -> None:
    cursor = editor.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)


@pytest.mark.parametrize(
    "text",
    [
        "« Oui »",
        "« Oui\u202f; non »",
        "two  spaces and a\ttab",
        "one line\nanother",
        f"a paragraph{UNIT_BREAK}another",
        "a\u200fb\u2067c\u2069 \u00ad \u200b \ufeff",
        "😀 𝄞 👨‍👩‍👧",
        f"{OPEN}bold{CLOSE} text",
        " leading and trailing ",
        "",
    ],
)
def test_every_character_survives_editing(qtbot: QtBot, editor: TargetEditor, text: str) -> None:
    load(editor, text)
    assert editor.text == text
    assert not editor.changed
    qtbot.keyClicks(editor, "x")
    assert editor.text == text + "x"
    assert editor.changed


def test_a_bare_return_does_nothing_and_shift_breaks_the_line(qtbot: QtBot, editor: TargetEditor) -> None:
    load(editor, "one")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.keyClick(editor, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert editor.text == "one"
    qtbot.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(editor, "two")
    assert editor.text == "one\ntwo"


def test_typing_is_undone_and_redone_and_loading_is_not(qtbot: QtBot, editor: TargetEditor) -> None:
    load(editor, "one")
    assert not editor.typing_undo(redo=False)
    qtbot.keyClicks(editor, " two")
    assert editor.typing_undo(redo=False)
    assert editor.text == "one"
    assert editor.typing_undo(redo=True)
    assert editor.text == "one two"


def test_the_caret_is_told_in_characters(editor: TargetEditor) -> None:
    load(editor, "😀 Hama")
    select(editor, 3, 7)
    assert editor.caret.selection == Span(2, 6)
    assert editor.caret.selection.of(editor.caret.text) == "Hama"
    editor.put_caret(2)
    editor.insert("in ")
    assert editor.text == "😀 in Hama"


@pytest.mark.parametrize("key", [Qt.Key.Key_Backspace, Qt.Key.Key_Delete])
def test_a_deleting_key_steps_over_a_code(qtbot: QtBot, editor: TargetEditor, key: Qt.Key) -> None:
    load(editor, f"a{OPEN}b{CLOSE}")
    editor.put_caret(2 if key == Qt.Key.Key_Backspace else 1)
    qtbot.keyClick(editor, key)
    assert editor.text == f"a{OPEN}b{CLOSE}"
    assert editor.caret.position == (1 if key == Qt.Key.Key_Backspace else 2)


def test_typing_over_a_selection_leaves_its_codes(qtbot: QtBot, editor: TargetEditor) -> None:
    load(editor, f"a {OPEN}bold{CLOSE} word")
    editor.selectAll()
    qtbot.keyClicks(editor, "x")
    assert editor.text == f"x{OPEN}{CLOSE}"


def test_cutting_leaves_codes_and_pasting_moves_them(qtbot: QtBot, editor: TargetEditor) -> None:
    load(editor, f"{OPEN}bold{CLOSE} word")
    select(editor, 0, 8)
    qtbot.keyClick(editor, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)
    assert editor.text == f"{OPEN}{CLOSE} word"
    editor.put_caret(None)
    qtbot.keyClick(editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert editor.text == f" word{OPEN}bold{CLOSE}"


def test_text_dragged_elsewhere_brings_its_codes(editor: TargetEditor) -> None:
    load(editor, f"one {OPEN}bold{CLOSE} word")
    select(editor, 4, 12)
    dragged = editor.createMimeDataFromSelection()
    cursor = editor.textCursor()
    cursor.removeSelectedText()  # as Qt does before it drops the text in its new place
    cursor.movePosition(QTextCursor.MoveOperation.End)
    editor.setTextCursor(cursor)
    editor.insertFromMimeData(dragged)
    assert editor.text == f"one  word{OPEN}bold{CLOSE}"


def test_codes_dragged_out_come_back(editor: TargetEditor) -> None:
    load(editor, f"one {OPEN}bold{CLOSE} word")
    select(editor, 4, 12)
    editor.textCursor().removeSelectedText()
    editor.put_codes_back()
    assert editor.text == f"one  word{OPEN}{CLOSE}"


def test_codes_of_other_paragraphs_are_not_pasted(editor: TargetEditor) -> None:
    load(editor, f"one{OPEN}")
    editor.insert(f"two{chr(CODE_BASE + 7)}")
    assert editor.text == f"one{OPEN}two"


def test_deleting_a_word_leaves_its_codes(qtbot: QtBot, editor: TargetEditor) -> None:
    load(editor, f"one two{CLOSE}")
    qtbot.keyClick(editor, Qt.Key.Key_Backspace, Qt.KeyboardModifier.ControlModifier)
    assert CLOSE in editor.text


def test_files_are_no_text_to_put_in_but_addresses_of_pages_are(editor: TargetEditor, tmp_path: Path) -> None:
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.txt"))])
    assert not editor.canInsertFromMimeData(content)
    content.setUrls([QUrl("https://example.org/")])
    assert editor.canInsertFromMimeData(content)


def test_pasted_paragraphs_become_lines(editor: TargetEditor) -> None:
    load(editor, "")
    content = QMimeData()
    content.setText("first\r\n\r\nsecond\u00a0!\n")
    editor.insertFromMimeData(content)
    assert editor.text == "first\nsecond\u00a0!"


def test_copying_keeps_no_break_spaces(editor: TargetEditor) -> None:
    load(editor, "« Oui »")
    editor.selectAll()
    editor.copy()
    assert QGuiApplication.clipboard().text() == "« Oui »"


def test_text_being_composed_is_no_text_yet(qtbot: QtBot, editor: TargetEditor) -> None:
    load(editor, "東京")
    told: list[str] = []
    editor.edited.connect(lambda: told.append(editor.text))
    QGuiApplication.sendEvent(editor, QInputMethodEvent("とう", []))
    editor.viewport().grab()
    assert told == []
    assert editor.text == "東京"
    commit = QInputMethodEvent("", [])
    commit.setCommitString("都")
    QGuiApplication.sendEvent(editor, commit)
    assert told == ["東京都"]


def test_composing_over_a_selection_leaves_its_codes(editor: TargetEditor) -> None:
    load(editor, f"{OPEN}x{CLOSE}")
    editor.selectAll()
    commit = QInputMethodEvent("", [])
    commit.setCommitString("都")
    QGuiApplication.sendEvent(editor, commit)
    assert sorted(editor.text) == sorted(f"都{OPEN}{CLOSE}")


def test_tags_are_taken_out_and_put_around_a_selection(editor: TargetEditor) -> None:
    load(editor, f"one {OPEN}two{CLOSE} three")
    editor.take_out(OPEN + CLOSE)
    editor.put_codes_back()
    assert editor.text == "one two three"
    select(editor, 8, 13)
    editor.insert(f"{OPEN}three{CLOSE}")
    assert editor.text == f"one two {OPEN}three{CLOSE}"
    editor.typing_undo(redo=False)
    editor.typing_undo(redo=False)
    assert editor.text == f"one {OPEN}two{CLOSE} three"


def test_what_is_edited_is_drawn_after_a_page_was_open(open_texts: OpenTexts) -> None:
    window, _ = open_texts([("Der Himmel ist blau.", "The sky is  blue.")] * 3)
    press("Ctrl+,", "Escape", "N")
    gc.collect()
    press("E")
    # What goes wrong while drawing fails the test.
    window.grab()
    assert keyboard().toPlainText() == "The sky is  blue."
