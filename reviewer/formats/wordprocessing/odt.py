"""ODT: OpenDocument text (ODF 1.3)."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from reviewer.formats.format import Content, Unit, UnitInsert
from reviewer.formats.markup import MAX_DEPTH, Scanner, Stretch, Xml, attributes_of, escape_value, open_xml, too_deep
from reviewer.formats.package import Package
from reviewer.formats.wordprocessing.odt_inline import OdtCodes
from reviewer.formats.writing import Edits, WritableFormat
from reviewer.model.errors import InputError
from reviewer.model.segment import Kind, without_codes

_PARTS = ("content.xml", "styles.xml")
_STYLE = re.compile(r"<style:style\b[^>]*?(?:/>|>.*?</style:style>)", re.DOTALL)
_SHOWN = (
    (r'fo:font-weight="(?:bold|[6-9]00)"', "b", "bold"),
    (r'fo:font-style="(?:italic|oblique)"', "i", "italic"),
    (r'style:text-underline-style="(?!none)', "u", "underline"),
    (r'style:text-line-through-style="(?!none)', "s", "strike"),
    (r'style:text-position="(?:super|[1-9])', "sup", "superscript"),
    (r'style:text-position="(?:sub|-[1-9])', "sub", "subscript"),
    (r'fo:background-color="#', "f", "colour"),
)
_LANGUAGE = re.compile(
    r'<style:default-style\b.*?\bfo:language="([a-z]{2,3})"(?:[^>]*?\bfo:country="([A-Z]{2}))?', re.DOTALL
)
_HIDDEN = re.compile(r"<(text:tracked-changes|office:annotation)\b[^>]*>.*?</\1>", re.DOTALL)
_FIELD = re.compile(r"<(text:(?!(?:p|h|span|a)\b)[a-z-]+)\b[^>]*>[^<]*</\1>")
_BREAK = re.compile(r"</text:(?:p|h|note-citation)>|<text:(?:s|tab|line-break)\b[^>]*>")
_UNSEEN = frozenset(
    (
        "text:tracked-changes office:annotation office:scripts office:forms text:index-title-template "
        "text:table-of-content-source text:alphabetical-index-source text:illustration-index-source"
    ).split()
)


class _Paragraph(NamedTuple):
    stretch: Stretch
    kind: Kind
    level: int
    depth: int
    """0, or how many paragraphs it stands in: in a note or a frame of them."""
    style: str


class _Scanner(Scanner):
    """Collects the paragraphs and headings of a part."""

    def __init__(self, data: bytes) -> None:
        super().__init__(data)
        self.paragraphs: list[_Paragraph] = []
        self._stack: list[str] = []
        self._hidden = 0
        self._open: list[tuple[int, int, int, Kind, int, str]] = []
        """Place in `paragraphs`, start tag, kind, level and style of the paragraphs that are open."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._stack.append(name)
        if len(self._stack) > MAX_DEPTH:
            raise too_deep()
        if self._hidden:
            return
        if name in _UNSEEN:
            self._hidden = len(self._stack)
        elif name in ("text:p", "text:h"):
            kind, level = self._kind(name, attributes.get("text:outline-level", "1"))
            style = attributes.get("text:style-name", "")
            self._open.append((len(self.paragraphs), *self.opened(), kind, level, style))
            self.paragraphs.append(_Paragraph(Stretch(0, 0, 0, 0), kind, level, len(self._open) - 1, style))

    def end(self, name: str) -> None:
        depth = len(self._stack)
        self._stack.pop()
        if self._hidden:
            if depth == self._hidden:
                self._hidden = 0
        elif name in ("text:p", "text:h") and self._open:
            place, at, inner, *_ = self._open.pop()
            self.paragraphs[place] = self.paragraphs[place]._replace(stretch=self.closed(at, inner))

    def _kind(self, name: str, level: str) -> tuple[Kind, int]:
        if name == "text:h":
            return Kind.HEADING, int(level) if level.isdecimal() and len(level) < 3 else 1
        if "text:note-body" in self._stack:
            return Kind.NOTE, 0
        if items := self._stack.count("text:list-item"):
            return Kind.LIST_ITEM, items
        return (Kind.CELL if "table:table-cell" in self._stack else Kind.PARAGRAPH), 0


class _Part(NamedTuple):
    name: str
    xml: Xml
    paragraphs: Sequence[_Paragraph]
    """Those that have text."""


