"""A table of rows is to its users what the list of the rows would be."""

from collections import Counter
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.model.packed_texts import PackedTexts
from reviewer.model.segment import State
from reviewer.storage.packing import PackedSegment
from reviewer.storage.row_table import RowTable

_TEXTS = st.text(st.characters(), max_size=12) | st.sampled_from(
    ["", "naïve \ud800", "„Ja“, 北京.", "\U0001f600\u2029"]
)
_IDS = st.integers(0, 30).map(str) | st.sampled_from(["5.17", "007", "٣", "x", str(1 << 64), str((1 << 64) - 1)])


@st.composite
def _rows(draw: st.DrawFn) -> list[PackedSegment]:
    ids = draw(st.lists(_IDS, unique=True, max_size=12))
    if draw(st.booleans()):
        ids.sort(key=lambda id: (len(id), id))
    ranks = list(accumulate(draw(st.lists(st.integers(1, 1 << 40), min_size=len(ids), max_size=len(ids)))))
    return [
        PackedSegment(
            rank,
            id,
            draw(_TEXTS),
            draw(_TEXTS),
            draw(st.none() | _TEXTS),
            draw(st.sampled_from(State)).value,
            draw(st.integers(0, 2)),
            draw(st.none() | st.just('{"note":"x"}')),
        )
        for rank, id in zip(ranks, ids, strict=True)
    ]


@given(_rows())
def test_a_table_is_the_list_of_its_rows(rows: list[PackedSegment]) -> None:
    table = RowTable.of(iter(rows))
    assert list(table) == rows == [table[place] for place in range(len(table))]
    assert table[-3:] == rows[-3:]
    for place, row in enumerate(rows):
        assert (table.id(place), table.texts(place)) == (row.id, (row.source, row.target))
        assert table.standing(place) == (row.state, row.delivered is not None)
        assert (table.revision(place), table.ranks[place]) == (row.revision, row.rank)


@given(_rows(), st.lists(_IDS))
def test_a_row_is_found_by_its_id_and_no_other_is(rows: list[PackedSegment], others: list[str]) -> None:
    table = RowTable.of(rows)
    places = {row.id: place for place, row in enumerate(rows)}
    for id in [*places, *others, "", "-1", "1.0"]:
        assert table.find(id) == places.get(id)


@given(_rows(), st.integers(0, 12), st.integers(0, 12))
def test_states_are_counted_without_looking_at_rows(rows: list[PackedSegment], start: int, stop: int) -> None:
    start, stop = min(start, len(rows)), min(stop, len(rows))
    counted = Counter((row.state, row.delivered is not None) for row in rows[start:stop])
    assert RowTable.of(rows).tally(range(start, stop)) == counted


def test_two_texts_in_step_make_plain_rows_but_for_the_odd_ones() -> None:
    odd = {1: PackedSegment(20, "2", "", "", None, State.FINAL.value, 0, '{"kind":"heading"}')}
    table = RowTable.side_by_side(PackedTexts.of("abc"), PackedTexts.of("xyz"), 10, odd)
    plain = State.TRANSLATED.value
    assert list(table) == [
        PackedSegment(10, "1", "a", "x", None, plain, 0, None),
        PackedSegment(20, "2", "b", "y", None, State.FINAL.value, 0, '{"kind":"heading"}'),
        PackedSegment(30, "3", "c", "z", None, plain, 0, None),
    ]
    assert list(table) == list(RowTable.of(table))


def test_there_is_no_row_behind_the_last() -> None:
    table = RowTable.of([PackedSegment(1, "1", "a", "b", None, "translated", 0, None)])
    with pytest.raises(IndexError):
        table[1]
