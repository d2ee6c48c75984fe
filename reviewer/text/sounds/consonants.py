"""Compares names in letters for every sound with words in Arabic letters, which leave most vowels out.

A name is cut into what one Arabic letter may stand for (`sh`, `kh`, a vowel), a word into its letters, and the two are
aligned. Which letters stand for which sounds follows the customs by which Arabic, Persian and Urdu newspapers write
foreign names, and those by which English, French and German ones write names from there.
"""

import re
from functools import lru_cache

from rapidfuzz.distance import Indel

from reviewer.text.memo import Memo

_UNITS = re.compile("tsch|dsch|sch|tch|dj|sh|ch|kh|gh|zh|th|dh|ph|ck|qu|ou|[a-z]")
_FRENCH_O = re.compile("(?:eaux?|ault)$")
_REPEATED = re.compile(r"(.)(?=\1)")
_HEARD_AS = {
    "ا": "aeiou", "أ": "aeiou", "إ": "aei", "آ": "a", "ٱ": "a", "ى": "aei", "ء": "", "ئ": "aeiy", "ؤ": "ou",
    "ع": "aeiou", "و": "wvou", "ي": "yiej", "ی": "yiej", "ې": "yie", "ے": "ey", "ة": "aeht", "ه": "hae", "ھ": "h",
    "ہ": "ha", "ۀ": "ae",
    "ب": "bpv", "پ": "pb", "ت": "t", "ٹ": "t", "ث": "TtsS", "ج": "jgJCyZ", "چ": "CSj", "ح": "hK", "خ": "KhCGkjx",
    "د": "dt", "ڈ": "d", "ذ": "Ddzs", "ر": "r", "ڑ": "r", "ز": "zsZ", "ژ": "Zjgz", "س": "scz", "ش": "SCsx", "ص": "scz",
    "ض": "dDz", "ط": "t", "ظ": "zDd", "غ": "Ggrhk", "ف": "fvpw", "ڤ": "vfw", "ق": "kqgGc", "ك": "kcqgCx", "ک": "kcqgCx",
    "گ": "gkG", "ل": "l", "م": "m", "ن": "nm", "ں": "n",
}  # fmt: skip
"""What each letter may be heard as, in the signs of `_SIGNS` for sounds that Latin writes with several letters."""
_SIGNS = {
    "tsch": "C", "tch": "C", "dsch": "J", "dj": "J", "sch": "S", "sh": "S", "ch": "C", "kh": "K", "gh": "G", "zh": "Z",
    "th": "T", "dh": "D", "ph": "f", "ck": "k", "qu": "k", "ou": "u", "x": "ks",
}  # fmt: skip
_WEAK = frozenset("اأإآٱىءئؤعويیېےةهہۀ")
"""Letters for vowels, and those that others leave out."""
_VOWELS = frozenset("aeiouy")
_COARSE = str.maketrans(
    {
        **dict.fromkeys("pfvw", "b"),
        **dict.fromkeys("qGKch", "k"),
        **dict.fromkeys("SCzT", "s"),
        **dict.fromkeys("gJZ", "j"),
        "d": "t",
        "D": "t",
    }
)
_COARSE_LETTERS = {
    **dict.fromkeys("بپفڤ", "b"), **dict.fromkeys("خغقكکح", "k"), **dict.fromkeys("ثچذزسشصظ", "s"),
    **dict.fromkeys("جژگ", "j"),
    **dict.fromkeys("تٹدڈضط", "t"), **dict.fromkeys("رڑ", "r"), "ل": "l", "م": "m", "ن": "n", "ں": "n",
}  # fmt: skip
_WORTH_IT = 0.5
"""Words whose roughest outlines are less alike are not aligned."""
_SILENT = 0.4
"""What a last consonant costs that French writes and nobody says."""
_UNSAID = 0.15
"""What a weak letter or an h without counterpart costs."""


def consonant_similarity(name: str, word: str) -> float:
    """Return how well a romanised name (lower case) is heard in a word in Arabic letters, from 0 to 1."""
    units, outline = _NAMES[name]
    alike = 0.0
    for form in (word, word.removeprefix("ال")) if word.startswith("ال") else (word,):
        letters, other = _WORDS[form]
        if outline and other and Indel.normalized_similarity(outline, other) >= _WORTH_IT:
            alike = max(alike, _aligned(units, letters))
    return alike


def _cut(name: str) -> tuple[str, str]:
    """Return a name in signs for what one letter may stand for, and its outline."""
    name = _FRENCH_O.sub("o", name)
    signs = _REPEATED.sub("", "".join(_SIGNS.get(unit, unit) for unit in _UNITS.findall(name)))
    outline = "".join(sign for sign in signs if sign not in _VOWELS and sign != "h").translate(_COARSE)
    return signs, outline or signs[:1]


def _read(word: str) -> tuple[str, str]:
    letters = _REPEATED.sub("", "".join(letter for letter in word if letter in _HEARD_AS))
    return letters, "".join(_COARSE_LETTERS.get(letter, "") for letter in letters) or letters[:1]


_NAMES = Memo(_cut, 16_384)
_WORDS = Memo(_read, 32_768)


@lru_cache(maxsize=65_536)
def _aligned(units: str, letters: str) -> float:
    """Align signs and letters at the least cost and return what share of the consonants that leaves."""
    last = len(units) - 1
    row = [0.0]
    for letter in letters:
        row.append(row[-1] + (_UNSAID if letter in _WEAK else 1.0))
    for place, unit in enumerate(units):
        left_out = 0.0 if unit in _VOWELS else _UNSAID if unit == "h" else _SILENT if place == last else 1.0
        if place == 0 and unit in _VOWELS:
            left_out = _SILENT
        above, row = row, [row[0] + left_out]
        for at, letter in enumerate(letters):
            weak = letter in _WEAK
            if unit in _HEARD_AS[letter]:
                changed = 0.0
            else:
                changed = _UNSAID if weak and unit in _VOWELS else 1.0
            row.append(min(above[at] + changed, above[at + 1] + left_out, row[at] + (_UNSAID if weak else 1.0)))
    strong = max(
        sum(unit not in _VOWELS and unit != "h" for unit in units), sum(letter not in _WEAK for letter in letters), 2
    )
    return max(0.0, 1 - row[-1] / strong)
