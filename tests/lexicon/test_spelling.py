"""Spelling by Hunspell dictionaries."""

from pathlib import Path

import pytest

from reviewer.lexicon import spelling
from reviewer.lexicon.german_nouns import is_common_noun
from reviewer.lexicon.spelling import doubtful_words, speller


def doubtful(text: str, lang: str) -> list[str]:
    return [span.of(text) for span in doubtful_words(text, lang)]


@pytest.mark.parametrize("lang", ["de", "en", "es", "fr", "it"])
def test_the_languages_we_ship_dictionaries_of_have_a_speller(lang: str) -> None:
    assert speller(lang) is not None


def test_a_language_without_a_dictionary_has_none_and_no_doubtful_words() -> None:
    assert speller("tlh") is None
    assert doubtful_words("qaStaH nuq", "tlh") == ()


def test_british_and_american_spellings_are_both_right() -> None:
    english = speller("en-GB")
    assert english is not None
    assert english.knows("colour")
    assert english.knows("color")
    assert english.knows("hasn’t")


def test_words_too_new_for_the_dictionary_are_known_as_rare() -> None:
    english = speller("en")
    assert english is not None
    assert english.knows("livestream")
    assert not english.has("livestream")


@pytest.mark.parametrize(
    ("lang", "wrong", "right"),
    [
        ("en", "foudn", "found"),
        ("en", "acheive", "achieve"),
        ("en", "hasnt", "hasn't"),
        ("de", "gesten", "gestern"),
        ("de", "beobachtbren", "beobachtbaren"),
        ("de", "ungaehnte", "ungeahnte"),
        ("de", "untersciedlichen", "unterschiedlichen"),
    ],
)
def test_one_slip_of_the_keyboard_is_mended(lang: str, wrong: str, right: str) -> None:
    dictionary = speller(lang)
    assert dictionary is not None
    assert not dictionary.knows(wrong)
    assert right in dictionary.near(wrong)


def test_names_addresses_and_compounds_are_not_judged() -> None:
    text = "Banas wrote to hte@exmple.org about #frsh, 3dd, a-b-cde and exmple.org/hte but misstook it."
    assert doubtful(text, "en") == ["misstook"]


def test_elided_and_possessive_words_are_judged_by_their_noun() -> None:
    assert doubtful("l’homme qu’il a vu", "fr") == []
    assert doubtful("the midfielder’s shirt", "en") == []


def test_letters_a_dictionary_cannot_encode_are_unknown_and_no_error() -> None:
    english = speller("en")
    assert english is not None
    assert not english.knows("東京")


def test_a_dictionary_of_the_users_own_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "tlh.aff").write_text("SET UTF-8\n")
    (tmp_path / "tlh.dic").write_text("2\nnuq\nqastah\n")
    monkeypatch.setenv("DICPATH", str(tmp_path))
    spelling.speller.cache_clear()
    try:
        assert doubtful("nuq qastah maj", "tlh") == ["maj"]
    finally:
        spelling.speller.cache_clear()


@pytest.mark.parametrize(
    ("word", "noun"),
    [("Krankheit", True), ("Gruppe", True), ("Boden", True), ("Rostock", False), ("Bundestag", False), ("Anja", False)],
)
def test_german_nouns_are_told_from_names(word: str, noun: bool) -> None:
    assert is_common_noun(word) is noun
