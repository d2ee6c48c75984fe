"""The rows of a project and all that is known of them, kept in step as acts change them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from reviewer.model.bitext import Bitext
from reviewer.model.changed import Aspect
from reviewer.model.correction import Change, Item
from reviewer.model.segment import Segment, State
from reviewer.session.documents import DocumentBook
from reviewer.session.facts import FactBook
from reviewer.session.findings import FindingBook
from reviewer.session.remarks import RemarkBook
from reviewer.session.rows import Rows
from reviewer.session.stale import StaleRows
from reviewer.session.versions import VersionBook

_STANDING = frozenset(("state", "note", "locked"))
"""Fields of a segment that say how far it is; all others say what it is."""


@dataclass(slots=True)
class Installed:
    """What came of an act."""

    segments: dict[str, Segment] = field(default_factory=dict)
    """By id, the rows that it touched as they are now; one that went, as it was."""
    gone: set[int] = field(default_factory=set)
    """Ranks of the rows that went."""
    came: set[int] = field(default_factory=set)
    """Ranks of the rows that came."""
    aspects: Aspect = field(default_factory=lambda: Aspect(0))
    """What it changed about them."""


class Contents:
    """Rows, with a book for everything that is known of them.

    Whatever concerns several of the books when a row comes, goes or becomes another is done here, and nowhere else.
    """

    def __init__(self, rows: Rows, bitexts: Sequence[Bitext], items: Sequence[Item]) -> None:
        """`items` are what the project holds beside its rows: remarks, dismissals, accepted renderings."""
        self.rows = rows
        self.findings = FindingBook(rows)
        self.documents = DocumentBook(bitexts, rows, self.findings)
        self.facts = tuple(FactBook(rows, bitext.target.language) for bitext in bitexts)
        """What each document tells, by its number."""
        self.versions = VersionBook(rows)
        self.stale = StaleRows(rows)
        self.remarks = RemarkBook(items, self.findings, self.facts)
        self.counts: Counter[tuple[State, bool]] = rows.tally()
        """How many rows are in each state, corrected or not."""

    def install(self, changes: Iterable[Change]) -> Installed:
        """Bring everything to where an act leaves it."""
        done = Installed()
        # What goes makes room for what comes.
        for change in sorted(changes, key=lambda c: c.after is not None):
            if change.type == "segment":
                self._change_row(change, done)
                done.aspects |= _aspects(change)
            else:
                done.aspects |= self.remarks.change(change)
        return done

    def _change_row(self, change: Change, done: Installed) -> None:
        old = self.rows.by_id(change.id) if change.before is not None else None
        new = change.applied(old)
        if old is not None:
            self._count(old, -1)
        if new is None:
            assert old is not None
            self._remove(old)
            done.gone.add(old.rank)
            done.segments[old.id] = old
            return
        assert isinstance(new, Segment)
        # What comes back is as far on as it was when it went.
        new = replace(new, revision=old.revision + 1 if old else new.revision)
        self.rows.put(new)
        self._count(new, 1)
        done.segments[new.id] = new
        if old is None:
            done.came.add(new.rank)
        if old is None or (old.source, old.target) != (new.source, new.target):
            self.stale.add(new.id)

    def _remove(self, row: Segment) -> None:
        self.rows.remove(row.id)
        self.findings.forget(row.id)
        self.facts[self.rows.document_at(row.rank)].forget(row.id)
        self.stale.forget(row.id)

    def _count(self, row: Segment, by: int) -> None:
        self.counts[row.state, row.corrected] += by
        self.documents.tally(row.rank, row.state, by)


def _aspects(change: Change) -> Aspect:
    """Return what about a row a change changes."""
    if change.before is None or change.after is None:
        return Aspect.ORDER | Aspect.TEXT
    aspects = Aspect(0)
    if change.after.keys() & _STANDING:
        aspects |= Aspect.STATE
    if change.after.keys() - _STANDING:
        aspects |= Aspect.TEXT
    return aspects
