"""The segments of a project in order, document after document, unpacked only when looked at."""

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from reviewer.model.bitext import DOCUMENT_RANKS, document_of
from reviewer.model.segment import Segment
from reviewer.storage.packing import PackedSegment, unpack

RANK_GAP = 1 << 32
"""Distance between the ranks of neighbours at import; leaves room for 32 splits of one place."""


class Rows(Sequence[Segment]):
    """A million rows open as fast as the database hands them over: each becomes a `Segment` on first sight.

    Finding a row by id and replacing it take the same time in a document of any length; rows that
    come or go move the pointers behind them (about a millisecond for a million).
    """

    def __init__(self, packed: Sequence[PackedSegment], documents: int = 1) -> None:
        """`documents` is how many the rows belong to."""
        self.documents = documents
        self._rows: list[PackedSegment | Segment] = list(packed)
        self._ranks = array("q", (row[0] for row in packed))
        self._rank_of: dict[str, int] = dict(zip((row[1] for row in packed), self._ranks, strict=True))

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, index: int) -> Segment:  # type: ignore[override]
        row = self._rows[index]
        if not isinstance(row, Segment):
            row = self._rows[index] = unpack(row)
        return row

    def __iter__(self) -> Iterator[Segment]:
        return (self[index] for index in range(len(self)))

    def has(self, id: str) -> bool:
        """Say whether there is a segment of that id."""
        return id in self._rank_of

    def number(self, id: str) -> int:
        """Return the zero-based row of a segment.

        Raises:
            KeyError: there is no such segment.
        """
        return bisect_left(self._ranks, self._rank_of[id])

    def rank_of(self, id: str) -> int:
        """Return a segment's place in the project; KeyError where there is none of that id."""
        return self._rank_of[id]

    def document_at(self, rank: int) -> int:
        """Return the number, from 0, of the document that has a rank; the last one has all that follow."""
        return min(document_of(rank), self.documents - 1)

    def document_of(self, id: str) -> int:
        """Return the number of the document a segment belongs to; KeyError where there is none of that id."""
        return self.document_at(self._rank_of[id])

    def of_document(self, document: int) -> range:
        """Return the numbers of a document's rows."""
        start = self.number_at(document * DOCUMENT_RANKS)
        last = document == self.documents - 1
        return range(start, len(self) if last else self.number_at((document + 1) * DOCUMENT_RANKS))

    def ids(self, numbers: range) -> Iterator[str]:
        """Yield the ids of rows in a row without unpacking them."""
        rows = self._rows[numbers.start : numbers.stop]
        return (row.id if isinstance(row, Segment) else row[1] for row in rows)

    def number_at(self, rank: int) -> int:
        """Return the row with a rank, or the first behind it."""
        return bisect_left(self._ranks, rank)

    def by_id(self, id: str) -> Segment:
        """Return a segment; KeyError where there is none of that id."""
        return self[self.number(id)]

    def texts(self) -> Iterator[tuple[str, str, str]]:
        """Yield id, source and target of every row without unpacking them."""
        for row in self._rows:
            if isinstance(row, Segment):
                yield row.id, row.source, row.target
            else:
                yield row[1], row[2], row[3]

    def states(self, numbers: range | None = None) -> Iterator[tuple[str, str, bool]]:
        """Yield id, state and whether corrected of every row, or of rows in a row, without unpacking them."""
        for row in self._rows if numbers is None else self._rows[numbers.start : numbers.stop]:
            if isinstance(row, Segment):
                yield row.id, row.state.value, row.corrected
            else:
                yield row[1], row[5], row[4] is not None

    def worked_on(self, numbers: range) -> bool:
        """Say whether anything was ever done to rows in a row."""
        rows = self._rows[numbers.start : numbers.stop]
        return any(row.revision if isinstance(row, Segment) else row[6] for row in rows)

    def put(self, segment: Segment) -> None:
        """Insert a segment at its rank, or replace the one of its id."""
        rank = self._rank_of.get(segment.id)
        if rank is not None and rank != segment.rank:
            self.remove(segment.id)
            rank = None
        at = bisect_left(self._ranks, segment.rank)
        if rank is None:
            self._rows.insert(at, segment)
            self._ranks.insert(at, segment.rank)
            self._rank_of[segment.id] = segment.rank
        else:
            self._rows[at] = segment

    def remove(self, id: str) -> None:
        """Take a segment out."""
        at = self.number(id)
        del self._rows[at], self._ranks[at], self._rank_of[id]

    def rank_after(self, index: int) -> int:
        """Return the rank that new rows behind row `index` must stay below: they belong to its document."""
        low = self._ranks[index]
        document = self.document_at(low)
        if index + 1 < len(self) and self.document_at(self._ranks[index + 1]) == document:
            return self._ranks[index + 1]
        high = low + 2 * RANK_GAP
        return high if document == self.documents - 1 else min(high, (document + 1) * DOCUMENT_RANKS)

    def rank_between(self, index: int) -> int | None:
        """Return a free rank behind row `index`; None where 32 splits used the gap up."""
        low, high = self._ranks[index], self.rank_after(index)
        return (low + high) // 2 if high - low > 1 else None
