"""Whatever an editor does, in whatever order: screen and store agree, and undo leads back to the start."""

import contextlib
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import hypothesis.strategies as st
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from reviewer.model.correction import Edit, Verb
from reviewer.model.errors import InputError
from reviewer.model.finding import Dismissal
from reviewer.model.segment import Segment, State
from reviewer.session import acts
from reviewer.session.export.exporting import exported
from reviewer.session.opening.opening import open_documents
from reviewer.session.opening.request import FilePair
from reviewer.session.session import Session
from reviewer.storage.sqlite import SqliteStore

WORDS = st.text(alphabet=st.sampled_from("ab é\u00a0א漢😀."), max_size=12)
CHOICE = st.integers(0, 10**6)


class Review(RuleBasedStateMachine):
    """An editor at work on a project file, who stops and comes back as they like."""

    @initialize(texts=st.lists(st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=4), min_size=1, max_size=3))
    def open_documents(self, texts: list[list[tuple[str, str]]]) -> None:
        self.folder = tempfile.mkdtemp()
        pairs = []
        for number, document in enumerate(texts):
            source, target = Path(self.folder, f"s{number}.txt"), Path(self.folder, f"t{number}.txt")
            # Every paragraph has a letter, so that none is lost as an empty line.
            source.write_bytes("\n".join(f"Q{n}{s}" for n, (s, _) in enumerate(document)).encode())
            target.write_bytes("\n".join(f"Z{n}{t}" for n, (_, t) in enumerate(document)).encode())
            pairs.append(FilePair(str(source), str(target)))
        opened = open_documents(pairs, "de", "en")
        path = str(Path(self.folder, "p.review"))
        store = SqliteStore.create(path, opened.bitexts, opened.rows, opened.originals, {})
        self.originals = [Path(pair.target or "").read_bytes() for pair in pairs]
        self.session = Session(store, author="ana")
        self.delivered = [s.target for s in self.session.rows]

    def teardown(self) -> None:
        if hasattr(self, "session"):
            self.session.close()
            shutil.rmtree(self.folder)

    def some(self, choice: int) -> Segment:
        return self.session.rows[choice % len(self.session.rows)]

    def within(self, act: Callable[[Session, str], object], id: str) -> None:
        """Do something that may be refused at the border of a document."""
        with contextlib.suppress(InputError):
            act(self.session, id)

    def expect_export_unchanged(self) -> None:
        for number, original in enumerate(self.originals):
            rows = [self.session.rows[k] for k in self.session.rows.of_document(number)]
            assert exported(self.session.bitexts[number], rows, original) == original

    @rule(choice=CHOICE, text=WORDS)
    def edit(self, choice: int, text: str) -> None:
        acts.set_target(self.session, self.some(choice).id, text)

    @rule(choice=CHOICE, state=st.sampled_from(State), note=WORDS)
    def decide(self, choice: int, state: State, note: str) -> None:
        acts.set_state(self.session, [self.some(choice).id], state, note)

    @rule(choice=CHOICE)
    def restore(self, choice: int) -> None:
        acts.restore(self.session, self.some(choice).id)

    @rule(choice=CHOICE)
    def merge(self, choice: int) -> None:
        self.within(acts.merge, self.some(choice).id)

    @rule(choice=CHOICE, at=CHOICE)
    def split(self, choice: int, at: int) -> None:
        segment = self.some(choice)
        at = at % (len(segment.target) + 1)
        if segment.target[:at].strip() and segment.target[at:].strip():
            acts.split(self.session, segment.id, at)

    @rule(choice=CHOICE, down=st.booleans())
    def move(self, choice: int, down: bool) -> None:
        self.within(acts.move_down if down else acts.move_up, self.some(choice).id)

    @rule(choice=CHOICE)
    def pin(self, choice: int) -> None:
        acts.pin(self.session, self.some(choice).id)

    @rule(choice=CHOICE, text=WORDS)
    def comment(self, choice: int, text: str) -> None:
        acts.comment(self.session, self.some(choice).id, text)

    @rule(choice=CHOICE)
    def dismiss(self, choice: int) -> None:
        segment = self.some(choice)
        dismissal = Dismissal(f"f{choice}", "check", segment.id, False, "", "ana", "2026-01-01T00:00:00Z")
        self.session.apply(Edit(Verb.DISMISS, (), (dismissal,)))

    @rule(choice=CHOICE, text=WORDS)
    def type(self, choice: int, text: str) -> None:
        self.session.draft(self.some(choice).id, text)

    @rule()
    def undo(self) -> None:
        self.session.undo()

    @rule()
    def redo(self) -> None:
        self.session.redo()

    @rule()
    def stop_and_come_back(self) -> None:
        before = (list(self.session.rows), dict(self.session.drafts), self.session.can_redo)
        place = self.session.current
        self.session.close()
        self.session = Session(SqliteStore(str(Path(self.folder, "p.review"))), author="ana")
        after = (list(self.session.rows), dict(self.session.drafts), self.session.can_redo)
        assert after == before
        # Text that was being typed brings the editor back to it.
        assert self.session.current == (next(iter(self.session.drafts), place))

    @precondition(lambda self: hasattr(self, "session"))
    @rule()
    def undo_everything(self) -> None:
        while self.session.undo():
            pass
        assert [s.target for s in self.session.rows] == self.delivered
        assert {s.state for s in self.session.rows} <= {State.TRANSLATED, State.INITIAL}
        self.expect_export_unchanged()
        while self.session.redo():
            pass

    @invariant()
    def store_agrees(self) -> None:
        if not hasattr(self, "session"):
            return
        other = SqliteStore(str(Path(self.folder, "p.review")), writable=False)
        stored = Session(other)
        other.close()
        assert list(stored.rows) == list(self.session.rows)
        assert stored.counts == +self.session.counts
        assert list(stored.documents) == list(self.session.documents)
        assert stored.drafts == self.session.drafts
        for segment in self.session.rows:
            assert stored.remarks.comments_of(segment.id) == self.session.remarks.comments_of(segment.id)

    @invariant()
    def undecided_texts_export_unchanged(self) -> None:
        if hasattr(self, "session") and not any(s.corrected for s in self.session.rows):
            self.expect_export_unchanged()


TestReview = Review.TestCase
TestReview.settings = settings(max_examples=40, stateful_step_count=20, suppress_health_check=list(HealthCheck))
