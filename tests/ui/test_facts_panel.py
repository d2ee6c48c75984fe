"""The facts panel: it shows what the article tells, follows changes, and leads to every place by key."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QListView, QTreeView
from pytestqt.qtbot import QtBot

from reviewer.commands.desk import Panel
from reviewer.session import acts
from reviewer.ui.panels.facts_model import BELOW_ROLE
from reviewer.ui.window import MainWindow
from tests.session.test_facts import PAIRS
from tests.ui.conftest import OpenTexts
from tests.ui.keys import keyboard, press, write
from tests.ui.test_panels import panel


def tree(window: MainWindow) -> QTreeView:
    """Show the facts panel and return its tree."""
    found = panel(window, Panel.FACTS).findChild(QTreeView)
    assert found is not None
    return found


def said(view: QTreeView, parent: QModelIndex | None = None) -> list[str]:
    """Return the rows as a screen reader has them."""
    model, parent = view.model(), parent or QModelIndex()
    rows = range(model.rowCount(parent))
    return [model.index(n, 0, parent).data(Qt.ItemDataRole.AccessibleTextRole) for n in rows]


def stand_at(view: QTreeView, name: str) -> QModelIndex:
    """Make the row of a thing the current one."""
    row = next(n for n, text in enumerate(said(view)) if text.startswith(name))
    index = view.model().index(row, 0)
    view.setCurrentIndex(index)
    return index


def test_every_fact_has_a_row_with_its_renderings(open_texts: OpenTexts, qtbot: QtBot) -> None:
    window, _ = open_texts(PAIRS)
    view = tree(window)
    qtbot.waitUntil(lambda: len(said(view)) == 3)
    assert said(view) == [
        "Sandvoss, name, 3 times: Sandvoss twice; Sandfoss once, odd",
        "Hama, place, once: Hama once",
        "45, number, once: 54 once, odd",
    ]


def test_how_often_a_rendering_stands_stays_behind_it_whichever_way_it_runs(
    open_texts: OpenTexts, qtbot: QtBot
) -> None:
    window, _ = open_texts(PAIRS)
    view = tree(window)
    qtbot.waitUntil(lambda: len(said(view)) == 3)
    # Isolated (UAX 9) are the words of the article, and nothing that is said of them.
    pieces = view.model().index(0, 0).data(BELOW_ROLE)
    assert pieces == [("\u2068Sandvoss\u2069 2 ×", False), ("\u2068Sandfoss\u2069 1 ×", True)]


def test_arrows_lead_along_the_places_and_return_into_the_text(open_texts: OpenTexts, qtbot: QtBot) -> None:
    window, session = open_texts(PAIRS)
    view = tree(window)
    qtbot.waitUntil(lambda: bool(said(view)))
    window.show_panel(Panel.FACTS)
    press("Right")
    first = view.model().index(0, 0)
    assert [text.split(":")[0] for text in said(view, first)] == ["Paragraph 1", "Paragraph 2", "Paragraph 3"]
    press("Down", "Down")
    assert session.current == "2"
    assert keyboard() is view
    press("Down", "Return")
    assert session.current == "3"
    assert keyboard() is window.view


def test_who_mends_what_is_odd_goes_on_along_the_facts(open_texts: OpenTexts, qtbot: QtBot) -> None:
    window, session = open_texts(PAIRS)
    view = tree(window)
    qtbot.waitUntil(lambda: len(said(view)) == 3)
    window.show_panel(Panel.FACTS)
    press("Right", "Down", "Down", "Down", "H")
    assert keyboard() is not view
    press("Esc")
    assert keyboard() is view, "nothing was chosen, and nobody is led away"
    press("H", "1")
    assert session.segment("3").target == "Then Sandvoss went home."
    assert keyboard() is view
    press("Shift+H")
    write("Sandvos")
    press("Return")
    assert session.segment("1").target == "Captain Sandvos came to Hama."
    assert keyboard() is view
    press("Z", "Z")
    assert [row.target for row in session.rows] == [target for _, target in PAIRS]


def test_return_on_a_name_goes_to_its_odd_rendering(open_texts: OpenTexts, qtbot: QtBot) -> None:
    window, session = open_texts(PAIRS)
    view = tree(window)
    qtbot.waitUntil(lambda: bool(said(view)))
    stand_at(view, "Sandvoss")
    press("Return")
    assert session.current == "3"


def test_rows_follow_a_correction(open_texts: OpenTexts, qtbot: QtBot) -> None:
    window, session = open_texts(PAIRS)
    view = tree(window)
    qtbot.waitUntil(lambda: len(said(view)) == 3)
    view.expand(view.model().index(0, 0))
    acts.set_target(session, "3", "Then he went home.")
    qtbot.waitUntil(lambda: "Sandfoss" not in said(view)[0])
    acts.set_target(session, "2", "Later, he spoke to 45 people.")
    qtbot.waitUntil(lambda: said(view)[2] == "45, number, once: 45 once")


def test_kinds_and_words_narrow_the_rows(open_texts: OpenTexts, qtbot: QtBot) -> None:
    window, _ = open_texts(PAIRS)
    view = tree(window)
    qtbot.waitUntil(lambda: len(said(view)) == 3)
    kind, field = panel(window, Panel.FACTS).findChild(QComboBox), panel(window, Panel.FACTS).findChild(QLineEdit)
    kind.setCurrentIndex(kind.findText("Odd renderings"))
    assert [text.split(",")[0] for text in said(view)] == ["Sandvoss", "45"]
    kind.setCurrentIndex(kind.findText("Places"))
    assert [text.split(",")[0] for text in said(view)] == ["Hama"]
    kind.setCurrentIndex(0)
    field.setText("sandf")
    qtbot.waitUntil(lambda: [text.split(",")[0] for text in said(view)] == ["Sandvoss"])


def test_what_was_put_right_leaves_the_odd_ones(open_texts: OpenTexts, qtbot: QtBot) -> None:
    window, session = open_texts(PAIRS)
    view = tree(window)
    qtbot.waitUntil(lambda: len(said(view)) == 3)
    kind = panel(window, Panel.FACTS).findChild(QComboBox)
    kind.setCurrentIndex(kind.findText("Odd renderings"))
    acts.set_target(session, "2", "Later, Sandvoss spoke to 45 people.")
    qtbot.waitUntil(lambda: [text.split(",")[0] for text in said(view)] == ["Sandvoss"])
    session.undo()
    qtbot.waitUntil(lambda: [text.split(",")[0] for text in said(view)] == ["Sandvoss", "45"])


def test_one_rendering_is_put_everywhere_after_a_look_at_each_place(open_texts: OpenTexts, qtbot: QtBot) -> None:
    window, session = open_texts(PAIRS)
    view = tree(window)
    qtbot.waitUntil(lambda: bool(said(view)))
    stand_at(view, "Sandvoss")
    press("Shift+H")
    bar = next(b for b in window.findChildren(QListView) if b.accessibleName() == "Places that would change")
    places = [bar.model().index(n, 0).data() for n in range(bar.model().rowCount())]
    assert places == ["¶ 3  Then [Sandfoss → Sandvoss] went home."]
    before = [row.target for row in session.rows]
    press("Ctrl+A")
    write("Sandvos")
    assert bar.model().rowCount() == 3
    ticked = [bar.model().index(n, 0).data(Qt.ItemDataRole.CheckStateRole) for n in range(3)]
    assert ticked == [Qt.CheckState.Unchecked, Qt.CheckState.Unchecked, Qt.CheckState.Checked]
    for n in range(2):
        bar.model().setData(bar.model().index(n, 0), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    press("Return")
    assert all("Sandvos " in row.target for row in session.rows)
    press("Z")
    assert [row.target for row in session.rows] == before


def test_a_rendering_is_accepted_by_a_letter_in_the_panel(open_texts: OpenTexts, qtbot: QtBot) -> None:
    window, _ = open_texts(PAIRS)
    view = tree(window)
    qtbot.waitUntil(lambda: bool(said(view)))
    stand_at(view, "Sandvoss")
    press("Q")
    qtbot.waitUntil(lambda: "Sandfoss once, accepted" in said(view)[0])
    window.focus_text()
    press("Z")
    qtbot.waitUntil(lambda: "Sandfoss once, odd" in said(view)[0])


def test_the_panel_comes_and_goes_by_its_key(open_texts: OpenTexts) -> None:
    window, _ = open_texts(PAIRS)
    press("Shift+F5")
    view = keyboard()
    assert isinstance(view, QTreeView)
    press("Shift+F5")
    assert not view.isVisible()
    assert keyboard() is window.view
