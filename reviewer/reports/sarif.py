"""Findings as SARIF 2.1.0 (OASIS), which code hosts and editors display."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from reviewer import __version__
from reviewer.model.finding import Finding, Severity

_LEVELS = {
    Severity.CRITICAL: "error",
    Severity.MAJOR: "error",
    Severity.MINOR: "warning",
    Severity.NEUTRAL: "note",
}


def sarif(findings: Iterable[tuple[Finding, str]]) -> dict[str, Any]:
    """Return a SARIF log of one run; a segment is a logical location, spans count code points.

    With each finding comes the path of its document, relative to a folder all share; empty where there is only one.
    """
    results = [_result(finding, document) for finding, document in findings]
    rules = [{"id": id} for id in dict.fromkeys(result["ruleId"] for result in results)]
    driver = {"name": "reviewer", "version": __version__, "rules": rules}
    return {
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}],
    }


def _result(finding: Finding, document: str) -> dict[str, Any]:
    properties: dict[str, Any] = {"category": finding.category.value, "severity": finding.severity.value}
    for name, span in (("sourceSpan", finding.source_span), ("targetSpan", finding.target_span)):
        if span is not None:
            properties[name] = list(span)
    location: dict[str, Any] = {"logicalLocations": [{"name": finding.segment, "kind": "segment"}]}
    if document:
        location["physicalLocation"] = {"artifactLocation": {"uri": quote(document)}}
    return {
        "ruleId": finding.check,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.text},
        "locations": [location],
        "partialFingerprints": {"reviewer/v1": finding.fingerprint},
        "properties": properties,
    }
