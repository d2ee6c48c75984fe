"""Finds a name on the other side by its sound: across scripts, and where a side has no spaces."""

import unicodedata

from reviewer.checks.name_sides import Found, Side, keys_of, latin, where
from reviewer.lexicon.gazetteer import Kind, gazetteer
from reviewer.lexicon.naming import Name, Sort
from reviewer.text.inflection import bases
from reviewer.text.languages import primary
from reviewer.text.romanisation import heard_in, romanise, similarity, sounds


def sounds_alike(name: Name, here: Side, there: Side) -> Found:
    """Compare the words of both sides by sound, across scripts with spaces."""
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
    return where(at) if best >= _SOUNDS_ALIKE else (best, None)


_SOUNDS_ALIKE = 0.66
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
        word = sounds(name.text, here.lang)
        half = 0.5 * len(word.partition(" ")[0])
        best, at = 0.0, None
        for other, token in there.romanised:
            if len(other) < 3 or (name.sort == Sort.PERSON and not token.capital and there.script in _CASED):
                continue
            if (alike := heard_in(other, word) * min(1.0, len(other) / half)) > best:
                best, at = alike, token
        if best >= _HEARD or (name.sort == Sort.PERSON and best >= _READ):
            return where(at)
        return 0.0 if name.sort == Sort.PERSON else best, None
    if not there.text:
        return 0.0, None
    if name.sort == Sort.ACRONYM and unicodedata.normalize("NFKC", there.text).find(name.text) >= 0:
        return 1.0, None
    score = heard_in(romanise(name.key), there.sounds)
    known = [number for number in name.meanings if keys_of(number, there.lang)]
    if known and name.sort in (Sort.PLACE, Sort.ORGANISATION, Sort.PERSON):
        # What the other language calls it is known, and not there: the sound must leave no doubt.
        plain = any(
            place.kind in (Kind.REGION, Kind.CITY) and place.country not in _IDEOGRAPHS
            for place in map(gazetteer().place, known)
        )
        if plain and score < _HEARD_PLAINLY:
            # Spelt by another custom than the gazetteer's: 哈德森, 哈得孙.
            keys = (key for number in known for key in keys_of(number, there.lang) if len(key) > 2)
            score = max((heard_in(sounds(key, there.lang), there.sounds) for key in keys), default=0.0)
        return (1.0, None) if plain and score >= _HEARD_PLAINLY else (0.0, None)
    unknown = name.sort == Sort.PLACE and not known
    return (1.0 if is_heard(score, there.lang) else _UNKNOWN_THERE if unknown else 0.0), None


def is_heard(score: float, lang: str) -> bool:
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
