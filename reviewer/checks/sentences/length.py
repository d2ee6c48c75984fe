"""Finds translations far too short or too long for their source."""

from collections.abc import Iterator

from reviewer.checks.check import Check, Example, Passage, Report
from reviewer.model.finding import Category, Severity
from reviewer.model.span import Span
from reviewer.text.languages import script

_LETTERS_PER_CHARACTER = {
    "Hans": 3.7, "Hant": 3.7, "Jpan": 2.8, "Kore": 2.2, "Hebr": 1.45, "Arab": 1.25, "Ethi": 1.6,
}  # fmt: skip
"""How many letters of English a character stands for; 1 in scripts not named.

Chinese, Japanese and Hebrew: medians over professional translations of news (WMT 2023 test sets), where
German, Russian and Ukrainian come out at 0.95 to 1.1. The others are estimates.
"""

_SHORTEST = 30
"""Below this many letters a word more or less is half the text."""
_SHORT, _LONG = 0.45, 2.2
"""Of the same translations over 80 letters, fewer than one in 500 lie outside."""


def weighed_length(text: str, lang: str) -> float:
    """Return how long a text is in letters of English; what is ASCII counts as it is."""
    if text.isascii():
        return len(text)
    plain = len(text.encode("ascii", "ignore"))
    return plain + (len(text) - plain) * _LETTERS_PER_CHARACTER.get(script(lang), 1.0)


def find(passage: Passage) -> Iterator[Report]:
    """Report a target less than half, or more than twice, as long as is usual."""
    source, target = passage.source.of(weighed_length), passage.target.of(weighed_length)
    if not target or not source or max(source, target) < _SHORTEST:
        return
    ratio = target / source
    # The shorter the texts, the more a single long word matters.
    room = 1 + 12 / min(source, target)
    if ratio < _SHORT / room:
        message, category = (
            "The translation is much too short: {percent} % of the length of the source.",
            Category.OMISSION,
        )
    elif ratio > _LONG * room:
        message, category = (
            "The translation is much too long: {percent} % of the length of the source.",
            Category.ADDITION,
        )
    else:
        return
    if not any(map(str.isalpha, passage.target.text)) or not any(map(str.isalpha, passage.source.text)):
        return
    yield Report(
        message,
        {"percent": f"{100 * ratio:.0f}"},
        source_span=Span(0, len(passage.source.text)),
        target_span=Span(0, len(passage.target.text)),
        category=category,
    )


CHECK = Check(
    id="length",
    title="Suspicious length",
    category=Category.OMISSION,
    severity=Severity.MAJOR,
    find=find,
    description="The translation is less than half or more than twice as long as its source. "
    "Scripts are weighed: one Chinese character stands for nearly four letters.",
    examples=(
        Example(
            "de",
            "en",
            "Die Regierung hat am Montag beschlossen, die Steuern zu senken und mehr Geld für Schulen auszugeben.",
            "The government decided.",
            "The government decided.",
        ),
        Example(
            "zh",
            "en",
            "政府周一决定降低税收，并将更多资金用于学校和医院的建设以及教师的培训工作。",
            "The government decided.",
            "The government decided.",
        ),
        Example(
            "en",
            "de",
            "The tax is lower.",
            "Die Regierung hat am Montag beschlossen, die Steuern zu senken und mehr Geld für Schulen auszugeben.",
            "Die Regierung hat am Montag beschlossen, die Steuern zu senken und mehr Geld für Schulen auszugeben.",
        ),
        Example("en", "zh", "The government decided on Monday to lower taxes.", "政府周一决定降低税收。"),
        Example("zh", "en", "政府周一决定降低税收。", "The government decided on Monday to lower taxes."),
        Example("de", "en", "Donaudampfschifffahrt", "Danube steam shipping"),
        Example("en", "de", "OK", "In Ordnung"),
        Example("ja", "en", "ありがとうございました。", "Thanks."),
    ),
)
