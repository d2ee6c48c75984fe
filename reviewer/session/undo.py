"""Which act undo takes back and redo gives back, worked out from the history itself."""

from collections.abc import Iterable

from reviewer.model.correction import Verb
from reviewer.storage.store import Outline


class UndoLine:
    """Numbers of the acts that stand and of those taken back, so that undo survives a restart."""

    def __init__(self, outline: Iterable[Outline]) -> None:
        self._standing: list[int] = []
        self._taken: list[tuple[int, int]] = []
        """Acts taken back, with the number of the undo that did."""
        for entry in outline:
            if entry.verb == Verb.UNDO:
                self.undid(entry.number)
            elif entry.verb == Verb.REDO:
                self.redid()
            elif entry.verb == Verb.REREAD:
                self.begin_anew()
            else:
                self.did(entry.number)

    @property
    def last(self) -> int | None:
        """The act that undo would take back."""
        return self._standing[-1] if self._standing else None

    @property
    def next(self) -> int | None:
        """The act that redo would do again."""
        return self._taken[-1][0] if self._taken else None

    @property
    def undone_by(self) -> int | None:
        """The undo that redo would revert."""
        return self._taken[-1][1] if self._taken else None

    def did(self, number: int) -> None:
        """A new act: what was taken back can no longer be done again (it stays in the history)."""
        self._standing.append(number)
        self._taken.clear()

    def undid(self, by: int) -> None:
        """The last act was taken back."""
        self._taken.append((self._standing.pop(), by))

    def redid(self) -> None:
        """The act taken back last stands again."""
        self._standing.append(self._taken.pop()[0])

    def begin_anew(self) -> None:
        """The texts are others: nothing before can be taken back."""
        self._standing.clear()
        self._taken.clear()
