"""What was measured of checks is told, and a check that is mostly wrong only hints."""

import pytest

from reviewer.checks import precision
from reviewer.checks.check import all_checks
from reviewer.checks.precision import Measured, is_poor, overall, pairs_of, precision_of
from reviewer.checks.runner import Pair, Runner, Setup
from reviewer.model.finding import Severity


def test_precision_is_told_for_a_text_with_an_error_in_ten_sentences() -> None:
    measured = Measured(found=80, wrong=100, flagged=2, right=200)
    assert (measured.recall, measured.false_alarms) == (0.8, 0.01)
    assert measured.precision == pytest.approx(0.08 / 0.089)
    assert Measured(0, 0, 0, 30).recall is None
    assert Measured(0, 0, 0, 30).precision is None


def test_what_was_measured_is_found_by_language() -> None:
    measured = precision_of("numbers", "de-CH", "en-US")
    assert measured is not None
    assert measured == precision_of("numbers", "de", "en")
    assert measured.recall is not None and measured.recall > 0.9
    assert precision_of("numbers", "tlh", "qya") is None
    everywhere = overall("numbers")
    assert everywhere is not None
    assert everywhere.right == sum(pair.right for pair in pairs_of("numbers").values())


def test_only_checks_there_are_were_measured() -> None:
    assert precision._table().keys() <= {check.id for check in all_checks()}


def test_a_poor_check_hints_unless_the_editor_says_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    poor = {"numbers": {("de", "en"): Measured(50, 100, 60, 100), ("fr", "en"): Measured(50, 100, 20, 30)}}
    monkeypatch.setattr(precision, "_table", lambda: poor)
    is_poor.cache_clear()
    try:
        pair = Pair("1", "Es kamen 15 Gäste.", "51 guests came.", "de", "en")
        (finding,) = [f for f in Runner().check(Runner().passage(pair)) if f.check == "numbers"]
        assert finding.severity is Severity.NEUTRAL
        assert "wrong more often" in finding.evidence[-1].text
        chosen = Runner(Setup(severities={"numbers": Severity.MAJOR}))
        (finding,) = [f for f in chosen.check(chosen.passage(pair)) if f.check == "numbers"]
        assert finding.severity is Severity.MAJOR
        assert not is_poor("numbers", "fr", "en"), "tried on too little"
    finally:
        is_poor.cache_clear()
