"""Hears foreign names in Chinese, which writes them syllable by syllable for their sound: 哈德森 for Hudson.

Which letters a character stands for, and how often, is in `resources/readings/transcriptions.tsv`, made by
`resources/build/transcriptions.py`.
"""

import math
import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import accumulate
from typing import NamedTuple

from reviewer.model.span import Span
from reviewer.text.resources import resource
from reviewer.text.sounds.chinese_scripts import simplified

_LONGEST = 8
"""Characters of the longest name."""
_UNUSUAL = 7.0
_EACH_LETTER = 1.5
"""What it costs that a character stands for letters it usually does not, and for each of them."""
_OTHER_VOWELS = 5.0
"""What it costs where only the vowels are others than those it usually stands for."""
_COMMON = 3.5
"""What letters cost at most that a character usually stands for."""
_HOPELESS = 6.0
"""How much the beginning of a name may cost above what its letters cost anyway: more is never made good."""
_DROPPED = 6.0
"""What it costs that a character stands for no letter at all."""
_LETTERS = {
    letter: cost / 10
    for letter, cost in zip(
        "abcdefghijklmnopqrstuvwxyz",
        (19, 37, 36, 35, 26, 49, 35, 33, 26, 48, 37, 30, 35, 26, 27, 39, 59, 27, 30, 31, 31, 42, 47, 62, 42, 48),
        strict=True,
    )
}
"""How rare each letter is in names anyway (English names of the gazetteer's places), in natural logarithms."""
_RAREST = 5.0
_PRESENCE, _EVIDENCE, _DOUBT = 0.28, 3.7, 4.0
"""How the gains and a letter's likelihood ratio weigh, fitted (logistic regression) to 300 names kept out of the table,
each in a sentence with it, in one with another name, and in one with neither. Of 400 other names kept out 93 % are
heard from 0.4 on, with 5 % of wrong ones where another name stands, 2 % where none does; from 0.65 on 90 % and 1 %."""


class _Character(NamedTuple):
    """How a character is used."""

    gain: float
    """How much it says for a foreign name that the character is there at all, in natural logarithms."""
    costs: dict[str, float]
    """What it costs that it stands for some letters, in natural logarithms."""
    beginnings: str
    """What names may begin with that it begins, one letter for all that sound alike."""
    consonants: frozenset[str]
    """What it usually stands for, without saying which vowels."""

    def unusual(self, letters: str) -> float:
        """Return what it costs that it stands for letters it is not known to stand for.

        Other vowels between the same consonants cost less: 哈 is ha, and hu in English names.
        """
        if not letters:
            return _DROPPED
        return _OTHER_VOWELS if _consonants(letters) in self.consonants else _UNUSUAL + _EACH_LETTER * len(letters)


@cache
def _table() -> dict[str, _Character]:
    table = {}
    for line in resource("readings/transcriptions.tsv").read_text("utf-8").splitlines():
        char, oftener, cells = line.split("\t")
        costs = {letters: int(cost) / 10 for letters, cost in re.findall(r"([a-z]*)(\d+)", cells)}
        beginnings = _alike("".join(letters[:1] for letters in costs))
        consonants = frozenset(_consonants(letters) for letters, cost in costs.items() if cost < _COMMON)
        table[char] = _Character(_PRESENCE * int(oftener) / 10, costs, beginnings, consonants)
    return table


@lru_cache(maxsize=65536)
def _consonants(letters: str) -> str:
    return _VOWELS.sub("-", letters)


_VOWELS = re.compile("[aeiouy]+")


def _alike(letters: str) -> str:
    return letters.translate(_ALIKE)


_ALIKE = str.maketrans("bdgcqxzvwyj", "ptkkkssffii")


@lru_cache(maxsize=16384)
def transcription(word: str, text: str) -> tuple[float, Span | None]:
    """Return how likely some stretch of a Chinese text transcribes a name in small letters, from 0 to 1, and which.

    As likely as not is 0.5 where as many names are there as are not.
    """
    word = spelling(word)
    anyway = sum(_LETTERS.get(letter, _RAREST) for letter in word)
    best, at = 0.0, None
    for start, end, cost in _stretches(word, simplified(text)):
        likely = 1 / (1 + math.exp(_DOUBT - _EVIDENCE * (anyway - cost) / len(word)))
        if likely > best:
            best, at = likely, Span(start, end)
    return best, at


def spelling(word: str) -> str:
    """Return a word in small letters of ASCII without letters that change nothing: double consonants, `ph`, `ck`."""
    return _DOUBLE.sub("", _NOT_LETTERS.sub("", word).replace("ph", "f").replace("ck", "k"))


_NOT_LETTERS = re.compile("[^a-z]+")
_DOUBLE = re.compile(r"([^aeiou])(?=\1)")


def _stretches(word: str, text: str) -> Iterator[tuple[int, int, float]]:
    """Yield stretches that may transcribe a word, with what it costs."""
    table = _table()
    first = _alike(word[:1])
    size = len(word)
    anyway = [0.0, *accumulate(_LETTERS.get(letter, _RAREST) for letter in word)]
    for start, char in enumerate(text if word else ""):
        known = table.get(char)
        if known is None or first not in known.beginnings:
            continue
        reached = {0: 0.0}
        for end in range(start, min(len(text), start + _LONGEST)):
            if text[end] in "·・":
                continue
            known = table.get(text[end])
            if known is None:
                break
            further: dict[int, float] = {}
            for at, cost in reached.items():
                for until in range(at, min(size, at + 5) + 1):
                    letters = word[at:until]
                    more = known.costs.get(letters)
                    if more is None:
                        more = known.unusual(letters)
                    more += cost - known.gain
                    if more < further.get(until, anyway[until] + _HOPELESS):
                        further[until] = more
            if not further:
                break
            reached = further
            if size in reached and (end > start or size <= 3):
                yield start, end + 1, reached[size]
