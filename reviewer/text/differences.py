"""What differs between two versions of a text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from reviewer.model.span import Span

if TYPE_CHECKING:
    from rapidfuzz.distance import Opcodes

# Words, runs of white space, and single characters for all else; scripts written without spaces fall
# into single characters, which is how their readers compare them.
_PIECES = re.compile(
    r"[^\W\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff]+|\s+|.", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Difference:
    """A stretch of the old text and what stands there in the new one; one of them may be empty."""

    old: Span
    new: Span


@lru_cache(maxsize=512)
def differences(old: str, new: str) -> tuple[Difference, ...]:
    """Return where two versions differ, word by word, in order."""
    if old == new:
        return ()
    old_pieces, new_pieces = _PIECES.findall(old), _PIECES.findall(new)
    old_starts, new_starts = _starts(old_pieces), _starts(new_pieces)
    found: list[Difference] = []
    for op in _opcodes(old_pieces, new_pieces):
        if op.tag == "equal":
            continue
        old_span = Span(old_starts[op.src_start], old_starts[op.src_end])
        new_span = Span(new_starts[op.dest_start], new_starts[op.dest_end])
        if found and found[-1].old.end == old_span.start and found[-1].new.end == new_span.start:
            old_span = Span(found[-1].old.start, old_span.end)
            new_span = Span(found.pop().new.start, new_span.end)
        found.append(Difference(old_span, new_span))
    return tuple(found)


def counterpart(text: str, other: str, position: int) -> int:
    """Return the position in `other` that stands where `position` stands in `text`."""
    if text == other:
        return position
    for block in _compared(text, other).as_matching_blocks():
        if position <= block.a + block.size:
            return block.b + max(0, position - block.a)
    return len(other)


@lru_cache(maxsize=8)
def _compared(text: str, other: str) -> "Opcodes":
    return _opcodes(text, other)


def _opcodes(one: Sequence[str], other: Sequence[str]) -> "Opcodes":
    # Imported here: the window is there before anything in it differs.
    from rapidfuzz.distance import Indel

    return Indel.opcodes(one, other)


def _starts(pieces: list[str]) -> list[int]:
    starts = [0]
    for piece in pieces:
        starts.append(starts[-1] + len(piece))
    return starts
