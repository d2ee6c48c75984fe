"""Which rows wait to be checked."""

from collections.abc import Collection, Iterator

from reviewer.session.rows import Rows


class StaleRows(Collection[str]):
    """Ids of the rows whose findings are out of date. That all are is one word, in a document of any length.

    While one goes through them, rows may become up to date.
    """

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._some: dict[str, None] = {}
        """The stale rows, in the order they became so; unless they are all `but` some."""
        self._but: set[str] | None = None

    def __len__(self) -> int:
        return len(self._some) if self._but is None else len(self._rows) - len(self._but)

    def __contains__(self, id: object) -> bool:
        if self._but is None:
            return id in self._some
        return isinstance(id, str) and id not in self._but and self._rows.has(id)

    def __iter__(self) -> Iterator[str]:
        if self._but is None:
            yield from tuple(self._some)
            return
        done = self._but
        yield from (id for id in self._rows.ids(range(len(self._rows))) if id not in done)

    def everything(self) -> None:
        """All rows are out of date."""
        self._some.clear()
        self._but = set()

    def add(self, id: str) -> None:
        """A row is out of date."""
        if self._but is None:
            self._some[id] = None
        else:
            self._but.discard(id)

    def discard(self, id: str) -> None:
        """A row is up to date."""
        self._some.pop(id, None)
        if self._but is not None and self._rows.has(id):
            self._but.add(id)
        self._settle()

    def forget(self, id: str) -> None:
        """A row went."""
        self._some.pop(id, None)
        if self._but is not None:
            self._but.discard(id)
        self._settle()

    def _settle(self) -> None:
        if self._but is not None and len(self._but) == len(self._rows):
            self._but = None
