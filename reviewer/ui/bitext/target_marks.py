"""What the editor of a target draws between the letters: findings, differences, pairs, signs and tags."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QPainter, QSyntaxHighlighter, QTextBlock, QTextDocument, QTextLayout

from reviewer.model.finding import Finding
from reviewer.model.segment import UNIT_BREAK, Code
from reviewer.model.span import Span
from reviewer.text.differences import Difference, differences
from reviewer.ui.bitext.row_states import followed
from reviewer.ui.bitext.rows.inline_codes import code_formats
from reviewer.ui.bitext.rows.pair_marks import PairMark, draw_pair
from reviewer.ui.bitext.rows.row_layout import lines_between, placed_signs, placed_tags, stretches
from reviewer.ui.bitext.rows.text_marks import Light, draw_marks, finding_light, light, underline
from reviewer.ui.look.fonts import Face
from reviewer.ui.look.theme import Theme
from reviewer.ui.utf16 import from_utf16, to_utf16

_WEDGE = 4
"""Half the width of the sign for words that are gone, in pixels."""


class TargetMarks:
    """Draws on an editor's viewport what its text does not say itself.

    `rect_at` tells where the caret would stand at a UTF-16 position of the document.
    """

    def __init__(self, document: QTextDocument, rect_at: Callable[[int], QRect]) -> None:
        self.theme: Theme | None = None
        self.face: Face | None = None
        self.findings: tuple[Finding, ...] = ()
        self.looked_at: Finding | None = None
        self.pairs: tuple[PairMark, ...] = ()
        self.delivered: str | None = None
        """The translation that differences are shown against; None shows none."""
        self._document = document
        self._rect_at = rect_at
        self._rooms = _CodeRooms(document)

    @property
    def codes(self) -> tuple[Code, ...]:
        """The inline codes whose tags stand in the text."""
        return self._rooms.codes

    @codes.setter
    def codes(self, codes: Sequence[Code]) -> None:
        self._rooms.codes = tuple(codes)

    def set_face(self, face: Face) -> None:
        """Draw in the measures of a face."""
        self.face, self._rooms.size = face, face.size

    def make_room(self) -> None:
        """Give the tags the room they need in the present face."""
        self._rooms.rehighlight()

    def draw_below(self, painter: QPainter, area: QRect, text: str) -> None:
        """Draw what lies under the letters: the row's colour, what was added, the finding looked at."""
        theme, face = self.theme, self.face
        if theme is None or face is None:
            return
        painter.fillRect(area, theme.current_row)
        added = Light(theme.diff_added, theme.diff_added_text)
        for difference in self._differences(text):
            for layout, origin, start, end in self._pieces(text, difference.new):
                light(painter, added, stretches(layout, start, end), face.size, origin)
        if self.looked_at is not None:
            lit = finding_light(theme, self.looked_at.severity)
            for layout, origin, start, end in self.places_of(self.looked_at, text):
                light(painter, lit, stretches(layout, start, end), face.size, origin)

    def draw_above(self, painter: QPainter, area: QRect, text: str) -> None:
        """Draw what lies over the letters: signs for spaces, tags, underlines, gaps, pairs."""
        theme, face = self.theme, self.face
        if theme is None or face is None:
            return
        last = self._document.lastBlock()
        for block in self._blocks():
            layout, shown, origin = block.layout(), _shown(block), self._origin(block)
            seen = lines_between(layout, shown, area.top() - origin.y(), area.bottom() - origin.y())
            signs = placed_signs(layout, shown + ("" if block == last else UNIT_BREAK), seen)
            tags = placed_tags(layout, shown, self.codes, face.size)
            draw_marks(painter, theme, signs, tags, face.size, origin)
        for finding in self.findings:
            for layout, origin, start, end in self.places_of(finding, text):
                underline(painter, theme, finding.severity, stretches(layout, start, end), face.size, origin)
        for difference in self._differences(text):
            if difference.old.of(self.delivered or "").strip():
                self._mark_gap(painter, to_utf16(text, difference.new.start), theme)
        for mark in self.pairs:
            for layout, origin, start, end in self._pieces(text, mark.span):
                draw_pair(painter, theme, mark, stretches(layout, start, end), face, origin)

    def places_of(self, finding: Finding, text: str) -> Iterator[tuple[QTextLayout, QPointF, int, int]]:
        """Yield where a finding's words stand now: layouts, where each begins, and UTF-16 positions in it."""
        return self._pieces(text, followed(finding, text).target_span)

    def _differences(self, text: str) -> Sequence[Difference]:
        return () if self.delivered is None else differences(self.delivered, text)

    def _mark_gap(self, painter: QPainter, position: int, theme: Theme) -> None:
        """Draw a wedge where words of the delivered translation are gone."""
        place = self._rect_at(position)
        x, top = place.center().x(), place.top()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.diff_removed_text)
        painter.drawPolygon([QPoint(x - _WEDGE, top), QPoint(x + _WEDGE, top), QPoint(x, top + round(1.5 * _WEDGE))])

    def _pieces(self, text: str, span: Span | None) -> Iterator[tuple[QTextLayout, QPointF, int, int]]:
        """Yield the parts of blocks a stretch of the text stands in, in UTF-16 positions of each layout."""
        if not span:
            return
        start, end = to_utf16(text, span.start), to_utf16(text, span.end)
        block = self._document.findBlock(start)
        while block.isValid() and block.position() < end:
            layout = block.layout()
            first = max(0, start - block.position())
            last = min(block.length() - 1, end - block.position())
            composed, at = len(layout.preeditAreaText().encode("utf-16-le")) // 2, layout.preeditAreaPosition()
            if composed:
                first, last = first + (composed if first >= at else 0), last + (composed if last > at else 0)
            yield layout, self._origin(block), first, last
            block = block.next()

    def _blocks(self) -> Iterator[QTextBlock]:
        block = self._document.begin()
        while block.isValid():
            yield block
            block = block.next()

    def _origin(self, block: QTextBlock) -> QPointF:
        return self._document.documentLayout().blockBoundingRect(block).topLeft()


class _CodeRooms(QSyntaxHighlighter):
    """Keeps room for the tags of inline codes while the text around them changes."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self.codes: tuple[Code, ...] = ()
        self.size = 1.0

    def highlightBlock(self, text: str) -> None:
        for room in code_formats(text, self.codes, self.size):
            self.setFormat(room.start, room.length, room.format)


def _shown(block: QTextBlock) -> str:
    """Return what stands in a block's layout: its text with what is being composed in it."""
    text, layout = block.text(), block.layout()
    composed = layout.preeditAreaText()
    if not composed:
        return text
    at = from_utf16(text, layout.preeditAreaPosition())
    return text[:at] + composed + text[at:]
