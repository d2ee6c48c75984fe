"""The history panel: how the paragraph became what it is, with every earlier version to go back to."""

from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from reviewer.commands.desk import Panel
from reviewer.model.changed import Aspect
from reviewer.model.correction import Correction, Verb
from reviewer.session import acts
from reviewer.ui.look.marked_differences import marked_differences
from reviewer.ui.panels.panel import PanelKind
from reviewer.ui.panels.scrolled import ScrolledPanel, words

_AROUND = 48
"""Characters shown on each side of a change."""
_WORDS = {
    Verb.EDIT: "edited",
    Verb.REPLACE: "replaced",
    Verb.RESTORE: "restored",
    Verb.MERGE: "merged",
    Verb.SPLIT: "split",
    Verb.MOVE: "moved",
    Verb.PIN: "pinned the pair",
    Verb.ALIGN: "paired anew",
    Verb.DISMISS: "dismissed a finding",
    Verb.COMMENT: "commented",
    Verb.ISSUE: "logged an error",
    Verb.ACCEPT: "accepted a rendering",
    Verb.TRANSLATE: "translated",
    Verb.IMPORT: "imported",
    Verb.DOCUMENT: "document taken out or put back",
    Verb.REREAD: "file read again",
    Verb.UNDO: "undone",
    Verb.REDO: "redone",
}
_STATES = {
    "reviewed": "accepted",
    "needs-work": "needs work",
    "final": "signed off",
    "translated": "unreviewed again",
    "initial": "untranslated",
}


class HistoryPanel(ScrolledPanel):
    """The corrections of the current paragraph, newest first."""

    name = "History of the paragraph"
    page_name = "History"
    aspects = Aspect.CURRENT | Aspect.TEXT | Aspect.STATE | Aspect.FINDINGS | Aspect.COMMENTS
    delay_ms = 80

    def write(self, rows: QVBoxLayout) -> None:
        session = self.session
        if session is not None and session.current:
            for correction in reversed(session.history(session.current)):
                self._show(rows, session.current, correction)
            segment = session.segment(session.current)
            rows.addWidget(words("As it was delivered", quiet=True))
            current = segment.target == segment.delivered
            rows.addWidget(self._version(segment.id, segment.delivered, segment.delivered, current=current))

    def _show(self, rows: QVBoxLayout, id: str, correction: Correction) -> None:
        who = f" · {correction.author}" if correction.author else ""
        rows.addWidget(words(f"{_said(correction, id)}{who} · {_when(correction.time)}", quiet=True))
        session = self.session
        assert session is not None
        for change in correction.changes:
            if change.type == "segment" and change.id == id and change.after and "target" in change.after:
                text = str(change.after["target"])
                before = str(change.before["target"]) if change.before else ""
                rows.addWidget(self._version(id, before, text, current=session.segment(id).target == text))
        rows.addSpacing(6)

    def _version(self, id: str, before: str, text: str, *, current: bool) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        if before == text:
            column.addWidget(words(text or "(empty)"))
        else:
            label = QLabel(marked_differences(before, text, self.theme, around=_AROUND))
            label.setTextFormat(Qt.TextFormat.RichText)
            label.setWordWrap(True)
            label.setAccessibleName(text)
            column.addWidget(label)
        if not current:
            button = QPushButton("Restore this version")
            button.setAutoDefault(True)
            button.setFlat(True)
            button.setAccessibleName(f"Restore: {text[:80]}")
            button.clicked.connect(partial(self._restore, id, text))
            column.addWidget(button)
        return box

    def _restore(self, id: str, text: str, _checked: bool = False) -> None:
        session = self.session
        assert session is not None
        self.desk.stop_editing()
        acts.set_target(session, id, text, Verb.RESTORE)
        self.desk.focus_text()


def _said(correction: Correction, id: str) -> str:
    if correction.verb is Verb.STATE:
        after = next((c.after for c in correction.changes if c.id == id and c.after and "state" in c.after), None)
        return _STATES.get(str(after["state"]), "marked") if after else "noted"
    return _WORDS.get(correction.verb, correction.verb.value)


def _when(time: str) -> str:
    """Return a time of the history as the reader's clock has it; today's without the day."""
    moment = datetime.fromisoformat(time).astimezone()
    today = moment.date() == datetime.now().astimezone().date()
    return f"{moment:%H:%M}" if today else f"{moment:%Y-%m-%d %H:%M}"


PANEL = PanelKind(Panel.HISTORY, "History", HistoryPanel, place=1, order=1)
