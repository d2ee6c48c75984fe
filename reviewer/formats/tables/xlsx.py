"""XLSX: workbooks of Excel (ISO/IEC 29500, transitional and strict), by chosen columns or cell by cell."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from reviewer.formats.format import Content, Unit, UnitEdit
from reviewer.formats.markup import Scanner, Xml, attributes_of, local, open_xml
from reviewer.formats.package import Package, related
from reviewer.formats.tables.columns import EVERY_CELL, Columns, choose
from reviewer.formats.tables.xlsx_cells import Row, SheetScanner, StringCodes, with_text
from reviewer.formats.writing import Edits, WritableFormat
from reviewer.model.errors import InputError
from reviewer.model.segment import Code, Kind, without_codes

_SAMPLE = 200
"""Rows that are looked at to tell the columns."""
_LONGEST = 65_536
"""Characters of a cell; Excel allows half as many."""
_WIDEST = 60
"""Columns that are looked at."""
_SHEET = re.compile(r"<(?:[\w.-]+:)?sheet\b[^>]*>")
_DRAWN = re.compile(r"<a:t(?: [^>]*)?>[^<]*\w")


class Xlsx(WritableFormat):
    """XLSX. Options: `sheet`, `source`, `target`, `id`, `note`, `header`; formulas are neither run nor changed."""

    id = "xlsx"
    title = "Excel workbook (XLSX)"
    extensions = ("xlsx", "xlsm", "xltx")
    no_inserts = "A row of a table cannot be added from here. Add it in a spreadsheet program."

    def sniff(self, data: bytes, name: str) -> float:
        """Say how sure, by the names in the package's directory."""
        return (
            0.9 if data.startswith(b"PK\x03\x04") and b"xl/workbook.xml" in data and b"[Content_Types]" in data else 0.0
        )

    def read(self, data: bytes, options: Mapping[str, str]) -> Content:
        """Return the rows of the sheets that have the columns; where nothing tells them, every cell with text."""
        workbook = _Workbook(Package(data), options)
        places = list(workbook.places())
        units = [workbook.unit(place) for place in places]
        columns = workbook.columns
        return Content(
            tuple(units),
            bilingual=columns is not None and columns.source is not None,
            languages=columns.languages if columns else (None, None),
            options={**columns.options, "sheet": workbook.deciding} if columns else EVERY_CELL,
            warnings=tuple(workbook.warnings()),
        )

    def edited(self, data: bytes, options: Mapping[str, str], edits: Edits) -> bytes:
        """Return the workbook with those cells changed; every other part stays as it is packed."""
        package = Package(data)
        workbook = _Workbook(package, options)
        places = list(workbook.places())
        changes: dict[str, list[tuple[int, int, bytes]]] = {}
        sheets: dict[str, _Sheet] = {}
        for edit in edits.texts:
            place = places[edit.index]
            change = workbook.changed(place, edit)
            if change is not None:
                sheets[place.sheet.part] = place.sheet
                changes.setdefault(place.sheet.part, []).append(change)
        return package.replaced({part: sheets[part].xml.spliced(changes[part]) for part in sheets})


class _Sheet(NamedTuple):
    name: str
    part: str
    xml: Xml
    rows: Sequence[Row]


class _Place(NamedTuple):
    """Where a unit is."""

    sheet: _Sheet
    row: Row
    column: int


