"""Whether a text speaks of a man or a woman, by its pronouns: closed lists for languages that tell the two apart."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache

from reviewer.model.span import Span
from reviewer.text.languages import listed, primary
from reviewer.text.memo import Memo
from reviewer.text.resources import resource
from reviewer.text.words import folded_words


@dataclass(frozen=True, slots=True)
class Pronouns:
    """The pronouns of a text that tell one person's gender."""

    he: tuple[Span, ...] = ()
    """Subjects."""
    she: tuple[Span, ...] = ()
    his: tuple[Span, ...] = ()
    """Other forms."""
    hers: tuple[Span, ...] = ()
    maybe_he: bool = False
    """Whether some word may tell of a man, these included."""
    maybe_she: bool = False


@dataclass(frozen=True, slots=True)
class _Patterns:
    any: re.Pattern[str]
    """Whatever tells of a person for sure."""
    he: re.Pattern[str]
    she: re.Pattern[str]
    his: re.Pattern[str]
    hers: re.Pattern[str]
    maybe_he: re.Pattern[str]
    maybe_she: re.Pattern[str]
    things: bool
    told_by: Memo[str, bool] | None
    """Whether a word holds one that tells of a person; None where words are not set apart by spaces."""


def tells_gender(lang: str) -> bool:
    """Say whether the pronouns of a language tell a man from a woman, and are listed."""
    return _patterns(primary(lang)) is not None


def genders_things(lang: str) -> bool:
    """Say whether a language calls things he and she too, so that only subjects tell of persons with some surety."""
    patterns = _patterns(primary(lang))
    return patterns is not None and patterns.things


def person_pronouns(text: str, lang: str) -> Pronouns:
    """Return the pronouns of a text; none for a language without a list."""
    patterns = _patterns(primary(lang))
    if patterns is None:
        return _NONE
    # Most texts have none, and for most words that is known.
    if patterns.told_by and not any(map(patterns.told_by.__getitem__, folded_words(text, lang))):
        return _NONE
    small = text.lower()
    if len(small) != len(text):
        return _NONE  # places would be off (Turkish İ); such texts are few
    if not patterns.any.search(small):
        return _NONE
    he, she, his, hers = (
        tuple(Span(*match.span()) for match in pattern.finditer(small))
        for pattern in (patterns.he, patterns.she, patterns.his, patterns.hers)
    )
    return Pronouns(
        he,
        she,
        his,
        hers,
        bool(he or his or patterns.maybe_he.search(small)),
        bool(she or hers or patterns.maybe_she.search(small)),
    )


_NONE = Pronouns()


@cache
def _patterns(language: str) -> _Patterns | None:
    row = _table().get(listed(language))
    if row is None:
        return None
    joined = bool(row.get("joined"))
    left, right = ("", "") if joined else (r"\b", r"\b(?![’'-]\w)")

    def compiled(*keys: str) -> re.Pattern[str]:
        words = [word for key in keys for word in row.get(key, ())]
        return re.compile(f"{left}(?:{'|'.join(words)}){right}" if words else r"(?!)")

    told = compiled("he", "she", "his", "hers")
    return _Patterns(
        told,
        compiled("he"),
        compiled("she"),
        compiled("his"),
        compiled("hers"),
        compiled("maybe_he"),
        compiled("maybe_she"),
        bool(row.get("things")),
        None if joined else Memo(lambda word: told.search(word) is not None, 32_768),
    )


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    with resource("languages/person_pronouns.toml").open("rb") as file:
        return tomllib.load(file)
