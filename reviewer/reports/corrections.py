"""What was corrected, as a list: what the reports for people have in common."""

from collections.abc import Iterator, Sequence
from enum import Enum, auto
from typing import NamedTuple

from reviewer.model.segment import Code, Segment
from reviewer.reports.inline import as_labels
from reviewer.reports.report import Change, Remark, Review
from reviewer.text.differences import differences


class Sort(Enum):
    """What happened to a stretch of a text."""

    KEPT = auto()
    TAKEN_OUT = auto()
    PUT_IN = auto()


class Stretch(NamedTuple):
    """A stretch of a text before or after its correction, with codes as people should see them."""

    sort: Sort
    text: str


class Entry(NamedTuple):
    """One line of the list."""

    number: int
    """Row in the document, from 1."""
    segment: Segment
    stretches: Sequence[Stretch]
    """The delivered and the corrected translation in one."""
    change: Change | None
    remarks: Sequence[Remark]


def entries(review: Review) -> Iterator[Entry]:
    """Yield the segments that were corrected, sent back or remarked upon, in document order."""
    for number, row in enumerate(review.rows, 1):
        remarks = list(review.remarks.get(row.id, ()))
        if row.note.strip():
            remarks.insert(0, Remark("", "", row.note))
        if row.corrected or remarks:
            yield Entry(number, row, stretches(row), review.changes.get(row.id), remarks)


def stretches(row: Segment) -> list[Stretch]:
    """Return a row's translation as it was delivered and as it is now, in one."""
    found: list[Stretch] = []
    codes: Sequence[Code] = row.target_codes
    at = 0
    for difference in differences(row.delivered, row.target):
        found += (
            Stretch(Sort.KEPT, as_labels(row.delivered[at : difference.old.start], codes)),
            Stretch(Sort.TAKEN_OUT, as_labels(difference.old.of(row.delivered), codes)),
            Stretch(Sort.PUT_IN, as_labels(difference.new.of(row.target), codes)),
        )
        at = difference.old.end
    found.append(Stretch(Sort.KEPT, as_labels(row.delivered[at:], codes)))
    return [stretch for stretch in found if stretch.text]


def said(remarks: Sequence[Remark]) -> str:
    """Return remarks as text, one a paragraph."""
    return "\n".join(f"{remark.author}: {remark.text}" if remark.author else remark.text for remark in remarks)
