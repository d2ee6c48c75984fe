"""Looks words up as names of places, as they stand, inflected or joined to others; each answer is remembered."""

from functools import cache, lru_cache, partial
from typing import NamedTuple

from reviewer.lexicon import demonyms
from reviewer.lexicon.gazetteer import Kind, Meaning, Place, gazetteer, labels
from reviewer.lexicon.headwords import headwords
from reviewer.text.folding import fold
from reviewer.text.inflection import bases
from reviewer.text.languages import primary, script
from reviewer.text.memo import Memo
from reviewer.text.resources import resource
from reviewer.text.scripts import UNSPACED
from reviewer.text.sounds.ideograph_readings import japanese_names

_IDEOGRAPHIC = frozenset(("Hans", "Hant", "Jpan"))
LARGE = 100_000
"""People of a city that is taken for itself without further evidence."""
COMPOUNDING = frozenset(("de", "nl", "sv", "da", "nb", "fi", "hu", "et", "is"))
"""Languages that write a name in one word with what it qualifies (Syrienkrieg), and halves of two such words."""


class Look(NamedTuple):
    """What a word means as a name of places."""

    places: frozenset[int]
    """Numbers of all places it can mean."""
    strong: bool
    """Whether it means one beyond reasonable doubt."""


NO_PLACES: frozenset[int] = frozenset()
NOTHING = Look(NO_PLACES, False)
"""What an ordinary word means."""


@lru_cache(maxsize=65536)
def look(key: str, lang: str) -> Look:
    """Return the places a folded name means in a language, and whether it says so strongly."""
    meanings = gazetteer().meanings(key)
    if not meanings:
        return NOTHING
    accepted = labels(lang)
    latin = script(lang) == "Latn"
    japanese = primary(lang) == "ja"
    places = set()
    strong = False
    for meaning in meanings:
        labelled = meaning.language in accepted or (japanese and _in_kanji(meaning))
        if not labelled and not (meaning.language == "und" or (latin and meaning.language == "en")):
            continue
        places.add(meaning.place.number)
        if labelled or (latin and meaning.language == "en") or not latin:
            strong = strong or _is_strong(meaning.place, key, lang)
    strong = strong and not any(key in words for words in _homographs().get(primary(lang), ()))
    return Look(frozenset(places), strong) if places else NOTHING


@cache
def _homographs() -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """Return the everyday words, folded, that languages without capitals have for places as well, and which of them
    may be said of a city."""
    lines = resource("names/homographs.tsv").read_text("utf-8").splitlines()[2:]
    rows = (line.split("\t") for line in lines)
    return {language: (_folded(nouns), _folded(said_of_city)) for language, nouns, said_of_city in rows}


def _folded(words: str) -> frozenset[str]:
    return frozenset(map(fold, words.split()))


def may_describe_city(key: str, lang: str) -> bool:
    """Say whether a place's name, folded, behind the word for a city more likely describes it: مدينة جديدة."""
    found = _homographs().get(primary(lang))
    return found is not None and key in found[1]


def _in_kanji(meaning: Meaning) -> bool:
    """Say whether a Chinese name is that of a place in Japan: it is written as in Japan, or nearly so."""
    return meaning.place.country == "JP" and meaning.language.startswith("zh")


def _is_strong(place: Place, key: str, lang: str) -> bool:
    size = len(key.replace(" ", "")) * (2 if script(lang) == "Kore" else 1)
    if script(lang) in UNSPACED:
        if place.kind in (Kind.COUNTRY, Kind.CONTINENT, Kind.WATER, Kind.MOUNTAIN):
            return size >= 2
        if place.kind.geographic and size <= 4 and all(map(is_katakana, key)) and place.population < 5 * LARGE:
            return False  # short words in katakana are loanwords first: メディア, メイン
        if place.kind == Kind.CITY:
            if script(lang) not in _IDEOGRAPHIC and size < 5:
                return False  # letters, not syllables: Van in Turkey is the middle of Thai "yesterday"
            if size >= 3 and primary(lang) == "ja" and place.country == "JP" and _is_only_place(key):
                return True
            if size == 2 and primary(lang) == "ja" and place.country in ("CN", "TW"):
                return place.population >= 50 * LARGE  # two ideographs more often are a Japanese surname (唐山)
            return place.population >= (1_000_000 if size == 2 else LARGE)
        return place.kind not in (Kind.OTHER, Kind.GIVEN) and size >= (3 if place.kind == Kind.REGION else 2)
    if place.kind <= Kind.CONTINENT:
        return size >= 3 if script(lang) in _CONSONANTAL else size >= 4 or key in ("usa", "sshа", "сша", "abd")
    if place.kind == Kind.CITY:
        return place.population >= LARGE and size >= (4 if place.population < 1_000_000 else 3)
    if place.kind == Kind.REGION:
        return size >= (4 if script(lang) == "Deva" else 5)
    if not place.kind.geographic:
        return size >= 2 and place.kind != Kind.GIVEN
    return place.kind in (Kind.WATER, Kind.MOUNTAIN) and size >= 4


