"""One repair by hand puts right what is wrong around it, and leaves alone what the editor has decided."""

import random
import time
from collections.abc import Sequence
from dataclasses import replace

import pytest

from reviewer.alignment.repair import warm_up
from reviewer.model.bitext import Bitext, Document, Origin
from reviewer.model.segment import UNIT_BREAK, Lead, Segment, State
from reviewer.session import acts
from reviewer.session.session import Session
from reviewer.storage.memory import MemoryStore
from reviewer.storage.packing import pack

COUNT = 60
SOURCE = [f"Absatz {n * 37 % 1000} handelt von " + "Wörtern " * (3 + n * 7 % 11) + "." for n in range(COUNT)]
TARGET = [f"Paragraph {n * 37 % 1000} deals with " + "words " * (3 + n * 7 % 11) + "." for n in range(COUNT)]
RIGHT = list(zip(SOURCE, TARGET, strict=True))


def stored(pairs: Sequence[tuple[str, str]]) -> MemoryStore:
    """Return the project of two files paired so; an empty text is a hole."""
    rows = [
        Segment(
            str(n + 1),
            (n + 1) << 32,
            source,
            target,
            target,
            source_lead=Lead.UNIT if source else Lead.HOLE,
            target_lead=Lead.UNIT if target else Lead.HOLE,
            state=State.TRANSLATED if target else State.INITIAL,
        )
        for n, (source, target) in enumerate(pairs)
    ]
    bitext = Bitext("t", Document("s.txt", "txt", "de", "", {}), Document("t.txt", "txt", "en", "", {}))
    return MemoryStore([bitext], [pack(row) for row in rows], {})


def review(pairs: Sequence[tuple[str, str]]) -> Session:
    """Return a review of that project."""
    return Session(stored(pairs), author="ana")


def late() -> list[tuple[str, str]]:
    """Return the pairs with a stretch in which every translation stands one row too low."""
    return [
        *RIGHT[:20],
        (SOURCE[20], ""),
        *zip(SOURCE[21:31], TARGET[20:30], strict=True),
        ("", TARGET[30]),
        *RIGHT[31:],
    ]


def early() -> list[tuple[str, str]]:
    """Return the pairs with a stretch in which every translation stands one row too high."""
    return [
        *RIGHT[:20],
        ("", TARGET[20]),
        *zip(SOURCE[20:30], TARGET[21:31], strict=True),
        (SOURCE[30], ""),
        *RIGHT[31:],
    ]


def shown(session: Session) -> list[tuple[str, str]]:
    return [(row.source, row.target) for row in session.rows]


def test_moving_one_translation_up_moves_all_that_are_late() -> None:
    session = review(late())
    acts.move_up(session, "26")
    assert shown(session) == RIGHT
    assert [row.id for row in session.rows if row.pinned] == ["25"]


def test_moving_one_translation_down_moves_all_that_are_early() -> None:
    session = review(early())
    acts.move_down(session, "26")
    assert shown(session) == RIGHT


def test_undo_takes_the_whole_repair_back() -> None:
    session = review(late())
    before = list(session.rows)
    acts.move_up(session, "26")
    session.undo()
    assert [(row.id, row.source, row.target, row.pinned) for row in session.rows] == [
        (row.id, row.source, row.target, False) for row in before
    ]
    session.redo()
    assert shown(session) == RIGHT


def test_nothing_beyond_a_pin_or_a_decided_row_changes() -> None:
    session = review(late())
    acts.pin(session, "24")
    acts.set_state(session, ["29"], State.REVIEWED)
    before = shown(session)
    acts.move_up(session, "26")
    assert shown(session)[:24] == before[:24]
    assert shown(session)[-(COUNT - 28) :] == before[-(COUNT - 28) :]
    assert (SOURCE[25], TARGET[25]) in shown(session)


def test_pinning_a_pair_puts_the_rows_beside_it_right() -> None:
    wrong = late()
    wrong[25:27] = [("", TARGET[24]), (SOURCE[25], TARGET[25]), (SOURCE[26], "")]
    session = review(wrong)
    acts.pin(session, "27")
    assert shown(session) == RIGHT


def test_merged_paragraphs_stay_together_and_what_follows_moves_up() -> None:
    wrong = [*RIGHT[:10], (SOURCE[10], TARGET[10]), (SOURCE[11], ""), *RIGHT[12:]]
    session = review([*wrong[:12], ("", TARGET[11]), *wrong[12:]])
    acts.merge(session, "12")
    assert shown(session) == RIGHT


def test_split_paragraphs_find_their_own_partners() -> None:
    merged = (f"{SOURCE[30]}{UNIT_BREAK}{SOURCE[31]}", f"{TARGET[30]}{UNIT_BREAK}{TARGET[31]}")
    session = review([*RIGHT[:30], merged, *RIGHT[32:]])
    acts.split(session, "31", None)
    assert shown(session) == RIGHT


def test_where_the_files_say_what_belongs_together_nothing_else_moves() -> None:
    session = review(late())
    session.describe({0: replace(session.bitext, pairs_from=Origin.FILES)})
    acts.move_up(session, "26")
    assert shown(session)[:24] == late()[:24]
    assert shown(session)[-34:] == late()[-34:]


def test_target_only_rows_can_be_merged() -> None:
    session = review([*RIGHT[:3], ("", "One more."), ("", "And another."), *RIGHT[3:6]])
    acts.merge(session, "4")
    assert shown(session)[3] == ("", f"One more.{UNIT_BREAK}And another.")


@pytest.mark.parametrize("act", [acts.move_down, acts.merge])
def test_rows_that_were_worked_on_are_repaired_by_themselves(act: object) -> None:
    assert callable(act)
    session = review(RIGHT)
    acts.set_target(session, "5", "Rewritten.")
    before = shown(session)
    act(session, "5")
    assert shown(session)[:4] == before[:4]
    assert shown(session)[-50:] == before[-50:]
    assert any("Rewritten." in row.target for row in session.rows)


def test_a_pin_is_kept_with_the_project() -> None:
    store = stored(RIGHT)
    session = Session(store)
    acts.pin(session, "3")
    assert [row.id for row in Session(store).rows if row.pinned] == ["3"]
    acts.pin(session, "3")
    assert not session.segment("3").pinned


@pytest.mark.bench
def test_speed_of_repairs_in_a_long_document(capsys: pytest.CaptureFixture[str]) -> None:
    choice = random.Random(2).choice
    words = ["".join(choice("abdefgiklmnoprstu") for _ in range(6)) for _ in range(4000)]
    texts = [" ".join(choice(words) for _ in range(8 + n % 17)) + f" {n}." for n in range(100_000)]
    session = review([(text, text.upper()) for text in texts])
    warm_up()
    taken = []
    for n in range(1000, 1600, 20):
        act = choice([acts.merge, acts.move_down, acts.move_up, acts.pin])
        begun = time.perf_counter()
        act(session, str(n))
        taken.append(time.perf_counter() - begun)
    taken.sort()
    with capsys.disabled():
        print(f"\nrepairs: median {1e3 * taken[15]:.0f} ms, worst {1e3 * taken[-1]:.0f} ms")
