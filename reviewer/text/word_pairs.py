"""Pairs of function words that no sentence of a language puts side by side."""

from functools import cache

from reviewer.text.languages import primary
from reviewer.text.resources import resource
from reviewer.text.words import folded_words

END = "."
"""Stands for the end of the text on the right of a pair."""
START = "^"
"""Stands before a word on the left of a pair that must begin the text."""


@cache
def _pairs() -> dict[str, dict[str, frozenset[str]]]:
    table: dict[str, dict[str, set[str]]] = {}
    for line in resource("grammar/impossible_pairs.txt").read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        language, _, pair = line.partition(": ")
        left, _, right = pair.partition(" | ")
        for word in left.split():
            table.setdefault(language, {}).setdefault(word, set()).update(right.split())
    return {
        language: {word: frozenset(following) for word, following in pairs.items()} for language, pairs in table.items()
    }


def impossible_pairs(text: str, lang: str) -> tuple[int, ...]:
    """Return the index of each word of `folded_words(text, lang)` that cannot be followed by what follows it."""
    pairs = _pairs().get(primary(lang))
    if pairs is None:
        return ()
    forms = folded_words(text, lang)
    if not forms:
        return ()
    found = [i for i, form in enumerate(forms[:-1]) if form in pairs and forms[i + 1] in pairs[form]]
    if END in pairs.get(forms[-1], ()):
        found.append(len(forms) - 1)
    first = pairs.get(START + forms[0])
    if first is not None and len(forms) > 1 and forms[1] in first:
        found.insert(0, 0)
    return tuple(found)
