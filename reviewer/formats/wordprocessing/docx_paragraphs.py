"""Paragraphs of a WordprocessingML part (ISO/IEC 29500-1), piece by piece with byte offsets."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import NamedTuple

from reviewer.formats.markup import MAX_DEPTH, Scanner, local, tag_end, too_deep, unescape
from reviewer.model.segment import CodeKind

NAMESPACES = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_XMLNS = re.compile(r"""xmlns:?([\w.-]*)\s*=\s*["']([^"']*)["']""")
_SHOWN = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_TRANSPARENT = frozenset(
    {"ins", "moveTo", "smartTag", "sdt", "sdtContent", "customXml", "dir", "bdo", "AlternateContent", "Choice"}
)
_UNSEEN = frozenset({"lastRenderedPageBreak", "annotationRef", "footnoteRef", "endnoteRef", "delText"})
_LABELS = {
    "footnoteReference": "fn",
    "endnoteReference": "en",
    "fldChar": "fld",
    "drawing": "img",
    "pict": "img",
    "AlternateContent": "img",
    "object": "obj",
    "commentReference": "note",
    "oMath": "math",
    "oMathPara": "math",
}
_OFF = ("0", "false", "off", "none", "baseline", "auto", "000000")
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


class _Whole(NamedTuple):
    """An element taken as one."""

    depth: int
    at: int
    inner: int
    piece: Piece | None = None


@dataclass(slots=True)
class _Context:
    """A paragraph being read; text boxes put paragraphs inside paragraphs."""

    paragraph: Paragraph
    inner: int
    """Where the start tag of the paragraph ends."""
    properties: _Whole | None = None
    run: Run | None = None
    run_properties: int = 0
    """Where the properties of the run being read begin, 0 outside of them."""
    whole: _Whole | None = None
    field: Piece | None = None
    """The code of a field whose instruction is being read."""


@dataclass(slots=True)
class _Table:
    """A table being read."""

    number: int
    row: int = -1
    column: int = -1
    next: int = 0
    """Column of the next cell."""


class WordScanner(Scanner):
    """Collects the paragraphs of a part; `styles` gives what character styles look like, by id."""

    def __init__(self, data: bytes, styles: Mapping[str, frozenset[str]]) -> None:
        super().__init__(data)
        self.paragraphs: list[Paragraph] = []
        self._styles = styles
        self._prefix = word_prefix(data)
        self._names: dict[str, str] = {}
        self._depth = 0
        self._contexts: list[_Context] = []
        self._hidden: _Whole | None = None
        """An element being passed over."""
        self._tables: list[_Table] = []
        """Those that are open."""
        self._table_count = 0
        self._alternatives: list[list[int]] = []
        """For each `mc:AlternateContent` how many paragraphs there were before it and before its fallback."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise too_deep()
        if self._hidden:
            return
        role = self._role(name)
        if role == "AlternateContent":
            self._alternatives.append([len(self.paragraphs), -1])
        elif role == "Fallback" and self._alternatives:
            self._alternatives[-1][1] = len(self.paragraphs)
        elif role in ("tbl", "tr", "tc", "gridSpan"):
            self._in_table(role, attributes.get(f"{self._prefix}val", ""))
        context = self._contexts[-1] if self._contexts else None
        if role == "p":
            at, inner = self.opened()
            paragraph = Paragraph(at, inner, self._depth, cell=self._cell())
            self.paragraphs.append(paragraph)
            self._contexts.append(_Context(paragraph, inner))
        elif context is None or context.whole:
            pass
        elif context.properties:
            _take_paragraph_property(role, attributes.get(f"{self._prefix}val", ""), context.paragraph)
        elif context.run_properties and context.run:
            self._take_run_property(role, attributes.get(f"{self._prefix}val", ""), context.run)
        elif context.run:
            self._enter_in_run(role, attributes, context, context.run)
        else:
            self._enter_in_paragraph(role, context)

    def _in_table(self, role: str, span: str) -> None:
        """Keep count of tables, rows and columns."""
        if role == "tbl":
            self._tables.append(_Table(self._table_count))
            self._table_count += 1
        elif not self._tables:
            return
        elif role == "tr":
            self._tables[-1].row += 1
            self._tables[-1].column, self._tables[-1].next = -1, 0
        elif role == "tc":
            self._tables[-1].column = self._tables[-1].next
            self._tables[-1].next += 1
        elif span.isdecimal() and len(span) < 4:
            self._tables[-1].next += int(span) - 1

    def _cell(self) -> tuple[int, int, int] | None:
        table = self._tables[-1] if self._tables else None
        return (table.number, table.row, table.column) if table else None

    def _role(self, name: str) -> str:
        """Return the local name of an element that matters here, empty for those of other vocabularies."""
        role = self._names.get(name)
        if role is None:
            short = local(name)
            known = name == self._prefix + short or short in ("AlternateContent", "Choice", "Fallback")
            role = self._names[name] = short if known or short.startswith("oMath") else ""
        return role

    def _enter_in_paragraph(self, role: str, context: _Context) -> None:
        at, inner = self.opened()
        pieces = context.paragraph.pieces
        if role == "r":
            context.run = Run(at, inner, self._depth)
        elif role == "pPr":
            context.properties = _Whole(self._depth, at, inner)
        elif role in ("hyperlink", "fldSimple"):
            label = "a" if role == "hyperlink" else "fld"
            pieces.append(Piece(Sort.CODE, "", at, inner, None, CodeKind.OPEN, label))
        elif role not in _TRANSPARENT:
            sort = Sort.CODE if role.startswith("oMath") else Sort.GLUE
            pieces.append(Piece(sort, "", at, label=_LABELS.get(role, role)))
            self._hidden = _Whole(self._depth, at, inner, pieces[-1])

    def _enter_in_run(self, role: str, attributes: dict[str, str], context: _Context, run: Run) -> None:
        at, inner = self.opened()
        if role == "rPr":
            context.run_properties = at
            return
        field = attributes.get(f"{self._prefix}fldCharType")
        if context.field and role in ("fldChar", "instrText"):
            piece = context.field
            if field in ("separate", "end"):
                context.field = None
        else:
            piece = Piece(Sort.CODE, "", at, run=run, label=_LABELS.get(role, role or "obj"))
            context.paragraph.pieces.append(piece)
        if role == "t":
            piece.sort = Sort.TEXT
        elif role in _SHOWN and attributes.get(f"{self._prefix}type", "textWrapping") == "textWrapping":
            piece.sort, piece.shown = Sort.MARK, _SHOWN[role]
        elif role in _UNSEEN:
            piece.sort = Sort.GLUE
        elif field == "begin":
            piece.label = "fld"
            context.field = piece
        context.whole = _Whole(self._depth, at, inner, piece)

    def _take_run_property(self, role: str, value: str, run: Run) -> None:
        if role == "vertAlign":
            role = value
        if role == "rStyle":
            run.format |= self._styles.get(value, frozenset())
        elif role in FORMATS:
            named = frozenset((FORMATS[role],))
            run.format = run.format - named if value in _OFF else run.format | named
        elif role == "rPrChange":
            self._hidden = _Whole(self._depth, *self.opened())

    def end(self, name: str) -> None:
        depth = self._depth
        self._depth -= 1
        if self._hidden:
            if depth == self._hidden.depth:
                self._finish(self._hidden)
                self._hidden = None
            return
        role = self._role(name)
        if role == "AlternateContent":
            self._leave_alternatives(*self._alternatives.pop())
        elif role == "tbl" and self._tables:
            self._tables.pop()
        context = self._contexts[-1] if self._contexts else None
        if context is None:
            return
        if depth == context.paragraph.depth:
            stretch = self.closed(context.paragraph.at, context.inner)
            context.paragraph.end, context.paragraph.after = stretch.end, stretch.after
            self._contexts.pop()
            mark_formats(context.paragraph)
        elif context.whole:
            if depth == context.whole.depth:
                self._finish(context.whole)
                context.whole = None
        elif context.properties:
            if depth == context.properties.depth:
                stretch = self.closed(context.properties.at, context.properties.inner)
                context.paragraph.properties = self.data[stretch.at : stretch.after]
                context.paragraph.content = stretch.after
                context.properties = None
        elif context.run:
            self._leave_in_run(depth, context, context.run)
        elif role in ("hyperlink", "fldSimple"):
            self._leave_wrapper(context.paragraph)

    def _finish(self, whole: _Whole) -> None:
        """Note where an element taken as one ends, and the text of a `w:t`."""
        stretch = self.closed(whole.at, whole.inner)
        piece = whole.piece
        if piece is None:
            return
        piece.end = stretch.after
        if piece.sort is Sort.TEXT:
            text = unescape(self.data[stretch.inner : stretch.end].decode()).replace("\r\n", " ").replace("\n", " ")
            kept = b"preserve" in self.data[stretch.at : stretch.inner]
            piece.shown = text if kept else text.strip()

    def _leave_in_run(self, depth: int, context: _Context, run: Run) -> None:
        if context.run_properties and depth == run.depth + 1:
            start = context.run_properties
            run.properties = self.data[start : self.closed(start, self.inner_of(start)).after]
            context.run_properties = 0
        elif depth == run.depth:
            run.end = self.closed(run.at, run.inner).after
            context.run = None

    def _leave_wrapper(self, paragraph: Paragraph) -> None:
        at = self.at
        opening = _last_open(paragraph)
        if opening is None:
            return
        if self.data[opening.end - 2] == 0x2F:
            opening.sort = Sort.GLUE
        else:
            end = self.inner_of(at)
            paragraph.pieces.append(Piece(Sort.CODE, "", at, end, None, CodeKind.CLOSE, opening.label))

    def inner_of(self, at: int) -> int:
        """Return where the tag that begins at a place ends."""
        return tag_end(self.data, at)

    def _leave_alternatives(self, before: int, fallback: int) -> None:
        """Keep the paragraphs of the first choice, and tell which the fallback repeats."""
        if fallback < 0:
            return
        choice, repeated = self.paragraphs[before:fallback], self.paragraphs[fallback:]
        del self.paragraphs[fallback:]
        if len(choice) == len(repeated):
            for paragraph, twin in zip(choice, repeated, strict=True):
                paragraph.twin = twin


def word_prefix(data: bytes) -> str:
    """Return the prefix, with its colon, that stands for WordprocessingML in a part."""
    head = data[:65536].decode("utf-8", "ignore")
    root = head[: head.find(">", head.find("<", head.find("?>") + 1)) + 1]
    for prefix, namespace in _XMLNS.findall(root):
        if namespace in NAMESPACES:
            return f"{prefix}:" if prefix else ""
    return "w:"


def _take_paragraph_property(role: str, value: str, paragraph: Paragraph) -> None:
    if role == "pStyle":
        paragraph.style = value
    elif role in ("numPr", "ilvl"):
        level = int(value) + 1 if value.isdecimal() and len(value) < 3 else 1
        paragraph.list_level = max(paragraph.list_level, level)


def _last_open(paragraph: Paragraph) -> Piece | None:
    """Return the hyperlink or field opened last and not closed yet."""
    closed = 0
    for piece in reversed(paragraph.pieces):
        if piece.sort is Sort.CODE and piece.run is None and piece.kind is CodeKind.CLOSE:
            closed += 1
        elif piece.sort is Sort.CODE and piece.run is None and piece.kind is CodeKind.OPEN:
            if not closed:
                return piece
            closed -= 1
    return None


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
