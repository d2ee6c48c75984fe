"""Quotations are found in the marks of each language, and nothing else is taken for one."""

import pytest

from reviewer.text.quotation_pairs import paired, words
from reviewer.text.quotations import Kind, marks_in_use, quotations

FOUND = [
    ("en", "“Yes,” he said. “I’ll ‘think’ about it.”", ["Yes,", "I’ll ‘think’ about it.", "think"]),
    ("en", '"Yes," he said, "it\'s the \'best\' one."', ["Yes,", "it's the 'best' one.", "best"]),
    ("en", "The boys' house, rock 'n' roll, the '90s, 5'10\" tall, a 12\" disc, l'été", ["n"]),
    ("en", "'The boys' house,' she said.", ["The boys' house,"]),
    ("en", "‘It’s fine,’ she said.", ["It’s fine,"]),
    ("de", "„Ja“, sagte er, »gut« und ‚schön‘; “alt”.", ["Ja", "gut", "schön", "alt"]),
    ("de-CH", "Er sagte: «Das heisst ‹nein›.»", ["Das heisst ‹nein›.", "nein"]),
    ("de", 'Der "Test"-Schalter und "Die Zeit"', ["Test", "Die Zeit"]),
    ("fr", "Il dit : « L’été, c’est “beau” ! » et l’« ami »", ["L’été, c’est “beau” !", "beau", "ami"]),
    ("pl", "„Tak”, powiedział. «Nie»", ["Tak", "Nie"]),
    ("sv", "”Ja”, sade han. »Nej», sade hon.", ["Ja", "Nej"]),
    ("fi", "”Joo”, hän sanoi: ’ei’", ["Joo", "ei"]),
    ("ru", "Он сказал: «Роман „Идиот“ — мой».", ["Роман „Идиот“ — мой", "Идиот"]),
    ("uk", 'Сім"я та об"єкт "Зоря"', ["Зоря"]),
    ("hu", "„A »b« c”", ["A »b« c", "b"]),
    ("ja", "彼は「『雪国』を読んだ」と言った。", ["『雪国』を読んだ", "雪国"]),
    ("zh", "他说：“‘好’字不难。”她在读《红楼梦》。", ["‘好’字不难。", "好", "红楼梦"]),
    ("ar", "قال: «نعم». وقال: ”لا“ ثم “ربما”", ["نعم", "لا", "ربما"]),
    ("he", 'דובר צה"ל אמר ל"הארץ" כי "זה טוב", וח"כים הסכימו', ["הארץ", "זה טוב"]),
    ("es", "—Ven —dijo—. Es “tarde” y «frío».", ["tarde", "frío"]),
    ("en", "``Well,'' he said.", ["Well,"]),
    ("en", '"A "B" C"', ['A "B" C', "B"]),
]


@pytest.mark.parametrize(("lang", "text", "inner"), FOUND)
def test_quotations_are_found(lang: str, text: str, inner: list[str]) -> None:
    found = quotations(text, lang)
    assert [q.inner.of(text) for q in found if q.whole] == inner
    assert all(q.whole for q in found)


def test_depth_and_kind_are_told() -> None:
    outer, inner, title = quotations("“a ‘b’ c”《d》", "zh")
    assert (outer.depth, inner.depth, title.depth) == (0, 1, 0)
    assert title.kind is Kind.TITLE


def test_a_quotation_that_runs_on_lacks_its_end() -> None:
    (first,) = quotations("She began: “It was late.", "en")
    assert (first.opening, first.closing, first.inner.of("She began: “It was late.")) == (
        "“",
        "",
        "It was late.",
    )
    (last,) = quotations("And so it ended.” She left.", "en")
    assert (last.opening, last.closing) == ("", "”")


def test_marks_come_from_the_nearest_tag() -> None:
    assert marks_in_use("de")[0].pair(0) == ("„", "“")
    assert marks_in_use("de-CH")[0].pair(1) == ("‹", "›")
    assert marks_in_use("fr")[0].pair(0) == ("«\u00a0", "\u00a0»")
    assert marks_in_use("fr-CH")[0].pair(0) == ("«", "»")
    assert marks_in_use("pt-BR")[0].opening == "“"
    assert marks_in_use("tlh")[0].opening == "“"


def test_words_are_counted_where_no_spaces_part_them() -> None:
    assert words("one two three") == 3
    assert 5 <= words("彼は昨日東京へ行った") <= 7


def test_counterparts_are_found_though_order_differs() -> None:
    source = "„Wir kommen morgen ganz sicher“, sagte sie; er nannte es „Unsinn“."
    target = "He called it “nonsense”; “We will certainly come tomorrow”, she said."
    pairs = paired(source, quotations(source, "de"), target, quotations(target, "en"))
    assert [(a and a.inner.of(source), b and b.inner.of(target)) for a, b in pairs] == [
        ("Wir kommen morgen ganz sicher", "We will certainly come tomorrow"),
        ("Unsinn", "nonsense"),
    ]
