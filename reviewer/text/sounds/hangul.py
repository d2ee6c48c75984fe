"""Compares names in Latin or other letters with words in Hangul by the sounds that Korean keeps of foreign names.

Korean has one letter for f and p, for b and v, for l and r; it puts a vowel (ㅡ) between consonants that cannot stand
together, and at the end of a syllable s sounds as t (National Institute of Korean Language, rules for writing
loanwords, and the Revised Romanisation for names of its own).
"""

import re

from rapidfuzz.distance import Levenshtein

from reviewer.text.memo import Memo

_FIRST = ("k", "k", "n", "t", "t", "l", "m", "p", "p", "s", "s", "", "s", "s", "s", "k", "t", "p", "h")
_VOWELS = (
    "a", "e", "ia", "ie", "o", "e", "io", "ie", "o", "ua", "ue", "ue", "io", "u", "uo", "ue", "ui", "iu", "", "i", "i",
)  # fmt: skip
_LAST = (
    "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "l", "l", "m", "p", "p", "t", "t", "n",
    "s", "t", "k", "t", "p", "t",
)  # fmt: skip
"""The letters of a syllable in the order of Unicode (3.12, Hangul syllable composition), by sound; ㅡ is none."""
_SYLLABLES = 0xAC00
_COUNT = 11_172

_SPELLINGS = {
    "tsch": "s", "sch": "s", "tch": "s", "dsch": "s", "sh": "s", "ch": "s", "zh": "s", "dj": "s", "ts": "s", "tz": "s",
    "th": "t", "dh": "t", "ph": "p", "gh": "k", "kh": "k", "ck": "k", "qu": "ku", "ce": "se", "ci": "si", "cy": "si",
    "x": "ks", "eo": "o", "eu": "", "oo": "u", "ou": "u", "ee": "i", "ae": "e", "ng": "n", "nh": "n",
}  # fmt: skip
_SPELLING = re.compile("|".join(sorted(_SPELLINGS, key=len, reverse=True)))
_LETTERS = str.maketrans("fvbrzjqgdywc", "ppplsskktiuk")
_SOFT_G = re.compile("g(?=[eiy])")
_UNSAID_R = re.compile("r(?=[^aeiouy]|$)")
_REPEATED = re.compile(r"(.)(?=\1)")
_NOT_LETTERS = re.compile("[^a-z]+")
_WEAK = re.compile("[aeiouh]")


def hangul_similarity(name: str, word: str) -> float:
    """Return how alike a romanised name (lower case) and a word in Hangul sound, from 0 to 1.

    Half of it is the whole word, half its consonants (normalised Levenshtein similarity).
    """
    heard, consonants = _HEARD[word]
    return max(
        (
            (
                Levenshtein.normalized_similarity(spoken, heard)
                + Levenshtein.normalized_similarity(spoken_consonants, consonants)
            )
            / 2
            for spoken, spoken_consonants in _SPOKEN[name]
        ),
        default=0.0,
    )


def _spoken(name: str) -> tuple[tuple[str, str], ...]:
    """Return the sounds a name may have in Korean: with g as in George and r unsaid as in English, or not."""
    plain = _NOT_LETTERS.sub("", name)
    soft = _SOFT_G.sub("j", plain)
    forms = (plain, soft, _UNSAID_R.sub("", plain), _UNSAID_R.sub("", soft))
    return tuple(map(_with_consonants, dict.fromkeys(map(_sounds, filter(None, forms)))))


def _sounds(form: str) -> str:
    return _SPELLING.sub(lambda found: _SPELLINGS[found.group()], form).translate(_LETTERS)


def _heard(word: str) -> tuple[str, str]:
    return _with_consonants("".join(map(_syllable, word)))


def _syllable(char: str) -> str:
    number = ord(char) - _SYLLABLES
    if not 0 <= number < _COUNT:
        return ""
    return _FIRST[number // 588] + _VOWELS[number % 588 // 28] + _LAST[number % 28]


def _with_consonants(sounds: str) -> tuple[str, str]:
    sounds = _REPEATED.sub("", sounds)
    return sounds, sounds[:1] + _WEAK.sub("", sounds[1:])


_SPOKEN = Memo(_spoken, 16_384)
_HEARD = Memo(_heard, 32_768)
