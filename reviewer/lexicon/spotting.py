"""Finds the places that a text mentions, by name, adjective or inhabitant."""

from functools import cache, lru_cache
from typing import NamedTuple

import regex

from reviewer.lexicon import demonyms
from reviewer.lexicon.gazetteer import Kind, Meaning, Place, gazetteer, labels
from reviewer.lexicon.vocabulary import ordinary
from reviewer.text.folding import fold
from reviewer.text.ideograph_readings import japanese_names
from reviewer.text.inflection import bases
from reviewer.text.languages import primary, script
from reviewer.text.resources import resource
from reviewer.text.scripts import CASED, UNSPACED
from reviewer.text.segmentation import word_boundaries
from reviewer.text.tokens import Token, tokens

_IDEOGRAPHIC = frozenset(("Hans", "Hant", "Jpan"))
_LONGEST = 5
"""Words of the longest name looked for."""
_LARGE = 100_000
"""People of a city that is taken for itself without further evidence."""
COMPOUNDING = frozenset(("de", "nl", "sv", "da", "nb", "fi", "hu", "et", "is"))
"""Languages that write a name in one word with what it qualifies (Syrienkrieg), and halves of two such words."""


class Mention(NamedTuple):
    """A stretch of text that names places."""

    start: int
    end: int
    text: str
    places: frozenset[int]
    """Numbers of all places it can mean."""
    strong: bool
    """Whether it means a place beyond reasonable doubt, so that the other side must have it too."""
    demonym: bool = False
    exact: bool = True
    """Whether the name stands in its base form."""
    key: str = ""
    """The folded form."""
    others: frozenset[int] = frozenset()
    """Places the form means when read as inflected, where it also is a name as it stands (Hamas, Hama)."""


class _Look(NamedTuple):
    places: frozenset[int]
    strong: bool


_NONE: frozenset[int] = frozenset()
_NOTHING = _Look(_NONE, False)


@lru_cache(maxsize=65536)
def look(key: str, lang: str) -> _Look:
    """Return the places a folded name means in a language, and whether it says so strongly."""
    known = gazetteer()
    accepted = labels(lang)
    latin = script(lang) == "Latn"
    japanese = primary(lang) == "ja"
    places = set()
    strong = False
    for meaning in known.meanings(key):
        labelled = meaning.language in accepted or (japanese and _in_kanji(meaning))
        if not labelled and not (meaning.language == "und" or (latin and meaning.language == "en")):
            continue
        places.add(meaning.place.number)
        if labelled or (latin and meaning.language == "en") or not latin:
            strong = strong or _is_strong(meaning.place, key, lang)
    strong = strong and key not in _homographs().get(primary(lang), _NO_WORDS)
    return _Look(frozenset(places), strong) if places else _NOTHING


_NO_WORDS: frozenset[str] = frozenset()


@cache
def _homographs() -> dict[str, frozenset[str]]:
    """Return the everyday words, folded, that languages without capitals have for places as well."""
    lines = resource("names/homographs.tsv").read_text("utf-8").splitlines()[2:]
    rows = (line.split("\t") for line in lines)
    return {language: frozenset(map(fold, words.split())) for language, words in rows}


def _in_kanji(meaning: Meaning) -> bool:
    """Say whether a Chinese name is that of a place in Japan: it is written as in Japan, or nearly so."""
    return meaning.place.country == "JP" and meaning.language.startswith("zh")


def _is_strong(place: Place, key: str, lang: str) -> bool:
    size = len(key.replace(" ", "")) * (2 if script(lang) == "Kore" else 1)
    if script(lang) in UNSPACED:
        if place.kind in (Kind.COUNTRY, Kind.CONTINENT, Kind.WATER, Kind.MOUNTAIN):
            return size >= 2
        if place.kind.geographic and size <= 4 and all(map(_katakana, key)) and place.population < 5 * _LARGE:
            return False  # short words in katakana are loanwords first: メディア, メイン
        if place.kind == Kind.CITY:
            if script(lang) not in _IDEOGRAPHIC and size < 5:
                return False  # letters, not syllables: Van in Turkey is the middle of Thai "yesterday"
            if size >= 3 and primary(lang) == "ja" and place.country == "JP" and _is_only_place(key):
                return True
            if size == 2 and primary(lang) == "ja" and place.country in ("CN", "TW"):
                return place.population >= 50 * _LARGE  # two ideographs more often are a Japanese surname (唐山)
            return place.population >= (1_000_000 if size == 2 else _LARGE)
        return place.kind not in (Kind.OTHER, Kind.GIVEN) and size >= (3 if place.kind == Kind.REGION else 2)
    if place.kind <= Kind.CONTINENT:
        return size >= 3 if script(lang) == "Arab" else size >= 4 or key in ("usa", "sshа", "сша", "abd")
    if place.kind == Kind.CITY:
        return place.population >= _LARGE and size >= (4 if place.population < 1_000_000 else 3)
    if place.kind == Kind.REGION:
        return size >= 5
    if not place.kind.geographic:
        return size >= 2 and place.kind != Kind.GIVEN
    return place.kind in (Kind.WATER, Kind.MOUNTAIN) and size >= 4


