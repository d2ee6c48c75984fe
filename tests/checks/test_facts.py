"""A passage tells names, numbers, dates and quotations; each is known again elsewhere, in whatever form."""

from reviewer.checks.facts import facts_in
from reviewer.checks.runner import Pair, Runner, Setup
from reviewer.lexicon.termbase import Concept, Form, Status, Termbase
from reviewer.model.fact import Fact, FactKind


def told(source: str, target: str, languages: tuple[str, str] = ("de", "en")) -> list[Fact]:
    return list(facts_in(Runner().passage(Pair("1", source, target, *languages))))


def said(facts: list[Fact]) -> list[tuple[str, str, str, bool]]:
    return [(fact.kind.value, fact.source, fact.rendering, fact.wrong) for fact in facts]


def test_every_kind_of_fact_is_told_in_order_with_its_rendering() -> None:
    source = "Am 5. März 2024 sagte Sandvoss in Hama: „Wir brauchen 3,4 Millionen Euro.“"
    target = "On 5 March 2024 Sandvoss said in Hama: “We need 3.4 million euros.”"
    assert said(told(source, target)) == [
        ("date", "5. März 2024", "5 March 2024", False),
        ("name", "Sandvoss", "Sandvoss", False),
        ("place", "Hama", "Hama", False),
        ("quotation", "Wir brauchen 3,4 Millionen Euro.", "We need 3.4 million euros.", False),
        ("number", "3,4 Millionen Euro", "3.4 million euros", False),
    ]


def test_what_stands_in_the_place_of_something_else_is_wrong() -> None:
    facts = told("Am Montag kamen 45 Leute nach Wien.", "On Tuesday 54 people came to Prague.")
    assert said(facts) == [
        ("date", "Montag", "Tuesday", True),
        ("number", "45", "54", True),
        ("place", "Wien", "Prague", True),
    ]


def test_spans_are_those_of_the_texts() -> None:
    source, target = "وصل ٤٥ شخصا إلى حماة.", "45 people arrived in Hama."
    for fact in told(source, target, ("ar", "en")):
        assert fact.source_span.of(source) == fact.source
        assert fact.target_span is not None
        assert fact.target_span.of(target) == fact.rendering


def test_one_thing_has_one_key_whatever_its_form() -> None:
    def keys(source: str, target: str, kind: FactKind) -> set[str]:
        return {fact.key for fact in told(source, target) if fact.kind is kind}

    assert keys("Es kamen 2.500 Gäste.", "2,500 guests.", FactKind.NUMBER) == keys(
        "Zweieinhalbtausend kamen, 2500 gingen.", "2500 left.", FactKind.NUMBER
    )
    assert keys("am 5.3.2024", "on 5 March 2024", FactKind.DATE) == keys(
        "am 5. März 2024", "on 5 March 2024", FactKind.DATE
    )
    assert keys("Sie lebt in Köln.", "She lives in Cologne.", FactKind.PLACE) == keys(
        "Er kam aus Köln.", "He came from Cologne.", FactKind.PLACE
    )


def test_a_quotation_that_lost_its_marks_has_no_rendering() -> None:
    (fact,) = (f for f in told("Sie rief: „Geht nach Hause!“", "She told them to go home.") if f.kind == "quotation")
    assert (fact.rendering, fact.target_span, fact.wrong) == ("", None, True)


def test_the_termbase_says_what_is_right() -> None:
    terms = Termbase([Concept("1", (Form("Köln", "de"), Form("Köln", "en"), Form("Cologne", "en", Status.DEPRECATED)))])
    runner = Runner(Setup(settings={"termbase": terms}))
    for target, wrong in (("She lives in Köln.", False), ("She lives in Cologne.", True), ("She lives there.", True)):
        (fact,) = facts_in(runner.passage(Pair("1", "Sie lebt in Köln.", target, "de", "en")))
        assert fact.wrong is wrong


def test_terms_are_told_beside_names_and_figures() -> None:
    terms = Termbase(
        [Concept("7", (Form("Wasserrad", "de"), Form("waterwheel", "en"), Form("wheel", "en", Status.DEPRECATED)))]
    )
    runner = Runner(Setup(settings={"termbase": terms}))
    source, target = "Ein Wasserrad in Hama misst 20 Meter.", "A {} in Hama measures 20 metres."
    for form, wrong in (("waterwheel", False), ("wheel", True)):
        facts = list(facts_in(runner.passage(Pair("1", source, target.format(form), "de", "en"))))
        assert said(facts) == [
            ("term", "Wasserrad", form, wrong),
            ("place", "Hama", "Hama", False),
            ("number", "20 Meter", "20 metres", False),
        ]


def test_an_untranslated_passage_tells_its_figures_and_no_renderings() -> None:
    assert {fact.rendering for fact in told("Am Montag kamen 45 Leute nach Wien.", "")} == {""}
