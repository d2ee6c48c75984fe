"""PO (GNU gettext): every row as a message."""

from collections import Counter
from collections.abc import Iterator

from reviewer.model.segment import Segment, State
from reviewer.reports.inline import as_tags
from reviewer.reports.report import Report, Review, Written, losses, unfinished_state

_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"})


def _write(review: Review) -> Written:
    lost = losses(review.rows, unfinished_state, codes="were written as text")
    return Written("".join(_lines(review)).encode(errors="replace"), lost)


def _lines(review: Review) -> Iterator[str]:
    yield 'msgid ""\nmsgstr ""\n"MIME-Version: 1.0\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    yield '"Content-Transfer-Encoding: 8bit\\n"\n'
    yield f'"Language: {review.target_lang.replace("-", "_")}\\n"\n'
    yield f'"X-Source-Language: {review.source_lang.replace("-", "_")}\\n"\n'
    times = Counter(row.source for row in review.rows)
    for row in review.rows:
        yield "\n" + _message(row, times[row.source] > 1 or not row.source, review.document_of(row))


def _message(row: Segment, ambiguous: bool, document: str) -> str:
    """Return a message; where its text does not name it, its id does (`msgctxt`)."""
    note = "".join(f"#. {line}\n" for line in row.note.splitlines())
    fuzzy = "#, fuzzy\n" if unfinished_state(row) is State.NEEDS_WORK else ""
    context = f"msgctxt {_quoted(row.id)}\n" if ambiguous else ""
    source, target = as_tags(row.source, row.source_codes), as_tags(row.target, row.target_codes)
    return f"{note}{_reference(document)}{fuzzy}{context}msgid {_quoted(source)}\nmsgstr {_quoted(target)}\n"


def _reference(document: str) -> str:
    """Return the comment that says where a message is from; names with spaces stand in isolates (gettext 0.22)."""
    if not document:
        return ""
    name = " ".join(document.split())
    return f"#: \u2068{name}\u2069\n" if " " in name else f"#: {name}\n"


def _quoted(text: str) -> str:
    lines = [f'"{line.translate(_ESCAPES)}"' for line in text.splitlines(keepends=True)] or ['""']
    return lines[0] if len(lines) == 1 else "\n".join(('""', *lines))


REPORT = Report("po", "PO, every row", "po", True, _write)