def _is_only_place(name: str) -> bool:
    """Say whether the dictionary of Japanese names has a name as a place's, and as no surname."""
    sorts = {known.sort for known in japanese_names(name) if known.text == name}
    return "P" in sorts and "S" not in sorts


@lru_cache(maxsize=32768)
def _begins(key: str, lang: str) -> bool:
    """Say whether a name of several words begins with this one, or with what it is inflected from."""
    return _leads(key + " ") or any(_leads(base + " ") for base in bases(key, lang))


@lru_cache(maxsize=65536)
def _leads(start: str) -> bool:
    return gazetteer().begins(start)


@lru_cache(maxsize=32768)
def _inflected(key: str, lang: str) -> _Look:
    """Return what an inflected single word means: all strong meanings, else the first weak one."""
    looks = [look(base, lang) for base in bases(key, lang)]
    strong = [found.places for found in looks if found.strong]
    if strong:
        return _Look(frozenset().union(*strong), True)
    return next((found for found in looks if found.places), _NOTHING)


@lru_cache(maxsize=32768)
def _glued(key: str, lang: str) -> frozenset[int]:
    """Return the country a compound begins with (Ukrainekrieg, Russlandpolitik)."""
    if primary(lang) not in COMPOUNDING or len(key) < 8:
        return frozenset()
    for end in range(len(key) - 3, 3, -1):
        found = frozenset(
            place
            for place in look(key[:end], lang).places
            if gazetteer().place(place).kind in (Kind.COUNTRY, Kind.CONTINENT)
        )
        if found:
            return found
    return frozenset()


@lru_cache(maxsize=65536)
def _may_name(key: str, lang: str) -> bool:
    """Say whether a capitalised word can have to do with a place at all, or begin a name: most words cannot."""
    return bool(
        _begins(key, lang)
        or look(key, lang).places
        or demonyms.listed(key, lang)
        or demonyms.likely(key, lang)
        or _inflected(key, lang).places
        or _glued(key, lang)
    )


@lru_cache(maxsize=65536)
def _may_name_small(key: str, lang: str) -> bool:
    """Say the same of a word in small letters."""
    if primary(lang) in _CAPITAL_ADJECTIVES:
        return _begins(key, lang)
    return bool(_begins(key, lang) or demonyms.listed(key, lang) or demonyms.likely(key, lang))


_CAPITAL_ADJECTIVES = frozenset(("en", "nl"))
"""Languages that write adjectives of places with a capital letter."""


@lru_cache(maxsize=32768)
def _seconds(key: str, lang: str) -> frozenset[str] | None:
    """Return the first two letters of what follows a word (or what it is inflected from) in names of several words.

    None where there is too much to tell, and where words are inflected in front.
    """
    if primary(lang) in ("ar", "he", "fa"):
        return None
    found: set[str] = set()
    for form in (key, *bases(key, lang)):
        for count, name in enumerate(gazetteer().beginning(form + " ")):
            found.add(name[len(form) + 1 : len(form) + 3])
            if count > 5_000:
                return None
    return frozenset(found)


def mentions(text: str, lang: str) -> tuple[Mention, ...]:
    """Return the places a text mentions, in order, longest names first, none overlapping."""
    if script(lang) in UNSPACED:
        return _unspaced(text, lang)
    return _spaced(text, lang, tokens(text, lang))


