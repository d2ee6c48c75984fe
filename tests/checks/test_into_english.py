"""News, sport, travel and history from five languages into English: right translations and wrong ones.

The right ones were written before the rules they now guard; a few of them are still flagged.
"""

import csv
from collections import defaultdict
from pathlib import Path

import pytest

from reviewer.checks import precision
from reviewer.checks.runner import Pair, Runner
from reviewer.model.finding import Finding

with Path(__file__).with_name("into_english.tsv").open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))

RIGHT, WRONG = ([row for row in ROWS if bool(row["check"]) is wrong] for wrong in (False, True))
STILL_FLAGGED = 3
"""Right translations of each language, of some sixty, that may be: sayings above all."""


def findings(rows: list[dict[str, str]]) -> dict[str, list[Finding]]:
    """Return what all checks say of the translations of a document, hints left out."""
    pairs = [Pair(str(n), row["source"], row["target"], row["from"], row["to"]) for n, row in enumerate(rows)]
    found = Runner().check_all(pairs)
    return {pair.target: kept for pair, its in found if (kept := [f for f in its if f.severity.rank])}


@pytest.mark.parametrize("lang", sorted({row["from"] for row in RIGHT}))
def test_right_translations_are_left_alone(lang: str) -> None:
    rows = [row for row in RIGHT if row["from"] == lang]
    flagged = findings(rows)
    assert len(rows) >= 60
    assert len(flagged) <= STILL_FLAGGED, {text: [f.text for f in found] for text, found in flagged.items()}


@pytest.mark.parametrize("row", WRONG, ids=lambda row: f"{row['from']}-{row['check']}-{row['where']}")
def test_a_wrong_translation_is_found(row: dict[str, str]) -> None:
    found = [f for f in findings([row]).get(row["target"], []) if f.check == row["check"]]
    at = row["target"].index(row["where"])
    assert any(f.target_span is None or f.target_span.start < at + len(row["where"]) for f in found), row


def test_every_language_has_been_tried_on_enough_right_translations() -> None:
    counts: dict[str, int] = defaultdict(int)
    for row in RIGHT:
        counts[row["from"]] += 1
    assert all(precision.precision_of("opposites", lang, "en") for lang in counts)
    assert not any(precision.is_poor("opposites", lang, "en") for lang in counts)
