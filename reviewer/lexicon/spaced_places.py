"""Finds the places that a text with spaces between its words mentions, by name, adjective or inhabitant."""

from operator import or_
from typing import NamedTuple

from reviewer.lexicon import demonyms
from reviewer.lexicon.gazetteer import Kind, gazetteer
from reviewer.lexicon.place_looks import (
    ANY,
    CAPITAL_ADJECTIVES,
    LARGE,
    NO_PLACES,
    NO_SENSE,
    NOTHING,
    Look,
    Sense,
    beginning_names,
    leading,
    look,
    may_describe_city,
    senses,
    senses_in_small,
)
from reviewer.lexicon.place_words import shown_place
from reviewer.lexicon.vocabulary import ordinary
from reviewer.text.inflection import bases, points_of_compass_off
from reviewer.text.languages import primary, script
from reviewer.text.scripts import CASED
from reviewer.text.tokens import Token

_LONGEST = 5
"""Words of the longest name looked for."""


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


def mentioned_among(words: tuple[Token, ...], text: str, lang: str) -> tuple[Mention, ...]:
    """Return the places that the words of a text mention, in order, longest names first, none overlapping."""
    cased = script(lang) in CASED
    large, small, begins = senses(lang), senses_in_small(lang), beginning_names(lang)
    capital = [word.capital for word in words] if cased else [True] * len(words)
    # A name may begin with a small word (mer Méditerranée, сектор Газа) if one of the next two has a capital.
    near = [*map(or_, [*capital[1:], False], [*capital[2:], False, False])]
    worth_it = [
        at
        for at, word in enumerate(words)
        if (large[word.key] if capital[at] else small[word.key] or (near[at] and begins[word.key]))
    ]
    found: list[Mention] = []
    go_on = 0
    for at in worth_it:
        if at < go_on:
            continue
        key = words[at].key
        sense = (large if capital[at] else small)[key] or NO_SENSE
        seconds = sense.begins if capital[at] else near[at] and begins[key]
        if seconds and (several := _several(text, lang, words, at, cased, seconds)):
            found.append(several[0])
            go_on = several[1]
            continue
        mention = _named(words, at, sense, text, lang) if capital[at] else None
        if mention is None and (territories := sense.listed or sense.likely):
            mention = _belonging(words[at], territories, strong=len(key) >= 5 and bool(sense.listed))
        if mention is not None:
            found.append(mention)
    return tuple(found)


def _belonging(word: Token, territories: frozenset[int], *, strong: bool) -> Mention:
    """Return an adjective or inhabitants."""
    return Mention(word.start, word.end, word.text, territories, strong, True, key=word.key)


def _named(words: tuple[Token, ...], at: int, sense: Sense, text: str, lang: str) -> Mention | None:
    """Return the name of places that a single word is, as it stands, inflected or in a compound."""
    word = words[at]
    language, cased = primary(lang), script(lang) in CASED
    slavic = language in ("be", "bg", "ru", "uk")
    seen, territories, exact = sense.place, sense.listed, True
    if seen.places:
        seen = _as_written(word, seen, lang)
    if not seen.strong:
        territories = territories or sense.likely
    if not seen.strong and (not territories or (cased and language not in CAPITAL_ADJECTIVES)):
        inflected = sense.inflected
        if territories:
            # A country in one of its cases (Китая), which begins like its adjective.
            if inflected.strong and inflected.places & territories:
                exact, seen = False, Look(seen.places | inflected.places, True)
        elif inflected.strong or not seen.places:
            exact = not inflected.places
            seen = Look(seen.places | inflected.places, inflected.strong)
    if not seen.places or (territories and not seen.strong):
        if territories or not sense.compound:
            return None
        return Mention(word.start, word.end, word.text, sense.compound, False, exact=False, key=word.key)
    country = _is_country(seen.places)
    strong = seen.strong
    if strong and (word.first or language == "de" or not cased) and not country:
        strong = not _common(word.text, lang)
        if strong and language == "de" and ordinary(word.text, lang):
            strong = _is_city(seen.places, word.text, lang)
    elif strong and language == "en" and _common(word.text, lang):
        strong = country or _is_landscape(seen.places) or (_is_large(seen.places) and _placed(words, at))
    if strong and not exact and (word.first or (slavic and (word.text.isupper() or _is_town(seen.places)))):
        # Самое (the most) is Samoa in no case; elsewhere a country is one whatever else the word may be.
        strong = (country and not slavic) or not ordinary(word.text, lang)
    if strong and not country and _begins_longer(words, at, text, lang):
        strong = False
    strong = len(word.key) > 1 and (strong or _is_shown(text, word, seen.places, lang))
    others = sense.inflected.places if exact and not _is_place(seen.places) else NO_PLACES
    return Mention(word.start, word.end, word.text, seen.places | territories, strong, False, exact, word.key, others)


