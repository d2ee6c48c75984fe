"""Makes one call to an engine hold: in its turn, within its time, again where the host fails for the moment."""

import random
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, TypeVar

from reviewer.engines.attempt import Attempt
from reviewer.engines.engine import Engine
from reviewer.engines.errors import Busy, NoNetwork, Nonsense
from reviewer.engines.pacer import Pacer
from reviewer.engines.reply import ELSEWHERE
from reviewer.engines.stop import Stop
from reviewer.engines.wire import Wire
from reviewer.model.errors import Cancelled, EngineError, ReviewerError
from reviewer.model.sent import Sent

if TYPE_CHECKING:
    from reviewer.engines.network.connections import Connections

T = TypeVar("T")
Note = Callable[[Sent], None]

FINISHING = 3.0
"""Seconds that a request gets to end after a cancellation, so that its answer, perhaps paid for, is kept."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How often and how long to try when a host fails for the moment."""

    attempts: int = 4
    first_wait: float = 0.5
    """Seconds; doubled with each attempt, and then a random share of it is waited (full jitter)."""
    longest_wait: float = 30.0
    """Seconds; whoever asks for more (`Retry-After`) is not asked again."""
    failures: int = 5
    """Paragraphs that may fail one after the other before the rest of a batch is not tried."""


@dataclass(frozen=True, slots=True)
class Matter:
    """What a request is about, for the note of what leaves."""

    characters: int = 0
    source: str = ""
    target: str = ""
    segments: tuple[str, ...] = ()


class Caller:
    """Calls one engine."""

    def __init__(self, engine: Engine, note: Note | None, patience: Patience) -> None:
        self._engine = engine
        self._note = note
        self._patience = patience
        self._pacer = Pacer(engine.pace.per_second)
        self._lock = threading.Lock()
        self._idle: list[Connections] = []
        self._running: set[Attempt[Any]] = set()

    def call(self, job: Callable[[Wire], T], stop: Stop, matter: Matter) -> T:
        """Run a job, again where the host fails for the moment.

        Raises:
            EngineError: it failed for good, or too often.
            Cancelled: the work was stopped. What is running may still end by itself.
        """
        attempt = 1
        while True:
            self._pacer.wait(stop)
            try:
                return self._try(job, stop, matter)
            except (Busy, NoNetwork) as error:
                asked = getattr(error, "seconds", None) or 0.0
                if attempt == self._patience.attempts or asked > self._patience.longest_wait:
                    raise
            # The engine means everybody, not this paragraph alone.
            self._pacer.hold(asked)
            stop.pause(asked + random.uniform(0, self._patience.first_wait * 2 ** (attempt - 1)))
            attempt += 1

    def close(self, until: float) -> None:
        """Wait until then (monotonic) for what is running, and end it."""
        with self._lock:
            running = tuple(self._running)
        for attempt in running:
            attempt.finish(max(until - time.monotonic(), 0.0))
        with self._lock:
            idle, self._idle = self._idle, []
        for connections in idle:
            connections.close()

    def _try(self, job: Callable[[Wire], T], stop: Stop, matter: Matter) -> T:
        # Loading what speaks to the network takes longer than all else at the start: only where something is asked.
        from reviewer.engines.network.connections import Connections

        with self._lock:
            connections = self._idle.pop() if self._idle else Connections()
        seconds = self._engine.deadline
        # The network's own limit comes second: it counts from byte to byte.
        wire = Wire(self._engine.title, connections, seconds + 1, lambda host: self._noted(host, matter))

        def run() -> T:
            try:
                result = self._guarded(job, wire)
            except BaseException:
                connections.close()
                raise
            finally:
                with self._lock:
                    self._running.discard(attempt)
            with self._lock:
                self._idle.append(connections)
            return result

        attempt = Attempt(run, wire.end)
        with self._lock:
            self._running.add(attempt)
        attempt.start()
        late = f"{self._engine.title} gave no whole answer within {seconds:g} seconds. {ELSEWHERE}"
        try:
            return attempt.result(seconds, stop, late)
        except Cancelled:
            timer = threading.Timer(FINISHING, attempt.finish, (0.0,))
            timer.daemon = True
            timer.start()
            raise

    def _guarded(self, job: Callable[[Wire], T], wire: Wire) -> T:
        """Run a job; what an adapter trips over is a broken answer, and its error may quote the text or the key."""
        trouble: EngineError
        try:
            return job(wire)
        except ReviewerError:
            raise
        except Exception:
            trouble = Nonsense(f"{self._engine.title} answered with something that is no translation. {ELSEWHERE}")
        raise trouble

    def _noted(self, host: str, matter: Matter) -> None:
        if self._note is not None:
            now = datetime.now(UTC).isoformat(timespec="milliseconds")
            self._note(
                Sent(now, self._engine.id, host, matter.characters, matter.source, matter.target, matter.segments)
            )
