"""Inline codes as compact tags, one character of the text each, and the look of what stands between them."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF, QTextCharFormat, QTextLayout

from reviewer.model.segment import CODE_BASE, Code, CodeKind
from reviewer.ui.look.fonts import families
from reviewer.ui.look.theme import Theme
from reviewer.ui.utf16 import each_to_utf16, to_utf16


def code_formats(text: str, codes: Sequence[Code], size: float) -> list[QTextLayout.FormatRange]:
    """Return the formats that make room for the tags in a layout of `text`, and show bold as bold."""
    positions = code_positions(text)
    formats = []
    for start, end, styles in _styled(text, codes, positions):
        between = QTextLayout.FormatRange()
        between.start = to_utf16(text, start)
        between.length = to_utf16(text, end) - between.start
        between.format = _look(styles)
        formats.append(between)
    for position, start in zip(positions, each_to_utf16(text, positions), strict=True):
        room = QTextLayout.FormatRange()
        room.start = start
        room.length = 2
        label = _short(code_of(text[position], codes).label)
        room.format = _room(round(_label_width(label, round(size)) + size * 0.9))
        formats.append(room)
    return formats


def _styled(text: str, codes: Sequence[Code], positions: Sequence[int]) -> Iterator[tuple[int, int, frozenset[str]]]:
    """Yield the stretches between codes that opening and closing ones give a style: start, end, the styles."""
    spans: list[tuple[int, int, frozenset[str]]] = []
    open_: list[tuple[int, Code]] = []
    for position in positions:
        code = code_of(text[position], codes)
        if code.kind is CodeKind.OPEN:
            open_.append((position, code))
        elif code.kind is CodeKind.CLOSE and open_ and open_[-1][1].label == code.label:
            start, opening = open_.pop()
            if styles := _SHOWN.intersection(opening.style.split()):
                spans.append((start, position, styles))
    if not spans:
        return
    for start, end in pairwise(positions):
        styles = frozenset().union(*(each for first, last, each in spans if first <= start and end <= last))
        if styles and end > start + 1:
            yield start + 1, end, styles


def code_positions(text: str) -> list[int]:
    """Return where inline codes stand in a text."""
    return [] if text.isascii() else [match.start() for match in _CODE.finditer(text)]


_SHOWN = frozenset({"bold", "italic", "underline", "strike", "superscript", "subscript"})
_CODE = re.compile(f"[{chr(CODE_BASE)}-\U000ffffd]")


def code_of(char: str, codes: Sequence[Code]) -> Code:
    """Return the code a character stands for; one without a name where the segment lists none."""
    number = ord(char) - CODE_BASE
    return codes[number] if number < len(codes) else Code(str(number), CodeKind.STANDALONE, str(number + 1))


def draw_tag(painter: QPainter, theme: Theme, code: Code, box: QRectF, size: float) -> None:
    """Draw the tag of a code into its room: pointed where it opens or closes, square where it stands alone."""
    nose = min(size * 0.28, box.width() / 3)
    left, right, top, bottom, middle = box.left() + 1, box.right() - 1, box.top(), box.bottom(), box.center().y()
    if code.kind is CodeKind.OPEN:
        outline = [(left, top), (right - nose, top), (right, middle), (right - nose, bottom), (left, bottom)]
    elif code.kind is CodeKind.CLOSE:
        outline = [(right, top), (left + nose, top), (left, middle), (left + nose, bottom), (right, bottom)]
    else:
        outline = [(left, top), (right, top), (right, bottom), (left, bottom)]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.invisible, 1))
    painter.setBrush(theme.surface)
    painter.drawPolygon(QPolygonF([QPointF(*point) for point in outline]))
    painter.setPen(theme.text_dim)
    painter.setFont(_label_font(round(size)))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, _short(code.label))
    painter.restore()


def _short(label: str) -> str:
    return label if len(label) <= 6 else label[:5] + "…"


@lru_cache(maxsize=64)
def _label_font(size: int) -> QFont:
    font = QFont()
    font.setFamilies(families("en"))
    font.setPixelSize(max(1, round(size * 0.68)))
    return font


@lru_cache(maxsize=1024)
def _label_width(label: str, size: int) -> float:
    return QFontMetricsF(_label_font(size)).horizontalAdvance(label)


@lru_cache(maxsize=64)
def _look(styles: frozenset[str]) -> QTextCharFormat:
    look = QTextCharFormat()
    if "bold" in styles:
        look.setFontWeight(QFont.Weight.Bold)
    if "italic" in styles:
        look.setFontItalic(True)
    if "underline" in styles:
        look.setFontUnderline(True)
    if "strike" in styles:
        look.setFontStrikeOut(True)
    for style, place in (
        ("superscript", QTextCharFormat.VerticalAlignment.AlignSuperScript),
        ("subscript", QTextCharFormat.VerticalAlignment.AlignSubScript),
    ):
        if style in styles:
            look.setVerticalAlignment(place)
    return look


@lru_cache(maxsize=256)
def _room(width: int) -> QTextCharFormat:
    # The character has no glyph; a font of one pixel with wide letter spacing leaves exactly the room
    # of the tag, and without merging Qt does not search every font of the machine for it.
    font = QFont()
    font.setFamilies(families("en"))
    font.setPixelSize(1)
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, width)
    font.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
    room = QTextCharFormat()
    room.setFont(font)
    room.setForeground(QColor(0, 0, 0, 0))
    return room
