"""Paints a row: gutter, the two texts, findings, and everything that is drawn between the letters."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextCharFormat, QTextLayout

from reviewer.model.finding import Finding, Severity
from reviewer.model.segment import Kind
from reviewer.model.span import Span
from reviewer.ui.fonts import families
from reviewer.ui.inline_codes import draw_tag
from reviewer.ui.invisibles import draw_sign
from reviewer.ui.page import Column, Page, Side
from reviewer.ui.row_layout import Cell, PlacedSign, PlacedTag, RowLayout, Stretch
from reviewer.ui.severity_marks import draw_severity_sign, draw_underline, severity_colour
from reviewer.ui.state_signs import Standing, draw_standing
from reviewer.ui.theme import Theme
from reviewer.ui.utf16 import span_to_utf16


@dataclass(frozen=True, slots=True)
class Lit:
    """A stretch of a text to show: what was searched for, or what somebody points at."""

    side: Side
    span: Span


@dataclass(frozen=True, slots=True)
class RowState:
    """What a row shows beside its texts."""

    number: int
    """Counted from 1 over the whole document."""
    standing: Standing
    findings: tuple[Finding, ...]
    comments: int
    doubtful: bool
    current: bool
    editing: bool
    """The editor stands over the target; its text is not painted."""
    looked_at: Finding | None = None
    lit: tuple[Lit, ...] = ()
    selected: Lit | None = None


class RowPainter:
    """Paints rows of one page in one theme."""

    def __init__(self, page: Page, theme: Theme) -> None:
        self.page = page
        self.theme = theme

    def paint(self, painter: QPainter, row: RowLayout, state: RowState, top: int) -> None:
        """Paint a row whose upper edge stands at `top`."""
        page, theme = self.page, self.theme
        if state.current:
            painter.fillRect(0, top, page.width, row.height, theme.current_row)
            bar = max(3, round(page.size * 0.25))
            painter.fillRect(page.width - bar if page.mirrored else 0, top, bar, row.height, theme.current_bar)
        if not page.reading:
            painter.fillRect(page.gutter.x, top + row.height - 1, page.width, 1, theme.separator)
            painter.fillRect(page.divider, top, 1, row.height, theme.separator)
        self._paint_gutter(painter, row, state, top)
        self._paint_text(painter, row, state, Side.SOURCE, top)
        if row.segment.kind in (Kind.QUOTE, Kind.NOTE):
            self._paint_quote_bars(painter, row, top)
        if not state.editing:
            self._paint_text(painter, row, state, Side.TARGET, top)

    def origin(self, row: RowLayout, side: Side, top: int) -> QPointF:
        """Return where the layout of a text begins."""
        cell = row.cell(side)
        indent = cell.indent if cell and cell.face.direction is Qt.LayoutDirection.LeftToRight else 0
        return QPointF(self.page.column(side).x + indent, top + self.text_top(row))

    def text_top(self, row: RowLayout) -> int:
        """Return how far below the row's upper edge its texts begin."""
        return self.page.padding + (round(self.page.size * 0.5) if row.segment.kind is Kind.HEADING else 0)

    def _paint_gutter(self, painter: QPainter, row: RowLayout, state: RowState, top: int) -> None:
        page, theme = self.page, self.theme
        face = page.face(Side.TARGET, row.segment.kind, row.segment.level)
        baseline = top + self.text_top(row) + face.baseline
        slot, edge = page.slot, page.gutter.x if page.mirrored else page.gutter.right
        box = slot * 0.72

        def place(n: int, scale: float = 1.0) -> QRectF:
            """The n-th slot, counted from the text outwards."""
            middle = edge + (n + 0.5) * slot if page.mirrored else edge - (n + 0.5) * slot
            half = box * scale / 2
            return QRectF(middle - half, baseline - page.size * 0.36 - half, 2 * half, 2 * half)

        if not page.reading:
            painter.setFont(_small_font(round(page.size * 0.8)))
            painter.setPen(theme.text if state.current else theme.text_dim)
            width = page.gutter.width - 3 * slot - round(page.size * 0.15)
            left = page.gutter.x + (3 * slot + round(page.size * 0.15) if page.mirrored else 0)
            line = QRectF(left, baseline - page.size * 1.5, width, page.size * 1.5 + _descent(page.size))
            side = Qt.AlignmentFlag.AlignLeft if page.mirrored else Qt.AlignmentFlag.AlignRight
            painter.drawText(
                line, side | Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignAbsolute, str(state.number)
            )
        draw_standing(painter, theme, state.standing, place(2))
        if state.findings:
            draw_severity_sign(painter, theme, state.findings[0].severity, place(1))
        if state.comments:
            _draw_comment(painter, theme.accent, place(0, 0.95))
        elif state.doubtful:
            _draw_doubt(painter, theme.severity_minor, place(0, 0.95))

    def _paint_text(self, painter: QPainter, row: RowLayout, state: RowState, side: Side, top: int) -> None:
        page, theme = self.page, self.theme
        cell, origin = row.cell(side), self.origin(row, side, top)
        if cell is None:
            self._paint_hole(painter, side, page.column(side), top, row)
            return
        spans = [(finding, _span_of(finding, side)) for finding in state.findings]
        self._paint_backgrounds(painter, cell, state, side, origin)
        dim = page.reading and side is Side.SOURCE and not state.current
        painter.setPen(theme.text_dim if dim else theme.source_text if side is Side.SOURCE else theme.text)
        selections = []
        if state.selected and state.selected.side is side:
            selections.append(_selection(cell, state.selected.span, theme))
        cell.layout.draw(painter, origin, selections)
        draw_marks(painter, theme, cell.signs, cell.tags, cell.face.size, origin)
        for finding, span in spans:
            # The source shows only what the finding looked at is about: two columns of waves are too many.
            if span and side is Side.TARGET:
                underline(painter, theme, finding.severity, cell.stretches(span), cell.face.size, origin)
        if not cell.text:
            painter.setPen(QPen(theme.text_dim, 1, Qt.PenStyle.DashLine))
            y = origin.y() + cell.face.baseline
            painter.drawLine(QPointF(origin.x(), y), QPointF(origin.x() + page.size * 6, y))

    def _paint_backgrounds(self, painter: QPainter, cell: Cell, state: RowState, side: Side, origin: QPointF) -> None:
        looked_at = state.looked_at
        span = _span_of(looked_at, side) if looked_at else None
        if looked_at and span:
            colour = severity_colour(self.theme, looked_at.severity) if side is Side.TARGET else self.theme.counterpart
            if side is Side.TARGET:
                colour = tint(colour, self.theme)
            light(painter, colour, cell.stretches(span), cell.face.size, origin)
        for lit in state.lit:
            if lit.side is side:
                light(painter, self.theme.selection, cell.stretches(lit.span), cell.face.size, origin)

    def _paint_hole(self, painter: QPainter, side: Side, column: Column, top: int, row: RowLayout) -> None:
        theme, page = self.theme, self.page
        box = QRectF(column.x, top + page.padding * 0.7, column.width, row.height - page.padding * 1.4 - 1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme.invisible, 1)
        pen.setDashPattern([4, 4])
        painter.setPen(pen)
        painter.setBrush(theme.surface)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(theme.text_dim)
        painter.setFont(_small_font(round(page.size * 0.85)))
        words = "nothing in the source" if side is Side.SOURCE else "nothing in the translation"
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
        painter.restore()

    def _paint_quote_bars(self, painter: QPainter, row: RowLayout, top: int) -> None:
        width, above = max(2, round(self.page.size * 0.15)), self.text_top(row)
        for side in Side:
            column, face = self.page.column(side), self.page.face(side)
            right_to_left = face.direction is Qt.LayoutDirection.RightToLeft
            x = column.right - width if right_to_left else column.x
            painter.fillRect(QRect(x, top + above + 3, width, row.height - 2 * above - 6), self.theme.separator)


