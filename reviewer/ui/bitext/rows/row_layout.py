"""Lays the two texts of a row out, and remembers the rows looked at last."""

import re
from bisect import bisect_left, bisect_right
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import NamedTuple, cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QTextCharFormat, QTextLayout, QTextLine, QTextOption

from reviewer.model.segment import UNIT_BREAK, Code, Kind, Lead, Segment
from reviewer.model.span import Span
from reviewer.text.differences import differences
from reviewer.ui.bitext.rows.inline_codes import code_formats, code_of, code_positions
from reviewer.ui.bitext.rows.invisibles import Sign, invisibles
from reviewer.ui.bitext.rows.page import Page, Side
from reviewer.ui.look.fonts import Face
from reviewer.ui.look.theme import Theme
from reviewer.ui.utf16 import each_to_utf16, from_utf16, span_from_utf16, to_utf16


class Stretch(NamedTuple):
    """A piece of a line, in pixels from the origin of its layout."""

    left: float
    right: float
    baseline: float


class PlacedSign(NamedTuple):
    """A sign for an invisible character and where it is drawn."""

    sign: Sign
    left: float
    right: float
    baseline: float
    leftwards: bool
    """Whether the text runs from right to left, so that a line ends on its left."""


class PlacedTag(NamedTuple):
    """An inline code and the box of its tag."""

    code: Code
    box: QRectF


