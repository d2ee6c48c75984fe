"""The termbase is enforced, and overrides what the name checks believe."""

from reviewer.checks.check import all_checks
from reviewer.checks.runner import Pair, Runner, Setup
from reviewer.lexicon.termbase import Concept, Form, Status, Termbase
from reviewer.model.finding import Finding

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
    ]
)


def review(source: str, target: str) -> list[Finding]:
    checks = [check for check in all_checks() if check.id in ("terms", "place-names", "personal-names")]
    runner = Runner(Setup(settings={"termbase": TERMS}), checks)
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


def test_the_termbase_overrides_the_gazetteer() -> None:
    assert review("Sie wohnt am Lemberg.", "She lives on Castle Hill.") == []
