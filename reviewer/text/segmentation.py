"""Finds the words of a text that puts no spaces between them, with ICU's dictionaries."""

from itertools import accumulate

from icu4py.breakers import WordBreaker


def word_boundaries(text: str, lang: str) -> frozenset[int]:
    """Return the offsets at which a word begins or ends (UAX 29, with ICU's dictionaries)."""
    return frozenset(accumulate(map(len, WordBreaker(text, lang)), initial=0))
