"""Knows the titles and offices by which newspapers name people: President, Außenminister, король."""

import re
from functools import cache, lru_cache

from reviewer.text.folding import fold
from reviewer.text.languages import primary
from reviewer.text.resources import resource

_NONE: frozenset[str] = frozenset()
_WIDTH = 40
"""How far from a name its title may begin: the longest, with a first name between them."""
_UNSPACED = frozenset(("zh", "ja"))


@cache
def _table(language: str) -> dict[str, frozenset[str]]:
    """Return which titles the beginnings of words stand for, the longest first."""
    header, *rows = (
        line.split("\t") for line in resource("names/titles.tsv").read_text("utf-8").splitlines() if line[0] != "#"
    )
    if language not in header:
        return {}
    column = header.index(language)
    found: dict[str, frozenset[str]] = {}
    for row in rows:
        for word in map(fold, row[column].split("|")):
            found[word] = found.get(word, _NONE) | {row[0]}
    return dict(sorted(found.items(), key=lambda item: -len(item[0])))


@cache
def _pattern(language: str) -> re.Pattern[str] | None:
    words = "|".join(map(re.escape, _table(language)))
    if not words:
        return None
    return re.compile(words if language in _UNSPACED else rf"(?<!\w)(?:{words})")


@lru_cache(maxsize=4096)
def _stands_before(text: str, language: str) -> frozenset[str]:
    pattern = _pattern(language)
    folded = fold(text)
    found = list(pattern.finditer(folded)) if pattern else []
    if not found:
        return _NONE
    last = found[-1]
    rest = folded[last.end() :].strip().split()
    # The ending of the word itself; in scripts without spaces nothing may follow but the name.
    return _table(language)[last.group()] if len(rest) <= (0 if language in _UNSPACED else 1) else _NONE


_ENDS_CLAUSE = re.compile(r"[,.;:!?()\"“”„«»]")


def title_before(text: str, start: int, lang: str) -> frozenset[str]:
    """Return the titles that may stand right before a name: `Bundeskanzler Scholz`; empty for none.

    A word may be one of several (`首相` is a chancellor and a prime minister).
    """
    window = text[max(0, start - _WIDTH) : start]
    clause = _ENDS_CLAUSE.split(window)[-1]
    return _stands_before(clause, primary(lang)) if clause.strip() else _NONE


def title_behind(text: str, end: int, lang: str) -> frozenset[str]:
    """Return the titles that stand right behind a name, where a language puts them there: `岸田首相`."""
    language = primary(lang)
    pattern = _pattern(language) if language in _UNSPACED else None
    found = pattern.match(text, end) if pattern else None
    return _table(language)[found.group()] if found else _NONE
