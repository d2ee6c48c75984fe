"""Finds a name on the other side by its sound: across scripts, and where a side has no spaces."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from reviewer.checks.names.sides import Found, Side, keys_of, latin, where
from reviewer.lexicon.gazetteer import Kind, gazetteer
from reviewer.lexicon.naming import Name, Sort
from reviewer.model.span import Span
from reviewer.text.inflection import bases
from reviewer.text.languages import primary
from reviewer.text.sounds.consonants import consonant_similarity
from reviewer.text.sounds.hangul import hangul_similarity
from reviewer.text.sounds.ideograph_readings import japanese_names
from reviewer.text.sounds.ideographs import spelt_by, transcribed
from reviewer.text.sounds.romanisation import heard_in, loose_similarity, romanise, similarity, sounds


def sounds_alike(name: Name, here: Side, there: Side) -> Found:
    """Compare the words of both sides by sound, across scripts with spaces."""
    certain = name.sort in (Sort.PLACE, Sort.DEMONYM, Sort.ORGANISATION) and name.weight >= 0.5
    # Another place that is known sounds like this one by chance: Homs in Arabic, and Hama; Нигерии and Niger.
    others = {
        other.start
        for other in there.names
        if certain
        and other.sort in (Sort.PLACE, Sort.DEMONYM)
        and any(keys_of(number, here.lang) for number in other.meanings)
    }
    known = certain and any(keys_of(number, there.lang) for number in name.meanings)
    for script, ear in _EARS.items():
        if (here.script == script) != (there.script == script):
            return _by_letters(name, here, there, ear, script, others, known)
    best, at = 0.0, None
    hebrew = "Hebr" in (here.script, there.script)
    for part in name.key.split():
        if len(part) < 2:
            continue
        word = romanise(part)
        forms = [word, *(romanise(base) for base in bases(part, here.lang)[:3])]
        for other, token in there.romanised:
            if token.start in others:
                continue
            small = not token.capital and there.script in _CASED
            if small:
                # A name may stand in an adjective, which most languages write small (тюменских, путинский).
                if other[0] != word[0] or len(word) < 4 or part != name.key:
                    continue
                if name.sort == Sort.PLACE and len(other) < len(word) + 2:
                    continue
                other = other[: len(word)]
            alike = max(similarity(form, other) for form in forms)
            if small and name.sort != Sort.PLACE and alike < _ALIKE_THOUGH_SMALL:
                continue
            if hebrew and alike < _SOUNDS_ALIKE:
                alike = max(alike, *(similarity(_undotted(form), _undotted(other)) for form in forms))
            if alike < _SOUNDS_ALIKE and there.script == "Hebr":
                plain = (similarity(word, romanise(base)) for base in bases(token.key, there.lang))
                alike = max(alike, max(plain, default=0.0))
            if alike > best:
                best, at = alike, token
    if best >= _SOUNDS_ALIKE:
        return where(at)
    if name.sort == Sort.ACRONYM or hebrew:
        return best, None  # an acronym is spelt out or translated more often than spelt alike
    if known:
        return 0.0, None  # what the other language calls it is known, and not there
    chance = _BY_CHANCE if there.script in _CASED else _BY_CHANCE_OF_ALL
    return max(0.0, (best - chance) / (_SOUNDS_ALIKE - chance)), None


def _korean_spellings(name: str) -> list[str]:
    """Return a Korean name (surname first) in one word, as people write it and as it is spelt by the rules."""
    surname, _, given = name.partition(" ")
    return [
        first + given.replace(" ", "") for first in dict.fromkeys((surname, _KOREAN_SURNAMES.get(surname, surname)))
    ]


_KOREAN_SURNAMES = {
    "lee": "i",
    "rhee": "i",
    "yi": "i",
    "noh": "no",
    "roh": "no",
    "park": "bak",
    "choi": "choe",
    "lim": "im",
}
"""Surnames that are seldom written as they sound (이, 노, 박, 최, 임)."""


class _Ear(NamedTuple):
    """How words in a script that writes names by rules of its own are held against names in letters."""

    similarity: Callable[[str, str], float]
    """Of a romanised name and a word in that script."""
    alike: float
    """From here they are one name."""
    surely: float
    """From here they are one place where what the other language calls it is known, and not there."""
    chance: float
    """As much any name is like some word or other."""


_EARS = {
    "Arab": _Ear(consonant_similarity, 0.8, 0.9, 0.55),
    "Kore": _Ear(hangul_similarity, 0.68, 0.85, 0.5),
}
WRITTEN_IN_ONE = frozenset(_EARS)
"""Scripts in which first name and surname, or two first names, may be one word."""
_LONG_ENOUGH = {"Arab": 3, "Kore": 2}
"""Letters, or syllables, of a word that by itself can show such a place to be there."""


def _by_letters(name: Name, here: Side, there: Side, ear: _Ear, script: str, others: set[int], known: bool) -> Found:
    """Compare a name with words in a script that keeps but some of its sounds, or the other way round."""
    best, at = 0.0, None
    outward = there.script == script
    least = _LONG_ENOUGH[script] if known else 1
    korean = outward and script == "Kore" and name.sort == Sort.UNKNOWN and " " in name.key
    for part in _korean_spellings(name.key) if korean else name.key.split():
        if len(part) < max(least, 2):
            continue
        forms = (romanise(part),) if outward else (part, *bases(part, here.lang))
        for other, token in there.spoken if outward else there.romanised:
            if token.start in others or not (token.capital or outward) or len(other) < least:
                continue
            if outward:
                alike = max(ear.similarity(forms[0], word) for word in (other, *bases(other, there.lang)))
                if script == "Kore" and alike < ear.alike:
                    begun = max((ear.similarity(forms[0], other[:end]) for end in range(2, len(other))), default=0.0)
                    alike = max(alike, begun) if begun >= _BEGUN else alike
            else:
                alike = max(ear.similarity(other, form) for form in forms)
            if name.sort == Sort.PERSON and part != name.key.rpartition(" ")[2]:
                alike *= _FIRST_NAME
            if alike > best:
                best, at = alike, token
    if best >= (ear.surely if known else ear.alike):
        return where(at)
    if name.sort == Sort.ACRONYM:
        return best, None
    chance = _KOREAN_BY_CHANCE if korean else ear.chance
    return 0.0 if known else max(0.0, (best - chance) / (ear.alike - chance)), None


def heard_in_one(names: Sequence[Name], here: Side, there: Side) -> bool:
    """Say whether the other script writes names beside each other in one word: Mohammad Bagher, محمدباقر."""
    ear = _EARS.get(there.script)
    if ear is None or here.script == there.script:
        return False
    word = romanise("".join(name.key for name in names).replace(" ", ""))
    return any(
        ear.similarity(word, form) >= ear.alike
        for other, _ in there.spoken
        for form in (other, *bases(other, there.lang))
    )


_FIRST_NAME = 0.9
"""How much it counts that a known person's first name is heard."""
_BEGUN = 0.85
"""So much a name must be like the beginning of a Korean word that goes on with another (노벨문학상, Nobel Prize)."""
_KOREAN_BY_CHANCE = 0.6
"""Whole names of Koreans have many sounds, among them a surname that many have."""


