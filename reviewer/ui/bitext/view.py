"""The heart of the window: the paragraphs of both texts side by side, and the target edited in place."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QWidget

from reviewer.commands.desk import Caret
from reviewer.model.changed import Aspect, Changed
from reviewer.model.errors import ReviewerError
from reviewer.model.finding import Finding
from reviewer.model.span import Span
from reviewer.session.session import Session
from reviewer.ui.bitext.editing import Editing
from reviewer.ui.bitext.model import BitextColumn, BitextModel
from reviewer.ui.bitext.pointed_view import PointedView
from reviewer.ui.bitext.row_states import echo_of, findings_in, gutter_signs, heading_of, marks_of, said_instead
from reviewer.ui.bitext.rows.page import Side
from reviewer.ui.bitext.rows.pair_marks import PairMark
from reviewer.ui.bitext.rows.row_layout import RowLayout, row_height
from reviewer.ui.bitext.rows.row_painter import Lit, RowState
from reviewer.ui.bitext.target_editor import MARGIN
from reviewer.ui.look.fonts import Face
from reviewer.ui.look.theme import Theme


class BitextView(PointedView):
    """Shows the worklist of a session, and edits its targets in place.

    For the window around it:

    - `set_session(session | None)` shows another review; a draft of the current segment is taken up.
    - `handle(changed)` must be called for every event of the session; only what is affected is
      painted, on the next frame.
    - `start_editing(position)`, `stop_editing(keep=…)`, `insert(text)`, `typing_undo(redo=…)` and
      `caret` are what `commands.desk.Desk` asks for; so are `highlight`, `finding_index` and
      `look_at_finding`.
    - `show_findings(id, text, findings)` takes what live checks say about a text being typed.
    - `set_theme`, `set_zoom(step)`, `set_differences`, `set_reading`, `set_compact` change the look.

    The view itself answers Up, Down, Page Up, Page Down, Home and End; letters are left to actions
    whose shortcut context is this widget.
    """

    editing_changed = Signal(bool)
    caret_moved = Signal()
    typed = Signal(str, str)
    """Id and text of the segment being edited, after each change."""
    finding_looked_at = Signal(int)
    """Another of the current segment's findings is looked at than before."""
    failed = Signal(Exception)
    """A correction was refused when the text was left; what was typed is kept as a draft."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._finding = 0
        self._topmost = ""
        """Id of the row at the top: where to stand when rows come or go above it."""
        self._lit: tuple[str, tuple[Lit, ...]] = ("", ())
        self._pairs: tuple[str, tuple[PairMark, ...]] = ("", ())
        self.setAccessibleName("Paragraphs")
        self._editing = Editing(self.viewport(), self)
        self._editing.grown.connect(self.rearrange)
        self._editing.caret_moved.connect(self._on_caret)
        self._editing.typed.connect(self.typed)
        self._editing.began.connect(lambda: self.editing_changed.emit(True))
        self._editing.ended.connect(lambda: self.editing_changed.emit(False))
        self._editing.editor.set_theme(self.theme)
        self._editing.editor.focus_changed.connect(self._on_focus)
        self._model = BitextModel(self)
        self.setModel(self._model)

    # What is shown

    def set_session(self, session: Session | None) -> None:
        """Show another review, or none; what is being typed in the present one is kept as a draft."""
        self._editing.keep_draft()
        self._editing.close()
        self.session = session
        self._finding, self._lit = 0, ("", ())
        self.selection.clear()
        self._model.set_session(session)
        self.row_window.count = len(session.worklist) if session else 0
        self.row_window.put(0, 0)
        self.replan()
        self.show_current()
        self._tell_current()
        if session and session.current in session.drafts:
            self.start_editing()

    def handle(self, changed: Changed) -> None:
        """Show what changed in the session."""
        if self.session is None:
            return
        aspects = changed.aspects
        if aspects & (Aspect.ORDER | Aspect.FILTER):
            self._reorder()
        if aspects & Aspect.SETTINGS and self.languages() != self.page.languages:
            self.replan()
        if aspects & Aspect.TEXT and self._editing.id is not None:
            self._editing.follow(self._edited_face())
        if aspects & (Aspect.TEXT | Aspect.STATE | Aspect.FINDINGS | Aspect.COMMENTS | Aspect.VERSIONS):
            self._refresh(changed)
        if aspects & Aspect.CURRENT:
            self._on_current(changed)

    def set_theme(self, theme: Theme) -> None:
        """Use the colours of a theme."""
        self._editing.editor.set_theme(theme)
        super().set_theme(theme)

    def set_differences(self, shown: bool) -> None:
        """Show what differs from the delivered translation, also in the text being edited, or not."""
        session, id = self.session, self._editing.id
        edited = session.segment(id).delivered if session and id and session.rows.has(id) else None
        self._editing.editor.show_differences(edited if shown else None)
        super().set_differences(shown)

    # Editing

    @property
    def caret(self) -> Caret | None:
        """Where the editor types; None while reading."""
        return None if self._editing.id is None else self._editing.editor.caret

    @property
    def edited(self) -> str | None:
        """Id of the segment whose target is being edited; None while reading."""
        return self._editing.id

    def start_editing(self, position: int | None = None) -> None:
        """Put the caret into the current target (None: at its end); a locked target is left alone."""
        session, editing = self.session, self._editing
        if session is None or not session.current or session.worklist.position(session.current) is None:
            return
        segment = session.segment(session.current)
        if segment.locked:
            return
        if editing.id != segment.id:
            self.stop_editing()
            self.clear_selection()
            width = self.page.target.width - self.page.indent(segment.kind, segment.level)
            editing.editor.resize(width + 2 * MARGIN, editing.editor.height())
            editing.editor.setAccessibleName(f"Translation of paragraph {session.rows.number(segment.id) + 1}")
            editing.editor.show_differences(segment.delivered if self.differences else None)
            editing.begin(session, segment, self.page.face(Side.TARGET, segment.kind, segment.level))
            self.rearrange()
        editing.editor.put_caret(position)
        editing.editor.setFocus()
        self._on_caret()

    def stop_editing(self, keep: bool = True) -> None:
        """Leave the target; what was typed becomes one correction, or is dropped.

        Raises:
            ReviewerError: the correction was refused; the text is kept as a draft.
        """
        if self._editing.id is not None:
            self._editing.leave(keep=keep)
            self.rearrange()

    def insert(self, text: str) -> None:
        """Put text where the caret stands, replacing the selection; nothing happens while reading."""
        if self._editing.id is not None:
            self._editing.editor.insert(text)

    def take_out(self, codes: str) -> None:
        """Take inline codes out of the target being edited; nothing happens while reading."""
        if self._editing.id is not None:
            self._editing.editor.take_out(codes)

    def typing_undo(self, redo: bool = False) -> bool:
        """Undo (or redo) within the target being edited; False where there is nothing to undo."""
        return self._editing.id is not None and self._editing.editor.typing_undo(redo=redo)

    def show_findings(self, id: str, text: str, findings: Sequence[Finding]) -> None:
        """Underline what checks say about a text while it is being typed; ignored once it is another text."""
        self._editing.show_findings(id, text, findings)

    # Pointing

    @property
    def finding_index(self) -> int:
        """Which of the current segment's findings is looked at."""
        return self._finding

    def look_at_finding(self, index: int) -> None:
        """Look at one of the current segment's findings; both its places are lit."""
        session = self.session
        if session is None:
            return
        self._finding = max(0, min(index, len(session.findings.of(session.current)) - 1))
        self._editing.mark(self._finding)
        self.update_segment(session.current)
        self.finding_looked_at.emit(self._finding)

    def highlight(self, id: str, span: Span | None, source: bool = False, counterpart: Span | None = None) -> None:
        """Go to a segment and show a stretch of it, and one of its other text; None shows none."""
        if self.session is None:
            return
        self.session.go(id)
        here, there = (Side.SOURCE, Side.TARGET) if source else (Side.TARGET, Side.SOURCE)
        self._lit = (id, tuple(Lit(side, lit) for side, lit in ((here, span), (there, counterpart)) if lit))
        self.update_segment(id)

    def light_pairs(self, marks: tuple[PairMark, ...]) -> None:
        """Frame and number names and figures of the current segment in both texts; none for nothing."""
        before, self._pairs = self._pairs[0], (self.session.current if self.session else "", marks)
        self._editing.editor.show_pairs([mark for mark in marks if mark.side is Side.TARGET])
        for id in {before, self._pairs[0]}:
            self.update_segment(id)

    def ids_in_view(self) -> list[str]:
        """Return the ids of the segments on the screen from top to bottom; only the current one's before that."""
        session = self.session
        first, last = (self.indexAt(QPoint(1, y)) for y in (0, self.viewport().height() - 1))
        if session is None or not first.isValid():
            return [session.current] if session and session.current else []
        end = last.row() + 1 if last.isValid() else len(session.worklist)
        return [session.worklist.id_at(row) for row in range(first.row(), min(end, len(session.worklist)))]

    # Inside: the session changes

    def _reorder(self) -> None:
        """Rows came or went, or others are shown: stand where the topmost row stands now."""
        session, editing = self.session, self._editing
        assert session is not None
        self._model.reorder()
        self.row_window.count = len(session.worklist)
        if session.rows.has(self._topmost) and len(session.worklist):
            self.row_window.first = session.worklist.nearest(self._topmost)
        if editing.id is not None and not session.rows.has(editing.id):
            # Its text is in another row now, or gone: there is nothing to correct.
            editing.close()
        elif editing.id is not None and session.worklist.position(editing.id) is None:
            self._leave()
        self.rearrange()
        self._tell_current()

    def _refresh(self, changed: Changed) -> None:
        session = self.session
        assert session is not None
        if self._editing.id in changed.segments or not changed.segments:
            self._editing.mark(self._finding)
        if changed.aspects & (Aspect.TEXT | Aspect.VERSIONS) or not changed.segments:
            self.rearrange()
        if len(changed.segments) > len(self.row_window.places):
            # Cheaper than asking of each whether it shows, and a whole document may change at once.
            self.viewport().update()
            return
        for id in changed.segments:
            self.update_segment(id)
            place = self.place_of(id)
            if place and QAccessible.isActive():
                self._model.tell_changed(place.row)

    def _on_current(self, changed: Changed) -> None:
        session = self.session
        assert session is not None
        if self._editing.id != session.current:
            self._leave()
        before, self._finding = self._finding, 0
        if self._lit[0] != session.current:
            self._lit = ("", ())
        self._show_step()
        for id in changed.segments:
            self.update_segment(id)
        self._paint_now()
        if before:
            self.finding_looked_at.emit(0)

    def _show_step(self) -> None:
        """Bring the current row to its steady place, or if the mouse points at it no further than into view."""
        position = self.current_position()
        if position is None:
            self.rearrange()
        else:
            self.show_row(position, steady=not self.pointed)
            self._tell_current()

    def _paint_now(self) -> None:
        """Get a step onto the screen before panels and checks take it up: those can be a frame late."""
        QCoreApplication.sendPostedEvents(self.window(), QEvent.Type.UpdateRequest.value)

    def _leave(self) -> None:
        """Leave the target where nobody can be told what went wrong but by a signal."""
        try:
            self.stop_editing()
        except ReviewerError as error:
            self.failed.emit(error)

    def _tell_current(self) -> None:
        """Let Qt, and whoever listens to the screen, know which row is current."""
        position = self.current_position()
        if position is not None:
            index = self._model.index(position, BitextColumn.TARGET)
            self.selectionModel().setCurrentIndex(index, self.selectionModel().SelectionFlag.NoUpdate)

    # What the rows are

    def row(self, position: int) -> RowLayout:
        session = self.session
        assert session is not None
        segment = session.segment(session.worklist.id_at(position))
        draft = None if segment.id == self._editing.id else session.drafts.get(segment.id)
        return self.layouts.row(segment, draft, echo_of(session, segment), heading_of(session, position))

    def height_of(self, position: int) -> int:
        row = self.row(position)
        if row.segment.id != self._editing.id:
            return row.height
        text_height = self._editing.editor.text_height
        return row.above + row_height(self.page, row.segment.kind, row.source_height, text_height)

    def current_position(self) -> int | None:
        session = self.session
        return session.worklist.position(session.current) if session and session.current else None

    def languages(self) -> tuple[str, str]:
        if self.session is None:
            return "und", "und"
        return self.session.bitext.source.language, self.session.bitext.target.language

    def empty_words(self) -> str:
        if self.session is None:
            return ""
        return "No paragraph fits the filter." if self.session.filter else "There are no paragraphs."

    def state_of(self, row: RowLayout) -> RowState:
        session, id = self.session, row.segment.id
        assert session is not None
        current = id == session.current
        findings = findings_in(session, row.segment)
        return RowState(
            gutter_signs(session, row.segment),
            marks_of(session, id, findings),
            current=current,
            focused=self.hasFocus() or self._editing.editor.hasFocus(),
            editing=id == self._editing.id,
            looked_at=findings[min(self._finding, len(findings) - 1)] if current and findings else None,
            lit=self._lit[1] if self._lit[0] == id else (),
            selected=self.selection.of(id),
            pairs=self._pairs[1] if current and id == self._pairs[0] else (),
            said=said_instead(session, row.segment),
        )

    # What stands over the rows

    def replanned(self) -> None:
        if self._editing.id is not None:
            self._editing.editor.set_face(self._edited_face())

    def settled(self) -> None:
        if self.session is not None and self.row_window.places:
            self._topmost = self.session.worklist.id_at(self.row_window.first)
        self._place_editor()

    def _edited_face(self) -> Face:
        assert self.session is not None
        id = self._editing.id
        if id is None or not self.session.rows.has(id):
            return self.page.face(Side.TARGET)
        segment = self.session.segment(id)
        return self.page.face(Side.TARGET, segment.kind, segment.level)

    def _place_editor(self) -> None:
        """Put the editor exactly over the text of the row it edits."""
        id, editor, page = self._editing.id, self._editing.editor, self.page
        if id is None:
            return
        place = self.place_of(id)
        if place is None:
            # Out of sight it keeps the focus: typing goes on, and brings it back.
            editor.move(editor.x(), -editor.height() - 1)
            return
        row = self.row(place.row)
        origin = self.row_painter.origin(row, Side.TARGET, place.top).toPoint()
        width = page.target.width - page.indent(row.segment.kind, row.segment.level)
        editor.setGeometry(
            origin.x() - MARGIN, origin.y() - MARGIN, width + 2 * MARGIN, editor.text_height + 2 * MARGIN
        )

    def _on_caret(self) -> None:
        """Keep the caret in view, and tell that it moved."""
        id, editor = self._editing.id, self._editing.editor
        if id is not None and self.place_of(id) is None:
            self.show_current()
        caret = editor.cursorRect().translated(editor.pos())
        room = round(self.page.size)
        above, below = caret.top() - room, caret.bottom() + room - self.row_window.height
        if above < 0 or below > 0:
            self.scroll_by(above if above < 0 else below)
        self.caret_moved.emit()

    # Inside: keys and focus

    def keyPressEvent(self, event: QKeyEvent) -> None:
        session = self.session
        if session is None or not self.row_window.count:
            event.ignore()
        elif event.key() == Qt.Key.Key_Escape and self._editing.id is not None:
            self._leave()
        elif event.matches(QKeySequence.StandardKey.Copy) and self.selection.id is not None:
            self.copy_selection()
        else:
            target = self._target_of(event)
            if target is None:
                event.ignore()
            else:
                session.go(session.worklist.id_at(target))

    def _target_of(self, event: QKeyEvent) -> int | None:
        """Return the row a key leads to; None where it leads nowhere."""
        session, last = self.session, self.row_window.count - 1
        assert session is not None
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        here = session.worklist.nearest(session.current)
        if modifiers in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier):
            match event.key():
                case Qt.Key.Key_Home:
                    return 0
                case Qt.Key.Key_End:
                    return last
        if modifiers == Qt.KeyboardModifier.NoModifier:
            match event.key():
                case Qt.Key.Key_Up:
                    return max(0, here - 1)
                case Qt.Key.Key_Down:
                    return min(last, here + 1)
                case Qt.Key.Key_PageUp:
                    return self.row_window.page_from(here, -1)
                case Qt.Key.Key_PageDown:
                    return self.row_window.page_from(here, 1)
        return None

    def focusInEvent(self, event: QFocusEvent) -> None:
        if self._editing.id is not None:
            self._editing.editor.setFocus()
        self._on_focus()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._on_focus()

    def _on_focus(self) -> None:
        if self.session is not None:
            self.update_segment(self.session.current)

    def hideEvent(self, event: QHideEvent) -> None:
        self._editing.keep_draft()
        super().hideEvent(event)
