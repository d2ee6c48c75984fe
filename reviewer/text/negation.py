"""Finds the words by which a text denies something, from closed lists for 34 languages."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from unicodedata import category

from reviewer.model.span import Span
from reviewer.text.languages import primary
from reviewer.text.resources import resource


@dataclass(frozen=True, slots=True)
class _Patterns:
    strong: re.Pattern[str]
    neutral: re.Pattern[str]
    weak: re.Pattern[str]
    loose: re.Pattern[str]


def knows_negation(lang: str) -> bool:
    """Say whether there is a list for the language."""
    return _patterns(primary(lang)) is not None


def negations(text: str, lang: str) -> tuple[Span, ...]:
    """Return the words of `text` that deny a clause; "not only" and its like deny nothing and are left out."""
    patterns = _patterns(primary(lang))
    if patterns is None:
        return ()
    text = _small(text)
    found = tuple(Span(*match.span()) for match in patterns.strong.finditer(text))
    if not found:
        return ()
    phrases = [Span(*match.span()) for match in patterns.neutral.finditer(text)]
    return tuple(span for span in found if not any(span.overlaps(phrase) for phrase in phrases))


def hints_at_negation(text: str, lang: str, loosely: bool = False, beside: tuple[str, str] | None = None) -> bool:
    """Say whether a text holds words that another language may render by a negation, or that may render one.

    Such are "without", "un-", "refuse"; `loosely`, also "but", "still", "different", which take the place
    of a negation only in a free translation. `beside` is the other text and its language: a word that renders
    its twin there ("without" for "ohne") is no hint.
    """
    patterns = _patterns(primary(lang))
    if patterns is None:
        return True
    text = _small(text)
    if beside is not None:
        text = _without_twins(text, _listed(lang), _small(beside[0]), _listed(beside[1]))
    return bool(patterns.weak.search(text) or patterns.neutral.search(text)) or (
        loosely and bool(patterns.loose.search(text))
    )


def _without_twins(text: str, language: str, other: str, other_language: str) -> str:
    """Return the text without the words that render their twins in the other: as many of each as stand there."""
    for ours, theirs in _twins(language, other_language):
        if count := len(theirs.findall(other)):
            text = ours.sub("", text, count)
    return text


@cache
def _twins(language: str, other: str) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    with resource("languages/negation_twins.toml").open("rb") as file:
        table = tomllib.load(file)
    return tuple(
        (_whole_words(row[language]), _whole_words(row[other]))
        for row in table.values()
        if language in row and other in row
    )


def _listed(lang: str) -> str:
    """Return the language whose list stands for this one."""
    language = primary(lang)
    return {"nb": "no", "nn": "no", "bs": "hr"}.get(language, language)


@cache
def _patterns(language: str) -> _Patterns | None:
    row = _table().get(_listed(language))
    if row is None:
        return None
    compiled = _anywhere if row.get("joined") else _whole_words
    return _Patterns(*(compiled(row[key]) for key in ("strong", "neutral", "weak", "loose")))


def _anywhere(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(patterns))


def _whole_words(patterns: list[str]) -> re.Pattern[str]:
    # A vowel sign (a mark, not a letter) belongs to its word: Hindi “न” is not in “मतदान” nor in “ने”.
    # The plain \b goes first: it is all that most places of a text have to be asked.
    marks = _marks()
    return re.compile(rf"\b(?<![{marks}])(?:{'|'.join(patterns)})(?![\w{marks}])")


@cache
def _marks() -> str:
    """Return the combining marks of the basic plane (Unicode general category M), for a character class."""
    return "".join(chr(code) for code in range(0x300, 0xFFFE) if category(chr(code)).startswith("M"))


@lru_cache(maxsize=8)
def _small(text: str) -> str:
    """Return the text in small letters, character for character."""
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in text)


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    with resource("languages/negation.toml").open("rb") as file:
        return tomllib.load(file)
