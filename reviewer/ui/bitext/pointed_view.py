"""What the mouse does over the rows: goes to one, selects text to be copied, says what stands there."""

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip, QWidget

from reviewer.model.segment import UNIT_BREAK
from reviewer.session.session import Session
from reviewer.ui.bitext.model import BitextColumn
from reviewer.ui.bitext.row_states import findings_in, said_instead
from reviewer.ui.bitext.rows.page import Side
from reviewer.ui.bitext.rows.pointing import about
from reviewer.ui.bitext.rows.row_view import RowView
from reviewer.ui.bitext.rows.row_window import RowPlace
from reviewer.ui.bitext.rows.text_selection import TextSelection


class PointedView(RowView):
    """Answers the mouse over the rows of a session.

    Whoever derives from it sets `session`, and says how a target is edited and a finding looked at.
    """

    menu_requested = Signal(QPoint)
    """A context menu is wanted at a place of the screen, for the current segment."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session: Session | None = None
        self.selection = TextSelection()
        self.pointed = False
        """While set, going to a row moves the view no further than needed: the mouse points at it."""

    def start_editing(self, position: int | None = None) -> None:
        """Put the caret into the current target (None: at its end)."""
        raise NotImplementedError

    def look_at_finding(self, index: int) -> None:
        """Look at one of the current segment's findings."""
        raise NotImplementedError

    def place_of(self, id: str) -> RowPlace | None:
        """Return where a segment's row shows; None where it does not."""
        session = self.session
        position = session.worklist.position(id) if session and session.rows.has(id) else None
        return None if position is None else self.row_window.place_of(position)

    def update_segment(self, id: str) -> None:
        """Paint a segment's row anew, if it shows."""
        session = self.session
        if session is not None and session.rows.has(id):
            self.update_position(session.worklist.position(id))

    def clear_selection(self) -> None:
        """Select nothing."""
        id = self.selection.id
        self.selection.clear()
        if id is not None:
            self.update_segment(id)

    def copy_selection(self) -> None:
        """Put what is selected on the clipboard."""
        id, lit = self.selection.id, self.selection.lit
        if self.session is not None and id is not None and lit is not None:
            segment = self.session.segment(id)
            text = segment.source if lit.side is Side.SOURCE else self.session.drafts.get(id, segment.target)
            QGuiApplication.clipboard().setText(lit.span.of(text).replace(UNIT_BREAK, "\n"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        session, place = self.session, self.row_window.row_at(point.y())
        if session is None or place is None:
            return
        self.clear_selection()
        hit = self.pointing.hit(point)
        self.pointed = True
        session.go(self.row(place.row).segment.id)
        self.pointed = False
        if hit and event.button() == Qt.MouseButton.LeftButton:
            self.selection.pressed = hit
        if hit:
            for number, _ in about(findings_in(session, session.segment(hit.id)), hit)[:1]:
                self.look_at_finding(number)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        pressed = self.selection.pressed
        place = self.place_of(pressed.id) if pressed else None
        if pressed and place and event.buttons() & Qt.MouseButton.LeftButton:
            hit = self.pointing.hit_in(place, pressed.side, event.position().toPoint())
            if hit:
                self.selection.drag_to(hit)
                self.update_segment(hit.id)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.selection.pressed = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if self.pointing.side_at(point) is Side.TARGET and self.row_window.row_at(point.y()):
            hit = self.pointing.hit(point)
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
        session, place = self.session, self.row_window.row_at(point.y())
        if session is None or place is None:
            return ""
        if self.page.gutter.holds(point.x()):
            return str(self.model().index(place.row, BitextColumn.STATE).data())
        hit = self.pointing.hit(point)
        if instead := said_instead(session, self.row(place.row).segment):
            return instead
        said = about(findings_in(session, session.segment(hit.id)), hit) if hit else []
        return "\n".join(f"{finding.severity.value}: {finding.text}" for _, finding in said)
