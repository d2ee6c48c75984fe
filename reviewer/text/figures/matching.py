"""Which figure of one text is which of the other: pairing by value, surest first."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from reviewer.text.figures.numerals import significant
from reviewer.text.figures.quantity import Clock, Date, Quantity
from reviewer.text.figures.units import UNITS, agrees, convert

_T = TypeVar("_T")


def matched(
    ours: Sequence[_T], theirs: Sequence[_T], same: Callable[[_T, _T], int]
) -> tuple[list[tuple[_T, _T]], list[_T], list[_T]]:
    """Pair one to one, the surest first and among equals in order; return pairs and what is left."""
    if not ours or not theirs:
        return [], list(ours), list(theirs)
    if len(ours) == len(theirs) == 1:
        a, b = ours[0], theirs[0]
        return ([(a, b)], [], []) if same(a, b) else ([], [a], [b])
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
        return 0 if _of_other_centuries(ours, theirs) else 4
    if converted(ours, theirs):
        return 2
    return 0


def _of_other_centuries(ours: Quantity, theirs: Quantity) -> bool:
    """Say whether both name a decade with its century, not the same one, that is the nineties of either."""
    return min(ours.value, theirs.value) >= 1000 and ours.readings[1:2] == theirs.readings[1:2] == (ours.value % 100,)


def converted(ours: Quantity, theirs: Quantity) -> bool:
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


def measured_otherwise(ours: Quantity, theirs: Quantity) -> bool:
    """Say whether both tell a unit or currency, not the same one, and not the same amount in another."""
    if ours.units & theirs.units or ours.money & theirs.money or converted(ours, theirs):
        return False
    if ours.units and theirs.units and ours.value != theirs.value:
        return any(
            UNITS[a].dimension == UNITS[b].dimension
            for a in ours.units
            for b in theirs.units
            if a in UNITS and b in UNITS
        )
    return bool((ours.units or ours.money) and (theirs.units or theirs.money))


def same_date(ours: Date, theirs: Date) -> int:
    """Grade how surely two dates are the same."""
    best = 0
    for index, (year, month, day) in enumerate(ours.readings):
        for other_index, (other_year, other_month, other_day) in enumerate(theirs.readings):
            if month != other_month and month and other_month:
                continue
            if (day and other_day and day != other_day) or (year and other_year and not same_year(year, other_year)):
                continue
            shared = bool(month and other_month) * 2 + bool(day and other_day) * 2 + bool(year and other_year)
            if shared >= 1:
                best = max(best, shared * 4 - index - other_index)
    return best


def same_year(year: int, other: int) -> bool:
    """Say whether two texts mean one year, be it in the Buddhist era of Thailand, 543 years ahead."""
    return year == other or abs(year - other) == 543


def date_likeness(ours: Date, theirs: Date) -> int:
    """Grade how likely a date stands in another's place: the parts they share, and being alike in kind."""
    (year, month, day), (other_year, other_month, other_day) = ours.readings[0], theirs.readings[0]
    shared = (year == other_year and year > 0) + (month == other_month) + (day == other_day and day > 0)
    kind = (bool(day) == bool(other_day)) + (bool(year) == bool(other_year))
    return 1 + 3 * shared + kind


def same_clock(ours: Clock, theirs: Clock) -> int:
    """Grade how surely two times of day are the same."""
    if (ours.by_day and theirs.half is not None) or (theirs.by_day and ours.half is not None):
        return 3 if ours.minutes[0] == theirs.minutes[0] else 0
    if ours.by_day and theirs.by_day and max(ours.hour, theirs.hour) > 12:
        return 3 if ours.minutes[0] == theirs.minutes[0] else 0  # 19.45 Uhr is not 7 h 45
    return 3 if ours.minutes[0] == theirs.minutes[0] else 2 if set(ours.minutes) & set(theirs.minutes) else 0
