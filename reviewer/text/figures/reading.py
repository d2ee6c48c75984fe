"""Reading everything in a text that has a value: numbers in any script or in words, dates, times, measures."""

import re
from functools import cache, reduce
from itertools import chain, pairwise
from operator import itemgetter, or_

from reviewer.text.digits import fold_digits
from reviewer.text.figures import cjk as cjk_figures
from reviewer.text.figures.lexis import LETTER, WORD, Lexis, lexis
from reviewer.text.figures.quantity import NONE, Figures
from reviewer.text.figures.reader import Reader
from reviewer.text.figures.tokens import cut, tokens
from reviewer.text.figures.words import Trait, figure_words
from reviewer.text.memo import Memo

_DIGIT = re.compile("[0-9]")
_TRAITS = itemgetter(1)
_WORDS = re.compile(rf"{LETTER}+")


def figures(text: str, lang: str) -> Figures:
    """Return everything in the text that has a value.

    An unknown language falls back to digits. Cheap where there is nothing: the text is cut, its words looked up.
    """
    folded = fold_digits(text)
    tables = lexis(lang)
    if cjk_figures.reads(tables):
        return cjk_figures.figures(folded, tables)
    digits = _DIGIT.search(folded) is not None
    pieces = cut(folded, digits)
    known = figure_words(tables)
    looks = [*map(known.looks.__getitem__, pieces[1::2])]
    kinds = reduce(or_, map(_TRAITS, looks), 0)
    if not (digits or kinds & (Trait.TRIGGER | Trait.PART) or tables.lang == "ko"):
        return NONE
    return Reader(folded, tokens(pieces, looks, kinds), tables).read()


def implied(text: str, lang: str) -> frozenset[float]:
    """Return the values that words of the text may stand for without being read as numbers.

    "Both" implies two, "weekly" seven. Asked only where a figure of the other text found no counterpart,
    so that a word that is hardly a number can still excuse it.
    """
    tables = lexis(lang)
    found: set[float] = set()
    if tables.unspaced or tables.lang == "ko":
        for phrase, values in tables.hints.items():
            if phrase in text:
                found.update(values)
        return frozenset(found)
    looks = [*map(_implying(tables).__getitem__, WORD.findall(text))]
    found.update(*(values for _, values in looks))
    words = [*chain.from_iterable(parts for parts, _ in looks)]
    if not tables.pair_hints.keys().isdisjoint(words):
        for word, following in pairwise(words):
            found.update(tables.pair_hints.get(word, {}).get(following, ()))
    return frozenset(found)


@cache
def _implying(tables: Lexis) -> Memo[str, tuple[tuple[str, ...], frozenset[float]]]:
    """Return the memory of what the words of a language imply: a word → its folded parts, the values they stand for."""

    def look(word: str) -> tuple[tuple[str, ...], frozenset[float]]:
        folded = tables.fold_word(word)
        parts = (folded,) if folded in tables.hints else tuple(folded.split("'"))
        found: set[float] = set()
        for part in parts:
            for key in (part, *tables.bare(part)):
                found.update(tables.hints.get(key, ()))
            found.update(_begun(part, tables))
        return parts, frozenset(found)

    return Memo(look, _MOST)


_MOST = 30_000
"""Words remembered for each language; a few megabytes."""


def units_named(text: str, lang: str) -> frozenset[str]:
    """Return the CLDR units whose names stand in the text, with or without a number."""
    tables = lexis(lang)
    if tables.unspaced:
        found = [units for name, units in tables.units.items() if len(name) > 1 and name in text]
    else:
        looks = map(figure_words(tables).looks.__getitem__, _WORDS.findall(text))
        found = [tables.units.get(key, frozenset()) for key, _ in looks]
    return frozenset[str]().union(*found)


def _begun(word: str, tables: Lexis) -> tuple[float, ...]:
    """Read the number a longer word begins with: zwölfjährig, dreitägig, двенадцатилетний."""
    if len(word) < 6 or word in tables.months or word in tables.weekdays:
        return ()
    stems = _stems(tables)
    for length in range(min(len(word) - 1, 14), 3, -1):
        if word[:length] in stems:
            return stems[word[:length]]
    return ()


@cache
def _stems(tables: Lexis) -> dict[str, tuple[float, ...]]:
    """Number words and their beginnings, from four letters up, that words are made with."""
    stems: dict[str, tuple[float, ...]] = {}
    for key, number in tables.numbers.items():
        if " " in key or number.value == 0:
            continue
        for stem in {key, key[:-1]}:
            if len(stem) >= 4:
                stems[stem] = tuple({*stems.get(stem, ()), number.value})
    return stems
