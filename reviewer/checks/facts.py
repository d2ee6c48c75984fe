"""What a passage tells: its names, numbers, dates and quotations, each with what stands for it in the translation."""

from collections.abc import Iterator

from reviewer.checks.check import Passage
from reviewer.checks.figures.dates import iso
from reviewer.checks.names.pairs import compare, compare_in_article
from reviewer.checks.names.problems import problems
from reviewer.checks.names.terms import terms_of
from reviewer.checks.names.witness import ACCEPTED, facts_of, row_key
from reviewer.lexicon.naming import Sort
from reviewer.lexicon.termbase import Status
from reviewer.model.fact import Fact, FactKind
from reviewer.model.finding import Category, Finding
from reviewer.model.span import Span
from reviewer.text.figures.pairs import paired
from reviewer.text.figures.quantity import Clock, Date, Quantity, Weekday, Weight
from reviewer.text.figures.reading import figures
from reviewer.text.folding import fold
from reviewer.text.quotation_pairs import paired as paired_quotations
from reviewer.text.quotations import Kind, quotations

_KINDS = {
    Sort.PLACE: FactKind.PLACE,
    Sort.DEMONYM: FactKind.PLACE,
    Sort.PERSON: FactKind.PERSON,
    Sort.ORGANISATION: FactKind.ORGANISATION,
    Sort.ACRONYM: FactKind.ORGANISATION,
    Sort.UNKNOWN: FactKind.NAME,
}
_LEAST_WEIGHT = 0.4
"""Less surely, a capitalised word is no name worth a row."""
_SURELY_MISSING = 0.65
_KEPT_OF_QUOTATION = 120
"""A quotation is known by so many characters."""

Figure = Quantity | Date | Clock | Weekday
_FigurePairs = list[tuple[Figure | None, Figure | None]]


def facts_in(passage: Passage) -> tuple[Fact, ...]:
    """Return what a passage tells, in the order of the source."""
    told = list(_figures(passage))
    terms = list(_terms(passage))
    # The currency of an amount is no name beside it; a name that is a term is one thing.
    for found in (_names(passage, terms), terms):
        told += [fact for fact in found if not any(fact.source_span.overlaps(f.source_span) for f in told)]
    return tuple(sorted([*told, *_quotations(passage)], key=lambda fact: fact.source_span))


_SAID_OF_FACTS = frozenset(
    (Category.ENTITY, Category.INCONSISTENCY, Category.NUMBER, Category.DATE_TIME, Category.UNIT, Category.OMISSION)
)


def without_accepted(passage: Passage, findings: list[Finding]) -> list[Finding]:
    """Return findings without those about renderings that an editor has accepted as the article's own."""
    accepted = passage.article.settings.get(ACCEPTED)
    if not accepted or not findings:
        return findings
    facts = [fact for fact in facts_in(passage) if fold(fact.rendering) in accepted.get(fact.key, ())]
    return [finding for finding in findings if not any(_is_about(finding, fact) for fact in facts)]


def _is_about(finding: Finding, fact: Fact) -> bool:
    if finding.category not in _SAID_OF_FACTS and (fact.kind is not FactKind.QUOTATION or fact.rendering):
        return False
    if finding.target_span and fact.target_span:
        return finding.target_span.overlaps(fact.target_span)
    return finding.source_span is not None and finding.source_span.overlaps(fact.source_span)


def _names(passage: Passage, terms: list[Fact]) -> Iterator[Fact]:
    source, target = passage.source, passage.target
    if not target.text.strip():
        return
    texts = (source.text, source.lang, target.text, target.lang)
    article = facts_of(passage.article)
    pair = compare_in_article(*texts, article.inflected, article.home) if article else compare(*texts)
    found = problems(pair)
    for fate in pair.sources:
        name, at = fate.name, fate.at
        if name.weight < _LEAST_WEIGHT:
            continue
        span, wrong = name.span, False
        term = next((t for t in terms if t.source_span.start <= span.start and span.end <= t.source_span.end), None)
        if term is not None:
            at, wrong = term.target_span, term.wrong
        elif at is None:
            instead = next((p for p in found if p.source and p.source.span.overlaps(span)), None)
            if instead and instead.target:
                at, wrong = instead.target.span, True
            else:
                wrong = fate.sureness >= _SURELY_MISSING
        kind = _KINDS[name.sort]
        yield _fact(passage, row_key(name.key, name.meanings), kind, span, at, wrong=wrong)


