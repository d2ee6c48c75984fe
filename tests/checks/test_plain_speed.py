"""How fast the checks of plain language are, beside pofilter where the translate toolkit is installed."""

import json
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from reviewer.checks.check import Passage, all_checks, examine
from reviewer.text.reading import Reading

PLAIN = (
    "article-form brackets capital empty end-punctuation foreign-word identical length misplaced-mark quote-marks "
    "repeated-passage repeated-word spacing spelling stray-punctuation untranslated word-order"
).split()
LANGUAGES = {"german": "de", "french": "fr", "polish": "pl", "chinese_simple": "zh", "japanese": "ja"}


def _pairs() -> Iterator[tuple[str, str, str]]:
    cases = os.environ.get("REVIEWER_CASES")
    if not cases:
        pytest.skip("REVIEWER_CASES names no folder of cases")
    for path in sorted(Path(cases, "demetr").glob("*.json")):
        for item in json.loads(path.read_text("utf-8")):
            if item["lang_tag"] in LANGUAGES:
                yield item["src_sent"], item["pert_sent"], LANGUAGES[item["lang_tag"]]


@pytest.mark.bench
def test_speed_of_the_plain_checks(capsys: pytest.CaptureFixture[str]) -> None:
    pairs = list(_pairs())
    checks = [check for check in all_checks() if check.id in PLAIN]
    spent = {check.id: 0.0 for check in checks}
    found = 0
    start = time.process_time()
    for source, target, lang in pairs:
        passage = Passage("1", Reading(source, lang), Reading(target, "en"))
        for check in checks:
            found += len(examine(check, passage))
    ours = len(pairs) / (time.process_time() - start)
    for check in checks:
        start = time.process_time()
        for source, target, lang in pairs[:5000]:
            examine(check, Passage("1", Reading(source, lang), Reading(target, "en")))
        spent[check.id] = (time.process_time() - start) / min(5000, len(pairs))
    theirs = _pofilter(pairs[:2000])
    with capsys.disabled():
        print(
            f"\n{len(pairs)} segments, {found} findings: {ours:,.0f} segments/s of processor time, all checks together"
        )
        for name, seconds in sorted(spent.items(), key=lambda item: -item[1]):
            print(f"  {name:20} {1e6 * seconds:6.1f} µs a segment alone")
        if theirs:
            print(f"pofilter: {theirs:,.0f} segments/s, {ours / theirs:.1f} times slower")
        print(json.dumps({"segments_per_second": ours, "pofilter": theirs, "microseconds": spent}))


def _pofilter(pairs: list[tuple[str, str, str]]) -> float:
    """Return how many segments pofilter's checks do in a second of processor time; 0 where it is not installed."""
    try:
        from translate.filters import checks
        from translate.storage import base
    except ImportError:
        return 0.0
    tee = checks.TeeChecker(
        checkerconfig=checks.CheckerConfig(targetlanguage="en"),
        excludefilters={"spellcheck": None},
        checkerclasses=[checks.StandardChecker, checks.StandardUnitChecker],
        languagecode="en",
    )
    start = time.process_time()
    for source, target, _ in pairs:
        unit = base.TranslationUnit(source)
        unit.target = target
        tee.run_filters(unit)
    return len(pairs) / (time.process_time() - start)