class _Workbook:
    """The sheets that are shown, and what their columns are."""

    def __init__(self, package: Package, options: Mapping[str, str]) -> None:
        self._hidden: list[str] = []
        self._left_out: list[str] = []
        self._drawn = any(
            name.startswith("xl/drawings/") and name.endswith(".xml") and _DRAWN.search(_text_of(package, name))
            for name in package.names
        )
        main = next((each.target for each in related(package) if each.type == "officeDocument"), "xl/workbook.xml")
        relations = list(related(package, main))
        targets = {each.id: each.target for each in relations if each.type == "worksheet"}
        self._read: dict[str, tuple[str, tuple[Code, ...]]] = {}
        """String items read already: many cells share one."""
        self._strings = _shared(package, next((each.target for each in relations if each.type == "sharedStrings"), ""))
        sheets = []
        for tag in _SHEET.findall(_text_of(package, main)):
            attributes = {local(name): value for name, value in attributes_of(tag).items()}
            part = targets.get(attributes.get("id", ""), "")
            if part not in package:
                continue
            if attributes.get("state", "visible") != "visible":
                self._hidden.append(attributes.get("name", ""))
                continue
            xml = open_xml(package.read(part))
            scanner = SheetScanner(xml.data)
            scanner.scan()
            sheets.append(_Sheet(attributes.get("name", ""), part, xml, scanner.rows))
        self.deciding = ""
        self.columns: Columns | None = None
        self._sheets = self._with_columns(sheets, options)

    def _with_columns(self, sheets: Sequence[_Sheet], options: Mapping[str, str]) -> list[_Sheet]:
        """Find the columns by the first sheet that tells them; return the sheets that have the same."""
        wanted = options.get("sheet", "")
        if wanted and all(sheet.name != wanted for sheet in sheets):
            listed = ", ".join(f"“{sheet.name}”" for sheet in sheets[:20])
            raise InputError(f"The workbook has no sheet “{wanted}” that is shown. It has {listed}.")
        for sheet in sheets:
            if sheet.name != wanted and (wanted or not sheet.rows):
                continue
            self.columns = choose(self._sample(sheet), options)
            if self.columns:
                self.deciding = sheet.name
                heads = self._heads(sheet)
                same = [each for each in sheets if each is sheet or (heads and self._heads(each) == heads)]
                self._left_out = [each.name for each in sheets if each not in same and each.rows]
                return same
        return list(sheets)

    def _sample(self, sheet: _Sheet) -> list[list[str]]:
        rows = sheet.rows[:_SAMPLE]
        width = min(_WIDEST, max((max(row.cells, default=-1) + 1 for row in rows), default=0))
        return [[self._plain(sheet, row, column) for column in range(width)] for row in rows]

    def _heads(self, sheet: _Sheet) -> list[str]:
        """Return the headings of the columns that were found, as this sheet has them."""
        if self.columns is None or not self.columns.header or not sheet.rows:
            return []
        found = self.columns
        return [
            self._plain(sheet, sheet.rows[0], column) for column in (found.target, found.source) if column is not None
        ]

    def places(self) -> Iterator[_Place]:
        """Yield the places of all units."""
        for sheet in self._sheets:
            for number, row in enumerate(sheet.rows):
                if self.columns is None:
                    for column in sorted(row.cells):
                        if any(map(str.isalpha, self._plain(sheet, row, column))):
                            yield _Place(sheet, row, column)
                    continue
                found = self.columns
                wanted = [found.target] if found.source is None else [found.target, found.source]
                heading = number == 0 and found.header
                if not heading and any(self._plain(sheet, row, column).strip() for column in wanted):
                    yield _Place(sheet, row, found.target)

    def unit(self, place: _Place) -> Unit:
        """Return the unit at a place."""
        sheet, row, column = place
        cell = row.cells.get(column)
        text, codes = self._text(sheet, row, column)
        source, note = None, ""
        if self.columns and self.columns.source is not None:
            # Formatting of the source has no code in the translation: each cell has its own.
            source = self._plain(sheet, row, self.columns.source)
        if self.columns and self.columns.note is not None:
            note = self._plain(sheet, row, self.columns.note).strip()
        locked = cell is not None and cell.fixed
        id = f"{sheet.name}!{row.reference(column)}"
        return Unit(id, text, source, Kind.CELL, 0, None, note, locked, codes)

    def changed(self, place: _Place, edit: UnitEdit) -> tuple[int, int, bytes] | None:
        """Return what to replace in the sheet so that a cell says something else; None where it says so already."""
        sheet, row, column = place
        codes = StringCodes()
        inner = self._item(sheet, row, column)
        if codes.read(inner) == edit.text:
            return None
        cell = row.cells.get(column)
        if cell is not None and cell.fixed:
            raise InputError(
                f"Cell {row.reference(column)} of “{sheet.name}” is locked: a formula makes its text. Change what "
                "the formula reads, or leave the cell as it was."
            )
        return with_text(sheet.xml.data, row, column, codes.write(inner, edit.text))

    def warnings(self) -> Iterator[str]:
        """Yield what was left out and what was guessed."""
        if self.columns and self.columns.guessed:
            yield (
                "Two columns of text were taken for source and translation. If they are not, choose others: "
                "File › How the files are read…"
            )
        if self._left_out:
            yield f"Sheets without these columns were left out: {', '.join(self._left_out)}."
        if self._hidden:
            yield f"Hidden sheets were left out: {', '.join(self._hidden)}. Show them in Excel if they are to be read."
        if self._drawn:
            yield "Text boxes and charts were left out."

    def _item(self, sheet: _Sheet, row: Row, column: int) -> str:
        """Return a cell's string as a string item, whatever it is stored as."""
        cell = row.cells.get(column)
        if cell is None:
            return "<t></t>"
        raw = sheet.xml.data[slice(*cell.value)].decode()
        if cell.kind == "inlineStr":
            return raw if "<" in raw else "<t></t>"
        if cell.kind == "s":
            number = int(raw) if raw.strip().isdecimal() and len(raw) < 10 else -1
            return self._strings[number] if 0 <= number < len(self._strings) else "<t></t>"
        return f"<t>{raw}</t>"

    def _text(self, sheet: _Sheet, row: Row, column: int) -> tuple[str, tuple[Code, ...]]:
        item = self._item(sheet, row, column)
        known = self._read.get(item)
        if known is None:
            codes = StringCodes()
            text = codes.read(item)
            if len(text) > _LONGEST:
                raise InputError(
                    f"Cell {row.reference(column)} of “{sheet.name}” has {len(text):,} characters, more than Excel "
                    "allows. Save the workbook again in Excel and open that."
                )
            known = self._read[item] = text, tuple(codes.codes)
        return known

    def _plain(self, sheet: _Sheet, row: Row, column: int) -> str:
        return without_codes(self._text(sheet, row, column)[0]) if column in row.cells else ""


class _StringScanner(Scanner):
    """Collects the shared strings."""

    def __init__(self, data: bytes) -> None:
        super().__init__(data)
        self.items: list[str] = []
        self._item: tuple[int, int] = (0, 0)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if local(name) == "si":
            self._item = self.opened()

    def end(self, name: str) -> None:
        if local(name) == "si":
            stretch = self.closed(*self._item)
            inner = self.data[stretch.inner : stretch.end].decode()
            self.items.append(inner if "<" in inner else "<t></t>")


def _shared(package: Package, name: str) -> Sequence[str]:
    if name not in package:
        return ()
    scanner = _StringScanner(open_xml(package.read(name)).data)
    scanner.scan()
    return scanner.items


def _text_of(package: Package, name: str) -> str:
    # Looked through, not parsed, so that nobody has made sure of its encoding yet.
    return open_xml(package.read(name)).data.decode("utf-8", "replace")


FORMAT = Xlsx()
