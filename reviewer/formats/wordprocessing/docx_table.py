"""Bilingual tables in DOCX, as Trados, memoQ and others make them for review: a row a segment, a column a language."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from reviewer.formats.format import Content, Unit, UnitEdit
from reviewer.formats.package import Package
from reviewer.formats.tables.columns import Columns, by_header, choose
from reviewer.formats.wordprocessing.docx import FORMAT as DOCX
from reviewer.formats.wordprocessing.docx import DocxPart, docx_parts
from reviewer.formats.wordprocessing.docx_paragraphs import Paragraph
from reviewer.formats.wordprocessing.docx_texts import Change, changes, read
from reviewer.formats.writing import Edits, WritableFormat
from reviewer.model.errors import InputError
from reviewer.model.segment import Kind, State, without_codes

_HEADER_ROWS = 3
"""Rows among which the headings are looked for: memoQ writes about the file first."""
_STATES: tuple[tuple[str, State | None], ...] = (
    (r"not (?:started|translated)|untranslated|new\b", State.INITIAL),
    (r"reject|translation rejected|sign-off rejected|needs|fuzzy", State.NEEDS_WORK),
    (r"signed[ -]off|final|locked", State.FINAL),
    (r"translation approved|approved|reviewe|proofread|confirmed \(r", State.REVIEWED),
    (r"draft|edited|translated|confirmed|pre-translated|pretranslated", State.TRANSLATED),
)
"""How states begin in Trados Studio and memoQ."""


class _Row(NamedTuple):
    """A row of a table: the paragraphs of each of its cells, by column."""

    part: DocxPart
    table: int
    number: int
    cells: Mapping[int, Sequence[Paragraph]]

    def text(self, column: int | None) -> str:
        """Return what a cell says, codes left out."""
        if column is None:
            return ""
        return "\n".join(_plain(self.part, paragraph) for paragraph in self.cells.get(column, ())).strip()


class _Place(NamedTuple):
    row: _Row
    paragraph: Paragraph
    unit: Unit


class DocxTable(WritableFormat):
    """Bilingual DOCX tables. Options: `source`, `target`, `id`, `note`, `state`, each a number, letter or heading."""

    id = "docx-table"
    title = "Bilingual table (DOCX)"
    extensions = ("docx",)
    no_inserts = "A row of a bilingual table cannot be added from here. Add it in the program that made the table."

    def sniff(self, data: bytes, name: str) -> float:
        """Say how sure: more words stand in columns of two languages than outside of tables."""
        if not DOCX.sniff(data, name):
            return 0.0
        try:
            package = Package(data)
            if b":tbl>" not in package.read("word/document.xml"):
                return 0.0
            places, _ = _read(package, {})
            body = docx_parts(package)[0]
            outside = sum(len(_plain(body, each).split()) for each in body.paragraphs if each.cell is None)
        except InputError:
            return 0.0
        inside = sum(len(f"{place.unit.source} {place.unit.text}".split()) for place in places)
        return 0.95 if places and inside > outside else 0.0

    def read(self, data: bytes, options: Mapping[str, str]) -> Content:
        """Return the rows that have a source or a translation.

        Raises:
            InputError: no table has such columns.
        """
        places, columns = _read(Package(data), options)
        return Content(
            tuple(place.unit for place in places),
            bilingual=columns.source is not None,
            languages=columns.languages,
            options=columns.options,
            warnings=("Text outside the columns was left out.",),
        )

    def edited(self, data: bytes, options: Mapping[str, str], edits: Edits) -> bytes:
        """Return the document with those cells changed; every other part stays as it is packed."""
        package = Package(data)
        places, _ = _read(package, options)
        replaced: dict[str, list[Change]] = defaultdict(list)
        for edit in edits.texts:
            place = places[edit.index]
            replaced[place.row.part.name] += _changes(place, edit)
        return package.replaced(
            {part.name: part.xml.spliced(replaced[part.name]) for part in docx_parts(package) if part.name in replaced}
        )


def _changes(place: _Place, edit: UnitEdit) -> Iterator[Change]:
    data, prefix, paragraph = place.row.part.xml.data, place.row.part.prefix, place.paragraph
    tag = data[paragraph.at : paragraph.after]
    if edit.text == place.unit.text:
        return
    if not tag.endswith(b"/>") or b">" in tag[:-1]:
        yield from changes(data, prefix, paragraph, edit.text)
        return
    # An empty paragraph written as one tag has to be opened first.
    for _, _, new in changes(data, prefix, paragraph, edit.text):
        yield paragraph.at, paragraph.after, tag[:-2].rstrip() + b">" + new + f"</{prefix}p>".encode()


def _read(package: Package, options: Mapping[str, str]) -> tuple[list[_Place], Columns]:
    """Return the units of all tables that have the columns, and what the columns of the first are."""
    first: Columns | None = None
    places: list[_Place] = []
    for rows in _tables(package):
        head = next((n for n, row in enumerate(rows[:_HEADER_ROWS]) if by_header(_texts(row))), None)
        columns = choose([_texts(row) for row in rows[head or 0 :]], options) if head is not None or options else None
        if columns is None or (head is None and first):
            continue
        first = first or columns
        for row in rows[(head or 0) + columns.header :]:
            places += _units(row, columns)
    if first is None:
        raise InputError("The document has no table with a column for each language. Open it as a document.")
    return places, first


def _tables(package: Package) -> Iterator[list[_Row]]:
    for part in docx_parts(package, empty=True):
        tables: dict[int, dict[int, dict[int, list[Paragraph]]]] = {}
        for paragraph in part.paragraphs:
            if paragraph.cell:
                table, row, column = paragraph.cell
                tables.setdefault(table, {}).setdefault(row, {}).setdefault(column, []).append(paragraph)
        for table, rows in sorted(tables.items()):
            yield [_Row(part, table, number, cells) for number, cells in sorted(rows.items())]


def _texts(row: _Row) -> list[str]:
    return [row.text(column) for column in range(max(row.cells, default=-1) + 1)]


def _units(row: _Row, columns: Columns) -> Iterator[_Place]:
    """Yield a unit for each paragraph of the translation's cell; the last has what is left of the source."""
    targets = _filled(row, row.cells.get(columns.target, ()))
    originals = row.cells.get(columns.source, ()) if columns.source is not None else ()
    sources = [_plain(row.part, each) for each in _filled(row, originals)]
    if not targets or not (row.text(columns.source) or row.text(columns.target)):
        return
    name = " ".join(filter(None, (f"{row.table}.{row.number}", row.text(columns.id))))
    state = _state(row.text(columns.state))
    for number, paragraph in enumerate(targets):
        reading = read(row.part.xml.data, paragraph)
        last = number == len(targets) - 1
        source = "\n".join(sources[number:] if last else sources[number : number + 1])
        id = name if len(targets) == 1 else f"{name}/{number + 1}"
        note = row.text(columns.note) if last else ""
        own = state if reading.text or state is State.INITIAL else None
        unit = Unit(id, reading.text, source, Kind.CELL, 0, own, note, False, reading.codes)
        yield _Place(row, paragraph, unit)


def _filled(row: _Row, paragraphs: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """Return the paragraphs of a cell that have text; of an empty cell the first."""
    return [each for each in paragraphs if _plain(row.part, each).strip()] or paragraphs[:1]


def _plain(part: DocxPart, paragraph: Paragraph) -> str:
    return without_codes(read(part.xml.data, paragraph).text)


def _state(text: str) -> State | None:
    said = text.strip().lower()
    return next((state for pattern, state in _STATES if re.match(pattern, said)), None) if said else None


FORMAT = DocxTable()
