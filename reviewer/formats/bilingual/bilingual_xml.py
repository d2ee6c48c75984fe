"""Bilingual XML files: what XLIFF, TMX and Qt Linguist files have in common."""

import re
from abc import abstractmethod
from array import array
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from reviewer.formats.bilingual.recent import Recent
from reviewer.formats.encoding import head_of
from reviewer.formats.format import Content, Unit, UnitEdit
from reviewer.formats.inline import Codes, Dialect, plain
from reviewer.formats.markup import (
    MAX_DEPTH,
    Scanner,
    Stretch,
    Xml,
    attributes_of,
    local,
    open_xml,
    root_of,
    tag_end,
    too_deep,
)
from reviewer.formats.writing import Edits, WritableFormat
from reviewer.model.errors import InputError
from reviewer.model.segment import Code, Kind, State

NOWHERE = -1

_VERSION = re.compile(r"""<(?:[\w.-]+:)?xliff\s[^>]*?(?<=\s)version\s*=\s*["'](\d)""")

Change = tuple[int, int, bytes]
"""A stretch of the UTF-8 file and what to put there."""


ABSENT = Stretch(NOWHERE, NOWHERE, NOWHERE, NOWHERE)


class Site(NamedTuple):
    """Where the parts of a unit are in the file; `NOWHERE` for what it does not have."""

    unit: int
    """The start tag of the unit."""
    source: int
    source_end: int
    """The content of the source."""
    target: Stretch
    insert: int
    """Where a translation goes that is not there yet."""
    state: int
    """The tag that holds the state where that is neither the unit's nor the target's own."""
    locked: bool


class Sites:
    """The sites of all units of a file, in ten numbers each: a large file has a million."""

    _WIDTH = 10

    def __init__(self) -> None:
        self._numbers = array("q")

    def append(self, site: Site) -> None:
        """Add the next unit's."""
        unit, source, source_end, target, insert, state, locked = site
        self._numbers.extend((unit, source, source_end, *target, insert, state, locked))

    def __len__(self) -> int:
        return len(self._numbers) // self._WIDTH

    def __getitem__(self, index: int) -> Site:
        numbers = self._numbers[index * self._WIDTH : (index + 1) * self._WIDTH]
        unit, source, source_end, at, inner, end, after, insert, state, locked = numbers
        return Site(unit, source, source_end, Stretch(at, inner, end, after), insert, state, bool(locked))


class UnitScanner(Scanner):
    """Collects the units of a bilingual XML file.

    A subclass calls `add` for each unit; this class keeps the stack of elements, what is being skipped,
    and ids apart.
    """

    dialect = Dialect()

    def __init__(self, data: bytes, options: Mapping[str, str]) -> None:
        super().__init__(data)
        self.options = options
        self.units: list[Unit] = []
        self.sites = Sites()
        self.languages: tuple[str | None, str | None] = (None, None)
        self.warnings: list[str] = []
        self.found: dict[str, str] = {}
        """Options found out."""
        self._ids: set[str] = set()
        self._repeated: dict[str, int] = {}
        """How often ids were given that the file gives several times."""
        self._names: dict[str, str] = {}
        self.stack: list[str] = []
        self._skip = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.stack.append(name)
        if self._skip:
            return
        if len(self.stack) > MAX_DEPTH:
            raise too_deep()
        short = self._names.get(name)
        if short is None:
            short = self._names[name] = local(name)
        self.enter(short, attributes)

    def end(self, name: str) -> None:
        self.stack.pop()
        if self._skip:
            if len(self.stack) < self._skip:
                self._skip = 0
            return
        self.leave(self._names[name])

    @abstractmethod
    def enter(self, name: str, attributes: dict[str, str]) -> None:
        """Take a start tag, name without prefix; `len(self.stack)` is its depth."""

    @abstractmethod
    def leave(self, name: str) -> None:
        """Take an end tag; the element is off the stack."""

    def skip(self) -> None:
        """Leave the element just entered, and all in it, aside."""
        self._skip = len(self.stack)

    def add(
        self,
        id: str,
        site: Site,
        state: State | None = None,
        note: str = "",
        kind: Kind = Kind.PARAGRAPH,
    ) -> None:
        """Add a unit with the texts that stand at its site."""
        if id in self._ids:
            count = self._repeated.get(id, 1) + 1
            while f"{id}#{count}" in self._ids:
                count += 1
            self._repeated[id] = count
            id = f"{id}#{count}"
        self._ids.add(id)
        inner = self.data[site.source : site.source_end]
        target = site.target
        translated = self.data[target.inner : target.end] if target.at != NOWHERE else b""
        source, text = plain(inner), plain(translated)
        codes: tuple[Code, ...] = ()
        source_codes: tuple[Code, ...] = ()
        if source is None or text is None:
            table = Codes(self.dialect)
            source = table.read(inner.decode())
            source_codes = tuple(table.codes)
            text = table.read(translated.decode())
            codes = tuple(table.codes)
        self.units.append(Unit(id, text, source, kind, 0, state, note, site.locked, codes, source_codes))
        self.sites.append(site)


