"""What waits to be checked is as true where all rows do as where some do."""

from hypothesis import given
from hypothesis import strategies as st

from reviewer.model.segment import Segment
from reviewer.session.rows import Rows
from reviewer.session.stale import StaleRows
from reviewer.storage.packing import pack

_IDS = ("1", "2", "3")
_ACTS = st.sampled_from(["everything", "change", "check", "remove"])


def _segment(id: str) -> Segment:
    return Segment(id, int(id) << 32, "a", "b", "b")


@given(st.lists(st.tuples(_ACTS, st.sampled_from(_IDS)), max_size=20))
def test_a_row_is_stale_from_its_change_to_its_check(acts: list[tuple[str, str]]) -> None:
    rows = Rows([pack(_segment(id)) for id in _IDS])
    stale = StaleRows(rows)
    expected: set[str] = set()
    for act, id in acts:
        if act == "everything":
            stale.everything()
            expected = {id for id in _IDS if rows.has(id)}
        elif act == "change":
            rows.put(_segment(id))
            stale.add(id)
            expected.add(id)
        elif act == "check":
            stale.discard(id)
            expected.discard(id)
        elif rows.has(id):
            rows.remove(id)
            stale.forget(id)
            expected.discard(id)
        assert (set(stale), len(stale), bool(stale)) == (expected, len(expected), bool(expected))
        assert {id for id in (*_IDS, "4") if id in stale} == expected


def test_rows_may_be_checked_while_one_goes_through_them() -> None:
    stale = StaleRows(Rows([pack(_segment(id)) for id in _IDS]))
    for _ in range(2):
        stale.everything()
        for id in stale:
            stale.discard(id)
        assert not stale
        for id in _IDS:
            stale.add(id)
