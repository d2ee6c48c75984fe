"""Does what a command asks for in a process of its own where the document is long, and gives it the answer."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from reviewer.host.errand import Errand, Failed
from reviewer.model.changed import Aspect, Changed
from reviewer.model.errors import InputError, ReviewerError
from reviewer.session.elsewhere import SHORT, Job, work_on
from reviewer.session.session import Session

_SOON_MS = 100
"""After this it is looked again whether everything is saved."""


class Worker(QObject):
    """Does one job at a time with the session on the desk.

    Signals:
        progressed: what is being done, in a few words; empty where nothing is.
        told: a sentence on what went wrong, or that the answer may not know of all.
    """

    progressed = Signal(str)
    told = Signal(str)

    def __init__(self, deliver: Callable[[Callable[[], None]], None], parent: QObject) -> None:
        super().__init__(parent)
        self._deliver = deliver
        self._session: Session | None = None
        self._doing = ""
        self._errand: Errand | None = None
        self._begin: Callable[[], None] = lambda: None
        self._done: Callable[[Any], None] = lambda _: None
        self._changed = False
        """Whether the session changed since the job began."""
        self._saving = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._saving.timeout.connect(self._start)

    @property
    def working(self) -> bool:
        """Whether a job is being done."""
        return bool(self._doing)

    def set_session(self, session: Session | None) -> None:
        """Work with another session; a job that is being done ends."""
        self._stop()
        self._session = session

    def handle(self, changed: Changed) -> None:
        """Something changed in the session."""
        if changed.aspects & (Aspect.TEXT | Aspect.STATE | Aspect.ORDER):
            self._changed = True

    def work(self, doing: str, job: Job, done: Callable[[Any], None]) -> None:
        """Do a job and call `done` with its answer; `doing` says what it is.

        Raises:
            ReviewerError: another one is not done yet; or what the job itself raises, where it is done at once.
        """
        session = self._session
        assert session is not None
        if self._doing:
            raise InputError(f"One moment: {self._doing} first.")
        if len(session.rows) <= SHORT or session.trouble or not session.path:
            done(job(session))
            return

        def begin() -> None:
            ended = f"Ended unexpectedly: {doing}. Try again; your corrections are safe."
            arguments = (session.path, session.current, job)
            self._errand = Errand(work_on, arguments, self._deliver, self._take, ended)

        self._doing, self._begin, self._done, self._changed = doing, begin, done, False
        self.progressed.emit(doing)
        self._start()

    def _start(self) -> None:
        session = self._session
        if session is not None and session.on_disk:
            self._begin()
        else:
            self._saving.start()

    def _stop(self) -> None:
        self._saving.stop()
        if self._errand is not None:
            self._errand.stop()
        self._errand = None
        self._doing = ""
        self.progressed.emit("")

    def _take(self, errand: Errand, answer: object) -> None:
        if errand is not self._errand or answer is None:
            return
        done, changed = self._done, self._changed
        self._stop()
        if isinstance(answer, Failed):
            self.told.emit(answer.reason)
            return
        if changed:
            self.told.emit("What you changed in the meantime may not be in it.")
        try:
            done(answer)
        except ReviewerError as error:
            self.told.emit(str(error))
