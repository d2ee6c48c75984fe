"""EPUB: books of XHTML chapters (EPUB 3.3), read in the order of their spine."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from urllib.parse import unquote

from reviewer.formats.format import Content, Unit, UnitEdit, UnitInsert
from reviewer.formats.markup import attributes_of, unescape
from reviewer.formats.package import Package
from reviewer.formats.web.html import FORMAT as HTML
from reviewer.formats.writing import Edits, WritableFormat
from reviewer.model.errors import InputError

_TAG = r"<(?:[\w.-]+:)?{}\b[^>]*>"
_ROOTFILE, _ITEM, _ITEMREF, _CIPHER = (
    re.compile(_TAG.format(name)) for name in ("rootfile", "item", "itemref", "CipherReference")
)
_LANGUAGE = re.compile(r"<(?:[\w.-]+:)?language\b[^>]*>\s*([A-Za-z0-9-]+)\s*<")
_PAGES = ("application/xhtml+xml", "text/html")


class _Chapter(NamedTuple):
    name: str
    data: bytes
    content: Content
    first: int
    """Number of its first unit in the book."""


class Epub(WritableFormat):
    """EPUB."""

    id = "epub"
    title = "E-book (EPUB)"
    extensions = ("epub",)

    def sniff(self, data: bytes, name: str) -> float:
        """Say how sure: the package begins with its type, or has a container file."""
        if not data.startswith(b"PK\x03\x04"):
            return 0.0
        return 0.95 if b"application/epub+zip" in data[:200] else 0.8 if b"META-INF/container.xml" in data else 0.0

    def read(self, data: bytes, options: Mapping[str, str]) -> Content:
        """Return the texts of all chapters."""
        package = Package(data)
        units: list[Unit] = []
        words = 0
        for chapter in _chapters(package):
            name = posixpath.splitext(posixpath.basename(chapter.name))[0]
            units += (unit._replace(id=f"{chapter.first + 1} {name}/{unit.id}") for unit in chapter.content.units)
            words += chapter.content.words_in_file or 0
        language = _LANGUAGE.search(_text(package, _opf(package)))
        return Content(tuple(units), languages=(language.group(1) if language else None, None), words_in_file=words)

    def edited(self, data: bytes, options: Mapping[str, str], edits: Edits) -> bytes:
        """Return the book with those texts changed; every other part stays as it is packed."""
        package = Package(data)
        changed = {}
        for chapter in _chapters(package):
            texts, inserts = _of_chapter(chapter, edits)
            if texts or inserts:
                changed[chapter.name] = HTML.write(chapter.data, chapter.content.options, texts, inserts)
        return package.replaced(changed)


def _of_chapter(chapter: _Chapter, edits: Edits) -> tuple[list[UnitEdit], list[UnitInsert]]:
    """Return the edits of a chapter, numbered as it numbers its units."""
    first, last = chapter.first, chapter.first + len(chapter.content.units)
    texts = [UnitEdit(edit.index - first, edit.text, edit.state) for edit in edits.texts if first <= edit.index < last]
    inserts = [
        UnitInsert(insert.after - first, insert.text)
        for insert in edits.inserts
        if first <= insert.after < last or insert.after < first == 0
    ]
    return texts, inserts


def _chapters(package: Package) -> Iterator[_Chapter]:
    """Yield the pages of the book in reading order.

    Raises:
        InputError: they are encrypted, or a part is missing.
    """
    opf = _opf(package)
    text = _text(package, opf)
    items = {}
    for tag in _ITEM.findall(text):
        attributes = attributes_of(tag)
        if attributes.get("media-type") in _PAGES:
            name = posixpath.normpath(posixpath.join(posixpath.dirname(opf), unquote(attributes.get("href", ""))))
            items[attributes.get("id", "")] = name
    spine = [attributes_of(tag).get("idref", "") for tag in _ITEMREF.findall(text)]
    encrypted = _encrypted(package)
    first = 0
    # The table of contents is often not in the spine, and is to be translated nevertheless.
    for id in dict.fromkeys([*spine, *items]):
        name = items.get(id, "")
        if name not in package:
            continue
        if name in encrypted:
            raise InputError("The book is protected against copying. Ask its publisher for one that is not.")
        data = package.read(name)
        content = HTML.read(data, {})
        yield _Chapter(name, data, content, first)
        first += len(content.units)


def _opf(package: Package) -> str:
    """Return the name of the part that lists all others."""
    tag = _ROOTFILE.search(_text(package, "META-INF/container.xml"))
    return attributes_of(tag.group()).get("full-path", "") if tag else ""


def _encrypted(package: Package) -> frozenset[str]:
    name = "META-INF/encryption.xml"
    tags = _CIPHER.findall(_text(package, name)) if name in package else []
    return frozenset(unquote(unescape(attributes_of(tag).get("URI", ""))) for tag in tags)


def _text(package: Package, name: str) -> str:
    return package.read(name).decode("utf-8", "replace")


FORMAT = Epub()
