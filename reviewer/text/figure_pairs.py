"""Pairing the figures of a text with those of its translation, by value."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from reviewer.text.figures import figures, implied
from reviewer.text.numerals import significant
from reviewer.text.quantity import Clock, Date, Figures, Quantity, Weekday, Weight
from reviewer.text.reading import Reading
from reviewer.text.units import UNITS, agrees, convert

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Pairs:
    """What stands for what. None on one side means that nothing was found there.

    The quantities, dates and times that are in neither list of differences have their counterpart.
    """

    quantities: tuple[tuple[Quantity, Quantity], ...] = ()
    """Same value (or a conversion of it)."""
    changed: tuple[tuple[Quantity | None, Quantity | None], ...] = ()
    """Different values in one another's place, or a value only one side has."""
    surplus: tuple[tuple[Quantity, Quantity], ...] = ()
    """Both values stand in both texts, but one more often in the source, the other in the translation."""
    dates: tuple[tuple[Date, Date], ...] = ()
    changed_dates: tuple[tuple[Date, Date], ...] = ()
    clocks: tuple[tuple[Clock, Clock], ...] = ()
    changed_clocks: tuple[tuple[Clock, Clock], ...] = ()
    weekdays: tuple[tuple[Weekday, Weekday], ...] = ()
    changed_weekdays: tuple[tuple[Weekday, Weekday], ...] = ()
    converted: tuple[tuple[Quantity, Quantity], ...] = ()
    """Told in another unit or currency that is not the same amount, or cannot be known to be."""


_NOTHING = Pairs()


@lru_cache(maxsize=8)
def paired(source: Reading, target: Reading) -> Pairs:
    """Return the pairing of two readings; the few latest are remembered, as several checks ask."""
    ours, theirs = source.of(figures), target.of(figures)
    if not (ours.any or theirs.any):
        return _NOTHING
    return _Pairing(source, target, ours, theirs).pair()


