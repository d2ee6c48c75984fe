"""Tables as text, CSV and TSV: every row with its source, translation, state and note."""

import csv
import io
import re
from functools import partial

from reviewer.reports.inline import as_tags
from reviewer.reports.report import Report, Review, Written, losses
from reviewer.text.language_names import LANGUAGE_NAMES

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula (OWASP, CSV injection)."""
_TAG = re.compile("(?!id)[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?")
_KNOWN = frozenset(tag.partition("-")[0] for tag in LANGUAGE_NAMES)


def guarded(text: str) -> str:
    """Return a cell's text so that no spreadsheet computes it."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def _write(delimiter: str, review: Review) -> Written:
    out = io.StringIO()
    table = csv.writer(out, delimiter=delimiter, lineterminator="\r\n", quoting=csv.QUOTE_MINIMAL)
    where = ("document",) if review.documents else ()
    table.writerow(("id", *_headings(review), "state", "note", *where))
    quoted = 0
    for row in review.rows:
        source, target = as_tags(row.source, row.source_codes), as_tags(row.target, row.target_codes)
        cells = (row.id, source, target, row.state.value, row.note, *(review.document_of(row) for _ in where))
        safe = [guarded(cell) for cell in cells]
        quoted += sum(one != other for one, other in zip(cells, safe, strict=True))
        table.writerow(safe)
    lost = losses(review.rows, codes="were written as text")
    if quoted:
        lost += (f"{quoted} cells that begin like a formula got an apostrophe before them.",)
    # With a byte-order mark, spreadsheets take the file for UTF-8.
    return Written(out.getvalue().encode("utf-8-sig", "replace"), lost)


def _headings(review: Review) -> tuple[str, str]:
    """Return the languages, by which a reader knows the columns, or what the columns are where those say too little."""
    tags = review.source_lang, review.target_lang
    known = all(_TAG.fullmatch(tag) and tag.partition("-")[0] in _KNOWN for tag in tags)
    return tags if known else ("source", "target")


REPORT = (
    Report("csv", "CSV, every row", "csv", True, partial(_write, ",")),
    Report("tsv", "TSV, every row", "tsv", True, partial(_write, "\t")),
)
