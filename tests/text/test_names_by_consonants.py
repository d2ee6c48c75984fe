"""Names are heard in Arabic letters and in Hangul, which keep but some of their sounds."""

import pytest

from reviewer.text.sounds.consonants import consonant_similarity
from reviewer.text.sounds.hangul import hangul_similarity


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("araghchi", "عراقچي"),
        ("araghtschi", "عراقچي"),
        ("huppert", "هوپر"),
        ("george", "جورج"),
        ("wagner", "فاغنر"),
        ("chalhoub", "شلهوب"),
        ("washington", "واشنطن"),
    ],
)
def test_a_name_is_heard_in_arabic_letters(name: str, word: str) -> None:
    assert consonant_similarity(name, word) >= 0.8


@pytest.mark.parametrize(("name", "word"), [("araghchi", "ظريف"), ("huppert", "بينوش"), ("macron", "هولاند")])
def test_another_name_is_not(name: str, word: str) -> None:
    assert consonant_similarity(name, word) < 0.6


@pytest.mark.parametrize(
    ("name", "word"),
    [("scholz", "숄츠"), ("george", "조지"), ("fernandes", "페르난드스"), ("bakchanuk", "박찬욱"), ("scott", "스콧")],
)
def test_a_name_is_heard_in_hangul(name: str, word: str) -> None:
    assert hangul_similarity(name, word) >= 0.68


@pytest.mark.parametrize(("name", "word"), [("scholz", "메르켈"), ("george", "워런"), ("fernandes", "래시퍼드")])
def test_another_name_is_not_heard_in_hangul(name: str, word: str) -> None:
    assert hangul_similarity(name, word) < 0.6
