"""Where the editor is and has been, for back and forward."""

from collections.abc import Callable

_KEPT = 200


class Trail:
    """The last places visited, as in a browser."""

    def __init__(self, here: str) -> None:
        self.here = here
        self._behind: list[str] = []
        self._ahead: list[str] = []

    def go(self, id: str) -> None:
        """Move on; the way forward is forgotten."""
        self._behind.append(self.here)
        del self._behind[:-_KEPT]
        self._ahead.clear()
        self.here = id

    def replace(self, id: str) -> None:
        """Stand elsewhere because the place is gone."""
        self.here = id

    def back(self, exists: Callable[[str], bool]) -> bool:
        """Go to the place before; False where there is none left."""
        return self._step(self._behind, self._ahead, exists)

    def forward(self, exists: Callable[[str], bool]) -> bool:
        """Go where `back` came from."""
        return self._step(self._ahead, self._behind, exists)

    def _step(self, origin: list[str], other: list[str], exists: Callable[[str], bool]) -> bool:
        while origin:
            id = origin.pop()
            if exists(id) and id != self.here:
                other.append(self.here)
                self.here = id
                return True
        return False
