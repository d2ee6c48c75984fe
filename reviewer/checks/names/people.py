"""Checks that the people of the source are the people of the translation."""

from collections.abc import Iterator

from reviewer.checks.check import Check, Example, Passage, Report
from reviewer.checks.names.reports import reports
from reviewer.lexicon.naming import Sort
from reviewer.model.finding import Category, Severity

_SORTS = frozenset((Sort.PERSON, Sort.UNKNOWN))


def find(passage: Passage) -> Iterator[Report]:
    """Report people, and names no data knows, that are missing, came from nowhere, or stand for another."""
    return reports(passage, _SORTS)


CHECK = Check(
    id="personal-names",
    title="Names of people",
    category=Category.ENTITY,
    severity=Severity.CRITICAL,
    description=(
        "Every person of the source must stand in the translation, by the same name; across scripts names are "
        "compared by their sound. Other names that no data knows are followed the same way."
    ),
    find=find,
    examples=(
        Example(
            "de",
            "en",
            "Präsident Donald Trump schrieb auf Twitter.",
            "President Erwin Huber wrote on Twitter.",
            flagged="Erwin Huber",
        ),
        Example("de", "en", "Dort saß Sabine Wolf.", "Sabine Krause sat there.", "Krause", "Wolf"),
        Example("de", "en", "Er kauft Maulbeer- und Walnussholz.", "He buys mulberry and walnut wood."),
        Example("de", "en", "Außenminister Abbas Araghtschi sprach.", "Foreign Minister Abbas Araghchi spoke."),
        Example("en", "ru", "Angela Merkel met Petrov.", "Ангела Меркель встретила Петрова."),
        Example("pl", "en", "Schetyna udzielił wywiadu „Rz”.", "Schetyna gave Rzeczpospolita an interview."),
        Example("de", "en", "Sie hat eine Wohnung gekauft.", "Lockheed has bought a flat.", "Lockheed"),
        Example("zh", "en", "周五，许正宇会见了记者。", "On Friday, Steinbrueck met reporters.", "Steinbrueck"),
        Example("zh", "en", "周五，许正宇会见了记者。", "On Friday, Hui Ching-yu met reporters."),
        Example("zh", "en", "教练米勒没有回答。", "Coach Miller did not answer."),
        Example("ja", "en", "昨季、勝野昌慶は十試合に出た。", "Last season Akiyoshi Katsuno played ten games."),
        Example("ja", "en", "昨季、高野は十試合に出た。", "Last season Srivastava played ten games.", "Srivastava"),
    ),
)
