"""Compares the names of a source text with those of its translation: what became of each.

Within one script a name must come back as it is, inflected, or as what the gazetteer says the other
language calls it; a place is never taken for one that merely resembles it (Hama, Hamas). Across scripts
the sound decides.
"""

import unicodedata
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from reviewer.lexicon import demonyms
from reviewer.lexicon.gazetteer import Kind, gazetteer
from reviewer.lexicon.naming import Name, Sort, names
from reviewer.lexicon.spotting import COMPOUNDING, look
from reviewer.model.span import Span
from reviewer.text.inflection import bases
from reviewer.text.languages import primary, script
from reviewer.text.romanisation import heard_in, phonetic, romanise, similarity, sounds
from reviewer.text.scripts import UNSPACED
from reviewer.text.tokens import Token, tokens


class Side:
    """One text of a pair, with what matching asks of it, each worked out when first needed."""

    def __init__(self, text: str, lang: str, settled: tuple[Name, ...] | None = None) -> None:
        self.text = text
        self.lang = lang
        self.script = script(lang)
        self.unspaced = self.script in UNSPACED
        self.names = names(text, lang) if settled is None else settled
        self._reread: frozenset[int] = frozenset()

    def settled(self, found: tuple[Name, ...]) -> "Side":
        """Return the same text with names as the article shows them to be."""
        side = Side(self.text, self.lang, found)
        # What the article settled no longer stands for all that its spelling can mean.
        side._reread = frozenset(
            name.start for name, before in zip(found, self.names, strict=True) if name is not before
        )
        return side

    def forget(self) -> None:
        """Drop what was only needed for comparing; it is worked out again should anyone ask."""
        for name in _WORKED_OUT & self.__dict__.keys():
            del self.__dict__[name]

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The words; none where there are no spaces, but in Latin letters."""
        cut = () if self.unspaced and not any(map(_latin, self.text)) else tokens(self.text, self.lang)
        return tuple(token for token in cut if token.start not in self._reread) if self._reread else cut

    @cached_property
    def keys(self) -> dict[str, Token]:
        """The words by their folded forms."""
        return {token.key: token for token in self.tokens}

    @cached_property
    def meanings(self) -> dict[int, Name]:
        """What the names can mean, and where that is."""
        return {number: name for name in self.names for number in name.meanings | name.others}

    @cached_property
    def foreign(self) -> dict[int, Token]:
        """Places that the capitalised words are called in any language (Napoli in English)."""
        return {
            number: token
            for token in self.tokens
            if token.capital and len(token.key) >= 5
            for number in _meant_anywhere(token.key)
        }

    @cached_property
    def base_forms(self) -> dict[str, Token]:
        """What the words may be inflected from."""
        return {base: token for token in self.tokens if len(token.key) > 3 for base in bases(token.key, self.lang)}

    @cached_property
    def beginnings(self) -> dict[str, list[Token]]:
        """The words by their first three letters."""
        found: dict[str, list[Token]] = {}
        for token in self.tokens:
            if len(token.key) >= 4:
                found.setdefault(token.key[:3], []).append(token)
        return found

    @cached_property
    def sounds(self) -> str:
        """The whole text romanised, for scripts without spaces."""
        return sounds(self.text, self.lang)

    @cached_property
    def romanised(self) -> tuple[tuple[str, Token], ...]:
        """The words worth comparing by sound, romanised."""
        return tuple((romanise(token.key), token) for token in self.tokens if len(token.key) >= 2)

    @cached_property
    def phonetic(self) -> dict[str, Token]:
        """The words by their phonetic keys."""
        return {phonetic(word): token for word, token in self.romanised if len(word) >= 3}


_WORKED_OUT = frozenset(name for name, value in vars(Side).items() if isinstance(value, cached_property))


@lru_cache(maxsize=16384)
def _meant_anywhere(key: str) -> tuple[int, ...]:
    """Return the places a folded name means in any language."""
    return tuple(dict.fromkeys(meaning.place.number for meaning in gazetteer().meanings(key)))


def _latin(char: str) -> bool:
    return "A" <= char <= "z" or "À" <= char <= "ɏ"


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


def _at_home(name: Name, home: frozenset[str]) -> Name:
    """Settle an ambiguous place by the countries of the article, unless the place elsewhere is far larger."""
    if name.sort != Sort.PLACE or len(name.meanings) < 2:
        return name
    known = [gazetteer().place(number) for number in name.meanings]
    near = [place for place in known if place.country in home]
    far = [place for place in known if place.country not in home]
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


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of a name on the other side."""

    name: Name
    at: Span | None
    """Where it was found, if it was and that can be told."""
    sureness: float
    """How sure it is that it is missing (or has come from nowhere), from 0 to 1; 0 where found."""

    @property
    def found(self) -> bool:
        """Whether the other side has it."""
        return self.sureness == 0