class _Pairing:
    def __init__(self, source: Reading, target: Reading, ours: Figures, theirs: Figures) -> None:
        self.source, self.target = source, target
        self.ours, self.theirs = ours, theirs

    def pair(self) -> Pairs:
        dates, loose_ours, loose_theirs = matched(self.ours.dates, self.theirs.dates, same_date)
        clocks, lone_ours, lone_theirs = matched(self.ours.clocks, self.theirs.clocks, same_clock)
        days, day_ours, day_theirs = matched(
            self.ours.weekdays, self.theirs.weekdays, lambda a, b: int(a.number == b.number)
        )
        pairs, rest_ours, rest_theirs = matched(self.ours.quantities, self.theirs.quantities, same_quantity)

        # What found no counterpart of its kind may stand there in another shape, or once for twice.
        values_ours, values_theirs = values(self.ours), values(self.theirs)
        open_dates_ours = [d for d in loose_ours if not self._covered(d, values_theirs, self.theirs, self.target)]
        open_dates_theirs = [d for d in loose_theirs if not self._covered(d, values_ours, self.ours, self.source)]
        open_clocks_ours = [c for c in lone_ours if not _clock_covered(c, values_theirs)]
        open_clocks_theirs = [c for c in lone_theirs if not _clock_covered(c, values_ours)]
        parts_ours = values_ours | _parts(loose_ours, lone_ours)
        parts_theirs = values_theirs | _parts(loose_theirs, lone_theirs)
        open_ours = [q for q in rest_ours if not self._supported(q, parts_theirs, self.theirs, self.target)]
        open_theirs = [q for q in rest_theirs if not self._supported(q, parts_ours, self.ours, self.source)]

        changed_dates = nearest(open_dates_ours, open_dates_theirs, _date_likeness)
        changed_clocks = nearest(open_clocks_ours, open_clocks_theirs, lambda a, b: 1)
        for date, other in changed_dates:
            open_dates_ours.remove(date)
            open_dates_theirs.remove(other)
        for clock, other_clock in changed_clocks:
            open_clocks_ours.remove(clock)
            open_clocks_theirs.remove(other_clock)
        open_ours += [q for date in open_dates_ours for q in date_quantities(date)]
        open_theirs += [q for date in open_dates_theirs for q in date_quantities(date)]
        for date, other in dates:
            open_ours += date_quantities(date, told=other)
            open_theirs += date_quantities(other, told=date)
        open_ours += [clock_quantity(clock) for clock in open_clocks_ours]
        open_theirs += [clock_quantity(clock) for clock in open_clocks_theirs]
        changed = differences(
            [q for q in open_ours if not self._supported(q, parts_theirs, self.theirs, self.target)],
            [q for q in open_theirs if not self._supported(q, parts_ours, self.ours, self.source)],
            rest_ours, rest_theirs,
        )  # fmt: skip
        converted = [(a, b) for a, b in [*changed, *pairs] if a and b and measured_otherwise(a, b)]
        changed = [pair for pair in changed if pair not in converted]
        surplus: tuple[tuple[Quantity, Quantity], ...] = ()
        if not changed and not converted:
            surplus = _surplus(rest_ours, rest_theirs, self.ours, self.theirs)
        return Pairs(
            tuple(pairs), tuple(changed), surplus, tuple(dates), tuple(changed_dates), tuple(clocks),
            tuple(changed_clocks), tuple(days), self._one_each(day_ours, day_theirs), tuple(converted),
        )  # fmt: skip

    def _one_each(self, ours: list[Weekday], theirs: list[Weekday]) -> tuple[tuple[Weekday, Weekday], ...]:
        if len(self.ours.weekdays) != len(self.theirs.weekdays):
            return ()  # "from Sunday to Monday" may well become "on Sunday night"
        return tuple(zip(ours, theirs, strict=True))

    def _covered(self, date: Date, values: frozenset[float], figures: Figures, other: Reading) -> bool:
        """Say whether every number of a date stands in the other text somehow.

        A named month counts where the other text names months at all: "the 5th" may do for "5 March".
        """
        hints: frozenset[float] | None = None
        months = {month for theirs in figures.dates for _, month, _ in theirs.readings if month}
        if months and all(month and month not in months for _, month, _ in date.readings):
            return False
        for year, month, day in date.readings:
            parts = [float(part) for part in (year, day if date.day_span else 0) if part]
            if not date.month_span and month:
                parts.append(float(month))
            if all(part in values for part in parts):
                return True
            if hints is None:
                hints = other.of(implied)
            if all(part in values or part in hints or part % 100 in values for part in parts):
                return True
        return False

    def _supported(self, quantity: Quantity, values: frozenset[float], figures: Figures, other: Reading) -> bool:
        """Say whether the other text has the value in whatever shape."""
        if quantity.weight == Weight.HINT or any(value in values for value in quantity.readings):
            return True
        if any(_converted(quantity, theirs) for theirs in figures.quantities):
            return True
        if any(_alternative(quantity, value, values) for value in quantity.readings):
            return True
        hints = other.of(implied)
        return any(value in hints for value in quantity.readings)


def measured_otherwise(ours: Quantity, theirs: Quantity) -> bool:
    """Say whether both tell a unit or currency, not the same one, and not the same amount in another."""
    if ours.units & theirs.units or ours.money & theirs.money or _converted(ours, theirs):
        return False
    if ours.units and theirs.units and ours.value != theirs.value:
        return any(
            UNITS[a].dimension == UNITS[b].dimension
            for a in ours.units
            for b in theirs.units
            if a in UNITS and b in UNITS
        )
    return bool((ours.units or ours.money) and (theirs.units or theirs.money))


def matched(
    ours: Sequence[_T], theirs: Sequence[_T], same: Callable[[_T, _T], int]
) -> tuple[list[tuple[_T, _T]], list[_T], list[_T]]:
    """Pair one to one, the surest first and among equals in order; return pairs and what is left."""
    if not ours or not theirs:
        return [], list(ours), list(theirs)
    scale = len(theirs) / len(ours)
    graded = sorted(
        (-grade, abs(i * scale - j), i, j)
        for i, a in enumerate(ours)
        for j, b in enumerate(theirs)
        if (grade := same(a, b))
    )
    left, right = set(range(len(ours))), set(range(len(theirs)))
    pairs = []
    for _, _, i, j in graded:
        if i in left and j in right:
            left.remove(i)
            right.remove(j)
            pairs.append((i, j))
    pairs.sort()
    return [(ours[i], theirs[j]) for i, j in pairs], [ours[i] for i in sorted(left)], [theirs[j] for j in sorted(right)]


