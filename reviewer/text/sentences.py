"""Cuts a text into sentences, in any language.

Stops are the characters of Unicode's `Sentence_Terminal` property; whether a full stop ends its
sentence is settled by what stands before it (abbreviations, initials, ordinals) and by the case of
what follows (Unicode Standard Annex 29, rules SB5 to SB11, is the same idea without abbreviations).
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from reviewer.model.span import Span
from reviewer.text.resources import resource

_WIDE = "。！？｡．"
"""Stops of scripts that put no space behind them."""
_STOPS = ".!?…‽⁇⁈⁉؟۔؞।॥։።፧፨។៕။᠃᠉꓿꘎꘏᱾᱿𑁇𑁈܀܁܂߹༎༏༑"
_CLOSERS = "\"'”’“‘»«›‹)\\]}」』）】》〉〕］｣\U000f0000-\U000ffffd"
_OPENERS = "\"'“„”‘‚’«»‹›(\\[{¿¡–—―‒*•「『（【《〈-"

_WIDE_CLOSERS = "\"'”’»›)\\]}」』）】》〉〕］｣\U000f0000-\U000ffffd"
"""Without “ and ‘, which open the next sentence where no space stands between two."""


_ANY = re.compile(f"[\n\r\u2028\u2029;\u037e{_WIDE}{_STOPS}]")
"""Where a sentence may end at all; found far faster than tried for at every character."""


@cache
def _breaks(language: str) -> re.Pattern[str]:
    """Return what may end a sentence in a language: a line end, a wide stop, a stop with a space behind."""
    stops = _STOPS + ";\u037e" if language == "el" else _STOPS
    spaced = r"|[ \u00a0\u202f][»›]" if language == "fr" else ""
    return re.compile(
        rf"""(?P<line>[\n\r\u2028\u2029]+)
          |  (?P<wide>[{_WIDE}][{_WIDE}{_STOPS}]*[{_WIDE_CLOSERS}]*)
          |  (?P<stop>[{stops}][{stops}{_WIDE}]*(?:[{_CLOSERS}]{spaced})*)(?=\s)""",
        re.VERBOSE,
    )


_FIRST_WORD = re.compile(rf"[\s{_OPENERS}\U000f0000-\U000ffffd]*([^\W_]+)")
_WORD_END = re.compile(r"[\s()\[\]«»„“”\"‘‚—–/]")
_LETTERS = re.compile(r"[^\W\d_](?:\.[^\W\d_]{1,2})*\Z")
_NUMBER = re.compile(r"(\d+|[IVXLC]+)\Z")
_JAPANESE_TAIL = "とっのがをはもでになやへかって、，,"
"""After a closed 「…。」 these carry the sentence on: 「…。」と述べた."""


@dataclass(frozen=True, slots=True)
class _Abbreviations:
    never: frozenset[str] = frozenset()
    number: frozenset[str] = frozenset()
    maybe: frozenset[str] = frozenset()
    starts: frozenset[str] = frozenset()
    ordinal: bool = False


def sentences(text: str, lang: str) -> tuple[Span, ...]:
    """Return the sentences of `text`, in order, without the white space around them.

    Thai, Lao and Khmer texts without stops come back whole: their spaces part phrases, not sentences.
    """
    language = lang.split("-", 1)[0]
    found: list[Span] = []
    start = 0
    breaks = _breaks(language)
    upto = 0
    for place in _ANY.finditer(text):
        if place.end() == len(text):
            break  # with the text its last sentence ends
        if place.start() < upto or not (match := breaks.match(text, place.start())):
            continue
        upto = end = match.end()
        if match.lastgroup == "stop":
            if not _ends(text, start, match, language):
                continue
        elif match.lastgroup == "wide":
            if match.end() - match.start() > 1 and text[end : end + 1] in _JAPANESE_TAIL and end < len(text):
                continue
        else:
            end = match.start()
        _append(found, text, start, end)
        start = match.end()
    _append(found, text, start, len(text))
    return tuple(found)


def _append(found: list[Span], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    stripped = piece.strip()
    if stripped:
        start += len(piece) - len(piece.lstrip())
        found.append(Span(start, start + len(stripped)))


def _ends(text: str, start: int, match: re.Match[str], language: str) -> bool:
    """Say whether the stop (with a space behind it) ends the sentence that began at `start`."""
    following = _FIRST_WORD.match(text, match.end())
    word = following[1] if following else ""
    if word and word[0].islower():
        return False
    if match[0] != ".":
        return True
    before, is_first = _word_before(text, start, match.start())
    if not before:
        return True
    known = _abbreviations().get(language, _NOTHING)
    folded = before.lower()
    if folded in known.never:
        return False
    if not following:  # a symbol: "1,7 Mio. €"
        return folded not in known.maybe or not text[match.end() :].strip()
    if word[0].isdigit() and folded in known.number:
        return False
    if folded in known.maybe:
        return word.lower() in known.starts if known.starts else word[0].isupper()
    if _LETTERS.match(before):
        if len(word) == 1 and text[following.end() : following.end() + 1] == ".":
            return False  # "George H. W. Bush"
        return word.lower() in known.starts if known.starts else not word[0].isupper()
    number = _NUMBER.match(before)
    if number is None:
        return True
    if is_first:
        return False  # "1. Introduction"
    return not (known.ordinal and len(before) <= 3 and word.lower() not in known.starts)


def _word_before(text: str, start: int, end: int) -> tuple[str, bool]:
    """Return the word that ends at `end`, and whether the sentence begun at `start` begins with it."""
    first = end
    while first > start and not _WORD_END.match(text, first - 1):
        first -= 1
    return text[first:end], not text[start:first].strip()


@cache
def abbreviations(lang: str) -> frozenset[str]:
    """Return the abbreviations known in a language, in small letters without the last stop; empty where none are."""
    known = _abbreviations().get(lang.split("-", 1)[0], _NOTHING)
    return known.never | known.number | known.maybe


_NOTHING = _Abbreviations()


@cache
def _abbreviations() -> dict[str, _Abbreviations]:
    with resource("abbreviations.toml").open("rb") as file:
        table = tomllib.load(file)
    return {lang: _abbreviations_of(row) for lang, row in table.items()}


def _abbreviations_of(row: dict[str, Any]) -> _Abbreviations:
    never, number, maybe, starts = (
        frozenset(row.get(key, "").split()) for key in ("never", "number", "maybe", "starts")
    )
    return _Abbreviations(never, number, maybe, starts, row.get("ordinal", False))
