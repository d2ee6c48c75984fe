"""Pairs in many directions, right and wrong, through all checks at once: a guard against regress, not a score.

The rules were mended while these pairs were written. Each wrong pair is found by the check it is for, where it is
for; about each right one nothing is said.
"""

import csv
from collections import Counter
from pathlib import Path

import pytest

from reviewer.checks.runner import Pair, Runner
from reviewer.model.finding import Finding, Severity

with Path(__file__).with_name("directions.tsv").open(encoding="utf-8", newline="") as file:
    PAIRS = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def findings(row: dict[str, str]) -> list[Finding]:
    """Return what all checks say of a pair, hints left out."""
    pair = Pair("1", row["source"], row["target"], row["from"], row["to"])
    return [f for _, found in Runner().check_all([pair]) for f in found if f.severity is not Severity.NEUTRAL]


def named(row: dict[str, str]) -> str:
    return f"{row['from']}-{row['to']}-{row['check'] or 'right'}"


@pytest.mark.parametrize("row", PAIRS, ids=named)
def test_pair(row: dict[str, str]) -> None:
    found = findings(row)
    if not row["check"]:
        assert [finding.text for finding in found] == []
        return
    at = row["target"].find(row["where"])
    places = [f.target_span for f in found if f.check == row["check"]]
    assert at >= 0, "the error stands in the target"
    assert any(span is None or (span.start <= at + len(row["where"]) and at <= span.end) for span in places), found


def test_most_kinds_are_tried_in_most_directions() -> None:
    directions = Counter((row["from"], row["to"]) for row in PAIRS)
    assert len(directions) >= 15
    assert len({row["check"] for row in PAIRS}) >= 18
