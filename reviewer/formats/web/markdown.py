"""Markdown (CommonMark and tables), with YAML front matter and blocks of HTML."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from reviewer.formats.encoding import decode, head_of, lines_of, looks_like_text, usual_newline
from reviewer.formats.format import Content, Unit, UnitInsert
from reviewer.formats.web.front_matter import FieldCodes, front_matter
from reviewer.formats.web.html import html_stretches
from reviewer.formats.web.html_inline import HtmlCodes
from reviewer.formats.web.markdown_inline import MarkdownCodes
from reviewer.formats.writing import Edits, WritableFormat
from reviewer.model.segment import Kind, without_codes

if TYPE_CHECKING:
    from markdown_it.token import Token

_DEFINITION = re.compile(r"^ {0,3}\[([^\[\]\r\n]{1,300})\]:[ \t]*\S", re.MULTILINE)
_BLOCK_START = re.compile(r"\A(\d{0,9})([#>+\-=|:`~]|(?<=\d)[.)])")
_SIGNS = re.compile(
    r"""^\#{1,6}\ \S|^[-*+]\ \S|^\d+\.\ \S|\[[^\]\n]+\]\([^)\n]+\)|^(?:```|~~~)|\*\*\S[^*\n]*\*\*|^>\ |^\|.*\|\s*$""",
    re.MULTILINE | re.VERBOSE,
)


class _Block(NamedTuple):
    """Where a unit is in the text, and how it is to be read."""

    start: int
    end: int
    kind: Kind
    level: int
    breaks: Mapping[int, int]
    """Line ends inside, from `start`, each with the markers before the next line's text."""
    sort: str
    """`text`, `heading`, `cell`, `html`, `field`."""


class Markdown(WritableFormat):
    """Markdown."""

    id = "markdown"
    title = "Markdown"
    extensions = ("md", "markdown", "mkd", "mdx")

    def sniff(self, data: bytes, name: str) -> float:
        """Say how sure: by name, or by several kinds of its signs among text."""
        if not looks_like_text(data):
            return 0.0
        if name.lower().endswith((".md", ".markdown", ".mkd", ".mdx")):
            return 0.85
        head = head_of(data)
        if name.lower().endswith((".txt", ".text")) or head.lstrip()[:1] in "<{":
            return 0.0
        kinds = {match.group()[:2] for match in _SIGNS.finditer(head)}
        return 0.4 if len(kinds) > 2 else 0.0

    def read(self, data: bytes, options: Mapping[str, str]) -> Content:
        """Return headings, paragraphs, list items, table cells and texts of the front matter."""
        decoded = decode(data, options)
        document = _Document(decoded.text)
        units = []
        for number, block in enumerate(document.blocks, 1):
            codes = document.codes(block)
            text = codes.read(decoded.text[block.start : block.end])
            units.append(Unit(str(number), text, None, block.kind, block.level, codes=tuple(codes.codes)))
        return Content(tuple(units), languages=(document.language, None), options=decoded.options)

    def edited(self, data: bytes, options: Mapping[str, str], edits: Edits) -> bytes:
        """Return the text with those blocks changed; signs that would be markup get a backslash."""
        decoded = decode(data, options)
        document = _Document(decoded.text, usual_newline(decoded.text, options))
        changes = []
        for edit in edits.texts:
            block = document.blocks[edit.index]
            changes.append((block.start, block.end, document.written(block, edit.text)))
        changes += [document.inserted(insert) for insert in edits.inserts]
        return decoded.spliced(changes)


_SHORT = 20_000
_FEW = 200
"""A text of fewer characters and blocks is read again as a whole to see what an edit comes to; of a longer one only
the block is, because each edit would cost as much as the document is long."""


