"""Where in a translation something most likely belongs that stands at a place of the source."""

import re
from collections.abc import Sequence

_WORD = re.compile(r"\w+")


def likely_place(source: str, target: str, at: int, anchors: Sequence[tuple[int, int]], ends: bool = False) -> int:
    """Return the place in `target` for what stands at `at` in `source`, one character long.

    `anchors` are places of things both texts have, each one character long, in order of the source. Tried in
    turn: the neighbourhood of an anchor or of the text's edge with nothing between; a word beside it, or a mark
    behind it, that both texts have once; how far between its neighbours it stands. `ends` says that it closes what
    stands before it, and so goes behind a word rather than before one.
    """
    left, low = max(((a + 1, b + 1) for a, b in anchors if a < at), default=(0, 0))
    right, high = min(((a, b) for a, b in anchors if a > at), default=(len(source), len(target)))
    if low > high:  # the anchors are in another order here
        left, low, right, high = 0, 0, len(source), len(target)
    before, after = source[left:at], source[at + 1 : right]
    if not before.strip():
        return low
    if not after.strip():
        return high
    if not ends and not after[:1].isspace() and (place := _beside(after, target, low, high, first=True)) is not None:
        return place
    if ends and (place := _beside(before, target, low, high, first=False)) is not None:
        return place
    if (place := _before_mark(after, target, low, high)) is not None:
        return place
    guess = low + (high - low) * len(before) / (len(before) + len(after))
    edges = [match.end() if ends else match.start() for match in _WORD.finditer(target, low, high)]
    return min(edges, key=lambda edge: abs(edge - guess), default=round(guess))


def _before_mark(context: str, target: str, low: int, high: int) -> int | None:
    """Return the place before the mark that follows, where the translation has that mark once."""
    mark = context[:1]
    if mark.isalnum() or mark.isspace() or target.count(mark, low, high) != 1:
        return None
    return target.index(mark, low, high)


def _beside(context: str, target: str, low: int, high: int, first: bool) -> int | None:
    """Return the place beside the word next to it, where the translation has that word once."""
    words = _WORD.findall(context)
    if not words:
        return None
    word = words[0] if first else words[-1]
    found = [match for match in _WORD.finditer(target, low, high) if match[0].casefold() == word.casefold()]
    if len(found) != 1 or len(word) < 2:
        return None
    return found[0].start() if first else found[0].end()
