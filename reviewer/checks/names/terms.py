"""Checks that the terms of the project's termbase are used."""

from collections.abc import Iterator

from reviewer.checks.check import Check, Passage, Report
from reviewer.lexicon.termbase import Concept, Form, Match, Status, Termbase, termbase
from reviewer.model.errors import InputError
from reviewer.model.finding import Category, Evidence, Finding, Severity, Suggestion
from reviewer.model.span import Span

SETTING = "termbase"
"""Key in `Article.settings`: a `Termbase`, or the path of a TBX or CSV file."""


def terms_of(passage: Passage) -> Termbase | None:
    """Return the project's termbase, None where it has none or it cannot be read."""
    try:
        return termbase(passage.article.settings.get(SETTING))
    except InputError:
        # The settings page says so; a check has no way to.
        return None


_OF_NAMES_AND_WORDS = frozenset(
    (Category.ENTITY, Category.INCONSISTENCY, Category.SPELLING, Category.UNTRANSLATED, Category.DO_NOT_TRANSLATE)
)


def without_overruled(passage: Passage, findings: list[Finding]) -> list[Finding]:
    """Return findings without those about names and words on which the project's termbase has the say."""
    terms = terms_of(passage) if findings else None
    if terms is None:
        return findings
    source, target = passage.source, passage.target
    ours = [m.span for m in terms.matches(source.text, source.lang) if m.concept.said_in(target.lang)]
    theirs = [m.span for m in terms.matches(target.text, target.lang)]
    return [finding for finding in findings if not _is_overruled(finding, ours, theirs)]


def _is_overruled(finding: Finding, ours: list[Span], theirs: list[Span]) -> bool:
    if finding.check == CHECK.id or finding.category not in _OF_NAMES_AND_WORDS:
        return False
    # What is said of more than the term (a name beside it, a whole sentence) stays said.
    return _is_within(finding.source_span, ours) or _is_within(finding.target_span, theirs)


def _is_within(span: Span | None, terms: list[Span]) -> bool:
    return span is not None and any(term.start <= span.start and span.end <= term.end for term in terms)


def find(passage: Passage) -> Iterator[Report]:
    """Report forms the termbase forbids, and terms whose form for the target language is not there."""
    terms = terms_of(passage)
    if terms is None or not passage.target.text.strip():
        return
    source, target = passage.source, passage.target
    met = {match.concept.id: match for match in terms.matches(target.text, target.lang)}
    told: set[str] = set()
    for match in terms.matches(source.text, source.lang):
        concept = match.concept
        wanted = [form for form in concept.said_in(target.lang) if form.status != Status.DEPRECATED]
        if not wanted or concept.id in told:
            continue
        told.add(concept.id)
        there = met.get(concept.id)
        if there is None:
            yield _missing(match, wanted[0], concept)
        elif there.form.status == Status.DEPRECATED:
            yield _forbidden(there, match, wanted[0], concept)


def _missing(match: Match, wanted: Form, concept: Concept) -> Report:
    return Report(
        "{term} should be “{wanted}” here.",
        {"term": match.form.text, "wanted": wanted.text},
        source_span=match.span,
        evidence=_evidence(match, wanted, concept),
    )


def _forbidden(there: Match, match: Match, wanted: Form, concept: Concept) -> Report:
    return Report(
        "“{found}” must not be used for {term}; it is “{wanted}”.",
        {"found": there.form.text, "term": match.form.text, "wanted": wanted.text},
        source_span=match.span,
        target_span=there.span,
        suggestions=(Suggestion(wanted.text, there.span),),
        evidence=_evidence(match, wanted, concept),
        severity=Severity.MAJOR,
    )


def _evidence(match: Match, wanted: Form, concept: Concept) -> tuple[Evidence, ...]:
    text = f"{match.form.text} ({match.form.language}): {wanted.text} ({wanted.language})"
    return (Evidence(f"{text}. {concept.note}".strip(), "termbase"),)


CHECK = Check(
    id="terms",
    title="Terms",
    category=Category.TERMINOLOGY,
    severity=Severity.MINOR,
    description="Every term of the termbase must stand in the translation in a form it allows, inflected or not.",
    find=find,
    examples=(),
)
