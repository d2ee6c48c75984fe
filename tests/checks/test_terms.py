"""The termbase is enforced, and overrides what the name checks believe."""

from reviewer.checks.check import all_checks
from reviewer.checks.runner import Pair, Runner, Setup
from reviewer.lexicon.termbase import Concept, Form, Status, Termbase
from reviewer.model.finding import Category, Finding

TERMS = Termbase(
    [
        Concept(
            "1",
            (
                Form("Bundesrat", "de"),
                Form("Federal Council", "en"),
                Form("Upper House", "en", Status.DEPRECATED),
            ),
        ),
        Concept("2", (Form("Lemberg", "de"), Form("Castle Hill", "en"))),
        Concept("3", (Form("Köln", "de"), Form("Köln", "en"))),
        Concept("4", (Form("Weißbier", "de"), Form("weißbier", "en"))),
    ]
)


def review(source: str, target: str) -> list[Finding]:
    runner = Runner(Setup(settings={"termbase": TERMS}), all_checks())
    return runner.check(runner.passage(Pair("1", source, target, "de", "en")))


def test_a_term_in_an_allowed_form_is_left_alone() -> None:
    assert review("Der Entscheid des Bundesrates fiel.", "The Federal Council's decision fell.") == []


def test_a_forbidden_form_is_reported_with_the_right_one() -> None:
    (finding,) = review("Der Bundesrat entschied.", "The Upper House decided.")
    assert finding.check == "terms"
    assert [suggestion.replacement for suggestion in finding.suggestions] == ["Federal Council"]


def test_a_term_that_is_not_there_is_reported() -> None:
    (finding,) = review("Der Bundesrat entschied.", "The government decided.")
    assert dict(finding.arguments) == {"term": "Bundesrat", "wanted": "Federal Council"}


def test_a_name_in_a_form_the_termbase_wants_is_no_exonym_left_behind() -> None:
    without = Runner()
    pair = Pair("1", "Sie lebt in Köln.", "She lives in Köln.", "de", "en")
    assert [finding.check for finding in without.check(without.passage(pair))] == ["name-forms"]
    assert review(pair.source, pair.target) == []


def test_a_word_the_termbase_keeps_is_neither_foreign_nor_misspelt() -> None:
    pair = Pair("1", "Er trank ein Weißbier.", "He drank a weißbier.", "de", "en")
    without = Runner()
    assert without.check(without.passage(pair))
    assert review(pair.source, pair.target) == []


def test_an_untranslated_sentence_is_told_though_terms_stand_in_it() -> None:
    assert review("Er trank heute ein Weißbier in Köln.", "Er trank heute ein Weißbier in Köln.")


def test_a_name_beside_a_term_is_still_followed() -> None:
    found = review("Der Bundesrat Lenggenhager kam.", "The Federal Council Brigmann came.")
    assert [finding.category for finding in found] == [Category.ENTITY]


def test_the_termbase_overrides_the_gazetteer() -> None:
    assert review("Sie wohnt am Lemberg.", "She lives on Castle Hill.") == []
