"""Finds the words that put a year or century before or after the year 1: v. Chr., BC, до н. э., 公元前."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache

from reviewer.model.span import Span
from reviewer.text.figures.reading import figures
from reviewer.text.languages import listed
from reviewer.text.resources import resource

_NEAR = 25
"""Characters between a mark and the number it belongs to, at most: of the third century of the era before Christ."""


@dataclass(frozen=True, slots=True)
class Era:
    """A mark of an era where it stands."""

    span: Span
    before: bool
    """Whether it tells of the time before the year 1."""


def knows_eras(lang: str) -> bool:
    """Say whether there is a list for the language."""
    return _patterns(listed(lang)) is not None


def eras(text: str, lang: str) -> tuple[Era, ...]:
    """Return the marks of eras in a text, in order; none for a language without a list."""
    pattern = _patterns(listed(lang))
    if pattern is None:
        return ()
    found = [Era(_without_stop(match), match["before"] is not None) for match in pattern.finditer(text)]
    if not found:
        return ()
    read = figures(text, lang)
    numbers = [*(quantity.span for quantity in read.quantities), *(date.span for date in read.dates)]
    return tuple(era for era in found if any(_beside(era.span, number) for number in numbers))


def _without_stop(match: re.Match[str]) -> Span:
    """Return the place of a mark without the stop of its sentence: BC. is BC, B.C. is as it stands."""
    stop = match[0].endswith(".") and match[0].count(".") == 1
    return Span(match.start(), match.end() - stop)


def _beside(mark: Span, number: Span) -> bool:
    return max(number.start - mark.end, mark.start - number.end) <= _NEAR


@cache
def _patterns(code: str) -> re.Pattern[str] | None:
    row = _table().get(code)
    if row is None:
        return None
    before, after = ("|".join(row[key]).replace(" ?", "[ \u00a0\u202f]?") for key in ("before", "after"))
    pattern = rf"(?P<before>{before})|(?P<after>{after})"
    return re.compile(pattern if code in _UNSPACED else rf"(?<!\w)(?:{pattern})(?!\w)")


_UNSPACED = frozenset(("zh", "ja", "ko"))


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    with resource("languages/eras.toml").open("rb") as file:
        return tomllib.load(file)
