"""Cells of a worksheet and the strings in them (ISO/IEC 29500-1, SpreadsheetML), with byte offsets."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from reviewer.formats.codes import CodeTable, Token, rewrite
from reviewer.formats.markup import (
    MAX_DEPTH,
    Scanner,
    Stretch,
    attributes_of,
    escape,
    local,
    too_deep,
    unescape,
    with_attribute,
    without_attribute,
)
from reviewer.formats.tables.columns import letters_of, number_of
from reviewer.model.segment import CodeKind

_MAX_COLUMN = 16_384
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
# Readings of ideographs (`rPh`) have texts of their own.
_TEXT = re.compile(
    r"<(?P<prefix>(?:[\w.-]+:)?)rPh\b.*?</(?P=prefix)rPh>|<(?:[\w.-]+:)?t(?:\s[^>]*)?(?<!/)>(?P<text>[^<]*)(?=</)",
    re.DOTALL,
)
# ISO/IEC 29500-1, 22.4.2.4 (bstr): characters that XML cannot hold, and what looks like one of these.
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_|&[^\s;&<]{1,32};|\r\n?")
_SPACED = re.compile(r"<((?:[\w.-]+:)?t)>(?=\s|[^<]*\s</|[^<]*\n)")
_LABELS = {"bold": "b", "italic": "i"}
_BOLD, _ITALIC = re.compile(r"<(?:[\w.-]+:)?b/>"), re.compile(r"<(?:[\w.-]+:)?i/>")


class Cell(NamedTuple):
    """A cell: its tags, its kind (`t` of ISO/IEC 29500-1, 18.3.1.4) and where its value is."""

    stretch: Stretch
    kind: str
    value: tuple[int, int]
    """The content of `v` or `is`."""
    fixed: bool
    """Whether a formula or a program makes the value."""


@dataclass(slots=True)
class Row:
    """A row of a sheet."""

    number: int
    inner: int
    """Where the first cell would go."""
    cells: dict[int, Cell] = field(default_factory=dict)
    """By column from 0."""

    def reference(self, column: int) -> str:
        """Return what a cell of the row is called: `B5`."""
        return f"{letters_of(column)}{self.number}"


class SheetScanner(Scanner):
    """Collects the rows of a worksheet."""

    def __init__(self, data: bytes) -> None:
        super().__init__(data)
        self.rows: list[Row] = []
        self._depth = 0
        self._column = -1
        self._cell: tuple[int, int, int, str] | None = None
        """Column, start, end of the start tag, kind."""
        self._value: tuple[int, int] = (0, 0)
        self._opened: tuple[int, int, int] = (0, 0, 0)
        """Start of `v` or `is`, its content, its depth."""
        self._fixed = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise too_deep()
        name = local(name)
        if name == "row":
            number = attributes.get("r", "")
            following = self.rows[-1].number + 1 if self.rows else 1
            self.rows.append(
                Row(int(number) if number.isdecimal() and len(number) < 8 else following, self.opened()[1])
            )
            self._column = -1
        elif name == "c" and self.rows:
            reference = _REFERENCE.fullmatch(attributes.get("r", ""))
            self._column = number_of(reference.group(1)) if reference else self._column + 1
            self._cell = self._column, *self.opened(), attributes.get("t", "n")
            self._value, self._fixed = (0, 0), False
        elif self._cell and name in ("v", "is") and not self._opened[2]:
            self._opened = *self.opened(), self._depth
        elif name == "f":
            self._fixed = True

    def end(self, name: str) -> None:
        if self._opened[2] == self._depth:
            stretch = self.closed(*self._opened[:2])
            self._value, self._opened = (stretch.inner, stretch.end), (0, 0, 0)
        elif self._cell and local(name) == "c":
            column, at, inner, kind = self._cell
            if column < _MAX_COLUMN:
                fixed = self._fixed or kind in ("b", "e")
                cell = Cell(self.closed(at, inner), kind, self._value, fixed)
                self.rows[-1].cells.setdefault(column, cell)
            self._cell = None
        self._depth -= 1


class StringCodes(CodeTable):
    """A string item: where its formatting changes stands a code."""

    def split(self, inner: str) -> Iterator[Token]:
        """Yield the markup around the text unseen, text, and the borders of runs as codes."""
        places = [match.span("text") for match in _TEXT.finditer(inner) if match["text"] is not None]
        at = 0
        look = ""
        for number, (start, end) in enumerate(places):
            markup = inner[at:start]
            before, look = look, _look(markup)
            yield Token(self._border(markup, before, look) if number else "", markup)
            yield from self._text(inner[start:end])
            at = end
        yield Token("", inner[at:])

    def _border(self, markup: str, before: str, look: str) -> str:
        """Return the code of a border between runs: it opens a look, closes one, or changes one for another."""
        if look and not before:
            kind, shown = CodeKind.OPEN, look
        elif before and not look and any(each.kind is CodeKind.OPEN for each in self.codes):
            kind, shown = CodeKind.CLOSE, before
        else:
            kind, shown = CodeKind.STANDALONE, ""
        return self.add(f"{kind} {markup}", markup, kind, _LABELS.get(shown, "¦"), shown)

    def _text(self, raw: str) -> Iterator[Token]:
        at = 0
        for match in _ESCAPED.finditer(raw):
            if match.start() > at:
                yield Token(self.literal(raw[at : match.start()]), raw[at : match.start()])
            piece = match.group()
            char = chr(int(match.group(1), 16)) if match.group(1) else "\n" if piece[0] == "\r" else unescape(piece)
            # A carriage return before a line feed is half of one line end.
            shown = "" if char == "\r" else self.literal(char if not "\ud800" <= char <= "\udfff" else piece)
            yield Token(shown, piece)
            at = match.end()
        if at < len(raw):
            yield Token(self.literal(raw[at:]), raw[at:])

    def write(self, inner: str, text: str) -> str:
        """Return the item changed; what is typed at either end stands inside the markup there."""
        first, *tokens, last = self.tokens(inner)
        return f"{first.raw}{rewrite(tokens, text, self.markup)}{last.raw}"

    def escape(self, text: str) -> str:
        """Write text so that a spreadsheet program reads it as it stands."""
        return escape(re.sub(r"_(?=x[0-9A-Fa-f]{4}_)", "_x005F_", text))


def _look(markup: str) -> str:
    """Return what a run that begins behind this markup looks like, as far as the desk shows it."""
    return "bold" if _BOLD.search(markup) else "italic" if _ITALIC.search(markup) else ""


def with_text(data: bytes, row: Row, column: int, inner: str) -> tuple[int, int, bytes]:
    """Return what to replace so that a cell holds the string item `inner`, and no other cell changes.

    Strings that cells share stay as they are; the cell gets one of its own (an inline string).
    """
    inner = _SPACED.sub(r'<\1 xml:space="preserve">', inner)
    cell = row.cells.get(column)
    if cell is None:
        before = [each.stretch.after for place, each in row.cells.items() if place < column]
        at = max(before, default=row.inner)
        neighbour = next(iter(row.cells.values()), None)
        prefix = prefix_at(data, neighbour.stretch) if neighbour else ""
        tag = f'<{prefix}c r="{row.reference(column)}">'
        return at, at, _element(tag, prefix, inner)
    stretch = cell.stretch
    tag = data[stretch.at : stretch.inner].decode()
    if tag.endswith("/>"):
        tag = f"{tag[:-2].rstrip()}>"
    for metadata in ("cm", "vm"):
        if metadata in attributes_of(tag):
            tag = without_attribute(tag, metadata)
    return stretch.at, stretch.after, _element(tag, prefix_at(data, stretch), inner)


def _element(tag: str, prefix: str, inner: str) -> bytes:
    # Strings that are shared may be written with another prefix than the sheet.
    content = re.sub(r"<(/?)(?:[\w.-]+:)?", rf"<\1{prefix}", inner)
    return f"{with_attribute(tag, 't', 'inlineStr')}<{prefix}is>{content}</{prefix}is></{prefix}c>".encode()


def prefix_at(data: bytes, stretch: Stretch) -> str:
    """Return the prefix, colon included, of the element that stands there; empty where it has none."""
    match = re.compile(rb"<([\w.-]+:)?").match(data, stretch.at)
    return match.group(1).decode() if match and match.group(1) else ""
