"""What an editor does is in the document at once, in the history, and comes back."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from reviewer.model.bitext import DOCUMENT_RANKS, Bitext, Document
from reviewer.model.changed import Aspect, Changed
from reviewer.model.correction import Comment, Correction, Edit, Verb
from reviewer.model.errors import StorageError
from reviewer.model.finding import Category, Dismissal, Finding, Severity
from reviewer.model.segment import Segment, State
from reviewer.session import acts
from reviewer.session.rows import RANK_GAP
from reviewer.session.session import Session
from reviewer.session.worklist import Filter
from reviewer.storage.memory import MemoryStore
from reviewer.storage.packing import pack

BITEXT = Bitext("t", Document("/s", "text", "de", "1"), Document("/t", "text", "en", "2"))
NOW = "2026-01-01T00:00:00Z"


def make_store(count: int = 5) -> MemoryStore:
    rows = [Segment(str(n), n * RANK_GAP, f"Quelle {n}", f"Target {n}", f"Target {n}") for n in range(1, count + 1)]
    return MemoryStore([BITEXT], [pack(s) for s in rows])


@pytest.fixture
def session() -> Session:
    return Session(make_store(), author="ana", now=lambda: NOW)


def edit(session: Session, id: str, text: str) -> None:
    before = session.segment(id)
    session.apply(Edit(Verb.EDIT, (before,), (replace(before, target=text, state=State.REVIEWED),)))


def finding(segment: str, severity: Severity = Severity.MAJOR) -> Finding:
    return Finding("numbers", segment, Category.NUMBER, severity, "Seven is not eight.", seen=("a", segment))


def test_an_edit_tells_what_changed(session: Session) -> None:
    told: list[Changed] = []
    session.listeners.append(told.append)
    edit(session, "2", "Better")
    assert session.segment("2").target == "Better"
    assert Changed(("2",), Aspect.TEXT | Aspect.STATE) in told
    assert session.saved


def test_an_edit_that_changes_nothing_is_no_act(session: Session) -> None:
    segment = session.segment("1")
    assert session.apply(Edit(Verb.EDIT, (segment,), (segment,))) is None
    assert session.history() == []


def test_undo_and_redo_survive_a_restart() -> None:
    store = make_store()
    first = Session(store, author="ana", now=lambda: NOW)
    edit(first, "2", "Better")
    edit(first, "3", "Best")
    first.undo()
    second = Session(store, author="ben", now=lambda: NOW)
    assert second.segment("3").target == "Target 3"
    second.redo()
    assert second.segment("3").target == "Best"
    second.undo()
    second.undo()
    assert [s.target for s in second.rows] == [f"Target {n}" for n in range(1, 6)]
    assert not second.can_undo
    assert [c.verb for c in second.history()] == ["edit", "edit", "undo", "redo", "undo", "undo"]


def test_a_dismissed_finding_stays_away_until_taken_back(session: Session) -> None:
    session.found("2", [finding("2")])
    dismissal = Dismissal(finding("2").fingerprint, "numbers", "2", False, "it is right", "ana", NOW)
    session.apply(Edit(Verb.DISMISS, (), (dismissal,)))
    assert session.findings.of("2") == ()
    session.found("2", [finding("2")])
    assert session.findings.of("2") == ()
    session.undo()
    assert session.findings.of("2") == (finding("2"),)


def test_a_finding_dismissed_everywhere_is_gone_everywhere(session: Session) -> None:
    for id in ("1", "4"):
        session.found(id, [finding(id)])
    session.apply(Edit(Verb.DISMISS, (), (Dismissal(finding("1").pattern, "numbers", "1", True, "", "ana", NOW),)))
    assert not session.findings.of("1") and not session.findings.of("4")


def test_comments_come_and_go_with_undo(session: Session) -> None:
    session.apply(Edit(Verb.COMMENT, (), (Comment("c1", "2", "Really?", "ana", NOW),)))
    assert [c.text for c in session.remarks.comments_of("2")] == ["Really?"]
    session.undo()
    assert session.remarks.comments_of("2") == ()


def test_a_row_that_went_is_not_waited_for(session: Session) -> None:
    edit(session, "3", "Better")
    assert set(session.stale) == {"3"}
    session.apply(Edit(Verb.MERGE, (session.segment("3"),), ()))
    assert not session.stale


def test_a_row_that_no_longer_fits_the_filter_stays_until_it_is_set_again(session: Session) -> None:
    session.set_filter(Filter(states=frozenset({State.TRANSLATED})))
    edit(session, "2", "Better")
    assert len(session.worklist) == 5
    session.set_filter(session.filter)
    assert [session.worklist.id_at(n) for n in range(4)] == ["1", "3", "4", "5"]


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        (Filter(text="TARGET 3"), ["3"]),
        (Filter(author="ana"), ["2"]),
        (Filter(corrected=True), ["2"]),
        (Filter(check="numbers"), ["4"]),
        (Filter(text="target", author="ana"), []),
    ],
)
def test_filters(session: Session, wanted: Filter, ids: list[str]) -> None:
    edit(session, "2", "Better")
    session.found("4", [finding("4")])
    session.set_filter(wanted)
    assert [session.worklist.id_at(n) for n in range(len(session.worklist))] == ids


def test_who_goes_to_a_hidden_row_sees_it_and_listeners_hear_that_it_is_shown(session: Session) -> None:
    session.set_filter(Filter(text="target 2"))
    told: list[Changed] = []
    session.listeners.append(told.append)
    session.go("4")
    assert [session.worklist.id_at(n) for n in range(len(session.worklist))] == ["2", "4"]
    assert told == [Changed(("2", "4"), Aspect.CURRENT | Aspect.FILTER)]


@pytest.mark.parametrize(
    ("gone", "rest", "here"), [("3", "2", "2"), ("3", "", "4"), ("5", "", "4")], ids=["merged", "taken out", "the last"]
)
def test_where_the_row_at_hand_goes_the_editor_stands_beside_it_and_listeners_hear(
    session: Session, gone: str, rest: str, here: str
) -> None:
    session.go(gone)
    told: list[Changed] = []
    session.listeners.append(told.append)
    kept = (session.segment(rest),) if rest else ()
    session.apply(Edit(Verb.MERGE, (*kept, session.segment(gone)), tuple(replace(row, target="Both") for row in kept)))
    assert session.current == here
    assert Aspect.CURRENT in told[-1].aspects
    session.undo()
    assert (session.current, len(session.rows)) == (here, 5)


def test_back_returns_to_where_the_editor_was(session: Session) -> None:
    session.go("4")
    session.go("2")
    assert session.back()
    assert session.current == "4"
    assert session.forward()
    assert session.current == "2"


def test_the_place_is_found_again() -> None:
    store = make_store()
    first = Session(store)
    first.go("4")
    first.draft("4", "half a sen")
    first.close()
    second = Session(store)
    assert (second.current, second.drafts) == ("4", {"4": "half a sen"})


def test_findings_are_walked_in_document_order(session: Session) -> None:
    for id in ("4", "2"):
        session.found(id, [finding(id, Severity.CRITICAL if id == "4" else Severity.MINOR)])
    assert session.findings.next_row(session.segment("2").rank) == session.segment("4").rank
    assert session.findings.previous_row(session.segment("2").rank) is None


def test_an_act_takes_the_place_of_what_was_being_typed() -> None:
    store = make_store()
    session = Session(store)
    session.draft("2", "half a sen")
    edit(session, "2", "Better")
    assert session.drafts == {}
    assert Session(store).drafts == {}


def test_a_place_that_is_gone_is_passed_over_on_the_way_back(session: Session) -> None:
    for id in ("2", "3", "4"):
        session.go(id)
    session.apply(Edit(Verb.MERGE, (session.segment("3"),), ()))
    assert session.back()
    assert session.current == "2"
    session.go("5")
    assert not session.forward(), "who goes elsewhere leaves the way forward"
    assert session.back()
    assert session.current == "2"


def test_only_so_many_places_are_kept() -> None:
    session = Session(make_store(300))
    for number in range(1, 301):
        session.go(str(number))
    steps = 0
    while session.back():
        steps += 1
    assert steps == 200
    assert session.current == "100"


def test_another_document_at_hand_tells_other_facts() -> None:
    rows = [Segment(str(n), n * DOCUMENT_RANKS + 1, "Quelle", "Target", "Target") for n in range(2)]
    session = Session(MemoryStore([BITEXT, BITEXT], [pack(row) for row in rows]))
    told: list[Changed] = []
    session.listeners.append(told.append)
    session.go("1")
    assert told == [Changed(("0", "1"), Aspect.CURRENT | Aspect.FACTS)]


def test_what_a_filter_shows_of_a_document_stands_in_a_row() -> None:
    rows = [Segment(str(n), n // 3 * DOCUMENT_RANKS + n + 1, "Quelle", f"T{n % 3}", "") for n in range(6)]
    session = Session(MemoryStore([BITEXT, BITEXT], [pack(row) for row in rows]))
    documents = [session.rows.of_document(number) for number in range(2)]
    assert [session.worklist.positions(numbers) for numbers in documents] == [range(3), range(3, 6)]
    session.set_filter(Filter(text="t2"))
    assert [session.worklist.positions(numbers) for numbers in documents] == [range(1), range(1, 2)]


def test_a_signed_off_paragraph_that_is_edited_is_only_reviewed(session: Session) -> None:
    acts.set_state(session, ["2"], State.FINAL)
    acts.set_target(session, "2", "Better")
    assert session.segment("2").state is State.REVIEWED


class Unreliable(MemoryStore):
    """A store that takes nothing while it is `down`."""

    down = False

    def append(self, correction: Correction, segments: Mapping[str, Segment]) -> None:
        if self.down:
            raise StorageError("The disk is full.")
        super().append(correction, segments)


def test_what_could_not_be_saved_waits_and_is_saved_in_order() -> None:
    store = Unreliable([BITEXT], [pack(Segment("1", RANK_GAP, "Quelle", "Target", "Target"))])
    session = Session(store)
    store.down = True
    for text in ("Better", "Best"):
        edit(session, "1", text)
    assert (session.saved, str(session.trouble), session.saved_number) == (False, "The disk is full.", 0)
    assert [c.number for c in session.history()] == [1, 2]
    store.down = False
    session.retry()
    assert (session.saved, session.trouble, session.saved_number) == (True, None, 2)
    assert [c.changes[0].after for c in store.history() if c.changes[0].after] == [
        {"target": "Better", "state": "reviewed"},
        {"target": "Best"},
    ]