class Odt(WritableFormat):
    """ODT: the body with its notes and frames, then headers and footers."""

    id = "odt"
    title = "OpenDocument text (ODT)"
    extensions = ("odt", "ott")

    def sniff(self, data: bytes, name: str) -> float:
        """Say how sure: the package begins with its type, or its manifest names it."""
        if not data.startswith(b"PK") or b"content.xml" not in data:
            return 0.0
        if b"application/vnd.oasis.opendocument" in data[:200]:
            return 0.95 if b"opendocument.text" in data[:200] else 0.0
        try:
            manifest = Package(data).read("META-INF/manifest.xml")
        except InputError:
            return 0.0
        return 0.9 if b'"application/vnd.oasis.opendocument.text' in manifest else 0.0

    def read(self, data: bytes, options: Mapping[str, str]) -> Content:
        """Return the paragraphs that have text, the tracked changes as if they were accepted."""
        package = Package(data)
        styles = _styles(package)
        units: list[Unit] = []
        for part in _parts(package, styles):
            for number, paragraph in enumerate(part.paragraphs, 1):
                codes = OdtCodes(styles)
                text = codes.read(_inner(part.xml, paragraph))
                id = f"{part.name.removesuffix('.xml')}/{number}"
                units.append(Unit(id, text, None, paragraph.kind, paragraph.level, codes=tuple(codes.codes)))
        words = _count_words(package.read("content.xml").decode("utf-8", "replace"))
        return Content(tuple(units), languages=(_language(package), None), words_in_file=words)

    def edited(self, data: bytes, options: Mapping[str, str], edits: Edits) -> bytes:
        """Return the document with those paragraphs changed; every other part stays as it is packed."""
        package = Package(data)
        styles = _styles(package)
        # A note stands inside the paragraph it belongs to, so the innermost are changed first.
        for depth in (2, 1, 0):
            parts = _parts(package, styles)
            places = [(part, paragraph) for part in parts for paragraph in part.paragraphs]
            changes: dict[str, list[tuple[int, int, bytes]]] = {}
            for edit in edits.texts:
                part, paragraph = places[edit.index]
                if min(paragraph.depth, 2) != depth:
                    continue
                inner = _inner(part.xml, paragraph)
                codes = OdtCodes(styles)
                if codes.read(inner) != edit.text:
                    new = codes.write(inner, edit.text).encode()
                    changes.setdefault(part.name, []).append((paragraph.stretch.inner, paragraph.stretch.end, new))
            if depth == 0:
                for insert in edits.inserts:
                    part, change = _inserted(places, insert)
                    changes.setdefault(part.name, []).append(change)
            new_parts = {part.name: part.xml.spliced(changes[part.name]) for part in parts if part.name in changes}
            data = package.replaced(new_parts)
            package = Package(data)
        return data


def _parts(package: Package, styles: Mapping[str, tuple[str, str]]) -> list[_Part]:
    manifest = package.read("META-INF/manifest.xml") if "META-INF/manifest.xml" in package else b""
    if b"encryption-data" in manifest:
        raise InputError("The document is protected by a password. Save a copy without one and open that.")
    parts = []
    for name in _PARTS:
        if name == "styles.xml" and name not in package:
            continue
        xml = open_xml(package.read(name))
        scanner = _Scanner(xml.data)
        scanner.scan()
        paragraphs = [
            each
            for each in scanner.paragraphs
            if each.stretch.end > each.stretch.inner and without_codes(OdtCodes(styles).read(_inner(xml, each))).strip()
        ]
        parts.append(_Part(name, xml, paragraphs))
    return parts


def _inner(xml: Xml, paragraph: _Paragraph) -> str:
    return xml.data[paragraph.stretch.inner : paragraph.stretch.end].decode()


def _styles(package: Package) -> dict[str, tuple[str, str]]:
    """Return the label and style of each text style that looks like something."""
    found = {}
    for part in _PARTS:
        text = package.read(part).decode("utf-8", "replace") if part in package else ""
        for style in _STYLE.findall(text):
            if 'style:family="text"' in style:
                seen = [(label, name) for pattern, label, name in _SHOWN if re.search(pattern, style)]
                if seen:
                    name = attributes_of(style[: style.index(">") + 1]).get("style:name", "")
                    found[name] = "".join(label for label, _ in seen), " ".join(shown for _, shown in seen)
    return found


def _language(package: Package) -> str | None:
    styles = package.read("styles.xml").decode("utf-8", "replace") if "styles.xml" in package else ""
    match = _LANGUAGE.search(styles)
    return "-".join(filter(None, match.groups())) if match else None


def _count_words(xml: str) -> int:
    """Count words by the raw text of the body, without the scanner's knowledge of paragraphs."""
    body = _HIDDEN.sub("", xml[xml.find("<office:body") :])
    body = _BREAK.sub(" ", _FIELD.sub("", body))
    return len(re.sub(r"<[^>]*>", "", body).split())


def _inserted(places: Sequence[tuple[_Part, _Paragraph]], insert: UnitInsert) -> tuple[_Part, tuple[int, int, bytes]]:
    """Return a new paragraph behind another one, outside of any note."""
    index = next((n for n in range(max(insert.after, 0), -1, -1) if n < len(places) and places[n][1].depth == 0), None)
    if index is None:
        raise InputError("The document has no paragraph to put a new one behind. Type one in its own program first.")
    part, paragraph = places[index]
    kept = paragraph.style if paragraph.kind is not Kind.HEADING else ""
    style = f' text:style-name="{escape_value(kept)}"' if kept else ""
    new = f"<text:p{style}>{OdtCodes({}).escape(without_codes(insert.text))}</text:p>".encode()
    at = paragraph.stretch.at if insert.after < 0 else paragraph.stretch.after
    return part, (at, at, new)


FORMAT = Odt()
