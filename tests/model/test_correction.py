"""Changes carry what differs, go back and forth, and survive JSON."""

import json
from dataclasses import replace

from reviewer.model.correction import Change, Comment, Edit, Verb, changes_of, decode, encode
from reviewer.model.segment import Code, CodeKind, Segment, State
from reviewer.model.span import Span

SEGMENT = Segment("3", 3 << 32, "Eine Einnahme Hamas", "A capture of Hamas", "A capture of Hamas")


def test_a_change_carries_only_what_differs() -> None:
    edited = replace(SEGMENT, target="A capture of Hama", state=State.REVIEWED)
    (change,) = changes_of(Edit(Verb.EDIT, (SEGMENT,), (edited,)))
    assert change.before == {"target": "A capture of Hamas", "state": "translated"}
    assert change.after == {"target": "A capture of Hama", "state": "reviewed"}
    assert change.applied(SEGMENT) == edited
    assert change.reversed().applied(edited) == SEGMENT


def test_items_that_come_and_go_can_come_back() -> None:
    comment = Comment("c1", "3", "Which Hama?", "ana", "2026-01-01T00:00:00Z", Span(0, 4))
    (came,) = changes_of(Edit(Verb.COMMENT, (), (comment,)))
    assert came.applied(None) == comment
    assert came.reversed().applied(comment) is None


def test_every_field_survives_json() -> None:
    segment = replace(SEGMENT, target_codes=(Code("1", CodeKind.OPEN, "b", "bold"),), state=State.FINAL)
    assert decode("segment", json.loads(json.dumps(encode(segment)))) == segment


def test_nothing_changed_gives_no_change() -> None:
    assert changes_of(Edit(Verb.EDIT, (SEGMENT,), (replace(SEGMENT, revision=9),))) == ()
    assert isinstance(changes_of(Edit(Verb.EDIT, (SEGMENT,), ()))[0], Change)
