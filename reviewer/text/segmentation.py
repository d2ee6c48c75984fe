"""Finds the words of a text that puts no spaces between them, with ICU's dictionaries."""

from icu4py.breakers import WordBreaker


def word_boundaries(text: str, lang: str) -> frozenset[int]:
    """Return the offsets at which a word begins or ends (UAX 29, with ICU's dictionaries)."""
    edges = {0}
    at = 0
    for piece in WordBreaker(text, lang):
        at += len(piece)
        edges.add(at)
    return frozenset(edges)
