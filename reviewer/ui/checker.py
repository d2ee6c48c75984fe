"""Keeps the findings up to date without ever being in the way.

What is in view is checked first, a few milliseconds at a time, whenever no key waits. A short document
is then checked to its end in the same way; a long one in a process of its own, once the editor has
rested for a while.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from reviewer.model.changed import Aspect, Changed
from reviewer.model.finding import Finding
from reviewer.session.analysis import Batch, Facts, Failed
from reviewer.session.checking import Examiner
from reviewer.session.exporting import EXPORTED
from reviewer.session.session import Session
from reviewer.ui.analyst import Analyst, Answer

SLICE_S = 0.006
SHORT = 60
"""A document of so many paragraphs is surveyed on the spot: some milliseconds."""
_REST_MS = 4_000
"""The editor rests: nothing was changed for so long, and a long document may be worked on."""
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
        deliver: Callable[[Callable[[], None]], None],
        parent: QObject,
    ) -> None:
        """`in_view` gives the ids of the segments in view; `show_typed` takes what is found in a text being typed."""
        super().__init__(parent)
        self._in_view = in_view
        self._show_typed = show_typed
        self._deliver = deliver
        self._session: Session | None = None
        self._examiner: Examiner | None = None
        self._analyst: Analyst | None = None
        self._surveyed = False
        self._touched: set[str] = set()
        """Segments changed since the analysis began: its answers about them are stale."""
        self._checked_with: object = None
        self._typed = ("", "")
        self._idle = QTimer(self, interval=0)
        self._idle.timeout.connect(self._work)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._analyse)
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._typing.timeout.connect(self._check_typed)

    @property
    def working(self) -> bool:
        """Whether the whole document is being checked elsewhere."""
        return self._analyst is not None

    def set_session(self, session: Session | None) -> None:
        """Check another session; all of it is stale."""
        self._stop()
        self._session = session
        self._examiner = Examiner(session) if session else None
        if session is not None:
            self._checked_with = _what_matters(session)
            self._make_stale(session)

    def handle(self, changed: Changed) -> None:
        """Something changed in the session."""
        session = self._session
        if session is None or self._examiner is None:
            return
        if changed.aspects & Aspect.SETTINGS and _what_matters(session) != self._checked_with:
            self._stop()
            self._checked_with = _what_matters(session)
            self._examiner.forget_setup()
            self._make_stale(session)
        elif changed.aspects & (Aspect.TEXT | Aspect.ORDER):
            self._touched.update(changed.segments)
            self._start(again=True)
        elif changed.aspects & (Aspect.CURRENT | Aspect.FILTER) and session.stale:
            self._start(again=False)

    def follow_typing(self, id: str, text: str) -> None:
        """A text is being typed; it is checked at the next pause."""
        self._typed = (id, text)
        self._typing.start()

    def look(self) -> None:
        """Other rows may be in view."""
        if self._session is not None and self._session.stale:
            self._start(again=False)

    def close(self) -> None:
        """Stop; nothing is checked any more."""
        self.set_session(None)

    def _make_stale(self, session: Session) -> None:
        session.stale.update(dict.fromkeys(id for id, *_ in session.rows.texts()))
        self._start(again=True)

    def _start(self, *, again: bool) -> None:
        if again:
            self._surveyed = False
            self._rest.start()
        self._idle.start()

    def _stop(self) -> None:
        for timer in (self._idle, self._rest, self._typing):
            timer.stop()
        if self._analyst is not None:
            self._analyst.stop()
            self._analyst = None
        self._surveyed = False
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
                session.stale.update(dict.fromkeys(id for id, *_ in session.rows.texts()))
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
        return len(session.rows) <= SHORT or not session.path

    def _check_typed(self) -> None:
        id, text = self._typed
        if self._session is not None and self._examiner is not None and self._session.rows.has(id):
            self._show_typed(id, text, self._examiner.preview(id, text))

    def _analyse(self) -> None:
        session = self._session
        if session is None or self._is_short(session):
            return
        if not session.saved:
            # The other process reads what is on disk.
            self._rest.start()
            return
        if self._analyst is not None:
            self._analyst.stop()
        self._touched.clear()
        self._analyst = Analyst(session.path, dict(session.settings), self._deliver, self._take)

    def _take(self, analyst: Analyst, answer: Answer) -> None:
        session, examiner = self._session, self._examiner
        if analyst is not self._analyst or session is None or examiner is None:
            return
        if isinstance(answer, Facts):
            examiner.take(answer.facts)
        elif isinstance(answer, Batch):
            session.found_all((id, findings) for id, findings in answer.found if id not in self._touched)
        else:
            analyst.stop()
            self._analyst = None
            if isinstance(answer, Failed):
                self.failed.emit(answer.reason)
            elif not session.stale:
                self.all_done.emit()
            self.look()


def _what_matters(session: Session) -> object:
    """Return what findings depend on besides the texts."""
    settings = {key: value for key, value in session.settings.items() if key not in ("current", EXPORTED)}
    return settings, session.bitext.source.language, session.bitext.target.language
