"""Runs errands on the session on the desk, one at a time, each on the project as it is on disk."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer

from reviewer.host.errand import Errand, Failed
from reviewer.host.jobs import Deliver
from reviewer.session.session import Session

_SOON_MS = 100
"""After this it is looked again whether everything is saved."""


class ErrandRunner(QObject):
    """Begins an errand once all of a session is saved, hands on its answers and ends its process.

    Of an errand that was stopped nothing arrives any more.
    """

    def __init__(self, deliver: Deliver, parent: QObject) -> None:
        super().__init__(parent)
        self._deliver = deliver
        self._errand: Errand | None = None
        self._begin: Callable[[], None] | None = None
        """What begins the errand that waits for all to be saved."""
        self._saving = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._saving.timeout.connect(self._begin_waiting)

    @property
    def running(self) -> bool:
        """Whether an errand is under way, or waits for all to be saved."""
        return self._begin is not None or self._errand is not None

    def run(
        self,
        session: Session,
        work: Callable[..., None],
        arguments: Callable[[], tuple[object, ...]],
        take: Callable[[Any], None],
        ended: str,
    ) -> None:
        """Have work done by an `Errand`; one that is under way is stopped.

        `arguments` is asked when it begins. `take` gets the answers; when it gets the last, nothing is running.
        """
        self.stop()

        def arrived(errand: Errand, answer: object) -> None:
            if errand is not self._errand:
                return
            if answer is None or isinstance(answer, Failed):
                self.stop()
            take(answer)

        def begin() -> None:
            if session.on_disk:
                self._begin = None
                self._errand = Errand(work, arguments(), self._deliver, arrived, ended)
            else:
                self._begin = begin
                self._saving.start()

        begin()

    def stop(self) -> None:
        """End the process, whatever it is at."""
        self._saving.stop()
        self._begin = None
        if self._errand is not None:
            errand, self._errand = self._errand, None
            errand.stop()

    def _begin_waiting(self) -> None:
        if self._begin is not None:
            self._begin()
