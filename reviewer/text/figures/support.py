"""Whether a text bears out a figure that found no counterpart one to one: told in another shape, or once for twice."""

from functools import cached_property

from reviewer.model.span import Span
from reviewer.text.digits import fold_digits
from reviewer.text.figures.lexis import lexis
from reviewer.text.figures.matching import converted, same_clock
from reviewer.text.figures.numerals import rounded, significant
from reviewer.text.figures.quantity import Clock, Date, Figures, Quantity, Weight
from reviewer.text.figures.reading import figures, implied, units_named
from reviewer.text.figures.units import agrees, convert
from reviewer.text.reading import Reading


class Support:
    """What one text can bear out of the figures of the other."""

    def __init__(self, own: Reading, other: Reading, left: Figures) -> None:
        """`left` are the quantities and dates of the other text that found no counterpart one to one."""
        self.own, self.other, self._left = own, other, left
        self.figures = other.of(figures)

    @cached_property
    def values(self) -> frozenset[float]:
        """The values of the other text."""
        # The 5 that May is must not bear out five guests, where May has its counterpart.
        dates = [date if date in self._left.dates else _without_month(date) for date in self.figures.dates]
        return values(self.figures._replace(dates=tuple(dates)))

    @cached_property
    def left(self) -> frozenset[float]:
        """The values of what found no counterpart, but for dates."""
        return values(self._left._replace(dates=()))

    def quantity(self, quantity: Quantity) -> bool:
        """Say whether the other text has the value in whatever shape."""
        if quantity.weight == Weight.HINT or any(value in self.values for value in self._meant(quantity)):
            return True
        if any(converted(quantity, theirs) or _rounded(quantity, theirs) for theirs in self.figures.quantities):
            return True
        if any(_alternative(quantity, value, self.values) for value in quantity.readings) or self._told_twice(quantity):
            return True
        if self._after_noon(quantity) or self._of_decade(quantity) or self._half_hour(quantity):
            return True
        if any(_same_share(quantity, theirs) for theirs in self.figures.quantities):
            return True
        if "percent" in quantity.units and any(
            abs(100 * part.value - quantity.value) <= _NEAR for part in self.figures.fractions
        ):
            return True
        if _copied(quantity, self.own, self.other) or _year_of_century(quantity, self.figures):
            return True
        hints = self.other.of(implied)
        return any(
            value in hints or self._with_fraction(value, hints) for value in quantity.readings
        ) or self._unit_alone(quantity)

    def _meant(self, quantity: Quantity) -> tuple[float, ...]:
        """Return what a quantity may mean; a decade with its century not that of another, which stands there."""
        if quantity.value < 1000 or quantity.readings[1:2] != (quantity.value % 100,):
            return quantity.readings
        if any(q.value >= 1000 and q.readings[1:2] == quantity.readings[1:2] for q in self._left.quantities):
            return (quantity.value, *quantity.readings[2:])
        return quantity.readings

    def implies(self, value: float) -> bool:
        """Say whether the other text has a value, be it in a word that need be no number."""
        return value in self.values or value in self.other.of(implied)

    def date(self, date: Date) -> bool:
        """Say whether every number of a date stands in the other text somehow.

        A figure without a counterpart bears out whatever part it is, a date only the same part: that 5 May has two
        fives in it says nothing for the 5 of another date. A named month counts where the other text names months at
        all: "the 5th" may do for "5 March". A month alone may stand there as a word that need not be one.
        """
        if date.readings[0][1] in self.figures.perhaps_months and not any((date.readings[0][0], date.readings[0][2])):
            return True
        told = [reading for theirs in self.figures.dates for reading in theirs.readings]
        months = {month for _, month, _ in told if month}
        if months and all(month and month not in months for _, month, _ in date.readings):
            return False
        years = {float(year) for year, _, _ in told if year}
        for year, month, day in date.readings:
            days = {float(theirs) for _, its_month, theirs in told if theirs and its_month in (month, 0)}
            parts = [(float(year), years), (float(day if date.day_span else 0), days)]
            if not date.month_span:
                parts.append((float(month), {float(theirs) for theirs in months}))
            if all(not part or part in same or self._tells(part) for part, same in parts):
                return True
        return False

    def _tells(self, part: float) -> bool:
        """Say whether a figure left over in the other text, or a word, may be this part of a date."""
        return part in self.left or part % 100 in self.left or part in self.other.of(implied)

    def clock(self, clock: Clock) -> bool:
        """Say whether the hour and the minutes stand in the other text, as of a score or in military time."""
        if any(same_clock(clock, theirs) for theirs in self.figures.clocks):
            return True
        dates = tuple(date for date in self.figures.dates if not date.month_span)
        numbers = values(self.figures._replace(dates=dates, clocks=()))
        hours = {clock.hour} | {minutes // 60 for minutes in clock.minutes}
        if any(float(hour * 100 + clock.minute) in numbers for hour in hours):
            return True  # 1200 GMT
        if any(float(f"{minutes // 60}.{minutes % 60:02}") in numbers for minutes in clock.minutes):
            return True  # written with a stop and nothing that says it is a time
        if clock.minute == 30 and any(hour + 0.5 in numbers or hour % 12 + 0.5 in numbers for hour in hours):
            return True  # las seis y media
        hints = implied(self._without_clocks, self.other.lang)
        told = numbers | hints
        if not clock.minute and _names_afternoon(self.other):
            hours |= {hour - 12 for hour in hours if hour > 12}  # the third hour after noon
        if clock.minute in (30, 45) and clock.minute - 30 * (clock.minute == 45) in hints:
            hours |= {hour % 12 + 1 for hour in hours}  # halb zehn, a quarter to ten
            return any(float(hour) in told for hour in hours)
        return any(float(hour) in told for hour in hours) and (not clock.minute or float(clock.minute) in told)

    @cached_property
    def _without_clocks(self) -> str:
        """The other text but for its times: that it is halb neun says nothing for nine."""
        text = self.other.text
        for clock in self.figures.clocks:
            text = text[: clock.span.start] + " " * (clock.span.end - clock.span.start) + text[clock.span.end :]
        return text

    def _with_fraction(self, value: float, hints: frozenset[float]) -> bool:
        """Say whether the value is told with a fraction apart: three and a half, a quarter of a million."""
        if value % 1 == 0.5 and 0.5 in hints and (value - 0.5 in self.values or value - 0.5 in hints):
            return True
        if value >= 100 and any(rounded(value / part) in self.values for part in _FRACTIONS & hints):
            return True
        ours = self.own.of(implied)
        if 0.5 in ours and value + 0.5 in self.values:
            return True
        return value >= 100 and any(rounded(value * part) in self.values for part in _FRACTIONS & ours)

    def _of_decade(self, quantity: Quantity) -> bool:
        """Say whether a decade is told by its number in one text and by its year in the other: anni Ottanta, 1980年代.

        The century may stand beside it: 20世纪80年代.
        """
        if "century" in quantity.units:
            behind = [q for q in self.own.of(figures).quantities if 0 <= q.span.start - quantity.span.end <= _NEXT]
            return any(_is_decade(decade) and self._of_decade(decade) for decade in behind)
        if 1800 <= quantity.value <= 2100 and quantity.value % 100 == 0 and self.implies(100.0):
            return True  # the first decade of the century
        if quantity.year and quantity.value % 10 == 0:
            return any(
                _is_decade(theirs) and theirs.value == quantity.value % 100 for theirs in self.figures.quantities
            )
        return _is_decade(quantity) and any(
            theirs.value % 100 == quantity.value and (theirs.year or _is_decade(theirs))
            for theirs in self.figures.quantities
        )

    def _after_noon(self, quantity: Quantity) -> bool:
        """Say whether an hour counts to twelve in one text, which names the afternoon, and to 24 in the other."""
        hours = {float(clock.hour) for clock in self.figures.clocks}
        hours.update(theirs.value for theirs in self.figures.quantities if "hour" in theirs.units)
        if quantity.value + 12 in hours and _names_afternoon(self.own):
            return True
        return "hour" in quantity.units and quantity.value - 12 in self.values and _names_afternoon(self.other)

    def _half_hour(self, quantity: Quantity) -> bool:
        """Say whether hours and a half are a time of day: las seis y media, 18.30 Uhr."""
        return quantity.value % 1 == 0.5 and any(
            clock.minute == 30 and clock.hour % 12 == (quantity.value - 0.5) % 12 for clock in self.figures.clocks
        )

    def _told_twice(self, quantity: Quantity) -> bool:
        """Say whether the own text adds the same amount in another unit, of which the other text tells one.

        In "10 miles (16 km)" and "115 Fahrenheit, 43 or 44 degrees Celsius" either will do.
        """
        return any(
            theirs.value in self.values
            and _in_apposition(quantity.span, theirs.span, self.own.text)
            and _same_amount(quantity, theirs)
            for theirs in self.own.of(figures).quantities
        )

    def _unit_alone(self, quantity: Quantity) -> bool:
        """Say whether one of a unit, named without a number, is the amount: about a foot, 30 cm."""
        if not quantity.units:
            return False
        named = self.other.of(units_named)
        digits = max(2, significant(f"{quantity.value:g}"))
        return any(
            unit != other and (amount := convert(1, unit, other)) is not None and agrees(amount, quantity.value, digits)
            for unit in named
            for other in quantity.units
        )


def _without_month(date: Date) -> Date:
    """Return a date without the number of the month it names."""
    if not date.month_span:
        return date
    return date._replace(readings=tuple((year, 0, day) for year, _, day in date.readings))


def _names_afternoon(reading: Reading) -> bool:
    """Say whether a text names the second half of the day: بعد الظهر."""
    tables = lexis(reading.lang)
    folded = f" {tables.fold(reading.text)} "
    return any(half and f" {words} " in folded for words, half in tables.halves.items())


_NEXT = 4
"""Characters between a century and its decade, at most."""


def _is_decade(quantity: Quantity) -> bool:
    """Say whether a number may name a decade: tens from 10 to 90, in words or beside 年代."""
    return 10 <= quantity.value <= 90 and quantity.value % 10 == 0 and not quantity.money and not quantity.code


_FRACTIONS = frozenset({0.25, 0.5, 0.75, 1.5})


def values(figures: Figures) -> frozenset[float]:
    """Return every value the quantities and dates of a text may mean."""
    found = {value for quantity in figures.quantities for value in quantity.readings}
    found.update(float(part) for date in figures.dates for part in date.parts)
    for clock in figures.clocks:
        found.update((float(clock.hour), float(clock.minute)))
        found.update(float(minutes // 60) for minutes in clock.minutes)
        found.update(float(minutes // 60 * 100 + minutes % 60) for minutes in clock.minutes)
        found.update(float(f"{minutes // 60}.{minutes % 60:02}") for minutes in clock.minutes)
    return frozenset(found)


def _alternative(quantity: Quantity, value: float, values: frozenset[float]) -> bool:
    """Other ways to tell the same: 50 % is a half, 24 years may stand as '24, 1990s as nineties."""
    if "percent" in quantity.units and value / 100 in values:
        return True
    if quantity.scale > 1 and value / quantity.scale in values and quantity.scale in values:
        return True
    if "century" in quantity.units and any(1000 <= year < 3000 and year // 100 + 1 == value for year in values):
        return True  # the nineties of the 20th century are the 1990s
    # The Buddhist era of Thailand is 543 years ahead.
    return (2400 <= value <= 2600 and value - 543 in values) or (quantity.year and value + 543 in values)


def _same_share(one: Quantity, other: Quantity) -> bool:
    """Say whether two quantities tell one share: one in five is 20 percent, 25 basis points are 0.25 points."""
    for share, told in ((one, other), (other, one)):
        if "percent" in share.units and 2 <= told.value <= _SHARES and share.value * told.value == 100:
            return not told.units and not told.money
        if "basis-point" in share.units and rounded(share.value / 100) == told.value:
            return True
    return False


_NEAR = 1.5
"""Per cents by which a part of one in words is rounded, at most: a third, 32 %."""
_SHARES = 20
"""The smallest share told as one in so many."""
_APPOSED = 16
"""Characters between two figures that tell one amount in two units, the first one's unit among them."""
_ROUGHLY = 0.1
"""How far apart the two may be: speakers convert roughly."""


def _in_apposition(one: Span, other: Span, text: str) -> bool:
    between = text[min(one.end, other.end) : max(one.start, other.start)]
    return len(between) <= _APPOSED and any(mark in between for mark in "(（,，、/")


def _same_amount(one: Quantity, other: Quantity) -> bool:
    return any(
        unit != theirs and amount is not None and abs(amount - other.value) <= _ROUGHLY * abs(other.value)
        for unit in one.units
        for theirs in other.units
        for amount in (convert(one.value, unit, theirs),)
    )


def _copied(quantity: Quantity, own: Reading, other: Reading) -> bool:
    """Say whether the digits stand in the other text just so, as part of a list, a name or an address."""
    if quantity.numeral is None or len(quantity.numeral.of(own.text)) < 2 or quantity.scale > 1:
        return False
    digits, text = fold_digits(quantity.numeral.of(own.text)), fold_digits(other.text)
    start = text.find(digits)
    while start >= 0:
        end = start + len(digits)
        if not (text[start - 1 : start].isdecimal() or text[end : end + 1].isdecimal()):
            return True
        start = text.find(digits, start + 1)
    return False


def _rounded(ours: Quantity, theirs: Quantity) -> bool:
    """Say whether one is the other with fewer digits: 19.93 million for 19,930,300, three digits at least."""
    for exact, told in ((ours.value, theirs.value), (theirs.value, ours.value)):
        if exact < 10_000:
            continue
        digits = significant(f"{told:.12g}".rstrip("0") if told >= 1 else f"{told:g}")
        if 3 <= digits < significant(f"{exact:.12g}") and float(f"{exact:.{digits}g}") == told:
            return True
    return False


def _year_of_century(quantity: Quantity, figures: Figures) -> bool:
    """Say whether one text tells a year of the other without its century: 1932-33."""
    if quantity.year:
        return any(_may_be_year(theirs) and quantity.value % 100 == theirs.value for theirs in figures.quantities)
    if not _may_be_year(quantity):
        return False
    years = [theirs.value for theirs in figures.quantities if theirs.year]
    years += [float(year) for date in figures.dates for year, _, _ in date.readings if year]
    return any(year % 100 == quantity.value for year in years)


def _may_be_year(quantity: Quantity) -> bool:
    """Say whether two digits, be they Chinese, may be a year without its century: the consensus of ’92, 九二共识."""
    digits = quantity.numeral or quantity.span
    if digits.end - digits.start != 2 or quantity.code or quantity.value < 10:
        return False
    return quantity.units <= {"year"} and not quantity.money
