"""Words in many scripts."""

import pytest

from reviewer.text.words import folded_words, word_spans, words


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "Don’t go—it’s the well-known U-turn.", ["Don’t", "go", "it’s", "the", "well", "known", "U", "turn"]),
        ("fr", "« L’homme », dit-il", ["L’homme", "dit", "il"]),
        ("ca", "col·legi, 3D", ["col·legi", "3D"]),
        ("hi", "राष्ट्रपति ने कहा।", ["राष्ट्रपति", "ने", "कहा"]),
        ("ar", "قَالَ الرئيس، نعم.", ["قَالَ", "الرئيس", "نعم"]),
        ("he", 'צה"ל בעזה', ['צה"ל', "בעזה"]),
        ("fa", "می‌پذیرد", ["می‌پذیرد"]),
        ("ja", "東京へ行くiPhone", ["東京", "へ", "行", "く", "iPhone"]),
        ("th", "ประธานาธิบดี กล่าว", ["ประธานาธิบดี", "กล่าว"]),
    ],
)
def test_words_of_many_scripts(lang: str, text: str, expected: list[str]) -> None:
    assert list(words(text, lang)) == expected
    assert [span.of(text) for span in word_spans(text, lang)] == expected


def test_folding_keeps_the_turkish_dotless_i_apart() -> None:
    assert folded_words("Irak İran", "tr") == ("ırak", "iran")
    assert folded_words("It’s", "en") == ("it's",)