def nearest(ours: Sequence[_T], theirs: Sequence[_T], like: Callable[[_T, _T], int]) -> list[tuple[_T, _T]]:
    """Pair what differs with what most likely stands in its place."""
    return matched(ours, theirs, like)[0]


def same_quantity(ours: Quantity, theirs: Quantity) -> int:
    """Grade how surely two quantities are the same: 0 not at all."""
    if ours.readings[0] == theirs.readings[0]:
        fits = bool(ours.units & theirs.units) + bool(ours.money & theirs.money)
        return 6 + fits + (ours.weight == theirs.weight)
    if any(value in theirs.readings for value in ours.readings):
        return 4
    if _converted(ours, theirs):
        return 2
    return 0


def _converted(ours: Quantity, theirs: Quantity) -> bool:
    """Say whether one is the other in another unit, as a writer rounds."""
    for unit in ours.units:
        for other in theirs.units:
            if unit != other and unit in UNITS and other in UNITS:
                value = convert(ours.value, unit, other)
                if value is not None and agrees(value, theirs.value, significant(f"{theirs.value:g}")):
                    return True
                back = convert(theirs.value, other, unit)
                if back is not None and agrees(back, ours.value, significant(f"{ours.value:g}")):
                    return True
    return False


def _alternative(quantity: Quantity, value: float, values: frozenset[float]) -> bool:
    """Other ways to tell the same: 50 % is a half, 24 years may stand as '24, 1990s as nineties."""
    if "percent" in quantity.units and value / 100 in values:
        return True
    if quantity.year and value % 100 in values:
        return True
    if quantity.scale > 1 and value / quantity.scale in values and quantity.scale in values:
        return True
    return 2400 <= value <= 2600 and value - 543 in values


def same_date(ours: Date, theirs: Date) -> int:
    """Grade how surely two dates are the same."""
    best = 0
    for index, (year, month, day) in enumerate(ours.readings):
        for other_index, (other_year, other_month, other_day) in enumerate(theirs.readings):
            if month != other_month and month and other_month:
                continue
            if (day and other_day and day != other_day) or (year and other_year and not _same_year(year, other_year)):
                continue
            shared = bool(month and other_month) * 2 + bool(day and other_day) * 2 + bool(year and other_year)
            if shared >= 1:
                best = max(best, shared * 4 - index - other_index)
    return best


def _same_year(year: int, other: int) -> bool:
    return year == other or abs(year - other) == 543


def _date_likeness(ours: Date, theirs: Date) -> int:
    """Grade how likely a date stands in another's place: the parts they share, and being alike in kind."""
    (year, month, day), (other_year, other_month, other_day) = ours.readings[0], theirs.readings[0]
    shared = (year == other_year and year > 0) + (month == other_month) + (day == other_day and day > 0)
    kind = (bool(day) == bool(other_day)) + (bool(year) == bool(other_year))
    return 1 + 3 * shared + kind


def same_clock(ours: Clock, theirs: Clock) -> int:
    """Grade how surely two times of day are the same."""
    return 3 if ours.minutes[0] == theirs.minutes[0] else 2 if set(ours.minutes) & set(theirs.minutes) else 0


