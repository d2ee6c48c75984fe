"""What a word may have to do with figures, remembered, because the same words come again and again."""

import re
from functools import cache

from reviewer.text.figures.compounds import joined
from reviewer.text.figures.lexis import Lexis
from reviewer.text.figures.number_words import compound
from reviewer.text.figures.romans import roman
from reviewer.text.memo import Memo

_MOST = 30_000
"""Words remembered for each language; a few megabytes."""


ELISION = re.compile(r"^[dl]'")
"""French and Italian articles and "de" before a vowel, as in milliards d'euros."""


class Trait:
    """What a word may be: bits of a plain number, as the operators of an enum take a microsecond each."""

    NUMBER = 1
    """It may begin a number."""
    MONTH = 2
    WEEKDAY = 4
    ROMAN = 8
    CLOCK = 16
    """It may stand beside a time of day."""
    TRIGGER = 32
    """A text without digits has to be read on its account."""
    UNIT = 64
    """It may begin the name of a unit or currency."""
    DUAL = 128
    """It tells of two by its ending."""
    NUMERAL = 256
    """It is written in digits."""
    JOINED = 512
    """It is a longer word that begins with a number."""
    OCLOCK = 1024
    """It may stand right beside the hour of a time told in words."""
    SHARE = 2048
    """It may begin the name of per cent or of percentage points."""
    PART = 4096
    """It may begin a part of one in words."""


SHARES = frozenset({"percent", "percentage-point"})


class FigureWords:
    """Folds the words and numerals of a language, and tells their traits."""

    def __init__(self, tables: Lexis) -> None:
        self.lexis = tables
        self.looks = Memo(self._look, _MOST)
        """A word or numeral as written → its folded form, and what it may be as `Trait`."""
        self._known = _first_words(tables)
        names = (*tables.months, *tables.weekdays)
        self._begin_names = frozenset(name[:_NAMED_BY] for name in names)

    def _look(self, word: str) -> tuple[str, int]:
        if word[0] in _DIGITS:
            return word, Trait.NUMERAL
        tables = self.lexis
        key = tables.fold_word(word)
        known = self._known
        traits = known.get(key, 0)
        if key[1:2] == "'":
            traits |= known.get(ELISION.sub("", key), 0) & Trait.UNIT
        for form in tables.bare(key) if tables.prefixes else ():
            traits |= known.get(form, 0) | known.get(ELISION.sub("", form), 0) & Trait.UNIT
        if key[:_NAMED_BY] in self._begin_names:
            if named(key, tables.months, tables.endings):
                traits |= Trait.MONTH | Trait.TRIGGER
            if named(key, tables.weekdays, tables.endings):
                traits |= Trait.WEEKDAY | Trait.TRIGGER
        if compound(key, tables) is not None:
            traits |= Trait.NUMBER | Trait.TRIGGER
        elif joined(key, tables):
            traits |= Trait.JOINED | Trait.TRIGGER
        if dual(key, tables):
            traits |= Trait.DUAL | Trait.TRIGGER
        if numeral := roman(word):
            traits |= Trait.ROMAN | (Trait.TRIGGER if len(numeral) > 1 else 0)
        return key, traits


_DIGITS = frozenset("0123456789")
_NAMED_BY = 3
"""Letters that a name has in common with its cases, at least."""


def _first_words(tables: Lexis) -> dict[str, int]:
    """Return what the first words of the phrases of a language's tables may be."""
    found: dict[str, int] = {}
    centuries = [name for name, units in tables.units.items() if "century" in units]
    for phrases, traits in (
        ((*tables.numbers, *tables.scales), Trait.NUMBER),
        (tables.leads, Trait.NUMBER),
        ((*tables.triggers, *centuries), Trait.TRIGGER),
        (tables.months, Trait.MONTH | Trait.TRIGGER),
        (tables.weekdays, Trait.WEEKDAY | Trait.TRIGGER),
        ((*tables.units, *tables.currencies), Trait.UNIT),
        ((*tables.clock, *tables.halves), Trait.CLOCK),
        ([name for name, units in tables.units.items() if units <= SHARES], Trait.SHARE),
        ((*tables.fractions, *tables.one_in), Trait.PART),
        (map(beside_hour, tables.oclock), Trait.OCLOCK | (Trait.TRIGGER if tables.hour_endings else 0)),
    ):
        for phrase in phrases:
            word = phrase.split(" ", 1)[0].strip("'،")  # Dutch 's avonds
            found[word] = found.get(word, 0) | traits
    return found


def beside_hour(told: str) -> str:
    """Return the word of a phrase of `Lexis.oclock` that stands right beside the hour."""
    before, _, after = told.rstrip("+").partition("#")
    return before.split()[-1] if before.strip() else after.split()[0]


def named(key: str, names: dict[str, int], endings: tuple[str, ...]) -> int | None:
    """Look up a month or weekday name; case endings may follow it, or replace its last vowel."""
    number = names.get(key)
    if number is None and endings and len(key) > 3:
        shortest = 3 if "\uac00" <= key[0] <= "\ud7a3" else 4  # a Hangul syllable is two letters or three
        for ending in endings:
            if key.endswith(ending) and len(key) - len(ending) >= shortest:
                stem = key[: -len(ending)].rstrip("'")
                number = names.get(stem) or next((names[stem + last] for last in _LAST if stem + last in names), None)
                if number:
                    break
    return number


_LAST = "ьйяаеиоуaeiouyąęі"
_COUNTED = frozenset({"عام", "سنه", "مره", "عقد"})
"""What Arabic counts in twos and is no unit of measurement: years, times, decades."""


def dual(key: str, tables: Lexis) -> str:
    """Return what an Arabic word names two of (kīlūmitrayn: kilometre), if that is counted; else nothing.

    The ending is -ān or -ayn; before it a final tāʾ marbūṭa, here folded to hāʾ, opens to tāʾ
    (W. Wright, A Grammar of the Arabic Language, § 301 and 308).
    """
    if tables.lang != "ar" or len(key) < 5 or not key.endswith(("ين", "ان")):
        return ""
    for form in (key, *tables.bare(key)):
        stem = form[:-2]
        for one in (stem, f"{stem[:-1]}ه" if stem.endswith("ت") else ""):
            if one in _COUNTED or one in tables.units or one in tables.currencies:
                return one
    return ""


@cache
def figure_words(tables: Lexis) -> FigureWords:
    """Return the memory of a language's words."""
    return FigureWords(tables)
