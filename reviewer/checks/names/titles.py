"""Checks that a title or office stands with the person it stands with in the source."""

from collections.abc import Iterator
from typing import NamedTuple

from reviewer.checks.check import Check, Example, Passage, Report
from reviewer.checks.names.pairs import compare
from reviewer.lexicon.titles import title_before, title_behind
from reviewer.model.finding import Category, Evidence, Severity
from reviewer.model.span import Span
from reviewer.text.reading import Reading


class _Person(NamedTuple):
    source: Span
    target: Span
    here: frozenset[str]
    """What the source calls the person: ways to read one title."""
    there: frozenset[str]
    """What the translation does."""


def find(passage: Passage) -> Iterator[Report]:
    """Report people whom the translation gives another one's title."""
    source, target = passage.source, passage.target
    people = [*_titled(source, target)]
    for person in people:
        if person.here & person.there:
            continue
        moved = any(person.there & other.here for other in people if other is not person)
        yield Report(
            "{name} has been given another person’s title."
            if moved
            else "{name} seems to have another title in the source.",
            {"name": person.target.of(target.text)},
            source_span=person.source,
            target_span=person.target,
            severity=Severity.MAJOR if moved else Severity.NEUTRAL,
            evidence=(
                Evidence(
                    f"Source: {_names(person.here)}; translation: {_names(person.there)}.", "this project's lists"
                ),
            ),
        )


def _names(titles: frozenset[str]) -> str:
    return " or ".join(sorted(title.replace("-", " ") for title in titles))


def _titled(source: Reading, target: Reading) -> Iterator[_Person]:
    """Yield the people found on both sides who have a title there, first name and surname as one.

    Whatever has a title counts as one: many a surname is a place, too.
    """
    found: list[tuple[Span, Span]] = []
    for fate in compare(source.text, source.lang, target.text, target.lang).sources:
        name = fate.name
        if fate.at is None:
            continue
        here, there = name.span, fate.at
        if found and source.text[found[-1][0].end : here.start] in (" ", "-", "·"):
            before = found.pop()
            here = Span(before[0].start, here.end)
            there = Span(min(before[1].start, there.start), max(before[1].end, there.end))
        found.append((here, there))
    for here, there in found:
        if (ours := _titles(source, here)) and (theirs := _titles(target, there)):
            yield _Person(here, there, ours, theirs)


def _titles(reading: Reading, span: Span) -> frozenset[str]:
    return title_behind(reading.text, span.end, reading.lang) or title_before(reading.text, span.start, reading.lang)


CHECK = Check(
    id="titles",
    title="Titles of people",
    category=Category.ENTITY,
    severity=Severity.MAJOR,
    description=(
        "Where two people change titles in translation (President A met Chancellor B), both are reported. A title "
        "that merely differs is a hint: offices seldom match between countries."
    ),
    find=find,
    examples=(
        Example(
            "de",
            "en",
            "Präsident Trump traf Kanzler Scholz.",
            "Chancellor Trump met President Scholz.",
            "Trump",
        ),
        Example("de", "en", "Präsident Trump traf Kanzler Scholz.", "President Trump met Chancellor Scholz."),
        Example(
            "en",
            "fr",
            "Senator Maria Kowalska thanked Governor Peter Brandt.",
            "Le gouverneur Maria Kowalska a remercié le sénateur Peter Brandt.",
            "Peter Brandt",
        ),
        Example("en", "fr", "Governor Peter Brandt spoke.", "Le gouverneur Peter Brandt a parlé."),
        Example(
            "en",
            "ru",
            "President Putin spoke with Chancellor Merkel.",
            "Канцлер Путин говорил с президентом Меркель.",
            "Путин",
        ),
        Example("en", "ru", "President Putin called Merkel.", "Президент Путин позвонил Меркель."),
    ),
)
