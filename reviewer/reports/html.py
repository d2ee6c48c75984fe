"""Corrections as a web page: one file, nothing fetched, nothing executed."""

from collections.abc import Iterator
from html import escape
from itertools import groupby

from reviewer.reports.corrections import Entry, Sort, entries
from reviewer.reports.inline import as_labels
from reviewer.reports.report import Report, Review, Written
from reviewer.text.languages import direction

_STYLE = """
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { max-width: 90rem; margin: 2rem auto; padding: 0 1rem; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
th, td { border-block: 1px solid #8886; padding: .4rem .6rem; vertical-align: top; text-align: start;
  overflow-wrap: anywhere; white-space: pre-wrap; }
th { font-weight: 600; }
.number { width: 3rem; } .who { width: 10rem; }
del { background: #f8d7da; color: #7a1420; } ins { background: #d5eedd; color: #0b4f27; text-decoration: underline; }
.document { padding-block-start: 1.6rem; }
.note { border-inline-start: 3px solid #8886; padding-inline-start: .6rem; margin-top: .4rem; }
@media (prefers-color-scheme: dark) { del { background: #5a1e26; color: #ffd9dd; }
  ins { background: #14452a; color: #d2f5de; } }
"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_TAGS = {Sort.TAKEN_OUT: "del", Sort.PUT_IN: "ins"}


def _write(review: Review) -> Written:
    return Written("".join(_parts(review)).encode(errors="replace"))


def _parts(review: Review) -> Iterator[str]:
    found = list(entries(review))
    corrected = sum(entry.segment.corrected for entry in found)
    title = escape(f"Corrections: {review.title}")
    yield '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
    yield '<meta name="viewport" content="width=device-width">\n'
    yield f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n"
    yield f"<p>{corrected:,} of {len(review.rows):,} segments corrected, "
    yield f"{escape(review.source_lang)} → {escape(review.target_lang)}.</p>\n"
    yield '<table>\n<thead><tr><th class="number" scope="col">#</th><th scope="col">Source</th>'
    yield '<th scope="col">Translation</th><th class="who" scope="col">State, by whom, when</th></tr></thead>\n'
    for document, its in groupby(found, key=lambda entry: review.document_of(entry.segment)):
        yield "<tbody>\n"
        if document:
            yield f'<tr><th class="document" colspan="4" scope="rowgroup">{escape(document)}</th></tr>\n'
        for entry in its:
            yield _row(entry, review)
        yield "</tbody>\n"
    yield "</table>\n</body>\n</html>\n"


def _row(entry: Entry, review: Review) -> str:
    row = entry.segment
    source = escape(as_labels(row.source, row.source_codes))
    marked = "".join(
        f"<{_TAGS[sort]}>{escape(text)}</{_TAGS[sort]}>" if sort in _TAGS else escape(text)
        for sort, text in entry.stretches
    )
    notes = "".join(
        f'<div class="note" dir="auto">{f"<b>{escape(author)}</b>: " if author else ""}{escape(text)}</div>'
        for author, _, text in entry.remarks
    )
    who = f"\n{escape(entry.change.author)}\n<time>{escape(entry.change.time)}</time>" if entry.change else ""
    return (
        f'<tr id="s{entry.number}"><td class="number">{entry.number}</td>'
        f"<td{_language(review.source_lang)}>{source}</td><td><div{_language(review.target_lang)}>{marked}</div>{notes}"
        f'</td><td class="who">{row.state.value}{who}</td></tr>\n'
    )


def _language(tag: str) -> str:
    return f' lang="{escape(tag)}" dir="{direction(tag)}"'


REPORT = Report("html", "Corrections as a web page (HTML)", "html", False, _write)
