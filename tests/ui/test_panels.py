"""The panels: what they say, and what their controls do."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QComboBox, QLabel, QListView, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reviewer.checks.check import all_checks
from reviewer.commands.desk import Panel
from reviewer.model.finding import Evidence, Finding, Severity, Suggestion
from reviewer.model.span import Span
from reviewer.session import acts
from reviewer.session.session import Session
from reviewer.session.terms import use_termbase
from reviewer.ui.look.theme import theme
from reviewer.ui.window import MainWindow
from tests.ui.conftest import NewWindow, OpenTexts, OpenWindow, make_finding, make_segments, make_session
from tests.ui.keys import keyboard, press, write
from tests.ui.test_themes import contrast


def panel(window: MainWindow, which: Panel) -> QWidget:
    """Show a panel and return it."""
    window.show_panel(which)
    return next(dock.widget() for dock in window.docks.all() if dock.objectName() == f"dock-{which.value}")


def text_of(widget: QWidget) -> str:
    """Return all that a widget's labels say."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def listed(widget: QWidget) -> list[str]:
    """Return the rows of the list in a panel, as a screen reader has them."""
    model = widget.findChild(QListView).model()
    return [model.index(n, 0).data(Qt.ItemDataRole.AccessibleTextRole) for n in range(model.rowCount())]


def with_fix(session: Session, id: str) -> Finding:
    """Return a finding with evidence and one fix: put “Hama” for the first word."""
    plain = make_finding(session, id, Span(0, 1))
    return Finding(
        "names", id, plain.category, Severity.MAJOR, plain.message, plain.arguments,
        target_span=Span(0, 1), suggestions=(Suggestion("Hama", Span(0, 1)),),
        evidence=(Evidence("5 × Hama in the source", "this article"),), seen=plain.seen,
    )  # fmt: skip


def test_evidence_says_what_why_and_how_to_mend_it(open_window: OpenWindow, qtbot: QtBot) -> None:
    window, session = open_window(3)
    session.found("1", [with_fix(session, "1")])
    evidence = panel(window, Panel.EVIDENCE)
    window.focus_text()
    qtbot.waitUntil(lambda: "Entity" in text_of(evidence))
    said = text_of(evidence)
    for part in ("major", "“1” is another place.", "5 × Hama in the source", "this article", "Hama"):
        assert part in said
    press("1")
    assert session.segment("1").target.startswith("Hama ")
    qtbot.waitUntil(lambda: "another place" not in text_of(evidence))


def test_evidence_names_the_check_and_its_mqm_type(open_window: OpenWindow, qtbot: QtBot) -> None:
    window, session = open_window(1)
    session.found("1", [replace(with_fix(session, "1"), check="place-names")])
    evidence = panel(window, Panel.EVIDENCE)
    qtbot.waitUntil(lambda: "MQM accuracy/entity" in text_of(evidence))
    title = next(check.title for check in all_checks() if check.id == "place-names")
    assert f"{title} · MQM" in text_of(evidence)


