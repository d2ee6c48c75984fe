"""What became of the names of a passage, and how that is kept for a whole document in little memory."""

import marshal
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from reviewer.checks.names.sides import Side
from reviewer.lexicon.naming import Name, Sort
from reviewer.model.span import Span


class Fate(NamedTuple):
    """What became of a name on the other side."""

    name: Name
    at: Span | None
    """Where it was found, if it was and that can be told."""
    sureness: float
    """How sure it is that it is missing (or has come from nowhere), from 0 to 1; 0 where found."""

    @property
    def found(self) -> bool:
        """Whether the other side has it."""
        return self.sureness == 0


@dataclass(frozen=True, slots=True, eq=False)
class NamePair:
    """Both sides of a passage, and what became of each name."""

    source: Side
    target: Side
    sources: tuple[Fate, ...]
    targets: tuple[Fate, ...]

    @classmethod
    def of(cls, fates: "Fates", source: str, source_lang: str, target: str, target_lang: str) -> "NamePair":
        """Return the pair of two texts of whose names it is known what became of them."""
        here, there = (tuple([fate.name for fate in its]) for its in fates)
        return cls(Side(source, source_lang, here), Side(target, target_lang, there), *fates)

    @property
    def fates(self) -> "Fates":
        """What became of the names of either side."""
        return self.sources, self.targets


Fates = tuple[tuple[Fate, ...], tuple[Fate, ...]]
"""What became of the names of the source, and of those of the target."""

_SORTS = tuple(Sort)
_PLACES = {sort: place for place, sort in enumerate(_SORTS)}


def packed(fates: Fates) -> bytes:
    """Return what became of the names, without the texts, in a tenth of the memory."""
    return marshal.dumps([*map(_packed, fates)])


def unpacked(packed: bytes, source: str, target: str) -> Fates:
    """Return what was packed of the names of two texts."""
    here, there = marshal.loads(packed)
    return _unpacked(here, source), _unpacked(there, target)


def _packed(fates: Iterable[Fate]) -> list[tuple[object, ...]]:
    return [
        (start, end, key, _PLACES[sort], meanings, weight, exact, others, *(fate.at or (-1, -1)), fate.sureness)
        for fate in fates
        for start, end, _, key, sort, meanings, weight, exact, others in (fate.name,)
    ]


def _unpacked(
    rows: list[tuple[int, int, str, int, frozenset[int], float, bool, frozenset[int], int, int, float]], text: str
) -> tuple[Fate, ...]:
    return tuple(
        [
            Fate(
                Name(start, end, text[start:end], key, _SORTS[sort], meanings, weight, exact, others),
                Span(at, until) if at >= 0 else None,
                sureness,
            )
            for start, end, key, sort, meanings, weight, exact, others, at, until, sureness in rows
        ]
    )
