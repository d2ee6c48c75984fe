"""Python characters and Qt's UTF-16 units stand for the same places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.model.span import Span
from reviewer.ui.utf16 import each_to_utf16, from_utf16, span_from_utf16, to_utf16


@pytest.mark.parametrize(
    ("text", "position", "units"),
    [("Hama", 4, 4), ("é\u00a0x", 2, 2), ("😀 Hama", 1, 2), ("😀 Hama", 6, 7), ("a𝄞b😀c", 4, 6), ("", 0, 0)],
)
def test_positions_behind_characters_outside_the_bmp(text: str, position: int, units: int) -> None:
    assert to_utf16(text, position) == units
    assert from_utf16(text, units) == position


def test_a_position_inside_a_pair_counts_as_before_it() -> None:
    assert from_utf16("😀x", 1) == 0


@given(st.text(), st.lists(st.integers(0, 40)))
def test_many_positions_are_those_of_each(text: str, positions: list[int]) -> None:
    positions = sorted(min(position, len(text)) for position in positions)
    assert list(each_to_utf16(text, positions)) == [to_utf16(text, position) for position in positions]


def test_a_span_stands_around_the_same_characters() -> None:
    text = "Der 😀 in Hama"
    span = Span(9, 13)
    assert span.of(text) == "Hama"
    assert span_from_utf16(text, 10, 14) == span


@given(st.text(alphabet=st.characters(codec="utf-8")), st.data())
def test_any_position_comes_back(text: str, data: st.DataObject) -> None:
    position = data.draw(st.integers(0, len(text)))
    assert from_utf16(text, to_utf16(text, position)) == position
