"""Qt Linguist files (TS 2.1): every row as a message, of one context for each document."""

from collections.abc import Iterator

from reviewer.model.segment import Segment, State
from reviewer.reports.inline import as_tags
from reviewer.reports.markup import HEAD, attributes, content
from reviewer.reports.report import Report, Review, Written, losses, unfinished_state


def _write(review: Review) -> Written:
    lost = losses(review.rows, unfinished_state, codes="were written as text")
    return Written("".join(_lines(review)).encode(), lost)


def _lines(review: Review) -> Iterator[str]:
    languages = attributes(
        language=review.target_lang.replace("-", "_"), sourcelanguage=review.source_lang.replace("-", "_")
    )
    yield f'{HEAD}<!DOCTYPE TS>\n<TS version="2.1"{languages}>\n'
    for name, rows in review.by_document():
        yield f"<context>\n<name>{content(name)}</name>\n"
        yield from map(_message, rows)
        yield "</context>\n"
    yield "</TS>\n"


def _message(row: Segment) -> str:
    source, target = as_tags(row.source, row.source_codes), as_tags(row.target, row.target_codes)
    kind = "" if unfinished_state(row) is State.TRANSLATED else "unfinished"
    note = f"<extracomment>{content(row.note)}</extracomment>\n" if row.note else ""
    return (
        f"<message{attributes(id=row.id)}>\n<source>{content(source)}</source>\n{note}"
        f"<translation{attributes(type=kind)}>{content(target)}</translation>\n</message>\n"
    )


REPORT = Report("ts", "Qt Linguist (TS), every row", "ts", True, _write)
