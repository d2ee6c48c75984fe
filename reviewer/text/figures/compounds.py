"""Numbers that are the first part of a longer word: zweistündig, двухчасовой, dwugodzinny, femtonåring."""

from typing import NamedTuple

from reviewer.text.figures.lexis import Lexis
from reviewer.text.figures.number_words import compound

_LEAST = 5
"""Letters of the shortest such word: stulet, kétórás."""
_VOWELS = "aeio"


class Joined(NamedTuple):
    """A number and what it counts, in one word."""

    value: float
    length: int
    """Letters that tell the number."""
    units: frozenset[str]


def joined(key: str, lexis: Lexis) -> Joined | None:
    """Read a folded word that begins with a number and goes on with what is counted; None for any other."""
    if not lexis.compounds or len(key) < _LEAST:
        return None
    for at in range(2, len(key) - 2):
        unit = lexis.compounds.get(key[at:])
        if unit is None:
            continue
        value = _value(key[:at], lexis)
        if value:
            return Joined(value, at, frozenset() if unit == "number" else frozenset({unit}))
    return None


def _value(start: str, lexis: Lexis) -> float | None:
    """Return the number that a compound begins with."""
    if not lexis.combining:
        return _word(start, lexis)
    if start in lexis.combining:
        return lexis.combining[start]
    for at in range(2, len(start) - 1):
        tens, unit = lexis.combining.get(start[:at], 0), lexis.combining.get(start[at:], 0)
        if (tens >= 20 and tens % 10 == 0 and 0 < unit < 10) or (tens and tens % 100 == 0 and 0 < unit < 100):
            return tens + unit
    return _word(start, lexis)


def _word(start: str, lexis: Lexis) -> float | None:
    if found := lexis.numbers.get(start):
        return None if found.ordinal else found.value
    if whole := compound(start, lexis):
        return whole
    # Italian drops the last vowel: dodici, dodicenne.
    words = (lexis.numbers.get(start + vowel) for vowel in _VOWELS) if lexis.lang == "it" else ()
    return next((word.value for word in words if word and not word.ordinal), None)
