"""The heart of the window: the paragraphs of both texts side by side, and the target edited in place."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QHelpEvent,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QFrame, QTableView, QToolTip, QWidget

from reviewer.commands.desk import Caret
from reviewer.model.changed import Aspect, Changed
from reviewer.model.finding import Finding
from reviewer.model.segment import Segment
from reviewer.model.span import Span
from reviewer.session import acts
from reviewer.session.session import Session
from reviewer.ui.bitext_model import BitextColumn, BitextModel, doubtful
from reviewer.ui.fonts import BASE_SIZE
from reviewer.ui.page import Column, Side, plan_page
from reviewer.ui.row_layout import RowLayout, RowLayouts, row_height
from reviewer.ui.row_painter import Lit, RowPainter, RowState
from reviewer.ui.row_window import RowPlace, RowWindow
from reviewer.ui.state_signs import Standing
from reviewer.ui.target_editor import MARGIN, TargetEditor
from reviewer.ui.theme import Theme, load_theme

DRAFT_PAUSE_MS = 300
"""How long typing must rest before the draft is stored."""

_ZOOM_STEP = 1.1
_ZOOM_RANGE = (0.5, 4.0)
_STEADY = 0.3
"""Where the current row stands while stepping, as a part of the view's height."""
_SCROLL_UNITS = 64
"""Steps of the scroll bar in one row, whatever its height: a bar in pixels would need every height."""

Index = QModelIndex | QPersistentModelIndex


