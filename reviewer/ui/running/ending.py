"""Ends in good order when the system asks for it, however early it asks."""

import signal
from collections.abc import Callable
from types import FrameType


class Ending:
    """Takes over SIGINT and SIGTERM; before there is a window to close, the wish is kept."""

    def __init__(self) -> None:
        self.asked = False
        self._close: Callable[[], object] | None = None
        self._before = {number: signal.signal(number, self._on_signal) for number in (signal.SIGINT, signal.SIGTERM)}

    def closes(self, close: Callable[[], object]) -> None:
        """Say what to call from now on; it is called on the main thread, when Python runs there."""
        self._close = close

    def give_back(self) -> None:
        """Let the signals do what they did before, and the window go."""
        self._close = None
        for number, handler in self._before.items():
            signal.signal(number, handler)

    def _on_signal(self, _number: int, _frame: FrameType | None) -> None:
        self.asked = True
        if self._close is not None:
            self._close()
