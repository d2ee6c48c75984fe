"""The heart of the window: the paragraphs of both texts side by side, and the target edited in place."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
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
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QFrame, QTableView, QToolTip, QWidget

from reviewer.commands.desk import Caret
from reviewer.model.changed import Aspect, Changed
from reviewer.model.errors import ReviewerError
from reviewer.model.finding import Finding
from reviewer.model.segment import Segment
from reviewer.model.span import Span
from reviewer.session.session import Session
from reviewer.ui.bitext_model import BitextColumn, BitextModel, doubtful
from reviewer.ui.editing import Editing
from reviewer.ui.fonts import BASE_SIZE, Face
from reviewer.ui.rows.gutter import GutterSigns
from reviewer.ui.rows.page import Side, plan_page
from reviewer.ui.rows.pointing import Hit, Pointing, about
from reviewer.ui.rows.row_layout import RowLayout, RowLayouts, row_height
from reviewer.ui.rows.row_painter import Lit, RowPainter, RowState
from reviewer.ui.rows.row_window import RowPlace, RowWindow, common_shift
from reviewer.ui.rows.text_marks import Mark
from reviewer.ui.state_signs import Standing
from reviewer.ui.target_editor import MARGIN
from reviewer.ui.theme import Theme, load_theme

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
    whose shortcut context is this widget. To Qt and to screen readers it is a table; what it shows
    and where comes from `RowWindow`, so that no cost grows with the document.
    """

    editing_changed = Signal(bool)
    caret_moved = Signal()
    typed = Signal(str, str)
    """Id and text of the segment being edited, after each change."""
    finding_looked_at = Signal(int)
    """Which of the current segment's findings is looked at now."""
    menu_requested = Signal(QPoint)
    """A context menu is wanted at a place of the screen, for the current segment."""
    zoomed = Signal(float)
    """The text is larger or smaller now, 1.0 the usual."""
    failed = Signal(Exception)
    """A correction was refused when the text was left; what was typed is kept as a draft."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._theme = load_theme("light")
        self._zoom = 1.0
        self._compact = self._reading = self._differences = False
        self._page = plan_page(0, ("und", "und"), BASE_SIZE, rows=0)
        self._layouts = RowLayouts(self._page)
        self._window = RowWindow(self._height_of)
        self._paint_with(RowPainter(self._page, self._theme))
        self._finding = 0
        self._topmost = ""
        """Id of the row at the top: where to stand when rows come or go above it."""
        self._lit: tuple[str, Lit] | None = None
        self._selected: tuple[str, Lit] | None = None
        self._pressed: Hit | None = None
        self._pointed = False
        """While set, going to a row moves the view no further than needed: the mouse points at it."""
        self._scrolling = False
        self._configure()
        self._editing = Editing(self.viewport(), self)
        self._editing.grown.connect(self._rearrange)
        self._editing.caret_moved.connect(self._on_caret)
        self._editing.typed.connect(self.typed)
        self._editing.began.connect(lambda: self.editing_changed.emit(True))
        self._editing.ended.connect(lambda: self.editing_changed.emit(False))
        self._editing.editor.set_theme(self._theme)
        self._editing.editor.focus_changed.connect(self._on_focus)
        self._model = BitextModel(self)
        self.setModel(self._model)

    def _configure(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName("Paragraphs")
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        for corner in self.findChildren(QAbstractButton):
            corner.hide()
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setTabKeyNavigation(False)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    # What is shown

    def set_session(self, session: Session | None) -> None:
        """Show another review, or none; what is being typed in the present one is kept as a draft."""
        self._editing.keep_draft()
        self._editing.close()
        self._session = session
        self._finding, self._lit, self._selected = 0, None, None
        self._model.set_session(session)
        self._window.count = len(session.worklist) if session else 0
        self._window.put(0, 0)
        self._replan()
        self._show_current()
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
        if aspects & Aspect.TEXT and self._editing.id is not None:
            self._editing.follow(self._edited_face())
        if aspects & (Aspect.TEXT | Aspect.STATE | Aspect.FINDINGS | Aspect.COMMENTS):
            self._refresh(changed)
        if aspects & Aspect.CURRENT:
            self._on_current(changed)

    def set_theme(self, theme: Theme) -> None:
        """Use the colours of a theme."""
        self._theme = theme
        self._paint_with(RowPainter(self._page, theme))
        self._editing.editor.set_theme(theme)
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
        self.zoomed.emit(self._zoom)

    # Editing

    @property
    def caret(self) -> Caret | None:
        """Where the editor types; None while reading."""
        return None if self._editing.id is None else self._editing.editor.caret

    def start_editing(self, position: int | None = None) -> None:
        """Put the caret into the current target (None: at its end); a locked target is left alone."""
        session, editing = self._session, self._editing
        if session is None or not session.current or session.worklist.position(session.current) is None:
            return
        segment = session.segment(session.current)
        if segment.locked:
            return
        if editing.id != segment.id:
            self.stop_editing()
            self._select(None)
            width = self._page.target.width - self._page.indent(segment.kind, segment.level)
            editing.editor.resize(width + 2 * MARGIN, editing.editor.height())
            editing.editor.setAccessibleName(f"Translation of paragraph {session.rows.number(segment.id) + 1}")
            editing.begin(session, segment, self._page.face(Side.TARGET, segment.kind, segment.level))
            self._rearrange()
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
            self._rearrange()

    def insert(self, text: str) -> None:
        """Put text where the caret stands, replacing the selection; nothing happens while reading."""
        if self._editing.id is not None:
            self._editing.editor.insert(text)

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
        session = self._session
        if session is None:
            return
        self._finding = max(0, min(index, len(session.findings.of(session.current)) - 1))
        self._editing.mark(self._finding)
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
        """Rows came or went, or others are shown: stand where the topmost row stands now."""
        session, editing = self._session, self._editing
        assert session is not None
        self._model.reorder()
        self._window.count = len(session.worklist)
        if session.rows.has(self._topmost) and len(session.worklist):
            self._window.first = session.worklist.nearest(self._topmost)
        if editing.id is not None and not session.rows.has(editing.id):
            # Its text is in another row now, or gone: there is nothing to correct.
            editing.close()
        elif editing.id is not None and session.worklist.position(editing.id) is None:
            self._leave()
        self._rearrange()
        self._tell_current()

    def _refresh(self, changed: Changed) -> None:
        session = self._session
        assert session is not None
        if self._editing.id in changed.segments or not changed.segments:
            self._editing.mark(self._finding)
        if changed.aspects & Aspect.TEXT or not changed.segments:
            self._rearrange()
        if len(changed.segments) > len(self._window.places):
            # Cheaper than asking of each whether it shows, and a whole document may change at once.
            self.viewport().update()
            return
        for id in changed.segments:
            self._update_row(id)
            place = self._place(id)
            if place and QAccessible.isActive():
                self._model.tell_changed(place.row)

    def _on_current(self, changed: Changed) -> None:
        session = self._session
        assert session is not None
        if self._editing.id != session.current:
            self._leave()
        before, self._finding = self._finding, 0
        if self._lit and self._lit[0] != session.current:
            self._lit = None
        self._show_current()
        for id in changed.segments:
            self._update_row(id)
        self._paint_now()
        if before:
            self.finding_looked_at.emit(0)

    def _paint_now(self) -> None:
        """Get a step onto the screen before panels and checks take it up: those can be a frame late."""
        QCoreApplication.sendPostedEvents(self.window(), QEvent.Type.UpdateRequest.value)

    def _leave(self) -> None:
        """Leave the target where nobody can be told what went wrong but by a signal."""
        try:
            self.stop_editing()
        except ReviewerError as error:
            self.failed.emit(error)

    def _show_current(self) -> None:
        """Bring the current row to its steady place, or if the mouse points at it no further than into view."""
        session, window = self._session, self._window
        position = session.worklist.position(session.current) if session and session.current else None
        if position is None:
            self._rearrange()
            return
        height, place = self._height_of(position), window.place_of(position)
        if self._pointed and place:
            top = max(0, min(place.top, window.height - height))
        else:
            top = max(0, min(round(window.height * _STEADY), window.height - height))
        self._move_to(position, top)
        self._tell_current()

    def _tell_current(self) -> None:
        """Let Qt, and whoever listens to the screen, know which row is current."""
        session = self._session
        position = session.worklist.position(session.current) if session and session.current else None
        if position is not None:
            index = self._model.index(position, BitextColumn.TARGET)
            self.selectionModel().setCurrentIndex(index, self.selectionModel().SelectionFlag.NoUpdate)

    # Inside: geometry

    def _paint_with(self, painter: RowPainter) -> None:
        self._painter = painter
        self._pointing = Pointing(self._window, painter, self._row)

    def _replan(self) -> None:
        """Divide the page anew: another width, size, language or look. The current row stays where it shows."""
        session = self._session
        position = session.worklist.position(session.current) if session and session.current else None
        kept = self._window.place_of(position) if position is not None else None
        self._page = plan_page(
            self.viewport().width(),
            self._languages(),
            BASE_SIZE * self._zoom,
            rows=len(session.rows) if session else 0,
            compact=self._compact,
            reading=self._reading,
            mirrored=self.layoutDirection() == Qt.LayoutDirection.RightToLeft,
        )
        self._layouts.page = self._page
        self._layouts.clear()
        self._paint_with(RowPainter(self._page, self._theme))
        if self._editing.id is not None:
            self._editing.editor.set_face(self._edited_face())
        if kept:
            self._window.first, self._window.offset = kept.row, kept.top
        self._rearrange()

    def _edited_face(self) -> Face:
        assert self._session is not None
        id = self._editing.id
        if id is None or not self._session.rows.has(id):
            return self._page.face(Side.TARGET)
        segment = self._session.segment(id)
        return self._page.face(Side.TARGET, segment.kind, segment.level)

    def _rearrange(self) -> None:
        """Settle what stands where, and paint it all on the next frame."""
        self._window.height = self.viewport().height()
        self._window.settle()
        self._settled()
        self.viewport().update()

    def _move_to(self, position: int, top: int) -> None:
        """Let a row stand at a height, and what shows before and after move with it instead of being painted."""
        self._window.height = self.viewport().height()
        before = self._window.places
        self._window.put(position, top)
        shift = common_shift(before, self._window.places)
        # Between whole pixels there is no moving what is painted.
        if shift is None or not self.devicePixelRatioF().is_integer():
            self.viewport().update()
        elif shift:
            self.viewport().scroll(0, shift)
        self._settled()

    def _scroll_by(self, pixels: int) -> None:
        if self._window.count:
            self._move_to(self._window.first, self._window.offset - pixels)

    def _settled(self) -> None:
        if self._session is not None and self._window.places:
            self._topmost = self._session.worklist.id_at(self._window.first)
        self._place_editor()
        self._sync_scroll_bar()

    def _row(self, position: int) -> RowLayout:
        assert self._session is not None
        segment = self._session.segment(self._session.worklist.id_at(position))
        draft = None if segment.id == self._editing.id else self._session.drafts.get(segment.id)
        return self._layouts.row(segment, draft)

    def _height_of(self, position: int) -> int:
        row = self._row(position)
        if row.segment.id != self._editing.id:
            return row.height
        return row_height(self._page, row.segment.kind, row.source, self._editing.editor.text_height)

    def _place(self, id: str) -> RowPlace | None:
        session = self._session
        position = session.worklist.position(id) if session and session.rows.has(id) else None
        return None if position is None else self._window.place_of(position)

    def _update_row(self, id: str) -> None:
        place = self._place(id)
        if place:
            self.viewport().update(0, place.top, self._page.width, place.height)

    def _place_editor(self) -> None:
        """Put the editor exactly over the text of the row it edits."""
        id, editor, page = self._editing.id, self._editing.editor, self._page
        if id is None:
            return
        place = self._place(id)
        if place is None:
            # Out of sight it keeps the focus: typing goes on, and brings it back.
            editor.move(editor.x(), -editor.height() - 1)
            return
        row = self._row(place.row)
        origin = self._painter.origin(row, Side.TARGET, place.top).toPoint()
        width = page.target.width - page.indent(row.segment.kind, row.segment.level)
        editor.setGeometry(
            origin.x() - MARGIN, origin.y() - MARGIN, width + 2 * MARGIN, editor.text_height + 2 * MARGIN
        )

    def _on_caret(self) -> None:
        """Keep the caret in view, and tell that it moved."""
        id, editor = self._editing.id, self._editing.editor
        if id is not None and self._place(id) is None:
            self._show_current()
        caret = editor.cursorRect().translated(editor.pos())
        room = round(self._page.size)
        above, below = caret.top() - room, caret.bottom() + room - self._window.height
        if above < 0 or below > 0:
            self._scroll_by(above if above < 0 else below)
        self.caret_moved.emit()

    def _sync_scroll_bar(self) -> None:
        bar, window, places = self.verticalScrollBar(), self._window, self._window.places
        page = max(1, len(places) * _SCROLL_UNITS)
        maximum = value = 0
        if places:
            first, last = places[0], places[-1]
            at_end = last.row == window.count - 1 and last.bottom <= window.height
            if not (at_end and first.row == 0 and first.top >= 0):
                maximum = max(1, window.count * _SCROLL_UNITS - page)
            value = first.row * _SCROLL_UNITS - first.top * _SCROLL_UNITS // max(1, first.height)
            value = maximum if at_end else min(value, maximum - 1)
        self._scrolling = True
        bar.setRange(0, maximum)
        bar.setPageStep(page)
        bar.setSingleStep(_SCROLL_UNITS // 2)
        bar.setValue(value)
        self._scrolling = False

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """The scroll bar was moved: show the row it points at."""
        bar, last = self.verticalScrollBar(), self._window.count - 1
        if self._scrolling or last < 0:
            return
        row, part = divmod(bar.value(), _SCROLL_UNITS)
        if bar.value() >= bar.maximum():
            row, part = last, _SCROLL_UNITS
        row = min(row, last)
        self._move_to(row, -self._height_of(row) * part // _SCROLL_UNITS)

    def resizeEvent(self, event: QResizeEvent) -> None:
        session = self._session
        was_in_view = not self._window.places or (session is not None and self._place(session.current) is not None)
        if self.viewport().width() != self._page.width:
            self._replan()
        self._rearrange()
        if was_in_view and session is not None:
            place = self._place(session.current)
            if place is None or place.bottom > self._window.height:
                self._show_current()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._replan()

    # Inside: painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        dirty, region, page, theme = event.rect(), event.region(), self._page, self._theme
        painter.fillRect(dirty, theme.background)
        if not page.reading:
            painter.fillRect(page.gutter.x, dirty.y(), page.gutter.width, dirty.height(), theme.surface)
        session = self._session
        if session is not None and not self._window.count:
            painter.setPen(theme.text_dim)
            painter.setFont(page.face(Side.TARGET).font)
            words = "No paragraph fits the filter." if session.filter else "There are no paragraphs."
            painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, words)
        for place in self._window.places:
            if region.intersects(QRect(0, place.top, page.width, place.height)):
                row = self._row(place.row)
                self._painter.paint(painter, row, self._state(row.segment), place.top, place.height)
        painter.end()

    def _state(self, segment: Segment) -> RowState:
        session, id = self._session, segment.id
        assert session is not None
        current = id == session.current
        findings, comments = session.findings.of(id), session.comments_of(id)
        marks = [_mark(finding) for finding in findings]
        marks += [Mark(Side.TARGET, issue.span, issue.severity) for issue in session.issues_of(id) if issue.span]
        marks += [Mark(Side.TARGET, comment.span, None) for comment in comments if comment.span]
        signs = GutterSigns(
            number=session.rows.number(id) + 1,
            standing=Standing.of(segment),
            worst=max((f.severity for f in findings), key=lambda severity: severity.rank, default=None),
            comments=len(comments),
            doubtful=doubtful(segment),
        )
        return RowState(
            signs,
            tuple(mark for mark in marks if mark),
            current=current,
            focused=self.hasFocus() or self._editing.editor.hasFocus(),
            editing=id == self._editing.id,
            looked_at=findings[min(self._finding, len(findings) - 1)] if current and findings else None,
            lit=self._lit[1] if self._lit and self._lit[0] == id else None,
            selected=self._selected[1] if self._selected and self._selected[0] == id else None,
        )

    # Inside: keys, wheel and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        session = self._session
        if session is None or not self._window.count:
            event.ignore()
        elif event.key() == Qt.Key.Key_Escape and self._editing.id is not None:
            self._leave()
        elif event.matches(QKeySequence.StandardKey.Copy) and self._selected is not None:
            self._copy_selection()
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
                    return self._window.page_from(here, -1)
                case Qt.Key.Key_PageDown:
                    return self._window.page_from(here, 1)
        return None

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.accept()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.set_zoom(1 if event.angleDelta().y() > 0 else -1)
            return
        pixels = event.pixelDelta().y()
        if not pixels:
            lines = QGuiApplication.styleHints().wheelScrollLines()
            pixels = round(event.angleDelta().y() / 120 * lines * self._page.face(Side.TARGET).pitch)
        self._scroll_by(-pixels)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        session, place = self._session, self._window.row_at(point.y())
        if session is None or place is None:
            return
        self._select(None)
        hit = self._pointing.hit(point)
        self._pointed = True
        session.go(self._row(place.row).segment.id)
        self._pointed = False
        self._pressed = hit if event.button() == Qt.MouseButton.LeftButton else None
        if hit:
            for number, _ in about(session.findings.of(hit.id), hit)[:1]:
                self.look_at_finding(number)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        pressed = self._pressed
        place = self._place(pressed.id) if pressed else None
        if pressed is None or place is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        hit = self._pointing.hit_in(place, pressed.side, event.position().toPoint())
        if hit:
            span = Span(min(hit.position, pressed.position), max(hit.position, pressed.position))
            self._select((hit.id, Lit(hit.side, span)) if span else None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if self._pointing.side_at(point) is Side.TARGET and self._window.row_at(point.y()):
            hit = self._pointing.hit(point)
            self.start_editing(hit.position if hit else None)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_requested.emit(event.globalPos())

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._words_at(event.pos()), self)
            return True
        return super().viewportEvent(event)

    def _words_at(self, point: QPoint) -> str:
        """Return what to say about a point: the findings of the words there, or what the gutter's signs mean."""
        session, place = self._session, self._window.row_at(point.y())
        if session is None or place is None:
            return ""
        if self._page.gutter.holds(point.x()):
            return str(self._model.data(self._model.index(place.row, BitextColumn.STATE)))
        hit = self._pointing.hit(point)
        said = about(session.findings.of(hit.id), hit) if hit else []
        return "\n".join(f"{finding.severity.value}: {finding.text}" for _, finding in said)

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
        QGuiApplication.clipboard().setText(lit.span.of(segment.source if lit.side is Side.SOURCE else segment.target))

    def focusInEvent(self, event: QFocusEvent) -> None:
        if self._editing.id is not None:
            self._editing.editor.setFocus()
        self._on_focus()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._on_focus()

    def _on_focus(self) -> None:
        if self._session is not None:
            self._update_row(self._session.current)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_current()

    def hideEvent(self, event: QHideEvent) -> None:
        self._editing.keep_draft()
        super().hideEvent(event)

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
        if self._page.gutter.holds(point.x()):
            return self._model.index(place.row, BitextColumn.STATE)
        side = self._pointing.side_at(point)
        return self._model.index(place.row, BitextColumn.SOURCE if side is Side.SOURCE else BitextColumn.TARGET)

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Rows are brought into view by `session.go` alone."""

    def verticalScrollbarValueChanged(self, value: int) -> None:
        """Nothing depends on where the pointer is; Qt's view would ask the display server, and wait."""

    def updateGeometries(self) -> None:
        """The scroll bar follows `RowWindow`, not the sections of Qt's headers."""


def _mark(finding: Finding) -> Mark | None:
    """Return what of a text is underlined: words of the target, or of the source where nothing answers them."""
    if finding.target_span:
        return Mark(Side.TARGET, finding.target_span, finding.severity)
    return Mark(Side.SOURCE, finding.source_span, finding.severity) if finding.source_span else None
