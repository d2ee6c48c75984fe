"""A stretch of text."""

from typing import NamedTuple


class Span(NamedTuple):
    """Half-open range `[start, end)` of a text, in Unicode code points (Python characters)."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the stretch of `text` this span covers."""
        return text[self.start : self.end]

    def __bool__(self) -> bool:
        return self.end > self.start

    def overlaps(self, other: "Span") -> bool:
        """Say whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end
