"""Times of day in words: half past nine, halb zehn, wpół do dziesiątej, الساعة الثانية والنصف, साढ़े पाँच बजे."""

from collections.abc import Iterator
from functools import cache, reduce
from operator import or_
from typing import NamedTuple

from reviewer.model.span import Span
from reviewer.text.figures.clocks import clock_at
from reviewer.text.figures.lexis import Lexis
from reviewer.text.figures.number_words import Spelt, spelt
from reviewer.text.figures.quantity import Clock
from reviewer.text.figures.tokens import Tokens
from reviewer.text.figures.words import Trait, beside_hour

_OCLOCK = Trait.OCLOCK
_HOUR = Trait.NUMBER | Trait.NUMERAL
_LONGEST_HALF = 4
"""Words that name a half of the day, at most: in the early morning."""


class _Phrase(NamedTuple):
    """What stands around the hour, and how many minutes from it are meant."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    minutes: int
    halved: bool
    """Whether only a half of the day beside it makes it a time."""


def find_told(tok: Tokens, lexis: Lexis, taken: list[bool]) -> list[Clock]:
    """Return the times of day whose hour stands within a phrase of the language, and mark their tokens as taken."""
    if not tok.kinds & _OCLOCK:
        return []
    found: list[Clock] = []
    for at, traits in enumerate(tok.traits):
        if not traits & _OCLOCK or taken[at]:
            continue
        near = reduce(or_, tok.traits[max(0, at - 3) : at + 2])
        if not (near & _HOUR or lexis.hour_endings):
            continue
        for phrase in _phrases(lexis).get(tok.keys[at], ()):
            if clock := _read(tok, lexis, taken, at, phrase):
                found.append(clock)
                tok.take(taken, clock.span)
                break
    return found


@cache
def _phrases(lexis: Lexis) -> dict[str, list[_Phrase]]:
    """Return the phrases by the word beside the hour, the longest first."""
    table: dict[str, list[_Phrase]] = {}
    for told, minutes in lexis.oclock.items():
        before, _, after = told.rstrip("+").partition("#")
        phrase = _Phrase(tuple(before.split()), tuple(after.split()), minutes, told.endswith("+"))
        table.setdefault(beside_hour(told), []).append(phrase)
    for phrases in table.values():
        phrases.sort(key=lambda phrase: (-len(phrase.before) - len(phrase.after), phrase.halved))
    return table


def _read(tok: Tokens, lexis: Lexis, taken: list[bool], at: int, phrase: _Phrase) -> Clock | None:
    """Read the hour beside the word at `at`, if the rest of the phrase stands there too."""
    for start, end, hour in _hours(tok, lexis, at + 1 if phrase.before else at, backwards=not phrase.before):
        first, last = start - len(phrase.before), end + len(phrase.after)
        if first < 0 or last > len(tok) or any(taken[first:last]) or not all(tok.joined[first + 1 : last]):
            continue
        if not _same(tok.keys[first:start], phrase.before, lexis) or tuple(tok.keys[end:last]) != phrase.after:
            continue
        half, first, last = _half(tok, lexis, taken, first, last)
        if half is None and phrase.halved:
            continue
        minutes = round(hour * 60) + phrase.minutes
        return clock_at(Span(tok.starts[first], tok.ends[last - 1]), minutes // 60 % 24, minutes % 60, half)
    return None


def _same(words: list[str], phrase: tuple[str, ...], lexis: Lexis) -> bool:
    """Say whether these are the words of a phrase, what is written onto the first left out."""
    if not words:
        return not phrase
    return tuple(words[1:]) == phrase[1:] and (words[0] == phrase[0] or phrase[0] in lexis.bare(words[0]))


def _hours(tok: Tokens, lexis: Lexis, at: int, backwards: bool) -> Iterator[tuple[int, int, float]]:
    """Yield where an hour may begin and end before or from token `at`, and which it is."""
    for start in range(max(0, at - 3), at) if backwards else (at,):
        if start >= len(tok):
            return
        key = tok.keys[start]
        if tok.numeral[start]:
            goes_on = start + 1 < len(tok) and tok.numeral[start + 1] and tok.gaps[start + 1] in (":", ".", ",")
            if key.isdigit() and 1 <= int(key) <= 24 and not goes_on:
                yield start, start + 1, float(key)
            continue
        found = spelt(tok.keys, start, tok.joined, lexis)
        if found is None and lexis.hour_endings:
            found = _inflected(tok, lexis, start)
        if found and 1 <= found.value <= 24 and (not backwards or start + found.words == at):
            yield start, start + found.words, found.value


def _inflected(tok: Tokens, lexis: Lexis, at: int) -> Spelt | None:
    key = tok.keys[at]
    for ending in lexis.hour_endings:
        if key.endswith(ending) and (found := spelt([key[: -len(ending)].rstrip("'")], 0, [True], lexis)):
            return found
    return None


def _half(tok: Tokens, lexis: Lexis, taken: list[bool], first: int, last: int) -> tuple[int | None, int, int]:
    """Return the half of the day told right behind or before tokens, and the place with its words."""
    for length in range(min(_LONGEST_HALF, len(tok) - last), 0, -1):
        if all(tok.joined[last : last + length]):
            half = lexis.halves.get(" ".join(tok.keys[last : last + length]))
            if half is not None:
                return half, first, last + length
    for length in range(min(_LONGEST_HALF, first), 0, -1):
        if all(tok.joined[first - length + 1 : first + 1]) and not any(taken[first - length : first]):
            half = lexis.halves.get(" ".join(tok.keys[first - length : first]))
            if half is not None:
                return half, first - length, last
    return None, first, last
