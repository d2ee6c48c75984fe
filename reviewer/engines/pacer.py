"""Keeps requests to one engine apart from each other."""

import threading
import time

from reviewer.engines.stop import Stop


class Pacer:
    """Lets requests begin one after the other, at most so many a second, and none while the engine asks to wait."""

    def __init__(self, per_second: float) -> None:
        self._apart = 1 / per_second
        self._lock = threading.Lock()
        self._next = 0.0

    def wait(self, stop: Stop) -> None:
        """Wait for one's turn.

        Raises:
            Cancelled: the work was stopped.
        """
        while True:
            with self._lock:
                now = time.monotonic()
                if self._next <= now:
                    self._next = now + self._apart
                    return
                pause = self._next - now
            stop.pause(pause)

    def hold(self, seconds: float) -> None:
        """Let nothing begin for so long."""
        with self._lock:
            self._next = max(self._next, time.monotonic() + seconds)
