"""Translates paragraphs off the caller's thread: what the desk and the command line call.

    service = Service(accounts, cache=..., note=..., deliver=bridge.deliver)
    batch = service.translate([Text("17", "Guten Tag.")], "de", "en-GB", "google", on_answer)
    ...
    batch.cancel()          # at any time, returns at once
    service.close()         # at the end of the program

Every text gets exactly one `Answer`, in no particular order: a translation, or an error with one sentence for
the editor (an `EngineError`; `Cancelled` where the batch was cancelled first). `on_answer` is called through
`deliver`, which hands the call to the thread it belongs on; without `deliver` it is called on a thread of the
service's, never twice at once. An answer carries the text it was asked for, so that one that came too late for
a changed paragraph can be told.

Nothing leaves the machine but by `translate`, which first asks an engine's server what languages it knows where only
the server can tell. `can` and `host` answer without the network and at once; `account` may
ask the system's keyring, so the GUI thread leaves it to another. All values are frozen, and every method may
be called from any thread.
"""

import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from reviewer.engines.caller import FINISHING, Note, Patience
from reviewer.engines.engine import Account, Engine, all_engines
from reviewer.engines.errors import WrongLanguages
from reviewer.engines.lane import Cache, Commission, Lane, Task
from reviewer.engines.stop import Stop
from reviewer.model.errors import InputError


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph to translate."""

    id: str
    text: str
    """With inline codes and line breaks as in `Segment.source`."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of one paragraph."""

    asked: Text
    engine: str
    """Id of the engine."""
    text: str = ""
    """The translation; empty where there is an error."""
    error: Exception | None = None
    """An `EngineError` or another `ReviewerError` to show, or `Cancelled`, about which nothing is said."""
    notes: tuple[str, ...] = ()
    """Sentences for the editor about the translation: inline codes to look at, line breaks lost."""
    remembered: bool = False
    """Whether it was in the cache whole, so that nothing was sent."""


OnAnswer = Callable[[Answer], None]
Accounts = Callable[[Engine], Account]
"""Looks up what the editor set for an engine's needs; may be slow, and is called on threads of the service's."""


class Batch:
    """Paragraphs that were given to the service together."""

    def __init__(self, total: int, stop: Stop) -> None:
        self.total = total
        self._stop = stop
        self._answered = 0
        self._done = threading.Event()
        self._failure: BaseException | None = None
        if not total:
            self._done.set()

    @property
    def answered(self) -> int:
        """How many paragraphs have their answer, good or bad."""
        return self._answered

    @property
    def done(self) -> bool:
        """Whether every paragraph has its answer."""
        return self._done.is_set()

    @property
    def cancelled(self) -> bool:
        """Whether nothing more is asked for."""
        return self._stop.is_set

    def cancel(self) -> None:
        """Ask for nothing more; what is open is answered with `Cancelled` soon. Returns at once.

        Requests that were made already get a few seconds to end, and what they bring goes into the cache.
        """
        self._stop.set()

    def wait(self, seconds: float | None = None) -> bool:
        """Wait until every paragraph has its answer; False where that takes longer.

        Raises:
            Exception: what `on_answer` raised, if it did; the batch was cancelled then.
        """
        finished = self._done.wait(seconds)
        if self._failure is not None:
            raise self._failure
        return finished

    def _count(self, failure: BaseException | None) -> None:
        """Take note that one paragraph more was delivered."""
        self._answered += 1
        if failure is not None:
            self._failure = failure
            self._stop.set()
        if self._answered == self.total:
            self._done.set()


def _at_once(call: Callable[[], None]) -> None:
    call()


