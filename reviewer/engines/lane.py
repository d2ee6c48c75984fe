"""The work for one engine: its queue, a few threads, and the care around each paragraph."""

import html
import re
import threading
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Protocol

from reviewer.engines.attempt import Attempt
from reviewer.engines.caller import Caller, Matter, Note, Patience
from reviewer.engines.cutting import cut, join
from reviewer.engines.engine import Account, Engine, Markup, Question
from reviewer.engines.errors import BadKey, Nonsense, NotSetUp, Quota, Refused, WrongLanguages
from reviewer.engines.languages import Languages
from reviewer.engines.reply import ELSEWHERE, looks_like_page
from reviewer.engines.shielding import edges, moved, restored, shown, unveiled, veiled
from reviewer.engines.stop import Stop
from reviewer.engines.wire import Wire
from reviewer.model.errors import Cancelled, ReviewerError
from reviewer.model.segment import without_codes

Settle = Callable[[str, Exception | None, tuple[str, ...], bool], None]
"""Takes a translation, or what went wrong; notes for the editor; whether the cache knew it whole."""

LINES_MOVED = "The line breaks are not those of the source: look where they stand."

_UNLOCKING = 120.0
"""Seconds an editor gets to unlock a keyring."""
_FOR_ALL = (BadKey, NotSetUp, Quota, WrongLanguages)
"""Trouble that asking for the next paragraph would only meet again."""
_ESCAPED = re.compile(r"&(#\d{2,5}|quot|amp|lt|gt|nbsp);")
"""What some engines escape though nothing in the text was."""
_LONGEST_SHARE, _LONGEST_BEYOND = 8, 400
"""No translation of n characters has more than 8n + 400: from Chinese into the wordiest languages it is below 5n."""


class Cache(Protocol):
    """Keeps answers; its methods are called from several threads, and none raises."""

    def get(self, key: str) -> str | None:
        """Return an answer, None where it is not known."""
        ...

    def put(self, key: str, answer: str) -> None:
        """Keep an answer, on disk when it returns; nothing once it is closed."""
        ...

    def close(self) -> None:
        """Let go of it."""
        ...


class Commission:
    """What the paragraphs of one batch have in common."""

    def __init__(self, source: str, target: str, stop: Stop, fresh: bool, account: Callable[[], Account]) -> None:
        self.tags = (source, target)
        self.stop = stop
        self.fresh = fresh
        self.look_up = account
        self.lock = threading.Lock()
        self.account: Account | None = None
        self.codes = ("", "")
        self.trouble: ReviewerError | None = None
        """Why nothing more is asked."""
        self.failures = 0
        """How many paragraphs have failed one after the other."""


@dataclass(frozen=True, slots=True)
class Task:
    """One text, for all the paragraphs that have it."""

    commission: Commission
    text: str
    segments: tuple[str, ...]
    settle: Settle


