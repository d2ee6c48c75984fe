"""Paints a row: gutter, the two texts, and what is to be said about them."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QTextCharFormat, QTextLayout

from reviewer.model.finding import Finding
from reviewer.model.segment import Kind
from reviewer.model.span import Span
from reviewer.ui.bitext.rows.gutter import GutterSigns, paint_gutter, small_font
from reviewer.ui.bitext.rows.heading import paint_heading
from reviewer.ui.bitext.rows.page import Page, Side
from reviewer.ui.bitext.rows.pair_marks import PairMark, draw_pair
from reviewer.ui.bitext.rows.row_layout import Cell, RowLayout, echo_title_height
from reviewer.ui.bitext.rows.text_marks import Light, Mark, draw_marks, finding_light, light, underline
from reviewer.ui.look.theme import Theme


@dataclass(frozen=True, slots=True)
class Lit:
    """A stretch of a text to show: what was searched for, pointed at or selected."""

    side: Side
    span: Span


@dataclass(frozen=True, slots=True)
class RowState:
    """What a row shows beside its texts."""

    signs: GutterSigns
    marks: tuple[Mark, ...]
    current: bool
    focused: bool
    """The keyboard is with the text, not with a panel."""
    editing: bool
    """The editor stands over the target; its text is not painted."""
    looked_at: Finding | None = None
    lit: tuple[Lit, ...] = ()
    selected: Lit | None = None
    pairs: tuple[PairMark, ...] = ()
    said: str = ""
    """What is said in the place of a translation that is missing."""


class RowPainter:
    """Paints rows of one page in one theme."""

    def __init__(self, page: Page, theme: Theme) -> None:
        self.page = page
        self.theme = theme

    def paint(self, painter: QPainter, row: RowLayout, state: RowState, top: int, height: int) -> None:
        """Paint a row whose upper edge stands at `top`."""
        page, theme, upper = self.page, self.theme, top
        if row.heading:
            paint_heading(painter, page, theme, row.heading, top, row.above)
            top, height = top + row.above, height - row.above
        if state.current:
            painter.fillRect(0, top, page.width, height, theme.current_row)
            bar = max(4, round(page.sign * 0.25)) // (1 if state.focused else 2)
            painter.fillRect(page.width - bar if page.mirrored else 0, top, bar, height, theme.current_bar)
        if not page.reading:
            painter.fillRect(0, top + height - 1, page.width, 1, theme.separator)
            painter.fillRect(page.divider, top, 1, height, theme.separator)
        if state.editing:
            # Letters type now: the target gets a bar of its own.
            painter.fillRect(page.divider - 1, top, 3, height, theme.focus)
        if row.segment.kind in (Kind.QUOTE, Kind.NOTE):
            self._paint_quote_bars(painter, row, top, height)
        face = page.face(Side.TARGET, row.segment.kind, row.segment.level)
        baseline = self.origin(row, Side.TARGET, upper).y() + face.baseline
        paint_gutter(painter, page, theme, state.signs, baseline, current=state.current)
        for side in Side:
            cell = row.cell(side)
            if side is Side.TARGET and state.editing:
                continue
            if cell is None:
                self._paint_hole(painter, side, top, height, state.said)
            else:
                self._paint_text(painter, row, cell, state, side, self.origin(row, side, upper))
        self._paint_echo(painter, row, upper)

    def origin(self, row: RowLayout, side: Side, top: int) -> QPointF:
        """Return where the layout of a text begins."""
        kind, level = row.segment.kind, row.segment.level
        left_to_right = self.page.face(side).direction is Qt.LayoutDirection.LeftToRight
        indent = self.page.indent(kind, level) if left_to_right else 0
        return QPointF(self.page.column(side).x + indent, top + self.text_top(row) + self.page.lowered(side))

    def text_top(self, row: RowLayout) -> int:
        """Return how far below the row's upper edge its texts begin."""
        return row.above + self.page.padding + self.page.above(row.segment.kind)

    def _paint_text(
        self, painter: QPainter, row: RowLayout, cell: Cell, state: RowState, side: Side, origin: QPointF
    ) -> None:
        page, theme, size = self.page, self.theme, cell.face.size
        for lit, span in self._lights(state, side):
            light(painter, lit, cell.stretches(span), size, origin)
        aside = page.reading and side is Side.SOURCE and not state.current
        dim = aside or (row.segment.locked and side is Side.TARGET)
        painter.setPen(theme.text_dim if dim else theme.source_text if side is Side.SOURCE else theme.text)
        inked = [_inked(cell, lit.span, theme) for lit in state.lit if lit.side is side]
        if state.selected and state.selected.side is side:
            inked.append(_inked(cell, state.selected.span, theme, theme.selection))
        # Of a text as long as a book, the lines in view.
        cell.layout.draw(painter, origin, inked, QRectF(painter.window()))
        draw_marks(painter, theme, cell.signs, cell.tags, size, origin)
        for mark in state.marks:
            if mark.side is side:
                underline(painter, theme, mark.severity, cell.stretches(mark.span), size, origin)
        for pair in state.pairs:
            if pair.side is side:
                draw_pair(painter, theme, pair, cell.stretches(pair.span), cell.face, origin)
        if not cell.text and side is Side.TARGET and state.said:
            self._say(painter, state.said, side, QRectF(origin.x(), origin.y(), page.column(side).width, cell.height))
        elif not cell.text:
            painter.setPen(QPen(theme.text_dim, 1, Qt.PenStyle.DashLine))
            y = origin.y() + cell.face.baseline
            painter.drawLine(QPointF(origin.x(), y), QPointF(origin.x() + page.size * 6, y))

    def _paint_echo(self, painter: QPainter, row: RowLayout, top: int) -> None:
        """Paint what the translation says, translated back, apart from the source it stands below."""
        echo, cell = row.echo, row.echoed
        if echo is None or cell is None:
            return
        page, column = self.page, self.page.source
        origin = self.origin(row, Side.SOURCE, top)
        room = echo_title_height(page)
        y = origin.y() + row.source_height - cell.height - room
        box = QRectF(column.x, y + room * 0.35, column.width, room * 0.6)
        painter.fillRect(QRectF(column.x, y + room * 0.2, column.width, 1), self.theme.separator)
        self._say(painter, echo.title, Side.SOURCE, box)
        painter.setPen(self.theme.text_dim)
        cell.layout.draw(painter, QPointF(origin.x(), y + room))

    def _lights(self, state: RowState, side: Side) -> list[tuple[Light, Span]]:
        """Return what stands behind words of a text: the finding looked at, and what is pointed at."""
        theme, finding, lights = self.theme, state.looked_at, []
        if finding and side is Side.SOURCE and finding.source_span:
            lights.append((Light(theme.counterpart, theme.text_dim), finding.source_span))
        if finding and side is Side.TARGET and finding.target_span:
            lights.append((finding_light(theme, finding.severity), finding.target_span))
        lights += [(Light(theme.selection, theme.focus), lit.span) for lit in state.lit if lit.side is side]
        return lights

    def _say(self, painter: QPainter, words: str, side: Side, box: QRectF) -> None:
        """Write a sentence of the program's on one line."""
        font = small_font(round(self.page.size * 0.85))
        painter.setPen(self.theme.text_dim)
        painter.setFont(font)
        shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, round(box.width()))
        across = (
            Qt.AlignmentFlag.AlignRight
            if self.page.face(side).direction is Qt.LayoutDirection.RightToLeft
            else Qt.AlignmentFlag.AlignLeft
        )
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | across, shown)

    def _paint_hole(self, painter: QPainter, side: Side, top: int, height: int, said: str) -> None:
        theme, page, column = self.theme, self.page, self.page.column(side)
        box = QRectF(column.x, top + page.padding * 0.7, column.width, height - page.padding * 1.4 - 1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme.invisible, 1)
        pen.setDashPattern([4, 4])
        painter.setPen(pen)
        painter.setBrush(theme.surface)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(theme.text_dim)
        painter.setFont(small_font(round(page.size * 0.85)))
        words = "nothing in the source" if side is Side.SOURCE else said or "nothing in the translation"
        words = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, round(box.width()))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
        painter.restore()

    def _paint_quote_bars(self, painter: QPainter, row: RowLayout, top: int, height: int) -> None:
        width, above = max(2, round(self.page.size * 0.15)), self.text_top(row) - row.above
        for side in Side:
            column, face = self.page.column(side), self.page.face(side)
            right_to_left = face.direction is Qt.LayoutDirection.RightToLeft
            x = column.right - width if right_to_left else column.x
            painter.fillRect(QRect(x, top + above + 3, width, height - 2 * above - 6), self.theme.separator)


def _inked(cell: Cell, span: Span, theme: Theme, paper: QColor | None = None) -> QTextLayout.FormatRange:
    """Return a stretch in the ink that can be read on the colour of selections; `paper` paints that, too."""
    chosen = QTextLayout.FormatRange()
    start, end = cell.range_of(span)
    chosen.start, chosen.length = start, end - start
    look = QTextCharFormat()
    if paper is not None:
        look.setBackground(paper)
    look.setForeground(theme.selection_text)
    chosen.format = look
    return chosen
