"""What a check is worth between two languages is said in words, with the figures behind them."""

import pytest

from reviewer.checks import precision
from reviewer.checks.precision import Measured
from reviewer.ui.finding_words import apart
from reviewer.ui.trust import trust


@pytest.fixture(autouse=True)
def table(monkeypatch: pytest.MonkeyPatch) -> None:
    known = {
        "numbers": {("de", "en"): Measured(90, 100, 0, 200), ("zh", "en"): Measured(50, 100, 100, 200)},
        "lengths": {("zh", "en"): Measured(0, 0, 0, 0)},
    }
    precision.is_poor.cache_clear()
    monkeypatch.setattr(precision, "_table", lambda: known)


def test_a_measured_pair_is_told_with_its_figures() -> None:
    said, how = trust("numbers", "de-AT", "en-GB")
    assert said == "de → en: 100% right, finds 90% · 300 tried"
    assert "100 wrong translations" in how
    assert "200 right ones" in how


def test_a_check_that_is_mostly_wrong_says_that_it_hints() -> None:
    assert trust("numbers", "zh", "en")[0].count("only a hint here")


def test_another_pair_is_told_what_was_measured_elsewhere() -> None:
    assert trust("numbers", "fr", "en")[0].startswith("other languages: ")


def test_nothing_is_said_where_nothing_is_known() -> None:
    assert trust("spelling", "de", "en") == ("", "")
    assert trust("lengths", "zh", "en") == ("", "")


def test_quoted_words_do_not_turn_the_sentence_about_them() -> None:
    assert apart("“حماة” is a “city”.") == "\u200e“\u2068حماة\u2069” is a “\u2068city\u2069”."
    assert apart("“Hama” is a “city”.") == "“Hama” is a “city”."
