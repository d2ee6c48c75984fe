"""DOCX: Word documents (ISO/IEC 29500, transitional and strict)."""

import posixpath
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from reviewer.formats.format import Content, Unit, UnitInsert
from reviewer.formats.markup import Xml, escape, open_xml, unescape
from reviewer.formats.package import Package, related
from reviewer.formats.wordprocessing.docx_paragraphs import FORMATS, Paragraph
from reviewer.formats.wordprocessing.docx_scanner import WordScanner, word_prefix
from reviewer.formats.wordprocessing.docx_texts import Change, changes, read
from reviewer.formats.writing import Edits, WritableFormat
from reviewer.model.errors import InputError
from reviewer.model.segment import Kind, without_codes

_RELATED = ("footnotes", "endnotes", "header", "footer")
_STYLE = re.compile(r"<(\w+:)?style\b[^>]*>.*?</\1style>", re.DOTALL)
_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
_SECTION = re.compile(rb"<(\w+:)?sectPr\b[^>]*(?:/>|>.*?</\1sectPr>)", re.DOTALL)
_TEXT_OR_BREAK = re.compile(r"<(?:\w+:)?t(?: [^>]*)?>([^<]*)|(</(?:\w+:)?p>|<(?:\w+:)?(?:tab|br|cr)\b)")
_NOT_TEXT = re.compile(
    r"<(?P<name>\w+:(?:Fallback|del|moveFrom|instrText|delText|pPr|rPr))\b[^>]*(?<!/)>.*?</(?P=name)>", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class _Styles:
    """What a document's styles say of paragraphs and characters, by style id."""

    headings: Mapping[str, int]
    lists: frozenset[str]
    characters: Mapping[str, frozenset[str]]
    language: str | None


class DocxPart(NamedTuple):
    """A part of the document that holds text."""

    name: str
    xml: Xml
    prefix: str
    paragraphs: Sequence[Paragraph]
    """Those that have text, unless others were asked for."""


class Docx(WritableFormat):
    """DOCX: the body, then notes, headers and footers."""

    id = "docx"
    title = "Word document (DOCX)"
    extensions = ("docx", "docm", "dotx")

    def sniff(self, data: bytes, name: str) -> float:
        """Say how sure, by the names in the package's directory."""
        return 0.9 if data.startswith(b"PK\x03\x04") and b"word/" in data and b"[Content_Types]" in data else 0.0

    def read(self, data: bytes, options: Mapping[str, str]) -> Content:
        """Return the paragraphs, the text of tracked changes as if they were accepted."""
        package = Package(data)
        styles = _styles(package)
        units: list[Unit] = []
        words = 0
        for part in _parts(package, styles):
            words += _count_words(part.xml.data.decode())
            for number, paragraph in enumerate(part.paragraphs, 1):
                reading = read(part.xml.data, paragraph)
                kind, level = _kind(part.name, paragraph, styles)
                id = f"{posixpath.basename(part.name).removesuffix('.xml')}/{number}"
                units.append(Unit(id, reading.text, None, kind, level, codes=reading.codes))
        return Content(tuple(units), languages=(styles.language, None), words_in_file=words)

    def edited(self, data: bytes, options: Mapping[str, str], edits: Edits) -> bytes:
        """Return the document with those paragraphs changed; every other part stays as it is packed."""
        package = Package(data)
        parts = _parts(package, _styles(package))
        places = [(part, paragraph) for part in parts for paragraph in part.paragraphs]
        replaced: dict[str, list[Change]] = {}
        for edit in edits.texts:
            part, paragraph = places[edit.index]
            old = read(part.xml.data, paragraph).text
            replaced.setdefault(part.name, []).extend(changes(part.xml.data, part.prefix, paragraph, edit.text))
            twin = paragraph.twin
            if twin and read(part.xml.data, twin).text == old:
                replaced[part.name] += changes(part.xml.data, part.prefix, twin, edit.text)
        for insert in edits.inserts:
            part, change = _inserted(places, insert)
            replaced.setdefault(part.name, []).append(change)
        new = {}
        for part in parts:
            if replaced.get(part.name):
                try:
                    new[part.name] = part.xml.spliced(replaced[part.name])
                except ValueError:
                    raise InputError(
                        "A paragraph whose tags were moved has a text box that was edited as well. "
                        "Put the tags back where they were."
                    ) from None
        return package.replaced(new)


def docx_parts(package: Package, *, empty: bool = False) -> list[DocxPart]:
    """Return the parts with text in reading order; with `empty` their paragraphs without text as well."""
    return _parts(package, _styles(package), empty=empty)


def _parts(package: Package, styles: _Styles, *, empty: bool = False) -> list[DocxPart]:
    main = _main(package)
    relations = list(related(package, main))
    names = [main, *(each.target for kind in _RELATED for each in relations if each.type == kind)]
    parts = []
    for name in dict.fromkeys(names):
        if name not in package and name != main:
            continue
        xml = open_xml(package.read(name))
        scanner = WordScanner(xml.data, styles.characters)
        scanner.scan()
        paragraphs = [each for each in scanner.paragraphs if empty or _has_text(xml.data, each)]
        parts.append(DocxPart(name, xml, word_prefix(xml.data), paragraphs))
    return parts


def _has_text(data: bytes, paragraph: Paragraph) -> bool:
    return bool(without_codes(read(data, paragraph).text).strip())


def _main(package: Package) -> str:
    return next((each.target for each in related(package) if each.type == "officeDocument"), "word/document.xml")


def _styles(package: Package) -> _Styles:
    relations = related(package, _main(package))
    part = next((each.target for each in relations if each.type == "styles"), "word/styles.xml")
    text = package.read(part).decode("utf-8", "replace") if part in package else ""
    headings: dict[str, int] = {}
    lists: set[str] = set()
    characters: dict[str, frozenset[str]] = {}
    for match in _STYLE.finditer(text):
        style = match.group()
        id = _value(style, "styleId")
        title = _value(style, "name")
        heading = _HEADING.fullmatch(title)
        if heading or title.lower() == "title":
            headings[id] = int(heading.group(1)) if heading else 1
        elif "numPr" in style or title.lower().startswith("list "):
            lists.add(id)
        characters[id] = frozenset(
            shown
            for property, shown in FORMATS.items()
            if re.search(rf'<(?:\w+:)?{property}(?:/>| [^>]*val="(?!0"|false"|off"|none"|auto")|>)', style)
        )
    defaults = re.search(r"<(?:\w+:)?lang\b[^>]*\bval=[\"']([A-Za-z0-9-]+)", text)
    return _Styles(headings, frozenset(lists), characters, defaults.group(1) if defaults else None)


def _value(style: str, name: str) -> str:
    """Return a style's attribute of that name, or the value of its element of that name."""
    match = re.search(rf"<(?:\w+:)?{name}\b[^>]*\bval=[\"']([^\"']*)|\b{name}=[\"']([^\"']*)", style)
    return unescape(match.group(1) or match.group(2) or "") if match else ""


def _kind(part: str, paragraph: Paragraph, styles: _Styles) -> tuple[Kind, int]:
    if paragraph.style in styles.headings:
        return Kind.HEADING, styles.headings[paragraph.style]
    if "notes" in posixpath.basename(part):
        return Kind.NOTE, 0
    if paragraph.list_level or paragraph.style in styles.lists:
        return Kind.LIST_ITEM, max(1, paragraph.list_level)
    return (Kind.CELL if paragraph.cell else Kind.PARAGRAPH), 0


def _inserted(places: Sequence[tuple[DocxPart, Paragraph]], insert: UnitInsert) -> tuple[DocxPart, Change]:
    """Return a new paragraph that looks like the one before it."""
    if not places:
        raise InputError("The document has no paragraph to put a new one behind. Type one in Word first.")
    part, paragraph = places[max(insert.after, 0)]
    prefix = part.prefix
    run = next((piece.run for piece in paragraph.pieces if piece.run and piece.shown), None)
    look = run.properties.decode() if run else ""
    properties = _SECTION.sub(b"", paragraph.properties).decode()
    breaks = f'</{prefix}t><{prefix}br/><{prefix}t xml:space="preserve">'
    text = escape(without_codes(insert.text)).replace("\n", breaks)
    new = (
        f'<{prefix}p>{properties}<{prefix}r>{look}<{prefix}t xml:space="preserve">{text}</{prefix}t>'
        f"</{prefix}r></{prefix}p>"
    )
    at = paragraph.at if insert.after < 0 else paragraph.after
    return part, (at, at, new.encode())


def _count_words(xml: str) -> int:
    """Count words in a part by its raw text, without the scanner's knowledge of paragraphs."""
    pieces = _TEXT_OR_BREAK.findall(_NOT_TEXT.sub("", xml))
    return len("".join(" " if broken else text for text, broken in pieces).split())


FORMAT = Docx()
