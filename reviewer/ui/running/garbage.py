"""Collects garbage on the GUI thread only.

Python's collector runs on whichever thread allocates; on a worker it can destroy objects of Qt that
belong to the GUI thread, which ends the process.
"""

import gc
import time

from PySide6.QtCore import QObject, QTimer

_SLOW_S = 0.01
"""A collection that takes longer could be felt while typing."""


class GarbageTimer(QObject):
    """Takes over from the automatic collector while it lives; `stop` gives back.

    A collection walks everything alive, so that its cost grows with the document: what survives a
    slow one is the document, and is not walked again (`gc.freeze`).
    """

    def __init__(self, parent: QObject | None = None, interval_ms: int = 1000) -> None:
        super().__init__(parent)
        self._thresholds = gc.get_threshold()
        self._was_enabled = gc.isenabled()
        gc.disable()
        # What stands after start-up stays, too.
        gc.freeze()
        self._timer = QTimer(self, interval=interval_ms)
        self._timer.timeout.connect(self._collect)
        self._timer.start()

    def stop(self) -> None:
        """Leave collecting as it was, with nothing for a worker to collect that belongs to this thread."""
        self._timer.stop()
        gc.unfreeze()
        if self._was_enabled:
            gc.collect()
            gc.enable()

    def _collect(self) -> None:
        """Collect the oldest generation whose threshold is passed, as the automatic collector does."""
        counts = gc.get_count()
        for generation in (2, 1, 0):
            if counts[generation] > self._thresholds[generation]:
                start = time.perf_counter()
                gc.collect(generation)
                if time.perf_counter() - start > _SLOW_S:
                    gc.freeze()
                return
