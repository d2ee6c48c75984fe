"""Quotations, missing sentences, negations and opposites over our own pairs, half of them right, half wrong.

The table names the check that must speak; an empty name means that none may, at minor or above.
"""

import csv
from collections import defaultdict
from pathlib import Path

import pytest

from reviewer.checks.check import Passage, examine
from reviewer.checks.quoting import quotations, quote_marks, quote_style
from reviewer.checks.sentences import missing_sentences, negation, opposites
from reviewer.model.finding import Severity
from reviewer.text.reading import Reading

CHECKS = [module.CHECK for module in (quotations, quote_marks, quote_style, missing_sentences, negation, opposites)]
TABLE = Path(__file__).with_name("speech_and_sense.tsv")
BY_PAIR: dict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
with TABLE.open(encoding="utf-8", newline="") as file:
    for entry in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
        BY_PAIR[entry["from"], entry["to"]].append(entry)


def spoken(entry: dict[str, str]) -> set[str]:
    passage = Passage("1", Reading(entry["source"], entry["from"]), Reading(entry["target"], entry["to"]))
    findings = [finding for check in CHECKS for finding in examine(check, passage)]
    return {finding.check for finding in findings if finding.severity.rank >= Severity.MINOR.rank}


@pytest.mark.parametrize("pair", BY_PAIR, ids="-".join)
def test_wrong_pairs_are_found_and_right_ones_pass(pair: tuple[str, str]) -> None:
    entries = BY_PAIR[pair]
    wrong = [entry for entry in entries if entry["check"]]
    right = [entry for entry in entries if not entry["check"]]
    assert len(wrong) >= 4
    assert len(right) >= 4
    assert [(entry["target"], spoken(entry)) for entry in right if spoken(entry)] == []
    assert [entry["target"] for entry in wrong if entry["check"] not in spoken(entry)] == []
