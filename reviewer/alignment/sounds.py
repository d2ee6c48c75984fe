"""How a word of any alphabet roughly sounds, so that names meet across scripts."""

import re
import unicodedata
from functools import cache, lru_cache

_LETTER = re.compile(
    r"(?:LETTER|SYLLABLE|CHARACTER|VOWEL SIGN) (?:SMALL |FINAL |SHORT |UKRAINIAN |BYELORUSSIAN-|SARA )*([A-Z]+)"
)
_SYLLABIC = re.compile("HANGUL|KATAKANA|HIRAGANA|ETHIOPIC|CHEROKEE|CANADIAN")
_ONSET = re.compile("[^AEIOU]+|[AEIOU]")
_LEVELLED = [
    ("tsch", "c"), ("shch", "s"), ("sch", "s"), ("tch", "c"), ("sh", "s"), ("ch", "c"), ("zh", "s"), ("kh", "h"),
    ("gh", "g"), ("ph", "f"), ("th", "t"), ("rh", "r"), ("ck", "k"), ("ts", "s"), ("qu", "k"), ("ou", "u"),
    ("oo", "u"), ("ee", "i"),
]  # fmt: skip
"""Spellings of one sound, longest first."""
_LEVEL = str.maketrans({"q": "k", "w": "v", "y": "i", "j": "i", "z": "s", "c": "k", "x": "s", "l": "r"})
_DOUBLE = re.compile(r"(.)(?=\1)")


@lru_cache(maxsize=1 << 16)
def sound(word: str) -> str:
    """Return the word in lower-case Latin letters with differences of spelling levelled."""
    latin = "".join(map(_latin, unicodedata.normalize("NFC", word.casefold())))
    for many, one in _LEVELLED:
        latin = latin.replace(many, one)
    return _DOUBLE.sub("", latin.translate(_LEVEL))


@cache
def _latin(char: str) -> str:
    """Return a letter's sound as its Unicode name tells it.

    An alphabet's letter is named by a word that begins with its sound (BET, GAMMA, KO KAI), a
    syllabary's by the syllable itself, and some Cyrillic ones by a vowel before the sound (EL, EM).
    """
    if char.isascii():
        return char if char.isalpha() else ""
    name = unicodedata.name(char, "")
    found = _LETTER.search(name)
    if found is None:
        return ""
    letter = found.group(1)
    if _SYLLABIC.match(name):
        return letter.lower()
    if name.startswith("CYRILLIC") and len(letter) == 2 and letter[0] == "E":
        return letter[1].lower()
    onset = _ONSET.match(letter)
    return onset.group().lower() if onset else ""
