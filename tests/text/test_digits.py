import sys
from unicodedata import category, decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.text.digits import fold_digits


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("٤٥ شخصا", "45 شخصا"),
        ("१२३ लोग", "123 लोग"),
        ("３，５００円", "3,500円"),
        ("৪২%", "42%"),
        ("no digit: ½ m²", "no digit: ½ m²"),
    ],
)
def test_digits_of_every_script_read_as_ascii(text: str, folded: str) -> None:
    assert fold_digits(text) == folded


@given(st.text())
def test_folding_keeps_every_place(text: str) -> None:
    folded = fold_digits(text)
    assert len(folded) == len(text)
    assert all(a == b or b in "0123456789.,:%/-$¥£’" for a, b in zip(text, folded, strict=True))


def test_every_decimal_digit_of_unicode_is_folded() -> None:
    digits = [char for char in map(chr, range(sys.maxunicode + 1)) if category(char) == "Nd"]
    assert [fold_digits(digit) for digit in digits] == [str(decimal(digit)) for digit in digits]
