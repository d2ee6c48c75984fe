"""Finds hyphens that stand for dashes, and hyphens set like dashes."""

import re
from collections.abc import Iterator

from reviewer.checks.check import Check, Example, Passage, Report
from reviewer.model.finding import Category, Severity, Suggestion
from reviewer.model.span import Span
from reviewer.text.languages import primary, script
from reviewer.text.scripts import CASED

_DASH = re.compile("[–—―－⸺～]|--|- | -")
"""What in a source a dash may stand for."""
_LIKE_A_DASH = re.compile("[-–—―－⸺~～:：;；→・|/]")
_DOUBLED = re.compile(r"(?<=\w)(?P<mark>(?P<before> ?)(?<!-)--(?!-)(?P<after> ?))(?=[\w\"“'‘(])")
_COMPOUND = re.compile(r"(?<=[a-z])(?P<mark> - )(?=[a-z])")
_RUN_ON = re.compile(
    r"(?<![-\w])[A-Za-z]{3,}(?P<mark>-)(?=(?:it|we|they|which|those|each|the|this|that|these|i|he|she|you|there|its|our|"
    r"their|who|what|when|how|is|are|was|were) )"
)
"""A word and, behind a hyphen, one that no English compound of two words ends in. Not `over-the-counter`."""


def find(passage: Passage) -> Iterator[Report]:
    """Report two hyphens for a dash, a hyphen that joins clauses, and a compound spaced as clauses are."""
    text, source = passage.target.text, passage.source.text
    if "-" not in text or script(passage.target.lang) not in CASED:
        return
    if "--" in text and "--" not in source:
        for match in _DOUBLED.finditer(text):
            span = Span(*match.span("mark"))
            dash = " – " if match["before"] or match["after"] else "—"
            yield Report(
                "Two hyphens stand for a dash here.", target_span=span, suggestions=(Suggestion(dash, span, "a dash"),)
            )
    if primary(passage.target.lang) != "en":
        return
    if _DASH.search(source):
        for match in _RUN_ON.finditer(text):
            span = Span(*match.span("mark"))
            yield Report(
                "The hyphen in “{words}” joins what the source parts by a dash.",
                {"words": _around(text, span)},
                target_span=span,
                suggestions=(Suggestion("—", span, "a dash"),),
            )
    if " - " in text and not _LIKE_A_DASH.search(source):
        for match in _COMPOUND.finditer(text):
            span = Span(*match.span("mark"))
            yield Report(
                "“{words}”: no dash stands here in the source, and a hyphen has no spaces.",
                {"words": _around(text, span)},
                target_span=span,
                suggestions=(Suggestion("-", span, "close up"),),
            )


def _around(text: str, span: Span) -> str:
    """Return the mark with the words it stands between."""
    return text[: span.start].split(" ")[-1] + span.of(text) + text[span.end :].split(" ")[0]


CHECK = Check(
    id="dashes",
    title="Hyphens and dashes",
    category=Category.PUNCTUATION,
    severity=Severity.MINOR,
    find=find,
    description="Two hyphens where a dash belongs and the source has no such makeshift; in English also a hyphen that "
    "joins two clauses (`the next years-it will`), and one with spaces within a compound (`long - term`).",
    examples=(
        Example("zh", "en", "我喜欢它——真的。", "I like it--really.", "--", "—"),
        Example("zh", "en", "我喜欢它——真的。", "I like it -- really.", " -- ", " – "),
        Example("de", "fr", "Er kam – endlich.", "Il est venu -- enfin.", " -- ", " – "),
        Example("en", "de", "He came -- at last.", "Er kam -- endlich."),
        Example("de", "en", "Nutze die Option --hilfe.", "Use the option --help."),
        Example("zh", "en", "新华社北京2月10日电", "BEIJING, Feb. 10 (Xinhua) -- It rained."),
        Example("zh", "en", "几年里不会被超越——它将用来检测。", "It will last for years-it will detect it.", "-", "—"),
        Example("zh", "en", "非处方药——便宜。", "Over-the-counter drugs, know-it-alls and a catch-all are cheap."),
        Example("de", "en", "Ein Alleskönner kam.", "A do-it yourself man came."),
        Example("zh", "en", "这是长期的压力。", "This is long - term stress.", " - ", "-"),
        Example("de", "en", "Er kam – endlich.", "He came - at last."),
        Example("ja", "en", "東京：新しい店", "Tokyo: new shops - open now"),
        Example("zh", "ar", "他来了——终于。", "جاء -- أخيرا."),
    ),
)
