"""Finds a name on the other side by how it is written: as it is, inflected, translated, or within longer words."""

from functools import lru_cache

from reviewer.checks.names.sides import Found, Side, keys_of, where
from reviewer.lexicon import demonyms
from reviewer.lexicon.gazetteer import Kind, gazetteer
from reviewer.lexicon.naming import Name, Sort
from reviewer.lexicon.place_looks import COMPOUNDING, look
from reviewer.model.span import Span
from reviewer.text.inflection import bases
from reviewer.text.languages import primary
from reviewer.text.sounds.romanisation import phonetic, romanise, similarity
from reviewer.text.tokens import Token


def spelt_the_same(name: Name, lang: str, there: Side) -> Found | None:
    """Find a name as it is written, in one word or several."""
    key = name.key
    if key in there.written:
        return where(there.written[key])
    if " " in key:
        parts = [part for part in key.split() if len(part) > 2]
        for part in parts:
            for number in _meant(part, lang):
                if number in there.meanings:
                    return where(there.meanings[number])  # `West Africa` where the other side names Africa
        return _all_of(parts, there) if parts else None
    if there.unspaced:
        start = there.text.casefold().find(key)
        return (1.0, Span(start, start + len(key))) if start >= 0 else None
    return None


def _all_of(parts: list[str], there: Side) -> Found | None:
    """Find all words of a name, each possibly inflected, and say where the first to the last stand."""
    at = [there.keys.get(part) or there.base_forms.get(part) for part in parts]
    if not all(at):
        return None
    stand = [token for token in at if token is not None]
    start, end = min(token.start for token in stand), max(token.end for token in stand)
    return 1.0, Span(start, end) if end - start <= 3 * sum(map(len, parts)) else None


def _meant(part: str, lang: str) -> frozenset[int]:
    """Return what one word of a name means for itself."""
    seen = look(part, lang)
    if not seen.strong:
        seen = next((found for base in bases(part, lang) if (found := look(base, lang)).strong), seen)
    return seen.places if seen.strong else frozenset()


def called_so(name: Name, there: Side) -> Found | None:
    """Find what the other language calls a place, within longer words too."""
    if not name.meanings or name.weight < 0.2:
        return None
    for number in name.meanings:
        if there.unspaced:
            for called in keys_of(number, there.lang):
                forms = (called, _at_home(called, there.lang)) if name.sort == Sort.ORGANISATION else (called,)
                for form in filter(None, forms):
                    if (start := there.text.find(form)) >= 0:
                        return 1.0, Span(start, start + len(form))
            if place := demonyms.sign(there.text, number, there.lang):
                return 1.0, Span(*place)
            continue
        for called in keys_of(number, there.lang):
            if " " in called:
                parts = called.split()
                if name.sort == Sort.PERSON and len(parts[-1]) > 2 and parts[-1] in there.keys:
                    return where(there.keys[parts[-1]])
                if (parts[0] in there.keys or parts[0] in there.base_forms) and (found := _all_of(parts, there)):
                    return found
                if part := next((part for part in parts if part in there.keys and _is_continent(part, there.lang)), ""):
                    return where(there.keys[part])  # `West, Central and North Africa`
                if parts[-1] in _DIVISIONS and (found := _all_of(parts[:-1], there)):
                    return found  # `Kyiv region` for Kyiv Oblast
            elif called in there.keys or called in there.base_forms:
                return where(there.keys.get(called) or there.base_forms[called])
            elif made := _adjective(called, there) or _compound(called, there) or _inhabitant(called, number, there):
                return where(made)
    if there.script == "Latn":
        for number in name.meanings:
            if number in there.foreign:
                return where(there.foreign[number])
    return None


_SHORTEST_INSTITUTION = 5
"""Characters that name an institution well enough without its country."""


@lru_cache(maxsize=4096)
def _at_home(called: str, lang: str) -> str:
    """Return what an institution is called without its country, where that goes without saying: 联邦调查局 (FBI)."""
    for size in (2, 3, 4):
        if any(gazetteer().place(number).kind == Kind.COUNTRY for number in look(called[:size], lang).places):
            return called[size:] if len(called) - size >= _SHORTEST_INSTITUTION else ""
    return ""


_DIVISIONS = frozenset(
    "oblast region province governorate district voivodeship county prefecture state krai raion canton "
    "municipality department territory".split()
)
"""What English names of regions end with (CLDR subdivisions), for which others write other words or none."""


@lru_cache(maxsize=4096)
def _is_continent(word: str, lang: str) -> bool:
    return any(gazetteer().place(number).kind == Kind.CONTINENT for number in look(word, lang).places)


def _compound(called: str, there: Side) -> Token | None:
    """Find a word made of a place's name and more (Alpenrand, Niederrhein), in languages that write such words."""
    if len(called) < 4 or primary(there.lang) not in COMPOUNDING:
        return None
    for token in there.tokens:
        if not token.capital or len(token.key) < len(called) + 3:
            continue
        if token.key.startswith(called) or (len(called) > 4 and token.key.endswith(called)):
            return token
    return None


def _inhabitant(called: str, number: int, there: Side) -> Token | None:
    """Find an adjective or inhabitant made of a city's name (Parisian, Viennese), never the name with -s alone, nor
    another place (Нигерии, of Nigeria, for Niger)."""
    for other in there.beginnings.get(called[:3], ()) if len(called) >= 5 else ():
        if other.capital and 2 <= len(other.key) - len(called) <= 5 and _shared(called, other.key) >= len(called) - 1:
            places = (name for name in there.names if name.sort in (Sort.PLACE, Sort.DEMONYM))
            if all(name.start != other.start or number in name.meanings | name.others for name in places):
                return other
    return None


