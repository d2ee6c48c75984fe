"""What a report is: a review in, a file for people or for another program out."""

import os
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from reviewer.model.bitext import document_of
from reviewer.model.declared import declared
from reviewer.model.errors import InputError
from reviewer.model.segment import Segment, State


class Remark(NamedTuple):
    """What somebody wrote about a segment, or an error they logged."""

    author: str
    time: str
    """ISO 8601, UTC; empty where it is not known."""
    text: str


class Change(NamedTuple):
    """Who changed a translation last."""

    author: str
    time: str


@dataclass(frozen=True, slots=True)
class Review:
    """What a report tells of: the rows of a project and what was done to them."""

    title: str
    source_lang: str
    target_lang: str
    """BCP 47 tags."""
    rows: Sequence[Segment]
    changes: Mapping[str, Change] = field(default_factory=dict)
    """By segment id."""
    remarks: Mapping[str, Sequence[Remark]] = field(default_factory=dict)
    """By segment id."""
    documents: Sequence[str] = ()
    """What tells the documents of the project apart, in order; none where it has only one."""

    def document_of(self, row: Segment) -> str:
        """Return which document a row belongs to; empty where there is only one."""
        return self.documents[document_of(row.rank)] if self.documents else ""

    def by_document(self) -> Iterator[tuple[str, Iterator[Segment]]]:
        """Yield each document with its rows, to be gone through before the next; the only one under its title."""
        if not self.documents:
            yield self.title, iter(self.rows)
            return
        yield from groupby(self.rows, key=self.document_of)


class Written(NamedTuple):
    """A report, and sentences about what it could not hold."""

    data: bytes
    lost: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """A kind of report; a file in `reviewer/reports/` declares one as `REPORT = ...`, or a tuple of them, a package
    of its own does so through the entry point group `reviewer.reports`."""

    id: str
    title: str
    extension: str
    """Without the dot."""
    bilingual: bool
    """Whether it holds every row, to be read by other programs; otherwise it lists what was corrected."""
    write: Callable[[Review], Written]


def all_reports() -> tuple[Report, ...]:
    """Return every kind of report that declares itself, ours and those of installed plug-ins."""
    return declared("reviewer.reports", "REPORT")[0]


def report_for(path: str, reports: Sequence[Report]) -> Report:
    """Return which of some kinds of report the ending of a file's name means.

    XLIFF has one ending for all its versions: the newest is meant.

    Raises:
        InputError: no report ends so; says which there are.
    """
    ending = os.path.splitext(path)[1][1:].lower()
    ending = "xlf" if ending == "xliff" else ending
    meant = [report for report in reports if report.extension == ending]
    if not meant:
        known = ", ".join(report.id for report in reports)
        raise InputError(f"“{path}” does not end like a format that can be written. Name one with --format: {known}.")
    return max(meant, key=lambda report: report.id)


def losses(
    rows: Sequence[Segment],
    state: Callable[[Segment], State] | None = None,
    *,
    notes: bool = True,
    locks: bool = False,
    codes: str = "",
) -> tuple[str, ...]:
    """Return sentences about what a format cannot hold of some rows.

    `state` says as what a row's state will be read again (None: every state is held), `notes` and `locks` whether
    the format has such a thing, `codes` what becomes of inline codes where they are no codes there.
    """
    lost = []
    states = Counter(row.state.value for row in rows if state and state(row) is not row.state)
    if states:
        listed = ", ".join(f"{count} {name}" for name, count in sorted(states.items()))
        lost.append(f"States the format does not know were left out: {listed}.")
    if not notes and (count := sum(bool(row.note) for row in rows)):
        lost.append(f"{count} notes were left out.")
    if not locks and (count := sum(row.locked for row in rows)):
        lost.append(f"{count} locked segments are no longer locked.")
    if codes and (count := sum(bool(row.source_codes or row.target_codes) for row in rows)):
        lost.append(f"{count} segments have inline codes, which {codes}.")
    return tuple(lost)


def plain_state(row: Segment) -> State:
    """Return the state a row is read with where the format has none."""
    return State.TRANSLATED if row.target else State.INITIAL


def unfinished_state(row: Segment) -> State:
    """Return the state a row is read with where the format knows finished and unfinished translations only."""
    if not row.target:
        return State.INITIAL
    return State.NEEDS_WORK if row.state in (State.NEEDS_WORK, State.INITIAL) else State.TRANSLATED
