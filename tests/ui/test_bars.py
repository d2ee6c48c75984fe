"""Finding, replacing and filtering, by keys."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QListView
from pytestqt.qtbot import QtBot

from reviewer.checks.check import all_checks
from reviewer.commands.desk import Choice
from reviewer.model.segment import State
from reviewer.model.span import Span
from reviewer.ui.bars.bar import Bar
from reviewer.ui.window import MainWindow
from tests.ui.conftest import OpenWindow, make_finding, make_segments
from tests.ui.keys import keyboard, press, write


def bar(window: MainWindow, name: str) -> Bar:
    """Return the bar of a name, which must be seen."""
    found = next(b for b in window.findChildren(Bar) if b.accessibleName() == name)
    assert found.isVisible()
    return found


def hits(window: MainWindow) -> list[str]:
    """Return the places listed in the find bar."""
    model = bar(window, "Find and replace").findChild(QListView).model()
    return [model.index(n, 0).data() for n in range(model.rowCount())]


def test_finding_lists_every_place_and_goes_to_them(open_window: OpenWindow, qtbot: QtBot) -> None:
    window, session = open_window(5)
    press("/")
    write("4 ")
    qtbot.waitUntil(lambda: len(hits(window)) == 2)
    assert hits(window)[0].startswith("¶ 4  [4 ]Zuletzt")
    assert hits(window)[0].endswith("(source)")
    press("Return")
    assert session.current == "4"
    press("Esc")
    assert keyboard() is window.view


def test_the_next_place_is_found_without_the_bar(open_window: OpenWindow, qtbot: QtBot) -> None:
    window, session = open_window(make_segments(5, "Haus", "house"))
    press("Ctrl+F")
    write("HOUSE")
    qtbot.waitUntil(lambda: len(hits(window)) == 5)
    press("Return", "Esc")
    seen = [session.current]
    for _ in range(5):
        press("F3")
        seen.append(session.current)
    assert seen == ["1", "2", "3", "4", "5", "1"]
    press("Shift+F3")
    assert session.current == "5"


def test_a_regular_expression_that_is_not_complete_is_told(open_window: OpenWindow, qtbot: QtBot) -> None:
    window, _ = open_window(3)
    press("Ctrl+F")
    find = bar(window, "Find and replace")
    next(box for box in find.findChildren(QCheckBox) if "x" in box.text().lower()).setChecked(True)
    write("(Hama")
    qtbot.waitUntil(lambda: any("not complete" in label.text() for label in find.findChildren(QLabel)))


def test_replacing_with_groups_leaves_out_what_is_unticked_and_is_one_act(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window, session = open_window(3)
    before = [row.target for row in session.rows]
    press("Ctrl+H")
    find = bar(window, "Find and replace")
    next(box for box in find.findChildren(QCheckBox) if "x" in box.text().lower()).setChecked(True)
    write(r"^(\d) Most")
    press("Tab")
    assert keyboard().accessibleName() == "Replace with"
    write(r"\1 - Most")
    qtbot.waitUntil(lambda: len(hits(window)) == 3 and "1 - Most" in hits(window)[0])
    model = find.findChild(QListView).model()
    model.setData(model.index(1, 0), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    press("Return")
    assert [row.target[:4] for row in session.rows] == ["1 - ", "2 Mo", "3 - "]
    press("Esc", "Z")
    assert [row.target for row in session.rows] == before
    assert session.current == "1"


def test_a_hit_is_shown_between_whole_words_and_nothing_stays_where_nothing_is_found(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window, _ = open_window(make_segments(1, "Haus", f"{'the fighting goes on ' * 4}here{' and the rest' * 6}"))
    press("Ctrl+H")
    write("here")
    qtbot.waitUntil(lambda: len(hits(window)) == 1)
    around = "… fighting goes on the fighting goes on {} and the rest and the rest and the rest …"
    assert hits(window)[0] == f"¶ 1  {around.format('[here → ∅]')}"
    find = bar(window, "Find and replace")
    press("Ctrl+A")
    write("nowhere")
    qtbot.waitUntil(lambda: hits(window) == [])
    press("Tab", "Return")
    assert "There is nothing to replace." in window.status.message
    next(box for box in find.findChildren(QCheckBox) if "x" in box.text().lower()).setChecked(True)
    press("Shift+Tab", "Ctrl+A")
    write("(")
    qtbot.waitUntil(lambda: any("not complete" in label.text() for label in find.findChildren(QLabel)))
    assert not find.findChild(QListView).isVisible()


def test_the_hint_of_the_filter_is_seen_whole(open_window: OpenWindow) -> None:
    window, _ = open_window(3)
    window.resize(1195, 800)
    press("F")
    field = bar(window, "Filter").findChild(QLineEdit)
    assert field.fontMetrics().horizontalAdvance(field.placeholderText()) < field.width() - 20


def test_only_checks_that_found_something_are_there_to_filter_by(open_window: OpenWindow) -> None:
    window, session = open_window(4)
    numbers = next(check for check in all_checks() if check.id == "numbers")
    for id in ("2", "4"):
        session.found(id, [replace(make_finding(session, id, Span(0, 1)), check=numbers.id)])
    press("F")
    check = next(c for c in bar(window, "Filter").findChildren(QComboBox) if c.accessibleName() == "Findings")
    offered = [check.itemText(n) for n in range(check.count())]
    assert offered == ["any or none", "with findings", f"{numbers.title} (2)"]
    check.setFocus()
    press("Down", "Down")
    assert [session.worklist.id_at(n) for n in range(len(session.worklist))] == ["2", "4"]
    assert window.top.filter.text() == f"{numbers.title}: 2 shown ✕"
    session.found("2", [])
    session.found("4", [])
    press("Esc", "F")
    assert check.currentText() == f"{numbers.title} (0)", "what is filtered by stays chosen"


def test_a_choice_is_made_at_once_by_its_number_and_by_return_where_its_name_was_typed(
    open_window: OpenWindow,
) -> None:
    window, _ = open_window(3)
    chosen: list[str] = []
    for keys in ("2", "br"):
        window.choose("Which", [Choice("a", "Apple"), Choice("b", "Bread")], chosen.append)
        assert "A number takes one at once" in bar(window, "Question").findChild(QLineEdit).placeholderText()
        write(keys)
    assert chosen == ["b"]
    press("Return")
    assert chosen == ["b", "b"]


def test_the_filter_narrows_and_shows_all_again(open_window: OpenWindow, qtbot: QtBot) -> None:
    window, session = open_window(12)
    press("A", "A")
    press("F")
    state = next(c for c in bar(window, "Filter").findChildren(QComboBox) if c.accessibleName() == "State")
    state.setCurrentIndex(state.findText("accepted"))
    state.activated.emit(state.currentIndex())
    assert len(session.worklist) == 2
    assert window.top.filter.isVisible()
    assert window.top.filter.text() == "accepted: 2 shown ✕"
    write("1 Zu")
    press("Return")
    assert [session.worklist.id_at(n) for n in range(len(session.worklist))] == ["1"]
    assert keyboard() is window.view
    press("Shift+F")
    assert len(session.worklist) == 12
    assert not window.top.filter.isVisible()


def test_where_else_shows_every_paragraph_with_the_selected_words(open_window: OpenWindow) -> None:
    _, session = open_window(12)
    press("E", "Ctrl+Home", "Shift+Right", "Ctrl+K")
    assert {session.worklist.id_at(n) for n in range(len(session.worklist))} == {"1", "10", "11", "12"}


def test_needs_work_is_found_by_the_filter(open_window: OpenWindow) -> None:
    window, session = open_window(4)
    press("J", "R")
    write("tone")
    press("Return", "F")
    state = next(c for c in bar(window, "Filter").findChildren(QComboBox) if c.accessibleName() == "State")
    state.setCurrentIndex(state.findText("needs work"))
    state.activated.emit(state.currentIndex())
    assert session.segment(session.worklist.id_at(0)).state is State.NEEDS_WORK
    assert len(session.worklist) == 1
