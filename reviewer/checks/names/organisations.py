"""Checks that organisations and acronyms of the source are those of the translation."""

from collections.abc import Iterator

from reviewer.checks.check import Check, Example, Passage, Report
from reviewer.checks.names.reports import reports
from reviewer.lexicon.naming import Sort
from reviewer.model.finding import Category, Severity

_SORTS = frozenset((Sort.ORGANISATION, Sort.ACRONYM))


def find(passage: Passage) -> Iterator[Report]:
    """Report organisations and acronyms that are missing, came from nowhere, or stand for another."""
    return reports(passage, _SORTS)


CHECK = Check(
    id="organisations",
    title="Organisations and acronyms",
    category=Category.ENTITY,
    severity=Severity.MAJOR,
    description="Every organisation and acronym of the source must stand in the translation by its name there.",
    find=find,
    examples=(
        Example("en", "fr", "NATO sent observers.", "L'OTAN a envoyé des observateurs."),
        Example("en", "fr", "The WHO warned of a new wave.", "L'ONU a mis en garde.", "ONU", "OMS"),
    ),
)
