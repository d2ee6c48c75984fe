"""A paragraph of WordprocessingML (ISO/IEC 29500-1) in pieces, with codes where its format changes."""

from dataclasses import dataclass, field
from enum import Enum, auto

from reviewer.model.segment import CodeKind

FORMATS = {
    "b": "bold",
    "i": "italic",
    "u": "underline",
    "strike": "strike",
    "dstrike": "strike",
    "superscript": "superscript",
    "subscript": "subscript",
    "caps": "capitals",
    "smallCaps": "capitals",
    "highlight": "colour",
    "color": "colour",
}
"""Run properties the desk shows; all others stay where they are, unseen."""
_TAGS = {"bold": "b", "italic": "i", "underline": "u", "strike": "s", "superscript": "sup", "subscript": "sub"}


class Sort(Enum):
    """What a piece of a paragraph is."""

    TEXT = auto()
    """A `w:t`."""
    MARK = auto()
    """An element that stands for one character: tab, line break."""
    CODE = auto()
    """Shown as a code."""
    GLUE = auto()
    """Not shown: bookmarks, deletions."""


@dataclass(slots=True)
class Run:
    """A `w:r`."""

    at: int
    inner: int
    depth: int
    end: int = 0
    properties: bytes = b""
    format: frozenset[str] = frozenset()


@dataclass(slots=True)
class Piece:
    """A piece of a paragraph, in bytes; the border of a format has no length."""

    sort: Sort
    shown: str
    start: int
    end: int = 0
    run: Run | None = None
    kind: CodeKind = CodeKind.STANDALONE
    label: str = ""
    style: str = ""
    format: frozenset[str] | None = None
    """What begins or ends at a border of a format."""


@dataclass(slots=True)
class Paragraph:
    """A `w:p`."""

    at: int
    content: int
    """Where its content begins, behind the properties."""
    depth: int
    end: int = 0
    """Where its end tag begins."""
    after: int = 0
    properties: bytes = b""
    style: str = ""
    list_level: int = 0
    """1 for the outermost list, 0 outside of any."""
    cell: tuple[int, int, int] | None = None
    """Table, row and column it stands in, each from 0; None outside of tables."""
    pieces: list[Piece] = field(default_factory=list)
    twin: "Paragraph | None" = None
    """The same paragraph in the form kept for older programs (`mc:Fallback`)."""
    base: frozenset[str] = frozenset()
    """The format that needs no code: the only one there is, or none."""


def mark_formats(paragraph: Paragraph) -> None:
    """Put codes at the borders of what is formatted amid what is not."""
    links = 0
    found = set()
    for piece in paragraph.pieces:
        if piece.sort is Sort.CODE and piece.kind is not CodeKind.STANDALONE:
            links += 1 if piece.kind is CodeKind.OPEN else -1
        elif piece.sort is Sort.TEXT and piece.shown and not piece.shown.isspace():
            found.add(_visible(piece, links))
    # Not the most frequent format: a tag must not turn up elsewhere because a few letters were typed.
    paragraph.base = next(iter(found)) if len(found) == 1 else frozenset()
    if len(found) < 2:
        return
    marked: list[Piece] = []
    current = paragraph.base
    links = 0
    last = 0
    """How many pieces there were behind the last text of the current format."""
    for piece in paragraph.pieces:
        wrapper = piece.sort is Sort.CODE and piece.kind is not CodeKind.STANDALONE
        if wrapper:
            links += 1 if piece.kind is CodeKind.OPEN else -1
        plain = piece.sort is not Sort.TEXT or not piece.shown or piece.shown.isspace()
        format = paragraph.base if wrapper else current if plain else _visible(piece, links)
        if format != current:
            if current != paragraph.base:
                marked.insert(last, _border(marked[last - 1], current, CodeKind.CLOSE))
            if format != paragraph.base:
                marked.append(_border(piece, format, CodeKind.OPEN))
            current = format
        marked.append(piece)
        if not plain:
            last = len(marked)
    if current != paragraph.base:
        marked.insert(last, _border(marked[last - 1], current, CodeKind.CLOSE))
    paragraph.pieces = marked


def _visible(piece: Piece, links: int) -> frozenset[str]:
    """Return the format of a text; links are always blue and underlined."""
    format = piece.run.format if piece.run else frozenset()
    return format - {"underline", "colour"} if links else format


def _border(beside: Piece, format: frozenset[str], kind: CodeKind) -> Piece:
    run = beside.run
    at = beside.start if run is None else run.at if kind is CodeKind.OPEN else run.end
    names = sorted(format)
    label = "".join(_TAGS.get(name, "f") for name in names)
    return Piece(Sort.CODE, "", at, at, run, kind, label, " ".join(names), format)
