"""Dates and weekdays that changed, whatever way each language writes them."""

import re
from collections.abc import Iterable, Iterator
from datetime import date as calendar_date

from reviewer.checks.check import Check, Example, Passage, Report, Survey
from reviewer.model.finding import Category, Evidence, Severity, Suggestion
from reviewer.model.span import Span
from reviewer.text.figures.lexis import Lexis, lexis
from reviewer.text.figures.matching import same_date, same_year
from reviewer.text.figures.number_writing import in_script, in_words, sibling
from reviewer.text.figures.pairs import paired
from reviewer.text.figures.quantity import Date
from reviewer.text.figures.reading import figures
from reviewer.text.reading import Reading

ENGLISH_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NEAR = 12
"""Characters between a weekday and the date it belongs to, at most."""


def find(passage: Passage) -> Iterator[Report]:
    """Report changed dates and weekdays, and a weekday that the date beside it does not have."""
    pairs = paired(passage.source, passage.target)
    source, target = passage.source.text, passage.target.text
    for ours, theirs in (*pairs.changed_dates, *_turned(passage, pairs.dates)):
        yield Report(
            "The source says “{source}”, the translation “{target}”.",
            {"source": ours.span.of(source), "target": theirs.span.of(target)},
            ours.span,
            theirs.span,
            _repaired(ours, theirs, target, lexis(passage.target.lang)),
            (Evidence(f"source: {_told(ours)}; translation: {_told(theirs)}", "dates read by the language's order"),),
        )
    for day, other in pairs.changed_weekdays:
        name = sibling(lexis(passage.target.lang).table.get("weekday_names", []), other.span.of(target), day.number - 1)
        yield Report(
            "The source says “{source}”, the translation “{target}”, another day of the week.",
            {"source": day.span.of(source), "target": other.span.of(target)},
            day.span,
            other.span,
            (Suggestion(name, other.span),) if name else (),
        )
    if not pairs.changed_weekdays and not pairs.changed_dates:
        yield from _disagreeing(passage)


def _turned(passage: Passage, pairs: Iterable[tuple[Date, Date]]) -> Iterator[tuple[Date, Date]]:
    """Yield dates that are the same only in an order of day and month that the article's other dates do not have."""
    orders = passage.article.facts.get(_ID)
    if not orders or not any(orders):
        return
    for pair in pairs:
        ours, theirs = (_in_order(date, order) for date, order in zip(pair, orders, strict=True))
        if not same_date(ours, theirs):
            yield ours, theirs


def _in_order(date: Date, order: str) -> Date:
    """Return a date that may mean two days as the one it is in an order, `dmy` or `mdy`; any other as it is."""
    first, second = date.day_span, date.month_figures
    if not order or len(date.readings) != 2 or not first or not second:
        return date
    if order == ("dmy" if first.start < second.start else "mdy"):
        return date._replace(readings=date.readings[:1])
    return date._replace(readings=date.readings[1:], day_span=second, month_figures=first)


def _orders(passage: Passage) -> tuple[frozenset[str], frozenset[str]]:
    """Return in which orders the dates of source and target can only be read, where the language leaves it open."""
    return _told_orders(passage.source), _told_orders(passage.target)


def _told_orders(reading: Reading) -> frozenset[str]:
    if "/" not in reading.text or not lexis(reading.lang).order_is_open:
        return frozenset()
    pairs = [(int(match[1]), int(match[2])) for match in _ALL_FIGURES.finditer(reading.text)]
    return frozenset("dmy" if a > _MONTHS else "mdy" for a, b in pairs if min(a, b) <= _MONTHS < max(a, b))


_ALL_FIGURES = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/\d{4}(?![\d/])")
_MONTHS = 12


def _settled(notes: Iterable[tuple[frozenset[str], frozenset[str]]]) -> tuple[str, str]:
    """Return the one order that the article's dates have in source and target; empty where there is none, or two."""
    ours: set[str] = set()
    theirs: set[str] = set()
    for mine, other in notes:
        ours |= mine
        theirs |= other
    return min(ours) if len(ours) == 1 else "", min(theirs) if len(theirs) == 1 else ""


def _disagreeing(passage: Passage) -> Iterator[Report]:
    """Report a weekday that is not that of the date beside it; a mere hint where the source has it so."""
    found = passage.target.of(figures)
    if not found.weekdays or not found.dates:
        return
    for weekday in found.weekdays:
        for date in found.dates:
            actual = day_of_week(date)
            if actual is None or actual == weekday.number or not _beside(weekday.span, date.span):
                continue
            same_in_source = any(day.number == weekday.number for day in passage.source.of(figures).weekdays)
            yield Report(
                "“{date}” is a {actual}, not a {named}.",
                {
                    "date": date.span.of(passage.target.text),
                    "named": ENGLISH_DAYS[weekday.number - 1],
                    "actual": ENGLISH_DAYS[actual - 1],
                },
                target_span=weekday.span,
                severity=Severity.NEUTRAL if same_in_source else Severity.MINOR,
                evidence=(Evidence("The source says so too." if same_in_source else "", "Gregorian calendar"),),
            )


def _beside(weekday: Span, date: Span) -> bool:
    return 0 <= date.start - weekday.end <= _NEAR or 0 <= weekday.start - date.end <= _NEAR


def day_of_week(date: Date) -> int | None:
    """Return the ISO number of a complete date's weekday; None where it is open which day is meant."""
    if len(date.readings) > 1 or not all(date.readings[0]):
        return None
    try:
        return calendar_date(*date.readings[0]).isoweekday()
    except ValueError:
        return None