@dataclass(frozen=True, slots=True, eq=False)
class NamePair:
    """Both sides of a passage, and what became of each name."""

    source: Side
    target: Side
    sources: tuple[Fate, ...]
    targets: tuple[Fate, ...]


@lru_cache(maxsize=5000)
def compare(source: str, source_lang: str, target: str, target_lang: str) -> NamePair:
    """Look for each name of either text on the other side."""
    pair = _compare(Side(source, source_lang), Side(target, target_lang))
    pair.source.forget()
    pair.target.forget()
    return pair


def _compare(left: Side, right: Side) -> NamePair:
    sources, targets = _fates(left, right, True), _fates(right, left, False)
    if left.unspaced or right.unspaced:
        sources, targets = _agree(sources, targets, left.text), _agree(targets, sources, right.text)
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
    spans = [(name.start, name.end) for name, fate in zip(settled, pair.sources, strict=True) if name is not fate.name]
    targets = tuple(
        _fate(fate.name, right, changed, False)
        if fate.found and (fate.at is None or any(fate.at.start < end and start < fate.at.end for start, end in spans))
        else fate
        for fate in pair.targets
    )
    return NamePair(changed, right, sources, targets)


def _agree(fates: list[Fate], others: list[Fate], text: str) -> list[Fate]:
    """Take names for found that the other side's were found in, with first name or surname beside them.

    Sounds are not compared alike both ways.
    """
    met = [fate.at for fate in others if fate.at is not None]
    if not met:
        return fates
    settled = [
        fate.at is None and any(fate.name.start < at.end and at.start < fate.name.end for at in met) for fate in fates
    ]
    for here, there in (*pairwise(range(len(fates))), *pairwise(reversed(range(len(fates))))):
        first, second = fates[min(here, there)].name, fates[max(here, there)].name
        if settled[here] and text[first.end : second.start] == " " and second.sort == first.sort == Sort.UNKNOWN:
            settled[there] = True
    return [Fate(fate.name, fate.at, 0.0) if done else fate for fate, done in zip(fates, settled, strict=True)]


def _fates(here: Side, there: Side, source: bool) -> list[Fate]:
    found = [_fate(name, here, there, source) for name in here.names]
    return _heard_together(found, here, there) if there.unspaced and not here.unspaced else found


def _fate(name: Name, here: Side, there: Side, source: bool) -> Fate:
    likeness, at = _find(name, here, there, source)
    return Fate(name, at, 0.0 if likeness >= 1 else name.weight * (1 - likeness))


def _heard_together(fates: list[Fate], here: Side, there: Side) -> list[Fate]:
    """Listen for first name and surname as one: a short name alone is heard too easily in a long text."""
    at = 0
    while at < len(fates):
        end = at + 1
        while end < len(fates) and here.text[fates[end - 1].name.end : fates[end].name.start] in (" ", "-"):
            end += 1
        group = [fate for fate in fates[at:end] if fate.name.sort == Sort.UNKNOWN]
        if len(group) > 1 and len(group) == end - at:
            score = heard_in(romanise("".join(fate.name.key for fate in group)), there.sounds)
            for number, fate in enumerate(group, at):
                missing = 0.0 if _is_heard(score, there.lang) else fate.name.weight
                fates[number] = Fate(fate.name, fate.at if not missing else None, missing)
        at = end
    return fates


Found = tuple[float, Span | None]
"""1 and where, for what is found; less the farther it is from being found."""


def _at(found: Name | Token | None) -> Found:
    return (1.0, Span(found.start, found.end)) if found is not None else (0.0, None)


def _find(name: Name, here: Side, there: Side, source: bool) -> Found:
    for number in name.meanings:
        if number in there.meanings:
            return _at(there.meanings[number])
    for number in name.others:
        if number in there.meanings:
            return _at(there.meanings[number])
    same = _spelt_the_same(name, here.lang, there) or _called_so(name, there)
    if same:
        return same
    if name.sort == Sort.UNKNOWN and (place := _made_of_place(name, here, there)):
        return _at(place)
    if there.unspaced or here.unspaced:
        return _heard(name, here, there)
    if here.script == there.script:
        return _spelt_alike(name, here, there, source)
    return _sounds_alike(name, here, there)


def _spelt_the_same(name: Name, lang: str, there: Side) -> Found | None:
    key = name.key
    if key in there.keys:
        return _at(there.keys[key])
    if " " in key:
        parts = [part for part in key.split() if len(part) > 2]
        for part in parts:
            for number in _meant(part, lang):
                if number in there.meanings:
                    return _at(there.meanings[number])  # `West Africa` where the other side names Africa
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


