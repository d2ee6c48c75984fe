"""HTML and XHTML: block by block, with titles, descriptions, texts in attributes and front matter."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from reviewer.formats.codes import within_tags
from reviewer.formats.encoding import Decoded, decode, head_of
from reviewer.formats.format import Content, Unit, UnitEdit, UnitInsert
from reviewer.formats.markup import MAX_DEPTH, local, root_of
from reviewer.formats.web.front_matter import FieldCodes, front_matter
from reviewer.formats.web.html_inline import OPAQUE, RAW, TAG, VOID, HtmlCodes, attributes_of_tag, element_end
from reviewer.formats.writing import Edits, WritableFormat
from reviewer.model.segment import Code, Kind, without_codes

INLINE = frozenset(
    "a abbr acronym b bdi bdo big br button cite code data del dfn em font i img input ins kbd label map mark "
    "meter nobr output progress q rp rt ruby s samp small span strike strong sub sup time tt u var wbr".split()
)
"""Elements that stand inside a text (HTML Standard, phrasing content); all others begin and end blocks."""
_TEXT_ATTRIBUTES = ("alt", "title", "placeholder", "aria-label")
_BEGINNINGS = frozenset(
    "html head body p div section article main header footer nav h1 h2 h3 h4 h5 h6 table ul ol dl blockquote pre "
    "meta title span a b i em strong br hr img link script style form".split()
)
"""What a page without a declaration begins with; XML of other kinds has names of its own."""
_FRONT = "---"
"""Stands for the element of a field of the front matter."""
_META = frozenset(("description", "keywords", "og:title", "og:description", "twitter:title", "twitter:description"))
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9._:-]+)""", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"""<\?xml[^>]{0,100}?encoding\s*=\s*["']([A-Za-z0-9._:-]+)""")
_VALUE = r"""\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))"""
_ATTRIBUTES = {
    name: re.compile(rf"(?<=\s){name}{_VALUE}", re.IGNORECASE) for name in (*_TEXT_ATTRIBUTES, "content", "value")
}


class Stretch(NamedTuple):
    """Where a unit is in the text, and how it is to be read."""

    start: int
    end: int
    kind: Kind
    level: int
    preformatted: bool = False
    quote: str = ""
    """For the value of an attribute, what it is quoted with."""
    element: str = ""
    """The block it stands in."""


class Html(WritableFormat):
    """HTML."""

    id = "html"
    title = "Web page (HTML)"
    extensions = ("html", "htm", "xhtml")

    def sniff(self, data: bytes, name: str) -> float:
        """Say how sure, by the first tags; XML of another kind is none, whatever its name."""
        head = head_of(data)
        front = front_matter(head)
        head = head[front.end :].lstrip().lower()
        if not head.startswith("<"):
            return 0.6 if _named(name) and ("<" in head or front.end) else 0.0
        bare = re.sub(r"<!--.*?-->\s*", "", head, flags=re.DOTALL)
        if re.match(r"(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html\b)", bare):
            return 0.95
        if _named(name):
            return 0.9
        return 0.5 if local(root_of(bare)) in _BEGINNINGS and not bare.startswith("<?xml") else 0.0

    def read(self, data: bytes, options: Mapping[str, str]) -> Content:
        """Return titles, blocks of text and texts in attributes."""
        decoded = _decoded(data, options)
        scanner = _Scanner(decoded.text)
        units = []
        style = _Style.of(decoded.text)
        for number, stretch in enumerate(scanner.stretches(), 1):
            codes = _codes(decoded.text, stretch, style)
            text = codes.read(decoded.text[stretch.start : stretch.end])
            kept: tuple[Code, ...] = tuple(codes.codes)
            units.append(Unit(str(number), text, None, stretch.kind, stretch.level, codes=kept))
        return Content(
            tuple(units),
            languages=(scanner.language, None),
            options=decoded.options,
            words_in_file=_count_words(decoded.text[front_matter(decoded.text).end :]),
        )

    def edited(self, data: bytes, options: Mapping[str, str], edits: Edits) -> bytes:
        """Return the page with those texts changed; what its encoding lacks becomes a reference."""
        decoded = _decoded(data, options)
        options = {**options, "encoding": decoded.encoding}
        stretches = list(_Scanner(decoded.text).stretches())
        in_tags = [edit for edit in edits.texts if stretches[edit.index].quote]
        blocks = [edit for edit in edits.texts if not stretches[edit.index].quote]
        if not in_tags:
            return _edited(decoded, stretches, blocks, edits.inserts)
        # Attributes stand inside the tags of blocks, so places are found again between the two. Blocks come
        # first, because tags alike but for an attribute are one code until it is edited ...
        first = _decoded(_edited(decoded, stretches, blocks), options)
        again = list(_Scanner(first.text).stretches())
        if _attributes(first.text, again) == _attributes(decoded.text, stretches):
            changed = _decoded(_edited(first, again, in_tags), options)
            return _edited(changed, list(_Scanner(changed.text).stretches()), (), edits.inserts)
        # ... but a tag with an attribute was moved or taken out.
        changed = _decoded(_edited(decoded, stretches, in_tags), options)
        return _edited(changed, list(_Scanner(changed.text).stretches()), blocks, edits.inserts)