def _spaced(text: str, lang: str, words: tuple[Token, ...]) -> tuple[Mention, ...]:
    cased = script(lang) in CASED
    german, english = primary(lang) == "de", primary(lang) == "en"
    capitals = primary(lang) in _CAPITAL_ADJECTIVES
    found: list[Mention] = []
    worth_it = [
        at
        for at, word in enumerate(words)
        if (_may_name if word.capital or not cased else _may_name_small)(word.key, lang)
    ]
    go_on = 0
    for at in worth_it:
        if at < go_on:
            continue
        word = words[at]
        if (word.capital or not cased or _capital_soon(words, at)) and _begins(word.key, lang):
            several = _several(text, lang, words, at, cased)
            if several:
                found.append(several[0])
                go_on = several[1]
                continue
        territories = demonyms.listed(word.key, lang) if word.capital or not capitals else _NONE
        if word.capital or not cased:
            seen = look(word.key, lang)
            if seen.places:
                seen = _as_written(word, seen, lang)
            exact = True
            if not seen.strong:
                territories = territories or demonyms.likely(word.key, lang)
            if not seen.strong and not territories:
                inflected = _inflected(word.key, lang)
                if inflected.strong or not seen.places:
                    exact = not inflected.places
                    seen = _Look(seen.places | inflected.places, inflected.strong)
            if seen.places and not (territories and not seen.strong):
                strong = seen.strong
                if strong and (word.first or german or not cased) and not _is_country(seen.places):
                    strong = not _common(word.text, lang)
                    if strong and german and ordinary(word.text, lang):
                        strong = _is_city(seen.places, word.text, lang)
                elif strong and english and _common(word.text, lang):
                    strong = (
                        _is_country(seen.places)
                        or _is_landscape(seen.places)
                        or (_is_large(seen.places) and _placed(words, at))
                    )
                if strong and word.first and not exact and not _is_country(seen.places):
                    strong = not ordinary(word.text, lang)
                if len(word.key) < 2:
                    strong = False
                others = _inflected(word.key, lang).places if exact and not _is_place(seen.places) else _NONE
                meant = seen.places | territories
                found.append(Mention(word.start, word.end, word.text, meant, strong, False, exact, word.key, others))
                continue
            if not territories:
                territories = _glued(word.key, lang)
                if territories:
                    found.append(
                        Mention(word.start, word.end, word.text, territories, False, exact=False, key=word.key)
                    )
                    continue
        if territories:
            strong = len(word.key) >= 5 and bool(demonyms.listed(word.key, lang))
            found.append(Mention(word.start, word.end, word.text, territories, strong, True, key=word.key))
        elif (word.capital or not capitals) and (likely := demonyms.likely(word.key, lang)):
            found.append(Mention(word.start, word.end, word.text, likely, False, True, key=word.key))
    return tuple(found)


def _as_written(word: Token, seen: _Look, lang: str) -> _Look:
    """Leave out what the case of a word rules out: `WHO` is an organisation, `Who` is not."""
    if word.text.isupper():
        return seen
    kinds = {number: gazetteer().place(number).kind for number in seen.places}
    if all(kind.geographic for kind in kinds.values()):
        return seen
    common = gazetteer().ordinary(word.text, lang)
    organisation = len(word.text) > 3 and not common
    kept = frozenset(
        number
        for number, kind in kinds.items()
        if kind.geographic or (organisation if kind == Kind.ORGANISATION else not (word.first and common))
    )
    geographic = any(kinds[number].geographic for number in kept)
    return _Look(kept, seen.strong and (not geographic or len(kept) == len(kinds)))


def _is_place(meanings: frozenset[int]) -> bool:
    return any(gazetteer().place(number).kind.geographic for number in meanings)


_BEFORE_PLACES = frozenset("in to from near at around outside".split())
"""English prepositions after which a capitalised ordinary word (Reading, Nice) is a place after all."""


def _capital_soon(words: tuple[Token, ...], at: int) -> bool:
    """Say whether a name may begin with this small word (mer Méditerranée, сектор Газа)."""
    return (at + 1 < len(words) and words[at + 1].capital) or (at + 2 < len(words) and words[at + 2].capital)


def _common(word: str, lang: str) -> bool:
    """Say whether a word is an ordinary one, by the gazetteer's own mark or, in English, the vocabulary."""
    return gazetteer().ordinary(word, lang) or (primary(lang) == "en" and ordinary(word, lang))


def _placed(words: tuple[Token, ...], at: int) -> bool:
    """Say whether a word stands where places do: behind such a preposition, and not at the head of a title."""
    followed = at + 1 < len(words) and words[at + 1].capital
    return at > 0 and words[at - 1].key in _BEFORE_PLACES and not followed


def _is_city(places: frozenset[int], word: str, lang: str) -> bool:
    """Say whether a word, umlauts and all, is what a city is called that the world knows."""
    return any(
        gazetteer().place(place).population >= 5 * _LARGE
        and word in gazetteer().names(place, lang) + gazetteer().names(place, "en")
        for place in places
    )


def _is_country(places: frozenset[int]) -> bool:
    return any(gazetteer().place(place).kind <= Kind.CONTINENT for place in places)


def _is_landscape(places: frozenset[int]) -> bool:
    return any(gazetteer().place(place).kind in (Kind.WATER, Kind.MOUNTAIN) for place in places)


def _is_large(places: frozenset[int]) -> bool:
    return any(gazetteer().place(place).population >= _LARGE for place in places)


