"""Texts that say the same are about equally long, whatever they are written in."""

import pytest

from reviewer.alignment.lengths import letters

ENGLISH = "All human beings are born free and equal in dignity and rights."


@pytest.mark.parametrize(
    "text",
    [
        "Alle Menschen sind frei und gleich an Würde und Rechten geboren.",
        "Все люди рождаются свободными и равными в своем достоинстве и правах.",
        "كل البشر يولدون أحرارا ومتساوين في الكرامة والحقوق.",
        "כל בני האדם נולדו בני חורין ושווים בערכם ובזכויותיהם.",
        "सभी मनुष्य जन्म से स्वतंत्र और मर्यादा और अधिकारों में समान होते हैं।",
        "人人生而自由，在尊严和权利上一律平等。",
        "すべての人間は生まれながらに自由で、尊厳と権利において平等である。",
        "모든 인간은 태어날 때부터 자유로우며 존엄과 권리에 있어 동등하다.",
    ],
)
def test_translations_are_about_as_long(text: str) -> None:
    source, target = letters([ENGLISH, text])
    assert 0.75 < target / source < 1.3


def test_white_space_and_vowel_points_add_nothing() -> None:
    assert letters(["a b\n\u00a0c", "שלום", "שָׁלוֹם", ""]).tolist() == [3.0, 5.0, 5.0, 1.0]
