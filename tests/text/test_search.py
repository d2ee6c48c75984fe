"""Searching finds what an editor means and never hangs."""

import pytest

from reviewer.model.errors import InputError
from reviewer.text.search import Query, finder, replaced


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (Query("hama"), ["Hama", "Hama"]),
        (Query("hama", match_case=True), []),
        (Query("Hama", whole_words=True), ["Hama"]),
        (Query(r"\d+", regular=True), ["12", "7"]),
        (Query("."), ["."]),
        (Query(""), []),
    ],
)
def test_hits(query: Query, found: list[str]) -> None:
    text = "Hama and Hamas, 12 and 7."
    assert [hit.span.of(text) for hit in finder(query)(text)] == found


def test_groups_can_be_put_into_the_replacement() -> None:
    text = "March 5, April 7"
    hits = list(finder(Query(r"(\w+) (\d+)", regular=True), r"\2 \1")(text))
    assert replaced(text, hits) == "5 March, 7 April"


def test_a_plain_replacement_is_taken_as_it_is() -> None:
    assert replaced("a.b", list(finder(Query("."), r"\1")("a.b"))) == r"a\1b"


@pytest.mark.parametrize(
    ("query", "replacement", "sentence"),
    [
        (Query("(", regular=True), "", "not complete"),
        (Query("a", regular=True), r"\4", "replacement"),
        (Query(r"^(a|aa)+$", regular=True), "", "too long"),
    ],
)
def test_a_bad_expression_is_explained(query: Query, replacement: str, sentence: str) -> None:
    with pytest.raises(InputError, match=sentence):
        list(finder(query, replacement)("a" * 5000 + "b"))
