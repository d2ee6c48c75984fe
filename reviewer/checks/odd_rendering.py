"""Checks that a name is called the same throughout the article."""

from collections.abc import Iterator

from reviewer.checks.check import Check, Passage, Report
from reviewer.checks.witness import FACTS, facts_of, is_odd, survey
from reviewer.lexicon import demonyms
from reviewer.lexicon.naming import Sort
from reviewer.lexicon.spotting import UNSPACED
from reviewer.model.finding import Category, Evidence, Severity, Suggestion
from reviewer.text.folding import fold
from reviewer.text.inflection import bases
from reviewer.text.languages import script

_FOLLOWED = frozenset((Sort.PERSON, Sort.UNKNOWN, Sort.PLACE))


def find(passage: Passage) -> Iterator[Report]:
    """Report a rendering that the article has once, where it has another one at least twice as often."""
    facts = facts_of(passage.article)
    if facts is None or script(passage.source.lang) in UNSPACED:
        return
    for key, occurrence in facts.occurrences(passage.segment):
        if occurrence.target_span is None or occurrence.target_span.of(passage.target.text) != occurrence.rendering:
            continue
        usual, times, others = facts.usual(key)
        if times < 2 * others or times < 2 or not is_odd(occurrence.rendering, usual):
            continue
        rendering = fold(occurrence.rendering)
        if rendering in facts.accepted.get(key, ()) or facts.sort(key) not in _FOLLOWED:
            continue
        lang = passage.target.lang
        if any(demonyms.listed(form, lang) or demonyms.likely(form, lang) for form in (rendering, fold(usual))):
            continue
        if fold(usual) in bases(rendering, lang) or rendering in bases(fold(usual), lang):
            continue
        if set(bases(rendering, lang)) & set(bases(fold(usual), lang)):
            continue
        yield Report(
            "{name} is “{found}” here and “{usual}” elsewhere.",
            {"name": occurrence.source, "found": occurrence.rendering, "usual": usual},
            source_span=occurrence.source_span,
            target_span=occurrence.target_span,
            suggestions=(Suggestion(usual, occurrence.target_span),),
            evidence=(Evidence(f"“{usual}” {times} times, others {others} times.", "this article"),),
        )


CHECK = Check(
    id=FACTS,
    title="One name, one rendering",
    category=Category.INCONSISTENCY,
    severity=Severity.MINOR,
    description="A person or place that the article calls one thing throughout must not be called another once.",
    find=find,
    survey=survey,
    examples=(),
)
