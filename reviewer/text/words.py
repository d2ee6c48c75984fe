"""Cuts a text into words, in any script (the default word boundaries of UAX #29, by one pattern).

Words are given as parallel tuples: most checks compare the forms and want the place of one word in a
thousand, so places are only worked out when asked for.
"""

import re
from functools import lru_cache
from itertools import pairwise

from reviewer.model.span import Span
from reviewer.text.languages import primary, script

_WORD = re.compile(r"[^\W_]+(?:['’·][^\W_]+)*")
"""Letters and digits, joined by an apostrophe or the Catalan middle dot (Word_Break MidLetter)."""
_ASCII_WORD = re.compile(r"[0-9A-Za-z]+(?:'[0-9A-Za-z]+)*")
"""The same where there are no other letters: what a character is need not be looked up."""

_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u07a6-\u07b0\u07eb-\u07f3"
    "\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963\u0981-\u0983\u09bc-\u09cd\u09d7\u09e2\u09e3"
    "\u0a01-\u0a03\u0a3c-\u0a51\u0a70\u0a71\u0a75\u0a81-\u0a83\u0abc-\u0acd\u0ae2\u0ae3\u0b01-\u0b03\u0b3c-\u0b57"
    "\u0b62\u0b63\u0b82\u0bbe-\u0bcd\u0bd7\u0c00-\u0c04\u0c3c-\u0c56\u0c62\u0c63\u0c81-\u0c83\u0cbc-\u0cd6"
    "\u0ce2\u0ce3\u0d00-\u0d03\u0d3b-\u0d4d\u0d57\u0d62\u0d63\u0d81-\u0d83\u0dca-\u0df3\u0e31\u0e34-\u0e3a"
    "\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece\u0f18-\u0f19\u0f35-\u0f39\u0f71-\u0f84\u0f8d-\u0fbc"
    "\u102b-\u103e\u1056-\u1059\u1062-\u108d\u135d-\u135f\u17b4-\u17d3\u200c\u200d\u3099\u309a"
)
"""Combining marks (categories Mn, Mc) of living scripts, and the joiners: `\\w` leaves them out."""

_MARKED = rf"[^\W_][^\W_{_MARKS}]*(?:[{_MARKS}]+[^\W_]*)*(?:['’·״׳\"][^\W_][^\W_{_MARKS}]*[{_MARKS}]*)*"
"""The same for scripts that write vowels as marks; gershayim stand inside Hebrew words (WB7b)."""

_EAST_ASIAN = (
    r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af々〆]+|[\u3041-\u309f]+|[\u30a0-\u30ff\uff66-\uff9f]+"
    r"|[\uac00-\ud7a3]+|[^\W_\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3]+(?:['’·][^\W_\u3041-\u30ff\u3400-\u9fff]+)*"
)
"""Runs of one script: ideographs and kana have no spaces, and no pattern can tell their words."""

_REMEMBERED = 32
"""Texts whose words are kept, so that one analysis may ask for another's without cutting the text again."""

_PLAIN_SCRIPTS = frozenset(("Latn", "Cyrl", "Grek", "Armn", "Geor"))


@lru_cache(maxsize=256)
def _pattern(lang: str) -> re.Pattern[str]:
    writing = script(lang)
    if writing in _PLAIN_SCRIPTS:
        return _WORD
    return re.compile(_EAST_ASIAN if writing in ("Hans", "Hant", "Jpan", "Hani") else _MARKED)


@lru_cache(maxsize=_REMEMBERED)
def words(text: str, lang: str) -> tuple[str, ...]:
    """Return the words of a text as they are written.

    An elided article (`l’homme`) and a contraction (`don’t`) are one word, the parts of a hyphenated
    compound are several. Chinese and Japanese come as runs of one script, Thai, Lao, Khmer and
    Burmese as runs between spaces.
    """
    return tuple((_ASCII_WORD if text.isascii() and script(lang) in _PLAIN_SCRIPTS else _pattern(lang)).findall(text))


def word_spans(text: str, lang: str) -> tuple[Span, ...]:
    """Return where each of `words(text, lang)` stands."""
    found = []
    end = 0
    for word in words(text, lang):
        # Nothing between two words is like the beginning of one: the next is where its letters come next.
        start = text.index(word, end)
        end = start + len(word)
        found.append(_span(Span, (start, end)))
    return tuple(found)


_span = tuple.__new__
"""Makes a span of a tuple in half the time its own constructor takes."""


@lru_cache(maxsize=_REMEMBERED)
def folded_words(text: str, lang: str) -> tuple[str, ...]:
    """Return `words(text, lang)` in small letters with straight apostrophes, for comparing."""
    found = words(text, lang)
    if "’" in text:
        found = tuple([word.replace("’", "'") for word in found])
    if primary(lang) in ("tr", "az") and "I" in text:
        found = tuple([word.replace("I", "ı").replace("İ", "i") for word in found])
    return tuple(map(str.lower, found))


@lru_cache(maxsize=_REMEMBERED)
def word_pairs(text: str, lang: str) -> frozenset[tuple[str, str]]:
    """Return which two words follow each other somewhere in `folded_words(text, lang)`."""
    forms = folded_words(text, lang)
    return frozenset(pairwise(forms))


def letters(text: str, lang: str) -> int:
    """Return how many letters of any script a text holds.

    `lang` is not looked at; it is there so that `Reading.of` can remember the answer.
    """
    return sum(map(str.isalpha, text))
