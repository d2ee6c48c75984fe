"""Pairing the figures of a text with those of its translation, by value."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from reviewer.text.figures.matching import (
    date_likeness,
    matched,
    measured_otherwise,
    same_clock,
    same_date,
    same_quantity,
)
from reviewer.text.figures.quantity import Clock, Date, Figures, Quantity, Weekday, Weight
from reviewer.text.figures.reading import figures
from reviewer.text.figures.support import Support
from reviewer.text.reading import Reading


class Pairs(NamedTuple):
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
    return _pair(source, target, ours, theirs)


def _pair(source: Reading, target: Reading, ours: Figures, theirs: Figures) -> Pairs:
    dates, dates_ours, dates_theirs = matched(ours.dates, theirs.dates, same_date)
    clocks, clocks_ours, clocks_theirs = matched(ours.clocks, theirs.clocks, same_clock)
    days, days_ours, days_theirs = matched(ours.weekdays, theirs.weekdays, lambda a, b: int(a.number == b.number))
    pairs, rest_ours, rest_theirs = matched(ours.quantities, theirs.quantities, same_quantity)
    if len(ours.weekdays) != len(theirs.weekdays):
        days_ours = days_theirs = []  # "from Sunday to Monday" may well become "on Sunday night"

    if not (rest_ours or rest_theirs or dates_ours or dates_theirs or clocks_ours or clocks_theirs or dates):
        otherwise = [(a, b) for a, b in pairs if measured_otherwise(a, b)]
        return Pairs(
            tuple(pairs),
            clocks=tuple(clocks),
            weekdays=tuple(days),
            converted=tuple(otherwise),
            changed_weekdays=tuple(zip(days_ours, days_theirs, strict=True)),
        )

    exchanged = _exchanged(source, target, dates_ours, dates_theirs, rest_ours, rest_theirs)

    # What found no counterpart of its kind may stand there in another shape, or once for twice.
    of_ours = Support(source, target, Figures(tuple(rest_theirs), tuple(dates_theirs)))
    of_theirs = Support(target, source, Figures(tuple(rest_ours), tuple(dates_ours)))
    dates_ours = [date for date in dates_ours if not of_ours.date(date)]
    dates_theirs = [date for date in dates_theirs if not of_theirs.date(date)]
    turned = {clock for a in clocks_ours for b in clocks_theirs if _of_other_half(a, b) for clock in (a, b)}
    clocks_ours = [clock for clock in clocks_ours if clock in turned or not of_ours.clock(clock)]
    clocks_theirs = [clock for clock in clocks_theirs if clock in turned or not of_theirs.clock(clock)]
    for date, other in exchanged:
        dates_ours = [one for one in dates_ours if one is not date]
        dates_theirs = [one for one in dates_theirs if one is not other]
    changed_dates, dates_ours, dates_theirs = matched(dates_ours, dates_theirs, date_likeness)
    changed_clocks, clocks_ours, clocks_theirs = matched(clocks_ours, clocks_theirs, lambda a, b: 1)

    # What is left of dates and times is compared number by number.
    open_ours = [*rest_ours, *_loose(dates_ours, clocks_ours, dates)]
    open_theirs = [*rest_theirs, *_loose(dates_theirs, clocks_theirs, [(b, a) for a, b in dates])]
    changed = differences(
        [quantity for quantity in open_ours if not of_ours.quantity(quantity)],
        [quantity for quantity in open_theirs if not of_theirs.quantity(quantity)],
        rest_ours,
        rest_theirs,
    )
    if not changed:
        changed += _ordinals(rest_ours, rest_theirs, of_ours, of_theirs)
    converted = [(a, b) for a, b in [*changed, *pairs] if a and b and measured_otherwise(a, b)]
    changed = [pair for pair in changed if pair not in converted]
    surplus = [] if changed or converted else _surplus(rest_ours, rest_theirs, ours, theirs)
    return Pairs(
        quantities=tuple(pairs),
        changed=tuple(changed),
        surplus=tuple(surplus),
        dates=tuple(dates),
        changed_dates=(*exchanged, *changed_dates),
        clocks=tuple(clocks),
        changed_clocks=tuple(changed_clocks),
        weekdays=tuple(days),
        changed_weekdays=tuple(zip(days_ours, days_theirs, strict=True)),
        converted=tuple(converted),
    )


def _of_other_half(ours: Clock, theirs: Clock) -> bool:
    """Say whether both tell the same time, each surely, of the other half of the day: 4 p.m., सुबह 4 बजे."""
    return len(ours.minutes) == len(theirs.minutes) == 1 and abs(ours.minutes[0] - theirs.minutes[0]) == _HALF_DAY


_HALF_DAY = 720


def _exchanged(
    source: Reading,
    target: Reading,
    dates: Sequence[Date],
    others: Sequence[Date],
    ours: Sequence[Quantity],
    theirs: Sequence[Quantity],
) -> list[tuple[Date, Date]]:
    """Return the date whose day became a number of the text, and that number the day: 12 guests on 5 May."""
    if len(dates) != 1 or len(others) != 1 or not ours or not theirs:
        return []
    (year, month, day), (other_year, other_month, other_day) = dates[0].readings[0], others[0].readings[0]
    if month != other_month or not day or not other_day or (year and other_year and year != other_year):
        return []
    here = any(q.value == other_day and _apart(source, q, dates[0]) for q in ours if q.weight > Weight.HINT)
    there = any(q.value == day and _apart(target, q, others[0]) for q in theirs if q.weight > Weight.HINT)
    return [(dates[0], others[0])] if here and there else []


def _apart(reading: Reading, quantity: Quantity, date: Date) -> bool:
    """Say whether words stand between a number and a date, so that it is no other day: 12 to 15 May."""
    first, last = sorted((quantity.span, date.span))
    return sum(map(str.isalpha, reading.text[first.end : last.start])) > _RANGE_WORDS


_RANGE_WORDS = 6
"""Letters between the days of a range or list, at most: from 12 up to 15 May."""


def _loose(dates: Sequence[Date], clocks: Sequence[Clock], paired: Sequence[tuple[Date, Date]]) -> list[Quantity]:
    """Return as quantities the dates and times without counterpart, and the parts only one of a pair has."""
    found = [quantity for date in dates for quantity in date_quantities(date)]
    found += [quantity for date, told in paired for quantity in date_quantities(date, told)]
    return found + [clock_quantity(clock) for clock in clocks]


def date_quantities(date: Date, told: Date | None = None) -> list[Quantity]:
    """Return the figures of a date as quantities, for a text that has no such date.

    With `told`, only the parts that this counterpart lacks.
    """
    found = []
    year, month, day = date.readings[0]
    lacking = told.readings[0] if told else (0, 0, 0)
    for span, value, other in ((date.day_span, day, lacking[2]), (date.year_span, year, lacking[0])):
        if span and value and not other:
            if date.day_in_words and span == date.day_span:
                found.append(Quantity(span, (float(value),), Weight.WORD))
            else:
                found.append(Quantity(span, (float(value),), Weight.FIGURE, span))
    if not date.month_span and month and not found and not lacking[1]:
        found.append(Quantity(date.span, (float(month),), Weight.WORD, None))
    return found


def clock_quantity(clock: Clock) -> Quantity:
    """Return the hour of a time of day as a quantity, for a text that has no such time."""
    hours = dict.fromkeys([clock.hour, *(minutes // 60 for minutes in clock.minutes if minutes), clock.hour or 24])
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
    free_ours, free_theirs = _free(rest_ours, found), _free(rest_theirs, found)
    if not found and len(ours) + len(theirs) == len(free_ours) == len(free_theirs) == 1:
        # A number only one text has, where the other has one too many of another, be it in words.
        found += matched(free_ours, free_theirs, _in_place)[0]
    else:
        pairs, _, theirs = matched(free_ours, _accusing(theirs), _in_place)
        found += pairs
        pairs, ours, _ = matched(_accusing(ours), _free(rest_theirs, found), _in_place)
        found += pairs
    used = {id(quantity) for pair in found for quantity in pair}
    found += [(quantity, None) for quantity in _accusing(ours) if id(quantity) not in used]
    found += [(None, quantity) for quantity in _accusing(theirs) if id(quantity) not in used]
    return found


def _ordinals(
    ours: list[Quantity], theirs: list[Quantity], of_ours: Support, of_theirs: Support
) -> list[tuple[Quantity | None, Quantity | None]]:
    """Return the one ordinal in words that stands in another's place, where neither text hints at the other's value.

    Each by itself may be another word (second, third); that both are is unlikely.
    """
    one, other = (
        [q for q in rest if q.ordinal and q.weight < Weight.FIGURE and 2 <= q.value <= _ORDINARY]
        for rest in (ours, theirs)
    )
    if not one or not other:
        return []
    one = [q for q in one if not of_ours.implies(q.value)]
    other = [q for q in other if not of_theirs.implies(q.value)]
    return [(one[0], other[0])] if len(one) == len(other) == 1 else []


_ORDINARY = 12
"""The largest ordinal that is another word as well in some language."""


def _accusing(quantities: list[Quantity]) -> list[Quantity]:
    return [q for q in quantities if q.weight == Weight.FIGURE]


def _free(rest: list[Quantity], pairs: Sequence[tuple[Quantity | None, Quantity | None]]) -> list[Quantity]:
    """Return what may have been replaced: no mere hint, and in no pair yet."""
    used = {id(quantity) for pair in pairs for quantity in pair}
    return [quantity for quantity in rest if quantity.weight > Weight.HINT and id(quantity) not in used]


def _in_place(ours: Quantity, theirs: Quantity) -> int:
    """Grade how likely one unmatched quantity stands in the place of another: how alike they are."""
    if ours.code != theirs.code:
        return 0
    alike = 4 * bool(ours.units & theirs.units) + 4 * bool(ours.money & theirs.money)
    alike += 2 * (bool(ours.money) == bool(theirs.money)) + (ours.ordinal == theirs.ordinal)
    alike += 3 * (ours.year and theirs.year) + 2 * (ours.weight == theirs.weight)
    if ours.year != theirs.year and not (ours.units or theirs.units):
        alike -= 2
    return max(1, alike)


def _surplus(
    ours: list[Quantity], theirs: list[Quantity], all_ours: Figures, all_theirs: Figures
) -> list[tuple[Quantity, Quantity]]:
    """One value too often on one side, another too often on the other: 2 and 3 became 3 and 3."""
    left = [q for q in ours if q.weight > Weight.HINT]
    right = [q for q in theirs if q.weight > Weight.HINT]
    if len(left) != 1 or len(right) != 1 or len(all_ours.quantities) != len(all_theirs.quantities):
        return []
    one, other = left[0], right[0]
    if not any(one.value in q.readings for q in all_theirs.quantities):
        return []  # it stands there as part of a date or a time
    if not any(other.value in q.readings for q in all_ours.quantities):
        return []
    if one.weight == other.weight == Weight.FIGURE or one.units & other.units:
        return [(one, other)]
    return []
