"""Says which characters of a text in ideographs a name in Latin letters stands for.

A name is spelt out by a row of characters if it is made of their readings in one language, in one of the
romanisations in use: Pinyin or Wade-Giles, Hong Kong's spellings, those of Korean and Japanese passports. The names
of foreigners are written for their sound alone, by a few hundred characters in Chinese, by katakana in Japanese.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain

from anyascii import anyascii

from reviewer.model.span import Span
from reviewer.text.languages import primary
from reviewer.text.memo import Memo
from reviewer.text.sounds.ideograph_readings import (
    begins_japanese_name,
    cantonese,
    japanese,
    japanese_names,
    korean,
    mandarin,
    vietnamese,
)
from reviewer.text.sounds.romanisation import loose_similarity, loosely, romanise
from reviewer.text.sounds.transcriptions import transcription

_LONGEST = 7
"""Characters of the longest name looked for."""
_REPEATED = re.compile(r"(.)(?=\1)")
_NOT_LETTERS = re.compile("[^a-z]+")
_IDEOGRAPH = re.compile("[\u3400-\u9fff々]")
_KANA = re.compile("[\u3041-\u3096\u30a1-\u30faー]")
_SMALL_Y = frozenset("ゃゅょャュョ")
_PARTICLES = frozenset(
    "あの あれ ある いえ いる から ここ こと この これ した して しか する そこ その それ だけ だが だれ でも "
    "です とき どの ない など なら なる のに ます まで まま もう もの よう より よる られ れる".split()
)
"""Words of grammar that would spell a short name: この (this), Kono."""
_SILENT = frozenset("っッー")
_KATAKANA = re.compile("[\u30a1-\u30faー]")

Fold = Callable[[str], str]
"""Bring the spellings of one sound together."""
Readings = tuple[tuple[int, str], ...]
"""How many characters are read together, and how, in all ways."""


class _Language:
    """How one language reads ideographs."""

    def __init__(
        self,
        read: Callable[[str], Iterable[tuple[int, str]]],
        fold: Fold | None = None,
        cut: Callable[[str], Sequence[str]] = str,
        never: str = "$^",
    ) -> None:
        """Take what tells how a piece is read from its first character on, and for each character the piece to see.

        With a fold letters run together, so that the last of them says nothing yet. `never` is a pattern of letters
        that no row of characters makes up.
        """
        self.fold = fold or str
        self._undecided = 0 if fold is None else 1
        self._cut = cut
        self._never = re.compile(never)
        self._known = Memo[str, Readings](lambda piece: tuple(read(piece)), 16_384)
        self._beginnings = Memo(self._find_beginnings, 16_384)
        self.places = lru_cache(maxsize=64)(self._find_places)

    def _find_beginnings(self, piece: str) -> frozenset[str]:
        """Return what letters, two at most, a name may begin with that is read from the first character on."""
        sounds = [self.fold(reading) for _, reading in self._known[piece]]
        return frozenset([sound[: max(0, min(2, len(sound) - self._undecided))] for sound in sounds])

    def _find_places(self, text: str) -> tuple[Sequence[str], dict[str, list[int]]]:
        """Return a text cut into pieces, and at which characters a name may begin, by its first letters."""
        pieces = self._cut(text)
        places: dict[str, list[int]] = {}
        for at, beginnings in enumerate(map(self._beginnings.__getitem__, pieces)):
            for letters in beginnings:
                places.setdefault(letters, []).append(at)
        return pieces, places

    def spells(self, key: str, text: str) -> Iterator[Span]:
        """Yield the characters, one stretch from each place, whose readings, put together, make up a folded name."""
        if self._never.search(key):
            return
        pieces, places = self.places(text)
        beginnings = [places[letters] for letters in (key[:2], key[:1], "") if letters in places]
        for start in sorted({*chain.from_iterable(beginnings)}):
            if end := self._reach(key, pieces, start, "", min(len(text), start + _LONGEST)):
                yield Span(start, end)

    def _reach(self, key: str, pieces: Sequence[str], at: int, said: str, last: int) -> int:
        """Return where the characters end whose readings, put together, make up the key; 0 where none do."""
        for length, reading in self._known[pieces[at]] if at < last else ():
            sound = self.fold(said + reading)
            if sound == key:
                return at + length
            # The last letter may yet run together with the next.
            begun = sound[: len(sound) - self._undecided]
            if key.startswith(begun) and (end := self._reach(key, pieces, at + length, said + reading, last)):
                return end
        return 0


@lru_cache(maxsize=16384)
def spelt_by(word: str, text: str, lang: str) -> Span | None:
    """Return the characters of a Chinese or Japanese text that a romanised name is a reading of, if any.

    Surnames and places that are known in Japanese have the readings that are known, and no others.
    """
    letters = _NOT_LETTERS.sub("", romanise(word))
    is_japanese = primary(lang) == "ja"
    for language in _LANGUAGES:
        key = language.fold(letters)
        for span in language.spells(key, text) if len(key) > 1 else ():
            said = span.of(text)
            if said not in _PARTICLES and not (is_japanese and _is_read_otherwise(key, said, language.fold)):
                return span
    return None


def _is_read_otherwise(key: str, name: str, fold: Fold) -> bool:
    known = [other for other in japanese_names(name) if other.text == name and len(name) > 1]
    return any(other.sort in "SP" for other in known) and not any(fold(other.reading) == key for other in known)


def _each(readings: Callable[[str], tuple[str, ...]]) -> Callable[[str], Readings]:
    """Return what reads one character at a time."""
    return lambda char: tuple([(1, reading) for reading in readings(char)]) if _IDEOGRAPH.match(char) else ()


def _readings_in_japanese(text: str) -> Iterator[tuple[int, str]]:
    """Yield how many characters a text begins with are read together, and how."""
    char = text[0]
    if _IDEOGRAPH.match(char):
        for name in japanese_names(text):
            yield len(name.text), name.reading
        for reading in japanese(char):
            yield 1, reading
    elif char in _SILENT:
        yield 1, ""
    elif char in "ケヶのノ之":
        yield from ((1, "ga"), (1, "no"), (1, "ke"))
    elif _KANA.match(char):
        if text[1:2] in _SMALL_Y:
            yield 2, anyascii(char)[:-1].lower() + anyascii(text[1]).lower()
        else:
            yield 1, anyascii(char).lower()


def _pieces_in_japanese(text: str) -> list[str]:
    pairs = [text[at : at + 2] for at in range(len(text))]
    return [text[at : at + _LONGEST] if _BEGINS_NAME[pair] else pair for at, pair in enumerate(pairs)]


_BEGINS_NAME = Memo[str, bool](lambda pair: len(pair) == 2 and begins_japanese_name(pair), 16_384)


def _folding(spellings: dict[str, str]) -> Fold:
    pattern = re.compile("|".join(sorted(spellings, key=len, reverse=True)))

    def fold(spelling: str) -> str:
        return _REPEATED.sub("", pattern.sub(lambda found: spellings[found.group()], spelling))

    return Memo(fold, 65_536).__getitem__


_LANGUAGES = (
    _Language(
        _each(mandarin),
        # Syllables end in a vowel, n, ng, r or h; ly and ny begin those with ü.
        never="[bdfjkpqwxy](?:$|[^aeiou])|t(?:$|[^aeiousz])|[cz](?:$|[^aeiouh])|l(?:$|[^aeiouy])|s(?:$|[^aeiouhs])",
    ),
    _Language(
        _readings_in_japanese,
        # Length, voice at the seam of two words (Oda, Ohta; kawa, gawa), and Kunrei spellings are not told apart.
        _folding(
            {
                "ou": "o", "ohy": "oh", "sh": "s", "ch": "s", "ts": "s", "j": "s", "z": "s", "shy": "s", "chy": "s",
                "jy": "s", "d": "t", "g": "k", "b": "h", "p": "h", "f": "h", "v": "h", "mb": "nh", "mp": "nh", "l": "r",
                "ohb": "oh", "ohk": "ok", "ohg": "ok", "ohs": "os", "oht": "ot", "ohd": "ot", "ohn": "on", "ohm": "om",
                "ohr": "or", "ohw": "ow",
            }
        ),
        _pieces_in_japanese,
        # Syllables end in a vowel or n, and begin with one consonant or with one and y; ts is the seam of two letters.
        never="(?!ts)[^aeioun](?:$|[^aeiouy])",
    ),
    _Language(
        _each(korean),
        _folding(
            {
                "yeo": "yu", "eo": "u", "o": "u", "oo": "u", "woo": "u", "wu": "u", "ou": "u", "eu": "u", "ee": "i",
                "ae": "e", "sh": "s", "g": "k", "d": "t", "b": "p", "ch": "c", "j": "c", "r": "l", "ui": "i",
            }
        ),
        never="[fqvxz]|s(?:$|[^aeiouwy])|[wy](?:$|[^aeiou])",
    ),
    _Language(_each(cantonese), never="[bdjqrvx]|(?<!n)g|[cfls](?:$|[^aeiouhyz])"),
    _Language(_each(vietnamese), never="[fjwz]|[bdlqrsvx](?:$|[^aeiouy])"),
)  # fmt: skip


# ---------------------------------------------------------------------- names of foreigners


def transcribed(word: str, text: str, lang: str) -> tuple[float, Span | None]:
    """Return how well a romanised name is heard in what a text writes for its sound alone, from 0 to 1, and where.

    The characters are taken whole: a name begins where one begins, and ends where one ends.
    """
    if primary(lang) == "ja":
        return _in_katakana(_spoken(word), text)
    return transcription(word, text)


@lru_cache(maxsize=16384)
def _in_katakana(word: str, text: str) -> tuple[float, Span | None]:
    best, at = 0.0, None
    length = len(loosely(word)[0])
    shortest = 2 if length > 3 else 1
    for stretch in _IN_KATAKANA.finditer(text):
        for start in range(*stretch.span()):
            said = ""
            for end in range(start + 1, stretch.end() + 1):
                said += romanise(text[end - 1])
                if len(loosely(said)[0]) > 2 * length:
                    break
                if end - start < shortest or _cuts_syllable(text, start, end):
                    continue
                alike = loose_similarity(word, said) * _wholeness(text, start, end)
                if alike > best:
                    best, at = alike, Span(start, end)
    return best, at


def _cuts_syllable(text: str, start: int, end: int) -> bool:
    """Say whether a stretch of katakana begins or ends within a syllable."""
    return text[start] in _SECOND_IN_SYLLABLE or text[end : end + 1] in _SECOND_IN_SYLLABLE


_SECOND_IN_SYLLABLE = frozenset("ァィゥェォャュョヮッンー")


def _wholeness(text: str, start: int, end: int) -> float:
    """Return how likely a stretch of katakana is a name: one that begins a word is, one in its midst is not."""
    if not (start and _KATAKANA.match(text, start - 1)):
        return 1.0
    return 0.0 if _KATAKANA.match(text, end) else 0.85


_UNSPOKEN = re.compile("(?<=[aeo])w(?![aeiou])|(?<=i)gh|(?<=[a-z]{3})e$|^k(?=n)|^w(?=r)|t(?=ch)")
"""Letters of English names that are not heard: Modrow, Wright, Blackstone, Knox, Gretchen."""


@lru_cache(maxsize=16384)
def _spoken(word: str) -> str:
    return _UNSPOKEN.sub("", word)


_IN_KATAKANA = re.compile("[\u30a1-\u30faー・＝=]{2,}")
