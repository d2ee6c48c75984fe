"""Negators are found, phrases that only look like one are not, and every language's list is sound."""

import tomllib

import pytest

from reviewer.text.negation import hints_at_negation, knows_negation, negations
from reviewer.text.resources import resource

DENIED = [
    ("en", "He doesn’t know, nor can not be told.", ["doesn’t", "nor", "can not"]),
    ("en", "Not only that; no doubt it isn't late, is it? No. 5", ["isn't"]),
    ("de", "Niemand kam, nicht einmal er, und keiner fragte.", ["Niemand", "nicht", "keiner"]),
    ("de", "Nicht nur er, sondern auch sie.", []),
    ("fr", "Il n’est pas venu et ne viendra jamais.", ["n’est", "pas", "ne", "jamais"]),
    ("pl", "Nie przyszedł nikt.", ["Nie", "nikt"]),
    ("cs", "Nikdo nepřišel, není tu.", ["Nikdo", "není"]),
    ("ru", "Он не пришёл не только вчера.", ["не"]),
    ("ar", "لم يحضر ولا يزال غائبا.", ["لم"]),
    ("he", "הוא לא בא ואין סיבה.", ["לא", "ואין"]),
    ("hi", "वह नहीं आया।", ["नहीं"]),
    ("hi", "लगभग 1 करोड़ लोगों ने मतदान किया।", []),
    ("ja", "彼は来なかった。行かなければならない。", ["なかった"]),
    ("zh", "他没来，不过不仅如此。", ["没"]),
    ("ko", "그는 오지 않았다. 그뿐만 아니라 갔다.", ["않"]),
    ("th", "เขาไม่มา ไม่ว่าอย่างไร", ["ไม่"]),
    ("tlh", "not", []),
]


@pytest.mark.parametrize(("lang", "text", "words"), DENIED)
def test_negators_are_found(lang: str, text: str, words: list[str]) -> None:
    assert [span.of(text) for span in negations(text, lang)] == words


@pytest.mark.parametrize(
    ("lang", "text"),
    [("en", "impossible"), ("de", "unmöglich"), ("fr", "sans bruit"), ("ru", "без шума"), ("ja", "不明"), ("tlh", "")],
)
def test_words_near_a_negation_are_hints(lang: str, text: str) -> None:
    assert hints_at_negation(text, lang)


def test_free_translations_have_looser_hints() -> None:
    assert not hints_at_negation("He stayed away.", "en")
    assert hints_at_negation("He stayed away.", "en", loosely=True)


def test_every_listed_language_compiles_and_denies() -> None:
    with resource("languages/negation.toml").open("rb") as file:
        languages = tomllib.load(file)
    assert len(languages) >= 30
    for lang in languages:
        assert knows_negation(lang)
        assert isinstance(negations("x", lang), tuple)
        assert not hints_at_negation("", lang, loosely=True)
