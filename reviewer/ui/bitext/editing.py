"""The one target that is being edited: its editor, its draft, and what becomes of the text."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from reviewer.model.finding import Finding
from reviewer.model.segment import Segment
from reviewer.session import acts
from reviewer.session.session import Session
from reviewer.ui.bitext.target_editor import TargetEditor
from reviewer.ui.look.fonts import Face

DRAFT_PAUSE_MS = 300
"""How long typing must rest before the draft is stored."""


class Editing(QObject):
    """Begins and ends the editing of a target, and keeps what is typed meanwhile."""

    began = Signal()
    ended = Signal()
    typed = Signal(str, str)
    """Id and text of the segment, after each change."""
    grown = Signal()
    """The text takes another number of lines."""
    caret_moved = Signal()

    def __init__(self, surface: QWidget, home: QWidget) -> None:
        """Put the editor onto `surface`; the focus goes back to `home` when editing ends."""
        super().__init__(home)
        self._home = home
        self.editor = TargetEditor(surface)
        self.editor.hide()
        self.id: str | None = None
        """The segment being edited; None while reading."""
        self._session: Session | None = None
        self._base = ""
        self._live: tuple[Finding, ...] | None = None
        """What checks say about the text as typed; None for what the session knows."""
        self._index = 0
        self._settled = False
        """Whether the editor stands in its place: until then its signals are its own affair."""
        self._drafting = QTimer(self, singleShot=True, interval=DRAFT_PAUSE_MS)
        self._drafting.timeout.connect(self.keep_draft)
        self.editor.edited.connect(self._on_edited)
        self.editor.grown.connect(self._on_grown)
        self.editor.cursorPositionChanged.connect(self._on_caret)

    def begin(self, session: Session, segment: Segment, face: Face) -> None:
        """Edit a segment's target, or go on with its draft; the editor must be as wide as the text already."""
        self._session, self.id = session, segment.id
        self._load(segment, face)
        draft = session.drafts.get(segment.id)
        if draft is not None and draft != segment.target:
            self.editor.replace_all(draft)
        self.editor.show()
        self._settled = True
        self.began.emit()

    def leave(self, *, keep: bool) -> None:
        """End editing; what was typed becomes one correction, or is dropped.

        Raises:
            ReviewerError: the correction was refused; the text is kept as a draft.
        """
        session, id = self._session, self.id
        if session is None or id is None:
            return
        QGuiApplication.inputMethod().commit()
        self.editor.put_codes_back()
        text, changed = self.editor.text, self.editor.changed
        if changed and keep:
            session.draft(id, text)
        self.close()
        if changed and keep and session.rows.has(id):
            acts.set_target(session, id, text)
        session.draft(id, None)

    def close(self) -> None:
        """End editing without a word to the session."""
        if self.id is None:
            return
        had_focus = self.editor.hasFocus()
        self._drafting.stop()
        self.id, self._live, self._settled = None, None, False
        self.editor.hide()
        if had_focus:
            self._home.setFocus()
        self.ended.emit()

    def keep_draft(self) -> None:
        """Store what is being typed, so that a crash does not lose it."""
        if self._session is not None and self.id is not None:
            self._session.draft(self.id, self.editor.text if self.editor.changed else None)

    def follow(self, face: Face) -> None:
        """Take up a text that somebody else gave the segment, unless something was typed."""
        if self._session is None or self.id is None or not self._session.rows.has(self.id):
            return
        segment = self._session.segment(self.id)
        if segment.target != self._base and not self.editor.changed:
            self._settled = False
            self._load(segment, face)
            self._settled = True

    def show_findings(self, id: str, text: str, findings: Sequence[Finding]) -> None:
        """Underline what checks say about a text as typed; ignored once it is another text."""
        if id == self.id and text == self.editor.text:
            self._live = tuple(findings)
            self.mark(self._index)

    def mark(self, index: int) -> None:
        """Underline findings and light the one looked at; those about an earlier wording follow their words."""
        self._index = index
        if self._session is None or self.id is None or not self._session.rows.has(self.id):
            return
        findings = self._session.findings.of(self.id) if self._live is None else self._live
        self.editor.show_findings(findings, findings[min(index, len(findings) - 1)] if findings else None)

    def _load(self, segment: Segment, face: Face) -> None:
        self._base, self._live = segment.target, None
        self.editor.load(segment.target, segment.target_codes, face)
        self.mark(self._index)

    def _on_edited(self) -> None:
        if self._settled and self.id is not None:
            self._drafting.start()
            self.typed.emit(self.id, self.editor.text)

    def _on_grown(self) -> None:
        if self._settled:
            self.grown.emit()

    def _on_caret(self) -> None:
        if self._settled:
            self.caret_moved.emit()
