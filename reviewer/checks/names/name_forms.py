"""Hints at names in a form that is not the target language's: exonyms left as they were, accents lost."""

import unicodedata
from collections.abc import Iterator

from reviewer.checks.check import Article, Check, Example, Passage, Report
from reviewer.checks.names.fates import Fate, NamePair
from reviewer.checks.names.pairs import compare
from reviewer.checks.names.witness import facts_of
from reviewer.lexicon.gazetteer import Kind, gazetteer, labels
from reviewer.lexicon.naming import Sort
from reviewer.model.finding import Category, Evidence, Severity, Suggestion
from reviewer.model.span import Span
from reviewer.text.folding import fold


def find(passage: Passage) -> Iterator[Report]:
    """Report names that came over as the source writes them, or without their accents."""
    pair = compare(passage.source.text, passage.source.lang, passage.target.text, passage.target.lang)
    yield from _other_places(pair, passage.article)
    if pair.source.script != pair.target.script:
        return
    for fate in pair.sources:
        if fate.at is None or fate.name.weight < 0.4:
            continue
        report = _left_as_it_was(fate, fate.at, pair) or _accents_lost(fate, fate.at, pair)
        if report is not None:
            yield report


def _other_places(pair: NamePair, article: Article) -> Iterator[Report]:
    """Report a place by a name that in the target language is another's: Sur, in Oman, for Tyre in Lebanon."""
    shared = [fate for fate in pair.sources if fate.at and _names_cities(fate)]
    if not shared:
        return
    known = gazetteer()
    facts = facts_of(article)
    near = {known.place(n).country for fate in pair.sources for n in fate.name.meanings if _is_country(n)}
    near |= facts.home if facts else frozenset()
    for fate in shared:
        meant = [place for place in map(known.place, fate.name.meanings) if place.country in near]
        if fate.at is None or len(meant) != 1:
            continue
        found, called = fate.at.of(pair.target.text), known.name(meant[0].number, pair.target.lang)
        if fold(found) == fate.name.key:
            continue
        accepted = labels(pair.target.lang)
        others = {m.place for m in known.meanings(fold(found)) if m.language in accepted}
        if called and others and meant[0] not in others and others <= set(map(known.place, fate.name.meanings)):
            yield Report(
                "{name} is called “{called}” in the target language; “{found}” is another place.",
                {"name": fate.name.text, "called": called, "found": found},
                source_span=fate.name.span,
                target_span=fate.at,
                severity=Severity.MINOR,
                suggestions=(Suggestion(called, fate.at),),
                evidence=(
                    Evidence(f"{called}: {meant[0].country}; {found}: {next(iter(others)).country}", "GeoNames"),
                ),
            )


def _names_cities(fate: Fate) -> bool:
    name = fate.name
    if name.sort != Sort.PLACE or name.weight < 0.5 or len(name.meanings) < 2:
        return False
    return all(gazetteer().place(number).kind == Kind.CITY for number in name.meanings)


def _is_country(number: int) -> bool:
    return gazetteer().place(number).kind == Kind.COUNTRY


def _left_as_it_was(fate: Fate, at: Span, pair: NamePair) -> Report | None:
    """Report a place for which the target language has a name of its own and the source's was kept."""
    name, found = fate.name, at.of(pair.target.text)
    if name.sort != Sort.PLACE or fold(found) != name.key:
        return None
    numbers = [n for n in name.meanings if gazetteer().place(n).kind in (Kind.COUNTRY, Kind.CITY, Kind.WATER)]
    best = max(numbers, key=lambda number: gazetteer().place(number).population, default=None)
    if best is None:
        return None
    called = gazetteer().name(best, pair.target.lang)
    if fold(gazetteer().name(best, pair.source.lang)) != name.key or fold(called) in ("", name.key):
        return None
    return Report(
        "{name} is called “{called}” in the target language.",
        {"name": found, "called": called},
        source_span=name.span,
        target_span=at,
        suggestions=(Suggestion(called, at),),
        evidence=(Evidence(f"{gazetteer().name(best, 'en')}: {called}", "GeoNames, CLDR"),),
    )


def _accents_lost(fate: Fate, at: Span, pair: NamePair) -> Report | None:
    """Report a person whose accents the translation dropped (Peña, Pena)."""
    name, found = fate.name, at.of(pair.target.text)
    if name.sort not in (Sort.UNKNOWN, Sort.PERSON) or fold(found) != fold(name.text) or " " in found:
        return None
    before, after = (unicodedata.normalize("NFC", text).casefold() for text in (name.text, found))
    if before == after or after != _plain(after) or before == _plain(before):
        return None
    return Report(
        "{name} has lost its accents here.",
        {"name": name.text},
        source_span=name.span,
        target_span=at,
        suggestions=(Suggestion(name.text, at),),
    )


def _plain(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char))


CHECK = Check(
    id="name-forms",
    title="Forms of names",
    category=Category.ENTITY,
    severity=Severity.NEUTRAL,
    description=(
        "A hint where a place keeps the source's name although the target language has its own, and where a "
        "person's name has lost its accents. Worse is a name that there is another place's: Sur, in Oman, for Tyre."
    ),
    find=find,
    examples=(
        Example("de", "en", "Sie lebt in Köln.", "She lives in Köln.", "Köln", "Cologne"),
        Example("de", "en", "Sie lebt in Köln.", "She lives in Cologne."),
        Example("ar", "en", "يقع الميناء في مدينة صور في لبنان.", "The harbour is in Sur in Lebanon.", "Sur", "Tyre"),
        Example("ar", "en", "يقع الميناء في مدينة صور في عمان.", "The harbour is in Sur in Oman."),
        Example("es", "en", "Ayer llegó Enrique Peña.", "Enrique Pena arrived yesterday.", "Pena", "Peña"),
        Example("es", "en", "Ayer llegó Enrique Peña.", "Enrique Peña arrived yesterday."),
    ),
)
