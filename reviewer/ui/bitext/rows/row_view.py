"""A table whose rows are as tall as their texts, laid out and painted only where they show."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QFrame, QTableView, QWidget

from reviewer.ui.bitext.rows.page import Page, Side, plan_page
from reviewer.ui.bitext.rows.pointing import Pointing
from reviewer.ui.bitext.rows.row_layout import RowLayout, RowLayouts
from reviewer.ui.bitext.rows.row_painter import RowPainter, RowState
from reviewer.ui.bitext.rows.row_window import RowWindow, common_shift
from reviewer.ui.look.fonts import BASE_SIZE
from reviewer.ui.look.theme import Theme, load_theme

_ZOOM_STEP = 1.1
_ZOOM_RANGE = (0.5, 4.0)
_STEADY = 0.3
"""Where the current row stands while stepping, as a part of the view's height."""
_SCROLL_UNITS = 64
"""Steps of the scroll bar in one row, whatever its height: a bar in pixels would need every height."""
_REST_MS = 30
"""A pause in which the rows next to those in view are laid out."""

Index = QModelIndex | QPersistentModelIndex


class RowView(QTableView):
    """Places, scrolls and paints rows, and holds their look: theme, zoom, compact, reading, differences.

    To Qt and to screen readers it is a table; what it shows and where comes from `RowWindow`, so that
    no cost grows with the number of rows. Whoever derives from it says what the rows are, by the
    methods under “What the rows are”, and keeps `row_window.count` true.
    """

    zoomed = Signal(float)
    """The text is larger or smaller now, 1.0 the usual."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme: Theme = load_theme("light")
        self._zoom = 1.0
        self._compact = self._reading = self._differences = False
        self.page: Page = plan_page(0, ("und", "und"), BASE_SIZE, rows=0)
        self.layouts = RowLayouts(self.page)
        self.row_window = RowWindow(self.height_of)
        self._paint_with(RowPainter(self.page, self.theme))
        self._syncing = False
        self._ahead = QTimer(self, singleShot=True, interval=_REST_MS)
        self._ahead.timeout.connect(self._lay_out_ahead)
        self.setFrameShape(QFrame.Shape.NoFrame)
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

    # What the rows are

    def row(self, position: int) -> RowLayout:
        """Return a row laid out."""
        raise NotImplementedError

    def state_of(self, row: RowLayout) -> RowState:
        """Return what a row shows beside its texts."""
        raise NotImplementedError

    def current_position(self) -> int | None:
        """Return the row that keeps its place when others change; None for none."""
        raise NotImplementedError

    def languages(self) -> tuple[str, str]:
        """Return the language of either side."""
        raise NotImplementedError

    def empty_words(self) -> str:
        """Return what to say where there are no rows."""
        raise NotImplementedError

    def height_of(self, position: int) -> int:
        """Return the height of a row in pixels."""
        return self.row(position).height

    def replanned(self) -> None:
        """The page is another: whatever else is set by it follows here."""

    def settled(self) -> None:
        """Rows stand elsewhere now: whatever stands over them follows here."""

    # The look

    def set_theme(self, theme: Theme) -> None:
        """Use the colours of a theme."""
        self.theme = theme
        self._paint_with(RowPainter(self.page, theme))
        self.set_differences(self._differences)

    def set_differences(self, shown: bool) -> None:
        """Show what differs from the delivered translation, or not."""
        self._differences = shown
        self.layouts.shows_differences = self.theme if shown else None
        self.layouts.clear()
        self.rearrange()

    @property
    def differences(self) -> bool:
        """Whether the differences from the delivered translation show."""
        return self._differences

    def set_reading(self, reading: bool) -> None:
        """Show running text instead of a table, or not."""
        self._reading = reading
        self.replan()

    @property
    def reading(self) -> bool:
        """Whether running text shows instead of a table."""
        return self._reading

    def set_compact(self, compact: bool) -> None:
        """Leave less room around the texts, or the usual."""
        self._compact = compact
        self.replan()

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
        self.replan()
        self.zoomed.emit(self._zoom)

    # Placing

    def replan(self) -> None:
        """Divide the page anew: another width, size, language or look. The current row stays where it shows."""
        position = self.current_position()
        kept = self.row_window.place_of(position) if position is not None else None
        self.page = plan_page(
            self.viewport().width(),
            self.languages(),
            BASE_SIZE * self._zoom,
            rows=self.row_window.count,
            compact=self._compact,
            reading=self._reading,
            mirrored=self.layoutDirection() == Qt.LayoutDirection.RightToLeft,
        )
        self.layouts.page = self.page
        self.layouts.clear()
        self._paint_with(RowPainter(self.page, self.theme))
        self.replanned()
        if kept:
            self.row_window.first, self.row_window.offset = kept.row, kept.top
        self.rearrange()

    def rearrange(self) -> None:
        """Settle what stands where, and paint it all on the next frame."""
        self.row_window.height = self.viewport().height()
        self.row_window.settle()
        self._settle()
        self.viewport().update()

    def move_to(self, position: int, top: int) -> None:
        """Let a row stand at a height, and what shows before and after move with it instead of being painted."""
        window = self.row_window
        window.height = self.viewport().height()
        before = window.places
        window.put(position, top)
        shift = common_shift(before, window.places)
        # Between whole pixels there is no moving what is painted.
        if shift is None or not self.devicePixelRatioF().is_integer():
            self.viewport().update()
        elif shift:
            self.viewport().scroll(0, shift)
        self._settle()

    def scroll_by(self, pixels: int) -> None:
        """Move the text up by some pixels (down where negative)."""
        if self.row_window.count:
            self.move_to(self.row_window.first, self.row_window.offset - pixels)

    def show_row(self, position: int, *, steady: bool) -> None:
        """Bring a row to its steady place, or only as far as needed into view."""
        height, place = self.height_of(position), self.row_window.place_of(position)
        top = round(self.row_window.height * _STEADY) if steady or place is None else place.top
        self.move_to(position, max(0, min(top, self.row_window.height - height)))

    def show_current(self) -> None:
        """Bring the current row to its steady place."""
        position = self.current_position()
        if position is None:
            self.rearrange()
        else:
            self.show_row(position, steady=True)

    def update_position(self, position: int | None) -> None:
        """Paint a row anew on the next frame, if it shows."""
        place = self.row_window.place_of(position) if position is not None else None
        if place:
            self.viewport().update(0, place.top, self.page.width, place.height)

    def _paint_with(self, painter: RowPainter) -> None:
        self.row_painter = painter
        self.pointing = Pointing(self.row_window, painter, self.row)

    def _settle(self) -> None:
        self.settled()
        self._sync_scroll_bar()
        self._ahead.start()

    def _lay_out_ahead(self) -> None:
        """Lay out what the next step brings into view, while nobody waits for it."""
        places = self.row_window.places
        if places:
            for position in (places[-1].row + 1, places[-1].row + 2, places[0].row - 1):
                if 0 <= position < self.row_window.count:
                    self.row(position)

    def _sync_scroll_bar(self) -> None:
        bar, window, places = self.verticalScrollBar(), self.row_window, self.row_window.places
        page = max(1, len(places) * _SCROLL_UNITS)
        maximum = value = 0
        if places:
            first, last = places[0], places[-1]
            at_end = last.row == window.count - 1 and last.bottom <= window.height
            if not (at_end and first.row == 0 and first.top >= 0):
                maximum = max(1, window.count * _SCROLL_UNITS - page)
            value = first.row * _SCROLL_UNITS - first.top * _SCROLL_UNITS // max(1, first.height)
            value = maximum if at_end else min(value, maximum - 1)
        self._syncing = True
        bar.setRange(0, maximum)
        bar.setPageStep(page)
        bar.setSingleStep(_SCROLL_UNITS // 2)
        bar.setValue(value)
        self._syncing = False

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """The scroll bar was moved: show the row it points at."""
        bar, last = self.verticalScrollBar(), self.row_window.count - 1
        if self._syncing or last < 0:
            return
        row, part = divmod(bar.value(), _SCROLL_UNITS)
        if bar.value() >= bar.maximum():
            row, part = last, _SCROLL_UNITS
        row = min(row, last)
        self.move_to(row, -self.height_of(row) * part // _SCROLL_UNITS)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.accept()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.set_zoom(1 if event.angleDelta().y() > 0 else -1)
            return
        pixels = event.pixelDelta().y()
        if not pixels:
            lines = QGuiApplication.styleHints().wheelScrollLines()
            pixels = round(event.angleDelta().y() / 120 * lines * self.page.face(Side.TARGET).pitch)
        self.scroll_by(-pixels)

    def resizeEvent(self, event: QResizeEvent) -> None:
        window, position = self.row_window, self.current_position()
        was_in_view = position is not None and window.place_of(position) is not None
        if self.viewport().width() != self.page.width:
            self.replan()
        self.rearrange()
        if position is not None and was_in_view:
            place = window.place_of(position)
            if place is None or place.bottom > window.height:
                self.show_row(position, steady=True)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.show_current()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self.replan()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        dirty, region, page, theme = event.rect(), event.region(), self.page, self.theme
        painter.fillRect(dirty, theme.background)
        if not page.reading:
            painter.fillRect(page.gutter.x, dirty.y(), page.gutter.width, dirty.height(), theme.surface)
        if not self.row_window.count:
            painter.setPen(theme.text_dim)
            painter.setFont(page.face(Side.TARGET).font)
            painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, self.empty_words())
        for place in self.row_window.places:
            if region.intersects(QRect(0, place.top, page.width, place.height)):
                row = self.row(place.row)
                self.row_painter.paint(painter, row, self.state_of(row), place.top, place.height)
        painter.end()

    # What Qt's views ask for

    def visualRect(self, index: Index) -> QRect:
        place = self.row_window.place_of(index.row()) if index.isValid() else None
        if place is None:
            return QRect()
        strip = (self.page.gutter, self.page.source, self.page.target)[index.column()]
        return QRect(strip.x, place.top, strip.width, place.height)

    def indexAt(self, point: QPoint) -> QModelIndex:
        place = self.row_window.row_at(point.y())
        if place is None:
            return QModelIndex()
        side = self.pointing.side_at(point)
        column = 0 if self.page.gutter.holds(point.x()) else 1 if side is Side.SOURCE else 2
        return self.model().index(place.row, column)

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Rows are brought into view by `show_row` alone."""

    def verticalScrollbarValueChanged(self, value: int) -> None:
        """Nothing depends on where the pointer is; Qt's view would ask the display server, and wait."""

    def updateGeometries(self) -> None:
        """The scroll bar follows `RowWindow`, not the sections of Qt's headers."""
