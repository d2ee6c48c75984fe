"""Checks that places of the source are places of the translation, and the same ones."""

from collections.abc import Iterator

from reviewer.checks.check import Check, Example, Passage, Report
from reviewer.checks.names.reports import reports
from reviewer.lexicon.naming import Sort
from reviewer.model.finding import Category, Severity

_SORTS = frozenset((Sort.PLACE, Sort.DEMONYM))


def find(passage: Passage) -> Iterator[Report]:
    """Report places that are missing, came from nowhere, or stand for another."""
    return reports(passage, _SORTS)


CHECK = Check(
    id="place-names",
    title="Place names",
    category=Category.ENTITY,
    severity=Severity.CRITICAL,
    description=(
        "Every country, city, sea or region of the source must stand in the translation by its name there, and "
        "none may come from nowhere. Adjectives and inhabitants count (Syrian for Syria)."
    ),
    find=find,
    examples=(
        Example(
            "de",
            "en",
            "Die Truppen zogen sich nach Aleppo zurück.",
            "The troops withdrew to Damascus.",
            flagged="Damascus",
            suggestion="Aleppo",
        ),
        Example("de", "en", "Die Truppen zogen sich nach Aleppo zurück.", "The troops withdrew to Aleppo."),
        Example("de", "en", "Er reiste durch die Schweiz.", "He travelled through Sweden.", "Sweden", "Switzerland"),
        Example("de", "en", "Der syrische Präsident sprach.", "The Syrian president spoke."),
        Example("ru", "en", "Он живёт в Нигерии.", "He lives in Niger.", "Niger"),
        Example("uk", "en", "Пожежа сталася у Київській області.", "A fire broke out in Kyiv region."),
        Example("he", "en", "ראש המדינה נאם.", "The head of state gave a speech."),
        Example("en", "de", "She was born in Cologne.", "Sie wurde in Köln geboren."),
        Example("en", "ru", "The talks in Aleppo failed.", "Переговоры в Алеппо провалились."),
        Example("en", "ja", "The summit in Vienna ended.", "首脳会談はウィーンで終わった。"),
    ),
)
