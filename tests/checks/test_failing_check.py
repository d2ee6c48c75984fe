"""A check that fails is left out where it fails, and says so."""

from collections.abc import Iterable
from typing import Any

from reviewer.checks.check import Check, Passage, Report, Survey
from reviewer.checks.runner import Pair, Runner
from reviewer.model.finding import Category, Severity


def test_the_checks_go_on_where_one_cannot_take_notes_or_look() -> None:
    def note(passage: Passage) -> int:
        return 10 // ("x" not in passage.target.text)

    def total(notes: Iterable[Any]) -> int:
        return sum(notes)

    def failing(passage: Passage) -> Iterable[Report]:
        yield Report(f"{passage.article.facts['failing']} in all, {note(passage)} here.")

    def fine(passage: Passage) -> Iterable[Report]:
        yield Report("Seen.")

    checks = [
        Check("failing", "Failing", Category.OTHER, Severity.MAJOR, failing, (), survey=Survey(note, total)),
        Check("fine", "Fine", Category.OTHER, Severity.MINOR, fine, ()),
    ]
    pairs = [Pair("1", "eins", "one", "de", "en"), Pair("2", "sechs", "six", "de", "en")]
    found = [[(f.severity, f.text) for f in findings] for _, findings in Runner(checks=checks).check_all(pairs)]
    assert found[0] == [(Severity.MAJOR, "20 in all, 10 here."), (Severity.MINOR, "Seen.")]
    (severity, text), other = found[1]
    assert other == (Severity.MINOR, "Seen.")
    assert severity == Severity.NEUTRAL
    assert "ZeroDivisionError" in text
