"""Numbers whose separators mean something else in the language of the translation."""

import re
from collections.abc import Iterator

from reviewer.checks.check import Check, Example, Passage, Report
from reviewer.checks.numbers import written
from reviewer.model.finding import Category, Evidence, Severity, Suggestion
from reviewer.text.figure_pairs import paired
from reviewer.text.lexis import lexis
from reviewer.text.number_writing import rewritten
from reviewer.text.quantity import Quantity

_GROUPED = re.compile(r"[.,٫]\d{3}(?!\d)")


def find(passage: Passage) -> Iterator[Report]:
    """Report the numbers that agree only if one side is read against its language's convention."""
    target = passage.target.text
    for ours, theirs in paired(passage.source, passage.target).quantities:
        if ours.value == theirs.value or not theirs.numeral or ours.code or ours.scale != theirs.scale != 1:
            continue
        if ours.value >= 1000 * theirs.value and not _GROUPED.search(theirs.numeral.of(target)):
            continue  # the scale stands behind the last number of a range: from 1.5 to 4.5 million
        if ours.value in theirs.readings and len(theirs.readings) == 2 and marked(theirs, target):
            fix = rewritten(ours.value, theirs, target, lexis(passage.target.lang))
            yield Report(
                "“{target}” reads as {reading} in this language; the source means {meant}.",
                {"target": theirs.span.of(target), "reading": written(theirs.value), "meant": written(ours.value)},
                ours.span,
                theirs.span,
                (Suggestion(fix, theirs.span),) if fix else (),
                (Evidence("decimal and group marks by language", "CLDR 48"),),
            )


def marked(quantity: Quantity, text: str) -> bool:
    """Say whether the digits hold a stop or comma, so that convention decides their value."""
    return quantity.numeral is not None and any(mark in quantity.numeral.of(text) for mark in ".,٫")


CHECK = Check(
    id="number-format",
    title="Decimal and thousands marks",
    category=Category.NUMBER_FORMAT,
    severity=Severity.MINOR,
    find=find,
    description=(
        "A number copied with the separators of the source may mean a thousand times as much or as little: 1.234 "
        "is one thousand two hundred thirty-four in German and a little more than one in English."
    ),
    examples=(
        Example("zh", "en", "从150万增至450万。", "It grew from 1.5 to 4.5 million."),
        Example("de", "en", "Es kamen 1.234 Gäste.", "1.234 guests came.", "1.234", "1,234"),
        Example("en", "de", "1,500 people came.", "1,500 Menschen kamen.", "1,500", "1.500"),
        Example("de", "en", "Es kamen 1.234 Gäste.", "1,234 guests came."),
        Example("en", "fr", "1,500 people came.", "1 500 personnes sont venues."),
        Example("en", "de-CH", "1,500 people came.", "1’500 Menschen kamen."),
    ),
)
