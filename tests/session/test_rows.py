"""The rows of a session are to its users what a list of all segments would be, whatever was done to them."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.model.segment import Segment, State
from reviewer.session.rows import RANK_GAP, Rows
from reviewer.storage.packing import pack


def _segment(number: int) -> Segment:
    return Segment(str(number), number * RANK_GAP, f"Quelle {number}", f"Target {number}", f"Target {number}")


def _split_off(number: int) -> Segment:
    return Segment(f"{number}.9", number * RANK_GAP + 7, "", "new", "new", State.INITIAL)


def _corrected(number: int) -> Segment:
    return Segment(str(number), number * RANK_GAP, "Quelle", "better", "worse", State.REVIEWED, 1)


_ACTS = st.sampled_from(["look", "correct", "split", "remove", "move"])


@given(st.integers(0, 6), st.lists(st.tuples(_ACTS, st.integers(1, 7)), max_size=12))
def test_rows_are_the_list_of_their_segments(count: int, acts: list[tuple[str, int]]) -> None:
    known = {str(n): _segment(n) for n in range(1, count + 1)}
    rows = Rows([pack(segment) for segment in known.values()])
    for act, number in acts:
        if act == "look" and number <= len(rows):
            _ = rows[number - 1]
        elif act == "remove":
            for id in (str(number), f"{number}.9"):
                if known.pop(id, None):
                    rows.remove(id)
        elif act in ("correct", "split", "move"):
            segment = _corrected(number) if act == "correct" else _split_off(number)
            if act == "move":
                segment = Segment("moved", number * RANK_GAP + 1, "a", "b", "b")
            known[segment.id] = segment
            rows.put(segment)
        _expect(rows, sorted(known.values(), key=lambda segment: segment.rank))


def _expect(rows: Rows, segments: list[Segment]) -> None:
    everything = range(len(segments))
    assert len(rows) == len(segments)
    assert list(rows.ids(everything)) == [segment.id for segment in segments]
    assert list(rows.texts()) == [(segment.id, segment.source, segment.target) for segment in segments]
    assert list(rows.states()) == [(segment.id, segment.state.value, segment.corrected) for segment in segments]
    assert rows.tally() == Counter((segment.state, segment.corrected) for segment in segments)
    assert rows.worked_on(everything) == any(segment.revision for segment in segments)
    for number, segment in enumerate(segments):
        assert rows.has(segment.id) and rows.number(segment.id) == number and rows.rank_of(segment.id) == segment.rank
        assert rows.number_at(segment.rank) == number
        assert (rows.id_at(number), rows.rank_at(number)) == (segment.id, segment.rank)
        assert rows.texts_of(segment.id) == (segment.source, segment.target)
    for id in ("0", "8", "9.9"):
        assert not rows.has(id)
        with pytest.raises(KeyError):
            rows.number(id)


def test_rows_are_as_they_were_put() -> None:
    rows = Rows([pack(_segment(n)) for n in (1, 2, 3)])
    rows.put(_corrected(2))
    rows.put(_split_off(2))
    assert list(rows) == [_segment(1), _corrected(2), _split_off(2), _segment(3)]
    rows.remove("2")
    rows.put(_segment(2))
    assert [rows.by_id("2"), rows[-1]] == [_segment(2), _segment(3)]