class _Document:
    """A Markdown text and its blocks."""

    def __init__(self, text: str, newline: str = "\n") -> None:
        self.text = text
        self.language: str | None = None
        self._newline = newline
        self._lines = list(lines_of(text))
        self._references = frozenset(
            " ".join(label.lower().split()) for label in _DEFINITION.findall(text) if not label.startswith("^")
        )
        self.blocks = list(self._blocks())

    def codes(self, block: _Block) -> MarkdownCodes | HtmlCodes | FieldCodes:
        """Return the reader of a block."""
        if block.sort == "html":
            return HtmlCodes(break_tag="<br>")
        if block.sort == "field":
            return FieldCodes(self.text[block.start - 1])
        prefix = ""
        if block.breaks:
            start = min(block.breaks)
            prefix = re.sub(r"^.*[\r\n]", "", self.text[block.start + start : block.start + block.breaks[start]])
        elif block.sort == "text":
            prefix = _continuation(self.text[self.text.rfind("\n", 0, block.start) + 1 : block.start])
        newline = self._newline + prefix if block.sort == "text" else " "
        return MarkdownCodes(block.breaks, self._references, newline)

    def written(self, block: _Block, text: str) -> str:
        """Return a block's source that reads as `text`, with backslashes only where nothing else helps."""
        inner = self.text[block.start : block.end]
        codes = self.codes(block)
        if codes.read(inner) == text:
            return inner
        if isinstance(codes, MarkdownCodes):
            text = codes.tidied(text)
        plain = codes.write(inner, text)
        if not isinstance(codes, MarkdownCodes):
            return plain
        if self._reads_as(block, plain, text):
            return plain
        codes = self.codes(block)
        assert isinstance(codes, MarkdownCodes)
        codes.read(inner)
        codes.escaping = True
        escaped = codes.write(inner, text)
        if self._reads_as(block, escaped, text):
            return escaped
        tagged = codes.with_tags(text)
        return tagged if self._reads_as(block, tagged, text) else _guarded(escaped, codes.newline)

    def _reads_as(self, block: _Block, source: str, text: str) -> bool:
        """Say whether a source stands as one block with that text."""
        short = len(self.text) < _SHORT and len(self.blocks) < _FEW
        alone = self.text[: block.start] + source + self.text[block.end :] if short else source
        if block.sort == "cell" and re.search(r"(?<!\\)\|", source):
            return False
        document = _Document(alone, self._newline)
        if alone is source:
            return len(document.blocks) == 1 and document.blocks[0].sort == "text" and document._shown(0) == text
        index = self.blocks.index(block)
        return len(document.blocks) == len(self.blocks) and document._shown(index) == text

    def _shown(self, index: int) -> str:
        block = self.blocks[index]
        return self.codes(block).read(self.text[block.start : block.end])

    def inserted(self, insert: UnitInsert) -> tuple[int, int, str]:
        """Return a new paragraph behind a block."""
        new = without_codes(insert.text).replace("\n", self._newline)
        gap = self._newline * 2
        if not self.blocks:
            return len(self.text), len(self.text), new + self._newline
        if insert.after < 0:
            start = self.text.rfind("\n", 0, self.blocks[0].start) + 1
            return start, start, new + gap
        end = self.blocks[insert.after].end
        line_end = re.compile(r"[^\r\n]*").match(self.text, end)
        at = line_end.end() if line_end else end
        return at, at, gap + new

    def _blocks(self) -> Iterator[_Block]:
        front = front_matter(self.text)
        self.language = front.language
        for field in front.fields:
            yield _Block(*field, {}, "field")
        first_line = next((n for n, line in enumerate(self._lines) if line[0] >= front.end), len(self._lines))
        yield from self._parsed(front.end, first_line)

    def _parsed(self, skipped: int, first_line: int) -> Iterator[_Block]:
        # Imported here: it takes 70 ms, and few sessions need it.
        from markdown_it import MarkdownIt

        parser = MarkdownIt("commonmark", {"maxNesting": 100}).enable("table").disable("inline")
        open_: list[Token] = []
        cell = 0
        for token in parser.parse(self.text[skipped:]):
            if token.nesting == 1:
                open_.append(token)
                cell = 0 if token.type == "tr_open" else cell
            elif token.nesting == -1:
                open_.pop()
            elif token.map and token.type == "inline":
                first, last = (line + first_line for line in token.map)
                inside = {each.type for each in open_}
                if inside & {"td_open", "th_open"}:
                    yield from self._cell(first, cell)
                    cell += 1
                elif token.content.strip():
                    yield from self._inline(token, open_, first, last)
            elif token.map and token.type == "html_block":
                first, last = (line + first_line for line in token.map)
                start, end = self._lines[first][0], self._lines[min(last, len(self._lines)) - 1][1]
                for stretch in html_stretches(self.text, start, end):
                    yield _Block(stretch.start, stretch.end, stretch.kind, stretch.level, {}, "html")

    def _inline(self, token: "Token", open_: Sequence["Token"], first: int, last: int) -> Iterator[_Block]:
        """Yield the block of a paragraph or heading: each of its lines without the markers before it."""
        places = []
        for number, content in zip(range(first, last), token.content.split("\n"), strict=False):
            start, stop, _ = self._lines[number]
            found = self.text.rfind(content.strip(), start, stop)
            if found < 0:
                return
            places.append((found, found + len(content.strip())))
        start = places[0][0]
        breaks = {}
        for (_, end), (following, _) in pairwise(places):
            if self.text[end - 1] == "\\" and self.text[end - 2 : end] != "\\\\":
                end -= 1
            breaks[end - start] = following - start
        kind, level = _kind(open_)
        sort = "heading" if kind is Kind.HEADING and first + 1 == last else "text"
        yield _Block(start, places[-1][1], kind, level, breaks, sort)

    def _cell(self, line: int, number: int) -> Iterator[_Block]:
        start, stop, _ = self._lines[line]
        row = self.text[start:stop]
        # Bars around the row separate nothing.
        left = len(row) - len(row.lstrip(" \t>"))
        left += row[left : left + 1] == "|"
        cells = list(re.compile(r"(?:\\.|[^|\\])*").finditer(row, left))
        spans = [cell.span() for cell in cells if cell.start() == left or row[cell.start() - 1] == "|"]
        if number < len(spans):
            begin, end = spans[number]
            text = row[begin:end]
            if text.strip():
                begin += len(text) - len(text.lstrip())
                end -= len(text) - len(text.rstrip())
                yield _Block(start + begin, start + end, Kind.CELL, 0, {}, "cell")


def _kind(open_: Sequence["Token"]) -> tuple[Kind, int]:
    if open_ and open_[-1].type == "heading_open":
        return Kind.HEADING, int(open_[-1].tag[1])
    items = sum(token.type == "list_item_open" for token in open_)
    if items:
        return Kind.LIST_ITEM, items
    return (Kind.QUOTE if any(token.type == "blockquote_open" for token in open_) else Kind.PARAGRAPH), 0


def _continuation(before: str) -> str:
    """Return what stands before a block's second line, from what stands before its first."""
    return re.sub(r"[^>\t]", " ", before)


def _guarded(source: str, newline: str) -> str:
    """Return a source whose lines do not begin like another kind of block."""
    return newline.join(
        _BLOCK_START.sub(lambda match: f"{match.group(1)}\\{match.group(2)}", line, count=1)
        for line in source.split(newline)
    )


FORMAT = Markdown()
