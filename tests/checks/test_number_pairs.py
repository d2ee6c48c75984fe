"""Numbers, dates, times, units and money into seven directions, and the traps other checkers fall into."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from reviewer.checks.check import Passage, examine
from reviewer.checks.currencies import CHECK as CURRENCIES
from reviewer.checks.dates import CHECK as DATES
from reviewer.checks.number_format import CHECK as NUMBER_FORMAT
from reviewer.checks.numbers import CHECK as NUMBERS
from reviewer.checks.times import CHECK as TIMES
from reviewer.checks.units import CHECK as UNITS
from reviewer.model.finding import Finding
from reviewer.text.reading import Reading

CHECKS = (NUMBERS, DATES, TIMES, UNITS, CURRENCIES, NUMBER_FORMAT)

with Path(__file__).with_name("numbers_pairs.tsv").open(encoding="utf-8", newline="") as file:
    PAIRS = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def findings(source_lang: str, target_lang: str, source: str, target: str) -> list[Finding]:
    passage = Passage("1", Reading(source, source_lang), Reading(target, target_lang))
    return [found for check in CHECKS for found in examine(check, passage) if found.severity.rank]


def test_every_direction_has_right_and_wrong_pairs() -> None:
    counts = Counter((row["source_lang"], row["target_lang"], bool(row["flagged"])) for row in PAIRS)
    assert len(counts) == 14
    assert min(counts.values()) >= 5


@pytest.mark.parametrize(
    "row", PAIRS, ids=lambda row: f"{row['source_lang']}-{row['target_lang']}-{row['flagged'] or 'right'}"
)
def test_pair(row: dict[str, str]) -> None:
    found = findings(row["source_lang"], row["target_lang"], row["source"], row["target"])
    if not row["flagged"]:
        assert [finding.text for finding in found] == []
        return
    shown = [finding.target_span.of(row["target"]) for finding in found if finding.target_span]
    assert any(row["flagged"].lower() in stretch.lower() for stretch in shown), [f.text for f in found]
