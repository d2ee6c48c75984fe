"""XLIFF 1.2 (OASIS, 2008): every row as a translation unit, with its state, note and inline codes."""

from collections.abc import Iterator, Sequence

from reviewer.model.segment import Code, CodeKind, Segment, State
from reviewer.reports.inline import having_codes, marked_up
from reviewer.reports.markup import HEAD, attributes, content
from reviewer.reports.report import Report, Review, Written

_STATES = {
    State.INITIAL: "needs-translation",
    State.NEEDS_WORK: "needs-review-translation",
    State.TRANSLATED: "translated",
    State.REVIEWED: "signed-off",
    State.FINAL: "final",
}
_TYPES = {"bold": "bold", "italic": "italic", "underline": "underlined"}
"""2.2.2, `ctype`: those the standard itself names."""


def _write(review: Review) -> Written:
    return Written("".join(_lines(review)).encode())


def _lines(review: Review) -> Iterator[str]:
    languages = attributes(source_language=review.source_lang, target_language=review.target_lang)
    yield f'{HEAD}<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">\n'
    for name, rows in review.by_document():
        yield f'<file{attributes(original=name or "-")}{languages} datatype="plaintext">\n<body>\n'
        yield from map(_unit, rows)
        yield "</body>\n</file>\n"
    yield "</xliff>\n"


def _unit(row: Segment) -> str:
    note = f"\n<note>{content(row.note)}</note>" if row.note.strip() else ""
    return (
        f'<trans-unit{attributes(id=row.id, translate="no" if row.locked else "")} xml:space="preserve">\n'
        f"<source>{_inner(row.source, row.source_codes)}</source>\n"
        f'<target state="{_STATES[row.state]}">{_inner(row.target, row.target_codes)}</target>{note}\n</trans-unit>\n'
    )


def _inner(text: str, codes: Sequence[Code]) -> str:
    return marked_up(text, codes, content, _tag) if having_codes((text,)) else content(text)


def _tag(code: Code, number: int, paired: bool) -> str:
    known = attributes(id=str(number), ctype=_TYPES.get(code.style, ""), equiv_text=code.label)
    if code.kind is CodeKind.STANDALONE:
        return f"<x{known}/>"
    if paired:
        return "</g>" if code.kind is CodeKind.CLOSE else f"<g{known}>"
    return f"<bx{known}/>" if code.kind is CodeKind.OPEN else f"<ex{known}/>"


REPORT = Report("xliff1", "XLIFF 1.2, every row", "xlf", True, _write)
