"""Does what a command asks for in a process of its own where the document is long, and gives it the answer."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from reviewer.host.errand import Failed
from reviewer.host.jobs import Deliver
from reviewer.model.changed import Aspect, Changed
from reviewer.model.errors import InputError, ReviewerError
from reviewer.session.elsewhere import SHORT, Job, work_on
from reviewer.session.session import Session
from reviewer.ui.background.errand_runner import ErrandRunner


class Worker(QObject):
    """Does one job at a time with the session on the desk.

    Signals:
        progressed: what is being done, in a few words; empty where nothing is.
        told: a sentence on what went wrong, or that the answer may not know of all.
    """

    progressed = Signal(str)
    told = Signal(str)

    def __init__(self, deliver: Deliver, parent: QObject) -> None:
        super().__init__(parent)
        self._errands = ErrandRunner(deliver, self)
        self._session: Session | None = None
        self._doing = ""
        self._done: Callable[[Any], None] = lambda _: None
        self._changed = False
        """Whether the session changed since the job began."""

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
        self._doing, self._done, self._changed = doing, done, False
        self.progressed.emit(doing)
        ended = f"Ended unexpectedly: {doing}. Try again; your corrections are safe."
        self._errands.run(session, work_on, lambda: (session.path, session.current, job), self._take, ended)

    def _stop(self) -> None:
        self._errands.stop()
        self._doing = ""
        self.progressed.emit("")

    def _take(self, answer: object) -> None:
        # Nothing comes behind the answer that would be worth waiting for.
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
