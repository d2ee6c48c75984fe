"""Keeps the findings up to date without ever being in the way.

What is in view is checked first, a few milliseconds at a time, whenever no key waits. A short document
is then checked to its end in the same way; a long one in a process of its own, once the editor has
rested for a while.
"""

import threading
import time
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reviewer.host.errand import Failed
from reviewer.host.jobs import Deliver
from reviewer.model.changed import Aspect, Changed
from reviewer.model.fact import Fact
from reviewer.model.finding import Finding
from reviewer.session.findings import Batch
from reviewer.session.opening.reading_ahead import Early
from reviewer.session.session import Session
from reviewer.session.terms import termbase_changed
from reviewer.session.translation.privacy import NEVER_SEND
from reviewer.ui.background.errand_runner import ErrandRunner

if TYPE_CHECKING:
    # The checks take a quarter of a second to load: they come in once the text is on the screen.
    from reviewer.checks.runner import DocumentFacts
    from reviewer.session.analysis import Facts
    from reviewer.session.checking import Examiner

SLICE_S = 0.006
SHORT = 60
"""A document of so many paragraphs is surveyed on the spot: some milliseconds."""
_REST_MS = 4_000
"""The editor rests: nothing was changed for so long, and a long document may be worked on."""
_PAINTED_MS = 10
_NO_MATTER = ("current", NEVER_SEND)
"""Settings of a project that no finding depends on."""
_SCROLLED_MS = 50
"""A pause in scrolling after which what came into view is checked: the next turn of the wheel is not to wait for it."""
_TYPING_MS = 150
"""A pause in typing after which the text being typed is checked."""


