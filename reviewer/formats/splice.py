"""Replacing stretches of a file and leaving all else as it is."""

from collections.abc import Iterable
from typing import AnyStr


def splice(data: AnyStr, replacements: Iterable[tuple[int, int, AnyStr]]) -> AnyStr:
    """Return `data` with each stretch `[start, end)` replaced.

    Where `start == end` something is inserted; several insertions at one place keep their order.

    Raises:
        ValueError: two stretches overlap.
    """
    pieces: list[AnyStr] = []
    done = 0
    for start, end, new in sorted(replacements, key=lambda r: (r[0], r[1])):
        if start < done or end < start:
            raise ValueError(f"stretches overlap at {start}")
        pieces += (data[done:start], new)
        done = end
    pieces.append(data[done:])
    return data[:0].join(pieces)