@dataclass(slots=True)
class Cell:
    """One text of a row, laid out."""

    text: str
    """The text of the document this cell shows."""
    shown: str
    """What stands in the layout: the text, with words of the delivered translation between where asked."""
    layout: QTextLayout
    face: Face
    indent: int
    height: int
    signs: list[PlacedSign]
    tags: list[PlacedTag]
    _gaps: list[int] = field(default_factory=list)
    """Places in `text` where words of the delivered translation were put in."""
    _shifts: list[int] = field(default_factory=lambda: [0])
    """How many characters were put in before each of them, and after the last."""

    def range_of(self, span: Span) -> tuple[int, int]:
        """Return where a span of the text begins and ends in the layout, in UTF-16 units."""
        start = span.start + self._shifts[bisect_right(self._gaps, span.start)]
        end = span.end + self._shifts[bisect_left(self._gaps, span.end)]
        return to_utf16(self.shown, start), to_utf16(self.shown, max(start, end))

    def stretches(self, span: Span) -> list[Stretch]:
        """Return the pieces of lines a span of the text stands in."""
        return stretches(self.layout, *self.range_of(span))

    def position_at(self, x: float, y: float) -> int:
        """Return the position in the text nearest to a point, given from the layout's origin."""
        line = self.layout.lineAt(min(max(0, int(y // self.face.pitch)), self.layout.lineCount() - 1))
        if not line.isValid():
            return 0
        shown = from_utf16(self.shown, line.xToCursor(x))
        place = bisect_right([gap + shift for gap, shift in zip(self._gaps, self._shifts[1:], strict=True)], shown)
        return min(max(0, shown - self._shifts[place]), len(self.text))


def stretches(layout: QTextLayout, start: int, end: int) -> list[Stretch]:
    """Return the pieces of lines between two UTF-16 positions, line by line from left to right."""
    found: list[Stretch] = []
    one_way = not _RIGHT_TO_LEFT.search(layout.text())
    while start < end:
        line = layout.lineForTextPosition(start)
        if not line.isValid():
            break
        stop = min(end, line.textStart() + line.textLength())
        if stop <= start:
            break
        baseline = line.y() + line.ascent()
        if one_way:
            places = [(x_of(line, start), x_of(line, stop))]
        else:
            # Where the direction turns, the caret has two places and Qt tells but one: the letters are asked instead.
            boxes = (run.boundingRect() for run in line.glyphRuns(start, stop - start))
            places = sorted((box.left(), box.right()) for box in boxes if box.width() > 0)
        first = len(found)
        for left, right in places:
            if len(found) > first and left <= found[-1].right + 1:
                found[-1] = Stretch(found[-1].left, max(right, found[-1].right), baseline)
            else:
                found.append(Stretch(left, right, baseline))
        start = stop
    return found


# Hebrew to Arabic Extended, their presentation forms, the right-to-left planes, and marks that turn text.
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u200f\u202b\u202e\u2067\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


def x_of(line: QTextLine, position: int, *, trailing: bool = False) -> float:
    """Return where a character begins, or with `trailing` where it ends."""
    edge = QTextLine.Edge.Trailing if trailing else QTextLine.Edge.Leading
    # The stubs declare the C++ return type; the binding gives the x and the position.
    x, _ = cast(tuple[float, int], line.cursorToX(position, edge))
    return x


def lines_between(layout: QTextLayout, text: str, top: float, bottom: float) -> Span:
    """Return what of a text stands in the lines between two heights of the layout that shows it, or next to them."""
    lines = range(layout.lineCount())
    first = max(0, bisect_left(lines, top, key=lambda n: layout.lineAt(n).rect().bottom()) - 1)
    last = min(len(lines), bisect_right(lines, bottom, key=lambda n: layout.lineAt(n).y()) + 1)
    if first >= last:
        return Span(0, 0)
    start, end = layout.lineAt(first).textStart(), layout.lineAt(last - 1)
    if last == len(lines):
        # What ends the text stands behind its last line.
        return Span(from_utf16(text, start), len(text) + 1)
    return span_from_utf16(text, start, end.textStart() + end.textLength())


def placed_signs(layout: QTextLayout, text: str, within: Span | None = None) -> list[PlacedSign]:
    """Return the signs for the invisible characters of a layout that shows `text`, or of a stretch of it."""
    placed = []
    leftwards = layout.textOption().textDirection() is Qt.LayoutDirection.RightToLeft
    found = invisibles(text, within)
    for (_, sign), at in zip(found, each_to_utf16(text, (position for position, _ in found)), strict=True):
        line = layout.lineForTextPosition(at)
        if line.isValid():
            # A tab's trailing edge is that of its glyph, not of the room it takes.
            end = x_of(line, at + 1) if sign is Sign.TAB else x_of(line, at, trailing=True)
            edges = x_of(line, at), end
            if sign in (Sign.BREAK, Sign.UNIT_BREAK):
                # Beside letters against the direction of the line it counts among them: it stands behind them all.
                row = line.naturalTextRect()
                edges = (min(*edges, row.left()),) * 2 if leftwards else (max(*edges, row.right()),) * 2
            placed.append(PlacedSign(sign, min(edges), max(edges), line.y() + line.ascent(), leftwards))
    return placed


def placed_tags(layout: QTextLayout, text: str, codes: Sequence[Code], size: float) -> list[PlacedTag]:
    """Return the tags of the inline codes of a layout that shows `text`."""
    placed = []
    positions = code_positions(text)
    for position, at in zip(positions, each_to_utf16(text, positions), strict=True):
        line = layout.lineForTextPosition(at)
        if line.isValid():
            left, right = sorted((x_of(line, at), x_of(line, at, trailing=True)))
            box = QRectF(left, line.y() + line.ascent() - size * 0.86, right - left, size * 1.08)
            placed.append(PlacedTag(code_of(text[position], codes), box))
    return placed


def lay_out(text: str, face: Face, width: int, formats: Sequence[QTextLayout.FormatRange]) -> QTextLayout:
    """Break a text into lines; baselines stand `face.pitch` apart, the first at `face.baseline`."""
    layout = QTextLayout(text, face.font)
    layout.setTextOption(text_option(face))
    layout.setCacheEnabled(True)
    if formats:
        layout.setFormats(formats)
    y = face.baseline
    layout.beginLayout()
    while True:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, y - line.ascent()))
        y += face.pitch
    layout.endLayout()
    return layout


def text_option(face: Face) -> QTextOption:
    """Return how lines break and which way they run; the editor uses the same."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(face.direction)
    leading = (
        Qt.AlignmentFlag.AlignRight if face.direction is Qt.LayoutDirection.RightToLeft else Qt.AlignmentFlag.AlignLeft
    )
    option.setAlignment(leading | Qt.AlignmentFlag.AlignAbsolute)
    option.setTabStopDistance(face.size * 2)
    return option


def lay_out_cell(
    text: str,
    codes: Sequence[Code],
    face: Face,
    width: int,
    indent: int,
    delivered: str | None = None,
    theme: Theme | None = None,
) -> Cell:
    """Lay one text of a row out.

    Given the `delivered` translation, the words taken out of it stand struck among the others and
    those that came are marked, in the colours of `theme`.
    """
    pieces: list[str] = []
    gaps: list[int] = []
    removed: list[Span] = []
    added: list[Span] = []
    at = length = 0
    for difference in differences(delivered, text) if delivered is not None else ():
        gone = difference.old.of(delivered or "")
        pieces += (text[at : difference.new.start], gone)
        length += difference.new.start - at
        if gone:
            removed.append(Span(length, length + len(gone)))
            gaps.append(difference.new.start)
        length += len(gone)
        if difference.new:
            added.append(Span(length, length + len(difference.new.of(text))))
        at = difference.new.start
    whole = "".join([*pieces, text[at:]])
    shown = whole.replace("\n", "\u2028").replace(UNIT_BREAK, "\u2028")
    formats = code_formats(shown, codes, face.size)
    if theme is not None:
        formats += [_marked(shown, span, _removed_format(theme)) for span in removed]
        formats += [_marked(shown, span, _added_format(theme)) for span in added]
    layout = lay_out(shown, face, width - indent, formats)
    return Cell(
        text,
        shown,
        layout,
        face,
        indent,
        max(1, layout.lineCount()) * face.pitch,
        placed_signs(layout, whole),
        placed_tags(layout, shown, codes, face.size),
        gaps,
        [0, *accumulate(len(span.of(whole)) for span in removed)],
    )


def _marked(text: str, span: Span, look: QTextCharFormat) -> QTextLayout.FormatRange:
    marked = QTextLayout.FormatRange()
    marked.start = to_utf16(text, span.start)
    marked.length = to_utf16(text, span.end) - marked.start
    marked.format = look
    return marked


def _added_format(theme: Theme) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setBackground(theme.diff_added)
    look.setForeground(theme.diff_added_text)
    look.setFontUnderline(True)
    return look


def _removed_format(theme: Theme) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setBackground(theme.diff_removed)
    look.setForeground(theme.diff_removed_text)
    look.setFontStrikeOut(True)
    return look


class Echo(NamedTuple):
    """What a row's translation says in the language of the source, to stand below the source."""

    title: str
    """Says what it is and by whom, so that nobody takes it for the source."""
    text: str


class Heading(NamedTuple):
    """What stands above the first row of a document."""

    name: str
    place: str
    """Which of how many it is, in words."""


@dataclass(slots=True)
class RowLayout:
    """A row laid out: its two texts, None for a hole, and how tall it is."""

    segment: Segment
    draft: str | None
    echo: Echo | None
    source: Cell | None
    target: Cell | None
    echoed: Cell | None
    """The text of the echo."""
    source_height: int
    """Of the source and the echo below it."""
    height: int
    heading: Heading | None = None
    above: int = 0
    """Height of the heading, which is part of that of the row."""

    def cell(self, side: Side) -> Cell | None:
        """Return one of the texts."""
        return self.source if side is Side.SOURCE else self.target


class RowLayouts:
    """The rows laid out last, by segment id; a row is laid out anew when its segment is another."""

    def __init__(self, page: Page, kept: int = 256) -> None:
        self.page = page
        self.shows_differences: Theme | None = None
        """The theme to show differences from the delivered translation in; None hides them."""
        self._kept = kept
        self._rows: OrderedDict[str, RowLayout] = OrderedDict()

    def clear(self) -> None:
        """Forget all rows."""
        self._rows.clear()

    def row(
        self, segment: Segment, draft: str | None, echo: Echo | None = None, heading: Heading | None = None
    ) -> RowLayout:
        """Return a segment laid out; with a `draft`, that stands in the place of its target."""
        known = self._rows.get(segment.id)
        if (
            known is None
            or known.segment is not segment
            or (known.draft, known.echo, known.heading) != (draft, echo, heading)
        ):
            known = self._rows[segment.id] = self._lay_out(segment, draft, echo, heading)
            if len(self._rows) > self._kept:
                self._rows.popitem(last=False)
        self._rows.move_to_end(segment.id)
        return known

    def _lay_out(self, segment: Segment, draft: str | None, echo: Echo | None, heading: Heading | None) -> RowLayout:
        page, kind, level = self.page, segment.kind, segment.level
        indent = page.indent(kind, level)
        source = target = echoed = None
        if segment.source or segment.source_lead != Lead.HOLE:
            source = lay_out_cell(
                segment.source,
                segment.source_codes,
                page.face(Side.SOURCE, kind, level),
                page.source.width,
                indent,
            )
        text = segment.target if draft is None else draft
        if text or segment.target_lead != Lead.HOLE:
            target = lay_out_cell(
                text,
                segment.target_codes,
                page.face(Side.TARGET, kind, level),
                page.target.width,
                indent,
                segment.delivered if self.shows_differences else None,
                self.shows_differences,
            )
        source_height = source.height if source else 0
        if echo is not None:
            echoed = lay_out_cell(echo.text, (), page.face(Side.SOURCE), page.source.width, indent)
            source_height += echo_title_height(page) + echoed.height
        above = page.heading if heading else 0
        height = above + row_height(page, kind, source_height, target.height if target else 0)
        return RowLayout(segment, draft, echo, source, target, echoed, source_height, height, heading, above)


def echo_title_height(page: Page) -> int:
    """Return the room that the title of an echo takes, with the space around it."""
    return round(page.size * 1.9)


def row_height(page: Page, kind: Kind, source_height: int, target_height: int) -> int:
    """Return the height of a row whose texts are so tall."""
    tallest = max(
        source_height + page.lowered(Side.SOURCE),
        max(target_height, page.face(Side.TARGET).pitch) + page.lowered(Side.TARGET),
    )
    return tallest + 2 * page.padding + page.above(kind)
