"""Positions in a text: Python characters here, UTF-16 units in Qt."""

from collections.abc import Iterable, Iterator

from reviewer.model.span import Span


def to_utf16(text: str, position: int) -> int:
    """Return the number of UTF-16 units in the first `position` characters of `text`."""
    if text.isascii():
        return position
    return len(text[:position].encode("utf-16-le", "surrogatepass")) // 2


def each_to_utf16(text: str, positions: Iterable[int]) -> Iterator[int]:
    """Yield what `to_utf16` returns for each of the positions, which ascend: the text is gone through once."""
    before = units = 0
    for position in positions:
        units += to_utf16(text[before:position], position - before)
        before = position
        yield units


def from_utf16(text: str, units: int) -> int:
    """Return how many whole characters of `text` stand in its first `units` UTF-16 units.

    A position inside a surrogate pair counts as before it.
    """
    if text.isascii():
        return min(units, len(text))
    whole = text.encode("utf-16-le", "surrogatepass")[: 2 * units].decode("utf-16-le", "ignore")
    return len(whole)


def span_from_utf16(text: str, start: int, end: int) -> Span:
    """Return the span between two positions in UTF-16 units."""
    return Span(from_utf16(text, start), from_utf16(text, end))