class Service:
    """Sends paragraphs to engines, and answers back."""

    def __init__(
        self,
        accounts: Accounts,
        *,
        engines: Iterable[Engine] | None = None,
        cache: Cache | None = None,
        note: Note | None = None,
        deliver: Callable[[Callable[[], None]], None] | None = None,
        patience: Patience | None = None,
    ) -> None:
        """Set up; nothing is asked or sent yet.

        Args:
            accounts: looks up keys and addresses.
            engines: those to choose from; all that declare themselves, unless told otherwise.
            cache: keeps answers for good, and is closed with the service; without one, every question is asked.
            note: is told of each request before it is made, and raises to forbid it.
            deliver: hands calls of `on_answer` to the thread they belong on.
            patience: how often and how long to try.
        """
        self._accounts = accounts
        self._engines = {engine.id: engine for engine in (all_engines() if engines is None else engines)}
        self._cache = cache
        self._note = note
        self._deliver = deliver or _at_once
        self._patience = patience or Patience()
        self._lock = threading.Lock()
        self._answering = threading.Lock()
        self._lanes: dict[str, Lane] = {}
        self._batches: set[Batch] = set()

    @property
    def engines(self) -> tuple[Engine, ...]:
        """The engines there are."""
        return tuple(self._engines.values())

    def engine(self, id: str) -> Engine:
        """Return an engine.

        Raises:
            InputError: there is none of that id.
        """
        try:
            return self._engines[id]
        except KeyError:
            known = ", ".join(sorted(self._engines))
            raise InputError(f"There is no engine “{id}”. There are: {known}.") from None

    def account(self, engine: str) -> Account:
        """Return what is set for an engine: whether its needs are met, where its host is. May be slow."""
        return self._accounts(self.engine(engine))

    def can(self, engine: str, source: str, target: str) -> bool | None:
        """Say whether an engine translates between two languages; None where its server was not asked yet."""
        known = self._lane(engine).languages
        if known is None:
            return None
        try:
            self.engine(engine).codes(source, target, known)
        except WrongLanguages:
            return False
        return True

    def translate(
        self,
        texts: Iterable[Text],
        source: str,
        target: str,
        engine: str,
        on_answer: OnAnswer,
        *,
        fresh: bool = False,
        first: bool = False,
    ) -> Batch:
        """Have paragraphs translated; return at once.

        Args:
            texts: the paragraphs; equal ones are asked for once.
            source: BCP 47 tag of their language.
            target: BCP 47 tag of the language wanted.
            engine: id.
            on_answer: gets one answer for each of them.
            fresh: ask even where the cache knows.
            first: go before what is waiting; for the paragraph an editor looks at.

        Raises:
            InputError: there is no such engine.
        """
        lane = self._lane(engine)
        asked = tuple(texts)
        stop = Stop()
        batch = Batch(len(asked), stop)
        same: dict[str, list[Text]] = {}
        for text in asked:
            same.setdefault(text.text, []).append(text)
        with self._lock:
            self._batches = {known for known in self._batches if not known.done} | {batch}
        commission = Commission(source, target, stop, fresh, lambda: self.account(engine))
        lane.put(
            [
                Task(commission, text, tuple(t.id for t in group), self._settling(batch, group, engine, on_answer))
                for text, group in same.items()
            ],
            first=first,
        )
        return batch

    def close(self, seconds: float = FINISHING) -> None:
        """Cancel everything; give requests already made so long to end."""
        with self._lock:
            batches, lanes = tuple(self._batches), tuple(self._lanes.values())
        for batch in batches:
            batch.cancel()
        until = time.monotonic() + seconds
        for lane in lanes:
            lane.close(until)
        if self._cache is not None:
            self._cache.close()

    def _lane(self, id: str) -> Lane:
        engine = self.engine(id)
        with self._lock:
            if id not in self._lanes:
                self._lanes[id] = Lane(engine, self._cache, self._note, self._patience)
            return self._lanes[id]

    def _settling(
        self, batch: Batch, group: list[Text], engine: str, on_answer: OnAnswer
    ) -> Callable[[str, Exception | None, tuple[str, ...], bool], None]:
        def deliver(answer: Answer) -> None:
            failure: BaseException | None = None
            with self._answering:
                try:
                    on_answer(answer)
                except BaseException as error:  # raised again by `Batch.wait`
                    failure = error
                batch._count(failure)

        def settle(text: str, error: Exception | None, notes: tuple[str, ...], remembered: bool) -> None:
            for asked in group:
                self._deliver(partial(deliver, Answer(asked, engine, text, error, notes, remembered)))

        return settle
