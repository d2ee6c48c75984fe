"""Compares names across scripts and spelling customs by how they sound, roughly.

A name is romanised (anyascii; pykakasi for the readings of Japanese), folded to a phonetic key in which
the usual ways to write one sound meet (Araghtschi, Araghchi; Dschawad, Jawad), and compared as a whole
and by its consonants, which survive where vowels are not written (Arabic, Hebrew).
"""

import re
from functools import cache, lru_cache
from typing import Any

from anyascii import anyascii
from rapidfuzz.distance import Levenshtein
from rapidfuzz.fuzz import partial_ratio

from reviewer.text.languages import primary
from reviewer.text.memo import Memo

_SPELLINGS = {
    "dsch": "j", "dzh": "j", "dj": "j", "tsch": "c", "tch": "c", "tsj": "c", "schtsch": "sc", "shch": "sc",
    "szcz": "sc", "sch": "s", "sh": "s", "sz": "s", "cz": "c", "ch": "h", "kh": "h", "gh": "h", "ph": "f",
    "zh": "z", "rz": "z", "th": "t", "dh": "t", "bh": "b", "ts": "c", "tz": "c", "ck": "k", "qu": "k",
    "x": "ks", "ou": "u", "oo": "u", "oe": "u", "ee": "i", "ie": "i",
}  # fmt: skip
"""One sound's spellings in the romanisations of English, German, French, Dutch and Polish."""
_SPELLING = re.compile("|".join(sorted(_SPELLINGS, key=len, reverse=True)))
_HARD_C = re.compile("c(?=[aoulrt]|$)")
_LETTERS = str.maketrans(
    {"q": "k", "w": "f", "v": "f", "y": "i", "j": "i", "z": "s", "c": "s", "g": "k", "b": "p", "d": "t"}
)
_LOOSE = str.maketrans({"r": "l", "m": "n", "h": "k", "f": "p"})
"""Sounds that Chinese and Japanese renderings of foreign names do not tell apart."""
_REPEATED = re.compile(r"(.)(?=\1)")
_NOT_LETTERS = re.compile("[^a-z]+")
_VOWELS = str.maketrans("", "", "aeiou")
_VOWELS_AND_H = str.maketrans("", "", "aeiouh")


@lru_cache(maxsize=65536)
def romanise(text: str) -> str:
    """Return a text in the letters of ASCII, lower case."""
    return (text if text.isascii() else anyascii(text)).lower()


@lru_cache(maxsize=65536)
def phonetic(romanised: str) -> str:
    """Return the phonetic key of a romanised word."""
    key = _HARD_C.sub("k", _NOT_LETTERS.sub("", romanised))
    key = _SPELLING.sub(lambda found: _SPELLINGS[found.group()], key)
    return _REPEATED.sub("", key.translate(_LETTERS))


def skeleton(romanised: str) -> str:
    """Return the consonants of a romanised word, with `a` for a vowel it begins with."""
    key = phonetic(romanised)
    rest = key[1:].translate(_VOWELS_AND_H)
    return ("a" if key[:1] in set("aeiou") else key[:1]) + rest


def similarity(one: str, other: str) -> float:
    """Return how alike two romanised words sound, from 0 to 1.

    Half of it is the whole word, half its consonants (normalised Levenshtein similarity).
    """
    (whole, consonants), (other_whole, other_consonants) = _HEARD[one], _HEARD[other]
    alike = Levenshtein.normalized_similarity(whole, other_whole)
    if len(consonants) < 2 or len(other_consonants) < 2:
        return float(alike)
    return float((alike + Levenshtein.normalized_similarity(consonants, other_consonants)) / 2)


def _heard(romanised: str) -> tuple[str, str]:
    return phonetic(romanised), skeleton(romanised)


_HEARD = Memo(_heard, 32_768)
"""Romanised words and what is compared of them: a name is held against every word of the other side."""


def loosely(romanised: str) -> tuple[str, str]:
    """Return the phonetic key and the consonants of a text as East Asian renderings keep them."""
    return _LOOSELY[romanised]


def _loosened(romanised: str) -> tuple[str, str]:
    key = _REPEATED.sub("", phonetic(romanised.replace("ng", "n")).translate(_LOOSE))
    return key, _REPEATED.sub("", key.translate(_VOWELS))


_LOOSELY = Memo(_loosened, 32_768)


def loose_similarity(one: str, other: str) -> float:
    """Return how alike two romanised names sound, from 0 to 1, where one is an East Asian rendering."""
    (whole, consonants), (other_whole, other_consonants) = _LOOSELY[one], _LOOSELY[other]
    alike = Levenshtein.normalized_similarity(whole, other_whole)
    if not consonants and not other_consonants:
        return float(alike)
    return float((alike + Levenshtein.normalized_similarity(consonants, other_consonants)) / 2)


def heard_in(name: str, sounds: str) -> float:
    """Return how well a romanised name is heard somewhere in a romanised text without spaces, 0 to 1."""
    key, consonants = loosely(name)
    text, text_consonants = loosely(sounds)
    if not key or not text:
        return 0.0
    whole = partial_ratio(key, text) if len(key) <= len(text) else 100 * Levenshtein.normalized_similarity(key, text)
    if len(consonants) < 2:
        return whole / 100
    if len(consonants) > len(text_consonants):
        return whole / 200
    return (whole + partial_ratio(consonants, text_consonants)) / 200


@lru_cache(maxsize=4096)
def sounds(text: str, lang: str) -> str:
    """Return how a text without spaces sounds, romanised: pinyin for Chinese, readings for Japanese."""
    if primary(lang) != "ja":
        return romanise(text)
    spoken = "".join(piece["hepburn"] for piece in _kakasi().convert(text))
    return spoken.replace("ou", "o").replace("oo", "o").replace("uu", "u") + " " + romanise(text)


@cache
def _kakasi() -> Any:
    # Its dictionaries take a moment and 30 MB: only for those who review Japanese.
    import pykakasi

    return pykakasi.kakasi()  # type: ignore[no-untyped-call]
