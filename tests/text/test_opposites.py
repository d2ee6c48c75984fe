"""Words find their poles in every script, inflected or with an article written to them."""

import pytest

from reviewer.text.opposites import knows_opposites, may_oppose, near, opposites_of, poled


@pytest.mark.parametrize(
    ("lang", "text", "word", "pole"),
    [
        ("en", "The largest of them", "largest", "large"),
        ("en", "It was illegally sold", "illegally", "illegal"),
        ("de", "die älteren Häuser", "älteren", "older"),
        ("fr", "l’ennemi", "l’ennemi", "enemy"),
        ("cs", "starého mostu", "starého", "old"),
        ("de", "die Preise stiegen", "stiegen", "rise"),
        ("de", "wurde geschlossen", "geschlossen", "close"),
        ("ru", "новому мосту", "новому", "new"),
        ("ar", "والجسر القديم", "القديم", "old"),
        ("zh", "出口增加了", "增加", "increase"),
        ("sv", "det gamla huset", "gamla", "old"),
    ],
)
def test_poles_are_found(lang: str, text: str, word: str, pole: str) -> None:
    found = {one.span.of(text): one.poles for one in poled(text, lang)}
    assert any(form.startswith(word) and pole in poles for form, poles in found.items())


def test_single_characters_inside_words_are_no_poles() -> None:
    assert poled("加拿大大学", "zh") == ()


def test_opposition_is_mutual_and_kin_is_not_opposed() -> None:
    assert "old" in opposites_of(frozenset(("new",)))
    assert "new" in opposites_of(frozenset(("old",)))
    assert "southern" in near(frozenset(("south",)))
    assert not near(frozenset(("south",))) & opposites_of(frozenset(("south",)))


def test_the_quick_test_agrees() -> None:
    assert may_oppose("das alte Haus", "de", "the new house", "en")
    assert not may_oppose("das alte Haus", "de", "the old house", "en")


def test_a_language_without_a_table_is_silent() -> None:
    assert not knows_opposites("tlh")
    assert poled("old", "tlh") == ()