class Lane:
    """Works for one engine; its threads live as long as there is work."""

    def __init__(self, engine: Engine, cache: Cache | None, note: Note | None, patience: Patience) -> None:
        self._engine = engine
        self._cache = cache
        self._failures = patience.failures
        self._caller = Caller(engine, note, patience)
        self._lock = threading.Lock()
        self._waiting: deque[Task] = deque()
        self._workers = 0
        self._learnt: tuple[str, Languages] | None = None

    @property
    def languages(self) -> Languages | None:
        """The languages the engine knows; None where its server was not asked yet."""
        return self._engine.languages or (self._learnt[1] if self._learnt else None)

    def put(self, tasks: Sequence[Task], *, first: bool) -> None:
        """Take on work; with `first`, before what is waiting."""
        with self._lock:
            if first:
                self._waiting.extendleft(reversed(tasks))
            else:
                self._waiting.extend(tasks)
            more = max(min(self._engine.pace.at_once - self._workers, len(self._waiting)), 0)
            self._workers += more
        for _ in range(more):
            threading.Thread(target=self._work, name=f"engine {self._engine.id}", daemon=True).start()

    def close(self, until: float) -> None:
        """Wait until then (monotonic) for the requests that are running, and end them."""
        self._caller.close(until)

    def learn(self, account: Account, stop: Stop) -> Languages:
        """Return the languages the engine knows; its server is asked once for each address."""
        learnt, learn = self._learnt, self._engine.learn
        if self._engine.languages is not None or learn is None:
            return self._engine.languages or Languages({}, {})
        if learnt is None or learnt[0] != account["address"]:
            self._check_set_up(account)
            known = self._caller.call(lambda wire: learn(account, wire), stop, Matter())
            learnt = self._learnt = account["address"], known
        return learnt[1]

    def _work(self) -> None:
        try:
            while (task := self._next()) is not None:
                self._settle(task)
        finally:
            with self._lock:
                self._workers -= 1
                left = bool(self._waiting)
            if left:
                # It came between the last look and now.
                self.put((), first=False)

    def _next(self) -> Task | None:
        with self._lock:
            return self._waiting.popleft() if self._waiting else None

    def _settle(self, task: Task) -> None:
        commission = task.commission
        try:
            text, notes, remembered = self._translated(task)
        except Cancelled as error:
            task.settle("", error, (), False)
        except ReviewerError as error:
            if not isinstance(error, Refused):
                commission.failures += 1
            if isinstance(error, _FOR_ALL) or commission.failures >= self._failures:
                commission.trouble = error
            task.settle("", error, (), False)
        except Exception as error:  # a bug: whoever asked is told, and the rest goes on
            task.settle("", error, (), False)
        else:
            commission.failures = 0
            task.settle(text, None, notes, remembered)

    def _translated(self, task: Task) -> tuple[str, tuple[str, ...], bool]:
        account = self._prepared(task.commission)
        source, target = task.commission.tags
        veil, behind = veiled(task.text)
        lead, inner, trail = edges(veil, behind)
        if not any(char.isalpha() for char in without_codes(inner)):
            return task.text, (), True
        xml = self._engine.markup is Markup.XML and inner != without_codes(inner)
        pieces = cut(inner, source, lambda piece: self._engine.fits(shown(piece, xml)))
        answers: list[str] = []
        misplaced = 0
        remembered = True
        for piece, _ in pieces:
            head, core, tail = edges(piece, behind)
            answer = core
            if any(char.isalpha() for char in without_codes(core)):
                commission, base = task.commission, self._engine.base(account)
                question = Question(shown(core, xml), *commission.codes, commission.tags, account, base, xml)
                raw, known = self._answered(question, task)
                answer, count = restored(raw, core, xml)
                misplaced += count
                remembered = remembered and known
            answers.append(head + answer + tail)
        text = unveiled(lead + join(answers, [gap for _, gap in pieces], source, target) + trail, behind)
        notes = [moved(misplaced)] if misplaced else []
        if text.count("\n") != task.text.count("\n"):
            notes.append(LINES_MOVED)
        return text, tuple(notes), remembered

    def _prepared(self, commission: Commission) -> Account:
        """Return the account of a batch and settle its languages; once, by whichever thread comes first."""
        with commission.lock:
            if commission.stop.is_set:
                raise Cancelled
            if commission.trouble is not None:
                raise commission.trouble
            if commission.account is None:
                account = self._looked_up(commission)
                self._check_set_up(account)
                commission.codes = self._engine.codes(*commission.tags, self.learn(account, commission.stop))
                commission.account = account
            return commission.account

    def _looked_up(self, commission: Commission) -> Account:
        """Return the account; a keyring may wait for the editor to unlock it, and cancelling must not."""
        looking: Attempt[Account] = Attempt(commission.look_up, lambda: None)
        looking.start()
        locked = f"The system's keyring did not give the key for {self._engine.title}. Unlock it and try again."
        return looking.result(_UNLOCKING, commission.stop, locked)

    def _check_set_up(self, account: Account) -> None:
        if missing := self._engine.missing(account):
            what = " and ".join(need.title.lower() for need in missing)
            names = " and ".join(need.variable(self._engine.id) for need in missing)
            raise NotSetUp(f"{self._engine.title} needs: {what}. Enter it in the preferences, or set {names}.")

    def _answered(self, question: Question, task: Task) -> tuple[str, bool]:
        """Return the engine's answer, and whether the cache knew it."""
        key = self._key(question)
        if self._cache is not None and not task.commission.fresh:
            known = self._cache.get(key)
            if known is not None:
                return known, True

        def ask(wire: Wire) -> str:
            answer = self._checked(self._engine.ask(question, wire), question)
            # Here, not where the answer is waited for: a question may be answered after its cancellation.
            if self._cache is not None:
                self._cache.put(key, answer)
            return answer

        matter = Matter(len(question.text), *question.tags, task.segments)
        return self._caller.call(ask, task.commission.stop, matter), False

    def _key(self, question: Question) -> str:
        """Return what an answer depends on, unreadable: the key of an account is no part of it."""
        open_values = [question.account[need.name] for need in self._engine.needs if not need.secret]
        parts = [self._engine.id, question.source, question.target, str(question.xml), *open_values, question.text]
        return blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=20).hexdigest()

    def _checked(self, answer: object, question: Question) -> str:
        title = self._engine.title
        sentence = ""
        if not isinstance(answer, str) or not answer.strip():
            sentence = f"{title} answered with nothing."
            answer = ""
        elif looks_like_page(answer) and not looks_like_page(question.text):
            sentence = f"{title} answered with a web page instead of a translation."
        elif "\ufffd" in answer and "\ufffd" not in question.text:
            sentence = f"{title} answered in characters that cannot be read."
        elif len(answer) > _LONGEST_SHARE * len(question.text) + _LONGEST_BEYOND:
            sentence = f"{title} answered with far more than a translation of the paragraph."
        if sentence:
            raise Nonsense(f"{sentence} {ELSEWHERE}")
        if "&" not in question.text and _ESCAPED.search(answer):
            answer = html.unescape(answer)
        lines = answer.strip().replace("\r\n", "\n").replace("\r", "\n")
        return "".join(char for char in lines if char >= " " or char in "\n\t")
