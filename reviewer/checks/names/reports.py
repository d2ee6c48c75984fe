"""Turns what became of the names of a passage into reports, for the checks of places, people, organisations."""

from collections.abc import Iterator
from functools import lru_cache

from reviewer.checks.check import Passage, Report
from reviewer.checks.names.fates import NamePair
from reviewer.checks.names.pairs import compare_in_article
from reviewer.checks.names.problems import FOLLOWED, Group, Problem, problems
from reviewer.checks.names.sides import Side
from reviewer.checks.names.witness import Facts, facts_of
from reviewer.lexicon.gazetteer import Kind, gazetteer
from reviewer.lexicon.naming import Name, Sort
from reviewer.lexicon.spelling import speller
from reviewer.model.finding import Evidence, Severity, Suggestion
from reviewer.model.span import Span
from reviewer.text.figures.quantity import Figures
from reviewer.text.figures.reading import figures
from reviewer.text.languages import is_read_in, primary

_SURE = 0.65
"""From here a name on one side alone is reported, below it is a hint."""
_HINT = 0.4
_NONE: frozenset[str] = frozenset()


@lru_cache(maxsize=8)
def _compared(
    source: str, source_lang: str, target: str, target_lang: str, inflected: frozenset[str], home: frozenset[str]
) -> tuple[NamePair, list[Problem]]:
    """Compare a passage once for the checks of places, people and organisations."""
    pair = compare_in_article(source, source_lang, target, target_lang, inflected, home)
    return pair, problems(pair)


def reports(passage: Passage, sorts: frozenset[Sort]) -> Iterator[Report]:
    """Yield what is to be said about names of some sorts."""
    facts = facts_of(passage.article)
    if not passage.target.text.strip():
        return
    texts = (passage.source.text, passage.source.lang, passage.target.text, passage.target.lang)
    pair, found = _compared(*texts, facts.inflected if facts else _NONE, facts.home if facts else _NONE)
    for problem in found:
        if problem.sort in sorts and not _names_a_unit(problem, passage):
            report = _report(problem, pair, facts, passage.segment)
            if report is not None:
                yield report


def _names_a_unit(problem: Problem, passage: Passage) -> bool:
    """Say whether a name is that of a unit or a month, which the checks of numbers and dates compare.

    Degrees Celsius are told in other units without being another person.
    """
    return any(
        group is not None and any(span.overlaps(group.span) for span in _units_and_months(side.of(figures)))
        for group, side in ((problem.source, passage.source), (problem.target, passage.target))
    )


def _units_and_months(told: Figures) -> Iterator[Span]:
    spans = [*(q.unit_span for q in told.quantities), *(date.month_span for date in told.dates)]
    return filter(None, spans)


def _report(problem: Problem, pair: NamePair, facts: Facts | None, segment: str) -> Report | None:
    doubtful = pair.source.unspaced or pair.target.unspaced
    if problem.source and problem.target:
        return _replaced(problem.source, problem.target, pair, facts, doubtful)
    group = problem.source or problem.target
    assert group
    if group.sureness < _HINT:
        return None
    severity = _alone(group, problem.source is not None, pair, doubtful)
    told = facts is not None and facts.vouches_for(group.first.key, segment)
    if problem.target and ((pair.source.ideographs and told) or _is_home(group.first, pair.source.lang)):
        # Chinese and Japanese leave unsaid whom they speak of, any language its own country; the translation says it.
        severity = Severity.NEUTRAL
    if problem.source and _is_around_another(group, pair):
        severity = Severity.NEUTRAL
    if problem.source:
        name, written = group.first, group.span.of(pair.source.text)
        called = _called(name, pair.target.lang)
        return Report(
            "{name} is missing in the translation."
            if called in ("", written)
            else "{name} ({called}) is missing in the translation.",
            {"name": written, "called": called},
            source_span=group.span,
            severity=severity,
            evidence=_known(name, pair.source),
        )
    return Report(
        "“{found}” is not in the source.",
        {"found": group.span.of(pair.target.text)},
        target_span=group.span,
        severity=severity,
        evidence=_known(group.first, pair.target),
    )


