"""Reading the paragraphs of a WordprocessingML part (ISO/IEC 29500-1), piece by piece with byte offsets."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from reviewer.formats.markup import MAX_DEPTH, Scanner, local, tag_end, too_deep, unescape
from reviewer.formats.wordprocessing.docx_paragraphs import FORMATS, Paragraph, Piece, Run, Sort, mark_formats
from reviewer.model.segment import CodeKind

_NAMESPACES = (
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
            run.properties = self.data[start : self.closed(start, self._inner_of(start)).after]
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
            end = self._inner_of(at)
            paragraph.pieces.append(Piece(Sort.CODE, "", at, end, None, CodeKind.CLOSE, opening.label))

    def _inner_of(self, at: int) -> int:
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
        if namespace in _NAMESPACES:
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
