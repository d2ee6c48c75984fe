"""Following a name through the article and rendering it in one way, by key."""

import pytest

from reviewer.commands.at_hand import review
from reviewer.commands.desk import Page
from reviewer.commands.facts import pointed
from reviewer.model.errors import InputError
from reviewer.session.session import Session
from reviewer.storage.memory import MemoryStore
from tests.desk import ScriptedDesk
from tests.session.test_facts import BITEXT, ROWS, examined, odd


@pytest.fixture
def desk() -> ScriptedDesk:
    return ScriptedDesk(examined(Session(MemoryStore([BITEXT], ROWS), author="ana")))


def stand_at(desk: ScriptedDesk, key: str, segment: str = "") -> None:
    """Stand at a thing in the facts panel, or at one of its places."""
    session = review(desk)
    desk.fact = (key, next(session.facts.places(key, [segment])) if segment else None)


def test_the_next_odd_rendering_is_shown_with_its_source(desk: ScriptedDesk) -> None:
    desk.run("fact.next-odd")
    assert desk.lit is not None
    id, span, counterpart = desk.lit
    segment = review(desk).segment(id)
    assert span is not None
    assert counterpart is not None
    assert (span.of(segment.target), counterpart.of(segment.source)) == ("54", "45")
    desk.run("fact.next-odd")
    assert review(desk).current == "3"
    desk.run("fact.next-odd")
    assert desk.told[-1].startswith("No odd rendering below")


def test_a_name_is_walked_along_to_its_ends(desk: ScriptedDesk) -> None:
    session = review(desk)
    stand_at(desk, "sandvoss")
    desk.run("fact.next-place")
    desk.fact = None
    assert session.current == "2"
    desk.run("fact.next-place")
    assert session.current == "3"
    desk.run("fact.next-place")
    assert "no more below" in desk.told[-1]
    desk.run("fact.previous-place")
    assert session.current == "2"


def test_the_caret_says_which_name_is_meant(desk: ScriptedDesk) -> None:
    session = review(desk)
    session.go("2")
    desk.start_editing(position=session.segment("2").target.index("Sandvoss") + 2)
    desk.run("fact.next-place")
    assert desk.lit is not None
    assert desk.lit[0] == "3"


def test_one_place_is_given_another_of_the_renderings(desk: ScriptedDesk) -> None:
    session = review(desk)
    stand_at(desk, "sandvoss", "3")
    desk.run("fact.fix", "Sandvoss")
    assert session.segment("3").target == "Then Sandvoss went home."
    session.undo()
    stand_at(desk, "sandvoss", "3")
    desk.run("fact.fix", "…", "Sandvoß")
    assert session.segment("3").target == "Then Sandvoß went home."


def test_where_the_article_has_no_other_rendering_one_is_asked_for_at_once(desk: ScriptedDesk) -> None:
    session = review(desk)
    rows = [session.facts.row(key) for key in session.facts.order]
    stand_at(desk, next(row.key for row in rows if row is not None and row.name == "Hama"), "1")
    desk.run("fact.fix", "Hamah")
    assert session.segment("1").target == "Captain Sandvoss came to Hamah."


def test_what_the_caret_stands_at_is_meant_and_not_what_is_odd(desk: ScriptedDesk) -> None:
    session = review(desk)
    session.go("2")
    at = session.segment("2").target.index("Sandvoss") + 2
    desk.start_editing(at)
    desk.run("fact.fix", "Sandfoss")
    assert session.segment("2").target == "Later, Sandfoss spoke to 54 people."
    session.undo()
    desk.start_editing(at)
    desk.run("fact.accept")
    assert desk.told[-1] == "Accepted: “Sandvoss” for “Sandvoss”."
    desk.start_editing(at)
    desk.run("fact.fix-all")
    meant = pointed(desk)
    assert meant is not None
    assert meant[0].name == "Sandvoss"


def test_a_place_whose_text_has_changed_is_left_alone(desk: ScriptedDesk) -> None:
    session = review(desk)
    stand_at(desk, "sandvoss", "3")
    session.go("3")
    desk.type("Then, at last, Sandfoss went home.")
    with pytest.raises(InputError, match="nothing in this place"):
        desk.run("fact.fix")


def test_using_one_rendering_throughout_shows_the_places_first(desk: ScriptedDesk) -> None:
    stand_at(desk, "sandvoss")
    desk.run("fact.fix-all")
    assert desk.shown == [Page.RENDERING]


def test_accepting_says_what_and_again_takes_it_back(desk: ScriptedDesk) -> None:
    session = review(desk)
    stand_at(desk, "sandvoss")
    desk.run("fact.accept")
    assert desk.told[-1] == "Accepted: “Sandfoss” for “Sandvoss”."
    assert odd(session) == [("2", "54")]
    stand_at(desk, "sandvoss", "3")
    desk.run("fact.accept")
    assert desk.told[-1] == "No longer accepted: “Sandfoss” for “Sandvoss”."


def test_without_a_name_in_sight_the_editor_is_told_what_to_do(desk: ScriptedDesk) -> None:
    session = review(desk)
    session.facts.forget("1")
    with pytest.raises(InputError, match="facts panel"):
        desk.run("fact.next-place")