def _repaired(ours: Date, theirs: Date, target: str, tables: Lexis) -> tuple[Suggestion, ...]:
    """Put the source's day, month and year in the places the translation has for them."""
    year, month, day = ours.readings[0]
    other_year, other_month, other_day = theirs.readings[0]
    swaps: list[tuple[Span, str]] = []
    if day != other_day:
        if not day or theirs.day_span is None:
            return ()
        if (fix := _day(day, theirs, target, tables)) is None:
            return ()
        swaps.append(fix)
    if year and theirs.year_span and not same_year(year, other_year):
        swaps.append((theirs.year_span, in_script(str(year), theirs.year_span.of(target))))
    if month != other_month:
        place = theirs.month_span or theirs.month_figures
        if not month or place is None:
            return ()
        told = place.of(target)
        if theirs.month_span:
            name = sibling(tables.table.get("month_names", []), told, month - 1)
        else:
            name = in_script(f"{month:02}" if len(told) == 2 and told[0] in _ZEROS else str(month), told)
        if name is None:
            return ()
        swaps.append((place, name))
    text = target
    for span, replacement in sorted(swaps, reverse=True):
        text = text[: span.start] + replacement + text[span.end :]
    end = len(text) - (len(target) - theirs.span.end)
    return (Suggestion(text[theirs.span.start : end], theirs.span),) if swaps else ()


def _day(day: int, theirs: Date, target: str, tables: Lexis) -> tuple[Span, str] | None:
    """Return what has to stand where the translation tells its day, in words or figures as there."""
    place = theirs.day_span
    if place is None:
        return None
    told = place.of(target)
    if theirs.day_in_words:
        # The first is no number like the others in many languages: el uno de mayo, el primero de mayo.
        words = in_words(day, told, tables) if day > 1 else None
        return (place, words) if words else None
    if theirs.month_figures:
        return place, in_script(f"{day:02}" if len(told) == 2 and told[0] in _ZEROS else str(day), told)
    if tables.lang not in ("en", "fr"):
        return place, in_script(str(day), told)
    ending = _ORDINAL.match(target, place.end)
    new = ""
    if tables.lang == "fr":
        new = "er" if day == 1 else ""
    elif ending:
        new = "th" if 10 < day < 20 else _ENGLISH_ORDINALS.get(day % 10, "th")
    return Span(place.start, ending.end() if ending else place.end), f"{day}{new}"


_ZEROS = frozenset("0０٠")
_ORDINAL = re.compile(r"(?:st|nd|rd|th|er)\b")
_ENGLISH_ORDINALS = {1: "st", 2: "nd", 3: "rd"}


def _told(date: Date) -> str:
    """Return what a date says for the editor: as ISO 8601 writes it, or in words where it names no year."""
    year, month, day = date.readings[0]
    parts = [f"{name} {number}" for name, number in (("month", month), ("day", day)) if number]
    return iso(date) if year else ", ".join(parts)


def iso(date: Date) -> str:
    """Return a date as ISO 8601 writes it, with dashes for parts not told (as in `--03-05`)."""
    year, month, day = date.readings[0]
    return f"{f'{year:04}' if year else '-'}-{f'{month:02}' if month else '-'}{f'-{day:02}' if day else ''}"


_ID = "dates"

CHECK = Check(
    id=_ID,
    title="Dates",
    category=Category.DATE_TIME,
    severity=Severity.CRITICAL,
    find=find,
    survey=Survey(_orders, _settled),
    description=(
        "Compares dates by day, month and year, in whatever order and script they are written, and the days of "
        "the week; a weekday that does not fit its date is a hint."
    ),
    examples=(
        Example("en", "es", "The vote is on 5 March.", "La votación es el 5 de mayo.", "5 de mayo", "5 de marzo"),
        Example("zh", "en", "当地时间6月1日重新开放。", "It reopened on June 3, local time.", "June 3", "June 1"),
        Example("de", "en", "Am Montag tagt der Rat.", "The council meets on Tuesday.", "Tuesday", "Monday"),
        Example("en", "ru", "He came on 3 April 2020.", "Он приехал 3 мая 2020 года.", "3 мая 2020", "3 апреля 2020"),
        Example("de", "en", "Es soll im Juni laufen.", "It is to run in July.", "July", "June"),
        Example("fr", "en", "Il reviendra en mai.", "He will return in March.", "March", "May"),
        Example("ja", "en", "10月16日（木）に開かれる。", "It opens on Tuesday, 16 October.", "Tuesday", "Thursday"),
        Example("de", "en", "Zusage für März, Lieferung bis April.", "Promised in March, delivered by April."),
        Example("en", "fr", "May they return in March.", "Puissent-ils revenir en mars."),
        Example("en-US", "de", "The report of 3/5/2024.", "Der Bericht vom 5.3.2024."),
        Example("en-US", "de", "The report of 3/5/2024.", "Der Bericht vom 3.5.2024.", "3.5.2024", "5.3.2024"),
        Example("en", "de", "The report of 3/5/2024.", "Der Bericht vom 3.5.2024."),
        Example("en", "de", "Reports of 3/25/2024 and 3/5/2024.", "Berichte vom 25.3.2024 und 3.5.2024.", "3.5.2024"),
        Example("en", "de", "Only 12 guests came on 5 May.", "Am 12. Mai kamen nur 5 Gäste.", "12. Mai", "5. Mai"),
        Example("en", "ar", "on 5 March 2024", "في ٥ آذار ٢٠٢٤"),
        Example("de", "en", "Am 5. Mai wird gewählt.", "The vote is on 6 May.", "6 May", "5 May"),
        Example("ja", "en", "令和2年5月3日に始まった。", "It began on May 3, 2020."),
        Example("en", "pl", "The vote is in March.", "Głosowanie odbędzie się w marcu."),
        Example("fr", "en", "depuis le 11 septembre 2001", "since 11 September 2001"),
    ),
)
