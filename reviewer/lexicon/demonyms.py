"""Recognises adjectives and inhabitants of countries: Syrian, syrisch, сирийский, سوري.

What the table `resources/names/demonyms.tsv` does not list is told by the beginning it shares with the
country's name, which works for Arabic, Turkish, Hindi and most others.
"""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache

from reviewer.lexicon.gazetteer import Kind, gazetteer
from reviewer.text.folding import fold
from reviewer.text.inflection import bases
from reviewer.text.languages import homeland, primary, script
from reviewer.text.resources import resource

_NONE: frozenset[int] = frozenset()


@cache
def _listed(language: str) -> dict[str, dict[str, frozenset[int]]]:
    """Return the table's stems for a language, by their first two letters."""
    header, *rows = (
        line.split("\t") for line in resource("names/demonyms.tsv").read_text("utf-8").splitlines() if line[0] != "#"
    )
    stems: dict[str, dict[str, frozenset[int]]] = defaultdict(dict)
    if language not in header:
        return stems
    column = header.index(language)
    numbers = gazetteer().territories()
    for row in rows:
        places = frozenset((numbers[row[0]],)) if row[0] in numbers else _regions(row[0])
        for stem in map(fold, row[column].split("|")):
            at = stems[stem[:2]]
            at[stem] = at.get(stem, _NONE) | places
    return stems


def _regions(name: str) -> frozenset[int]:
    """Return what regions have an English name."""
    known = (meaning.place for meaning in gazetteer().meanings(name) if meaning.language == "en")
    return frozenset(place.number for place in known if place.kind == Kind.REGION)


def _longest_ending(stem: str) -> int:
    """Return how many letters may follow a stem: short ones allow little."""
    return (0, 0, 0, 3)[len(stem)] if len(stem) < 4 else 6


@lru_cache(maxsize=32768)
def listed(key: str, lang: str) -> frozenset[int]:
    """Return the places that a folded word (or two, with a space) belongs to by the table.

    In Arabic it may have the article and small words before it in one (والسورية).
    """
    best = ""
    found = _NONE
    for form in (key, *bases(key, lang)) if primary(lang) == "ar" else (key,):
        for stem, territories in _listed(primary(lang)).get(form[:2], {}).items():
            if (
                len(stem) > len(best)
                and form.startswith(stem)
                and len(form) - len(stem) <= _longest_ending(stem)
                and form.count(" ") == stem.count(" ")
            ):
                best, found = stem, territories
    return found


@cache
def _country_names(lang: str) -> Mapping[str, list[tuple[str, int]]]:
    """Return the single-word names of countries in a language, by their first three letters, short ones first."""
    found: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for code, number in gazetteer().territories().items():
        if code.isalpha():
            names = gazetteer().names(number, lang) or (gazetteer().name(number, lang),)
            for name in names:
                word = fold(name)
                if " " not in word and len(word) >= 4:
                    found[word[:3]].append((word, number))
    return {start: sorted(names, key=lambda item: len(item[0])) for start, names in found.items()}


@lru_cache(maxsize=32768)
def likely(key: str, lang: str) -> frozenset[int]:
    """Return the territories a folded word seems to belong to by the beginning of their names.

    The word shares all of the name but its last two letters, and at least four, or five where the table
    knows the language; it never is the name with -s (Hama, Hamas). Where several names fit, those that
    share most, and of those the shortest.
    """
    if script(lang) in ("Jpan", "Hans", "Hant") or len(key) < 4:
        return _NONE
    for article in ("ال", "وال", "بال", "لل") if primary(lang) == "ar" else ():
        if key.startswith(article) and len(key) - len(article) >= 4:
            key = key[len(article) :]
    best, found, length = 0, _NONE, 0
    least = 5 if _listed(primary(lang)) else 4
    for name, number in _country_names(lang).get(key[:3], ()):
        shared = 0
        for one, other in zip(name, key, strict=False):
            if one != other:
                break
            shared += 1
        if shared < max(least, len(name) - 2) or len(key) > len(name) + 5 or key == name + "s":
            continue
        if shared > best:
            best, found, length = shared, frozenset((number,)), len(name)
        elif shared == best and len(name) == length:
            found |= {number}
    return found


@cache
def _signs(language: str) -> dict[int, tuple[str, ...]]:
    header, *rows = (
        line.split("\t") for line in resource("names/signs.tsv").read_text("utf-8").splitlines() if line[0] != "#"
    )
    numbers = gazetteer().territories()
    if language not in header:
        return {}
    column = header.index(language)
    signs = {numbers[row[0]]: tuple(row[column].split(" ")) for row in rows if row[0] in numbers and row[column]}
    for row in rows:
        if row[0] not in numbers and row[column]:
            # A city or province by its English name, of the country the language is at home in.
            places = {meaning.place for meaning in gazetteer().meanings(row[0]) if meaning.language == "en"}
            for place in places:
                if place.country == homeland(language):
                    signs[place.number] = tuple(row[column].split(" "))
    return signs


@cache
def _single_signs(language: str) -> str:
    """Return all signs of one character, joined."""
    found = {sign.lstrip("+") for signs in _signs(language).values() for sign in signs}
    return "".join(sorted(sign for sign in found if len(sign) == 1))


_BEFORE_SIGNS = {"zh": "本驻駐访訪对對赴在旅援抗反亲親留", "ja": "在訪対駐親反渡来帰"}
_AFTER_SIGNS = {"zh": "方军軍企媒资資籍裔语語商侨僑使馆館“「", "ja": "軍系語側紙首大政外財議社誌"}
"""What makes a set phrase of a sign: 驻美 (stationed in the US), 法军 (the French army), 英首相 (a British premier)."""


def sign(text: str, territory: int, lang: str) -> tuple[int, int] | None:
    """Return where a country is abbreviated in a Chinese or Japanese text (中美, 日韓), if it is.

    Most signs are everyday characters as well (日, day; 法, law): they count in set phrases and beside each other.
    """
    language = primary(lang)
    for known in _signs(language).get(territory, ()):
        mark = known.lstrip("+")
        at = text.find(mark)
        while at >= 0:
            end = at + len(mark)
            before, after = text[at - 1 : at] if at else "", text[end : end + 1]
            if len(mark) > 1 or (known != mark and not _within_katakana(before, mark, after)):
                return at, end
            if not _within_katakana(before, mark, after) and (
                (before and (before in _BEFORE_SIGNS[language] or before in _single_signs(language)))
                or (after and (after in _AFTER_SIGNS[language] or after in _single_signs(language)))
            ):
                return at, end
            at = text.find(mark, end)
    return None


def _within_katakana(before: str, mark: str, after: str) -> bool:
    return any(map(_is_katakana, mark)) and any(map(_is_katakana, before + after))


def _is_katakana(char: str) -> bool:
    return "\u30a1" <= char <= "\u30fa" or char == "ー"
