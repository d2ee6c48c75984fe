"""How fast a document is checked with everything on, beside pofilter; and one paragraph after a keystroke."""

import json
import os
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from statistics import quantiles

import pytest

from reviewer.checks.processes import check_all
from reviewer.checks.runner import Pair, Runner, Setup, in_context

LANGUAGES = {"german": "de", "french": "fr", "polish": "pl", "chinese_simple": "zh", "japanese": "ja"}


def _pairs() -> Iterator[Pair]:
    cases = os.environ.get("REVIEWER_CASES")
    if not cases:
        pytest.skip("REVIEWER_CASES names no folder of cases")
    for path in sorted(Path(cases, "demetr").glob("*.json")):
        for item in json.loads(path.read_text("utf-8")):
            if lang := LANGUAGES.get(item["lang_tag"]):
                yield Pair(f"{path.stem}{item['id']}", item["src_sent"], item["pert_sent"], lang, "en")


@pytest.mark.bench
def test_speed_with_everything_on(capsys: pytest.CaptureFixture[str]) -> None:
    pairs = list(_pairs())[::3]
    # As when the desk is open: what the checks look things up in is loaded.
    list(check_all(Setup(), pairs[:: len(pairs) // 200], 1))
    table: dict[str, float] = {}
    processors = os.cpu_count() or 1
    # What one process finds out about the names it would remember for those that are forked from it later.
    for jobs in sorted({1, processors}, reverse=True):
        start, used = time.perf_counter(), _processor_time()
        found = sum(len(findings) for _, findings in check_all(Setup(), pairs, jobs))
        table[f"reviewer, {jobs} process{'es' * (jobs > 1)}"] = len(pairs) / (time.perf_counter() - start)
        table[f"reviewer, {jobs}, by processor time"] = jobs * len(pairs) / (_processor_time() - used)
    table |= _pofilter(pairs[:: len(pairs) // 2000])
    with capsys.disabled():
        print(f"\n{len(pairs)} segments, {found} findings; load {os.getloadavg()[0]:.1f} on {processors} processors")
        for name, speed in table.items():
            print(f"  {name:36} {speed:8,.0f} segments/s")
        print(json.dumps(table | _memory()))


def _processor_time() -> float:
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def _memory() -> dict[str, float]:
    """Return the most memory this process and any one of its children had, in megabytes."""
    try:
        import resource
    except ImportError:  # Windows
        return {}
    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
    both = {"own": resource.RUSAGE_SELF, "child": resource.RUSAGE_CHILDREN}
    return {f"megabytes, {name}": resource.getrusage(who).ru_maxrss / unit for name, who in both.items()}


def _pofilter(pairs: list[Pair]) -> dict[str, float]:
    """Run the checks of the translate toolkit (extra `bench`), built as pofilter builds them; nothing without it."""
    try:
        from translate.filters import checks
        from translate.storage import base
    except ImportError:
        return {}
    tee = checks.TeeChecker(
        checkerconfig=checks.CheckerConfig(targetlanguage="en"),
        excludefilters={"spellcheck": None},
        checkerclasses=[checks.StandardChecker, checks.StandardUnitChecker],
        languagecode="en",
    )
    start, used = time.perf_counter(), _processor_time()
    for pair in pairs:
        unit = base.TranslationUnit(pair.source)
        unit.target = pair.target
        tee.run_filters(unit)
    wall, own = time.perf_counter() - start, _processor_time() - used
    return {"pofilter, 1 process": len(pairs) / wall, "pofilter, 1, by processor time": len(pairs) / own}


@pytest.mark.bench
def test_one_paragraph_after_a_keystroke(capsys: pytest.CaptureFixture[str]) -> None:
    pairs = list(_pairs())[::60]
    runner = Runner()
    passages = [*map(runner.passage, pairs)]
    runner.survey(passages)
    for passage in passages:
        runner.check(passage)
    taken = []
    for before, pair, after in zip(passages, pairs[1:], passages[2:], strict=False):
        changed = runner.passage(replace(pair, target=pair.target[:-1] + "s" + pair.target[-1:]))
        start = time.perf_counter()
        runner.check(in_context(before, changed, after))
        taken.append(1000 * (time.perf_counter() - start))
    cut = quantiles(taken, n=100)
    with capsys.disabled():
        print(f"\none paragraph checked again: median {cut[49]:.2f} ms, p95 {cut[94]:.2f} ms, p99 {cut[98]:.2f} ms")
        print(json.dumps({"median_ms": cut[49], "p95_ms": cut[94], "p99_ms": cut[98]}))
