"""Names and numbers are framed in pairs while Ctrl is held by itself, and go with the key."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reviewer.model.fact import Fact, FactKind
from reviewer.model.span import Span
from reviewer.ui.bitext.rows.page import Side
from reviewer.ui.bitext.rows.pair_marks import PairMark, pair_marks
from reviewer.ui.window import MainWindow
from tests.session.test_facts import PAIRS
from tests.ui.conftest import OpenTexts
from tests.ui.keys import keyboard, press, write

CONTROL = Qt.Key.Key_Control


def picture(window: MainWindow) -> QImage:
    return window.view.viewport().grab().toImage()


def test_holding_ctrl_lights_pairs_and_letting_go_takes_them_away(open_texts: OpenTexts, qtbot: QtBot) -> None:
    window, _ = open_texts(PAIRS)
    before = picture(window)
    QTest.keyPress(keyboard(), CONTROL)
    qtbot.waitUntil(lambda: picture(window) != before)
    QTest.keyRelease(keyboard(), CONTROL)
    assert picture(window) == before


def test_a_chord_lights_nothing(open_texts: OpenTexts) -> None:
    window, session = open_texts(PAIRS)
    QTest.keyPress(keyboard(), CONTROL)
    press("Ctrl+Down")
    assert session.current == "2"
    assert not window.keys._holding.isActive()
    assert not window.pairs.lit


def test_pairs_stay_lit_by_command_and_follow_the_editor(open_texts: OpenTexts, qtbot: QtBot) -> None:
    window, _ = open_texts(PAIRS)
    press("Ctrl+F1")
    first = window.view._pairs
    assert [(mark.number, mark.side) for mark in first[1]] == [
        (1, Side.SOURCE), (1, Side.TARGET), (2, Side.SOURCE), (2, Side.TARGET),
    ]  # fmt: skip
    press("J")
    qtbot.waitUntil(lambda: window.view._pairs[0] == "2")
    assert [mark.odd for mark in window.view._pairs[1]] == [False, False, True, True]
    press("E", "Ctrl+Home")
    write("Much ")
    qtbot.waitUntil(lambda: window.view._pairs[1] != first[1] and window.view._pairs[1][1].span.start == 12)
    assert [mark.odd for mark in window.view._pairs[1]] == [False, False, True, True]
    press("Ctrl+F1")
    assert window.view._pairs[1] == ()


def test_a_number_without_counterpart_marks_the_source_only() -> None:
    lone = Fact("= 7 ", FactKind.NUMBER, "7", Span(0, 1), "", None, True)
    both = Fact("hama", FactKind.PLACE, "Hama", Span(5, 9), "Hama", Span(0, 4), False)
    assert pair_marks([(lone, True), (both, False)]) == (
        PairMark(1, Side.SOURCE, Span(0, 1), True),
        PairMark(2, Side.SOURCE, Span(5, 9), False),
        PairMark(2, Side.TARGET, Span(0, 4), False),
    )
