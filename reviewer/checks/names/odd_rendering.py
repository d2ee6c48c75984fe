"""Checks that a name is called the same throughout the article."""

from collections.abc import Iterator

from reviewer.checks.check import Check, Passage, Report, Survey
from reviewer.checks.names.witness import FACTS, Facts, Occurrence, facts_of, known_to_data, note, stands_out
from reviewer.lexicon.naming import Sort
from reviewer.model.finding import Category, Evidence, Severity, Suggestion
from reviewer.text.languages import script
from reviewer.text.scripts import UNSPACED

_FOLLOWED = frozenset((Sort.PERSON, Sort.UNKNOWN, Sort.PLACE))


def find(passage: Passage) -> Iterator[Report]:
    """Report a rendering of a name that is not the one the article settles on."""
    facts = facts_of(passage.article)
    if facts is None or script(passage.source.lang) in UNSPACED:
        return
    for key, occurrence in facts.occurrences(passage.segment):
        if occurrence.target_span is None or occurrence.target_span.of(passage.target.text) != occurrence.rendering:
            continue
        usual, times, others = facts.usual(key)
        if not usual or facts.sort(key) not in _FOLLOWED:
            continue
        if facts.sort(key) is Sort.UNKNOWN and (known_to_data(key) or _is_followed(passage.source.text, occurrence)):
            continue  # a first name, which many people share: Алексей may be Alexey and Aleksei
        if not stands_out(occurrence.rendering, usual, passage.target.lang):
            continue
        yield Report(
            "{name} is “{found}” here and “{usual}” elsewhere.",
            {"name": occurrence.source, "found": occurrence.rendering, "usual": usual},
            source_span=occurrence.source_span,
            target_span=occurrence.target_span,
            suggestions=(Suggestion(usual, occurrence.target_span),),
            evidence=(Evidence(f"“{usual}” {_times(times)}, others {_times(others)}.", "this article"),),
        )


def _is_followed(text: str, occurrence: Occurrence) -> bool:
    """Say whether another word with a capital stands right behind a name."""
    end = occurrence.source_span.end
    return text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()


def _times(number: int) -> str:
    return "once" if number == 1 else f"{number} times"


CHECK = Check(
    id=FACTS,
    title="One name, one rendering",
    category=Category.INCONSISTENCY,
    severity=Severity.MINOR,
    description="A person or place that the article calls one thing throughout must not be called another once.",
    find=find,
    survey=Survey(note, Facts.of),
    examples=(),
)