def _edited(
    decoded: Decoded, stretches: Sequence[Stretch], edits: Sequence[UnitEdit], inserts: Sequence[UnitInsert] = ()
) -> bytes:
    """Return the page with edits of blocks, or of attributes, and new paragraphs."""
    style = _Style.of(decoded.text)
    changes = [_changed(decoded.text, stretches[edit.index], style, edit.text) for edit in edits]
    changes += [_inserted(decoded.text, stretches, insert) for insert in inserts]
    return _spliced(decoded, changes)


def _attributes(text: str, stretches: Sequence[Stretch]) -> list[tuple[int, str]]:
    """Return the numbers and values of the stretches that are attributes."""
    return [(number, text[each.start : each.end]) for number, each in enumerate(stretches) if each.quote]


def _named(name: str) -> bool:
    return name.lower().endswith((".html", ".htm", ".xhtml"))


def _decoded(data: bytes, options: Mapping[str, str]) -> Decoded:
    declared = _CHARSET.search(data[:4096]) or _XML_ENCODING.match(data[:200])
    name = declared.group(1).decode("ascii").lower() if declared else ""
    # WHATWG Encoding Standard: these names have meant windows-1252 on the web for thirty years.
    if name in ("iso-8859-1", "latin1", "us-ascii", "ascii"):
        name = "windows-1252"
    return decode(data, options, declared="" if name.startswith("utf") else name)


def _spliced(decoded: Decoded, changes: Sequence[tuple[int, int, str]]) -> bytes:
    encoding = decoded.encoding
    return decoded.spliced(
        (start, end, new.encode(encoding, "xmlcharrefreplace").decode(encoding)) for start, end, new in changes
    )


class _Style(NamedTuple):
    """How a page writes what can be written in several ways."""

    break_tag: str
    space: str
    """The no-break space."""

    @classmethod
    def of(cls, text: str) -> "_Style":
        """Return the style of a page."""
        return cls(
            "<br />" if "<br />" in text else "<br/>" if "<br/>" in text else "<br>",
            "&nbsp;" if "&nbsp;" in text else "\u00a0",
        )


def _changed(text: str, stretch: Stretch, style: _Style, new: str) -> tuple[int, int, str]:
    """Return what to replace so that a unit reads as `new`."""
    inner = text[stretch.start : stretch.end]
    codes = _codes(text, stretch, style)
    written = inner if codes.read(inner) == new else codes.write(inner, new)
    if stretch.quote and written != inner:
        written = written.replace(stretch.quote, "&quot;" if stretch.quote == '"' else "&#39;")
    return stretch.start, stretch.end, written


def _codes(text: str, stretch: Stretch, style: _Style) -> HtmlCodes | FieldCodes:
    """Return the reader and writer of a unit, which writes as the page does."""
    if stretch.element == _FRONT:
        return FieldCodes(text[stretch.start - 1])
    return HtmlCodes(stretch.preformatted, style.break_tag, style.space)


def _inserted(text: str, stretches: Sequence[Stretch], insert: UnitInsert) -> tuple[int, int, str]:
    """Return a new paragraph behind the block of the unit before it."""
    new = HtmlCodes().escape(without_codes(insert.text))
    blocks = [stretch for stretch in stretches[: insert.after + 1] if not stretch.quote and stretch.element != _FRONT]
    if not blocks:
        body = re.search(r"<body\b[^>]*>", text, re.IGNORECASE)
        at = body.end() if body else front_matter(text).end
        return at, at, f"<p>{new}</p>\n"
    last = blocks[-1]
    element = last.element if last.element in ("li", "p") else "p"
    closing = re.compile(rf"\s*</{re.escape(last.element)}\s*>", re.IGNORECASE).match(text, last.end)
    at = closing.end() if closing else last.end
    return at, at, f"\n<{element}>{new}</{element}>"


def html_stretches(text: str, start: int, end: int) -> Iterator[Stretch]:
    """Yield the units of a piece of HTML inside another text."""
    for stretch in _Scanner(text[start:end]).stretches():
        if not stretch.quote:
            yield stretch._replace(start=start + stretch.start, end=start + stretch.end)


