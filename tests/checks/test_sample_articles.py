"""The shipped articles hold errors that machine translation makes: all are found, and in the right text hardly any."""

from collections.abc import Sequence
from typing import Any

from reviewer.checks.runner import Pair, Runner
from reviewer.model.finding import Finding, Severity
from tests.session.test_samples import Sample, sample

__all__ = ["sample"]


def rows(sample: Sample, target: Sequence[str]) -> list[Pair]:
    """Return the pairs of an article, source paragraphs that the translation runs together in one."""
    source: dict[int, str] = {}
    for paragraph, row in sample.row_of.items():
        source[row] = source.get(row, "") + sample.source[paragraph - 1]
    langs = sample.facts["source_lang"], sample.facts["target_lang"]
    return [Pair(str(row), source[row], target[row], *langs) for row in sorted(source)]


def found(pairs: Sequence[Pair]) -> dict[int, list[Finding]]:
    """Return what is found in each row, hints left out."""
    return {int(p.id): [f for f in fs if f.severity is not Severity.NEUTRAL] for p, fs in Runner().check_all(pairs)}


def concerns(finding: Finding, error: dict[str, Any], target: str) -> bool:
    """Say whether a finding lies where the error does; of words left out, anywhere in the paragraph."""
    start, span = target.find(error["found"]) if error["found"] else -1, finding.target_span
    return start < 0 or span is None or (span.start < start + len(error["found"]) and start < span.end)


def test_all_errors_are_found(sample: Sample) -> None:
    findings = found(rows(sample, sample.target))
    missed = [
        (error["paragraph"], error["kind"], error["found"])
        for error in sample.facts["error"]
        for row in (sample.row_of[error["paragraph"]],)
        if not any(concerns(finding, error, sample.target[row]) for finding in findings[row])
    ]
    assert missed == []


def test_next_to_nothing_is_found_where_all_is_right(sample: Sample) -> None:
    findings = [finding.text for here in found(rows(sample, sample.corrected)).values() for finding in here]
    assert len(findings) <= 1, findings