def _several(text: str, lang: str, words: tuple[Token, ...], at: int, cased: bool) -> tuple[Mention, int] | None:
    """Return the longest name of several words that begins here, and where to go on."""
    if at + 1 == len(words):
        return None
    seconds = _seconds(words[at].key, lang)
    if seconds is not None and words[at + 1].key[:2] not in seconds and not _compounded(words[at + 1].key, lang):
        return None
    last = at + 1
    while last < min(len(words), at + _LONGEST):
        between = text[words[last - 1].end : words[last].start]
        if len(between) > 2 or any(c in ',;:!?()[]"“”„«»|/\n' for c in between) or not between:
            break
        last += 1
    for end in range(last, at + 1, -1):
        group = words[at:end]
        if cased and not (group[0].capital or group[-1].capital):
            continue
        if cased and not group[-1].capital and not group[0].capital:
            continue
        key = " ".join(word.key for word in group)
        seen = look(key, lang)
        exact = True
        if not seen.places and (group[0].capital or not cased):
            seen = _several_inflected(group, lang)
            exact = False
        if seen.places:
            start, stop = group[0].start, group[-1].end
            whole = all(word.capital for word in group) or not cased
            strong = seen.strong and (whole or len(group) > 2 or not group[0].first)
            return Mention(start, stop, text[start:stop], seen.places, strong, exact=exact, key=key), end
        both = demonyms.listed(key, lang) if len(group) == 2 else None
        if both:
            start, stop = group[0].start, group[-1].end
            return Mention(start, stop, text[start:stop], both, True, True, key=key), end
    return None


@lru_cache(maxsize=32768)
def _compounded(key: str, lang: str) -> bool:
    """Say whether a word may be inflected from one that begins otherwise (Nordsyrien)."""
    return any(base[:2] != key[:2] for base in bases(key, lang))


def _several_inflected(group: tuple[Token, ...], lang: str) -> _Look:
    """Look up a name of several words of which each may be inflected."""
    keys = [""]
    for place, word in enumerate(group):
        forms = (word.key, *bases(word.key, lang))
        keys = [
            key
            for stem in keys
            for form in forms
            if _leads(key := f"{stem} {form}".lstrip()) and (place < 4 or len(keys) < 50)
        ]
        if not keys:
            return _NOTHING
    for key in keys:
        found = look(key, lang)
        if found.places:
            return found
    return _NOTHING


_ADMINISTERED = regex.compile(
    "市(?![场場民内立議街级級])|県(?![内民警立議])|区(?![内民役])|町(?![内民])|村(?!民)|駅|空港|机场|機場"
)
"""What follows the name of a city, county or station in Japanese and Chinese, and so shows it to be a place."""
_LATIN_RUN = regex.compile(r"[\p{Latin}\p{Cyrillic}][\p{Latin}\p{Cyrillic}\p{M}'’.\- ]*")
_DOTS = str.maketrans({"・": " ", "·": " ", "＝": " ", "=": " "})


def _unspaced(text: str, lang: str) -> tuple[Mention, ...]:
    """Scan a text that puts no spaces between words."""
    known = gazetteer()
    flat = text.translate(_DOTS)
    found: list[Mention] = []
    edges: frozenset[int] | None = None
    at = 0
    while at < len(text):
        char = flat[at]
        if char < "\u0e00" or not _leads(flat[at : at + 2]):
            at += 1
            continue
        for size in sorted(map(len, known.beginnings(flat[at : at + 16])), reverse=True):
            key = flat[at : at + size].rstrip()
            end = at + len(key)
            if len(key) < 2 or _in_katakana(text, at, end):
                continue
            seen = look(key, lang)
            if not seen.places:
                continue
            if edges is None:
                edges = word_boundaries(text, lang)
            if len(key) < 4 and not (at in edges and end in edges):
                continue
            strong = seen.strong or bool(_ADMINISTERED.match(text, end))
            found.append(Mention(at, end, text[at:end], seen.places, strong, key=key))
            at = end
            break
        else:
            at += 1
    for run in _LATIN_RUN.finditer(text):
        for mention in _spaced(text, "en", tokens(text[run.start() : run.end()], "en")):
            start, end = mention.start + run.start(), mention.end + run.start()
            found.append(mention._replace(start=start, end=end, text=text[start:end], strong=False))
    return tuple(found)


def _in_katakana(text: str, start: int, end: int) -> bool:
    """Say whether a stretch begins or ends in the midst of a katakana word."""
    return (start > 0 and _katakana(text[start - 1]) and _katakana(text[start])) or (
        end < len(text) and _katakana(text[end]) and _katakana(text[end - 1])
    )


def _katakana(char: str) -> bool:
    return "\u30a1" <= char <= "\u30fa" or char == "ー"