class _Scanner:
    """Finds the units of a page."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.language: str | None = None
        self._blocks: list[str] = []
        """Names of the blocks that are open."""

    def stretches(self) -> Iterator[Stretch]:
        """Yield the units in the order of the page; those in attributes behind the text they stand in."""
        text = self._text
        front = front_matter(text)
        self.language = front.language
        for field in front.fields:
            yield Stretch(*field, element=_FRONT)
        start = at = front.end
        inside: list[Stretch] = []
        while (found := text.find("<", at)) >= 0:
            if text.startswith(("<!", "<?"), found):
                mark = "-->" if text.startswith("<!--", found) else ">"
                end = text.find(mark, found + 2)
                at = len(text) if end < 0 else end + len(mark)
                if text.startswith("<!--", found):
                    continue
                tag = None
            else:
                tag = TAG.match(text, found)
                if tag is None:
                    at = found + 1
                    continue
                at = tag.end() if tag["close"] else element_end(text, tag)
                if not tag["close"]:
                    inside += self._in_attributes(tag)
                name = tag["name"].lower()
                if name in INLINE or (name in OPAQUE and name not in RAW and start < found):
                    continue
            yield from self._run(start, found)
            if tag:
                self._take(tag)
            # Attributes of the block's own tag come before its text.
            yield from inside
            inside = []
            start = at
        yield from self._run(start, len(text))
        yield from inside

    def _run(self, start: int, end: int) -> Iterator[Stretch]:
        """Yield the unit that stands between two blocks, without the white space and tags around it."""
        text = self._text
        preformatted = "pre" in self._blocks or "textarea" in self._blocks
        while start < end and text[start].isspace() and text[start] != "\u00a0":
            start += 1
        while end > start and text[end - 1].isspace() and text[end - 1] != "\u00a0":
            end -= 1
        if "<" in text[start:end]:
            first, last = within_tags(HtmlCodes(), text[start:end])
            start, end = start + first, start + last
        if start == end:
            return
        yield Stretch(start, end, *self._kind(), preformatted, "", self._blocks[-1] if self._blocks else "")

    def _kind(self) -> tuple[Kind, int]:
        for name in reversed(self._blocks):
            if re.fullmatch("h[1-6]", name):
                return Kind.HEADING, int(name[1])
            if name == "title":
                return Kind.HEADING, 1
            if name in ("li", "dt", "dd"):
                lists = sum(each in ("ul", "ol", "dl", "menu") for each in self._blocks)
                return Kind.LIST_ITEM, max(1, lists)
            if name in ("td", "th"):
                return Kind.CELL, 0
            if name == "blockquote":
                return Kind.QUOTE, 0
        return Kind.PARAGRAPH, 0

    def _take(self, tag: re.Match[str]) -> None:
        """Keep the open blocks in step with a tag; ends that are missing are made up for."""
        name = tag["name"].lower()
        if tag["close"]:
            if name in self._blocks:
                while self._blocks.pop() != name:
                    pass
        elif name not in VOID and name not in OPAQUE and not tag.group().endswith("/>"):
            if (
                self._blocks
                and self._blocks[-1] in ("p", "li", "td", "th", "dt", "dd", "option")
                and (name == self._blocks[-1] or self._blocks[-1] == "p")
            ):
                self._blocks.pop()
            self._blocks = [*self._blocks[1 - MAX_DEPTH :], name]
            if name == "html" and self.language is None:
                attributes = attributes_of_tag(tag.group())
                self.language = attributes.get("lang") or attributes.get("xml:lang") or None

    def _in_attributes(self, tag: re.Match[str]) -> Iterator[Stretch]:
        raw = tag.group()
        if "=" not in raw:
            return
        name = tag["name"].lower()
        attributes = attributes_of_tag(raw)
        wanted = [each for each in _TEXT_ATTRIBUTES if each in attributes]
        if name == "meta" and (attributes.get("name") or attributes.get("property") or "").lower() in _META:
            wanted.append("content")
        if name == "input" and attributes.get("type", "").lower() in ("submit", "button", "reset"):
            wanted.append("value")
        for attribute in wanted:
            match = _ATTRIBUTES[attribute].search(raw)
            group = next((number for number in (1, 2, 3) if match and match.group(number)), 0)
            if match and group and match.group(group).strip():
                start, end = match.span(group)
                kept = match.group(group)
                start += len(kept) - len(kept.lstrip())
                end -= len(kept) - len(kept.rstrip())
                quote = {1: '"', 2: "'"}.get(group, "")
                if quote:
                    yield Stretch(tag.start() + start, tag.start() + end, Kind.STRING, 0, False, quote)


def _count_words(text: str) -> int:
    """Count the words a browser would show, from the raw file and without knowledge of blocks."""
    shown: list[str] = []
    hidden = ""
    """What ends the comment or element that is not shown."""
    for number, piece in enumerate(text.split("<")):
        tag, _, rest = piece.partition(">")
        if number == 0:
            shown.append(piece)
        elif hidden == "-->" or piece.startswith("!--"):
            hidden = "" if "-->" in piece else "-->"
            shown.append(piece.rpartition("-->")[2] if not hidden else "")
        else:
            name = re.split(r"[\s/]", tag.lower(), maxsplit=1)[0] or tag.lower().strip("/ ")
            if hidden:
                hidden = "" if tag.lower().startswith(hidden) else hidden
            elif name in OPAQUE:
                hidden = f"/{name}"
            if not hidden:
                shown.append(rest if name.strip("/") in INLINE - {"br"} else " " + rest)
    return len("".join(shown).replace("&nbsp;", " ").split())


FORMAT = Html()
