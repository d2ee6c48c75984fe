"""Pairing repairs never change the document."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from reviewer.model.segment import UNIT_BREAK, Lead, Segment
from reviewer.session.pairing.pairing import merged, moved_down, moved_up, split


def segment(number: int, source: str, target: str) -> Segment:
    return Segment(str(number), number << 32, source, target, target)


def flat(rows: list[Segment], side: str = "target") -> str:
    """The side's text with what stands between its parts; a paragraph starts with a break."""
    text = ""
    for row in rows:
        lead = row.source_lead if side == "source" else row.target_lead
        if lead != Lead.HOLE:
            text += (UNIT_BREAK if lead == Lead.UNIT else lead[1:]) + getattr(row, side)
    return text


def test_merged_paragraphs_keep_the_break_between_them() -> None:
    whole = merged(segment(1, "Eins.", "One."), segment(2, "Zwei.", "Two."))
    assert (whole.source, whole.target) == ("Eins.\u2029Zwei.", "One.\u2029Two.")


def test_a_split_in_the_middle_leaves_a_hole_beside_the_second_part() -> None:
    parts = split(segment(1, "Eins und zwei.", "One. Two."), 4, "1.1", (1 << 32) + 5)
    assert parts
    assert [(p.source, p.target, p.source_lead) for p in parts] == [
        ("Eins und zwei.", "One.", "unit"),
        ("", "Two.", "hole"),
    ]
    assert parts[1].target_lead == "+ "


def test_a_target_moved_out_of_a_lone_row_takes_the_row_with_it() -> None:
    upper, lower = segment(1, "", "One."), segment(2, "Zwei.", "")
    upper = replace(upper, source_lead=Lead.HOLE)
    lower = replace(lower, target_lead=Lead.HOLE)
    (row,) = moved_down(upper, lower)
    assert (row.source, row.target, row.id) == ("Zwei.", "One.", "2")


TEXT = st.text("ab. ", min_size=0, max_size=12)


@given(st.lists(st.tuples(TEXT, TEXT), min_size=2, max_size=5), st.data())
def test_no_repair_changes_either_document(texts: list[tuple[str, str]], data: st.DataObject) -> None:
    rows = [segment(n, s, t) for n, (s, t) in enumerate(texts)]
    before = flat(rows), flat(rows, "source")
    for step in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(rows) - 1))
        action = data.draw(st.sampled_from(["merge", "split", "break", "down", "up"]))
        if action == "split" or action == "break":
            place = data.draw(st.integers(0, len(rows[at].target))) if action == "split" else None
            parts = split(rows[at], place, f"s{step}", rows[at].rank + 1)
            rows[at : at + 1] = parts or [rows[at]]
        elif at + 1 < len(rows):
            repair = {"merge": lambda a, b: [merged(a, b)], "down": moved_down, "up": moved_up}[action]
            rows[at : at + 2] = repair(rows[at], rows[at + 1])
        assert (flat(rows), flat(rows, "source")) == before
        assert all(row.target == row.delivered for row in rows)
