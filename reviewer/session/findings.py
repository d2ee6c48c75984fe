"""What the checks found, minus what the editor waved away."""

from bisect import bisect_left, bisect_right, insort
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reviewer.model.finding import Dismissal, Finding, Severity
from reviewer.session.rows import Rows


@dataclass(frozen=True, slots=True)
class Batch:
    """Findings of some segments and what they tell (see `session.facts.packed`), in document order."""

    found: Sequence[tuple[str, tuple[Finding, ...]]]
    told: Sequence[tuple[str, bytes]]


class FindingBook:
    """Findings by segment, in document order, with those that are dismissed kept apart."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._found: dict[str, tuple[Finding, ...]] = {}
        self._open: dict[str, tuple[Finding, ...]] = {}
        self._ranks: list[int] = []
        self._rank_of: dict[str, int] = {}
        self._dismissed: set[str] = set()
        self._dismissed_everywhere: set[str] = set()
        self.counts: Counter[Severity] = Counter()
        """Open findings by severity."""
        self.by_document: defaultdict[int, Counter[Severity]] = defaultdict(Counter)
        """The same for each document, by its number."""

    def of(self, id: str) -> tuple[Finding, ...]:
        """Return a segment's open findings, worst first."""
        return self._open.get(id, ())

    def dismissed_of(self, id: str) -> tuple[Finding, ...]:
        """Return a segment's findings that were waved away."""
        open_ones = self._open.get(id, ())
        return tuple(f for f in self._found.get(id, ()) if f not in open_ones)

    def put(self, id: str, findings: Iterable[Finding]) -> bool:
        """Replace what was found in a segment; say whether that changed what is open."""
        found = tuple(sorted(findings, key=_worst_first))
        if found:
            self._found[id] = found
        else:
            self._found.pop(id, None)
        return self._settle(id)

    def forget(self, id: str) -> None:
        """Drop the findings of a segment that went."""
        self._found.pop(id, None)
        self._settle(id)

    def dismiss(self, dismissal: Dismissal, *, back: bool = False) -> tuple[str, ...]:
        """Heed a dismissal (or no longer, with `back`); return the segments it concerns."""
        known = self._dismissed_everywhere if dismissal.everywhere else self._dismissed
        (known.discard if back else known.add)(dismissal.id)
        concerned = tuple(self._found) if dismissal.everywhere else (dismissal.segment,)
        return tuple(id for id in concerned if self._settle(id))

    def next_row(self, rank: int) -> int | None:
        """Return the rank of the next segment behind `rank` with open findings; None at the end."""
        at = bisect_right(self._ranks, rank)
        return self._ranks[at] if at < len(self._ranks) else None

    def previous_row(self, rank: int) -> int | None:
        """Return the rank of the nearest segment before `rank` with open findings."""
        at = bisect_left(self._ranks, rank)
        return self._ranks[at - 1] if at else None

    def with_check(self, check: str) -> set[str]:
        """Return the segments with an open finding of a check."""
        return {id for id, findings in self._open.items() if any(f.check == check for f in findings)}

    def by_check(self) -> Counter[str]:
        """Return in how many segments each check has an open finding."""
        return Counter(check for findings in self._open.values() for check in {finding.check for finding in findings})

    def segments(self) -> set[str]:
        """Return the segments with open findings."""
        return set(self._open)

    def _settle(self, id: str) -> bool:
        """Work out anew which findings of a segment are open; say whether that changed."""
        before = self._open.pop(id, ())
        found = self._found.get(id, ())
        left = tuple(
            f for f in found if f.fingerprint not in self._dismissed and f.pattern not in self._dismissed_everywhere
        )
        if len(left) == len(found):
            # Mostly so, and a long document has many.
            left = found
        if before:
            self._count(self._rank_of[id], before, -1)
        if left:
            self._count(self._rows.rank_of(id), left, 1)
        if left:
            self._open[id] = left
        self._place(id, bool(left))
        return before != left

    def _count(self, rank: int, findings: tuple[Finding, ...], by: int) -> None:
        here = self.by_document[self._rows.document_at(rank)]
        for finding in findings:
            self.counts[finding.severity] += by
            here[finding.severity] += by

    def _place(self, id: str, is_open: bool) -> None:
        rank = self._rows.rank_of(id) if is_open else None
        known = self._rank_of.get(id)
        if rank == known:
            return
        if known is not None:
            del self._ranks[bisect_left(self._ranks, known)]
            del self._rank_of[id]
        if rank is not None:
            insort(self._ranks, rank)
            self._rank_of[id] = rank


def _worst_first(finding: Finding) -> tuple[int, int]:
    return -finding.severity.rank, finding.target_span.start if finding.target_span else -1