def _as_written(word: Token, seen: Look, lang: str) -> Look:
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
    return Look(kept, seen.strong and (not geographic or len(kept) == len(kinds)))


def _is_place(meanings: frozenset[int]) -> bool:
    return any(gazetteer().place(number).kind.geographic for number in meanings)


_BEFORE_PLACES = frozenset("in to from near at around outside".split())
"""English prepositions after which a capitalised ordinary word (Reading, Nice) is a place after all."""


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
        gazetteer().place(place).population >= 5 * LARGE
        and word in gazetteer().names(place, lang) + gazetteer().names(place, "en")
        for place in places
    )


def _is_shown(text: str, word: Token, places: frozenset[int], lang: str) -> bool:
    """Say whether the words beside a doubtful name (city of, village of) show it to be a place."""
    if primary(lang) == "de" and ordinary(word.text, lang) and not _is_large(places):
        return False  # "dass in der Stadt Menschen leben"
    return not may_describe_city(word.key, lang) and shown_place(text, word.start, word.end, places, lang)


def _is_country(places: frozenset[int]) -> bool:
    return any(gazetteer().place(place).kind <= Kind.CONTINENT for place in places)


def _is_landscape(places: frozenset[int]) -> bool:
    return any(gazetteer().place(place).kind in (Kind.WATER, Kind.MOUNTAIN) for place in places)


def _is_town(places: frozenset[int]) -> bool:
    """Say whether a name is of nothing larger or more lasting than a town or a district."""
    known = [gazetteer().place(place) for place in places]
    return all(place.kind in (Kind.CITY, Kind.REGION) and place.population < 2 * LARGE for place in known)


_GENERIC_FIRST = frozenset(("es", "fr", "it", "pt"))
"""Languages in whose names the kind of a thing stands first: Cabo Cañaveral, Monte Bianco."""


def _begins_longer(words: tuple[Token, ...], at: int, text: str, lang: str) -> bool:
    """Say whether an ordinary word is the kind of a thing whose name follows, and no place for itself."""
    if primary(lang) not in _GENERIC_FIRST or at + 1 == len(words) or not words[at + 1].capital:
        return False
    return text[words[at].end : words[at + 1].start] == " " and ordinary(words[at].text, lang)


def _is_large(places: frozenset[int]) -> bool:
    return any(gazetteer().place(place).population >= LARGE for place in places)


def _several(
    text: str, lang: str, words: tuple[Token, ...], at: int, cased: bool, seconds: frozenset[str]
) -> tuple[Mention, int] | None:
    """Return the longest name of several words that begins here, and where to go on.

    `seconds` are the two letters with which the second word of such a name may begin.
    """
    second = words[at + 1].key if at + 1 < len(words) else ""
    if not second or (seconds is not ANY and second[:2] not in seconds and not points_of_compass_off(second, lang)):
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


def _several_inflected(group: tuple[Token, ...], lang: str) -> Look:
    """Look up a name of several words of which each may be inflected."""
    leads = leading()
    keys = [""]
    for place, word in enumerate(group):
        forms = (word.key, *bases(word.key, lang))
        keys = [
            key
            for stem in keys
            for form in forms
            if leads[key := f"{stem} {form}".lstrip()] and (place < 4 or len(keys) < 50)
        ]
        if not keys:
            return NOTHING
    for key in keys:
        found = look(key, lang)
        if found.places:
            return found
    return NOTHING
