"""Looks places up by name, and says what a language calls them, in data built from CLDR and GeoNames.

The data in `resources/gazetteer/` is made by `resources/build/gazetteer.py` and mapped into memory, so
that opening costs a few milliseconds and only the pages that are looked at are ever read:

- `keys.marisa`: a trie of folded names (`reviewer.text.folding.fold`); its numbers index `meant.bin`.
- `meant.bin`: for each key, the places it can mean, each `place << 9 | language`.
- `names.marisa`: a trie of names as they are written; its numbers stand in `called.bin`.
- `called.bin`: for each place, what languages call it, each `language << 23 | name`.
- `ordinary.bin`: for the keys that are ordinary words in some language, a bit for each such language.
- `places.bin`: kind, country and population of each place.
"""

import json
import mmap
from bisect import bisect_left
from collections.abc import Iterator
from enum import IntEnum
from functools import cache
from typing import NamedTuple

import marisa_trie

from reviewer.text.folding import fold
from reviewer.text.languages import primary, script
from reviewer.text.memo import Memo
from reviewer.text.resources import resource

_LANGUAGE_BITS = 9
_NAME_BITS = 23


class Kind(IntEnum):
    """What sort of place it is; the number stands in the data."""

    COUNTRY = 0
    CONTINENT = 1
    REGION = 2
    """A subdivision of a country, or a historic region."""
    CITY = 3
    WATER = 4
    MOUNTAIN = 5
    OTHER = 6
    ORGANISATION = 7
    PERSON = 8
    GIVEN = 9
    """A given name that languages render differently: popes, monarchs, saints."""

    @property
    def geographic(self) -> bool:
        """Whether it is a place, and no organisation or person."""
        return self < Kind.ORGANISATION


class Place(NamedTuple):
    """One place of the gazetteer."""

    number: int
    kind: Kind
    country: str
    """ISO 3166-1 alpha-2, empty where it lies in none or in several."""
    population: int
    """0 where unknown."""


class Meaning(NamedTuple):
    """A place that a name can mean, and the language in which it does."""

    place: Place
    language: str
    """BCP 47 tag, or `und` for a name whose source does not say the language."""


class _Postings:
    """Rows of numbers in a mapped file: a count, offsets, and one flat array."""

    def __init__(self, data: mmap.mmap) -> None:
        numbers = memoryview(data).cast("I")
        count = numbers[0]
        self._offsets = numbers[1 : count + 2]
        self._flat = numbers[count + 2 :]

    def __getitem__(self, row: int) -> memoryview:
        return self._flat[self._offsets[row] : self._offsets[row + 1]]


