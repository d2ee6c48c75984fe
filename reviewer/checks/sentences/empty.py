"""Finds paragraphs that were not translated at all."""

from collections.abc import Iterator

from reviewer.checks.check import Check, Example, Passage, Report
from reviewer.model.finding import Category, Severity
from reviewer.model.span import Span


def find(passage: Passage) -> Iterator[Report]:
    """Report a target without a letter or digit whose source has some."""
    source, target = passage.source.text, passage.target.text
    if any(map(str.isalnum, target)):
        return
    says = sum(map(str.isalnum, source))
    if not says:
        return
    # “...” for “Hm…”, “?” for “Wie?”: a sound or a word can be rendered by a sign.
    if target.strip() and says <= 4:
        return
    message = "The translation is nothing but “{mark}”." if target.strip() else "There is no translation."
    span = Span(0, len(target)) if target else None
    yield Report(message, {"mark": target.strip()}, source_span=Span(0, len(source)), target_span=span)


CHECK = Check(
    id="empty",
    title="Empty translation",
    category=Category.OMISSION,
    severity=Severity.CRITICAL,
    find=find,
    description="The translation is empty, or holds nothing but punctuation, where the source says something.",
    examples=(
        Example("de", "en", "Die Wahl ist vorbei.", "", ""),
        Example("ja", "en", "選挙は終わった。", ".", "."),
        Example("ar", "fr", "انتهت الانتخابات.", "…", "…"),
        Example("de", "en", "Die Wahl ist vorbei.", "The election is over."),
        Example("en", "de", "* * *", "* * *"),
        Example("en", "ja", "2024", "二〇二四"),
        Example("de", "en", "Hm …", "…"),
        Example("en", "de", "", ""),
    ),
)
