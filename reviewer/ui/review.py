"""The review on the desk: opening, saving, checking and closing it, and passing on what changes."""

import threading
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from reviewer.alignment.repair import warm_up
from reviewer.host.jobs import Lane, ThreadLane
from reviewer.model.changed import Aspect, Changed
from reviewer.model.errors import ReviewerError
from reviewer.model.finding import Finding
from reviewer.session.opening.preparing import likely_languages
from reviewer.session.opening.reading_ahead import Early
from reviewer.session.opening.recent import Recent, remember_project
from reviewer.session.opening.request import Request
from reviewer.session.session import Session
from reviewer.ui.background.checker import Checker
from reviewer.ui.background.lane_bridge import LaneBridge
from reviewer.ui.background.opening import Opening
from reviewer.ui.background.pairer import Pairer
from reviewer.ui.background.worker import Worker

_PATIENCE_MS = 300
"""An opening that takes longer is told of."""
_QUIET_MS = 3_000
"""After this, loading what only repairs of the pairing need disturbs nobody."""
_TOLD = 5
"""Sentences about what was opened that are shown; a folder may have hundreds."""
_STAYING_MS = 400
"""A stay at a paragraph after which a crash brings the editor back to it."""
_SETTLING_MS = 2_000
"""The first stay: what it makes of a long document, its file, is not to hold up the first look at it."""


class Review(QObject):
    """Holds the session.

    Signals:
        replaced: another session is on the desk, or none.
        changed: what the session says of its changes (`Changed`).
        told: a sentence the editor should see.
        waiting: something is being opened; the name of what takes a while, or nothing as long as it does not.
        refused: what was asked for could not be opened (`ReviewerError`).
    """

    replaced = Signal()
    changed = Signal(object)
    told = Signal(str)
    waiting = Signal(str)
    refused = Signal(object)

    def __init__(
        self,
        in_view: Callable[[], Sequence[str]],
        show_typed: Callable[[str, str, Sequence[Finding]], None],
        editing: Callable[[], bool],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.session: Session | None = None
        self.bridge = LaneBridge(self)
        self._opening: Opening | None = None
        self.checker = Checker(in_view, show_typed, self.bridge.deliver, self)
        self.pairer = Pairer(editing, self.bridge.deliver, self)
        self.worker = Worker(self.bridge.deliver, self)
        self._staying = QTimer(self, singleShot=True)
        self._staying.timeout.connect(self._keep_place)
        self._quiet = QTimer(self, singleShot=True, interval=_QUIET_MS)
        self._quiet.timeout.connect(lambda: threading.Thread(target=warm_up, name="repairs").start())

    def lane(self) -> Lane:
        """Return a lane for saving; reports come back to this thread."""
        return ThreadLane("storage", self.bridge.deliver)

    def open(self, request: Request, author: str) -> None:
        """Open something; the present session must be closed."""
        self.await_opening(Opening(request, author, self.lane))

    def await_opening(self, opening: Opening) -> None:
        """Put on the desk what is being opened."""
        self._opening = opening
        self.waiting.emit("")
        QTimer.singleShot(0, self, self._load_ahead)
        QTimer.singleShot(_PATIENCE_MS, self, self._tell_waiting)
        opening.then(lambda: self.bridge.deliver(self._take))

    def close(self) -> None:
        """Save and let go of the session; nothing happens where there is none.

        Raises:
            StorageError: something could not be saved.
        """
        if self._opening is not None:
            opening, self._opening = self._opening, None
            opening.abandon()
        session = self.session
        if session is None:
            return
        remember_project(Recent.of(session))
        self._staying.stop()
        self._quiet.stop()
        self.checker.close()
        self.pairer.set_session(None)
        self.worker.set_session(None)
        session.listeners.clear()
        self.session = None
        try:
            session.close()
        finally:
            self.replaced.emit()

    def _load_ahead(self) -> None:
        """Use the time that reading a long document takes; a short one is read, and comes before all else."""
        if self._opening is not None and not self._opening.wait(0):
            self.checker.load(*likely_languages(self._opening.request))

    def _tell_waiting(self) -> None:
        if self._opening is not None:
            self.waiting.emit(self._opening.request.name)

    def _take(self) -> None:
        opening, self._opening = self._opening, None
        if opening is None:
            return
        try:
            ready = opening.result()
        except ReviewerError as error:
            self.refused.emit(error)
            return
        self.put(ready.session, ready.told, opening.ahead)

    def put(self, session: Session, told: Sequence[str] = (), ahead: Early | None = None) -> None:
        """Put a session on the desk; `ahead` may be checking it already."""
        self.session = session
        session.listeners.append(self._pass_on)
        # Before anybody could say that nothing was found.
        session.stale.everything()
        self.replaced.emit()
        self.checker.set_session(session, ahead)
        self.pairer.set_session(session)
        self.worker.set_session(session)
        self._staying.start(_SETTLING_MS)
        if not session.bitext.bilingual:
            self._quiet.start()
        if told:
            more = [f"And {len(told) - _TOLD:,} more like these."] if len(told) > _TOLD + 1 else []
            self.told.emit("\n".join([*told[:_TOLD], *more] if more else told))

    def _pass_on(self, changed: Changed) -> None:
        self.changed.emit(changed)
        self.checker.handle(changed)
        self.worker.handle(changed)
        if changed.aspects & Aspect.CURRENT:
            self._staying.start(_STAYING_MS)

    def _keep_place(self) -> None:
        if self.session is not None:
            self.session.keep_place()
