"""Compares the names of a source text with those of its translation: what became of each.

Within one script a name must come back as it is, inflected, or as what the gazetteer says the other
language calls it; a place is never taken for one that merely resembles it (Hama, Hamas). Across scripts
the sound decides.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from reviewer.checks.names.fates import Fate, Fates, NamePair, packed, unpacked
from reviewer.checks.names.sides import Found, Side, where
from reviewer.checks.names.sounds import WRITTEN_IN_ONE, heard, heard_in_one, heard_together, sounds_alike
from reviewer.checks.names.spelling import called_so, made_of_place, spelt_alike, spelt_the_same
from reviewer.lexicon.gazetteer import Kind, gazetteer
from reviewer.lexicon.korean_names import with_korean_names
from reviewer.lexicon.naming import Name, Sort
from reviewer.lexicon.place_looks import look
from reviewer.model.span import Span
from reviewer.text.inflection import bases
from reviewer.text.languages import primary


def _read_as_inflected(found: tuple[Name, ...], text: str, lang: str, keys: frozenset[str]) -> tuple[Name, ...]:
    """Take names for what they are inflected from, where the article says so and no article word denies it."""
    if not keys or not any(name.key in keys for name in found):
        return found
    return tuple(
        name._replace(
            key=_base_of(name, lang), sort=Sort.PLACE, meanings=name.others, others=frozenset(), exact=False, weight=0.9
        )
        if name.key in keys and name.others and not has_determiner(text, name.start, lang)
        else name
        for name in found
    )


_PLACE = 0.5
"""From this weight on a word names a place."""


def _at_home(name: Name, home: frozenset[str]) -> Name:
    """Settle an ambiguous place by the countries of the article, unless the place elsewhere is far larger.

    Not a word that may be no place at all, like the adjective of Moscow, which some small towns are called as well.
    """
    if name.sort != Sort.PLACE or len(name.meanings) < 2 or name.weight < _PLACE:
        return name
    known = [gazetteer().place(number) for number in name.meanings]
    near = [place for place in known if place.country in home or not place.country]
    far = [place for place in known if place.country and place.country not in home]
    if not near or not far or any(place.kind == Kind.COUNTRY for place in near):
        return name
    largest = max((place.population for place in far if place.kind != Kind.COUNTRY), default=0)
    if not any(place.kind == Kind.REGION or 2 * place.population >= largest > 0 for place in near):
        return name
    return name._replace(meanings=frozenset(place.number for place in near))


def _base_of(name: Name, lang: str) -> str:
    return next((base for base in bases(name.key, lang) if look(base, lang).places & name.others), name.key)


_DETERMINERS = {"de": frozenset("die der eine einer diese dieser".split())}
"""Words that show a German name to be feminine, which the genitive of a town is not (die Hamas)."""


def has_determiner(text: str, start: int, lang: str) -> bool:
    """Say whether a name has an article before it that a place in the genitive cannot have."""
    before = text[:start].rstrip().rpartition(" ")[2].lower()
    return before in _DETERMINERS.get(primary(lang), ())


_REMEMBERED = 60_000
"""Passages whose names are remembered, each in half a kilobyte."""
_AT_HAND = 4_000
"""Of so many of them what became of the names is kept as it is, in three kilobytes each, which saves unpacking it."""
_compared: dict[tuple[str, str, str, str], Fates | bytes] = {}


@lru_cache(maxsize=32)
def compare(source: str, source_lang: str, target: str, target_lang: str) -> NamePair:
    """Look for each name of either text on the other side.

    Several checks ask for the passage at hand, and for those of a document all ask again once they know the whole.
    """
    texts = (source, source_lang, target, target_lang)
    known = _compared.get(texts)
    if known is not None:
        return NamePair.of(known if isinstance(known, tuple) else unpacked(known, source, target), *texts)
    pair = _compare(_side(source, source_lang, target_lang), _side(target, target_lang, source_lang))
    pair.source.forget()
    pair.target.forget()
    if len(_compared) >= _REMEMBERED:
        # Not the oldest: those are the first that a long document, gone through from its start again, asks for.
        for old in [*_compared][::2]:
            _compared.pop(old, None)
    _compared[texts] = pair.fates if len(_compared) < _AT_HAND else packed(pair.fates)
    return pair


def _side(text: str, lang: str, other_lang: str) -> Side:
    side = Side(text, lang)
    if primary(other_lang) != "ko" or side.script != "Latn":
        return side
    return Side(text, lang, with_korean_names(side.names, text, lang))


def _compare(left: Side, right: Side) -> NamePair:
    sources, targets = _fates(left, right, True), _fates(right, left, False)
    if left.unspaced or right.unspaced:
        sources, targets = _agree(sources, targets, left.text), _agree(targets, sources, right.text)
        return NamePair(left, right, tuple(sources), tuple(targets))
    targets = _met(targets, sources)
    if left.script != right.script:
        sources = _met(sources, targets)
    if left.script == right.script:
        sources, targets = _with_surnames(sources, targets, left, right), _with_surnames(targets, sources, right, left)
    return NamePair(left, right, tuple(sources), tuple(targets))


def compare_in_article(
    source: str, source_lang: str, target: str, target_lang: str, inflected: frozenset[str], home: frozenset[str]
) -> NamePair:
    """Do the same with what the article says, which seldom changes anything.

    `inflected` are names of the source (folded) that the article shows to be inflected forms of places,
    `home` the countries it is about, which settle what an ambiguous place of the source is.
    """
    pair = compare(source, source_lang, target, target_lang)
    left, right = pair.source, pair.target
    at_home = tuple(_at_home(name, home) for name in left.names) if home else left.names
    settled = _read_as_inflected(at_home, source, source_lang, inflected)
    if all(name is before for name, before in zip(settled, left.names, strict=True)):
        return pair
    changed = left.settled(settled)
    if settled is not at_home or left.unspaced or right.unspaced:
        return _compare(changed, right)
    # Fewer meanings: nothing that was missing is found now, and nothing else than what met these names can be lost.
    sources = tuple(
        fate if name is fate.name else _fate(name, changed, right, True)
        for name, fate in zip(settled, pair.sources, strict=True)
    )
    spans = [name.span for name, fate in zip(settled, pair.sources, strict=True) if name is not fate.name]
    targets = tuple(
        _fate(fate.name, right, changed, False)
        if fate.found and (fate.at is None or any(map(fate.at.overlaps, spans)))
        else fate
        for fate in pair.targets
    )
    return NamePair(changed, right, sources, targets)


def _met(fates: list[Fate], others: list[Fate]) -> list[Fate]:
    """Take names for found that names of the other side were found in (Kyiv, for the Oblast)."""
    met = [fate.at for fate in others if fate.at is not None]
    return [
        Fate(fate.name, fate.at, 0.0) if not fate.found and any(map(fate.name.span.overlaps, met)) else fate
        for fate in fates
    ]


def _agree(fates: list[Fate], others: list[Fate], text: str) -> list[Fate]:
    """Take names for found that the other side's were found in, with first name or surname beside them.

    Sounds are not compared alike both ways.
    """
    met = [fate.at for fate in others if fate.at is not None]
    if not met:
        return fates
    settled = [fate.at is None and any(map(fate.name.span.overlaps, met)) for fate in fates]
    for here, there in (*pairwise(range(len(fates))), *pairwise(reversed(range(len(fates))))):
        first, second = fates[min(here, there)].name, fates[max(here, there)].name
        if settled[here] and text[first.end : second.start] == " " and second.sort == first.sort == Sort.UNKNOWN:
            settled[there] = True
    return [Fate(fate.name, fate.at, 0.0) if done else fate for fate, done in zip(fates, settled, strict=True)]


def _fates(here: Side, there: Side, source: bool) -> list[Fate]:
    found = [_fate(name, here, there, source) for name in here.names]
    if there.unspaced and not here.unspaced:
        return _heard_together(found, here, there)
    return _heard_in_one(found, here, there) if there.script in WRITTEN_IN_ONE else found


def _heard_in_one(fates: list[Fate], here: Side, there: Side) -> list[Fate]:
    """Listen for what the other script writes in one word, among names not all of which are found for themselves."""
    for start, end in _rows_beside(fates, here.text):
        row = fates[start:end]
        if len(row) > 1 and not all(map(_is_found, row)) and heard_in_one([fate.name for fate in row], here, there):
            fates[start:end] = [Fate(fate.name, fate.at, 0.0) for fate in row]
    return fates


def _rows_beside(fates: list[Fate], text: str) -> Iterator[tuple[int, int]]:
    """Yield where rows of names begin and end that only a space or a hyphen parts, and no data know."""
    at = 0
    while at < len(fates):
        end = at + 1
        while end < len(fates) and text[fates[end - 1].name.end : fates[end].name.start] in (" ", "-"):
            end += 1
        if all(fate.name.sort == Sort.UNKNOWN for fate in fates[at:end]):
            yield at, end
        at = end


_SURNAME = 0.5
"""How sure it is that an ordinary word with a capital is a surname where the other side has one at its place."""


def _with_surnames(fates: list[Fate], others: list[Fate], here: Side, there: Side) -> list[Fate]:
    """Take ordinary words for the surnames they are (Sabine Wolf), where behind the same first name the other side
    has a name that came from nowhere (Sabine Krause)."""
    behind = [
        first.at.end + 1
        for first, second in pairwise(others)
        if first.at is not None
        and not second.found
        and second.name.sort == Sort.UNKNOWN
        and first.name.sort in (Sort.UNKNOWN, Sort.PERSON)
        and first.name.end + 1 == second.name.start
    ]
    if not behind:
        return fates
    taken = {fate.name.start for fate in fates}
    words = [
        token
        for token in here.tokens
        if token.start in behind and token.start not in taken and token.capital and len(token.key) > 2
    ]
    surnames = [
        Fate(Name(word.start, word.end, word.text, word.key, Sort.UNKNOWN, frozenset(), _SURNAME), None, _SURNAME)
        for word in words
        if word.key not in there.keys and word.key not in there.base_forms
    ]
    return sorted(fates + surnames, key=lambda fate: fate.name.start) if surnames else fates


def _fate(name: Name, here: Side, there: Side, source: bool) -> Fate:
    likeness, at = _find(name, here, there, source)
    return Fate(name, at, 0.0 if likeness >= 1 else name.weight * (1 - likeness))


def _heard_together(fates: list[Fate], here: Side, there: Side) -> list[Fate]:
    """Listen for first name and surname as one, where they are not heard each for itself."""
    for at, end in _rows_beside(fates, here.text):
        group = fates[at:end]
        if len(group) > 1 and not all(map(_is_found, group)):
            likeness, span = heard_together([(fate.name, fate.at) for fate in group], there)
            if likeness >= 1:
                fates[at:end] = [Fate(fate.name, fate.at or span, 0.0) for fate in group]
            elif not any(map(_is_found, group)):
                # Where one word of a name may be there, the name may be.
                sureness = min(fate.sureness for fate in group)
                fates[at:end] = [Fate(fate.name, None, sureness) for fate in group]
    return fates


def _is_found(fate: Fate) -> bool:
    return fate.found


def _find(name: Name, here: Side, there: Side, source: bool) -> Found:
    found = _match(name, here, there, source)
    return where(None) if _is_another_country(name, found[1], here, there) else found


def _match(name: Name, here: Side, there: Side, source: bool) -> Found:
    for number in name.meanings:
        if number in there.meanings:
            return where(there.meanings[number])
    for number in name.others:
        if number in there.meanings:
            return where(there.meanings[number])
    if same := spelt_the_same(name, here.lang, there) or called_so(name, there):
        return same
    if name.sort == Sort.UNKNOWN and (place := made_of_place(name, here, there)):
        return where(place)
    if there.unspaced or here.unspaced:
        return heard(name, here, there)
    if here.script == there.script:
        return spelt_alike(name, here, there, source)
    return sounds_alike(name, here, there)


_CERTAIN = 0.8
"""From this weight on a word is a place and nothing else."""


def _is_another_country(name: Name, at: Span | None, here: Side, there: Side) -> bool:
    """Say whether a place was found only in the like name of another country: Niger in Nigeria, Munich (Monaco di
    Baviera) in Monaco, South Sudan in Sudan.

    Not in a name that stands for another of this side: `North and South Korea` are two countries.
    """
    if at is None or name.sort != Sort.PLACE or name.weight < _CERTAIN:
        return False
    for other in there.names:
        if other.sort == Sort.PLACE and other.weight >= _CERTAIN and other.span.overlaps(at):
            meant = other.meanings | other.others
            return (
                meant.isdisjoint(name.meanings | name.others)
                and meant.isdisjoint(here.meanings)
                and _in_other_countries(name.meanings, other.meanings)
            )
    return False


@lru_cache(maxsize=4096)
def _in_other_countries(one: frozenset[int], other: frozenset[int]) -> bool:
    """Say whether places lie in different countries, one of them being a country itself."""
    places = [[gazetteer().place(number) for number in numbers] for numbers in (one, other)]
    countries = [{place.country for place in side if place.kind == Kind.COUNTRY} for side in places]
    codes = [own or {place.country for place in side} for own, side in zip(countries, places, strict=True)]
    return any(countries) and all(codes) and not any("" in side for side in codes) and codes[0].isdisjoint(codes[1])