_COUNTRY_FIRST = frozenset(("ja", "ko", "zh"))
"""Languages that put the country right before a place in it (미국 텍사스), which others leave out where it is known."""


def _is_around_another(group: Group, pair: NamePair) -> bool:
    """Say whether a missing name is a country's, right before a place in it that is there."""
    numbers = group.first.meanings if primary(pair.source.lang) in _COUNTRY_FIRST else ()
    countries = {place.country for place in map(gazetteer().place, numbers) if place.kind == Kind.COUNTRY}
    if not countries:
        return False
    behind = [(fate.name.start, fate.name.meanings) for fate in pair.sources if fate.found]
    behind += [(fate.at.start, fate.name.meanings) for fate in pair.targets if fate.at is not None]
    return any(
        0 <= start - group.span.end <= 1 and any(gazetteer().place(number).country in countries for number in meanings)
        for start, meanings in behind
    )


def _is_home(name: Name, lang: str) -> bool:
    """Say whether a name is that of the country whose readers a text is written for, which they need not be told."""
    return name.sort in (Sort.PLACE, Sort.DEMONYM) and any(
        place.kind == Kind.COUNTRY and is_read_in(lang, place.country)
        for place in map(gazetteer().place, name.meanings)
    )


def _alone(group: Group, missing: bool, pair: NamePair, doubtful: bool) -> Severity:
    """Say how grave it is that names stand on one side only.

    Translators add names that data does not know (an office spelt out, a word in capitals), and spell out
    acronyms: those are hints. A name they leave out is worse.
    """
    sort, sureness = group.first.sort, group.sureness
    if sort == Sort.ACRONYM:
        told = sureness >= FOLLOWED and (_spelt_out_nowhere(pair) if missing else _is_news(group.first, pair))
        return Severity.MINOR if told else Severity.NEUTRAL
    single = sum(fate.sureness >= _HINT for fate in group.fates) == 1
    if sort == Sort.UNKNOWN and single:
        if _is_adjective(group.first, pair.source.lang if missing else pair.target.lang):
            return Severity.NEUTRAL
        if not missing and (not _foreign(group.first, pair) or _spells_out(group.first, pair)):
            return Severity.NEUTRAL
    alike = missing and sort == Sort.UNKNOWN and (pair.source.script == pair.target.script or _is_latin(group, pair))
    both_heard = pair.source.script != pair.target.script
    if (missing or both_heard) and sort == Sort.UNKNOWN and not (pair.source.unspaced or pair.target.unspaced):
        sureness = max(sureness, group.together)
    if sureness < (FOLLOWED if alike else _SURE):
        return Severity.NEUTRAL
    return Severity.MAJOR if sureness >= 0.95 and not doubtful else Severity.MINOR


def _is_latin(group: Group, pair: NamePair) -> bool:
    """Say whether names stand in Latin letters in a text of another script, and so should in one of Latin letters."""
    return pair.target.script == "Latn" and all(fate.name.text.isascii() for fate in group.fates)


def _is_news(acronym: Name, pair: NamePair) -> bool:
    """Say whether an acronym cannot be what the source spells out; ideographs spell out most of them."""
    return len(acronym.text) > 2 and not pair.source.ideographs


def _foreign(name: Name, pair: NamePair) -> bool:
    """Say whether a word of the translation surely is a name: no dictionary has it as an ordinary word.

    Among German compounds that is not enough.
    """
    dictionary = speller(pair.target.lang)
    if not pair.source.unspaced and (name.weight < FOLLOWED or dictionary is None or primary(pair.target.lang) == "de"):
        return False
    return dictionary is None or not dictionary.knows(name.text.lower())


def _spells_out(name: Name, pair: NamePair) -> bool:
    """Say whether a name may be part of what an acronym of the source stands for: Bundestag, MdB."""
    return any(
        not fate.found and fate.name.sort == Sort.ACRONYM and name.text[0] in fate.name.text for fate in pair.sources
    )


def _is_adjective(name: Name, lang: str) -> bool:
    """Say whether a word is an English one with a capital that is made of a name: Siamese."""
    dictionary = speller(lang) if primary(lang) == "en" and name.key.endswith(_ADJECTIVES) else None
    return dictionary is not None and dictionary.knows(name.text)


