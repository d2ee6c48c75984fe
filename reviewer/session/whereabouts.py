"""Where the editor stands, and which rows the desk shows there."""

from collections.abc import Callable

from reviewer.model.changed import Aspect, Changed
from reviewer.session.contents import Installed
from reviewer.session.rows import Rows
from reviewer.session.trail import Trail
from reviewer.session.worklist import Worklist

_NEARBY = 12


class Whereabouts:
    """The row the editor is at, those they were at before, and the rows that are shown.

    What moves the editor returns what changed with it, or None where they stay.
    """

    def __init__(self, rows: Rows, here: str) -> None:
        """`here` is the id of the row to begin at; empty in an empty document."""
        self._rows = rows
        self._trail = Trail(here)
        self.worklist = Worklist(rows)

    @property
    def here(self) -> str:
        """Id of the row the editor is at; empty in an empty document."""
        return self._trail.here

    @property
    def nearby(self) -> range:
        """Numbers of the rows about where the editor stands, about as many as are seen."""
        at = self._rows.number(self.here) if self.here else 0
        return range(max(0, at - 1), min(len(self._rows), at + _NEARBY))

    def go(self, id: str) -> Changed | None:
        """Move to a row, be it hidden so far; to one that is gone there is no way."""
        if id == self.here or not self._rows.has(id):
            return None
        before = self.here
        self._trail.go(id)
        return self._arrived(before)

    def back(self) -> Changed | None:
        """Return to where the editor was before the last jump."""
        return self._stepped(self._trail.back)

    def forward(self) -> Changed | None:
        """Undo `back`."""
        return self._stepped(self._trail.forward)

    def show(self, ids: set[str] | None) -> Changed:
        """Show these rows only, or all; where the editor's is hidden now, they stand at the next one shown."""
        self.worklist.show(ids)
        if self.worklist.position(self.here) is None and len(self.worklist):
            self._trail.go(self.worklist.id_at(self.worklist.nearest(self.here)))
        return Changed((), Aspect.FILTER | Aspect.CURRENT)

    def follow(self, done: Installed) -> Aspect:
        """Keep up with rows that an act made come and go; return what changed about where the editor stands.

        Where their own row went, they stand at one that took part and is there, else at the next.
        """
        if not (done.gone or done.came):
            return Aspect(0)
        self.worklist.follow(done.gone, done.came)
        if self._rows.has(self.here):
            return Aspect(0)
        there = next(filter(self._rows.has, done.segments), None)
        self._trail.replace(self._next(done.segments[self.here].rank) if there is None else there)
        return Aspect.CURRENT

    def _next(self, rank: int) -> str:
        """Return the row behind a rank, or the last; nothing where there is none."""
        number = self._rows.number_at(rank)
        return self._rows.id_at(min(number, len(self._rows) - 1)) if len(self._rows) else ""

    def _stepped(self, step: Callable[[Callable[[str], bool]], bool]) -> Changed | None:
        before = self.here
        return self._arrived(before) if step(self._rows.has) else None

    def _arrived(self, before: str) -> Changed:
        aspects = Aspect.CURRENT
        if self.worklist.position(self.here) is None:
            self.worklist.follow(set(), {self._rows.rank_of(self.here)})
            aspects |= Aspect.FILTER
        return Changed((before, self.here), aspects)
