"""Work done ahead in a copy of this process, while this one is still starting."""

import os
import pickle
import sys
import threading
from collections.abc import Callable
from typing import Generic, NoReturn, TypeVar

T = TypeVar("T")


class Ahead(Generic[T]):
    """A piece of work that only reads, begun on another processor; threads of Python would take turns on one.

    A process can be copied safely as long as it has one thread and no window, and on Linux (fork(2), “Notes”). Where
    it cannot, or the copy fails in any way, the work is done when it is asked for.
    """

    def __init__(self, work: Callable[[], T]) -> None:
        self._work = work
        self._copy: tuple[int, int] | None = None
        """Id of the process, and the memory it leaves its answer in: reading a pipe waits for other threads often."""
        if sys.platform == "linux" and threading.active_count() == 1:
            self._begin()

    def result(self) -> T:
        """Return what came of the work. Whatever it raises is raised here."""
        if self._copy is None:
            return self._work()
        (process, memory), self._copy = self._copy, None
        with open(memory, "rb") as answer:
            _, status = os.waitpid(process, 0)
            if status:
                return self._work()
            answer.seek(0)
            done: T = pickle.load(answer)
        return done

    def _begin(self) -> None:
        try:
            memory = os.memfd_create("ahead")
        except OSError:
            return
        try:
            process = os.fork()
        except OSError:
            os.close(memory)
            return
        if not process:
            self._answer(memory)
        self._copy = process, memory

    def _answer(self, memory: int) -> NoReturn:
        """Leave what comes of the work, in the copy; nothing else of the program goes on there."""
        status = 1
        try:
            with open(memory, "wb") as answer:
                pickle.dump(self._work(), answer, protocol=5)
            status = 0
        finally:
            os._exit(status)
