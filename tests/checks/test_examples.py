"""Every check's own examples hold."""

import pytest

from reviewer.checks.check import Check, Example, Passage, all_checks, examine
from reviewer.text.reading import Reading

CASES = [
    pytest.param(check, example, id=f"{check.id}-{number}")
    for check in all_checks()
    for number, example in enumerate(check.examples)
]


@pytest.mark.parametrize(("check", "example"), CASES)
def test_example(check: Check, example: Example) -> None:
    passage = Passage("1", Reading(example.source, example.source_lang), Reading(example.target, example.target_lang))
    article = passage.article
    if check.survey:
        article.facts[check.id] = check.survey([passage])
    findings = examine(check, passage)
    if example.flagged is None:
        assert findings == []
        return
    shown = [f.target_span.of(example.target) if f.target_span else None for f in findings]
    shown += [f.source_span.of(example.source) if f.source_span else None for f in findings]
    assert example.flagged in shown or (findings and example.flagged == "")
    if example.suggestion is not None:
        assert example.suggestion in [s.replacement for f in findings for s in f.suggestions]
