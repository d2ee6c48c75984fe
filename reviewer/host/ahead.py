"""Work done ahead in a copy of this process, while this one is still starting."""

import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from typing import BinaryIO, Generic, NamedTuple, NoReturn, TypeVar

T = TypeVar("T")
U = TypeVar("U")


def _nothing(_result: object, _send: Callable[[U], None]) -> None:
    """Follow the work with nothing."""


class _Copy(NamedTuple):
    process: int
    memory: int
    """What the result is left in: reading much from a pipe waits for other threads often."""
    answers: BinaryIO
    """Tells when the result is there, and brings what follows."""


class Ahead(Generic[T, U]):
    """A piece of work that only reads, begun on another processor; threads of Python would take turns on one.

    A process can be copied safely as long as it has one thread and no window, and on Linux (fork(2), “Notes”). Where
    it cannot, or the copy fails in any way, the work is done when it is asked for.
    """

    def __init__(self, work: Callable[[], T], then: Callable[[T, Callable[[U], None]], None] = _nothing) -> None:
        """`then` goes on in the copy with what came of the work, sending small answers."""
        self._work = work
        self._then = then
        self._copy: _Copy | None = None
        self._left = False
        """Whether the result is there."""
        if sys.platform == "linux" and threading.active_count() == 1 and len(os.sched_getaffinity(0)) > 1:
            self._begin()

    def result(self) -> T:
        """Return what came of the work. Whatever it raises is raised here."""
        if not self._is_done() or self._copy is None:
            self.end()
            return self._work()
        with open(self._copy.memory, "rb", closefd=False) as result:
            result.seek(0)
            done: T = pickle.load(result)
        return done

    def following(self) -> Iterator[U]:
        """Yield what follows the result; nothing where it was not worked out ahead."""
        try:
            while self._is_done() and self._copy is not None:
                yield pickle.load(self._copy.answers)
        except (EOFError, pickle.UnpicklingError):
            return
        finally:
            self.end()

    def end(self) -> None:
        """Let the copy go, whatever it is at: it only reads."""
        if self._copy is not None:
            copy, self._copy = self._copy, None
            os.kill(copy.process, signal.SIGKILL)
            os.waitpid(copy.process, 0)
            os.close(copy.memory)
            copy.answers.close()

    def _is_done(self) -> bool:
        """Wait until the copy leaves its result or ends; say which."""
        if not self._left and self._copy is not None:
            self._left = bool(self._copy.answers.read(1))
        return self._left

    def _begin(self) -> None:
        try:
            memory = os.memfd_create("ahead")
            reading, writing = os.pipe()
        except OSError:
            return
        try:
            process = os.fork()
        except OSError:
            for file in (memory, reading, writing):
                os.close(file)
            return
        if not process:
            os.close(reading)
            self._answer(memory, writing)
        os.close(writing)
        self._copy = _Copy(process, memory, os.fdopen(reading, "rb"))

    def _answer(self, memory: int, writing: int) -> NoReturn:
        """Leave what comes of the work, in the copy; nothing else of the program goes on there."""
        status = 1
        try:
            done = self._work()
            with open(memory, "wb") as result:
                pickle.dump(done, result, protocol=5)
            with open(writing, "wb") as answers:

                def send(answer: U) -> None:
                    pickle.dump(answer, answers, protocol=5)
                    answers.flush()

                answers.write(b"\0")
                answers.flush()
                self._then(done, send)
            status = 0
        finally:
            os._exit(status)
