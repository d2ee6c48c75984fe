"""A long piece of work in a process of its own, and the thread that listens to it."""

import atexit
import contextlib
import os
import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from reviewer.host.jobs import Deliver
from reviewer.model.errors import ReviewerError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection


@dataclass(frozen=True, slots=True)
class Failed:
    """The work ended early; says why."""

    reason: str


class Errand:
    """One piece of work; its answers arrive on the thread that `deliver` calls on.

    `work` is called in the other process with `arguments` and a connection to answer by. The last answer is
    None where it came to its end, otherwise `Failed`.
    """

    def __init__(
        self,
        work: Callable[..., None],
        arguments: tuple[object, ...],
        deliver: Deliver,
        take: Callable[["Errand", Any], None],
        ended: str,
    ) -> None:
        """`ended` is what to say where the process ends before its time."""
        # Loaded when a long document first needs it.
        import multiprocessing

        # A forked copy of a process with threads and a window is no sound ground: it begins afresh.
        context = multiprocessing.get_context("spawn")
        self._answers, sending = context.Pipe(duplex=False)
        # No daemon, which could have no processes of its own; Python would wait for it before it ends.
        self._process = context.Process(target=_carry_out, args=(work, arguments, sending), daemon=False)
        self._process.start()
        atexit.register(self._process.kill)
        sending.close()
        self._deliver, self._take, self._ended = deliver, take, ended
        self._stopped = False
        self._listener = threading.Thread(target=self._listen, args=(self._answers,), name="errand", daemon=True)
        self._listener.start()

    def stop(self) -> None:
        """End the process, whatever it is at; nothing more arrives."""
        self._stopped = True
        # It only reads: nothing can be left half done. Processes of its own end when they next answer it.
        self._process.kill()
        atexit.unregister(self._process.kill)
        self._process.join()
        self._listener.join()
        self._process.close()

    def _listen(self, answers: "Connection") -> None:
        with answers:
            while not self._stopped:
                try:
                    answer = answers.recv()
                except (EOFError, OSError):
                    answer = Failed(self._ended)
                if not self._stopped:
                    self._deliver(partial(self._take, self, answer))
                if answer is None or isinstance(answer, Failed):
                    return


def _carry_out(work: Callable[..., None], arguments: tuple[object, ...], answers: "Connection") -> None:
    """Do the work in its process: behind whatever else runs on this machine, and no longer than the window.

    Where nobody listens any more it just ends.
    """
    _end_with_parent()
    if hasattr(os, "nice"):
        os.nice(10)
    with contextlib.suppress(BrokenPipeError, ConnectionError), answers:
        try:
            work(*arguments, answers)
            answers.send(None)
        except ReviewerError as error:
            answers.send(Failed(str(error)))


def _end_with_parent() -> None:
    """End when the window is gone, however it went: it may be long until something is to be sent."""
    import multiprocessing  # loaded in this process already

    parent = multiprocessing.parent_process()
    if parent is None:
        return

    def wait() -> None:
        parent.join()
        os._exit(0)

    threading.Thread(target=wait, name="parent", daemon=True).start()
