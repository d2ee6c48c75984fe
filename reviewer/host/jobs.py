"""Work off the caller's thread: every job reports back, done or failed."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from queue import SimpleQueue
from typing import Any, Protocol

Job = Callable[[], Any]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a job ended."""

    value: Any = None
    error: BaseException | None = None


Report = Callable[[Outcome], None]
Deliver = Callable[[Callable[[], None]], None]
"""Has a call made soon on the thread that owns what is called; may itself be called from any thread."""


class Lane(Protocol):
    """Runs jobs one after the other, in the order they came."""

    def submit(self, job: Job, report: Report) -> None:
        """Run `job` later and call `report` with how it ended."""
        ...

    def close(self) -> None:
        """Run what is waiting, then stop."""
        ...


def run(job: Job) -> Outcome:
    """Run a job and say how it ended."""
    try:
        return Outcome(value=job())
    except Exception as error:  # reported, never swallowed
        return Outcome(error=error)


class DirectLane:
    """Runs each job at once, where it is submitted: for headless use."""

    def submit(self, job: Job, report: Report) -> None:
        report(run(job))

    def close(self) -> None:
        """Nothing is ever waiting."""


def run_aside(name: str, job: Job, report: Report, deliver: Deliver) -> None:
    """Run a job on a thread of its own, which the program does not wait for when it ends."""

    def work() -> None:
        outcome = run(job)
        deliver(lambda: report(outcome))

    threading.Thread(target=work, name=name, daemon=True).start()


class ThreadLane:
    """One thread of its own; reports are handed to `deliver`."""

    def __init__(self, name: str, deliver: Deliver) -> None:
        self._deliver = deliver
        self._jobs: SimpleQueue[tuple[Job, Report] | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._work, name=name)
        self._thread.start()

    def submit(self, job: Job, report: Report) -> None:
        self._jobs.put((job, report))

    def close(self) -> None:
        self._jobs.put(None)
        self._thread.join()

    def _work(self) -> None:
        while (entry := self._jobs.get()) is not None:
            job, report = entry
            outcome = run(job)
            self._deliver(partial(report, outcome))