class BilingualXml(WritableFormat):
    """A bilingual XML format; subclasses name themselves and their scanner."""

    bilingual = True
    no_inserts = "A bilingual file has its units from its source; none can be added."
    root: str
    scanner: type[UnitScanner]

    def __init__(self) -> None:
        self._recent: Recent[Sites] = Recent("encoding", "source", "target")

    def sniff(self, data: bytes, name: str) -> float:
        """Say how sure, by the first element and what `marks` says of it."""
        head = head_of(data)
        return self.marks(head) if local(root_of(head)) == self.root else 0.0

    def marks(self, head: str) -> float:
        """Say how sure it is of a file that begins so and has the right first element."""
        return 0.9

    def read(self, data: bytes, options: Mapping[str, str]) -> Content:
        """Return the units, source and translation."""
        xml = open_xml(data, options)
        scanner = self._scanned(xml, options)
        content = Content(
            tuple(scanner.units),
            bilingual=True,
            languages=scanner.languages,
            options={**xml.options, **scanner.found},
            warnings=tuple(scanner.warnings),
        )
        for known in (options, content.options):
            self._recent.put(data, known, scanner.sites)
        return content

    def edited(self, data: bytes, options: Mapping[str, str], edits: Edits) -> bytes:
        """Return the file with those translations, and their states, changed."""
        xml = open_xml(data, options)
        sites = self._recent.get(data, options)
        if sites is None:
            sites = self._scanned(xml, options).sites
        changes: list[Change] = []
        missing: list[tuple[Site, UnitEdit, str]] = []
        for edit in edits.texts:
            site = sites[edit.index]
            if site.locked:
                raise InputError(
                    f"Unit {edit.index + 1} is locked in the file. Unlock it in the program that made the "
                    "file, or leave it as it was."
                )
            inner = self._edited(xml, site, edit)
            if site.target.at != NOWHERE:
                changes += self._in_target(xml, site, edit, inner)
            elif inner:
                missing.append((site, edit, inner))
            changes += self.state_changes(xml, site, edit)
        changes += self.new_targets(xml, missing)
        # Two segments of a unit may both ask for the same change of its tag.
        places = {(start, end) if start < end else (start, end, new): new for start, end, new in changes}
        return xml.spliced((start, end, new) for (start, end, *_), new in places.items())

    def _edited(self, xml: Xml, site: Site, edit: UnitEdit) -> str:
        """Return the new content of the translation."""
        codes = Codes(self.scanner.dialect)
        codes.read(xml.data[site.source : site.source_end].decode())
        target = site.target
        inner = xml.data[target.inner : target.end].decode() if target.at != NOWHERE else ""
        return inner if codes.read(inner) == edit.text else codes.write(inner, edit.text)

    def _in_target(self, xml: Xml, site: Site, edit: UnitEdit, inner: str) -> Iterator[Change]:
        target = site.target
        tag = xml.data[target.at : target.inner].decode()
        changed = self.target_tag(tag, edit)
        if inner and tag.endswith("/>"):
            yield target.at, target.inner, f"{changed[:-2].rstrip()}>{inner}</{name_of(tag)}>".encode()
            return
        if changed != tag:
            yield target.at, target.inner, changed.encode()
        if not tag.endswith("/>"):
            yield target.inner, target.end, inner.encode()

    def target_tag(self, tag: str, edit: UnitEdit) -> str:
        """Return the translation's start tag with the edit's state, where this format has it there."""
        return tag

    @abstractmethod
    def new_targets(self, xml: Xml, missing: Sequence[tuple[Site, UnitEdit, str]]) -> Iterator[Change]:
        """Yield what puts translations in that are not there yet: (site, edit, content) of each."""

    def state_changes(self, xml: Xml, site: Site, edit: UnitEdit) -> Iterator[Change]:
        """Yield what the edit's state changes outside the translation."""
        yield from ()

    def _scanned(self, xml: Xml, options: Mapping[str, str]) -> UnitScanner:
        scanner = self.scanner(xml.data, options)
        scanner.scan()
        return scanner


def tag_at(xml: Xml, at: int) -> tuple[str, dict[str, str]]:
    """Return the tag that begins at a place, and its attributes."""
    tag = xml.data[at : tag_end(xml.data, at)].decode()
    return tag, attributes_of(tag)


def xliff_version(head: str) -> str:
    """Return the first digit of the version an XLIFF file says it is, empty where it does not."""
    match = _VERSION.search(head)
    return match.group(1) if match else ""


def name_of(tag: str) -> str:
    """Return the name, prefix included, in a start tag."""
    return tag[1:].rstrip("/>").split(maxsplit=1)[0]


def beside(xml: Xml, sibling: int, element: str) -> str:
    """Return `element` with the line end and indentation its sibling's start tag has before it."""
    line = xml.data.rfind(b"\n", 0, sibling) + 1
    indent = xml.data[line:sibling]
    return f"{xml.newline}{indent.decode()}{element}" if line and not indent.strip() else element