@lru_cache(maxsize=16384)
def _undotted(word: str) -> str:
    """Return a word as Hebrew spells it without points: ב is b and v, כ k and kh, פ p and f, א any vowel."""
    word = re.sub("kh|ch|q|c", "k", word).replace("v", "b").replace("ph", "p").replace("f", "p").replace("w", "b")
    return "a" + word.lstrip("'") if word.startswith("'") else word


_SOUNDS_ALIKE = 0.66
_ALIKE_THOUGH_SMALL = 0.8
"""So much the name of a person or a thing must be like a word in small letters: that of a band («Руки вверх»)."""
_BY_CHANCE = 0.3
"""As much any name is like some word or other of a sentence that has nothing to do with it; of the names that are there
one in a hundred is not more alike."""
_BY_CHANCE_OF_ALL = 0.4
"""The same where there are no capitals, and every word is compared."""
_CASED = frozenset(("Latn", "Cyrl", "Grek", "Armn"))


def heard(name: Name, here: Side, there: Side) -> Found:
    """Compare by sound where one side has no spaces."""
    if here.unspaced:
        if any(map(latin, name.text)):
            return where(there.keys.get(name.key))
        if any(keys_of(number, there.lang) for number in name.meanings):
            # What the other language calls it is known, and not there; but ルイス is Ruiz before it is Lewis.
            word = romanise(name.text)
            strangers = (other for other in there.names if other.sort == Sort.UNKNOWN)
            return where(next((o for o in strangers if similarity(word, romanise(o.key)) >= _HEARD_PLAINLY), None))
        return _transcription(name, there) if name.sort == Sort.UNKNOWN else _reading(name, here, there)
    if not there.text:
        return 0.0, None
    if name.sort == Sort.ACRONYM and unicodedata.normalize("NFKC", there.text).find(name.text) >= 0:
        return 1.0, None
    score, at = _loudest(romanise(name.key), there)
    if score < _HEARD_PLAINLY and name.key.endswith("s") and primary(here.lang) == "en":
        score, at = max((score, at), _loudest(romanise(name.key[:-1]), there), key=_score)  # the Kennedys
    for full in _IN_FULL.get(name.key, "").split():
        score, at = max((score, at), _loudest(full, there), key=_score)
    known = [number for number in name.meanings if keys_of(number, there.lang)]
    if known and name.sort in (Sort.PLACE, Sort.DEMONYM, Sort.ORGANISATION, Sort.PERSON):
        # What the other language calls it is known, and not there: the sound must leave no doubt.
        plain = any(
            place.kind in (Kind.REGION, Kind.CITY) and place.country not in _IDEOGRAPHS
            for place in map(gazetteer().place, known)
        )
        if plain and not _is_heard_plainly(score, there):
            # Spelt by another custom than the gazetteer's: 哈德森, 哈得孙.
            keys = (key for number in known for key in keys_of(number, there.lang) if len(key) > 2)
            score = max((_loudest(sounds(key, there.lang), there)[0] for key in keys), default=0.0)
        surely = plain or (at is not None and _is_sure(at.of(there.text), there.lang))
        return (1.0, at) if surely and _is_heard_plainly(score, there) else (0.0, None)
    if _is_heard(score, there):
        return 1.0, at
    if name.sort == Sort.PLACE and not known:
        return _UNKNOWN_THERE, None
    return (score if score >= _HALF_HEARD and primary(there.lang) == "zh" else 0.0), None


