"""Pairs that are worked out later go into the review without disturbing what was done meanwhile."""

from dataclasses import replace
from pathlib import Path

from reviewer.model.bitext import DOCUMENT_RANKS
from reviewer.model.segment import State
from reviewer.session import acts
from reviewer.session.pairing.refining import Stretch, edits, pair_anew
from reviewer.session.session import Session
from reviewer.storage.memory import MemoryStore
from reviewer.storage.packing import pack
from reviewer.storage.sqlite import SqliteStore
from tests.session.errand_answers import answers_of
from tests.session.test_repairing import RIGHT, SOURCE, TARGET, late, review, shown


def worked_out(session: Session, folder: Path, documents: tuple[int, ...] = (0,)) -> list[Stretch]:
    """Return what the process says about the rows of some documents as they are now."""
    path = str(folder / "p.review")
    SqliteStore.create(path, session.bitexts, [pack(row) for row in session.rows], {}, {}).close()
    *shares, found, last = answers_of(pair_anew, path, documents)
    assert last is None
    assert all(isinstance(share, float) and 0 < share < 1 for share in shares)
    assert isinstance(found, list)
    return found


def test_wrong_stretches_are_put_right_as_one_act(tmp_path: Path) -> None:
    session = review(late())
    (edit,) = edits(session, worked_out(session, tmp_path))
    assert len(edit.before) == 12
    session.apply(edit)
    assert shown(session) == RIGHT
    session.undo()
    assert shown(session) == late()


def test_right_pairs_are_left_alone(tmp_path: Path) -> None:
    session = review(RIGHT)
    assert list(edits(session, worked_out(session, tmp_path))) == []


def test_what_was_worked_on_stays(tmp_path: Path) -> None:
    session = review(late())
    found = worked_out(session, tmp_path)
    acts.set_target(session, "23", "Typed meanwhile.")
    before = shown(session)
    assert list(edits(session, found)) == []
    assert shown(session) == before


def test_what_was_decided_stays_and_the_rest_becomes_right_around_it(tmp_path: Path) -> None:
    session = review(late())
    acts.set_state(session, ["24"], State.REVIEWED)
    for edit in edits(session, worked_out(session, tmp_path)):
        session.apply(edit)
    assert (SOURCE[23], TARGET[22]) in shown(session)
    assert shown(session)[:22] == RIGHT[:22]
    assert shown(session)[-35:] == RIGHT[-35:]


def test_documents_are_paired_each_by_itself(tmp_path: Path) -> None:
    one, rows = review(late()), []
    for document in range(3):
        rows += [
            replace(row, id=str(document * 100 + n), rank=row.rank + document * DOCUMENT_RANKS)
            for n, row in enumerate(one.rows, 1)
        ]
    session = Session(MemoryStore(one.bitexts * 3, [pack(row) for row in rows], {}), author="ana")
    for edit in edits(session, worked_out(session, tmp_path, (0, 2))):
        session.apply(edit)
    found = shown(session)
    parts = [[found[number] for number in session.rows.of_document(document)] for document in range(3)]
    assert parts == [RIGHT, late(), RIGHT]
