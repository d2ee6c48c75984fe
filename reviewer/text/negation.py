"""Finds the words by which a text denies something, from closed lists for 34 languages."""

import tomllib
from dataclasses import dataclass
from functools import cache

import regex

from reviewer.model.span import Span
from reviewer.text.languages import primary
from reviewer.text.resources import resource


@dataclass(frozen=True, slots=True)
class _Patterns:
    strong: regex.Pattern[str]
    neutral: regex.Pattern[str]
    weak: regex.Pattern[str]
    loose: regex.Pattern[str]


def knows_negation(lang: str) -> bool:
    """Say whether there is a list for the language."""
    return _patterns(primary(lang)) is not None


def negations(text: str, lang: str) -> tuple[Span, ...]:
    """Return the words of `text` that deny a clause; "not only" and its like deny nothing and are left out."""
    patterns = _patterns(primary(lang))
    if patterns is None:
        return ()
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
    return bool(patterns.weak.search(text) or patterns.neutral.search(text)) or (
        loosely and bool(patterns.loose.search(text))
    )


@cache
def _patterns(language: str) -> _Patterns | None:
    row = _table().get({"nb": "no", "nn": "no", "bs": "hr"}.get(language, language))
    if row is None:
        return None
    # A vowel sign (a mark, not a letter) belongs to its word: Hindi “न” is not in “मतदान” nor in “ने”.
    left, right = ("", "") if row.get("joined") else (r"(?<![\w\p{M}])", r"(?![\w\p{M}])")

    def compiled(key: str) -> regex.Pattern[str]:
        return regex.compile(f"{left}(?:{'|'.join(row[key])}){right}", regex.IGNORECASE)

    return _Patterns(compiled("strong"), compiled("neutral"), compiled("weak"), compiled("loose"))


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    with resource("languages/negation.toml").open("rb") as file:
        return tomllib.load(file)
