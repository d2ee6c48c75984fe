"""What a screen reader meets in the window, kept as a text that shows every change of it.

After a change that is meant: `REVIEWER_GOLDEN=write pytest tests/ui/test_accessible_tree.py`, and read the difference.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from pytestqt.qtbot import QtBot

from reviewer.model.finding import Severity
from reviewer.model.segment import Segment
from reviewer.model.span import Span
from reviewer.session.rows import RANK_GAP
from tests.ui.conftest import OpenWindow, make_finding
from tests.ui.keys import press

GOLDEN = Path(__file__).with_suffix(".txt")
_CONTROLS = {
    QAccessible.Role.Button,
    QAccessible.Role.CheckBox,
    QAccessible.Role.ComboBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.List,
    QAccessible.Role.ListItem,
    QAccessible.Role.MenuItem,
    QAccessible.Role.PageTab,
    QAccessible.Role.Table,
    QAccessible.Role.Cell,
    QAccessible.Role.Row,
}


def lines_of(interface: QAccessibleInterface, depth: int = 0) -> Iterator[str]:
    """Yield role, name, description and value of everything visible, indented by how deep it stands."""
    if interface.state().invisible:
        return
    parts = [interface.text(kind) for kind in (QAccessible.Text.Name, QAccessible.Text.Description)]
    said = " | ".join(part.replace("\n", " ⏎ ") for part in parts if part)
    if said or interface.role() in _CONTROLS:
        yield f"{'  ' * depth}{interface.role().name}: {said or '(nameless)'}"
        depth += 1
    for index in range(interface.childCount()):
        child = interface.child(index)
        if child is not None:
            yield from lines_of(child, depth)


@pytest.fixture
def tree(open_window: OpenWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    # The history tells times as the clock of the place has them.
    monkeypatch.setattr("reviewer.ui.panels.history._when", lambda time: time)
    texts = [("Die Lage in Hama.", "The situation in Hamas."), ("Es regnet.", "It is raining."), ("Ende.", "End.")]
    segments = [Segment(str(n), n * RANK_GAP, source, target, target) for n, (source, target) in enumerate(texts, 1)]
    window, session = open_window(segments)
    session.found("1", (make_finding(session, "1", Span(17, 22)),))
    session.found("2", (make_finding(session, "2", Span(0, 2), Severity.MINOR),))
    press("J", "A", "K")

    def lines() -> list[str]:
        return list(lines_of(QAccessible.queryAccessibleInterface(window)))

    def settled() -> bool:
        text = "\n".join(lines())
        counted = "1 of 3" in text and "1 critical finding" in text and text.count("ListItem") == 2
        # A panel behind a tab is visible to Qt, and follows, too.
        followed = ("StaticText: accepted · ana", "StaticText: It is raining.", "StaticText: 1 odd", "TreeItem: ")
        return counted and all(line in text for line in followed)

    # Counts and panels follow a moment later.
    qtbot.waitUntil(settled)
    return lines()


def test_everything_has_a_name(tree: list[str]) -> None:
    assert [line for line in tree if "(nameless)" in line] == []


def test_the_tree_is_as_it_was_approved(tree: list[str]) -> None:
    text = "\n".join(tree) + "\n"
    if os.environ.get("REVIEWER_GOLDEN") == "write":
        GOLDEN.write_text(text, "utf-8")
    assert text == GOLDEN.read_text("utf-8")
