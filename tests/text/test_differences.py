"""Differences name the words that changed and put two versions back together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.text.differences import counterpart, differences


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("A capture of Hamas would", "A capture of Hama would", [("Hamas", "Hama")]),
        ("the the fight", "the fight", [("the ", "")]),
        ("約300万人が影響", "約30万人が影響", [("300", "30")]),
        ("same", "same", []),
    ],
)
def test_words_that_changed(old: str, new: str, expected: list[tuple[str, str]]) -> None:
    assert [(d.old.of(old), d.new.of(new)) for d in differences(old, new)] == expected


@given(st.text("ab ", max_size=30), st.text("ab ", max_size=30))
def test_the_new_text_can_be_built_from_the_old(old: str, new: str) -> None:
    built, at = "", 0
    for difference in differences(old, new):
        built += old[at : difference.old.start] + difference.new.of(new)
        at = difference.old.end
    assert built + old[at:] == new


@given(st.text("ab ", max_size=30), st.text("ab ", max_size=30))
def test_positions_correspond_in_order(text: str, other: str) -> None:
    places = [counterpart(text, other, p) for p in range(len(text) + 1)]
    assert places == sorted(places)
    assert all(0 <= p <= len(other) for p in places)
