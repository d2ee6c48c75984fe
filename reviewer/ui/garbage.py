"""Collects garbage on the GUI thread only.

Python's collector runs on whichever thread allocates; on a worker it can destroy objects of Qt that
belong to the GUI thread, which ends the process.
"""

import gc

from PySide6.QtCore import QObject, QTimer


class GarbageTimer(QObject):
    """Takes over from the automatic collector while it lives; `stop` gives back."""

    def __init__(self, parent: QObject | None = None, interval_ms: int = 1000) -> None:
        super().__init__(parent)
        self._thresholds = gc.get_threshold()
        gc.disable()
        # What stands after start-up stays: no collection need walk it again.
        gc.freeze()
        self._timer = QTimer(self, interval=interval_ms)
        self._timer.timeout.connect(self._collect)
        self._timer.start()

    def stop(self) -> None:
        """Hand collecting back to Python."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()

    def _collect(self) -> None:
        """Collect the youngest generation whose threshold is passed, as the automatic collector does."""
        counts = gc.get_count()
        for generation in (2, 1, 0):
            if counts[generation] > self._thresholds[generation]:
                gc.collect(generation)
                return
