"""Names into seven pairs of languages: wrong ones are found, right ones left alone."""

from collections import defaultdict
from pathlib import Path

import pytest

from reviewer.checks.check import all_checks
from reviewer.checks.runner import Pair, Runner

_CHECKS = [check for check in all_checks() if check.id in ("place-names", "personal-names", "organisations")]


def _pairs() -> dict[str, list[tuple[bool, str, str]]]:
    found: dict[str, list[tuple[bool, str, str]]] = defaultdict(list)
    for line in (Path(__file__).parent / "names.tsv").read_text("utf-8").splitlines():
        languages, verdict, source, target = line.split("\t")
        found[languages].append((verdict == "right", source, target))
    return found


PAIRS = _pairs()


@pytest.mark.parametrize("languages", sorted(PAIRS))
def test_names_of_a_pair(languages: str) -> None:
    source_lang, target_lang = languages.split("-")
    missed, alarms = [], []
    for right, source, target in PAIRS[languages]:
        runner = Runner(checks=_CHECKS)
        passage = runner.passage(Pair("1", source, target, source_lang, target_lang))
        flagged = any(finding.severity.rank for finding in runner.check(passage))
        if right and flagged:
            alarms.append(target)
        if not right and not flagged:
            missed.append(target)
    assert not alarms
    assert not missed