class Checker(QObject):
    """Checks the session on the desk.

    Signals:
        in_view_done: nothing in view waits to be checked.
        all_done: nothing at all waits to be checked.
        failed: a sentence why the whole document could not be checked.
    """

    in_view_done = Signal()
    all_done = Signal()
    failed = Signal(str)

    def __init__(
        self,
        in_view: Callable[[], Sequence[str]],
        show_typed: Callable[[str, str, Sequence[Finding]], None],
        deliver: Deliver,
        parent: QObject,
    ) -> None:
        """`in_view` gives the ids of the segments in view; `show_typed` takes what is found in a text being typed."""
        super().__init__(parent)
        self._in_view = in_view
        self._show_typed = show_typed
        self._deliver = deliver
        self._errands = ErrandRunner(deliver, self)
        self._session: Session | None = None
        self._examiner: Examiner | None = None
        self._surveyed = False
        self._again = False
        """Whether something changed that the running analysis does not know of."""
        self._began = 0.0
        self._rest_ms = _REST_MS
        self._touched: set[str] = set()
        """Segments changed since the analysis began: its answers about them are stale."""
        self._stirred: set[int] | None = None
        """Documents to analyse, by number: those in which something changed since they were last; None for all."""
        self._checked_with: object = None
        self._early: Early | None = None
        """What checks the session already, as long as it is believed."""
        self._known: DocumentFacts = {}
        """What it says of whole documents."""
        self._typed = ("", "")
        self._loading: threading.Thread | None = None
        self._warming: threading.Thread | None = None
        self._warming_stopped = threading.Event()
        self._begin = QTimer(self, singleShot=True, interval=_PAINTED_MS)
        self._begin.timeout.connect(self._warm_up)
        self._idle = QTimer(self, interval=0)
        self._idle.timeout.connect(self._work)
        self._rest = QTimer(self, singleShot=True)
        self._rest.timeout.connect(self._analyse)
        self._scrolled = QTimer(self, singleShot=True, interval=_SCROLLED_MS)
        self._scrolled.timeout.connect(self.look)
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._typing.timeout.connect(self._check_typed)

    @property
    def working(self) -> bool:
        """Whether the whole document is being checked elsewhere."""
        return self._errands.running

    def load(self, source: str, target: str) -> None:
        """Load the checks and what they look up for two languages, on another thread, before there is a document."""

        def work() -> None:
            from reviewer.session.checking import load_checks

            load_checks(source, target)

        self._loading = threading.Thread(target=work, name="loading checks")
        self._loading.start()

    def set_session(self, session: Session | None, early: Early | None = None) -> None:
        """Check another session; all of it is stale. `early` may be checking it already, in another process."""
        self._stop()
        self._session = session
        self._examiner = None
        if session is not None:
            session.stale.everything()
            self._stirred = None
            self._checked_with = _what_matters(session)
            self._early = early
            if early is None:
                # The text is painted first.
                self._begin.start()
            else:
                threading.Thread(target=self._listen, args=(early,), name="first findings", daemon=True).start()

    def handle(self, changed: Changed) -> None:
        """Something changed in the session."""
        session = self._session
        if session is None:
            return
        if changed.aspects & (Aspect.TEXT | Aspect.ORDER):
            self._touched.update(changed.segments)
            if self._stirred is not None:
                self._stirred.update(_documents_of(session, changed.segments))
        if self._examiner is None:
            # Whatever it is will be seen by the first check; a text changed now is stale already.
            return
        if changed.aspects & Aspect.SETTINGS and _what_matters(session) != self._checked_with:
            self._stop()
            self._checked_with = _what_matters(session)
            self._examiner.forget_setup()
            self._make_stale(session)
        elif changed.aspects & (Aspect.TEXT | Aspect.ORDER):
            self._start(again=True)
        elif changed.aspects & (Aspect.CURRENT | Aspect.FILTER) and session.stale:
            self._start(again=False)

    def follow_typing(self, id: str, text: str) -> None:
        """A text is being typed; it is checked at the next pause."""
        self._typed = (id, text)
        self._typing.start()

    def facts(self, id: str, text: str | None) -> Sequence[Fact]:
        """Return what a segment tells, or would tell with a text being typed; nothing until checks are loaded."""
        return self._examiner.facts(id, text) if self._examiner is not None else ()

    def look(self) -> None:
        """Other rows may be in view."""
        if self._session is not None and self._session.stale:
            self._start(again=False)

    def look_later(self) -> None:
        """Other rows come into view: once they stand still, they are checked before others."""
        if self._session is not None and self._session.stale:
            self._idle.stop()
            self._scrolled.start()

    def close(self) -> None:
        """Stop; nothing is checked any more."""
        self.set_session(None)

    def _warm_up(self) -> None:
        """Load checks and dictionaries on another thread: they take longer than a frame."""
        session = self._session
        assert session is not None
        segments = [session.rows[number] for number in session.nearby]
        stopped, loading = threading.Event(), self._loading
        self._warming_stopped = stopped

        def work() -> None:
            from reviewer.session.checking import Examiner, pair_of

            if loading is not None:
                loading.join()
            examiner = Examiner(session)
            examiner.warm_up([pair_of(session, segment) for segment in segments], stopped.is_set)
            if not stopped.is_set():
                self._deliver(lambda: self._start_with(session, examiner))

        self._warming = threading.Thread(target=work, name="checks")
        self._warming.start()

    def _start_with(self, session: Session, examiner: "Examiner") -> None:
        if session is not self._session:
            return
        self._examiner = examiner
        if _what_matters(session) != self._checked_with:
            self._checked_with = _what_matters(session)
            examiner.forget_setup()
            self._make_stale(session)
        examiner.take(self._known)
        if len(session.rows) <= SHORT and (long := examiner.too_long(range(len(session.rows)))):
            listed = ", ".join(f"¶ {number + 1}" for number in long)
            self.failed.emit(f"Too long to be checked: {listed}. Split it, or open the text with its paragraphs apart.")
        self._surveyed = self._stirred == set()
        self._start(again=not self._surveyed)

    def _make_stale(self, session: Session) -> None:
        session.stale.everything()
        self._stirred = None
        self._known = {}
        self._start(again=True)

    def _start(self, *, again: bool) -> None:
        if self._examiner is None:
            return
        if again:
            self._surveyed = False
            if self._errands.running:
                self._again = True
            elif self._stirred != set():
                self._rest.start(self._rest_ms)
        self._idle.start()

    def _stop(self) -> None:
        for timer in (self._begin, self._idle, self._scrolled, self._rest, self._typing):
            timer.stop()
        if self._warming is not None:
            self._warming_stopped.set()
            self._warming.join()
            self._warming = None
        self._errands.stop()
        self._early = None
        self._known = {}
        self._surveyed = False
        self._rest_ms = _REST_MS
        self._touched.clear()

    def _work(self) -> None:
        session, examiner = self._session, self._examiner
        if session is None or examiner is None:
            self._idle.stop()
            return
        if self._is_short(session):
            if not self._surveyed:
                self._surveyed = True
                examiner.survey()
                # What one paragraph says may bear on any other.
                session.stale.everything()
            left = examiner.work(SLICE_S, self._in_view())
            waiting = any(id in session.stale for id in self._in_view()) if left else False
        else:
            waiting = examiner.work_on(SLICE_S, self._in_view())
            left = waiting
        if not waiting:
            self.in_view_done.emit()
        if not left:
            self._idle.stop()
            if not session.stale:
                self.all_done.emit()

    def _is_short(self, session: Session) -> bool:
        if len(session.rows) > SHORT:
            return not session.path
        examiner = self._examiner
        return not session.path or examiner is None or not any(map(examiner.is_long, session.rows.ids(range(SHORT))))

    def _check_typed(self) -> None:
        id, text = self._typed
        session, examiner = self._session, self._examiner
        if session is not None and examiner is not None and session.rows.has(id) and not examiner.is_long(id, text):
            self._show_typed(id, text, examiner.preview(id, text))

    def _analyse(self) -> None:
        session = self._session
        if session is None or self._is_short(session):
            return
        if not session.on_disk:
            # Somebody is at work still.
            self._rest.start(self._rest_ms)
            return
        from reviewer.session.analysis import analyse, spare_processes

        self._touched.clear()
        self._again = False
        self._began = time.monotonic()
        here = session.document
        documents = range(len(session.bitexts)) if self._stirred is None else self._stirred
        # The document at hand first, and then on from there.
        ordered = sorted(documents, key=lambda document: (document < here, document))
        self._stirred = set()
        self._errands.run(
            session,
            analyse,
            lambda: (session.path, dict(session.settings), ordered, spare_processes()),
            self._take,
            "The check of the whole document ended unexpectedly; it starts again with a change.",
        )

    def _take(self, answer: "Facts | Batch | Failed | None") -> None:
        from reviewer.session.analysis import Facts

        session, examiner = self._session, self._examiner
        assert session is not None and examiner is not None
        if isinstance(answer, Facts):
            examiner.take(answer.facts)
        elif isinstance(answer, Batch):
            self._put(session, answer)
        else:
            # What takes long is not done again at every pause.
            self._rest_ms = max(_REST_MS, round(1000 * (time.monotonic() - self._began)))
            if self._again:
                self._rest.start(self._rest_ms)
            if isinstance(answer, Failed):
                self._stirred = None
                self.failed.emit(answer.reason)
            elif not session.stale:
                self.all_done.emit()
            self.look()

    def _put(self, session: Session, batch: Batch) -> None:
        session.found_all((id, findings) for id, findings in batch.found if id not in self._touched)
        session.told((id, facts) for id, facts in batch.told if id not in self._touched)

    def _listen(self, early: Early) -> None:
        for answer in chain(early.following(), (None,)):
            if early is not self._early:
                return
            self._deliver(partial(self._take_early, early, answer))

    def _take_early(self, early: Early, answer: "Facts | Batch | None") -> None:
        """Take what was worked out while the window was built; once that is all, begin to load the checks here."""
        session = self._session
        if session is None or early is not self._early:
            return
        if answer is None or _what_matters(session) != self._checked_with:
            self._early = None
            self._begin.start()
        elif isinstance(answer, Batch):
            self._put(session, answer)
        else:
            self._known = {**self._known, **answer.facts}
            if len(self._known) == len(session.bitexts):
                # All was checked: what changed meanwhile is left.
                self._stirred = _documents_of(session, self._touched)
                if not session.stale:
                    self.all_done.emit()


def _documents_of(session: Session, ids: Iterable[str]) -> set[int]:
    """Return the numbers of the documents that those of these segments that are still there stand in."""
    return {session.rows.document_of(id) for id in ids if session.rows.has(id)}


def _what_matters(session: Session) -> object:
    """Return what findings depend on besides the texts."""
    settings = {key: value for key, value in session.settings.items() if key not in _NO_MATTER}
    languages = session.bitext.source.language, session.bitext.target.language
    return settings, termbase_changed(session), dict(session.facts.accepted), languages
