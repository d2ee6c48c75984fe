"""The values that stand in a text: quantities, dates, times of day, weekdays."""

from enum import IntEnum
from typing import NamedTuple

from reviewer.model.span import Span


class Weight(IntEnum):
    """How much a mention can prove."""

    HINT = 0
    """It may be no number at all: it can support a figure on the other side, never accuse."""
    WORD = 1
    """A number in words: it accuses where another number stands in its place."""
    FIGURE = 2
    """Digits: they have to have their counterpart."""


class Quantity(NamedTuple):
    """A number with its scale and unit."""

    span: Span
    """The number with its scale word, without the unit."""
    readings: tuple[float, ...]
    """What it may mean, the usual meaning in the language first."""
    weight: Weight
    numeral: Span | None = None
    """Its digits; None where it is all in words."""
    scale: float = 1.0
    scale_span: Span | None = None
    units: frozenset[str] = frozenset()
    """CLDR units its unit word may stand for, `percentage-point` added."""
    money: frozenset[str] = frozenset()
    """ISO 4217 codes its currency may stand for."""
    unit_span: Span | None = None
    ordinal: bool = False
    code: bool = False
    """Digits that name rather than count: F-35, a phone number."""
    year: bool = False
    """Four digits without marks or unit that read as a year."""

    @property
    def value(self) -> float:
        """The usual reading."""
        return self.readings[0]


class Date(NamedTuple):
    """A date, or the part of one that is told; parts not told are 0."""

    span: Span
    readings: tuple[tuple[int, int, int], ...]
    """(year, month, day), the usual order of the language first."""
    month_span: Span | None = None
    """The month's name, where it is named."""
    day_span: Span | None = None
    year_span: Span | None = None
    month_figures: Span | None = None
    """The month's number, where it is told in figures."""
    day_in_words: bool = False
    doubtful: bool = False
    """Whether it is a month's name alone that may be another word: May, März, Mars."""

    @property
    def parts(self) -> frozenset[int]:
        """Every number the date may contain."""
        return frozenset(part for reading in self.readings for part in reading if part)


class Clock(NamedTuple):
    """A time of day."""

    span: Span
    minutes: tuple[int, ...]
    """Minutes after midnight it may mean; "3 o'clock" leaves open which half of the day."""
    hour: int
    minute: int
    half: int | None = None
    """0 or 1 where the text says before or after noon."""
    by_day: bool = False
    """Whether the text counts to 24: "10.30 Uhr" without more is in the morning."""


class Weekday(NamedTuple):
    """The name of a day of the week."""

    span: Span
    number: int
    """ISO 8601: Monday is 1."""


class Fraction(NamedTuple):
    """A part of one told in words that can mean nothing else."""

    span: Span
    value: float


class Figures(NamedTuple):
    """Everything in a text that has a value, in order."""

    quantities: tuple[Quantity, ...] = ()
    dates: tuple[Date, ...] = ()
    clocks: tuple[Clock, ...] = ()
    weekdays: tuple[Weekday, ...] = ()
    perhaps_months: frozenset[int] = frozenset()
    """Months, 1 to 12, of words that may be a month's name; they speak for a date, never against one."""
    fractions: tuple[Fraction, ...] = ()

    @property
    def any(self) -> bool:
        """Whether there is anything at all."""
        return bool(self.quantities or self.dates or self.clocks or self.weekdays)


NONE = Figures()
