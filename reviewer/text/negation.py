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


def hints_at_negation(text: str, lang: str, loosely: bool = False) -> bool:
    """Say whether a text holds words that another language may render by a negation, or that may render one.

    Such are "without", "un-", "refuse"; `loosely`, also "but", "still", "different", which take the place
    of a negation only in a free translation.
    """
    patterns = _patterns(primary(lang))
    if patterns is None:
        return True
    text = _small(text)
    return bool(patterns.weak.search(text) or patterns.neutral.search(text)) or (
        loosely and bool(patterns.loose.search(text))
    )


@cache
def _patterns(language: str) -> _Patterns | None:
    row = _table().get({"nb": "no", "nn": "no", "bs": "hr"}.get(language, language))
    if row is None:
        return None
    # A vowel sign (a mark, not a letter) belongs to its word: Hindi “न” is not in “मतदान” nor in “ने”.
    # The plain \b goes first: it is all that most places of a text have to be asked.
    marks = _marks()
    left, right = ("", "") if row.get("joined") else (rf"\b(?<![{marks}])", rf"(?![\w{marks}])")

    def compiled(key: str) -> re.Pattern[str]:
        return re.compile(f"{left}(?:{'|'.join(row[key])}){right}")

    return _Patterns(compiled("strong"), compiled("neutral"), compiled("weak"), compiled("loose"))


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
