"""Where the columns stand and how each text is set: all that rows are laid out by."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtGui import QFontMetricsF

from reviewer.model.segment import Kind
from reviewer.ui.look.fonts import Face, face

_SLOTS = 3
"""Signs beside the row number: state, worst finding, comment or doubtful pairing."""

_SMALL = 16.0
"""Pixels: signs of this size are no burden to the narrowest view."""
_SIGNS_IN_WIDTH = 48
_GAPS_IN_WIDTH = 40
"""Signs and the space between columns grow with the text as long as so many would fit into the width."""


class Side(Enum):
    """The two texts of a row."""

    SOURCE = "source"
    TARGET = "target"


@dataclass(frozen=True, slots=True)
class Column:
    """A vertical strip of the page, in pixels."""

    x: int
    width: int

    @property
    def right(self) -> int:
        return self.x + self.width

    def holds(self, x: float) -> bool:
        """Say whether a point stands in the strip."""
        return self.x <= x < self.right


@dataclass(frozen=True, slots=True)
class Page:
    """Geometry and type of the whole view; another width, zoom or language makes another page."""

    width: int
    gutter: Column
    source: Column
    target: Column
    divider: int
    """Where the line between the columns stands."""
    padding: int
    """Space above and below the texts of a row."""
    size: float
    """Size of running Latin text in pixels."""
    source_size: float
    sign: float
    """Size of what stands in the gutter: that of the text, unless it would take room that the columns need."""
    languages: tuple[str, str]
    reading: bool
    mirrored: bool

    def column(self, side: Side) -> Column:
        """Return the strip a text stands in."""
        return self.source if side is Side.SOURCE else self.target

    def face(self, side: Side, kind: Kind = Kind.PARAGRAPH, level: int = 0) -> Face:
        """Return how a text of a row is set."""
        source, target = self.languages
        if side is Side.SOURCE:
            return face(source, target, self.source_size, kind, level)
        return face(target, source, self.size, kind, level)

    def indent(self, kind: Kind, level: int) -> int:
        """Return how far a paragraph stands in from the beginning of its column."""
        step = round(self.size * 1.25)
        if kind is Kind.LIST_ITEM:
            return step * max(1, level)
        return step if kind in (Kind.QUOTE, Kind.NOTE) else 0

    def above(self, kind: Kind) -> int:
        """Return the room a paragraph has above it beyond the padding."""
        return round(self.size * 0.5) if kind is Kind.HEADING else 0

    @property
    def heading(self) -> int:
        """Height of what stands above the first row of a document."""
        return round(self.size * (3.2 if self.reading else 2.4))

    def lowered(self, side: Side) -> int:
        """Return how far a text begins below the other's, so that their first baselines meet."""
        faces = self.face(Side.SOURCE), self.face(Side.TARGET)
        return round(max(face.baseline for face in faces) - self.face(side).baseline)

    @property
    def slot(self) -> int:
        """Width of a sign in the gutter with the space around it."""
        return round(self.sign * 1.1)


def plan_page(
    width: int,
    languages: tuple[str, str],
    size: float,
    *,
    rows: int,
    compact: bool = False,
    reading: bool = False,
    mirrored: bool = False,
) -> Page:
    """Divide a width between gutter, source and target.

    Columns grow to the comfortable measure of their language and no further. `mirrored` puts the
    first column at the right, for an interface that is read from there.
    """
    if reading:
        # The translation is the article; the source stands beside it, smaller and narrower.
        size, source_size = size * 1.1, size * 0.9
    else:
        source_size = size
    target_face = face(languages[1], languages[0], size)
    source_face = face(languages[0], languages[1], source_size)
    digits = 0 if reading else max(2, len(str(rows)))
    sign = min(size, max(_SMALL, width / _SIGNS_IN_WIDTH))
    number = QFontMetricsF(face("en", "en", sign * 0.8).font).horizontalAdvance("0") * digits
    gutter = round(sign * 0.6 + number + _SLOTS * sign * 1.1)
    gap = round(min(size * (0.9 if compact else 1.25), max(_SMALL / 2, width / _GAPS_IN_WIDTH)))
    free = max(2 * gap, width - gutter - 4 * gap)
    if reading:
        target_width = min(target_face.measure, round(free * 0.6))
        source_width = min(round(source_face.measure * 0.7), free - target_width)
    else:
        target_width = min(target_face.measure, free // 2)
        source_width = min(source_face.measure, free - target_width)
    # What is left over stands outside, half of it within the gutter, whose signs keep to the text.
    margin = Column(0, gutter + max(0, free - source_width - target_width) // 2)
    source = Column(margin.right + gap, source_width)
    target = Column(source.right + 2 * gap, target_width)
    divider = source.right + gap
    if mirrored:
        margin, source, target = (Column(width - strip.right, strip.width) for strip in (margin, source, target))
        divider = width - divider
    padding = round(size * (0.3 if compact else 0.5 if reading else 0.75))
    return Page(width, margin, source, target, divider, padding, size, source_size, sign, languages, reading, mirrored)