def _called_so(name: Name, there: Side) -> Found | None:
    """Find what the other language calls a place, within longer words too."""
    if not name.meanings or name.weight < 0.2:
        return None
    for number in name.meanings:
        if there.unspaced:
            for called in _keys_of(number, there.lang):
                start = there.text.find(called)
                if start >= 0:
                    return 1.0, Span(start, start + len(called))
            if place := demonyms.sign(there.text, number, there.lang):
                return 1.0, Span(*place)
            continue
        for called in _keys_of(number, there.lang):
            if " " in called:
                parts = called.split()
                if name.sort == Sort.PERSON and parts[-1] in there.keys:
                    return _at(there.keys[parts[-1]])
                if parts[0] in there.keys and (found := _all_of(parts, there)):
                    return found
                if part := next((part for part in parts if part in there.keys and _is_continent(part, there.lang)), ""):
                    return _at(there.keys[part])  # `West, Central and North Africa`
            elif called in there.keys or called in there.base_forms:
                return _at(there.keys.get(called) or there.base_forms[called])
            elif made := _adjective(called, there) or _compound(called, there) or _inhabitant(called, there):
                return _at(made)
    if there.script == "Latn":
        for number in name.meanings:
            if number in there.foreign:
                return _at(there.foreign[number])
    return None


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


def _inhabitant(called: str, there: Side) -> Token | None:
    """Find an adjective or inhabitant made of a city's name (Parisian, Viennese), never the name with -s alone."""
    for other in there.beginnings.get(called[:3], ()) if len(called) >= 5 else ():
        if other.capital and 2 <= len(other.key) - len(called) <= 5 and _shared(called, other.key) >= len(called) - 1:
            return other
    return None


_SLAVIC_ADJECTIVES = ("ск", "цк", "зьк", "sk", "ck", "čk")


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


def _made_of_place(name: Name, here: Side, there: Side) -> Name | None:
    """Find the place that an adjective no table lists is made of (Bavarian, where the other side has Bayern)."""
    if len(name.key) < 6:
        return None
    for number, place in there.meanings.items():
        for called in _keys_of(number, here.lang):
            word = called.partition(" ")[0]
            if len(word) >= 6 and name.key != word + "s" and _shared(name.key, word) >= max(5, len(word) - 2):
                return place
    return None


@lru_cache(maxsize=16384)
def _keys_of(number: int, lang: str) -> tuple[str, ...]:
    return gazetteer().keys_of(number, lang)


def _spelt_alike(name: Name, here: Side, there: Side, source: bool) -> Found:
    """Compare within one script: endings may differ, and for people the custom of spelling.

    What a source calls by a name the gazetteer knows is never found in something that merely resembles
    it; a place of the target may be meant by a word of the source that no data knows (Babilonii).
    """
    key = name.key
    own = [base for base in bases(key, here.lang) if len(base) >= 3] if " " not in key else []
    for base in own:
        if base in there.keys:
            return _at(there.keys[base])
    if len(key) >= 3 and key in there.base_forms:
        return _at(there.base_forms[key])
    if len(key) >= 4:
        for other in there.beginnings.get(key[:3], ()):
            if _shares_stem(key, other.key, name):
                return _at(other)
    certain = name.sort in (Sort.PLACE, Sort.DEMONYM, Sort.ORGANISATION) and name.weight >= 0.5
    if " " in key:
        key = max(key.split(), key=len)
    if len(key) < 4 or (certain and (source or name.sort == Sort.DEMONYM)):
        return _at(None)
    sound = phonetic(romanise(key))
    if not certain and len(sound) >= 3 and sound in there.phonetic:
        return _at(there.phonetic[sound])
    if not certain and len(sound) >= 5:
        for other_sound, token in there.phonetic.items():
            if len(other_sound) >= 5 and _shared(sound, other_sound) >= max(5, len(sound) - 2):
                return _at(token)
    for candidate in there.names:
        if candidate.sort != Sort.UNKNOWN and (certain or (candidate.weight >= 0.5 and not source)):
            continue
        for word in (candidate.key, *bases(candidate.key, there.lang)[:6]):
            for form in (key, *own[:6]):
                if abs(len(word) - len(form)) <= 3 and similarity(romanise(form), romanise(word)) >= _ALIKE:
                    return _at(candidate)
    return _at(None)


_ALIKE = 0.75
"""From here two names of one script are one, spelt by different customs (Araghtschi, Araghchi)."""


def _shares_stem(key: str, other: str, name: Name) -> bool:
    shared = _shared(key, other)
    if name.sort == Sort.PLACE and name.weight >= 0.5:
        # A place may be met in an adjective or an inhabitant (Berliner, texanisch), but never with -s alone.
        return shared >= max(4, len(key) - 1) and 2 <= len(other) - len(key) <= 6
    if shared >= max(5, len(key) - 2) and len(other) > len(key):
        return True  # in a compound or a long adjective: Arabic, arabischsprachig
    return shared >= max(4, min(len(key), len(other)) - 2) and abs(len(key) - len(other)) <= 5


