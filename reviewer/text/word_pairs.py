"""Pairs of function words that no sentence of a language puts side by side."""

from functools import cache
from itertools import pairwise, product

from reviewer.text.languages import primary
from reviewer.text.resources import resource
from reviewer.text.words import folded_words, word_pairs

END = "."
"""Stands for the end of the text on the right of a pair."""
START = "^"
"""Stands before a word on the left of a pair that must begin the text."""


@cache
def _pairs() -> dict[str, frozenset[tuple[str, str]]]:
    table: dict[str, set[tuple[str, str]]] = {}
    for line in resource("grammar/impossible_pairs.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            language, _, pair = line.partition(": ")
            left, _, right = pair.partition(" | ")
            table.setdefault(language, set()).update(product(left.split(), right.split()))
    return {language: frozenset(pairs) for language, pairs in table.items()}


def impossible_pairs(text: str, lang: str) -> tuple[int, ...]:
    """Return the index of each word of `folded_words(text, lang)` that cannot be followed by what follows it."""
    pairs = _pairs().get(primary(lang))
    if pairs is None:
        return ()
    forms = folded_words(text, lang)
    if not forms:
        return ()
    found = []
    if not pairs.isdisjoint(word_pairs(text, lang)):
        found = [i for i, pair in enumerate(pairwise(forms)) if pair in pairs]
    if len(forms) > 1 and (START + forms[0], forms[1]) in pairs:
        found.insert(0, 0)
    if (forms[-1], END) in pairs:
        found.append(len(forms) - 1)
    return tuple(found)
