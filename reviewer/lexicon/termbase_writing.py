"""Adds a term to a termbase file and leaves all else in it as it is, byte for byte."""

import csv
import io
import re
from html import escape

from reviewer.lexicon.termbase import Form
from reviewer.model.errors import InputError
from reviewer.text.languages import primary

_BODY_END = re.compile(rb"</(?:[\w.-]+:)?body\s*>")


def new_termbase(source: Form, target: Form) -> bytes:
    """Return a CSV file with one term, its columns the two languages."""
    return _line([source.language, target.language], ",") + _line([source.text, target.text], ",")


def with_term(data: bytes, name: str, source: Form, target: Form) -> bytes:
    """Return a TBX or CSV file with one more term.

    Raises:
        InputError: the file has no place for it: no column for one of the languages, no body, other than UTF-8.
    """
    if data[:2000].lstrip(b"\xef\xbb\xbf").lstrip().startswith(b"<"):
        return _with_entry(data, name, source, target)
    return _with_row(data, name, source, target)


def _with_row(data: bytes, name: str, source: Form, target: Form) -> bytes:
    first = data.removeprefix(b"\xef\xbb\xbf").split(b"\n", 1)[0].decode("utf-8", "replace").strip()
    delimiter = max(",;\t", key=first.count)
    columns = next(csv.reader([first], delimiter=delimiter))
    cells = [""] * len(columns)
    for form in (source, target):
        cells[_column(columns, form.language, name)] = form.text
    end = b"" if data.endswith(b"\n") else b"\n"
    return data + end + _line(cells, delimiter)


def _column(columns: list[str], language: str, name: str) -> int:
    """Return the column of a language, that of its region before others of the language."""
    tags = [column.strip() for column in columns]
    if language in tags:
        return tags.index(language)
    for number, tag in enumerate(tags):
        if primary(tag) == primary(language) and tag.lower() not in ("note", "status", "id"):
            return number
    raise InputError(f"The termbase {name} has no column for {language}. Add one to its first line.")


def _line(cells: list[str], delimiter: str) -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\n").writerow(cells)
    return out.getvalue().encode("utf-8")


def _with_entry(data: bytes, name: str, source: Form, target: Form) -> bytes:
    ends = list(_BODY_END.finditer(data))
    declared = re.match(rb"""\s*<\?xml[^>]*encoding=["']([\w-]+)""", data.removeprefix(b"\xef\xbb\xbf"))
    if not ends or (declared and declared[1].lower() not in (b"utf-8", b"us-ascii")):
        raise InputError(f"No term can be added to {name}. Export it again as TBX in UTF-8, or use a CSV file.")
    # TBX of 2019 (ISO 30042:2019) names its elements otherwise than that of 2008.
    modern = b"conceptEntry" in data
    entry, section, group = ("conceptEntry", "langSec", "termSec") if modern else ("termEntry", "langSet", "tig")
    sections = ""
    for form in (source, target):
        term = f"<{group}><term>{escape(form.text, quote=False)}</term></{group}>"
        sections += f'<{section} xml:lang="{escape(form.language)}">{term}</{section}>'
    at = ends[-1].start()
    return data[:at] + f"<{entry}>{sections}</{entry}>\n".encode() + data[at:]