def draw_marks(
    painter: QPainter,
    theme: Theme,
    signs: Sequence[PlacedSign],
    tags: Sequence[PlacedTag],
    size: float,
    origin: QPointF,
) -> None:
    """Draw signs and tags of a layout whose origin stands at a point."""
    if signs:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.invisible, 1))
        painter.setBrush(theme.invisible)
        painter.translate(origin)
        for placed in signs:
            painter.setBrush(theme.invisible)
            draw_sign(painter, placed.sign, placed.left, placed.right, placed.baseline, size)
        painter.restore()
    for tag in tags:
        draw_tag(painter, theme, tag.code, tag.box.translated(origin), size)


def underline(
    painter: QPainter, theme: Theme, severity: Severity, places: Sequence[Stretch], size: float, origin: QPointF
) -> None:
    """Underline stretches of a layout in the manner of a severity."""
    for place in places:
        # A span without width (something missing) still shows where it is.
        right = max(place.right, place.left + size * 0.4)
        top = origin.y() + place.baseline + size * 0.16
        draw_underline(painter, theme, severity, origin.x() + place.left, origin.x() + right, top, size / 16)


def light(painter: QPainter, colour: QColor, places: Sequence[Stretch], size: float, origin: QPointF) -> None:
    """Put a colour behind stretches of a layout."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for place in places:
        box = QRectF(place.left - 1, place.baseline - size * 0.95, place.right - place.left + 2, size * 1.26)
        painter.drawRoundedRect(box.translated(origin), 2.5, 2.5)
    painter.restore()


def tint(colour: QColor, theme: Theme) -> QColor:
    """Return a colour thinned until text can be read on it."""
    paper, share = theme.background, 0.2
    return QColor.fromRgbF(
        paper.redF() + (colour.redF() - paper.redF()) * share,
        paper.greenF() + (colour.greenF() - paper.greenF()) * share,
        paper.blueF() + (colour.blueF() - paper.blueF()) * share,
    )


def _span_of(finding: Finding, side: Side) -> Span | None:
    return finding.source_span if side is Side.SOURCE else finding.target_span


def _selection(cell: Cell, span: Span, theme: Theme) -> QTextLayout.FormatRange:
    chosen = QTextLayout.FormatRange()
    start, end = span_to_utf16(cell.text, span)
    chosen.start, chosen.length = start, end - start
    look = QTextCharFormat()
    look.setBackground(theme.selection)
    look.setForeground(theme.selection_text)
    chosen.format = look
    return chosen


def _draw_comment(painter: QPainter, colour: QColor, box: QRectF) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    unit = box.width() / 10
    painter.setPen(QPen(colour, 1.1 * unit))
    painter.drawRoundedRect(QRectF(box.x() + 0.8 * unit, box.y() + 1.2 * unit, 8.4 * unit, 6 * unit), unit, unit)
    painter.drawPolyline(
        [
            QPointF(box.x() + 3 * unit, box.y() + 7.2 * unit),
            QPointF(box.x() + 3 * unit, box.y() + 9.4 * unit),
            QPointF(box.x() + 5.4 * unit, box.y() + 7.2 * unit),
        ]
    )
    painter.restore()


def _draw_doubt(painter: QPainter, colour: QColor, box: QRectF) -> None:
    painter.save()
    painter.setPen(colour)
    font = QFont(_small_font(round(box.width() * 1.2)))
    font.setBold(True)
    painter.setFont(font)
    painter.drawText(box.adjusted(-4, -4, 4, 4), Qt.AlignmentFlag.AlignCenter, "?")
    painter.restore()


@lru_cache(maxsize=32)
def _small_font(size: int) -> QFont:
    font = QFont()
    font.setFamilies(families("en"))
    font.setPixelSize(max(1, size))
    return font


@lru_cache(maxsize=32)
def _descent(size: float) -> float:
    return QFontMetricsF(_small_font(round(size * 0.8))).descent()
