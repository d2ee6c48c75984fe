"""The rows of a project as they are stored, in little more room than their texts take."""

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple, overload

from reviewer.model.packed_texts import PackedTexts, Packer
from reviewer.model.segment import State
from reviewer.storage.packing import PackedSegment

_PORTION = 4096
"""Rows that are taken in at once."""
_STATES = tuple(state.value for state in State)
_CODES = {state: code for code, state in enumerate(_STATES)}
_LARGEST = (1 << 64) - 1


class _Rest(NamedTuple):
    """What a row has that few rows have."""

    delivered: str | None
    revision: int
    extra: str | None


_NOTHING = _Rest(None, 0, None)


class RowTable(Sequence[PackedSegment]):
    """Rows in document order; what is asked for is made when it is asked for.

    Ranks increase from row to row. Texts are packed, ids that are numbers (those of paragraphs as they came) held
    as numbers, and what few rows have is held for those rows alone: a row takes some forty bytes beside its texts.
    """

    def __init__(self) -> None:
        """Make an empty table; use `of` or `side_by_side`."""
        self.ranks = array("q")
        self._numbers = array("Q")
        """The id of each row, where that is a number; never falling. Another row has the number before its own."""
        self._names: dict[int, str] = {}
        """Row → its id, where that is no number, or comes out of turn."""
        self._named: dict[str, int] = {}
        self._states = bytearray()
        """Index into `_STATES` of each row's state."""
        self._rest: dict[int, _Rest] = {}
        self._source = self._target = PackedTexts.of(())

    @classmethod
    def of(cls, rows: Iterable[PackedSegment]) -> "RowTable":
        """Return a table of rows (plain tuples in the same order will do); they need not be held together."""
        table = cls()
        source, target = Packer(), Packer()
        rest = iter(rows)
        while portion := list(islice(rest, _PORTION)):
            ranks, ids, sources, targets, *others = zip(*portion, strict=True)
            source.add(sources)
            target.add(targets)
            table._add(ranks, ids, *others)
        table._source, table._target = source.packed(), target.packed()
        return table

    @classmethod
    def side_by_side(
        cls, source: PackedTexts, target: PackedTexts, gap: int, odd: Mapping[int, PackedSegment]
    ) -> "RowTable":
        """Return the rows of two texts that run in step: ids count from 1, ranks by `gap`.

        `odd` holds, by its place, each row that has more to it than two texts; its own texts are not looked at.
        """
        table = cls()
        table._source, table._target = source, target
        count = len(source)
        table.ranks = array("q", range(gap, (count + 1) * gap, gap))
        table._numbers = array("Q", range(1, count + 1))
        table._states = bytearray([_CODES[State.TRANSLATED]]) * count
        for place, row in odd.items():
            table._states[place] = _CODES[row.state]
            table._rest[place] = _Rest(row.delivered, row.revision, row.extra)
        return table

    def __len__(self) -> int:
        return len(self.ranks)

    @overload
    def __getitem__(self, index: int) -> PackedSegment: ...

    @overload
    def __getitem__(self, index: slice) -> list[PackedSegment]: ...

    def __getitem__(self, index: int | slice) -> PackedSegment | list[PackedSegment]:
        if isinstance(index, slice):
            return [self[n] for n in range(*index.indices(len(self)))]
        place = range(len(self))[index]
        return self._row(place, self._source[place], self._target[place])

    def __iter__(self) -> Iterator[PackedSegment]:
        for place, (source, target) in enumerate(zip(self._source, self._target, strict=True)):
            yield self._row(place, source, target)

    def id(self, place: int) -> str:
        """Return the id of a row."""
        return self._names.get(place) or str(self._numbers[place])

    def texts(self, place: int) -> tuple[str, str]:
        """Return source and target of a row."""
        return self._source[place], self._target[place]

    def standing(self, place: int) -> tuple[str, bool]:
        """Return the state of a row, and whether it is corrected."""
        return _STATES[self._states[place]], self._rest.get(place, _NOTHING).delivered is not None

    def revision(self, place: int) -> int:
        """Return how often a row was changed."""
        return self._rest.get(place, _NOTHING).revision

    def find(self, id: str) -> int | None:
        """Return the place of the row of that id; None where there is none."""
        place = self._named.get(id)
        if place is not None or not (number := _number(id)):
            return place
        place = bisect_left(self._numbers, number)
        found = place < len(self) and self._numbers[place] == number and place not in self._names
        return place if found else None

    def tally(self, places: range) -> Counter[tuple[str, bool]]:
        """Return how many rows in a row are in each state, corrected or not, without looking at each."""
        states = self._states[places.start : places.stop]
        found = Counter({(state, False): states.count(code) for code, state in enumerate(_STATES)})
        for place, rest in self._rest.items():
            if rest.delivered is not None and place in places:
                state = _STATES[self._states[place]]
                found[state, False] -= 1
                found[state, True] += 1
        return +found

    def _row(self, place: int, source: str, target: str) -> PackedSegment:
        delivered, revision, extra = self._rest.get(place, _NOTHING)
        state = _STATES[self._states[place]]
        return PackedSegment(self.ranks[place], self.id(place), source, target, delivered, state, revision, extra)

    def _add(
        self,
        ranks: Iterable[int],
        ids: Iterable[str],
        delivered: Iterable[str | None],
        states: Iterable[str],
        revisions: Iterable[int],
        extras: Iterable[str | None],
    ) -> None:
        first = len(self.ranks)
        self.ranks.extend(ranks)
        self._states.extend(map(_CODES.__getitem__, states))
        self._rest.update(
            (place, rest)
            for place, rest in enumerate(map(_Rest, delivered, revisions, extras), first)
            if rest != _NOTHING
        )
        last = self._numbers[-1] if self._numbers else 0
        for place, id in enumerate(ids, first):
            number = _number(id)
            if number > last:
                last = number
            else:
                self._names[place] = id
                self._named[id] = place
            self._numbers.append(last)


def _number(id: str) -> int:
    """Return the number that an id is, if it is one written as Python writes it; otherwise 0."""
    if not (id.isascii() and id.isdigit()) or id[0] == "0":
        return 0
    number = int(id)
    return number if number <= _LARGEST else 0