_ADJECTIVES = ("an", "ese", "esque", "ic", "ish", "ism", "ist", "ite", "s")
"""Endings of English words with a capital that are made of names and need not be names in the source: Lutheran."""


def _spelt_out_nowhere(pair: NamePair) -> bool:
    """Say whether the target has no capitals that could be what an acronym stands for, and would have."""
    return (
        not pair.target.unspaced
        and primary(pair.target.lang) != "de"
        and all(token.key in pair.source.keys for token in pair.target.tokens if token.capital and not token.first)
    )


def _replaced(missing: Group, added: Group, pair: NamePair, facts: Facts | None, doubtful: bool) -> Report:
    name = missing.first
    called = _called(name, pair.target.lang)
    if not called and pair.source.script == pair.target.script and name.sort in (Sort.UNKNOWN, Sort.ACRONYM):
        called = missing.span.of(pair.source.text)
    said = added.span.of(pair.target.text)
    together = missing.sureness + added.sureness
    severity = Severity.CRITICAL if together >= 1.2 else Severity.MAJOR
    if name.sort == Sort.ACRONYM:
        # Most acronyms are translated or spelt out, and no data can know them all.
        severity = Severity.NEUTRAL
    elif doubtful:
        severity = Severity.MAJOR if together >= 1.2 else Severity.MINOR
    evidence = _known(name, pair.source)
    if facts is not None and called:
        times, here = facts.times(called), facts.times(said)
        if times:
            evidence += (
                Evidence(f"The article has “{called}” {_times(times)}, “{said}” {_times(here)}.", "this article"),
            )
    return Report(
        "“{found}” stands where the source has {name}.",
        {"found": said, "name": _shown(missing, called, pair)},
        source_span=missing.span,
        target_span=added.span,
        severity=severity,
        suggestions=(Suggestion(called, added.span),) if called else (),
        evidence=evidence,
    )


def _shown(missing: Group, called: str, pair: NamePair) -> str:
    """Return what the source has, in another script with what the target language calls it."""
    written = missing.span.of(pair.source.text)
    if not called or pair.source.script == pair.target.script:
        return called if called and not missing.first.exact else written
    return f"{written} ({called})"


def _times(count: int) -> str:
    return {0: "never", 1: "once", 2: "twice"}.get(count, f"{count} times")


def _best(name: Name) -> int | None:
    """Return the likeliest of what a name can mean: a country, else the most populous place."""
    return max(name.meanings, key=_prominence, default=None)


def _prominence(number: int) -> tuple[bool, bool, int]:
    place = gazetteer().place(number)
    return place.kind <= Kind.CONTINENT, not place.kind.geographic, place.population


def _called(name: Name, lang: str) -> str:
    """Return what the target language calls a name, or empty where that is not known."""
    best = _best(name)
    if best is None or name.sort not in (Sort.PLACE, Sort.ORGANISATION, Sort.PERSON):
        return ""
    return gazetteer().name(best, lang)


_KINDS = {
    Kind.COUNTRY: "country",
    Kind.CONTINENT: "part of the world",
    Kind.REGION: "region",
    Kind.CITY: "city",
    Kind.WATER: "water",
    Kind.MOUNTAIN: "mountains",
    Kind.ORGANISATION: "organisation",
    Kind.PERSON: "person",
}


def _known(name: Name, side: Side) -> tuple[Evidence, ...]:
    """Say what the gazetteer knows of a name."""
    best = _best(name)
    if best is None:
        return ()
    place = gazetteer().place(best)
    kind = _KINDS.get(place.kind)
    if kind is None:
        return ()
    base = gazetteer().name(best, side.lang) or gazetteer().name(best, "en")
    where = gazetteer().territory(place.country) if place.kind in (Kind.CITY, Kind.REGION) else None
    country = gazetteer().name(where.number, "en") if where else ""
    detail = f"{kind}, {country}" if country else kind
    source = "this project's lists" if not place.kind.geographic else "GeoNames" if place.kind == Kind.CITY else "CLDR"
    return (Evidence(f"“{name.text}” is {base} ({detail}).", source),)
