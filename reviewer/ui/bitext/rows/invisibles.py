"""Signs for what text holds but fonts do not show: spaces of a kind, breaks, direction marks."""

import re
from enum import Enum, auto
from typing import NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from reviewer.model.segment import UNIT_BREAK
from reviewer.model.span import Span


class Sign(Enum):
    """What is drawn for an invisible character."""

    SPACE = auto()
    """A dot: a space beside another, or at an end of the text."""
    NO_BREAK = auto()
    """An open box: the space does not break."""
    WIDE = auto()
    """A low bracket: a space of another width."""
    TAB = auto()
    BREAK = auto()
    UNIT_BREAK = auto()
    JOINER = auto()
    """A tick: no width, no direction (zero-width space, joiners)."""
    TO_RIGHT = auto()
    """A tick with a flag to the right: a mark, embedding or isolate that runs left to right."""
    TO_LEFT = auto()
    POP = auto()
    """A tick with a bar on top: ends an embedding or isolate."""
    HYPHEN = auto()
    """A soft hyphen."""


_SIGNS = {
    **dict.fromkeys("\u00a0\u202f\u2007\u2060", Sign.NO_BREAK),
    **dict.fromkeys("\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000\u1680", Sign.WIDE),
    **dict.fromkeys("\u200b\u200c\u200d\ufeff\u2061\u2062\u2063\u2064", Sign.JOINER),
    **dict.fromkeys("\u200e\u202a\u202d\u2066\u2068", Sign.TO_RIGHT),
    **dict.fromkeys("\u200f\u061c\u202b\u202e\u2067", Sign.TO_LEFT),
    **dict.fromkeys("\u202c\u2069", Sign.POP),
    "\u00ad": Sign.HYPHEN,
    "\t": Sign.TAB,
    "\n": Sign.BREAK,
    "\u2028": Sign.BREAK,
    UNIT_BREAK: Sign.UNIT_BREAK,
    " ": Sign.SPACE,
}
_SPECIAL = "".join(_SIGNS).replace(" ", "")
# A single space between words is the one invisible that needs no sign.
_MARKED = re.compile(rf"[{_SPECIAL}]|(?<= ) +| (?= )|\A | \Z|(?<=[\n\u2028\u2029]) | (?=[\n\u2028\u2029])")


class Invisible(NamedTuple):
    """An invisible character of a text, by its place in Python characters."""

    position: int
    sign: Sign


def invisibles(text: str, within: Span | None = None) -> list[Invisible]:
    """Return the characters of a text, or of a stretch of it, that want a sign, in order."""
    start, end = within or (0, len(text))
    return [
        Invisible(place, _SIGNS[text[place]])
        for match in _MARKED.finditer(text, start, end)
        for place in range(match.start(), match.end())
    ]


def draw_sign(
    painter: QPainter, sign: Sign, x: float, right: float, baseline: float, size: float, *, leftwards: bool = False
) -> None:
    """Draw a sign with the painter's pen between two edges, the size that of the font in pixels.

    Behind a line that runs `leftwards`, the signs of breaks stand on its left.
    """
    width = right - x
    middle = x + width / 2
    if sign is Sign.SPACE:
        painter.drawEllipse(QPointF(middle, baseline - size * 0.28), size * 0.045, size * 0.045)
    elif sign is Sign.NO_BREAK:
        half, foot = max(1.5, min(width / 2 - 0.5, size * 0.2)), baseline + size * 0.1
        _lines(painter, (middle - half, foot - size * 0.16), (middle - half, foot), (middle + half, foot),
               (middle + half, foot - size * 0.16))  # fmt: skip
    elif sign is Sign.WIDE:
        foot = baseline + size * 0.1
        _lines(painter, (x + 1, foot - size * 0.1), (x + 1, foot), (right - 1, foot), (right - 1, foot - size * 0.1))
    elif sign is Sign.TAB:
        height, tip, barb = baseline - size * 0.3, right - size * 0.12, size * 0.16
        _lines(painter, (x + size * 0.12, height), (tip, height))
        _lines(painter, (tip - barb, height - barb), (tip, height), (tip - barb, height + barb))
    elif sign is Sign.BREAK:
        way = -size if leftwards else size
        height, tail, tip, barb = baseline - size * 0.12, x + way * 0.62, x + way * 0.16, size * 0.16
        _lines(painter, (tail, height - size * 0.36), (tail, height), (tip, height))
        _lines(painter, (tip + way * 0.16, height - barb), (tip, height), (tip + way * 0.16, height + barb))
    elif sign is Sign.UNIT_BREAK:
        top, left = baseline - size * 0.62, x - size * 0.6 if leftwards else x + size * 0.2
        painter.drawArc(int(left), int(top), int(size * 0.36), int(size * 0.34), 90 * 16, 180 * 16)
        for stem in (left + size * 0.18, left + size * 0.34):
            _lines(painter, (stem, top), (stem, baseline + size * 0.06))
        _lines(painter, (left + size * 0.18, top), (left + size * 0.4, top))
    elif sign is Sign.HYPHEN:
        _lines(painter, (x, baseline - size * 0.34), (x + size * 0.16, baseline - size * 0.34),
               (x + size * 0.16, baseline - size * 0.2))  # fmt: skip
    else:
        top, flag = baseline - size * 0.82, size * 0.22
        _lines(painter, (x, top), (x, baseline + size * 0.12))
        if sign is Sign.TO_RIGHT:
            _lines(painter, (x, top), (x + flag, top + flag / 2), (x, top + flag))
        elif sign is Sign.TO_LEFT:
            _lines(painter, (x, top), (x - flag, top + flag / 2), (x, top + flag))
        elif sign is Sign.POP:
            _lines(painter, (x - flag / 2, top), (x + flag / 2, top))


def _lines(painter: QPainter, *points: tuple[float, float]) -> None:
    painter.drawPolyline([QPointF(*point) for point in points])
