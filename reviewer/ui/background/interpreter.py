"""Runs the translator for the window: made when it is first needed, worked whenever no key waits."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reviewer.host.jobs import Deliver
from reviewer.session.session import Session

if TYPE_CHECKING:
    from reviewer.engines.service import Service
    from reviewer.session.translation.filling import Progress
    from reviewer.session.translation.translator import Translator

OpenService = Callable[[Deliver], "Service"]

SLICE_S = 0.004


class Interpreter(QObject):
    """Holds the translator.

    Signals:
        progressed: how far the filling is (`Progress`), or None where nothing is being filled.
        ended: how a filling ended (`Progress`).
    """

    progressed = Signal(object)
    ended = Signal(object)

    def __init__(
        self,
        deliver: Deliver,
        chosen: Callable[[], Iterable[str]],
        typing: Callable[[], str | None],
        parent: QObject,
    ) -> None:
        """See `Translator` for what `chosen` and `typing` are."""
        super().__init__(parent)
        self.open_service: OpenService | None = None
        """Reaches the engines; None for the usual way."""
        self._deliver = deliver
        self._chosen = chosen
        self._typing = typing
        self._session: Session | None = None
        self._translator: Translator | None = None
        self._idle = QTimer(self, interval=0)
        self._idle.timeout.connect(self._work)

    @property
    def translator(self) -> "Translator":
        """The translator; the engines are loaded with the first look."""
        if self._translator is None:
            # The engines bring their libraries along: a start without them is a third shorter.
            from reviewer.session.translation.translating import open_service
            from reviewer.session.translation.translator import Translator

            self._translator = Translator(
                (self.open_service or open_service)(self._deliver),
                self._chosen,
                wake=self._idle.start,
                told=self._tell,
                typing=self._typing,
            )
            self._translator.set_session(self._session)
        return self._translator

    def set_session(self, session: Session | None) -> None:
        """Work for another review, or none."""
        self._session = session
        if self._translator is not None:
            self._translator.set_session(session)
            self.progressed.emit(None)

    def close(self) -> None:
        """Let go of the engines."""
        self._idle.stop()
        if self._translator is not None:
            translator, self._translator = self._translator, None
            translator.close()

    def _work(self) -> None:
        if self._translator is None or not self._translator.work(SLICE_S):
            self._idle.stop()

    def _tell(self, progress: "Progress | None", ended: "Progress | None") -> None:
        self.progressed.emit(progress)
        if ended is not None:
            self.ended.emit(ended)
