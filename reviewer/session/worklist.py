"""Which rows the desk shows: all, or those a filter lets through."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Set
from dataclasses import dataclass

from reviewer.model.segment import State
from reviewer.session.rows import Rows


@dataclass(frozen=True, slots=True)
class Filter:
    """What to show; an empty filter shows everything. Conditions given must all hold."""

    states: frozenset[State] = frozenset()
    corrected: bool | None = None
    check: str = ""
    """Id of a check; `*` for any."""
    author: str = ""
    """Only what this person touched."""
    text: str = ""
    """Stands in the source or the target, whatever its case."""
    document: int | None = None
    """Number, from 0, of the only document to show; None for all."""

    def __bool__(self) -> bool:
        return self != Filter()


class Worklist:
    """The rows shown, in order. A row that no longer fits stays until the filter is set again."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._shown: array[int] | None = None
        """Ranks of the rows shown; None for all."""

    def __len__(self) -> int:
        return len(self._rows) if self._shown is None else len(self._shown)

    def id_at(self, position: int) -> str:
        """Return the id of the segment at a position on the desk."""
        number = position if self._shown is None else self._rows.number_at(self._shown[position])
        return self._rows.id_at(number)

    def position(self, id: str) -> int | None:
        """Return where a segment stands on the desk; None where the filter hides it."""
        if not self._rows.has(id):
            return None
        number = self._rows.number(id)
        if self._shown is None:
            return number
        rank = self._rows.rank_at(number)
        at = bisect_left(self._shown, rank)
        return at if at < len(self._shown) and self._shown[at] == rank else None

    def nearest(self, id: str) -> int:
        """Return the position of a segment, or of the next one shown behind it."""
        if self._shown is None:
            return self._rows.number(id)
        return min(bisect_left(self._shown, self._rows.rank_of(id)), max(0, len(self._shown) - 1))

    def positions(self, numbers: range) -> range:
        """Return where on the desk rows in a row stand that are shown."""
        if self._shown is None or not numbers:
            return numbers
        first, last = self._rows.rank_at(numbers.start), self._rows.rank_at(numbers.stop - 1)
        return range(bisect_left(self._shown, first), bisect_right(self._shown, last))

    def show(self, ids: set[str] | None) -> None:
        """Show these segments only; None shows all."""
        self._shown = None if ids is None else array("q", sorted(map(self._rows.rank_of, ids)))

    def follow(self, gone: set[int], came: set[int]) -> None:
        """Keep up with rows (given by rank) that went and came; new ones are shown."""
        if self._shown is not None:
            self._shown = array("q", sorted((set(self._shown) - gone) | came))


def matching(rows: Rows, wanted: Filter, with_check: Set[str], touched: Set[str]) -> set[str]:
    """Return the ids of the segments a filter lets through."""
    found: Set[str] | None = None
    if wanted.states or wanted.corrected is not None:
        states = {state.value for state in wanted.states}
        found = {
            id
            for id, state, corrected in rows.states()
            if (not states or state in states) and wanted.corrected in (None, corrected)
        }
    if wanted.check:
        found = with_check if found is None else found & with_check
    if wanted.author:
        found = touched if found is None else found & touched
    if wanted.text:
        needle = wanted.text.casefold()
        hits = {i for i, source, target in rows.texts() if needle in source.casefold() or needle in target.casefold()}
        found = hits if found is None else found & hits
    if wanted.document is not None:
        its = set(rows.ids(rows.of_document(wanted.document)))
        found = its if found is None else found & its
    return {id for id, *_ in rows.texts()} if found is None else {id for id in found if rows.has(id)}