def test_evidence_says_that_nothing_was_found_only_once_the_paragraph_is_checked(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window, session = open_window(3)
    evidence = panel(window, Panel.EVIDENCE)
    session.stale.add("2")
    session.go("2")
    evidence.refresh()
    assert "Nothing was found" not in text_of(evidence)
    qtbot.waitUntil(lambda: "Nothing was found" in text_of(evidence))
    session.stale.add("2")
    evidence.refresh()
    assert "Nothing was found" in text_of(evidence)


def test_a_fix_is_applied_by_its_button(open_window: OpenWindow) -> None:
    window, session = open_window(3)
    session.found("1", [with_fix(session, "1")])
    panel(window, Panel.EVIDENCE)
    press("Space")
    assert session.segment("1").target.startswith("Hama ")
    assert keyboard() is window.view


def test_where_nothing_was_found_the_panel_says_so_once_all_is_checked(open_texts: OpenTexts, qtbot: QtBot) -> None:
    window, _ = open_texts([("Der Himmel ist blau.", "The sky is blue.")])
    findings = panel(window, Panel.FINDINGS)
    qtbot.waitUntil(lambda: text_of(findings).endswith("Nothing was found."))
    window.session.stale.add("1")
    findings.refresh()
    assert text_of(findings).endswith("Still checking 1 paragraph.")
    window.review.checker.look()
    qtbot.waitUntil(lambda: text_of(findings).endswith("Nothing was found."))


def test_before_anything_is_checked_nothing_is_said_about_findings(new_window: NewWindow) -> None:
    window = new_window()
    window.review.put(make_session(make_segments(3)))
    assert text_of(panel(window, Panel.FINDINGS)).endswith("Still checking 3 paragraphs.")


def test_findings_are_listed_worst_first_and_kept_up(open_window: OpenWindow, qtbot: QtBot) -> None:
    window, session = open_window(9)
    for id, severity in (("2", Severity.MINOR), ("5", Severity.CRITICAL), ("3", Severity.CRITICAL)):
        session.found(id, [make_finding(session, id, Span(0, 1), severity)])
    findings = panel(window, Panel.FINDINGS)
    qtbot.waitUntil(lambda: len(listed(findings)) == 3)
    assert [row.split(",")[0] for row in listed(findings)] == ["Paragraph 3", "Paragraph 5", "Paragraph 2"]
    session.found("5", [])
    session.found("8", [make_finding(session, "8", Span(0, 1), Severity.MAJOR)])
    qtbot.waitUntil(lambda: len(listed(findings)) == 3 and listed(findings)[1].startswith("Paragraph 8"))


def test_the_finding_looked_at_stays_marked_when_the_paragraph_is_checked_again(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window, session = open_window(3)
    session.found("1", [make_finding(session, "1", Span(0, 1))])
    findings = panel(window, Panel.FINDINGS)
    window.focus_text()
    view = findings.findChild(QListView)
    qtbot.waitUntil(lambda: view.currentIndex().isValid())
    session.found("1", [make_finding(session, "1", Span(0, 1))])
    session.found("2", [make_finding(session, "2", Span(0, 1))])
    qtbot.waitUntil(lambda: len(listed(findings)) == 2)
    assert view.currentIndex().row() == 0


@pytest.mark.parametrize("name", ["light", "contrast"])
def test_the_sign_of_a_finding_can_be_seen_also_where_its_row_is_selected(
    open_window: OpenWindow, qtbot: QtBot, name: str
) -> None:
    window, session = open_window(3)
    window.set_theme(name)
    session.found("1", [make_finding(session, "1", Span(0, 1))])
    view = panel(window, Panel.FINDINGS).findChild(QListView)
    qtbot.waitUntil(lambda: view.currentIndex().isValid())
    row = view.visualRect(view.currentIndex())
    picture = view.viewport().grab(QRect(row.left() + 8, row.top(), 12, row.height())).toImage()
    seen = Counter(picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height()))
    (ground, _), (ink, _) = seen.most_common(2)
    assert ground == theme(name).selection.name()
    assert contrast(ink, ground) > 7


def test_findings_are_narrowed_by_severity_and_check(open_window: OpenWindow, qtbot: QtBot) -> None:
    window, session = open_window(4)
    session.found("2", [make_finding(session, "2", Span(0, 1), Severity.MINOR)])
    session.found("3", [make_finding(session, "3", Span(0, 1), Severity.MAJOR)])
    findings = panel(window, Panel.FINDINGS)
    qtbot.waitUntil(lambda: len(listed(findings)) == 2)
    severity, check = findings.findChildren(QComboBox)
    severity.setCurrentIndex(2)
    assert [row.split(",")[0] for row in listed(findings)] == ["Paragraph 3"]
    severity.setCurrentIndex(0)
    check.setCurrentIndex(check.findData("names"))
    assert len(listed(findings)) == 2


def test_a_finding_in_the_list_leads_to_its_paragraph(open_window: OpenWindow, qtbot: QtBot) -> None:
    window, session = open_window(9)
    session.found("7", [make_finding(session, "7", Span(0, 1))])
    findings = panel(window, Panel.FINDINGS)
    qtbot.waitUntil(lambda: len(listed(findings)) == 1)
    window.show_panel(Panel.FINDINGS)
    press("Return")
    assert session.current == "7"


def test_history_tells_every_act_and_restores(open_window: OpenWindow, qtbot: QtBot) -> None:
    window, session = open_window(3)
    delivered = session.segment("1").target
    acts.set_target(session, "1", delivered.replace("Hamas", "Hama"))
    press("A", "K")
    history = panel(window, Panel.HISTORY)
    qtbot.waitUntil(lambda: "edited · ana" in text_of(history))
    assert "accepted · ana" in text_of(history)
    assert "<s" in text_of(history)
    restore = [b for b in history.findChildren(QPushButton) if b.accessibleName().startswith("Restore")]
    assert len(restore) == 1, "the version that stands needs no button"
    restore[0].click()
    assert session.segment("1").target == delivered


def test_comments_are_written_shown_and_removed(open_window: OpenWindow, qtbot: QtBot) -> None:
    window, session = open_window(3)
    comments = panel(window, Panel.COMMENTS)
    write("Is this the city?")
    press("Return")
    assert [remark.text for remark in session.remarks.comments_of("1")] == ["Is this the city?"]
    qtbot.waitUntil(lambda: "Is this the city?" in text_of(comments))
    press("Esc", "J")
    assert "No comments" in text_of(comments)
    press("K")
    qtbot.waitUntil(lambda: "Is this the city?" in text_of(comments))
    next(b for b in comments.findChildren(QPushButton) if b.text() == "Remove").click()
    assert session.remarks.comments_of("1") == ()


def test_a_comment_by_key_is_about_the_selected_words(open_window: OpenWindow) -> None:
    _, session = open_window(3)
    press("E", "Ctrl+Home", "Shift+Right", "Ctrl+M")
    write("why?")
    press("Return")
    assert [(remark.text, remark.span) for remark in session.remarks.comments_of("1")] == [("why?", Span(0, 1))]


def test_a_panel_is_hidden_by_the_key_that_showed_it(open_window: OpenWindow) -> None:
    window, _ = open_window(3)
    press("Ctrl+F10")
    history = panel(window, Panel.HISTORY)
    assert history.isVisible()
    press("Ctrl+F10")
    assert not history.isVisible()
    assert keyboard() is window.view


def test_terms_are_shown_with_their_forms_and_put_in_by_a_button(open_window: OpenWindow, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("de,en\nStadt,town|!city\nKämpfe,fighting\n", "utf-8")
    window, session = open_window(3)
    terms = panel(window, Panel.TERMS)
    assert "no termbase" in text_of(terms)
    use_termbase(session, str(tmp_path / "t.csv"))
    window.show_panel(Panel.TERMS)
    said = text_of(terms)
    assert "✓ fighting  (stands in the translation)" in said
    assert "✗ city  (must not be used, stands in the translation)" in said
    button = next(b for b in terms.findChildren(QPushButton) if b.text() == "town")
    assert button.accessibleName() == "Insert town for Stadt"
    window.start_editing(0)
    button.click()
    assert window.caret is not None
    assert window.caret.text.startswith("town1 Most")


def test_a_termbase_that_is_gone_is_told_with_a_way_out(open_window: OpenWindow, tmp_path: Path) -> None:
    window, session = open_window(3)
    session.remember({"termbase": str(tmp_path / "gone.csv")})
    terms = panel(window, Panel.TERMS)
    assert "gone.csv cannot be opened" in text_of(terms)
    assert [b.text() for b in terms.findChildren(QPushButton)] == ["Choose another termbase…"]


def test_of_a_text_as_long_as_a_book_the_history_shows_the_beginning(open_window: OpenWindow, qtbot: QtBot) -> None:
    text = "Es war einmal. " * 20_000
    window, session = open_window(make_segments(2, "Kurz", text))
    history = panel(window, Panel.HISTORY)
    qtbot.waitUntil(lambda: "Es war einmal." in text_of(history))
    assert len(text_of(history)) < 10_000 and text_of(history).rstrip().endswith("…")
    assert session.segment("1").delivered.count("einmal") == 20_000


def test_a_sentence_that_begins_with_arabic_words_runs_as_its_language_does(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window, session = open_window(2)
    plain = make_finding(session, "1", Span(0, 1))
    session.found("1", [replace(plain, message="“{said}” is a quotation.", arguments=(("said", "كنا نخاف"),))])
    evidence = panel(window, Panel.EVIDENCE)
    qtbot.waitUntil(lambda: "is a quotation" in text_of(evidence))
    label = next(label for label in evidence.findChildren(QLabel) if "quotation" in label.text())
    laid_out = QTextDocument(label.text())
    assert laid_out.firstBlock().textDirection() is Qt.LayoutDirection.LeftToRight
