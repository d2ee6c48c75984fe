"""Carries out what is asked to be opened, while the window is built or goes on as it is."""

import gc
import threading
from collections.abc import Callable

from reviewer.host.jobs import Lane, Outcome, run
from reviewer.model.errors import ReviewerError
from reviewer.session.opening.preparing import Ready, prepare
from reviewer.session.opening.reading_ahead import Early
from reviewer.session.opening.request import Request


class Opening:
    """A request being carried out on a thread of its own, so that the window can be built meanwhile."""

    def __init__(self, request: Request, author: str, lane: Callable[[], Lane], ahead: Early | None = None) -> None:
        self.request = request
        self.ahead = ahead
        """What reads and checks already."""
        self._done = threading.Event()
        self._outcome = Outcome()
        self._report: Callable[[], None] | None = None
        self._mutex = threading.Lock()
        self._thread = threading.Thread(target=self._work, args=(author, lane), name="opening")
        self._thread.start()

    def wait(self, seconds: float) -> bool:
        """Wait so long at most; say whether it is done."""
        return self._done.wait(seconds)

    def then(self, report: Callable[[], None]) -> None:
        """Call `report` once it is done, on whatever thread; at once where it is done already."""
        with self._mutex:
            if not self._done.is_set():
                self._report = report
                return
        report()

    def result(self) -> Ready:
        """Return what came of it; waits where it is not done.

        Raises:
            ReviewerError: it could not be opened.
        """
        self._thread.join()
        if self._outcome.error is not None:
            raise self._outcome.error
        assert isinstance(self._outcome.value, Ready)
        return self._outcome.value

    def abandon(self) -> None:
        """Let go of what was opened, because there will be no window for it."""
        try:
            self.result().session.close()
        except ReviewerError:
            # It was not opened, or nothing was done to it.
            return
        finally:
            if self.ahead is not None:
                self.ahead.end()

    def _work(self, author: str, lane: Callable[[], Lane]) -> None:
        ahead = (self.ahead.result,) if self.ahead is not None else ()
        self._outcome = run(lambda: prepare(self.request, author, lane, *ahead))
        # A document is there to stay: the next collection need not walk it (see `GarbageTimer`).
        gc.freeze()
        with self._mutex:
            self._done.set()
        if self._report is not None:
            self._report()
