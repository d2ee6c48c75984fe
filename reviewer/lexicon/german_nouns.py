"""Tells German common nouns from names, both of which are written with a capital."""

import re
from functools import lru_cache

from reviewer.lexicon.spelling import speller

_UMLAUT = str.maketrans("aou", "äöü")
_LAST_VOWEL = re.compile(r"[aou](?=[^aouäöüei]*(?:e[lnr])?$)")

_OF_NAMES = re.compile(
    r"(?:platz|stra(?:ß|ss)e|bergs?|ring|burg|dorf|gasse|allee|weg|brücke|tor|see|wald|bach|heim|hof|stadt|kirchen?|mann|"
    r"strand|park|markt|liga|kammer|tag|rat|halle|schloss|hausen|ingen|werder|furt|feld)$|^(?:Bundes|Landes|Reichs|Volks|Deutsch)"
)
"""Parts of names of streets, places and institutions, which keep their German form in translations."""


@lru_cache(maxsize=10_000)
def is_common_noun(word: str) -> bool:
    """Say whether a capitalised German word is a noun in common use and no name.

    A name has no plural: the dictionary must have one of the word (Krankheit, Krankheiten; Boden, Böden),
    or the word must be one. The ending -er is not looked at, for it makes inhabitants (Rostock, Rostocker).
    """
    dictionary = speller("de")
    if dictionary is None or not dictionary.has(word) or dictionary.has(word.lower()) or is_of_names(word):
        return False
    return any(dictionary.has(form) for form in _other_forms(word))


def is_of_names(word: str) -> bool:
    """Say whether a word begins or ends as names of streets, places and institutions do."""
    return bool(_OF_NAMES.search(word))


def _other_forms(word: str) -> list[str]:
    forms = [word + ending for ending in ("en", "n", "e")]
    forms += [word[: -len(ending)] for ending in ("en", "e", "n") if word.endswith(ending)]
    vowel = _LAST_VOWEL.search(word)
    if vowel is not None:
        changed = word[: vowel.start()] + vowel[0].translate(_UMLAUT) + word[vowel.end() :]
        forms += [changed, changed + "e"]
    return [form for form in forms if len(form) > 2]
