"""Tells by the word beside a name that it is a place's: the city of Tyre, مدينة صور, 渋谷駅."""

import re
from collections import defaultdict
from functools import cache

from reviewer.lexicon.gazetteer import Kind, gazetteer
from reviewer.text.languages import listed
from reviewer.text.resources import resource

_WIDTH = 32
"""How far from a name the words before it may begin."""
_KINDS = {
    "city region": frozenset((Kind.CITY, Kind.REGION)),
    "water": frozenset((Kind.WATER,)),
    "mountain": frozenset((Kind.MOUNTAIN,)),
}
_Words = tuple[tuple[re.Pattern[str], frozenset[Kind]], ...]


def shown_place(text: str, start: int, end: int, places: frozenset[int], lang: str) -> bool:
    """Say whether the word before or after a name shows it to be that of one of the places it can mean."""
    before, after = _beside(listed(lang))
    kinds: set[Kind] = set()
    for pattern, told in before:
        if pattern.search(text, max(0, start - _WIDTH), start):
            kinds |= told
    for pattern, told in after:
        if pattern.match(text, end):
            kinds |= told
    return bool(kinds) and any(gazetteer().place(number).kind in kinds for number in places)


@cache
def words_after(lang: str) -> str:
    """Return the pattern of what shows a name before it to be a place's; empty where the language has none."""
    return "|".join(pattern.pattern for pattern, _ in _beside(listed(lang))[1])


@cache
def _beside(language: str) -> tuple[_Words, _Words]:
    """Return the patterns of a language for what stands before a name, and after it, with what the place must be."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for line in resource("names/place_words.tsv").read_text("utf-8").splitlines()[2:]:
        of, side, kinds, words, *rest = line.split("\t")
        if of == language:
            not_before = f"(?![{rest[0]}])" if rest else ""
            found[side, kinds].append(f"(?:{words})".replace("'", "['’]") + not_before)
    spaced = language not in ("ja", "th", "zh")
    before = r"(?<!\w)(?:{})(?:(?<=['’])|[ \u00a0])$" if spaced else "(?:{})$"
    after = r"[ \u00a0'’]?(?:{})(?!\w)" if spaced else "(?:{})"
    return _compiled(before, "before", found), _compiled(after, "after", found)


def _compiled(shape: str, side: str, found: dict[tuple[str, str], list[str]]) -> _Words:
    return tuple(
        (re.compile(shape.replace("{}", "|".join(words))), _KINDS[kinds])
        for (of, kinds), words in found.items()
        if of == side
    )