_CONSONANTAL = frozenset(("Arab", "Deva"))
"""Scripts that do not write every vowel with a letter, so that three are enough for a country: مصر, चीन."""


def _is_only_place(name: str) -> bool:
    """Say whether the dictionary of Japanese names has a name as a place's, and as no surname."""
    sorts = {known.sort for known in japanese_names(name) if known.text == name}
    return "P" in sorts and "S" not in sorts


NO_SECONDS: frozenset[str] = frozenset()
ANY = frozenset(("",))
"""That the second word of a name may begin with any letters."""


class Sense(NamedTuple):
    """What a single word, folded, can have to do with places."""

    begins: frozenset[str]
    """How the second words of the names begin that begin with it; see `beginning_names`."""
    listed: frozenset[int]
    """Territories it belongs to by the table of adjectives and inhabitants."""
    likely: frozenset[int]
    """Those it seems to belong to by the beginning of their names."""
    place: Look
    """The name it is."""
    inflected: Look
    """What it is inflected from: all strong meanings, else the first weak one."""
    compound: frozenset[int]
    """The country it begins with (Ukrainekrieg, Russlandpolitik)."""


@cache
def senses(lang: str) -> Memo[str, Sense | None]:
    """Return what words can have to do with a place, or None of those that cannot: most words."""
    return Memo(partial(_sense, lang), 65_536)


def _sense(lang: str, key: str) -> Sense | None:
    sense = Sense(
        beginning_names(lang)[key],
        demonyms.listed(key, lang),
        demonyms.likely(key, lang),
        look(key, lang),
        _look_inflected(key, lang),
        _look_compound(key, lang),
    )
    return sense if sense != NO_SENSE else None


NO_SENSE = Sense(NO_SECONDS, NO_PLACES, NO_PLACES, NOTHING, NOTHING, NO_PLACES)


@cache
def senses_in_small(lang: str) -> Memo[str, Sense | None]:
    """Return the same of words in small letters where names have a capital: adjectives may be written so, too."""
    return Memo(partial(_sense_in_small, lang), 65_536)


def _sense_in_small(lang: str, key: str) -> Sense | None:
    if primary(lang) in CAPITAL_ADJECTIVES:
        return None
    listed, likely = demonyms.listed(key, lang), demonyms.likely(key, lang)
    return NO_SENSE._replace(listed=listed, likely=likely) if listed or likely else None


CAPITAL_ADJECTIVES = frozenset(("en", "nl"))
"""Languages that write adjectives of places with a capital letter."""


@cache
def beginning_names(lang: str) -> Memo[str, frozenset[str]]:
    """Return with which two letters the second words begin of names that begin with a word, folded, or with what it is
    inflected from: none for most words, `ANY` where words are inflected in front.
    """
    return Memo(partial(_seconds, lang), 65_536)


def _seconds(lang: str, key: str) -> frozenset[str]:
    starts = [key + " ", *[base + " " for base in bases(key, lang)]]
    if primary(lang) in ("ar", "he", "fa"):
        return ANY if any(map(gazetteer().begins, starts)) else NO_SECONDS
    names = gazetteer().beginning
    return frozenset([name[len(start) : len(start) + 2] for start in starts for name in names(start)])


@cache
def leading() -> Memo[str, bool]:
    """Return with which characters some name, folded, begins."""
    return Memo(gazetteer().begins, 65_536)


def _look_inflected(key: str, lang: str) -> Look:
    if primary(lang) == "tr" and key in headwords("tr"):
        return NOTHING  # Turkish parts the endings of names by an apostrophe: Maliye is no case of Mali
    knows = gazetteer().knows
    looks = [found for base in bases(key, lang) if knows(base) and (found := look(base, lang)).places]
    strong = [found.places for found in looks if found.strong]
    return Look(frozenset().union(*strong), True) if strong else looks[0] if looks else NOTHING


def _look_compound(key: str, lang: str) -> frozenset[int]:
    if primary(lang) not in COMPOUNDING or len(key) < 8:
        return NO_PLACES
    for start in reversed(gazetteer().beginnings(key[:-3])):
        places = look(start, lang).places if len(start) > 3 else NO_PLACES
        if found := frozenset(place for place in places if gazetteer().place(place).kind <= Kind.CONTINENT):
            return found
    return NO_PLACES


def is_katakana(char: str) -> bool:
    """Say whether a character is a syllable in katakana, or lengthens one."""
    return "\u30a1" <= char <= "\u30fa" or char == "ー"