def _clock_covered(clock: Clock, values: frozenset[float]) -> bool:
    hours = {clock.hour} | {minutes // 60 for minutes in clock.minutes}
    if any(float(hour * 100 + clock.minute) in values for hour in hours):
        return True  # 1200 GMT
    return any(float(hour) in values for hour in hours) and (not clock.minute or float(clock.minute) in values)


def values(figures: Figures) -> frozenset[float]:
    """Return every value the quantities and dates of a text may mean."""
    found = {value for quantity in figures.quantities for value in quantity.readings}
    found.update(float(part) for date in figures.dates for part in date.parts)
    for clock in figures.clocks:
        found.update((float(clock.hour), float(clock.minute)))
        found.update(float(minutes // 60) for minutes in clock.minutes)
        found.update(float(minutes // 60 * 100 + minutes % 60) for minutes in clock.minutes)
    return frozenset(found)


def _parts(dates: Sequence[Date], clocks: Sequence[Clock]) -> frozenset[float]:
    found = {float(part) for date in dates for part in date.parts}
    for clock in clocks:
        found.update((float(clock.hour), float(clock.minute)))
    return frozenset(found)


def date_quantities(date: Date, told: Date | None = None) -> list[Quantity]:
    """Return the figures of a date as quantities, for a text that has no such date.

    With `told`, only the parts that this counterpart lacks.
    """
    found = []
    year, month, day = date.readings[0]
    lacking = told.readings[0] if told else (0, 0, 0)
    for span, value, other in ((date.day_span, day, lacking[2]), (date.year_span, year, lacking[0])):
        if span and value and not other:
            found.append(Quantity(span, (float(value),), Weight.FIGURE, span))
    if not date.month_span and month and not found and not lacking[1]:
        found.append(Quantity(date.span, (float(month),), Weight.WORD, None))
    return found


def clock_quantity(clock: Clock) -> Quantity:
    """Return the hour of a time of day as a quantity, for a text that has no such time."""
    hours = dict.fromkeys([clock.hour, *(minutes // 60 or 24 for minutes in clock.minutes)])
    return Quantity(clock.span, tuple(map(float, hours)), Weight.FIGURE, None)


def differences(
    ours: list[Quantity], theirs: list[Quantity], rest_ours: list[Quantity], rest_theirs: list[Quantity]
) -> list[tuple[Quantity | None, Quantity | None]]:
    """Put side by side what differs: a figure needs its counterpart, a word only accuses in a pair.

    `rest_ours` and `rest_theirs` found no counterpart one to one, even if the other text has their value
    somewhere: what a figure that came from nowhere replaced may be among them.
    """
    ours = [q for q in ours if q.weight > Weight.HINT]
    theirs = [q for q in theirs if q.weight > Weight.HINT]
    if not ours and not theirs:
        return []
    found: list[tuple[Quantity | None, Quantity | None]] = []
    pairs, ours, theirs = matched(ours, theirs, _in_place)
    found += pairs
    pairs, _, theirs = matched([q for q in rest_ours if not _among(q, found)], _accusing(theirs), _in_place)
    found += pairs
    pairs, ours, _ = matched(_accusing(ours), [q for q in rest_theirs if not _among(q, found)], _in_place)
    found += pairs
    return [*found, *((q, None) for q in ours), *((None, q) for q in theirs)]


def _accusing(quantities: list[Quantity]) -> list[Quantity]:
    return [q for q in quantities if q.weight == Weight.FIGURE]


def _among(quantity: Quantity, pairs: Sequence[tuple[Quantity | None, Quantity | None]]) -> bool:
    return any(quantity is one for pair in pairs for one in pair)


def _in_place(ours: Quantity, theirs: Quantity) -> int:
    """Grade how likely one unmatched quantity stands in the place of another: how alike they are."""
    alike = 4 * bool(ours.units & theirs.units) + 4 * bool(ours.money & theirs.money)
    alike += 2 * (bool(ours.money) == bool(theirs.money)) + (ours.ordinal == theirs.ordinal)
    alike += 3 * (ours.year and theirs.year) + 2 * (ours.weight == theirs.weight) + (ours.code == theirs.code)
    if ours.year != theirs.year and not (ours.units or theirs.units):
        alike -= 2
    return max(1, alike)


def _surplus(
    ours: list[Quantity], theirs: list[Quantity], all_ours: Figures, all_theirs: Figures
) -> tuple[tuple[Quantity, Quantity], ...]:
    """One value too often on one side, another too often on the other: 2 and 3 became 3 and 3."""
    left = [q for q in ours if q.weight > Weight.HINT]
    right = [q for q in theirs if q.weight > Weight.HINT]
    if len(left) != 1 or len(right) != 1 or len(all_ours.quantities) != len(all_theirs.quantities):
        return ()
    one, other = left[0], right[0]
    if one.weight == other.weight == Weight.FIGURE or one.units & other.units:
        return ((one, other),)
    return ()
