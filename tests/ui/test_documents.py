"""A project of several documents on the desk: the list of them, the borders between them, and going about."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListView, QPushButton
from pytestqt.qtbot import QtBot

from reviewer.commands.desk import Panel
from reviewer.model.finding import Severity
from reviewer.model.segment import State
from reviewer.model.span import Span
from reviewer.session import acts
from reviewer.session.worklist import Filter
from reviewer.ui.bitext.model import BitextColumn
from reviewer.ui.window import MainWindow
from tests.ui.conftest import OpenWindow, make_documents, make_finding
from tests.ui.keys import keyboard, press


def list_of(window: MainWindow) -> QListView:
    dock = next(dock for dock in window.docks.all() if dock.objectName() == f"dock-{Panel.DOCUMENTS.value}")
    found = dock.widget().findChild(QListView)
    assert isinstance(found, QListView)
    return found


def said(window: MainWindow) -> list[str]:
    model = list_of(window).model()
    return [model.index(n, 0).data(Qt.ItemDataRole.AccessibleTextRole) for n in range(model.rowCount())]


def top(window: MainWindow) -> str:
    return " ".join(label.text() for label in window.top.findChildren(QLabel))


def test_one_document_has_no_list_and_no_border(open_window: OpenWindow) -> None:
    window, _ = open_window(3)
    assert not list_of(window).isVisible()
    press("Ctrl+Shift+F2")
    assert not list_of(window).isVisible()
    assert "only one document" in window.status.message
    assert window.view.row(0).heading is None


def test_the_list_says_how_far_each_document_is_and_what_is_wrong(open_window: OpenWindow, qtbot: QtBot) -> None:
    window, session = open_window(make_documents(3, 2))
    assert list_of(window).isVisible()
    assert said(window) == ["a.txt, 0 of 3 reviewed, the one at hand", "part/b.txt, 0 of 2 reviewed"]
    press("A", "A")
    session.found("5", [make_finding(session, "5", Span(0, 3)), make_finding(session, "5", Span(4, 6), Severity.MINOR)])
    assert said(window) == [
        "a.txt, 2 of 3 reviewed, the one at hand",
        "part/b.txt, 0 of 2 reviewed, 2 findings, the worst critical",
    ]


def test_documents_are_gone_to_by_key_and_each_is_entered_where_it_was_left(open_window: OpenWindow) -> None:
    window, session = open_window(make_documents(3, 3, 2))
    acts.set_state(session, ["4"], State.REVIEWED)
    press("Ctrl+PgDown")
    assert session.current == "5", "the first that is not reviewed"
    assert "b 2 of 3 in" in top(window) and window.windowTitle().startswith("b — ")
    press("J", "Ctrl+PgDown")
    assert session.current == "7"
    press("Ctrl+PgDown")
    assert window.status.message == "This is the last document."
    press("Ctrl+PgUp")
    assert session.current == "6", "where the editor stood last"
    press("Ctrl+PgUp", "Ctrl+PgUp")
    assert session.current == "1"
    assert window.status.message == "This is the first document."


def test_the_list_is_walked_and_left_by_keys(open_window: OpenWindow) -> None:
    window, session = open_window(make_documents(3, 3, 2))
    press("Ctrl+Shift+F2")
    assert keyboard() is list_of(window)
    press("Down", "Down", "Return")
    assert session.current == "7"
    assert keyboard() is window.view


def test_one_document_can_be_shown_alone_and_the_next_follows(open_window: OpenWindow) -> None:
    window, session = open_window(make_documents(3, 3, 2))
    press("Ctrl+Shift+F1")
    assert len(session.worklist) == 3
    assert window.top.filter.text().startswith("this document only: 3 shown")
    press("Ctrl+PgDown")
    assert [session.worklist.id_at(n) for n in range(len(session.worklist))] == ["4", "5", "6"]
    assert session.current == "4"
    press("Ctrl+Shift+F1")
    assert len(session.worklist) == 8
    assert session.current == "4"


def test_a_document_that_a_filter_hides_is_passed_over_or_shown_when_chosen(open_window: OpenWindow) -> None:
    _, session = open_window(make_documents(2, 2, 2))
    acts.set_state(session, ["1", "2", "5", "6"], State.NEEDS_WORK, "")
    session.set_filter(Filter(states=frozenset({State.NEEDS_WORK})))
    press("Ctrl+PgDown")
    assert session.current == "5"
    press("Ctrl+Shift+F2", "Up", "Return")
    assert session.current == "3"
    assert not session.filter


def test_each_document_begins_with_its_name_for_eyes_and_ears(open_window: OpenWindow) -> None:
    window, session = open_window(make_documents(2, 1, 2))
    headings = [window.view.row(n).heading for n in range(5)]
    assert [heading and (heading.name, heading.place) for heading in headings] == [
        ("a.txt", "1 of 3"), None, ("part/b.txt", "2 of 3"), ("part/c.txt", "3 of 3"), None,
    ]  # fmt: skip
    model = window.view.model()
    spoken = model.index(2, BitextColumn.TARGET).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("document part/b.txt, 2 of 3, 3, unreviewed")
    # The first that a filter shows of a document bears its name.
    session.set_filter(Filter(text="5 Most"))
    assert window.view.row(0).heading is not None
    assert window.view.row(0).heading.name == "part/c.txt"


def test_the_border_is_painted_and_the_editor_stands_below_it(open_window: OpenWindow) -> None:
    window, _ = open_window(make_documents(1, 2))
    for reading in (False, True):
        window.show_reading_view(reading)
        press("Ctrl+PgDown")
        place = window.view.row_window.place_of(1)
        assert place is not None
        picture = window.view.viewport().grab().toImage()
        ratio = picture.devicePixelRatio()
        assert picture.pixelColor(round(5 * ratio), round((place.top + 1) * ratio)) == window.view.theme.accent
        press("E")
        below = place.top + window.view.row(1).above
        assert keyboard().geometry().top() >= below - 4
        press("Esc", "Ctrl+PgUp")


def test_a_document_is_signed_off_by_itself(open_window: OpenWindow) -> None:
    _, session = open_window(make_documents(2, 2))
    press("Ctrl+PgDown", "Ctrl+Shift+F12")
    button = keyboard()
    assert isinstance(button, QPushButton)
    assert button.text() == "Sign off this document all the same"
    press("Return")
    assert [row.state is State.FINAL for row in session.rows] == [False, False, True, True]
    press("Ctrl+Shift+F12", "Shift+Tab")
    button = keyboard()
    assert isinstance(button, QPushButton)
    assert button.text() == "Sign off all 2 documents all the same"
    press("Return")
    assert all(row.state is State.FINAL for row in session.rows)


def test_a_document_is_gone_to_by_its_name(open_window: OpenWindow) -> None:
    _, session = open_window(make_documents(3, 3, 2))
    press("Ctrl+Shift+PgDown", "C", "Return")
    assert session.current == "7"


def test_a_finding_names_its_document(open_window: OpenWindow, qtbot: QtBot) -> None:
    _, session = open_window(make_documents(2, 2))
    session.found("3", [make_finding(session, "3", Span(0, 3))])
    press("Ctrl+F9")
    findings = keyboard()
    assert isinstance(findings, QListView)
    qtbot.waitUntil(lambda: findings.model().rowCount() == 1)
    spoken = findings.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Paragraph 3, Entity, part/b.txt, critical: ")


def test_the_facts_are_those_of_the_document_at_hand(open_window: OpenWindow, qtbot: QtBot) -> None:
    window, _ = open_window(make_documents(2, 2))
    press("S")
    panel = keyboard().parentWidget()
    assert panel is not None
    labels = panel.findChildren(QLabel)
    assert [label.text() for label in labels if label.isVisible() and label.text().startswith("In ")] == ["In a.txt"]
    window.focus_text()
    press("Ctrl+PgDown")
    qtbot.waitUntil(lambda: any(label.text() == "In part/b.txt" for label in labels))


def test_the_list_comes_and_goes_with_the_project(open_window: OpenWindow) -> None:
    window, _ = open_window(make_documents(1, 1))
    assert list_of(window).isVisible()
    window.review.close()
    single = make_documents(2)
    window.review.put(single)
    assert not list_of(window).isVisible()
    window.review.close()
    window.review.put(make_documents(1, 1))
    assert list_of(window).isVisible()


def test_a_document_is_taken_out_and_put_back_by_key(open_window: OpenWindow, qtbot: QtBot) -> None:
    window, session = open_window(make_documents(3, 2))
    press("Ctrl+Shift+Delete", "Esc")
    assert len(session.rows) == 5
    press("Ctrl+PgDown", "Ctrl+Shift+Delete")
    assert "Take part/b.txt out" in window.question.findChildren(QLabel)[0].text()
    press("Y")
    assert [row.id for row in session.rows] == ["1", "2", "3"] and session.current == "3"
    qtbot.waitUntil(lambda: said(window)[1] == "part/b.txt, taken out")
    press("Ctrl+PgDown")
    assert session.current == "3"
    press("Ctrl+Shift+Insert", "1")
    assert [row.id for row in session.rows] == ["1", "2", "3", "4", "5"] and session.current == "4"
    press("Z")
    assert len(session.rows) == 3
    press("Z")
    assert len(session.rows) == 5
    press("Ctrl+Shift+F1", "Ctrl+Shift+Delete", "Y")
    assert len(session.worklist) == len(session.rows) < 5, "the others are shown where it alone was"
