"""Names are cut out, folded and brought to their base form."""

import pytest

from reviewer.text.folding import fold
from reviewer.text.inflection import bases
from reviewer.text.tokens import tokens


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Perú", "Peru"),
        ("Łódź", "Lodz"),
        ("Saint-Denis", "Saint Denis"),
        ("GROẞ", "Gross"),
        ("أحمد", "احمد"),
        ("İstanbul", "Istanbul"),
        ("Đà Nẵng", "Da Nang"),
        ("फ़्रांस", "फ्रांस"),
        ("चाँद", "चांद"),
    ],
)
def test_spellings_of_one_name_fold_to_one_key(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_vowel_signs_of_indic_scripts_are_kept() -> None:
    assert fold("दिल्ली") != fold("दल्ल")


@pytest.mark.parametrize(
    ("word", "lang", "base"),
    [
        ("hamas", "de", "hama"),
        ("munchner", "de", "munchen"),
        ("warszawie", "pl", "warszawa"),
        ("москве", "ru", "москва"),
        ("києва", "uk", "києв"),
        ("بحلب", "ar", "حلب"),
        ("서울에서", "ko", "서울"),
        ("helsingissa", "fi", "helsinki"),
    ],
)
def test_a_base_form_is_proposed(word: str, lang: str, base: str) -> None:
    assert base in bases(word, lang)


def test_english_takes_no_s_off() -> None:
    assert bases("hamas", "en") == ()


def test_sentence_starts_are_told_from_abbreviations() -> None:
    found = tokens("Dr. Müller kam. „Nein“, sagte U.S. Präsident Biden.", "de")
    assert [token.text for token in found if token.first] == ["Dr", "Nein"]