_SLAVIC_ADJECTIVES = ("ск", "цк", "зьк", "ськ", "цьк", "sk", "ck", "čk")


def _adjective(called: str, there: Side) -> Token | None:
    """Find an adjective made of a place's name, in Slavic languages often of a shortened one (московский)."""
    if len(called) < 4 or primary(there.lang) not in _SLAVIC:
        return None
    for other in there.beginnings.get(called[:3], ()):
        shared = _shared(called, other.key)
        if shared >= max(3, len(called) - 2) and any(end in other.key[shared - 1 :] for end in _SLAVIC_ADJECTIVES):
            return other
    return None


_SLAVIC = frozenset(("be", "bg", "bs", "cs", "hr", "mk", "pl", "ru", "sk", "sl", "sr", "uk"))


def _shared(one: str, other: str) -> int:
    """Return how many letters two words begin with alike."""
    for place, (letter, second) in enumerate(zip(one, other, strict=False)):
        if letter != second:
            return place
    return min(len(one), len(other))


def made_of_place(name: Name, here: Side, there: Side) -> Name | None:
    """Find the place that an adjective no table lists is made of (Bavarian, where the other side has Bayern)."""
    if len(name.key) < 6:
        return None
    for number, place in there.meanings.items():
        for called in keys_of(number, here.lang):
            word = called.partition(" ")[0]
            if len(word) >= 6 and name.key != word + "s" and _shared(name.key, word) >= max(5, len(word) - 2):
                return place
    return None


def spelt_alike(name: Name, here: Side, there: Side, source: bool) -> Found:
    """Compare within one script: endings may differ, and for people the custom of spelling.

    What a source calls by a name the gazetteer knows is never found in something that merely resembles
    it; a place of the target may be meant by a word of the source that no data knows (Babilonii).
    """
    key = name.key
    own = [base for base in bases(key, here.lang) if len(base) >= 3] if " " not in key else []
    for base in own:
        if base in there.keys:
            return where(there.keys[base])
    if len(key) >= 3 and key in there.base_forms:
        return where(there.base_forms[key])
    for ancient in (*_latin(key, here.lang), *_romance(key, there.lang)):
        if ancient in there.keys:
            return where(there.keys[ancient])
    if len(key) >= 4:
        for other in there.beginnings.get(key[:3], ()):
            if _shares_stem(key, other.key, name):
                return where(other)
    if name.sort == Sort.UNKNOWN and len(key) >= 5 and (short := _abbreviation(key, there)):
        return where(short)
    certain = name.sort in (Sort.PLACE, Sort.DEMONYM, Sort.ORGANISATION) and name.weight >= 0.5
    if " " in key:
        key = max(key.split(), key=len)
    if len(key) < 4 or (certain and (source or name.sort == Sort.DEMONYM)):
        return where(None)
    sound = phonetic(romanise(key))
    if not certain and len(sound) >= 3 and sound in there.phonetic:
        return where(there.phonetic[sound])
    if not certain and len(sound) >= 5:
        beginning = sound[: max(5, len(sound) - 2)]
        for other_sound, token in there.phonetic.items():
            if other_sound.startswith(beginning):
                return where(token)
    for candidate in there.names:
        if candidate.sort != Sort.UNKNOWN and (certain or (candidate.weight >= 0.5 and not source)):
            continue
        for word in (candidate.key, *bases(candidate.key, there.lang)[:6]):
            for form in (key, *own[:6]):
                if abs(len(word) - len(form)) <= 3 and similarity(romanise(form), romanise(word)) >= _ALIKE:
                    return where(candidate)
    return where(None)


_ROMANCE = frozenset(("es", "it", "pt"))
_LATIN = (("one", "o"), ("on", "o"), ("ao", "o"), ("o", "us"), ("e", "is"), ("io", "y"))
"""How Romance languages and English end the names of the ancients, which they took from different cases: Cicerone and
Cicero, Tito and Titus, Antonio and Antony."""


def _latin(key: str, lang: str) -> list[str]:
    """Return what other languages may call an ancient of a name in a Romance language."""
    if primary(lang) not in _ROMANCE:
        return []
    return [key.removesuffix(own) + other for own, other in _LATIN if key.endswith(own) and len(key) > len(own) + 1]


def _romance(key: str, lang: str) -> list[str]:
    """Return what a Romance language may call an ancient."""
    if primary(lang) not in _ROMANCE:
        return []
    return [key.removesuffix(other) + own for own, other in _LATIN if key.endswith(other) and len(key) > len(other) + 1]


_ALIKE = 0.75
"""From here two names of one script are one, spelt by different customs (Araghtschi, Araghchi)."""


def _abbreviation(key: str, there: Side) -> Token | None:
    """Find what a name is cut short to: its first letters, among them no vowel or a stop behind (Rz, Krak.)."""
    for token in there.tokens:
        if token.capital and 2 <= len(token.key) <= 5 and key.startswith(token.key):
            stopped = there.text[token.end : token.end + 1] == "." and there.text[token.end + 1 :].strip() != ""
            if stopped or not any(letter in "aeiouyаеёиіоуыэюя" for letter in token.key):
                return token
    return None


def _shares_stem(key: str, other: str, name: Name) -> bool:
    shared = _shared(key, other)
    if name.sort == Sort.PLACE and name.weight >= 0.5:
        # A place may be met in an adjective or an inhabitant (Berliner, texanisch), but never with -s alone.
        return shared >= max(4, len(key) - 1) and 2 <= len(other) - len(key) <= 6
    if shared >= max(5, len(key) - 2) and len(other) > len(key):
        return True  # in a compound or a long adjective: Arabic, arabischsprachig
    return shared >= max(4, min(len(key), len(other)) - 2) and abs(len(key) - len(other)) <= 5