class BitextView(QTableView):
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
    """Which of the current segment's findings is looked at now."""
    menu_requested = Signal(QPoint)
    """A context menu is wanted at a place of the screen, for the current segment."""
    failed = Signal(Exception)
    """Something the editor did with the mouse or the keys of this widget was refused."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._theme = load_theme("light")
        self._zoom = 1.0
        self._compact = self._reading = self._differences = False
        self._page = plan_page(0, ("und", "und"), BASE_SIZE, rows=0)
        self._layouts = RowLayouts(self._page)
        self._painter = RowPainter(self._page, self._theme)
        self._window = RowWindow(self._height_of)
        self._finding = 0
        self._lit: tuple[str, Lit] | None = None
        self._selected: tuple[str, Lit] | None = None
        self._drag: tuple[str, Side, int] | None = None
        self._still = False
        """While set, going to a row moves the view no further than needed: the mouse points at it."""
        self._scrolling = self._opening = False
        self._edited: str | None = None
        self._base = ""
        self._live: tuple[str, tuple[Finding, ...]] | None = None
        self._drafting = QTimer(self, singleShot=True, interval=DRAFT_PAUSE_MS)
        self._drafting.timeout.connect(self._keep_draft)
        self._configure()
        self._editor = self._make_editor()
        self._model = BitextModel(self)
        self.setModel(self._model)
        self.set_theme(self._theme)

    def _configure(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName("Paragraphs")
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        for corner in self.findChildren(QAbstractButton):
            corner.hide()
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def _make_editor(self) -> TargetEditor:
        editor = TargetEditor(self.viewport())
        editor.hide()
        editor.edited.connect(self._on_typed)
        editor.grown.connect(self._on_grown)
        editor.cursorPositionChanged.connect(self._on_caret)
        return editor

    # What is shown

    def set_session(self, session: Session | None) -> None:
        """Show another review, or none; what is being typed in the present one is kept as a draft."""
        if self._edited is not None:
            self._keep_draft()
            self._close_editor()
        self._session = session
        self._finding, self._lit, self._selected = 0, None, None
        self._model.set_session(session)
        self._window.count = len(session.worklist) if session else 0
        self._replan()
        self._show_current(still=False)
        if session and session.current in session.drafts:
            self.start_editing()

    def handle(self, changed: Changed) -> None:
        """Show what changed in the session."""
        if self._session is None:
            return
        aspects = changed.aspects
        if aspects & (Aspect.ORDER | Aspect.FILTER):
            self._reorder()
        if aspects & Aspect.SETTINGS and self._languages() != self._page.languages:
            self._replan()
        if aspects & Aspect.TEXT and self._edited is not None:
            self._follow_text(self._edited)
        if aspects & (Aspect.TEXT | Aspect.STATE | Aspect.FINDINGS | Aspect.COMMENTS):
            self._refresh(changed)
        if aspects & Aspect.CURRENT:
            self._on_current()

    def set_theme(self, theme: Theme) -> None:
        """Use the colours of a theme."""
        self._theme = theme
        self._painter = RowPainter(self._page, theme)
        self._editor.set_theme(theme)
        self.set_differences(self._differences)

    def set_differences(self, shown: bool) -> None:
        """Show what differs from the delivered translation, or not."""
        self._differences = shown
        self._layouts.shows_differences = self._theme if shown else None
        self._layouts.clear()
        self._rearrange()

    @property
    def differences(self) -> bool:
        """Whether the differences from the delivered translation show."""
        return self._differences

    def set_reading(self, reading: bool) -> None:
        """Show running text instead of a table, or not."""
        self._reading = reading
        self._replan()
        self._show_current(still=False)

    @property
    def reading(self) -> bool:
        """Whether running text shows instead of a table."""
        return self._reading

    def set_compact(self, compact: bool) -> None:
        """Leave less room around the texts, or the usual."""
        self._compact = compact
        self._replan()

    def set_zoom(self, step: int) -> None:
        """Make the text larger (1), smaller (-1) or as it was (0)."""
        self.zoom = self._zoom * _ZOOM_STEP**step if step else 1.0

    @property
    def zoom(self) -> float:
        """Size of the text, 1.0 for the usual."""
        return self._zoom

    @zoom.setter
    def zoom(self, factor: float) -> None:
        self._zoom = min(max(factor, _ZOOM_RANGE[0]), _ZOOM_RANGE[1])
        self._replan()
        self._show_current(still=False)

    # Editing

    @property
    def caret(self) -> Caret | None:
        """Where the editor types; None while reading."""
        return self._editor.caret if self._edited is not None else None

    def start_editing(self, position: int | None = None) -> None:
        """Put the caret into the current target (None: at its end); a locked target is left alone."""
        session = self._session
        if session is None or not session.current or session.worklist.position(session.current) is None:
            return
        segment = session.segment(session.current)
        if segment.locked:
            return
        if self._edited != segment.id:
            self.stop_editing()
            self._open_editor(segment)
        self._editor.put_caret(position)
        self._editor.setFocus()
        self.caret_moved.emit()

    def stop_editing(self, keep: bool = True) -> None:
        """Leave the target; what was typed becomes one correction, or is dropped.

        Raises:
            ReviewerError: the correction was refused; the text is kept as a draft.
        """
        session, id = self._session, self._edited
        if session is None or id is None:
            return
        QGuiApplication.inputMethod().commit()
        text, changed = self._editor.text, self._editor.changed
        if changed and keep:
            session.draft(id, text)
        self._close_editor()
        if changed and keep and session.rows.has(id):
            acts.set_target(session, id, text)
        session.draft(id, None)
        self._rearrange()

    def insert(self, text: str) -> None:
        """Put text where the caret stands, replacing the selection; nothing happens while reading."""
        if self._edited is not None:
            self._editor.insert(text)

    def typing_undo(self, redo: bool = False) -> bool:
        """Undo (or redo) within the target being edited; False where there is nothing to undo."""
        return self._edited is not None and self._editor.typing_undo(redo=redo)

    def show_findings(self, id: str, text: str, findings: Sequence[Finding]) -> None:
        """Underline what checks say about a text while it is being typed; ignored once it is another text."""
        if id == self._edited and text == self._editor.text:
            self._live = (text, tuple(findings))
            self._mark_editor()

    # Pointing

    @property
    def finding_index(self) -> int:
        """Which of the current segment's findings is looked at."""
        return self._finding

    def look_at_finding(self, index: int) -> None:
        """Look at one of the current segment's findings; both its places are lit."""
        session = self._session
        if session is None:
            return
        self._finding = max(0, min(index, len(session.findings.of(session.current)) - 1))
        self._mark_editor()
        self._update_row(session.current)
        self.finding_looked_at.emit(self._finding)

    def highlight(self, id: str, span: Span | None, source: bool = False) -> None:
        """Go to a segment and show a stretch of it; None shows none."""
        if self._session is None:
            return
        self._session.go(id)
        self._lit = (id, Lit(Side.SOURCE if source else Side.TARGET, span)) if span else None
        self._update_row(id)

    # Inside: the session changes

    def _languages(self) -> tuple[str, str]:
        if self._session is None:
            return "und", "und"
        return self._session.bitext.source.language, self._session.bitext.target.language

    def _reorder(self) -> None:
        session = self._session
        assert session is not None
        before = self._window.first
        anchor = self._anchor
        self._model.reorder()
        self._window.count = len(session.worklist)
        if anchor and session.rows.has(anchor) and len(session.worklist):
            self._window.first = session.worklist.nearest(anchor)
        else:
            self._window.first = before
        if self._edited is not None and session.worklist.position(self._edited) is None:
            self._leave_hidden(self._edited)
        self._rearrange()

    def _leave_hidden(self, id: str) -> None:
        """Leave a row that is no longer shown; one that is gone cannot keep what was typed."""
        session = self._session
        assert session is not None
        if session.rows.has(id):
            self.stop_editing()
        else:
            self._close_editor()

    def _follow_text(self, id: str) -> None:
        """Take up a text that somebody else gave the segment being edited, unless something was typed."""
        session = self._session
        assert session is not None
        if not session.rows.has(id):
            return
        segment = session.segment(id)
        if segment.target != self._base and not self._editor.changed:
            self._load_editor(segment)

    def _refresh(self, changed: Changed) -> None:
        for id in changed.segments:
            if id == self._edited:
                self._mark_editor()
        if changed.aspects & Aspect.TEXT or not changed.segments:
            self._rearrange()
        else:
            for id in changed.segments:
                self._update_row(id)
        if QAccessible.isActive():
            assert self._session is not None
            for id in changed.segments:
                position = self._session.worklist.position(id) if self._session.rows.has(id) else None
                if position is not None:
                    self._model.tell_changed(position)

    def _on_current(self) -> None:
        session = self._session
        assert session is not None
        if self._edited is not None and self._edited != session.current:
            self.stop_editing()
        self._finding = 0
        self._lit = None
        self._show_current(still=self._still)
        self.finding_looked_at.emit(0)

    def _show_current(self, *, still: bool) -> None:
        """Bring the current row to its steady place, or with `still` no further than into view."""
        session = self._session
        position = session.worklist.position(session.current) if session and session.current else None
        if session is None or position is None:
            self._rearrange()
            return
        self._set_current_index(position)
        height = self._height_of(position)
        place = self._window.place_of(position)
        if still and place and place.top >= 0 and place.bottom <= self._window.height:
            self._rearrange()
            return
        top = round(self._window.height * _STEADY)
        if top + height > self._window.height:
            top = max(0, self._window.height - height)
        self._window.put(position, top)
        self._rearrange()

    def _set_current_index(self, position: int) -> None:
        index = self._model.index(position, BitextColumn.TARGET)
        self.selectionModel().setCurrentIndex(index, self.selectionModel().SelectionFlag.NoUpdate)
        if QAccessible.isActive() and self.hasFocus():
            event = QAccessibleEvent(self, QAccessible.Event.Focus)
            event.setChild((position + 1) * (len(BitextColumn) + 1) + BitextColumn.TARGET + 1)
            QAccessible.updateAccessibility(event)

    # Inside: geometry

    @property
    def _anchor(self) -> str:
        """Id of the topmost row as it was laid out last."""
        return self._anchor_id

    _anchor_id = ""

    def _replan(self) -> None:
        """Divide the page anew: another width, size, language or look."""
        self._page = plan_page(
            self.viewport().width(),
            self._languages(),
            BASE_SIZE * self._zoom,
            rows=len(self._session.rows) if self._session else 0,
            compact=self._compact,
            reading=self._reading,
            mirrored=self.layoutDirection() == Qt.LayoutDirection.RightToLeft,
        )
        self._layouts.page = self._page
        self._layouts.clear()
        self._painter = RowPainter(self._page, self._theme)
        if self._edited is not None and self._session is not None:
            caret = self._editor.caret
            self._set_editor_type(self._session.segment(self._edited))
            self._editor.put_caret(caret.position)
        self._rearrange()

    def _rearrange(self) -> None:
        """Settle what stands where, and paint it all on the next frame."""
        self._window.height = self.viewport().height()
        self._window.settle()
        if self._session is not None and self._window.count:
            self._anchor_id = self._session.worklist.id_at(self._window.first)
        self._place_editor()
        self._sync_scroll_bar()
        self.viewport().update()

    def _row(self, position: int) -> RowLayout:
        assert self._session is not None
        segment = self._session.segment(self._session.worklist.id_at(position))
        draft = None if segment.id == self._edited else self._session.drafts.get(segment.id)
        return self._layouts.row(segment, draft)

    def _height_of(self, position: int) -> int:
        row = self._row(position)
        if row.segment.id == self._edited:
            return row_height(self._page, row.segment.kind, row.source, self._editor.text_height)
        return row.height

    def _place(self, id: str) -> RowPlace | None:
        session = self._session
        position = session.worklist.position(id) if session else None
        return None if position is None else self._window.place_of(position)

    def _update_row(self, id: str) -> None:
        place = self._place(id)
        if place:
            self.viewport().update(0, place.top, self._page.width, place.height)

    def _sync_scroll_bar(self) -> None:
        bar, window = self.verticalScrollBar(), self._window
        places = list(window.places())
        page = max(1, len(places) * _SCROLL_UNITS)
        maximum = max(0, window.count * _SCROLL_UNITS - page)
        if places and places[0].row == 0 and places[0].top >= 0 and places[-1].row == window.count - 1:
            maximum = 0 if places[-1].bottom <= window.height else max(1, maximum)
        value = 0
        if places:
            value = places[0].row * _SCROLL_UNITS + -places[0].top * _SCROLL_UNITS // max(1, places[0].height)
            if places[-1].row == window.count - 1 and places[-1].bottom <= window.height:
                value = maximum
        self._scrolling = True
        bar.setRange(0, maximum)
        bar.setPageStep(page)
        bar.setSingleStep(_SCROLL_UNITS // 2)
        bar.setValue(min(value, maximum))
        self._scrolling = False

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        if self._scrolling or not self._window.count:
            return
        bar = self.verticalScrollBar()
        row, part = divmod(bar.value(), _SCROLL_UNITS)
        if bar.value() >= bar.maximum():
            row, part = self._window.count - 1, _SCROLL_UNITS
        row = min(row, self._window.count - 1)
        self._window.put(row, -self._height_of(row) * part // _SCROLL_UNITS)
        self._rearrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self.viewport().width() != self._page.width:
            self._replan()
        self._show_current(still=True)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange and hasattr(self, "_model"):
            self._replan()

    # Inside: painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        dirty, page, theme = event.rect(), self._page, self._theme
        painter.fillRect(dirty, theme.background)
        if not page.reading:
            painter.fillRect(page.gutter.x, dirty.y(), page.gutter.width, dirty.height(), theme.surface)
        session = self._session
        if session is not None and not self._window.count:
            painter.setPen(theme.text_dim)
            painter.setFont(page.face(Side.TARGET).font)
            words = "No paragraph fits the filter." if session.filter else "There are no paragraphs."
            painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, words)
        for place in self._window.places():
            if place.bottom > dirty.top() and place.top <= dirty.bottom():
                row = self._row(place.row)
                row.height = place.height
                self._painter.paint(painter, row, self._state(row.segment), place.top)
        painter.end()

    def _state(self, segment: Segment) -> RowState:
        session = self._session
        assert session is not None
        current = segment.id == session.current
        findings = session.findings.of(segment.id)
        return RowState(
            number=session.rows.number(segment.id) + 1,
            standing=Standing.of(segment),
            findings=findings,
            comments=len(session.comments_of(segment.id)),
            doubtful=doubtful(segment),
            current=current,
            editing=segment.id == self._edited,
            looked_at=findings[min(self._finding, len(findings) - 1)] if current and findings else None,
            lit=(self._lit[1],) if self._lit and self._lit[0] == segment.id else (),
            selected=self._selected[1] if self._selected and self._selected[0] == segment.id else None,
        )

    # Inside: the editor

    def _open_editor(self, segment: Segment) -> None:
        session = self._session
        assert session is not None
        self._edited = segment.id
        self._opening = True
        self._live = None
        self._load_editor(segment)
        draft = session.drafts.get(segment.id)
        if draft is not None and draft != segment.target:
            self._editor.replace_all(draft)
        self._rearrange()
        self._editor.show()
        self._opening = False
        self.editing_changed.emit(True)

    def _load_editor(self, segment: Segment) -> None:
        self._base = segment.target
        self._set_editor_width(segment)
        face = self._page.face(Side.TARGET, segment.kind, segment.level)
        self._editor.load(segment.target, segment.target_codes, face)
        self._mark_editor()

    def _set_editor_type(self, segment: Segment) -> None:
        self._set_editor_width(segment)
        self._editor.set_face(self._page.face(Side.TARGET, segment.kind, segment.level))

    def _set_editor_width(self, segment: Segment) -> None:
        width = self._page.target.width - self._page.indent(segment.kind, segment.level)
        self._editor.resize(width + 2 * MARGIN, self._editor.height())

    def _close_editor(self) -> None:
        had_focus = self._editor.hasFocus()
        self._drafting.stop()
        self._edited = None
        self._live = None
        self._editor.hide()
        if had_focus:
            self.setFocus()
        self.editing_changed.emit(False)

    def _place_editor(self) -> None:
        """Put the editor exactly over the text of the row it edits."""
        if self._edited is None or self._session is None:
            return
        position = self._session.worklist.position(self._edited)
        place = self._window.place_of(position) if position is not None else None
        row = self._row(position) if position is not None else None
        if place is None or row is None:
            # Out of sight it keeps its place in the chain of focus: typing goes on, and brings it back.
            self._editor.move(self._editor.x(), -self._editor.height() - 1)
            return
        page, face = self._page, self._page.face(Side.TARGET, row.segment.kind, row.segment.level)
        indent = page.indent(row.segment.kind, row.segment.level)
        left = page.target.x + (indent if face.direction is Qt.LayoutDirection.LeftToRight else 0)
        self._editor.setGeometry(
            left - MARGIN,
            place.top + self._painter.text_top(row) - MARGIN,
            page.target.width - indent + 2 * MARGIN,
            self._editor.text_height + 2 * MARGIN,
        )

    def _mark_editor(self) -> None:
        """Give the editor what it underlines: live findings, or those of the session following their words."""
        session = self._session
        if session is None or self._edited is None or not session.rows.has(self._edited):
            return
        findings = self._live[1] if self._live else session.findings.of(self._edited)
        looked_at = findings[min(self._finding, len(findings) - 1)] if findings else None
        self._editor.show_findings(findings, looked_at)

    def _on_typed(self) -> None:
        if self._edited is None or self._opening:
            return
        self._drafting.start()
        self._keep_caret_in_view()
        self.typed.emit(self._edited, self._editor.text)

    def _on_grown(self) -> None:
        if self._edited is not None and not self._opening:
            self._rearrange()

    def _on_caret(self) -> None:
        if self._edited is not None and not self._opening:
            self._keep_caret_in_view()
            self.caret_moved.emit()

    def _keep_caret_in_view(self) -> None:
        caret = self._editor.cursorRect().translated(self._editor.pos())
        room = round(self._page.size)
        above, below = caret.top() - room, caret.bottom() + room - self._window.height
        if self._edited is not None and self._place(self._edited) is None:
            self._show_current(still=False)
        elif above < 0:
            self._scroll_by(above)
        elif below > 0:
            self._scroll_by(below)

    def _keep_draft(self) -> None:
        """Store what is being typed, so that a crash does not lose it."""
        if self._session is not None and self._edited is not None:
            self._session.draft(self._edited, self._editor.text if self._editor.changed else None)

    # Inside: keys and mouse

    def _scroll_by(self, pixels: int) -> None:
        self._window.scroll(pixels)
        self._rearrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        session = self._session
        keys = QKeySequence.StandardKey
        if session is None or not self._window.count:
            event.ignore()
        elif event.key() == Qt.Key.Key_Escape and self._edited is not None:
            self.stop_editing()
        elif event.matches(keys.Copy) and self._selected is not None:
            self._copy_selection()
        elif event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ControlModifier):
            event.ignore()
        else:
            target = self._target_of(event)
            if target is None:
                event.ignore()
            else:
                session.go(session.worklist.id_at(target))

    def _target_of(self, event: QKeyEvent) -> int | None:
        """Return the row a key leads to; None where it leads nowhere."""
        session, last = self._session, self._window.count - 1
        assert session is not None
        here = session.worklist.nearest(session.current)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        match event.key():
            case Qt.Key.Key_Home:
                return 0
            case Qt.Key.Key_End:
                return last
            case Qt.Key.Key_Up if not control:
                return max(0, here - 1)
            case Qt.Key.Key_Down if not control:
                return min(last, here + 1)
            case Qt.Key.Key_PageUp:
                return self._window.page_from(here, -1)
            case Qt.Key.Key_PageDown:
                return self._window.page_from(here, 1)
        return None

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        pixels = event.pixelDelta().y()
        if not pixels:
            lines = QGuiApplication.styleHints().wheelScrollLines()
            pixels = round(event.angleDelta().y() / 120 * lines * self._page.face(Side.TARGET).pitch)
        self._scroll_by(-pixels)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        session = self._session
        place = self._window.row_at(event.position().toPoint().y())
        if session is None or place is None:
            return
        row = self._row(place.row)
        self._select(None)
        if row.segment.id != session.current:
            self._still = True
            try:
                session.go(row.segment.id)
            finally:
                self._still = False
        if event.button() == Qt.MouseButton.LeftButton:
            hit = self._text_at(event.position().toPoint())
            if hit:
                self._drag = hit
                self._look_at_hit(*hit)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drag is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        id, side, start = self._drag
        place = self._place(id)
        if place is None:
            return
        end = self._position_in(place, side, event.position().toPoint())
        if end is not None:
            self._select((id, Lit(side, Span(min(start, end), max(start, end)))))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._drag = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        hit = self._text_at(event.position().toPoint())
        place = self._window.row_at(event.position().toPoint().y())
        if self._session is None or place is None or event.button() != Qt.MouseButton.LeftButton:
            return
        in_target = hit is not None and hit[1] is Side.TARGET
        self._still = True
        try:
            if in_target and hit is not None:
                self.start_editing(hit[2])
            elif self._page.target.holds(event.position().x()):
                self.start_editing()
        finally:
            self._still = False

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_requested.emit(event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        if self._edited is not None:
            self._editor.setFocus()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.viewport().update()

    def hideEvent(self, event: QHideEvent) -> None:
        self._keep_draft()
        super().hideEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words = self._words_at(event.pos())
            if words:
                QToolTip.showText(event.globalPos(), words, self)
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def _text_at(self, point: QPoint) -> tuple[str, Side, int] | None:
        """Return the segment, side and position in its text at a point."""
        place = self._window.row_at(point.y())
        if place is None:
            return None
        side = next((side for side in Side if self._page.column(side).holds(point.x())), None)
        position = self._position_in(place, side, point) if side else None
        return None if side is None or position is None else (self._row(place.row).segment.id, side, position)

    def _position_in(self, place: RowPlace, side: Side, point: QPoint) -> int | None:
        row = self._row(place.row)
        cell = row.cell(side)
        if cell is None:
            return None
        origin = self._painter.origin(row, side, place.top)
        return cell.position_at(point.x() - origin.x(), point.y() - origin.y())

    def _look_at_hit(self, id: str, side: Side, position: int) -> None:
        session = self._session
        assert session is not None
        for number, finding in enumerate(session.findings.of(id)):
            span = finding.target_span if side is Side.TARGET else finding.source_span
            if span and span.start <= position <= span.end:
                self.look_at_finding(number)
                return

    def _words_at(self, point: QPoint) -> str:
        """Return what to say about a point: the findings of the words there, or what the gutter's signs mean."""
        session, place = self._session, self._window.row_at(point.y())
        if session is None or place is None:
            return ""
        if self._page.gutter.holds(point.x()):
            return str(self._model.data(self._model.index(place.row, BitextColumn.STATE)))
        hit = self._text_at(point)
        if hit is None:
            return ""
        id, side, position = hit
        said = []
        for finding in session.findings.of(id):
            span = finding.target_span if side is Side.TARGET else finding.source_span
            if span and span.start <= position <= span.end:
                said.append(f"{finding.severity.value}: {finding.text}")
        return "\n".join(said)

    def _select(self, selected: tuple[str, Lit] | None) -> None:
        before, self._selected = self._selected, selected
        for one in (before, selected):
            if one:
                self._update_row(one[0])

    def _copy_selection(self) -> None:
        assert self._session is not None
        assert self._selected is not None
        id, lit = self._selected
        segment = self._session.segment(id)
        text = segment.source if lit.side is Side.SOURCE else segment.target
        QGuiApplication.clipboard().setText(lit.span.of(text))

    # What Qt's views ask for

    def visualRect(self, index: Index) -> QRect:
        place = self._window.place_of(index.row()) if index.isValid() else None
        if place is None:
            return QRect()
        strip = (self._page.gutter, self._page.source, self._page.target)[index.column()]
        return QRect(strip.x, place.top, strip.width, place.height)

    def indexAt(self, point: QPoint) -> QModelIndex:
        place = self._window.row_at(point.y())
        if place is None:
            return QModelIndex()
        strips: tuple[tuple[BitextColumn, Column], ...] = (
            (BitextColumn.STATE, self._page.gutter),
            (BitextColumn.SOURCE, self._page.source),
        )
        column = next((column for column, strip in strips if strip.holds(point.x())), BitextColumn.TARGET)
        return self._model.index(place.row, column)

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Rows are brought into view by `session.go` alone."""

    def updateGeometries(self) -> None:
        """The scroll bar follows `RowWindow`, not the sections of Qt's headers."""