class Gazetteer:
    """The places of the world and their names; made by `gazetteer()`."""

    def __init__(self) -> None:
        index = json.loads(resource("gazetteer/index.json").read_text("utf-8"))
        self._languages: list[str] = index["languages"]
        self._language_number = {language: n for n, language in enumerate(self._languages)}
        self._dictionaries = {language: 1 << bit for bit, language in enumerate(index["dictionaries"])}
        self._countries: dict[str, int] = index["countries"]
        self._keys = marisa_trie.Trie().mmap(str(resource("gazetteer/keys.marisa")))
        self._names = marisa_trie.Trie().mmap(str(resource("gazetteer/names.marisa")))
        self._meant = _Postings(_mapped("meant.bin"))
        self._called = _Postings(_mapped("called.bin"))
        self._places = memoryview(_mapped("places.bin"))
        self._met: dict[int, Place] = {}
        self._named = Memo(self._find_names, 16_384)
        ordinary = memoryview(_mapped("ordinary.bin"))
        count = ordinary[:4].cast("I")[0]
        self._ordinary_masks = ordinary[8 : 8 + 8 * count].cast("Q")
        self._ordinary_keys = ordinary[8 + 8 * count :].cast("I")

    @property
    def size(self) -> int:
        """How many places it knows; they are numbered from 0."""
        return len(self._places) // 8

    def place(self, number: int) -> Place:
        """Return a place by its number."""
        known = self._met.get(number)
        if known is None:
            row = self._places[number * 8 : number * 8 + 8]
            country = bytes(row[:2]).rstrip(b"\0").decode("ascii")
            known = Place(number, Kind(row[2]), country, int.from_bytes(row[4:], "little"))
            self._met[number] = known
        return known

    def territory(self, code: str) -> Place | None:
        """Return a country by its ISO 3166-1 code or a continent by its UN M.49 code."""
        number = self._countries.get(code)
        return None if number is None else self.place(number)

    def territories(self) -> dict[str, int]:
        """Return the countries (ISO 3166-1) and continents (UN M.49) with their numbers."""
        return self._countries

    def meanings(self, name: str) -> tuple[Meaning, ...]:
        """Return all places that a name means in any language, in no order."""
        number = self._keys.get(fold(name))
        if number is None:
            return ()
        return tuple(
            [
                Meaning(self.place(cell >> _LANGUAGE_BITS), self._languages[cell & (1 << _LANGUAGE_BITS) - 1])
                for cell in self._meant[number]
            ]
        )

    def meant(self, name: str) -> tuple[int, ...]:
        """Return the numbers of all places that a name means in any language."""
        number = self._keys.get(fold(name))
        return () if number is None else tuple(dict.fromkeys([cell >> _LANGUAGE_BITS for cell in self._meant[number]]))

    def knows(self, key: str) -> bool:
        """Say whether something is called by a folded name, in any language."""
        return key in self._keys

    def beginnings(self, text: str) -> list[str]:
        """Return all keys that a text begins with, shortest first."""
        return list(self._keys.prefixes(text))

    def begins(self, start: str) -> bool:
        """Say whether some key begins with `start`."""
        return next(self._keys.iterkeys(start), None) is not None

    def beginning(self, start: str) -> Iterator[str]:
        """Yield the keys that begin with `start`."""
        return iter(self._keys.iterkeys(start))

    def names(self, place: int, lang: str) -> tuple[str, ...]:
        """Return what a language calls a place, the usual name first; empty where that is not known.

        A regional variety falls back on its language (`de-CH` on `de`), not on English.
        """
        return self._named[place, lang]

    def _find_names(self, asked: tuple[int, str]) -> tuple[str, ...]:
        place, lang = asked
        found: list[str] = []
        for tag in labels(lang):
            number = self._language_number.get(tag)
            if number is not None:
                found += (
                    self._names.restore_key(cell & (1 << _NAME_BITS) - 1)
                    for cell in self._called[place]
                    if cell >> _NAME_BITS == number
                )
        return tuple(dict.fromkeys(found))

    def keys_of(self, place: int, lang: str) -> tuple[str, ...]:
        """Return the folded names by which a language may call a place: its own, and in Latin letters English's."""
        called = self.names(place, lang)
        if script(lang) == "Latn":
            called += self.names(place, "en")
        return tuple(dict.fromkeys(key for key in map(fold, called) if len(key) > 1))

    def name(self, place: int, lang: str) -> str:
        """Return the usual name of a place in a language, or empty.

        Names that equal the English one are not stored again: for a language in Latin letters the
        English name stands in, for others nothing does.
        """
        own = self.names(place, lang)
        if own:
            return own[0]
        return next(iter(self.names(place, "en")), "") if script(lang) == "Latn" else ""

    def ordinary(self, name: str, lang: str) -> bool:
        """Say whether a name, written small, is an ordinary word of the language (by Hunspell)."""
        bit = self._dictionaries.get(primary(lang), 0)
        number = self._keys.get(fold(name)) if bit else None
        if number is None:
            return False
        at = bisect_left(self._ordinary_keys, number)
        if at == len(self._ordinary_keys) or self._ordinary_keys[at] != number:
            return False
        return bool(self._ordinary_masks[at] & bit)


@cache
def labels(lang: str) -> tuple[str, ...]:
    """Return the labels under which the data has names of a language, the most special first."""
    if lang.split("-", 1)[0] == "zh" and {"Hant", "TW", "HK", "MO"} & set(lang.split("-")):
        return "zh-Hant", "zh"
    tags = [lang]
    while "-" in tags[-1]:
        tags.append(tags[-1].rpartition("-")[0])
    if tags[-1] == "no":
        tags.append("nb")
    if tags[-1] == "zh":
        tags.append("zh-Hant")
    return tuple(tags)


def _mapped(name: str) -> mmap.mmap:
    with resource(f"gazetteer/{name}").open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


@cache
def gazetteer() -> Gazetteer:
    """Return the gazetteer, opened at the first call."""
    return Gazetteer()
