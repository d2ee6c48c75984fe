"""The process that checks a long document, and the thread that listens to it."""

import multiprocessing
import threading
from collections.abc import Callable, Mapping
from multiprocessing.connection import Connection
from typing import Any

from reviewer.session.analysis import Batch, Facts, Failed, analyse

Answer = Facts | Batch | Failed | None
"""None ends a complete analysis."""


class Analyst:
    """One analysis of one project file; answers arrive on the thread that `deliver` calls on."""

    def __init__(
        self,
        path: str,
        settings: Mapping[str, Any],
        deliver: Callable[[Callable[[], None]], None],
        take: Callable[["Analyst", Answer], None],
    ) -> None:
        # A forked copy of a process with threads and a window is no sound ground: it begins afresh.
        context = multiprocessing.get_context("spawn")
        self._answers, sending = context.Pipe(duplex=False)
        self._process = context.Process(target=analyse, args=(path, dict(settings), sending), daemon=True)
        self._process.start()
        sending.close()
        self._deliver, self._take = deliver, take
        self._stopped = False
        self._listener = threading.Thread(target=self._listen, args=(self._answers,), name="analysis", daemon=True)
        self._listener.start()

    def stop(self) -> None:
        """End the process, whatever it is at; nothing more arrives."""
        self._stopped = True
        # It only reads: nothing can be left half done.
        self._process.kill()
        self._process.join()
        self._listener.join()
        self._process.close()

    def _listen(self, answers: Connection) -> None:
        with answers:
            while not self._stopped:
                try:
                    answer: Answer = answers.recv()
                except (EOFError, OSError):
                    answer = Failed(
                        "The check of the whole document ended unexpectedly; it starts again with a change."
                    )
                if not self._stopped:
                    self._deliver(lambda answer=answer: self._take(self, answer))  # type: ignore[misc]
                if answer is None or isinstance(answer, Failed):
                    return
