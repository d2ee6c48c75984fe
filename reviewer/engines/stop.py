"""Stopping work that waits, from another thread, at once."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from reviewer.model.errors import Cancelled


class Stop:
    """Said once, heard by everybody who works for it."""

    def __init__(self) -> None:
        self._event = threading.Event()
        # Whoever answers a signal may interrupt the very thread that holds it.
        self._lock = threading.RLock()
        self._listeners: list[Callable[[], None]] = []

    def set(self) -> None:
        """Say that the work shall stop."""
        with self._lock:
            self._event.set()
            listeners = tuple(self._listeners)
        for listener in listeners:
            listener()

    @property
    def is_set(self) -> bool:
        """Whether the work shall stop."""
        return self._event.is_set()

    def pause(self, seconds: float) -> None:
        """Wait.

        Raises:
            Cancelled: the work was stopped before or meanwhile.
        """
        if self._event.wait(seconds):
            raise Cancelled

    @contextmanager
    def telling(self, listener: Callable[[], None]) -> Iterator[None]:
        """Call `listener`, on the thread that stops, if the work is stopped inside the `with`; at once if it was."""
        with self._lock:
            self._listeners.append(listener)
            already = self._event.is_set()
        if already:
            listener()
        try:
            yield
        finally:
            with self._lock:
                self._listeners.remove(listener)
