"""What a language calls numbers, months, units and currencies: the tables of `resources/figures/`."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any, NamedTuple
from unicodedata import normalize

from reviewer.model.errors import InputError
from reviewer.text.resources import resource

VALUES = (*range(101), *range(200, 1000, 100))
"""The values each list of words in `spellout` stands for, in order."""

LETTER = (
    r"[^\s\d_!-@\[-`{-©«-±´¶-¹»-¿×÷\u02b9-\u02ba\u05be\u05c0\u05c3\u05f3-\u05f4\u060c-\u060d\u061b-\u061f\u066a-\u066d\u06d4"
    r"\u0964-\u0965\u1361-\u1368\u17d4-\u17da\u2000-\u200b\u200e-\u206f\u20a0-\u20cf\u2190-\u2bff\u2e00-\u2e7f"
    r"\u3000-\u3004\u3008-\u3020\u3030\u30fb\ufe30-\ufe6f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65"
    r"\ue000-\uf8ff\U000f0000-\U0010ffff]"
)
"""One letter, vowel sign or joiner: what is no space, digit, punctuation, sign or inline code.

`\\w` cuts the words of Indic scripts at every vowel sign, and one negated class is matched much faster than
a union of two.
"""

WORD = re.compile(rf"{LETTER}+(?:['’ʼ״׳]{LETTER}+)*")

NIGHT = 2
"""The half of the day that night is: which of the two, the hour tells."""

UNSPACED = frozenset({"zh", "ja", "th", "km", "lo", "my"})
"""Languages that set no space between words."""

ALIASES = {"nb": "no", "nn": "no", "iw": "he", "in": "id", "tl": "fil", "sh": "sr", "yue": "zh", "cmn": "zh"}

SYMBOLS = {
    "km": "kilometer", "m": "meter", "cm": "centimeter", "mm": "millimeter", "kg": "kilogram", "mg": "milligram",
    "ml": "milliliter", "ha": "hectare", "km²": "square-kilometer", "km2": "square-kilometer", "m²": "square-meter",
    "m2": "square-meter", "km/h": "kilometer-per-hour", "kw": "kilowatt", "kwh": "kilowatt-hour", "gw": "gigawatt",
    "ghz": "gigahertz", "mhz": "megahertz", "khz": "kilohertz", "hz": "hertz", "gb": "gigabyte", "tb": "terabyte",
    "mb": "megabyte", "kb": "kilobyte", "hpa": "hectopascal",
    "㎞": "kilometer", "㎝": "centimeter", "㎜": "millimeter", "㎏": "kilogram", "㎎": "milligram", "㎖": "milliliter",
    "ℓ": "liter", "㎡": "square-meter", "㎢": "square-kilometer", "㏊": "hectare", "㎾": "kilowatt",
}  # fmt: skip
"""Unit signs that stand in texts of any language (SI brochure, 9th ed., and ISO/IEC 80000)."""

_ARABIC = str.maketrans({**dict.fromkeys("أإآٱ", "ا"), "ى": "ي", "ي": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ـ": None})
_ROMANIAN = str.maketrans("şţ", "șț")
_INDIC = frozenset({"hi", "mr", "ne", "bn", "as", "pa", "gu", "or"})
_INDIC_SIGNS = str.maketrans({"\u0901": "\u0902", "\u093c": None, "\u200c": None, "\u200d": None})
"""Candrabindu is set as anusvara and the nukta left out as often as not: पाँच, पांच; हज़ार, हजार."""
_PARTING = re.compile(r"[\s\u00a0\u202f\-‑.]+")
_ARABIC_SIGNS = re.compile("[\u064b-\u065f\u0670\u200c]")


class NumberWord(NamedTuple):
    """A word for a number."""

    value: float
    doubtful: bool
    """Whether it also is a word of everyday language, so that it can support a figure but not accuse."""
    ordinal: bool


@dataclass(frozen=True, eq=False)
class Lexis:
    """The tables of one language. Keys are folded phrases (see `fold`), their words joined by a space."""

    lang: str
    table: dict[str, Any] = field(repr=False)
    region: str = ""

    @cached_property
    def decimal(self) -> str:
        """The mark before decimals."""
        return self._marks[0]

    @cached_property
    def group(self) -> str:
        """The mark between groups of digits; CLDR's no-break spaces as they are."""
        return self._marks[1]

    @property
    def _marks(self) -> str:
        marks: str = self.table.get("regions", {}).get(self.region) or self.table.get("marks", ".,")
        return marks

    @cached_property
    def date_order(self) -> str:
        """Order of day, month, year in all-figure dates, as in `dmy`."""
        order: str = self.table.get("date_orders", {}).get(self.region) or self.table.get("date_order", "dmy")
        return order

    @property
    def order_is_open(self) -> bool:
        """Whether the order of all-figure dates differs among the language's countries, and none is told.

        In CLDR those of English do; of other languages one or two, which write otherwise than all the rest.
        """
        return self.lang == "en" and not self.region

    @cached_property
    def lakh(self) -> bool:
        """Whether digits are grouped 12,34,567."""
        return bool(self.table.get("lakh")) or self.region in ("IN", "PK", "BD", "NP")

    @cached_property
    def least_grouped(self) -> int:
        """How many digits must stand before the first group mark (CLDR minimumGroupingDigits)."""
        return int(self.table.get("least_grouped", 1))

    @cached_property
    def joined(self) -> bool:
        """Whether long numbers are written as one word: zweihundertfünfzig."""
        return bool(self.table.get("joined"))

    @cached_property
    def unspaced(self) -> bool:
        """Whether the language sets no space between words."""
        return self.lang in UNSPACED

    @cached_property
    def numbers(self) -> dict[str, NumberWord]:
        """Words for numbers, longest phrases included."""
        doubtful = self.phrases("ambiguous")
        found: dict[str, NumberWord] = {}
        for name, words in self.table.get("spellout", {}).items():
            for value, word in zip(VALUES, words, strict=True):
                key = self.fold(word)
                if key and (key not in found or "ordinal" not in name):
                    found[key] = NumberWord(value, key in doubtful, "ordinal" in name)
        for word, value in self.table.get("words", {}).items():
            key = self.fold(word)
            found.setdefault(key, NumberWord(value, key in doubtful, False))
        for word, value in self.table.get("ordinals", {}).items():
            key = self.fold(word)
            found.setdefault(key, NumberWord(value, key in doubtful, True))
        for key in self.scales:
            found.pop(key, None)
        return found

    @cached_property
    def scales(self) -> dict[str, float]:
        """Words that multiply the number before them. Where a word also is one of `numbers`, this wins."""
        return {self.fold(word): value for word, value in self.table.get("scales", {}).items()}

    @cached_property
    def hints(self) -> dict[str, tuple[float, ...]]:
        """Words that imply a value without being a number: both, weekly."""
        found = {self.fold(word): tuple(values) for word, values in self.table.get("hints", {}).items()}
        for key, number in self.numbers.items():
            if number.doubtful or number.value <= 12:
                found[key] = (*found.get(key, ()), number.value)
        return found

    @cached_property
    def pair_hints(self) -> dict[str, dict[str, tuple[float, ...]]]:
        """Those of `hints` that are two words: the first → the second → their values."""
        found: dict[str, dict[str, tuple[float, ...]]] = {}
        for key, values in self.hints.items():
            first, _, second = key.partition(" ")
            if second:
                found.setdefault(first, {})[second] = values
        return found

    @cached_property
    def months(self) -> dict[str, int]:
        """Month names, January is 1."""
        return {self.fold(word): value for word, value in self.table.get("months", {}).items()}

    @cached_property
    def weekdays(self) -> dict[str, int]:
        """Weekday names, Monday is 1."""
        return {self.fold(word): value for word, value in self.table.get("weekdays", {}).items()}

    @cached_property
    def units(self) -> dict[str, frozenset[str]]:
        """Unit names and signs with CLDR's units they may stand for, percentage points included."""
        found = {sign: frozenset({unit}) for sign, unit in SYMBOLS.items()}
        found |= {word: frozenset({unit}) for word, unit in self.compounds.items() if unit != "number"}
        found |= {self.fold(word): frozenset(names.split()) for word, names in self.table.get("units", {}).items()}
        found |= dict.fromkeys(self.phrases("percent"), frozenset({"percent"}))
        found |= dict.fromkeys(self.phrases("points"), frozenset({"percentage-point"}))
        for key in self.phrases("no_units"):
            found.pop(key, None)
        return found

    @cached_property
    def currencies(self) -> dict[str, frozenset[str]]:
        """Currency names and signs with the ISO 4217 codes they may stand for."""
        found: dict[str, frozenset[str]] = {}
        for kind in ("symbols", "currencies"):
            for word, codes in self.table.get(kind, {}).items():
                key = self.fold(word)
                found[key] = found.get(key, frozenset()) | frozenset(codes.split())
        return found

    @cached_property
    def clock(self) -> frozenset[str]:
        """Words that stand beside an hour."""
        return self.phrases("clock")

    @cached_property
    def halves(self) -> dict[str, int]:
        """Names of the halves of the day: 0 before noon, 1 after, or `NIGHT`."""
        found = {self.fold(word): value for word, value in self.table.get("halves", {}).items()}
        found |= dict.fromkeys(self.phrases("am"), 0)
        found |= dict.fromkeys(self.phrases("pm"), 1)
        found |= dict.fromkeys(self.phrases("night"), NIGHT)
        return found

    @cached_property
    def fractions(self) -> dict[str, float]:
        """Words for parts of one that can mean nothing else: half of, drittel."""
        return {self.fold(word): value for word, value in self.table.get("fractions", {}).items()}

    @cached_property
    def one_in(self) -> frozenset[str]:
        """Words that make a share of the number behind them: one in five, jeder fünfte."""
        return self.phrases("one_in")

    @cached_property
    def one_in_ordinals(self) -> bool:
        """Whether all of them are followed by an ordinal, so that a number alone makes no share: jeder Dritte."""
        return not any("1" in words or " " in words for words in self.one_in)

    @cached_property
    def loose_points(self) -> frozenset[str]:
        """Words for points, which are percentage points where the text has per cents."""
        return self.phrases("loose_points")

    @cached_property
    def oclock(self) -> dict[str, int]:
        """Phrases that tell a time by its hour, which `#` stands for, and the minutes from it they add.

        Where a `+` ends them, only a half of the day beside makes them a time.
        """
        return {self.fold(told): minutes for told, minutes in self.table.get("oclock", {}).items()}

    @cached_property
    def hour_endings(self) -> tuple[str, ...]:
        """Case endings of hours in words, longest first: Turkish dokuzda."""
        return tuple(sorted(self.phrases("hour_endings"), key=len, reverse=True))

    @cached_property
    def compounds(self) -> dict[str, str]:
        """What numbers are joined with in one word, and the CLDR unit it is, or `number`: -jährig, -часовой."""
        return {self.fold(word): unit for word, unit in self.table.get("compounds", {}).items()}

    @cached_property
    def combining(self) -> dict[str, int]:
        """How numbers begin such words, where it is not as they are told alone: двух-, dwu-."""
        return {self.fold(word): value for word, value in self.table.get("combining", {}).items()}

    @cached_property
    def links(self) -> frozenset[str]:
        """Words that join the parts of one number."""
        return self.phrases("links")

    @cached_property
    def centuries(self) -> dict[str, int]:
        """Names of centuries that are number words with a capital: Italian Quattrocento is the 15th."""
        return {self.fold(word): value for word, value in self.table.get("centuries", {}).items()}

    @cached_property
    def prefixes(self) -> tuple[str, ...]:
        """What is written onto the front of words, longest first: Arabic wa-, Hebrew ha-."""
        return tuple(sorted(self.phrases("prefixes"), key=len, reverse=True))

    @cached_property
    def and_half(self) -> frozenset[str]:
        """Phrases that add a half to the number before them."""
        return self.phrases("and_half")

    @cached_property
    def leads(self) -> dict[str, float]:
        """Words before a number that add a part of one to it: Hindi sāṛhe, and a half."""
        return {self.fold(word): value for word, value in self.table.get("leads", {}).items()}

    @cached_property
    def partitives(self) -> frozenset[str]:
        """Words between two scales: tens *of* thousands."""
        return self.phrases("partitives")

    @cached_property
    def endings(self) -> tuple[str, ...]:
        """Case endings that month and weekday names take, longest first."""
        return tuple(sorted(self.phrases("endings"), key=len, reverse=True))

    @cached_property
    def triggers(self) -> frozenset[str]:
        """First words of everything that can make a figure without a digit."""
        told = [
            key
            for key, number in self.numbers.items()
            if not number.doubtful or (number.value > 1 and not number.ordinal)
        ]
        keys = [*told, *self.scales, *self.leads, *self.months, *self.weekdays]
        return frozenset(key.split(" ", 1)[0] for key in keys)

    @cached_property
    def shares(self) -> dict[str, tuple[float, ...]]:
        """Two words that tell a part of one: three quarters, trois quarts."""
        return {key: values for key, values in self.hints.items() if " " in key and values and 0 < values[0] < 1}

    @cached_property
    def measures(self) -> dict[str, tuple[frozenset[str], frozenset[str]]]:
        """Names and signs of `units` and `currencies`, with what each may stand for in either."""
        none: frozenset[str] = frozenset()
        names = self.units.keys() | self.currencies.keys()
        return {name: (self.units.get(name, none), self.currencies.get(name, none)) for name in names}

    @cached_property
    def number_lengths(self) -> dict[str, list[int]]:
        """How many words the phrases have that tell numbers and scales, by the first.

        A scale of more words than any number has is CLDR's short form of one, read only behind digits: Spanish
        "mil m" are a thousand metres as well.
        """
        longest = max((key.count(" ") for key in self.numbers), default=0)
        return _lengths([*self.numbers, *(key for key in self.scales if key.count(" ") <= longest)])

    @cached_property
    def half_lengths(self) -> dict[str, list[int]]:
        """How many words the phrases have that add a half, by the first."""
        return _lengths(self.and_half)

    @cached_property
    def measure_lengths(self) -> dict[str, list[int]]:
        """How many words the names of `measures` have, by the first."""
        return _lengths(self.measures)

    def bare(self, key: str) -> tuple[str, ...]:
        """Return what a word may be without one or two prefixes, the shortest cut first."""
        found = []
        for prefix in self.prefixes:
            if key.startswith(prefix) and len(key) - len(prefix) > 1:
                rest = key[len(prefix) :]
                found.append(rest)
                found += [
                    rest[len(more) :] for more in self.prefixes if rest.startswith(more) and len(rest) > len(more) + 1
                ]
        return tuple(found)

    def phrases(self, key: str) -> frozenset[str]:
        """Return the folded phrases of one list of the table."""
        return frozenset(filter(None, map(self.fold, self.table.get(key, ()))))

    def fold(self, phrase: str) -> str:
        """Return the form in which a phrase is looked up: small letters, variants of letters made one.

        Hyphens and stops become spaces, as the reader of numbers looks at words and passes over those.
        """
        if phrase.isalpha():  # one word, as most phrases of the tables are
            return self.fold_word(phrase)
        return " ".join([self.fold_word(word) for word in _PARTING.split(phrase) if word])

    def fold_word(self, word: str) -> str:
        """Return the form in which one word is looked up."""
        word = word.lower()
        if self.lang in ("ar", "fa", "ur", "ps", "ckb", "ug"):
            return _ARABIC_SIGNS.sub("", word.translate(_ARABIC))
        if self.lang in ("ru", "be", "bg"):
            return word.replace("ё", "е")
        if self.lang == "ro":
            return word.translate(_ROMANIAN)
        if self.lang in _INDIC:
            return normalize("NFC", word).translate(_INDIC_SIGNS)
        return word.replace("’", "'").replace("ʼ", "'") if "’" in word or "ʼ" in word else word


def _lengths(phrases: Iterable[str]) -> dict[str, list[int]]:
    """Return of how many words the phrases are that begin with a word, the most first."""
    found: dict[str, set[int]] = {}
    for phrase in phrases:
        words = WORD.findall(phrase)
        if words:
            found.setdefault(words[0], set()).add(len(words))
    return {word: sorted(lengths, reverse=True) for word, lengths in found.items()}


@cache
def lexis(lang: str) -> Lexis:
    """Return the tables for a BCP 47 tag; empty ones (English marks) where the language is unknown."""
    parts = lang.replace("_", "-").split("-")
    primary = ALIASES.get(parts[0].lower(), parts[0].lower())
    region = next((part.upper() for part in parts[1:] if len(part) == 2 or part.isdigit()), "")
    try:
        path = resource(f"figures/{primary}.json")
    except InputError:
        return Lexis(primary, {})
    return Lexis(primary, json.loads(path.read_text("utf-8")), region)
