"""Everything on, over our own pairs in seven directions: how many wrong ones are found, how many right ones flagged."""

import csv
from collections import defaultdict
from pathlib import Path

import pytest

from reviewer.checks.runner import Pair, Runner

FOLDER = Path(__file__).parent
DIRECTIONS = ["en-de", "en-fr", "en-es", "en-ru", "en-ar", "en-ja", "de-ar"]


def _rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def _pairs() -> dict[str, list[tuple[bool, str, str]]]:
    """Return whether right, source and target of each pair, by direction."""
    found: dict[str, list[tuple[bool, str, str]]] = defaultdict(list)
    for row in _rows("numbers_pairs.tsv"):
        found[f"{row['source_lang']}-{row['target_lang']}"].append((not row["flagged"], row["source"], row["target"]))
    for row in _rows("speech_and_sense.tsv"):
        found[f"{row['from']}-{row['to']}"].append((not row["check"], row["source"], row["target"]))
    for line in (FOLDER / "names.tsv").read_text("utf-8").splitlines():
        languages, verdict, source, target = line.split("\t")
        found[languages].append((verdict == "right", source, target))
    return found


PAIRS = _pairs()


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_most_wrong_pairs_are_found_and_hardly_a_right_one_flagged(direction: str) -> None:
    source_lang, target_lang = direction.split("-")
    right = [pair for pair in PAIRS[direction] if pair[0]]
    wrong = [pair for pair in PAIRS[direction] if not pair[0]]
    assert len(right) + len(wrong) >= 30
    assert abs(len(right) - len(wrong)) <= 4
    flagged = {True: 0, False: 0}
    alarms = []
    for is_right, source, target in PAIRS[direction]:
        # Each pair is a document of its own: what one says is no evidence about another.
        runner = Runner()
        found = runner.check(runner.passage(Pair("1", source, target, source_lang, target_lang)))
        told = [finding.text for finding in found if finding.severity.rank]
        flagged[is_right] += bool(told)
        alarms += told if is_right else []
    assert flagged[False] >= 0.45 * len(wrong)
    assert flagged[True] <= 0.05 * len(right), alarms
