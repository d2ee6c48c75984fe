"""CSV and TSV: tables as text."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from reviewer.formats.codes import Token, rewrite
from reviewer.formats.encoding import Decoded, decode, head_of, looks_like_text, usual_newline
from reviewer.formats.format import Content, Unit
from reviewer.formats.private_use import hide, show
from reviewer.formats.tables.columns import EVERY_CELL, Columns, choose
from reviewer.formats.writing import Edits, WritableFormat
from reviewer.model.segment import Kind

_DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}
_SAMPLE = 200
"""Rows that are looked at to tell the delimiter and the columns."""


class _Field(NamedTuple):
    """A field with its quotation marks, if it has any."""

    start: int
    end: int
    quoted: bool


class _Row(NamedTuple):
    fields: Sequence[_Field]
    end: int
    """Where the row ends, before its line end."""


class Delimited(WritableFormat):
    """CSV and TSV. Options: `delimiter`, `source`, `target`, `id`, `note`, `header`."""

    id = "csv"
    title = "Table (CSV, TSV)"
    extensions = ("csv", "tsv", "tab")
    no_inserts = "A row of a table cannot be added from here. Add it in a spreadsheet program."

    def sniff(self, data: bytes, name: str) -> float:
        """Say how sure: by name, or where every line has the same number of tabs."""
        if not looks_like_text(data):
            return 0.0
        if name.lower().endswith((".csv", ".tsv", ".tab")):
            return 0.8
        lines = [line for line in head_of(data).splitlines()[:-1] if line.strip()]
        tabs = {line.count("\t") for line in lines}
        return 0.2 if len(lines) > 2 and len(tabs) == 1 and tabs != {0} else 0.0

    def read(self, data: bytes, options: Mapping[str, str]) -> Content:
        """Return the rows; where nothing tells the columns and there are not two of text, every cell."""
        decoded = decode(data, options)
        table = _Table(decoded, options)
        units = list(table.units())
        columns = table.columns
        warnings = []
        if columns and columns.guessed:
            warnings.append(
                "Two columns of text were taken for source and translation. If they are not, choose others: "
                "File › How the files are read…"
            )
        return Content(
            tuple(units),
            bilingual=columns is not None and columns.source is not None,
            languages=columns.languages if columns else (None, None),
            options={
                **decoded.options,
                "delimiter": _DELIMITERS[table.delimiter],
                **(columns.options if columns else EVERY_CELL),
            },
            warnings=tuple(warnings),
        )

    def edited(self, data: bytes, options: Mapping[str, str], edits: Edits) -> bytes:
        """Return the table with those cells changed; quotation marks come where a text needs them."""
        decoded = decode(data, options)
        table = _Table(decoded, options)
        if table.columns is None:
            places = [(row, column) for _, row, column in table.cells()]
        else:
            places = [(row, table.columns.target) for _, row in table.rows_with_text()]
        return decoded.spliced(
            change for edit in edits.texts if (change := table.changed(*places[edit.index], edit.text)) is not None
        )


class _Table:
    """A table as text and what its columns are."""

    def __init__(self, decoded: Decoded, options: Mapping[str, str]) -> None:
        self._text = decoded.text
        names = {name: delimiter for delimiter, name in _DELIMITERS.items()}
        wanted = options.get("delimiter", "")
        self.delimiter = names.get(wanted) or (wanted if wanted in _DELIMITERS else "") or _delimiter(self._text)
        self._newline = usual_newline(self._text[:65536], options)
        self.rows = list(_rows(self._text, self.delimiter))
        sample = [[self.text(row, column) for column in range(len(row.fields))] for row in self.rows[:_SAMPLE]]
        self.columns: Columns | None = choose(sample, options)

    def rows_with_text(self) -> Iterator[tuple[int, _Row]]:
        """Yield the rows, numbered from 1, that have a source or a translation."""
        if self.columns is None:
            return
        for number, row in enumerate(self.rows, 1):
            wanted = [self.columns.target] + ([self.columns.source] if self.columns.source is not None else [])
            if not (number == 1 and self.columns.header) and any(self.text(row, column).strip() for column in wanted):
                yield number, row

    def cells(self) -> Iterator[tuple[int, _Row, int]]:
        """Yield all cells with text: row from 1, column from 0."""
        for number, row in enumerate(self.rows, 1):
            for column in range(len(row.fields)):
                if any(map(str.isalpha, self.text(row, column))):
                    yield number, row, column

    def units(self) -> Iterator[Unit]:
        """Yield a unit for each row, or each cell where nothing tells the columns."""
        if self.columns is None:
            for number, row, column in self.cells():
                text, codes = hide(self.text(row, column))
                yield Unit(f"{number}:{column + 1}", text, None, Kind.CELL, codes=codes)
            return
        target, source, id = self.columns.target, self.columns.source, self.columns.id
        for number, row in self.rows_with_text():
            text, codes = hide(self.text(row, target))
            original, source_codes = hide(self.text(row, source)) if source is not None else (None, ())
            name = f"{number} {self.text(row, id)}" if id is not None else str(number)
            note = self.text(row, self.columns.note).strip() if self.columns.note is not None else ""
            yield Unit(name, text, original, Kind.CELL, 0, None, note, False, codes, source_codes)

    def text(self, row: _Row, column: int) -> str:
        """Return what a cell says, empty where the row is too short."""
        if column >= len(row.fields):
            return ""
        start, end, quoted = row.fields[column]
        if not quoted:
            return self._text[start:end]
        inner = self._text[start + 1 : end - 1]
        if '"' in inner:
            inner = inner.replace('""', '"')
        return inner.replace("\r\n", "\n").replace("\r", "\n") if "\r" in inner else inner

    def changed(self, row: _Row, column: int, new: str) -> tuple[int, int, str] | None:
        """Return what to replace so that a cell says something else."""
        old = self.text(row, column)
        new = show(new, old)
        if old == new:
            return None
        if column >= len(row.fields):
            missing = self.delimiter * (column - len(row.fields) + 1)
            return row.end, row.end, missing + self._quoted(new)
        start, end, quoted = row.fields[column]
        if not quoted:
            return start, end, self._quoted(new)
        tokens = [
            Token({'""': '"'}.get(raw, "\n" if raw[0] in "\r\n" else raw), raw)
            for raw in re.findall(r'""|\r\n?|\n|[^"\r\n]+', self._text[start + 1 : end - 1])
        ]
        return start, end, f'"{rewrite(tokens, new, self._inside_quotes)}"'

    def _inside_quotes(self, text: str) -> str:
        return text.replace('"', '""').replace("\n", self._newline)

    def _quoted(self, text: str) -> str:
        if any(char in text for char in (self.delimiter, '"', "\n", "\r")):
            return f'"{self._inside_quotes(text)}"'
        return text


def _rows(text: str, delimiter: str) -> Iterator[_Row]:
    """Yield the rows that are not empty (RFC 4180; a stray quotation mark is text)."""
    mark = re.escape(delimiter)
    pattern = re.compile(rf'(?:"[^"]*+(?>(?:""[^"]*+)*)"(?=[{mark}\r\n]|\Z)|[^{mark}\r\n]*+)')
    fields: list[_Field] = []
    at = 0
    while at <= len(text):
        match = pattern.match(text, at)
        start, end = match.span() if match else (at, at)
        quoted = end - start > 1 and text[start] == text[end - 1] == '"'
        fields.append(_Field(start, end, quoted))
        if text[end : end + 1] == delimiter:
            at = end + 1
            continue
        if len(fields) > 1 or fields[0].end > fields[0].start:
            yield _Row(fields, end)
        fields = []
        at = end + (2 if text.startswith("\r\n", end) else 1)


def _delimiter(text: str) -> str:
    """Return the delimiter that gives most rows the same number of fields, beyond one."""
    best = (0.0, ",")
    for delimiter in _DELIMITERS:
        counts: Counter[int] = Counter()
        for number, row in enumerate(_rows(text[:200_000], delimiter)):
            counts[len(row.fields)] += 1
            if number == _SAMPLE:
                break
        width, count = counts.most_common(1)[0] if counts else (1, 0)
        best = max(best, (count / max(1, counts.total()) if width > 1 else 0.0, delimiter), key=lambda each: each[0])
    return best[1]


FORMAT = Delimited()
