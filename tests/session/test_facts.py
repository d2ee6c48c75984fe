"""The facts of a document follow its changes; the odd rendering out stands out, until an editor accepts it."""

from pathlib import Path

import pytest

from reviewer.model.bitext import DOCUMENT_RANKS, Bitext, Document
from reviewer.model.changed import Aspect
from reviewer.model.segment import Segment
from reviewer.session import acts
from reviewer.session.checking import Examiner
from reviewer.session.rows import RANK_GAP
from reviewer.session.session import Session
from reviewer.storage.memory import MemoryStore
from reviewer.storage.packing import pack
from reviewer.storage.sqlite import SqliteStore

PAIRS = (
    ("Der Kapitän Sandvoss kam nach Hama.", "Captain Sandvoss came to Hama."),
    ("Später sprach Sandvoss mit 45 Leuten.", "Later, Sandvoss spoke to 54 people."),
    ("Dann ging Sandvoss nach Hause.", "Then Sandfoss went home."),
)
BITEXT = Bitext("t", Document("", "text", "de", "1"), Document("", "text", "en", "2"))
ROWS = [pack(Segment(str(n), n * RANK_GAP, *pair, pair[1])) for n, pair in enumerate(PAIRS, 1)]


def examined(session: Session) -> Session:
    """Check all of a session and return it."""
    session.stale.everything()
    examiner = Examiner(session)
    examiner.survey()
    while examiner.work(10):
        pass
    return session


def test_each_document_is_a_witness_of_its_own() -> None:
    others = [row._replace(rank=row.rank + DOCUMENT_RANKS, id=f"{row.id}00") for row in ROWS]
    for n in (0, 1):
        others[n] = others[n]._replace(target=others[n].target.replace("Sandvoss", "Sandfoss"))
    session = examined(Session(MemoryStore([BITEXT, BITEXT], [*ROWS, *others]), author="ana"))
    found = {id for id in ("1", "2", "3", "100", "200", "300") if checks_in(session, id) & {"odd-rendering"}}
    assert found == {"3"}
    assert renderings(session, "sandvoss") == {"Sandvoss": 2, "Sandfoss": 1}
    assert odd(session) == [("3", "Sandfoss"), ("2", "54")]
    told = []
    session.listeners.append(lambda changed: told.append(Aspect.FACTS in changed.aspects))
    session.go("2")
    session.go("100")
    assert told == [False, True]
    assert renderings(session, "sandvoss") == {"Sandfoss": 3}
    assert odd(session) == [("200", "54")]


def checks_in(session: Session, id: str) -> set[str]:
    return {finding.check for finding in session.findings.of(id)}


@pytest.fixture
def session() -> Session:
    return examined(Session(MemoryStore([BITEXT], ROWS), author="ana"))


def odd(session: Session) -> list[tuple[str, str]]:
    """Return where something is told in an odd way, and how."""
    keys = [key for key in session.facts.order if key in session.facts.odd]
    return [(p.segment, p.fact.rendering) for key in keys for p in session.facts.places(key) if p.odd]


def renderings(session: Session, key: str) -> dict[str, int]:
    row = session.facts.row(key)
    return {rendering.text: rendering.times for rendering in row.renderings} if row else {}


def test_a_row_has_its_renderings_and_where_they_stand(session: Session) -> None:
    row = session.facts.row("sandvoss")
    assert row is not None
    assert (row.name, row.times, row.odd) == ("Sandvoss", 3, 1)
    assert [(r.text, r.times, r.odd) for r in row.renderings] == [("Sandvoss", 2, False), ("Sandfoss", 1, True)]
    assert [(place.segment, place.fact.rendering) for place in session.facts.places("sandvoss")] == [
        ("1", "Sandvoss"),
        ("2", "Sandvoss"),
        ("3", "Sandfoss"),
    ]
    assert sorted(odd(session)) == [("2", "54"), ("3", "Sandfoss")]


def test_rows_follow_a_correction_and_its_undo(session: Session) -> None:
    before = renderings(session, "sandvoss")
    acts.set_target(session, "3", "Then Sandvoss went to Homs.")
    examined(session)
    assert renderings(session, "sandvoss") == {"Sandvoss": 3}
    assert odd(session) == [("2", "54")]
    session.undo()
    examined(session)
    assert renderings(session, "sandvoss") == before


def test_rows_go_with_what_told_of_them(session: Session) -> None:
    acts.merge(session, "1")
    examined(session)
    assert [place.segment for place in session.facts.places("sandvoss")] == ["1", "1", "3"]
    acts.set_target(session, "1", "")
    examined(session)
    assert renderings(session, "sandvoss") == {"Sandfoss": 1}


def test_an_accepted_rendering_is_odd_no_more_until_undone(session: Session) -> None:
    acts.accept_rendering(session, "3", "sandvoss", "Sandfoss")
    assert odd(session) == [("2", "54")]
    assert not [f for f in examined(session).findings.of("3") if f.check == "odd-rendering"]
    session.undo()
    assert ("3", "Sandfoss") in odd(session)
    assert [f for f in examined(session).findings.of("3") if f.check == "odd-rendering"]


def test_what_is_accepted_no_check_reports(session: Session) -> None:
    assert [f.check for f in session.findings.of("2")] == ["numbers"]
    (key,) = (fact.key for fact in session.facts.of("2") if fact.rendering == "54")
    acts.accept_rendering(session, "2", key, "54")
    assert examined(session).findings.of("2") == ()
    assert [f.check for f in session.findings.of("3")] == ["odd-rendering"], "of other things they still speak"
    session.undo()
    assert [f.check for f in examined(session).findings.of("2")] == ["numbers"]


def test_accepting_again_takes_it_back(session: Session) -> None:
    for _ in range(2):
        acts.accept_rendering(session, "3", "sandvoss", "Sandfoss")
    assert ("3", "Sandfoss") in odd(session)


def test_an_accepted_rendering_is_kept_in_the_project(tmp_path: Path) -> None:
    store = SqliteStore.create(str(tmp_path / "p.review"), [BITEXT], ROWS, {0: b""}, {})
    first = examined(Session(store, author="ana"))
    acts.accept_rendering(first, "3", "sandvoss", "Sandfoss")
    first.close()
    second = examined(Session(SqliteStore(str(tmp_path / "p.review"))))
    assert odd(second) == [("2", "54")]
    second.undo()
    assert ("3", "Sandfoss") in odd(second)
    second.close()
