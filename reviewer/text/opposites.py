"""Knows which words of 20 languages may mean opposites of each other, by way of English.

Each form stands for one or more poles, English words that have an opposite: `alte` for old and former,
`нового` for new. The tables are built by `resources/build/opposites.py`.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from itertools import chain

import marisa_trie

from reviewer.model.span import Span
from reviewer.text.languages import primary
from reviewer.text.memo import Memo
from reviewer.text.resources import resource
from reviewer.text.segmentation import word_boundaries
from reviewer.text.words import folded_words, word_spans

_UNSPACED = frozenset(("zh",))
_LONGEST = 8
_ARABIC_PREFIX = re.compile("(?:[وف]?(?:[بك]?ال|لل)|[وفبلك])(?=\\w{2})")
"""Conjunctions, prepositions and the article, written as one word with what they belong to."""
_ELIDED = re.compile(r"\w{1,5}'(?=\w)")


@dataclass(frozen=True, slots=True)
class Poled:
    """A word of a text and the poles it may stand for."""

    span: Span
    poles: frozenset[str]


def knows_opposites(lang: str) -> bool:
    """Say whether there is a table for the language."""
    return _code(lang) in _languages()


def may_oppose(source: str, source_lang: str, target: str, target_lang: str) -> bool:
    """Say, quickly, whether some word of one text may be opposed to some word of the other.

    What stands in a text without spaces may turn out to be no word.
    """
    against = frozenset[str]().union(*map(opposites_of, _pole_sets(target, target_lang)))
    return bool(against) and not against.isdisjoint(chain.from_iterable(_pole_sets(source, source_lang)))


def _pole_sets(text: str, lang: str) -> set[frozenset[str]]:
    code = _code(lang)
    if code not in _languages():
        return set()
    if code in _UNSPACED:
        # Where words begin and end takes longer to find out than which keys stand there at all.
        keys = _keys_by_initial(code)
        return {poles for initial in keys.keys() & set(text) for key, poles in keys[initial] if key in text}
    return set(map(_poles(code).__getitem__, folded_words(text, lang)))


@lru_cache(maxsize=64)
def poled(text: str, lang: str) -> tuple[Poled, ...]:
    """Return the words of `text` that have an opposite, in order; none for a language without a table."""
    code = _code(lang)
    if code not in _languages():
        return ()
    if code in _UNSPACED:
        return _poled_unspaced(text, code)
    found = zip(word_spans(text, lang), map(_poles(code).__getitem__, folded_words(text, lang)), strict=True)
    return tuple(Poled(span, poles) for span, poles in found if poles)


@lru_cache(maxsize=65536)
def opposites_of(poles: frozenset[str]) -> frozenset[str]:
    """Return the poles that are opposed to at least one of these."""
    table = _opposites()
    return frozenset().union(*(table[pole][0] for pole in poles if pole in table))


@lru_cache(maxsize=65536)
def near(poles: frozenset[str]) -> frozenset[str]:
    """Return these poles and those that mean about the same: `south` and `southern`, `reduce` and `decline`."""
    table = _opposites()
    return poles.union(*(table[pole][1] for pole in poles if pole in table))


def _code(lang: str) -> str:
    code = primary(lang)
    return _READ_AS.get(code, code)


_READ_AS = {"no": "nb", "nn": "nb", "bs": "hr"}
"""Languages with the word list of another."""


@cache
def _languages() -> frozenset[str]:
    return frozenset(path.stem for path in resource("opposites").glob("*.marisa"))


@cache
def _poles(code: str) -> Memo[str, frozenset[str]]:
    """Return the poles of words of a language, most of which have none."""
    return Memo(partial(_find_poles, code), 65_536)


def _find_poles(code: str, word: str) -> frozenset[str]:
    poles = _look_up(word, code)
    if not poles and code == "ar":
        prefix = _ARABIC_PREFIX.match(word)
        poles = _look_up(word[prefix.end() :], code) if prefix else poles
    elif not poles and "'" in word:
        poles = _look_up(_ELIDED.sub("", word), code)
    return poles


def _look_up(word: str, code: str) -> frozenset[str]:
    trie, lines = _table(code)
    numbers = trie.get(word)
    return lines[numbers[0][0]] if numbers else frozenset()


def _poled_unspaced(text: str, code: str) -> tuple[Poled, ...]:
    trie, lines = _table(code)
    edges = word_boundaries(text, code)
    begins = _keys_by_initial(code)
    found = []
    end = 0
    for start in sorted(edges):
        if start < end or text[start : start + 1] not in begins:
            continue
        for key in sorted(trie.prefixes(text[start : start + _LONGEST]), key=len, reverse=True):
            if start + len(key) in edges:
                end = start + len(key)
                found.append(Poled(Span(start, end), lines[trie[key][0][0]]))
                break
    return tuple(found)


@cache
def _table(code: str) -> tuple[marisa_trie.RecordTrie, tuple[frozenset[str], ...]]:
    trie = marisa_trie.RecordTrie("<H").mmap(str(resource(f"opposites/{code}.marisa")))
    lines = resource(f"opposites/{code}.txt").read_text("utf-8").splitlines()
    return trie, tuple(frozenset(line.split()) for line in lines)


@cache
def _keys_by_initial(code: str) -> dict[str, list[tuple[str, frozenset[str]]]]:
    """Return the words of a language and their poles by the first character."""
    trie, lines = _table(code)
    found: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for key, (line,) in trie.items():
        found.setdefault(key[0], []).append((key, lines[line]))
    return found


@cache
def _opposites() -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    rows = (line.split("\t") for line in resource("opposites/opposites.tsv").read_text("utf-8").splitlines())
    return {pole: (frozenset(others.split()), frozenset(kin.split())) for pole, others, kin in rows}
