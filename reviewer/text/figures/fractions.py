"""Parts of one in words: half of, two thirds, jeder fünfte, dörtte biri, 三分之一."""

import re
from collections.abc import Iterator

from reviewer.model.span import Span
from reviewer.text.figures.lexis import Lexis
from reviewer.text.figures.number_words import spelt
from reviewer.text.figures.numerals import rounded
from reviewer.text.figures.quantity import Fraction
from reviewer.text.figures.tokens import Tokens
from reviewer.text.figures.words import Trait

_PART = Trait.PART
_LONGEST = 3
"""Words of a part of one, or before the number of a share, at most."""
_SMALLEST = 20
"""The smallest share that is told as one in so many."""


def find_fractions(tok: Tokens, lexis: Lexis, taken: list[bool]) -> tuple[Fraction, ...]:
    """Return the parts of one that the words of a text tell, in order; those of times are left out."""
    found: list[Fraction] = []
    upto = 0
    for at, traits in enumerate(tok.traits):
        if not traits & _PART or at < upto or taken[at]:
            continue
        for last, value in (*_named(tok, lexis, at), *_one_in(tok, lexis, at)):
            found.append(Fraction(Span(tok.starts[at], tok.ends[last - 1]), value))
            upto = last
            break
    return tuple(found)


def _named(tok: Tokens, lexis: Lexis, at: int) -> Iterator[tuple[int, float]]:
    """Yield where the longest name of a part of one at a token ends, and the part; no half of a match."""
    if at and (before := lexis.numbers.get(tok.keys[at - 1])) and before.ordinal:
        return  # the first half, la segunda mitad
    for last in range(min(at + _LONGEST, len(tok)), at, -1):
        value = lexis.fractions.get(" ".join(tok.keys[at:last]))
        if value and all(tok.joined[at + 1 : last]):
            yield last, value


def _one_in(tok: Tokens, lexis: Lexis, at: int) -> Iterator[tuple[int, float]]:
    """Yield where a share told as one in so many at a token ends, and the share."""
    for first in range(min(at + _LONGEST, len(tok) - 1), at, -1):
        if " ".join(tok.keys[at:first]) not in lexis.one_in or not all(tok.joined[at + 1 : first + 1]):
            continue
        if tok.numeral[first]:
            words, number = 1, float(tok.keys[first]) if tok.keys[first].isdigit() else 0
            ordinal = tok.gaps[first + 1].startswith(".") or not lexis.one_in_ordinals
        elif told := spelt(tok.keys, first, tok.joined, lexis):
            words, number, ordinal = told.words, told.value, told.ordinal or not lexis.one_in_ordinals
        else:
            continue
        if ordinal and 2 <= number <= _SMALLEST:
            yield first + words, rounded(1 / number)


_IDEOGRAPHS = "一二三四五六七八九十"
_OF = re.compile(
    rf"(?P<below>\d+|[{_IDEOGRAPHS}])分[の之](?P<above>\d+|[{_IDEOGRAPHS}])"
    rf"|(?P<all>\d+|[{_IDEOGRAPHS}])人に(?:1|一)人|每(?P<every>\d+|[{_IDEOGRAPHS}])(?:个|個|名)?人?中?就?有(?:1|一)"
    r"|(?P<half>半数|半分|(?<![十百千万億亿\d])一半)"
    r"|(?P<under>\d+|[이삼사오육칠팔구십])분의\s?(?P<over>\d+|[일이삼사오육칠팔구])|(?P<korean>절반)"
)
_VALUES = {sign: value for signs in (_IDEOGRAPHS, "일이삼사오육칠팔구십") for value, sign in enumerate(signs, 1)}


def find_fractions_unspaced(text: str) -> tuple[Fraction, ...]:
    """Return the parts of one that a Chinese, Japanese or Korean text tells."""
    if not ("分" in text or "半" in text or "人" in text or "분의" in text or "절반" in text):
        return ()
    found = []
    for match in _OF.finditer(text):
        below = match["below"] or match["all"] or match["every"] or match["under"]
        above = match["above"] or match["over"]
        value = _number(above or "1") / (_number(below) if below else 2)
        if 0 < value < 1:
            found.append(Fraction(Span(*match.span()), rounded(value)))
    return tuple(found)


def _number(sign: str) -> float:
    return float(sign) if sign.isdigit() else _VALUES[sign]
