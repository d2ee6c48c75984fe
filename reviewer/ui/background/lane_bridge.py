"""Carries calls from worker threads to the GUI thread."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal


class LaneBridge(QObject):
    """Runs calls on the thread it lives on; `deliver` may be called from any thread."""

    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._arrived.connect(self._run, Qt.ConnectionType.QueuedConnection)

    def deliver(self, call: Callable[[], None]) -> None:
        """Run `call` soon, on the GUI thread."""
        self._arrived.emit(call)

    def _run(self, call: Callable[[], None]) -> None:
        call()
