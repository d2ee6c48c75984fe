"""A document read again after its files changed: what was done to paragraphs that are still there is still there."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from reviewer.model.errors import InputError
from reviewer.model.segment import State
from reviewer.session import acts
from reviewer.session.export.delivering import deliver, delivery
from reviewer.session.opening.opening import Opened, open_documents
from reviewer.session.opening.projects import open_project
from reviewer.session.opening.request import FilePair
from reviewer.session.rereading import reread, take_up
from reviewer.session.session import Session

SOURCE = ["Ein Fluss.", "Ein großes Haus.", "Der Wald ist dunkel.", "Eine grüne Wiese.", "Ein hoher Berg."]
TARGET = ["A river.", "A large house.", "The wood is dark.", "A green meadow.", "A high mountain."]


class Desk:
    """A project of one document on disk, whose files somebody else changes."""

    def __init__(self, folder: Path) -> None:
        self.source, self.target = folder / "s.txt", folder / "t.txt"
        self.write(SOURCE, TARGET)
        self.session = self.open()

    def write(self, source: Sequence[str], target: Sequence[str], encoding: str = "utf-8") -> None:
        self.source.write_bytes("".join(f"{line}\n" for line in source).encode("utf-8"))
        self.target.write_bytes("".join(f"{line}\n" for line in target).encode(encoding))

    def open(self) -> Session:
        def read(pairs: Sequence[FilePair], known: tuple[str, str] | None) -> Opened:
            return open_documents(pairs, *(known or ("de", "en")))

        kept = open_project([FilePair(str(self.source), str(self.target))], read)
        return Session(kept.store, kept.project, author="ana")

    def read_again(self) -> tuple[int, int, int, int]:
        reading = reread(self.session, 0)
        take_up(self.session, reading)
        return reading.changed, reading.came, reading.gone, reading.superseded

    def rows(self) -> list[tuple[str, str, str, State]]:
        return [(row.id, row.source, row.target, row.state) for row in self.session.rows]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_what_was_done_stays_with_paragraphs_that_are_as_they_were(desk: Desk) -> None:
    session = desk.session
    acts.set_target(session, "2", "A big house.")
    acts.set_state(session, ["2", "4"], State.REVIEWED)
    acts.set_state(session, ["5"], State.NEEDS_WORK, "how high?")
    acts.comment(session, "3", "Which wood?")
    desk.write(
        ["Titel", *SOURCE[:3], "Neu.", *SOURCE[3:]], ["Title", *TARGET[:2], "The forest is dark.", "New.", *TARGET[3:]]
    )
    assert desk.read_again() == (1, 2, 0, 0)
    assert desk.rows() == [
        ("6", "Titel", "Title", State.TRANSLATED),
        ("1", SOURCE[0], TARGET[0], State.TRANSLATED),
        ("2", SOURCE[1], "A big house.", State.REVIEWED),
        ("3", SOURCE[2], "The forest is dark.", State.TRANSLATED),
        ("7", "Neu.", "New.", State.TRANSLATED),
        ("4", SOURCE[3], TARGET[3], State.REVIEWED),
        ("5", SOURCE[4], TARGET[4], State.NEEDS_WORK),
    ]
    assert session.segment("5").note == "how high?"
    assert [comment.text for comment in session.remarks.comments_of("3")] == ["Which wood?"]
    before = desk.rows()
    session.close()
    desk.session = desk.open()
    assert desk.rows() == before


def test_only_corrections_differ_from_the_new_file_when_it_is_exported(desk: Desk) -> None:
    acts.set_target(desk.session, "2", "A big house.")
    desk.write(SOURCE[1:], [*TARGET[1:4], "A very high mountain."])
    with pytest.raises(InputError, match="Read the changed files again"):
        delivery(desk.session)
    desk.read_again()
    deliver(desk.session, delivery(desk.session))
    assert desk.target.read_text("utf-8") == "A big house.\nThe wood is dark.\nA green meadow.\nA very high mountain.\n"


def test_a_correction_the_file_has_now_is_none_any_more_and_one_it_contradicts_is_in_the_history(desk: Desk) -> None:
    session = desk.session
    acts.set_targets(session, {"1": "A stream.", "2": "A big house."})
    acts.set_state(session, ["1", "2"], State.REVIEWED)
    desk.write(SOURCE, ["A stream.", "A huge house.", *TARGET[2:]])
    assert desk.read_again() == (2, 0, 0, 1)
    one, two = session.segment("1"), session.segment("2")
    assert (one.target, one.corrected, one.state) == ("A stream.", False, State.REVIEWED)
    assert (two.target, two.corrected, two.state) == ("A huge house.", False, State.TRANSLATED)
    told = [change.after for c in session.history("2") for change in c.changes if change.segment == "2"]
    assert any(after and after.get("target") == "A big house." for after in told)


def test_where_the_source_changed_somebody_has_to_look_again(desk: Desk) -> None:
    acts.set_target(desk.session, "3", "The wood is very dark.")
    acts.set_state(desk.session, ["3", "4"], State.REVIEWED)
    desk.write([*SOURCE[:2], "Der Wald ist sehr dunkel.", *SOURCE[3:]], TARGET)
    assert desk.read_again() == (1, 0, 0, 0)
    assert desk.rows()[2] == ("3", "Der Wald ist sehr dunkel.", "The wood is very dark.", State.TRANSLATED)
    assert desk.rows()[3][3] is State.REVIEWED


def test_comments_on_what_went_are_kept_beside_it(desk: Desk) -> None:
    acts.comment(desk.session, "5", "Which mountain?")
    desk.session.go("5")
    desk.write(SOURCE[:4], TARGET[:4])
    assert desk.read_again() == (0, 0, 1, 0)
    assert [comment.text for comment in desk.session.remarks.comments_of("4")] == ["Which mountain?"]
    assert desk.session.current == "4"
    desk.session.close()
    assert [comment.text for comment in desk.open().remarks.comments_of("4")] == ["Which mountain?"]


def test_undo_does_not_reach_behind_it_also_tomorrow_and_the_project_as_it_was_is_kept(desk: Desk) -> None:
    acts.set_target(desk.session, "2", "A big house.")
    desk.write(SOURCE[:4], TARGET[:4])
    desk.read_again()
    assert not desk.session.can_undo
    acts.set_target(desk.session, "1", "A stream.")
    desk.session.close()
    session = desk.open()
    assert session.undo() and not session.can_undo
    session.close()
    before = Path(f"{desk.target}.review.before")
    assert before.exists()


def test_a_file_saved_in_another_encoding_is_read_as_it_is(desk: Desk) -> None:
    desk.write(SOURCE, ["A café.", *TARGET[1:]])
    desk.read_again()
    desk.write(SOURCE, ["A café.", *TARGET[1:]], "utf-16")
    assert desk.read_again() == (0, 0, 0, 0)
    acts.set_target(desk.session, "2", "A big café.")
    deliver(desk.session, delivery(desk.session))
    assert desk.target.read_text("utf-16").splitlines()[:2] == ["A café.", "A big café."]


def test_what_was_changed_in_the_meantime_is_not_overwritten(desk: Desk) -> None:
    desk.write(SOURCE[:4], TARGET[:4])
    reading = reread(desk.session, 0)
    acts.set_target(desk.session, "1", "A stream.")
    with pytest.raises(InputError, match="changed meanwhile"):
        take_up(desk.session, reading)
    assert desk.session.segment("1").target == "A stream." and len(desk.session.rows) == 5