def _sounds_alike(name: Name, here: Side, there: Side) -> Found:
    best, at = 0.0, None
    certain = name.sort in (Sort.PLACE, Sort.ORGANISATION) and name.weight >= 0.5
    # Another place that is known sounds like this one by chance: Homs in Arabic, and Hama.
    others = {other.start for other in there.names if certain and other.sort == Sort.PLACE}
    for part in name.key.split():
        if len(part) < 2:
            continue
        word = romanise(part)
        forms = [word, *(romanise(base) for base in bases(part, here.lang)[:3])]
        for other, token in there.romanised:
            if token.start in others:
                continue
            if not token.capital and there.script in _CASED:
                # A place may stand in an adjective, which most languages write small (тюменских).
                if name.sort != Sort.PLACE or len(other) < len(word) + 2 or other[0] != word[0]:
                    continue
                other = other[: len(word)]
            alike = max(similarity(form, other) for form in forms)
            if alike < _SOUNDS_ALIKE and there.script in ("Arab", "Hebr"):
                plain = (similarity(word, romanise(base)) for base in bases(token.key, there.lang))
                alike = max(alike, max(plain, default=0.0))
            if alike > best:
                best, at = alike, token
    return _at(at) if best >= _SOUNDS_ALIKE else (best, None)


_SOUNDS_ALIKE = 0.66
_CASED = frozenset(("Latn", "Cyrl", "Grek", "Armn"))


def _heard(name: Name, here: Side, there: Side) -> Found:
    """Compare by sound where one side has no spaces."""
    if here.unspaced:
        if any(map(_latin, name.text)):
            return _at(there.keys.get(name.key))
        if any(_keys_of(number, there.lang) for number in name.meanings):
            # What the other language calls it is known, and not there; but ルイス is Ruiz before it is Lewis.
            word = romanise(name.text)
            strangers = (other for other in there.names if other.sort == Sort.UNKNOWN)
            return _at(next((o for o in strangers if similarity(word, romanise(o.key)) >= _HEARD_PLAINLY), None))
        word = sounds(name.text, here.lang)
        half = 0.5 * len(word.partition(" ")[0])
        best, at = 0.0, None
        for other, token in there.romanised:
            if len(other) < 3 or (name.sort == Sort.PERSON and not token.capital and there.script in _CASED):
                continue
            if (alike := heard_in(other, word) * min(1.0, len(other) / half)) > best:
                best, at = alike, token
        if best >= _HEARD or (name.sort == Sort.PERSON and best >= _READ):
            return _at(at)
        return 0.0 if name.sort == Sort.PERSON else best, None
    if not there.text:
        return 0.0, None
    if name.sort == Sort.ACRONYM and unicodedata.normalize("NFKC", there.text).find(name.text) >= 0:
        return 1.0, None
    score = heard_in(romanise(name.key), there.sounds)
    known = [number for number in name.meanings if _keys_of(number, there.lang)]
    if known and name.sort in (Sort.PLACE, Sort.ORGANISATION, Sort.PERSON):
        # What the other language calls it is known, and not there: the sound must leave no doubt.
        plain = any(
            place.kind in (Kind.REGION, Kind.CITY) and place.country not in _IDEOGRAPHS
            for place in map(gazetteer().place, known)
        )
        if plain and score < _HEARD_PLAINLY:
            # Spelt by another custom than the gazetteer's: 哈德森, 哈得孙.
            keys = (key for number in known for key in _keys_of(number, there.lang) if len(key) > 2)
            score = max((heard_in(sounds(key, there.lang), there.sounds) for key in keys), default=0.0)
        return (1.0, None) if plain and score >= _HEARD_PLAINLY else (0.0, None)
    unknown = name.sort == Sort.PLACE and not known
    return (1.0 if _is_heard(score, there.lang) else _UNKNOWN_THERE if unknown else 0.0), None


def _is_heard(score: float, lang: str) -> bool:
    """Say whether a score is more than chance: the readings of Japanese leave less room than pinyin."""
    return score >= (_HEARD_IN_READINGS if primary(lang) == "ja" else _HEARD_IN_PINYIN)


_UNKNOWN_THERE = 0.4
"""A place may well be there if nobody knows what the other language calls it."""
_HEARD_IN_READINGS = 0.72
_HEARD_IN_PINYIN = 0.65
_IDEOGRAPHS = frozenset(("CN", "TW", "HK", "MO", "JP"))
"""Countries whose places are written in ideographs, so that a sound proves nothing."""
_READ = 0.5
"""Readings of names in ideographs are guesses: half alike is the same name."""
_HEARD = 0.7
_HEARD_PLAINLY = 0.85
