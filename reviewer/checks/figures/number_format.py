"""Numbers whose separators mean something else in the language of the translation."""

import re
from collections.abc import Iterator

from reviewer.checks.check import Check, Example, Passage, Report
from reviewer.checks.figures.numbers import written
from reviewer.model.finding import Category, Evidence, Severity, Suggestion
from reviewer.model.span import Span
from reviewer.text.figures.lexis import lexis
from reviewer.text.figures.number_writing import rewritten
from reviewer.text.figures.pairs import paired
from reviewer.text.figures.quantity import Quantity
from reviewer.text.languages import primary

_GROUPED = re.compile(r"[.,٫]\d{3}(?!\d)")


def find(passage: Passage) -> Iterator[Report]:
    """Report numbers that agree only if one side is read against its language's convention, and long bare ones."""
    target = passage.target.text
    if primary(passage.target.lang) == "en":
        yield from _bare(passage)
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


_BARE = re.compile(r"(?<![\w.,/:#&+=@$€£¥°~–-])[1-9]\d{4,6}(?= -{1,2} |-? ?[a-z])")
"""An English number of five digits and more in a row with a word behind it that it may count."""
_CODE = re.compile(r"(?:[A-Z]|\b[Nn]o\.?|[Cc]ode|[Pp]ort|[Bb]ox|[Rr]oom|[Mm]odel|[Nn]umber|version)\Z")
"""What stands before a number that names something and counts nothing: GB/T 13000, No. 10115."""


def _bare(passage: Passage) -> Iterator[Report]:
    """Yield long numbers without marks for thousands (The Chicago Manual of Style, 9.54), as the source may have."""
    for match in _BARE.finditer(passage.target.text):
        before = passage.target.text[: match.start()].rstrip()
        if not _CODE.search(before) and not before.rpartition(" ")[2].isupper():
            span = Span(*match.span())
            fix = f"{int(match[0]):,}"
            yield Report(
                "English parts the thousands of “{found}”: {fix}.",
                {"found": match[0], "fix": fix},
                target_span=span,
                suggestions=(Suggestion(fix, span),),
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
        "is one thousand two hundred thirty-four in German and a little more than one in English. Long numbers of "
        "English texts have marks for their thousands."
    ),
    examples=(
        Example("zh", "en", "从150万增至450万。", "It grew from 1.5 to 4.5 million."),
        Example("de", "en", "Es kamen 1.234 Gäste.", "1.234 guests came.", "1.234", "1,234"),
        Example("en", "de", "1,500 people came.", "1,500 Menschen kamen.", "1,500", "1.500"),
        Example("de", "en", "Es kamen 1.234 Gäste.", "1,234 guests came."),
        Example("zh", "en", "4万年前，我们在画画。", "We painted 40000 years ago.", "40000", "40,000"),
        Example("zh", "en", "4千年前，我们在画画。", "We painted 4000 years ago."),
        Example("zh", "en", "GB/T 13000 的字符", "The GB/T 13000 characters and No. 10115 of PO Box 20000 are here."),
        Example("en", "fr", "1,500 people came.", "1 500 personnes sont venues."),
        Example("en", "de-CH", "1,500 people came.", "1’500 Menschen kamen."),
    ),
)
