"""Runs the window to its end, or draws it once without a display."""

import sys
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QEventLoop, QTimer

from reviewer.host.settings import Settings
from reviewer.model.errors import ReviewerError, StorageError
from reviewer.ui.background.opening import Opening
from reviewer.ui.running.application import Running, make_application
from reviewer.ui.running.ending import Ending
from reviewer.ui.window import MainWindow

_PATIENCE_MS = 120_000
"""A picture is drawn at the latest after this, whatever still runs."""


class Deliverer(Protocol):
    """Takes calls to the GUI thread once it knows the way."""

    def lead_to(self, to: Callable[[Callable[[], None]], None]) -> None: ...


def run_window(
    settings: Settings,
    opening: Opening | None,
    deliver: Deliverer,
    ending: Ending,
    drawn: str | None,
    size: tuple[int, int],
) -> int:
    """Show the window until it is closed, or draw it into a file named `drawn`; return the exit status.

    Raises:
        ReviewerError: what was asked for cannot be opened, or the picture cannot be written.
    """
    application = make_application(sys.argv[:1])
    try:
        running = Running(settings, ending)
    except BaseException:
        if opening is not None:
            # Its lane would keep the process alive.
            opening.abandon()
        raise
    window = running.window
    deliver.lead_to(window.review.bridge.deliver)
    try:
        if drawn:
            return _draw(window, opening, drawn, size)
        refusal = _Refusal(window) if opening else None
        window.appearance.place()
        if opening is not None:
            window.await_opening(opening)
        window.show()
        window.closed.connect(application.quit)
        application.setQuitOnLastWindowClosed(False)
        application.exec()
        if refusal is not None and refusal.error is not None:
            raise refusal.error
        return 0
    finally:
        window.review.close()
        running.end()


class _Refusal:
    """Ends a window whose document, named on the command line, cannot be opened."""

    def __init__(self, window: MainWindow) -> None:
        self.error: ReviewerError | None = None
        self._window = window
        window.review.refused.connect(self._take)
        window.review.replaced.connect(self._over)

    def _take(self, error: ReviewerError) -> None:
        self.error = error
        self._window.close()

    def _over(self) -> None:
        self._window.review.refused.disconnect(self._take)
        self._window.review.replaced.disconnect(self._over)


def _draw(window: MainWindow, opening: Opening | None, path: str, size: tuple[int, int]) -> int:
    window.resize(*size)
    window.appearance.arrange()
    window.show()
    if opening is not None:
        ready = opening.result()
        window.review.put(ready.session, ready.told)
        loop = QEventLoop()
        window.review.checker.in_view_done.connect(loop.quit)
        QTimer.singleShot(_PATIENCE_MS, loop.quit)
        loop.exec()
    # What the findings set off (panels, counts) takes a few turns of the loop more.
    loop = QEventLoop()
    QTimer.singleShot(300, loop.quit)
    loop.exec()
    if not window.grab().save(path):
        raise StorageError(f"The picture {path} cannot be written. Check the folder and the ending (.png).")
    window.close()
    return 0
