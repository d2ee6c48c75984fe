"""The segments of a project in order, document after document, unpacked only when looked at."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from reviewer.model.bitext import DOCUMENT_RANKS, document_of
from reviewer.model.segment import Segment, State
from reviewer.storage.packing import PackedSegment, unpack
from reviewer.storage.row_table import RowTable

RANK_GAP = 1 << 32
"""Distance between the ranks of neighbours at import; leaves room for 32 splits of one place."""


class Rows(Sequence[Segment]):
    """A million rows open as fast as the database hands them over: each becomes a `Segment` on first sight.

    Finding a row by id and replacing it take the same time in a document of any length; rows that
    come or go move the ranks behind them (about a millisecond for a million).
    """

    def __init__(self, packed: Iterable[PackedSegment], documents: int = 1) -> None:
        """`documents` is how many the rows belong to."""
        self.documents = documents
        self._table = packed if isinstance(packed, RowTable) else RowTable.of(packed)
        """The rows as they were at the beginning."""
        self._ranks = self._table.ranks[:]
        self._segments: dict[int, Segment] = {}
        """By rank, the rows that were looked at or changed."""
        self._moved: dict[str, int | None] = {}
        """By id, the ranks that are others than in the table; None for a row that is gone."""
        self._untouched = True
        """Whether no row was put or removed."""

    def __len__(self) -> int:
        return len(self._ranks)

    def __getitem__(self, index: int) -> Segment:  # type: ignore[override]
        rank = self._ranks[index]
        row = self._segments.get(rank)
        if row is None:
            row = self._segments[rank] = unpack(self._table[self._place(rank)])
        return row

    def __iter__(self) -> Iterator[Segment]:
        # Not kept: going through a whole document once is no reason to hold it unpacked.
        for row in self._in(range(len(self))):
            yield row if isinstance(row, Segment) else unpack(self._table[row])

    def has(self, id: str) -> bool:
        """Say whether there is a segment of that id."""
        return self._rank(id) is not None

    def number(self, id: str) -> int:
        """Return the zero-based row of a segment.

        Raises:
            KeyError: there is no such segment.
        """
        return bisect_left(self._ranks, self.rank_of(id))

    def rank_of(self, id: str) -> int:
        """Return a segment's place in the project; KeyError where there is none of that id."""
        rank = self._rank(id)
        if rank is None:
            raise KeyError(id)
        return rank

    def document_at(self, rank: int) -> int:
        """Return the number, from 0, of the document that has a rank; the last one has all that follow."""
        return min(document_of(rank), self.documents - 1)

    def document_of(self, id: str) -> int:
        """Return the number of the document a segment belongs to; KeyError where there is none of that id."""
        return self.document_at(self.rank_of(id))

    def of_document(self, document: int) -> range:
        """Return the numbers of a document's rows."""
        start = self.number_at(document * DOCUMENT_RANKS)
        last = document == self.documents - 1
        return range(start, len(self) if last else self.number_at((document + 1) * DOCUMENT_RANKS))

    def ids(self, numbers: range) -> Iterator[str]:
        """Yield the ids of rows in a row without unpacking them."""
        for row in self._in(numbers):
            yield row.id if isinstance(row, Segment) else self._table.id(row)

    def id_at(self, number: int) -> str:
        """Return the id of a row without unpacking it."""
        rank = self._ranks[number]
        row = self._segments.get(rank)
        return self._table.id(self._place(rank)) if row is None else row.id

    def texts_of(self, id: str) -> tuple[str, str]:
        """Return source and target of a row without unpacking it; KeyError where there is none of that id."""
        rank = self.rank_of(id)
        row = self._segments.get(rank)
        return self._table.texts(self._place(rank)) if row is None else (row.source, row.target)

    def rank_at(self, number: int) -> int:
        """Return the rank of a row."""
        return self._ranks[number]

    def number_at(self, rank: int) -> int:
        """Return the row with a rank, or the first behind it."""
        return bisect_left(self._ranks, rank)

    def by_id(self, id: str) -> Segment:
        """Return a segment; KeyError where there is none of that id."""
        return self[self.number(id)]

    def texts(self, numbers: range | None = None) -> Iterator[tuple[str, str, str]]:
        """Yield id, source and target of every row, or of rows in a row, without unpacking them."""
        for row in self._in(range(len(self)) if numbers is None else numbers):
            if isinstance(row, Segment):
                yield row.id, row.source, row.target
            else:
                yield self._table.id(row), *self._table.texts(row)

    def lengths(self, numbers: range) -> Iterator[int]:
        """Yield how many characters the longer text of each of some rows in a row has, without unpacking them."""
        return (max(len(source), len(target)) for _, source, target in self.texts(numbers))

    def states(self, numbers: range | None = None) -> Iterator[tuple[str, str, bool]]:
        """Yield id, state and whether corrected of every row, or of rows in a row, without unpacking them."""
        for row in self._in(range(len(self)) if numbers is None else numbers):
            if isinstance(row, Segment):
                yield row.id, row.state.value, row.corrected
            else:
                yield self._table.id(row), *self._table.standing(row)

    def tally(self, numbers: range | None = None) -> Counter[tuple[State, bool]]:
        """Return how many rows, or rows in a row, are in each state, corrected or not."""
        if self._untouched:
            counted = self._table.tally(range(len(self)) if numbers is None else numbers)
        else:
            counted = Counter((state, corrected) for _, state, corrected in self.states(numbers))
        return Counter({(State(state), corrected): count for (state, corrected), count in counted.items()})

    def worked_on(self, numbers: range) -> bool:
        """Say whether anything was ever done to rows in a row."""
        return any(row.revision if isinstance(row, Segment) else self._table.revision(row) for row in self._in(numbers))

    def put(self, segment: Segment) -> None:
        """Insert a segment at its rank, or replace the one of its id."""
        rank = self._rank(segment.id)
        if rank is not None and rank != segment.rank:
            self.remove(segment.id)
            rank = None
        if rank is None:
            self._ranks.insert(bisect_left(self._ranks, segment.rank), segment.rank)
            self._moved[segment.id] = segment.rank
        self._segments[segment.rank] = segment
        self._untouched = False

    def remove(self, id: str) -> None:
        """Take a segment out."""
        rank = self.rank_of(id)
        del self._ranks[bisect_left(self._ranks, rank)]
        self._segments.pop(rank, None)
        self._moved[id] = None
        self._untouched = False

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

    def _rank(self, id: str) -> int | None:
        if id in self._moved:
            return self._moved[id]
        place = self._table.find(id)
        return None if place is None else self._table.ranks[place]

    def _place(self, rank: int) -> int:
        """Return where the table has a row that nobody looked at yet."""
        return bisect_left(self._table.ranks, rank)

    def _in(self, numbers: range) -> Iterator[Segment | int]:
        """Yield rows in a row, those that nobody looked at yet as their place in the table."""
        segments = self._segments
        for rank in self._ranks[numbers.start : numbers.stop]:
            row = segments.get(rank)
            yield self._place(rank) if row is None else row
