"""Pairs a long document anew in a process of its own while it is reviewed."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from reviewer.host.errand import Failed
from reviewer.host.jobs import Deliver
from reviewer.model.bitext import Origin
from reviewer.model.correction import Edit
from reviewer.session.pairing.refining import Stretch, edits, pair_anew
from reviewer.session.session import Session
from reviewer.ui.background.errand_runner import ErrandRunner

_SOON_MS = 250
"""The text is painted first; and after so long it is looked again whether something is being typed."""


class Pairer(QObject):
    """Works on the session on the desk where its pairs come from a first pass, or when asked to.

    Signals:
        progressed: how much is done, 0 to 1; None where nothing is being done.
        told: a sentence on how it ended.
    """

    progressed = Signal(object)
    told = Signal(str)

    def __init__(self, editing: Callable[[], bool], deliver: Deliver, parent: QObject) -> None:
        """`editing` says whether a translation is being typed: then nothing is changed."""
        super().__init__(parent)
        self._editing = editing
        self._errands = ErrandRunner(deliver, self)
        self._session: Session | None = None
        self._documents: tuple[int, ...] = ()
        """Numbers of those that are being paired."""
        self._edits: Iterator[Edit] | None = None
        self._changed = 0
        self._begin = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._begin.timeout.connect(self._start)
        self._put = QTimer(self, singleShot=True)
        self._put.timeout.connect(self._put_next)

    @property
    def working(self) -> bool:
        """Whether the document is being paired."""
        return self._begin.isActive() or self._errands.running or self._edits is not None

    def set_session(self, session: Session | None) -> None:
        """Work on another session, if it needs it."""
        self._stop()
        self._session = session
        if session is not None and (glanced := _glanced(session)):
            self._begin_with(glanced)

    def toggle(self) -> None:
        """Begin with the document at hand, or stop what was begun and leave the pairs as they are."""
        session = self._session
        if session is None:
            return
        if not self.working:
            self._begin_with((session.document,))
            return
        self._stop()
        self._settle(session)
        self.told.emit("The pairs stay as they are.")

    def _begin_with(self, documents: tuple[int, ...]) -> None:
        self._documents = documents
        self._begin.start()
        self.progressed.emit(0.0)

    def _settle(self, session: Session) -> None:
        """Remember that the documents need no second pass any more."""
        glanced = set(_glanced(session)).intersection(self._documents)
        if glanced:
            session.describe({n: replace(session.bitexts[n], pairs_from=Origin.TEXTS) for n in glanced})

    def _start(self) -> None:
        session = self._session
        assert session is not None
        ended = "The pairing of the whole document ended unexpectedly; the pairs stay as they are."
        self._errands.run(session, pair_anew, lambda: (session.path, self._documents), self._take, ended)

    def _stop(self) -> None:
        self._begin.stop()
        self._put.stop()
        self._errands.stop()
        self._edits = None
        self._changed = 0
        self.progressed.emit(None)

    def _take(self, answer: float | list[Stretch] | Failed | None) -> None:
        session = self._session
        assert session is not None
        if isinstance(answer, float):
            self.progressed.emit(answer)
        elif isinstance(answer, list):
            self._edits = edits(session, answer)
        elif isinstance(answer, Failed):
            self._stop()
            self.told.emit(answer.reason)
        else:
            self._put.start(0)

    def _put_next(self) -> None:
        session = self._session
        assert session is not None and self._edits is not None
        if self._editing():
            self._put.start(_SOON_MS)
            return
        edit = next(self._edits, None)
        if edit is not None:
            session.apply(edit)
            self._changed += len(edit.after)
            self._put.start(0)
            return
        changed = self._changed
        self._stop()
        self._settle(session)
        self.told.emit(
            f"The whole document is paired; {changed:,} rows changed." if changed else "The pairs are right."
        )


def _glanced(session: Session) -> tuple[int, ...]:
    """Return the numbers of the documents whose pairs come from a first pass."""
    return tuple(n for n, bitext in enumerate(session.bitexts) if bitext.pairs_from is Origin.GLANCE)
