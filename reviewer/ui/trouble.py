"""When saving fails: said plainly, with ways out, and nothing is closed over it unasked."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from reviewer.commands.command import Command
from reviewer.commands.desk import Desk
from reviewer.commands.registry import all_commands
from reviewer.model.errors import ReviewerError, StorageError
from reviewer.session.session import Session
from reviewer.ui.bars.notice import NoticeBar
from reviewer.ui.review import Review

RETRY_MS = 3_000
"""While something is not saved it is tried again so often: room may have been made meanwhile."""


class Trouble(QObject):
    """Watches whether the session is saved."""

    def __init__(self, desk: Desk, notice: NoticeBar, run: Callable[[Command], None]) -> None:
        super().__init__()
        self._desk = desk
        self._notice = notice
        self._run = run
        self._told: ReviewerError | None = None
        self._given_up = False
        self._session: Session | None = None
        self._retrying = QTimer(self, interval=RETRY_MS)
        self._retrying.timeout.connect(self._retry)

    def follow(self, session: Session) -> None:
        """Tell of trouble when it comes, and that it is over when it is."""
        trouble = session.trouble
        if trouble is not None and str(trouble) != str(self._told):
            self._told = trouble
            self._session = session
            self._retrying.start()
            self._notice.tell(
                f"Not saved: {trouble}",
                (("Retry", session.retry), ("Save a copy elsewhere…", self._save_elsewhere)),
                cause=self,
            )
        elif trouble is None and session.saved and self._told is not None:
            self._forget()
            if self._notice.cause is self:
                self._notice.dismiss()
            self._desk.tell("Everything is saved again.")

    def let_go(self, review: Review, again: Callable[[], object]) -> bool:
        """Close the review; False where corrections would be lost: the editor decides, and `again` is called."""
        session = review.session
        if session is not None and session.trouble is not None and not self._given_up:
            self.follow(session)
            self._notice.tell(
                f"Not everything is saved: {session.trouble}",
                (
                    ("Retry", session.retry),
                    ("Save a copy elsewhere…", self._save_elsewhere),
                    ("Close and lose it", lambda: self._give_up(again)),
                ),
                cause=self,
            )
            self._notice.take_focus()
            return False
        self._forget()
        try:
            review.close()
        except StorageError as error:
            if not self._given_up:
                self._notice.tell(f"The last corrections could not be saved: {error}")
        self._given_up = False
        return True

    def _retry(self) -> None:
        if self._session is not None:
            self._session.retry()

    def _forget(self) -> None:
        self._told = self._session = None
        self._retrying.stop()

    def _give_up(self, again: Callable[[], object]) -> None:
        self._given_up = True
        self._notice.dismiss()
        again()

    def _save_elsewhere(self) -> None:
        self._run(next(command for command in all_commands() if command.id == "project.save-copy"))