def _is_sure(found: str, lang: str) -> bool:
    """Say whether Japanese characters leave no doubt of their sound: in katakana, or a name with known readings."""
    return primary(lang) == "ja" and (_is_katakana(found[0]) or any(n.text == found for n in japanese_names(found)))


def heard_together(group: Sequence[tuple[Name, Span | None]], there: Side) -> Found:
    """Find first name and surname, not both of which are found for themselves, in a text without spaces.

    Where the surname is there the translation may have added the first name, unless a dot shows the source to have
    one; and the readings of Japanese first names are too many to know.
    """
    _, surname = group[-1]
    if surname is not None and there.ideographs and not _has_first_name(there, surname):
        return 1.0, surname
    if primary(there.lang) == "zh" and any(at is not None for _, at in group):
        return 0.0, None
    score, at = _loudest(romanise("".join(name.key for name, _ in group)), there)
    return (1.0, at) if _is_heard(score, there) else (0.0, None)


def _has_first_name(there: Side, surname: Span) -> bool:
    """Say whether a dot joins a name to one before it: 约翰·尼克松, but 中日・勝野 are a club and its player."""
    before = there.text[max(0, surname.start - 2) : surname.start]
    foreign = primary(there.lang) == "zh" or _is_katakana(there.text[surname.start])
    return foreign and before[1:] in _DOTS


def _is_katakana(char: str) -> bool:
    return "\u30a1" <= char <= "\u30ff"


_DOTS = frozenset("·・＝")


