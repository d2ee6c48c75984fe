"""A call in a thread of its own, so that whoever waits for it can stop waiting, whatever it hangs in."""

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from reviewer.engines.errors import TooSlow
from reviewer.engines.stop import Stop
from reviewer.model.errors import Cancelled

T = TypeVar("T")


class Attempt(Generic[T]):
    """A call, and how it went.

    Looking up a host's name cannot be interrupted, nor can what a plug-in does; so the call is left to
    itself when its time is over. `end` breaks off what it waits for, so that its thread ends soon.
    """

    def __init__(self, job: Callable[[], T], end: Callable[[], None]) -> None:
        self._job = job
        self._end = end
        self._woken = threading.Event()
        self._done = threading.Event()
        self._value: T | None = None
        self._error: BaseException | None = None

    def start(self) -> None:
        """Begin."""
        # A daemon: the program must be able to end while a call hangs.
        threading.Thread(target=self._run, name="engine call", daemon=True).start()

    def _run(self) -> None:
        try:
            self._value = self._job()
        except BaseException as error:  # handed to whoever waits
            self._error = error
        self._done.set()
        self._woken.set()

    def result(self, seconds: float, stop: Stop, too_slow: str) -> T:
        """Return what the call returns, or raise what it raises.

        Raises:
            TooSlow: it took longer; `too_slow` is the sentence. The call has been ended.
            Cancelled: the work was stopped. The call goes on until `finish`.
        """
        with stop.telling(self._woken.set):
            self._woken.wait(seconds)
        if self._done.is_set():
            if self._error is not None:
                raise self._error
            return self._value  # type: ignore[return-value]
        if stop.is_set:
            raise Cancelled
        self._end()
        raise TooSlow(too_slow)

    def finish(self, seconds: float) -> None:
        """Give the call this long to end by itself, then end it."""
        if not self._done.wait(seconds):
            self._end()
