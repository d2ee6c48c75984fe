"""How an ideograph is read in Mandarin, Cantonese, Korean, Vietnamese and Japanese, as Latin letters spell it.

The readings are Unicode's (Unihan) and UniDic's, in `resources/readings/`, made by `resources/build/readings.py`.
"""

import re
from functools import cache, lru_cache
from typing import NamedTuple

import marisa_trie

from reviewer.text.resources import resource


class _Readings:
    """The readings of single characters: a row each, a column a language."""

    def __init__(self) -> None:
        lines = resource("readings/ideographs.tsv").read_text("utf-8").splitlines()
        self._rows = dict(line.split("\t", 1) for line in lines)

    def of(self, char: str, column: int) -> list[str]:
        cells = self._rows.get(char, "").split("\t")
        return cells[column].split() if column < len(cells) else []


@cache
def _readings() -> _Readings:
    return _Readings()


def pinyin(char: str) -> list[str]:
    """Return the Mandarin readings of a character in Pinyin, toneless, the usual one first; `v` is ü."""
    return _readings().of(char, 0)


@lru_cache(maxsize=8192)
def mandarin(char: str) -> tuple[str, ...]:
    """Return the spellings of a character in Pinyin and Wade-Giles."""
    said = pinyin(char)
    written = [reading.replace("v", letters) for reading in said for letters in ("u", "yu")]
    return tuple(dict.fromkeys((*written, *map(_wade_giles, said))))


_INITIAL = re.compile("(zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]?)(.+)")
_WADE_GILES_INITIALS = {
    "b": "p", "d": "t", "g": "k", "j": "ch", "q": "ch", "x": "hs", "zh": "ch", "z": "ts", "c": "ts", "r": "j",
}  # fmt: skip
_WADE_GILES_FINALS = {"ian": "ien", "ie": "ieh", "ue": "ueh", "ong": "ung", "iong": "iung", "uo": "o", "er": "erh"}


def _wade_giles(pinyin: str) -> str:
    """Return the older romanisation, still that of Taiwan, without its apostrophes (Wade 1867, Giles 1892)."""
    found = _INITIAL.fullmatch(pinyin)
    if not found:
        return pinyin
    initial, final = found.groups()
    if final == "i" and initial in ("zh", "ch", "sh", "r"):
        final = "ih"
    elif final == "i" and initial in ("z", "c", "s"):
        return {"z": "tzu", "c": "tzu", "s": "ssu"}[initial]
    elif initial == "y":
        whole = {"an": "en", "e": "eh", "ou": "u", "ong": "ung"}.get(final, final)
        return whole if pinyin == "yi" else "y" + whole
    elif final == "ui" and initial in ("g", "k"):
        final = "uei"
    elif final == "e" and initial in ("g", "k", "h"):
        final = "o"
    elif final == "uo" and initial in ("g", "k", "h", "sh"):
        final = "uo"
    else:
        final = _WADE_GILES_FINALS.get(final, final)
    return _WADE_GILES_INITIALS.get(initial, initial) + final.replace("v", "u")


@lru_cache(maxsize=8192)
def cantonese(char: str) -> tuple[str, ...]:
    """Return the spellings of a character in Hong Kong."""
    return tuple(said for jyutping in _readings().of(char, 1) for said in _hong_kong(jyutping))


_JYUTPING = re.compile("(gw|kw|ng|[bpmfdtnlgkhwzcsj]?)(.+)")
_HONG_KONG_INITIALS = {
    "b": "p", "d": "t", "g": "k", "gw": "kw", "z": "ch ts c", "c": "ch ts", "s": "s sh", "j": "y ",
}  # fmt: skip
_HONG_KONG_FINALS = {
    "aa": "a ah", "aai": "ai", "aau": "au", "aam": "am", "aan": "an", "aang": "ang", "aap": "ap", "aat": "at",
    "aak": "ak", "au": "au ow", "am": "am um", "an": "an un", "e": "e eh", "ei": "ei i ee ay", "i": "i ee ze",
    "ou": "o ou u", "u": "u oo", "oeng": "eung", "oek": "euk", "eoi": "ui", "eon": "un on", "eot": "ut",
    "yu": "u yu ue", "yun": "uen yun un", "yut": "uet yut",
}  # fmt: skip


def _hong_kong(jyutping: str) -> list[str]:
    """Return how Hong Kong spells a syllable that is given in Jyutping (Linguistic Society of Hong Kong 1993)."""
    found = _JYUTPING.fullmatch(jyutping)
    if not found:
        return []
    initials = _HONG_KONG_INITIALS.get(found[1], found[1]).split(" ")
    finals = _HONG_KONG_FINALS.get(found[2], found[2]).split(" ")
    return [initial + final for initial in initials for final in finals]


@lru_cache(maxsize=8192)
def korean(char: str) -> tuple[str, ...]:
    """Return the spellings of a character in Korean: the official one (2000) and those of surnames."""
    official = _readings().of(char, 2)
    return tuple(said for syllable in official for said in (syllable, *_KOREAN_SURNAMES.get(syllable, "").split()))


_KOREAN_SURNAMES = {"bag": "park", "i": "lee", "im": "lim", "o": "oh", "choe": "choi", "no": "roh", "yu": "ryu"}
"""Spellings by custom that differ from the official one by more than their letters' sounds."""


def vietnamese(char: str) -> tuple[str, ...]:
    """Return the Vietnamese readings of a character, without accents."""
    return tuple(_readings().of(char, 3))


@lru_cache(maxsize=8192)
def japanese(char: str) -> tuple[str, ...]:
    """Return the Japanese readings of a character, of verbs and adjectives also as nouns and without the ending."""
    said = _readings().of(char, 4)
    stems = [stem for reading in said if (stem := re.sub("[^aeiou]*[iu]$", "", reading)) != reading]
    nouns = [reading[:-1] + "i" for reading in said if reading.endswith("u")]
    return tuple(dict.fromkeys(reading for reading in (*said, *stems, *nouns) if reading))


@cache
def _japanese_names() -> marisa_trie.Trie:
    return marisa_trie.Trie().mmap(str(resource("readings/japanese_names.marisa")))


def begins_japanese_name(text: str) -> bool:
    """Say whether a Japanese name in ideographs begins with some characters."""
    return next(_japanese_names().iterkeys(text), None) is not None


class JapaneseName(NamedTuple):
    """A name in ideographs with one of its readings."""

    text: str
    sort: str
    """`S` a surname, `G` a given name, `P` a place, `N` another."""
    reading: str
    """In Hepburn, without marks for length."""


@lru_cache(maxsize=16384)
def japanese_names(text: str) -> tuple[JapaneseName, ...]:
    """Return the Japanese names in ideographs that a text begins with, a row for each reading."""
    names = _japanese_names()
    found: list[JapaneseName] = []
    for length in range(1, len(text) + 1):
        start = text[:length]
        if length > 1 and not begins_japanese_name(start):
            break
        found += [JapaneseName(start, key[length + 1], key[length + 2 :]) for key in names.iterkeys(start + "\t")]
    return tuple(found)