def _terms(passage: Passage) -> Iterator[Fact]:
    """Yield the terms of the source; one is wrong where no form stands for it that the termbase allows."""
    source, target, terms = passage.source, passage.target, terms_of(passage)
    if terms is None:
        return
    there = {match.concept.id: match for match in terms.matches(target.text, target.lang)}
    for match in terms.matches(source.text, source.lang):
        if match.concept.said_in(target.lang):
            other = there.get(match.concept.id)
            wrong = other is None or other.form.status is Status.DEPRECATED
            at = other.span if other else None
            yield _fact(passage, f"term {match.concept.id}", FactKind.TERM, match.span, at, wrong=wrong)


def _figures(passage: Passage) -> Iterator[Fact]:
    pairs = paired(passage.source, passage.target)
    told = passage.source.of(figures)
    same: _FigurePairs = [*pairs.quantities, *pairs.dates, *pairs.clocks, *pairs.weekdays]
    others: _FigurePairs = [*pairs.changed, *pairs.surplus, *pairs.converted]
    others += [*pairs.changed_dates, *pairs.changed_clocks, *pairs.changed_weekdays]
    known = {ours.span: (theirs, False) for ours, theirs in same if ours}
    known.update({ours.span: (theirs, True) for ours, theirs in others if ours})
    mentioned: list[Figure] = [*told.quantities, *told.dates, *told.clocks, *told.weekdays]
    for figure in mentioned:
        theirs, wrong = known.get(figure.span, (None, False))
        if isinstance(figure, Quantity) and figure.weight < (Weight.WORD if theirs else Weight.FIGURE):
            continue
        key, kind = _key(figure)
        yield _fact(passage, key, kind, _whole(figure), _whole(theirs) if theirs else None, wrong=wrong)


def _key(figure: Figure) -> tuple[str, FactKind]:
    if isinstance(figure, Quantity):
        measure = min(figure.units | figure.money, default="")
        return f"= {figure.value:.12g} {measure}", FactKind.NUMBER
    if isinstance(figure, Date):
        return f"date {iso(figure)}", FactKind.DATE
    if isinstance(figure, Weekday):
        return f"day {figure.number}", FactKind.DATE
    return f"time {figure.minutes[0]}", FactKind.TIME


def _whole(figure: Figure) -> Span:
    """Return where a figure stands, its unit with it."""
    unit = figure.unit_span if isinstance(figure, Quantity) else None
    span = figure.span
    return Span(min(span.start, unit.start), max(span.end, unit.end)) if unit else span


def _quotations(passage: Passage) -> Iterator[Fact]:
    source, target = passage.source, passage.target
    ours, theirs = source.of(quotations), target.of(quotations)
    for one, other in paired_quotations(source.text, ours, target.text, theirs) if ours else ():
        if one is None or one.kind is not Kind.QUOTE or not one.whole or not one.inner:
            continue
        key = f"“{fold(one.inner.of(source.text))[:_KEPT_OF_QUOTATION]}"
        yield _fact(passage, key, FactKind.QUOTATION, one.inner, other.inner if other else None, wrong=other is None)


def _fact(passage: Passage, key: str, kind: FactKind, span: Span, at: Span | None, *, wrong: bool) -> Fact:
    rendering = at.of(passage.target.text) if at else ""
    return Fact(key, kind, span.of(passage.source.text), span, rendering, at, wrong)