def _loudest(word: str, there: Side) -> tuple[float, Span | None]:
    """Return how well a romanised name is heard in a text without spaces, and where if that can be told."""
    if not there.ideographs:
        return heard_in(word, there.sounds), None
    spelt = [spelt_by(part, there.text, there.lang) for part in word.split()]
    stand = [span for span in spelt if span is not None]
    if stand and len(stand) == len(spelt):
        return 1.0, Span(min(span.start for span in stand), max(span.end for span in stand))
    return transcribed(word, there.text, there.lang)


_IN_FULL = {
    "abby": "abigail", "al": "albert alan", "alex": "alexander", "andy": "andrew", "beth": "elizabeth",
    "bill": "william", "bob": "robert", "cathy": "catherine", "chuck": "charles", "debbie": "deborah",
    "dick": "richard", "don": "donald", "ed": "edward", "gene": "eugene", "hank": "henry", "harry": "harold henry",
    "jack": "john", "jake": "jacob", "jerry": "gerald jeremy", "jim": "james", "joe": "joseph", "kate": "catherine",
    "larry": "lawrence", "liz": "elizabeth", "maggie": "margaret", "meg": "margaret", "mike": "michael",
    "ned": "edward", "nick": "nicholas", "peggy": "margaret", "pete": "peter", "ron": "ronald", "sally": "sarah",
    "sandy": "alexander sandra", "steve": "stephen steven", "sue": "susan", "ted": "edward theodore", "tom": "thomas",
    "tony": "anthony", "will": "william", "zack": "zachary",
}  # fmt: skip
"""English short forms of given names (Hanks and Hodges, A Dictionary of First Names) and what they are short for."""


def _score(found: Found) -> float:
    return found[0]


def _is_heard(score: float, there: Side) -> bool:
    return score >= _HEARD_IN.get(primary(there.lang), _HEARD)


def _is_heard_plainly(score: float, there: Side) -> bool:
    return score >= _HEARD_PLAINLY_IN.get(primary(there.lang), _HEARD_PLAINLY)


def _transcription(name: Name, there: Side) -> Found:
    """Find the word, or the two, that a name in katakana is the sound of."""
    word = romanise(name.text)
    best, at = 0.0, None
    for place, (other, token) in enumerate(there.romanised):
        following = there.romanised[place + 1][0] if place + 1 < len(there.romanised) else ""
        for spoken in (other, other + following):
            if len(spoken) > 2 and (alike := loose_similarity(word, spoken)) > best:
                best, at = alike, token
    return where(at) if best >= _HEARD else (best, None)


def _reading(name: Name, here: Side, there: Side) -> Found:
    """Find the word that a name in ideographs is read as."""
    chinese = primary(here.lang) == "zh"
    word = "" if chinese else sounds(name.text, here.lang)
    best, at = 0.0, None
    for other, token in there.romanised:
        if len(other) > 2 and (token.capital or there.script not in _CASED):
            if spelt_by(other, name.text, here.lang):
                return where(token)
            alike = transcribed(other, name.text, here.lang)[0] if chinese else heard_in(other, word)
            if alike > best:
                best, at = alike, token
    plain = best >= (_HEARD_IN["zh"] if chinese else _READ)
    return where(at) if plain and not japanese_names(name.text) else (0.0, None)


_UNKNOWN_THERE = 0.4
"""A place may well be there if nobody knows what the other language calls it."""
_IDEOGRAPHS = frozenset(("CN", "TW", "HK", "MO", "JP"))
"""Countries whose places are written in ideographs, so that a sound proves nothing."""
_READ = 0.5
"""Readings of names in ideographs are guesses: half alike is the same name."""
_HEARD = 0.55
_HEARD_IN = {"ja": 0.6, "zh": 0.4}
"""From here a name that is written for its sound is heard; below, wrong ones are nearly as often as right ones."""
_HALF_HEARD = 0.15
"""From here a name in Chinese may be heard, so that nobody can be sure it is missing."""
_HEARD_PLAINLY = 0.85
_HEARD_PLAINLY_IN = {"zh": 0.65}
