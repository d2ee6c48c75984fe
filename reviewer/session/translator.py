"""Asks translation engines about the review in progress, and puts into it what they answer.

Everything here is called on one thread, and nothing waits: answers are queued as they come, and `work` puts
them into the session a few milliseconds at a time.
"""

import time
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from reviewer.engines.engine import Engine
from reviewer.engines.service import Answer, Batch, Service, Text
from reviewer.model.correction import Verb
from reviewer.model.errors import Cancelled, InputError, ReviewerError
from reviewer.model.segment import Segment
from reviewer.model.version import Version, Way
from reviewer.session import acts
from reviewer.session.privacy import forbid_if_private
from reviewer.session.session import Session
from reviewer.session.translating import to_translate, translation
from reviewer.text.languages import UNDETERMINED

CHANGED_MEANWHILE = "It was not put in: the paragraph was changed meanwhile."
_CLOSING_S = 1.0
"""How long the end of the program waits for requests that are running."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a filling is."""

    title: str
    """Of the engine."""
    answered: int
    """How many paragraphs have their answer, good or bad, or were given up."""
    total: int
    translated: int
    failed: int
    trouble: str
    """The sentence of the last failure."""


class _Job:
    """Paragraphs that were asked for together."""

    def __init__(self, engine: Engine, way: Way, revisions: dict[str, int] | None, total: int) -> None:
        self.engine = engine
        self.way = way
        self.revisions = revisions
        """Of the segments to fill, as they were when asked for; None where answers are only offered."""
        self.total = total
        self.answered = self.translated = self.failed = 0
        self.trouble = ""
        self.batch: Batch | None = None

    @property
    def progress(self) -> Progress:
        return Progress(self.engine.title, self.answered, self.total, self.translated, self.failed, self.trouble)


class Translator:
    """Stands between one session and the engines."""

    def __init__(
        self,
        service: Service,
        chosen: Callable[[], Iterable[str]],
        *,
        wake: Callable[[], None],
        told: Callable[[Progress | None, Progress | None], None],
        typing: Callable[[], str | None],
    ) -> None:
        """Set up; nothing is asked or sent.

        Args:
            service: reaches the engines; it delivers on the thread that calls this.
            chosen: gives the ids of the engines in use, in the editor's order.
            wake: called when there is something for `work` to do.
            told: called with how far the filling is, and with how one ended; each None where there is none.
            typing: gives the id of the segment being typed in; it is never written into.
        """
        self._service = service
        self._chosen = chosen
        self._wake = wake
        self._told = told
        self._typing = typing
        self._session: Session | None = None
        self._jobs: list[_Job] = []
        self._answers: deque[tuple[_Job, Answer]] = deque()

    # What there is

    @property
    def engines(self) -> tuple[Engine, ...]:
        """The engines there are, those in use first."""
        chosen = list(self._chosen())
        known = {engine.id: engine for engine in self._service.engines}
        first = [known[id] for id in chosen if id in known]
        return (*first, *(engine for engine in known.values() if engine.id not in chosen))

    @property
    def in_use(self) -> tuple[Engine, ...]:
        """The engines that are asked, in order."""
        chosen = set(self._chosen())
        return tuple(engine for engine in self.engines if engine.id in chosen)

    @property
    def busy(self) -> bool:
        """Whether anything was asked for that is not answered yet."""
        return bool(self._jobs)

    @property
    def progress(self) -> Progress | None:
        """How far the filling is; None where nothing is being filled."""
        job = next((job for job in self._jobs if job.revisions is not None), None)
        return job.progress if job else None

    def knows(self, engine: Engine, *, way: Way = Way.FORTH) -> bool | None:
        """Say whether an engine translates between the project's languages; None where nobody knows yet."""
        source, target = self._languages(way)
        return self._service.can(engine.id, source, target)

    def empty(self) -> list[str]:
        """Return the ids of the paragraphs shown that have a source and no translation, in order."""
        session = self._session
        if session is None:
            return []
        without = (id for id, source, target in session.rows.texts() if source and not target)
        return [
            id
            for id in without
            if session.worklist.position(id) is not None and to_translate(session.segment(id)) is not None
        ]

    # Asking

    def set_session(self, session: Session | None) -> None:
        """Work for another review, or none; what was asked for the last one is cancelled."""
        for job in self._jobs:
            if job.batch is not None:
                job.batch.cancel()
        self._jobs.clear()
        self._answers.clear()
        self._session = session

    def ask(self, id: str, *, fresh: bool = False) -> None:
        """Ask the engines in use for a paragraph; what they said already is not asked again unless `fresh`.

        Raises:
            InputError: it cannot be asked; says why. Nothing was sent.
        """
        segment = self._askable(id)
        if not segment.source.strip():
            raise InputError("There is nothing in the source to translate.")
        if not self.in_use:
            raise InputError("No translation engine is chosen. Choose one in the preferences.")
        session = self._open()
        answered = {v.engine for v in session.versions.of(id) if v.text or v.waiting}
        for engine in self.in_use:
            if fresh or engine.id not in answered:
                self._put(engine, Way.FORTH, [Text(id, segment.source)], fresh=fresh)

    def ask_back(self, id: str) -> None:
        """Ask the first engine in use what the target says, in the language of the source.

        Raises:
            InputError: it cannot be asked; says why. Nothing was sent.
        """
        segment = self._askable(id)
        if not segment.target.strip():
            raise InputError("There is no translation to translate back.")
        engine = next((engine for engine in self.in_use if self.knows(engine, way=Way.BACK) is not False), None)
        if engine is None:
            raise InputError("No engine in use translates back into the source’s language. Choose another.")
        known = self._open().versions.back(id)
        if known is None or known.trouble:
            self._put(engine, Way.BACK, [Text(id, segment.target)])

    def fill(self, ids: Sequence[str], engine: str, *, over: bool = False) -> int:
        """Have an engine translate paragraphs; each answer goes into the document as it comes.

        Args:
            ids: the segments.
            engine: id.
            over: whether a translation that is there already is replaced.

        Returns:
            How many are asked for: those that have something to translate.

        Raises:
            InputError: it cannot be asked; says why. Nothing was sent.
        """
        session = self._open()
        if self.progress is not None:
            raise InputError("A translation is still under way. Wait for its end, or stop it.")
        self._check_languages()
        segments = [session.segment(id) for id in ids]
        texts = [_whole(segment) if over else to_translate(segment) for segment in segments]
        asked = [text for text in texts if text is not None]
        revisions = {text.id: session.segment(text.id).revision for text in asked}
        if asked:
            self._put(self._service.engine(engine), Way.FORTH, asked, revisions=revisions, fresh=over)
        return len(asked)

    def stop(self) -> None:
        """Ask for nothing more. Answers that are here already still count."""
        for job in self._jobs:
            if job.batch is not None:
                job.batch.cancel()

    def use(self, version: Version) -> None:
        """Put an engine's version where the translation stands.

        Raises:
            InputError: there is nothing to put in, or the segment is locked.
        """
        session = self._open()
        segment = session.segment(version.segment)
        if not version.text:
            raise InputError(version.trouble or f"{version.title} has not answered yet.")
        edit = translation([(segment, version.text)])
        if to_translate(segment) is not None:
            session.apply(edit, author=version.title)
        else:
            # What was delivered stays known, and who chose the words is the editor.
            (after,) = edit.after
            assert isinstance(after, Segment)
            acts.set_target(session, segment.id, after.target, Verb.TRANSLATE)

    # Answers

    def work(self, seconds: float) -> bool:
        """Put answers into the session for about so long; say whether any are left."""
        end = time.monotonic() + seconds
        while self._answers:
            job, answer = self._answers.popleft()
            self._take(job, answer)
            if time.monotonic() >= end:
                break
        return bool(self._answers)

    def close(self) -> None:
        """Let go of the engines; requests that are running get a moment to end."""
        self.set_session(None)
        self._service.close(_CLOSING_S)

    def _put(
        self,
        engine: Engine,
        way: Way,
        texts: Sequence[Text],
        *,
        revisions: dict[str, int] | None = None,
        fresh: bool = False,
    ) -> None:
        session = self._open()
        job = _Job(engine, way, revisions, len(texts))
        self._jobs.append(job)
        session.offered([Version(text.id, engine.id, engine.title, way, text.text) for text in texts])
        source, target = self._languages(way)

        def on_answer(answer: Answer) -> None:
            self._answers.append((job, answer))
            self._wake()

        job.batch = self._service.translate(
            texts, source, target, engine.id, on_answer, fresh=fresh, first=revisions is None
        )
        self._told(self.progress, None)

    def _take(self, job: _Job, answer: Answer) -> None:
        session = self._session
        if session is None or job not in self._jobs:
            return
        job.answered += 1
        try:
            self._show(session, job, answer)
        finally:
            ended = None
            if job.answered == job.total:
                self._jobs.remove(job)
                ended = job.progress if job.revisions is not None else None
            self._told(self.progress, ended)

    def _show(self, session: Session, job: _Job, answer: Answer) -> None:
        """Put an answer where the editor sees it.

        Raises:
            Exception: it is a bug, not trouble with an engine.
        """
        id, error = answer.asked.id, answer.error
        version = Version(
            id, job.engine.id, job.engine.title, job.way, answer.asked.text, answer.text, "", answer.notes
        )
        if error is not None:
            session.withdrawn(version)
            if isinstance(error, Cancelled):
                return
            job.failed += 1
            if not isinstance(error, ReviewerError):
                raise error
            job.trouble = str(error)
            version = replace(version, text="", trouble=job.trouble)
        elif job.revisions is not None and not self._filled(session, job, answer):
            version = replace(version, notes=(*answer.notes, CHANGED_MEANWHILE))
        else:
            job.translated += 1
        session.offered([version])

    def _filled(self, session: Session, job: _Job, answer: Answer) -> bool:
        """Put an answer into its row; False where the row is no longer what was asked for."""
        id = answer.asked.id
        assert job.revisions is not None
        if not session.rows.has(id) or id in session.drafts or id == self._typing():
            return False
        segment = session.segment(id)
        if segment.revision != job.revisions[id] or segment.source != answer.asked.text:
            return False
        session.apply(translation([(segment, answer.text)]), author=job.engine.title)
        return True

    def _askable(self, id: str) -> Segment:
        session = self._open()
        self._check_languages()
        return session.segment(id)

    def _check_languages(self) -> None:
        session = self._open()
        forbid_if_private(session.settings)
        if UNDETERMINED in self._languages(Way.FORTH):
            raise InputError("Say first which languages the two texts are in (File ▸ Languages…).")

    def _languages(self, way: Way) -> tuple[str, str]:
        bitext = self._open().bitext
        forth = bitext.source.language, bitext.target.language
        return forth if way is Way.FORTH else (forth[1], forth[0])

    def _open(self) -> Session:
        assert self._session is not None
        return self._session


def _whole(segment: Segment) -> Text | None:
    return None if segment.locked or not segment.source.strip() else Text(segment.id, segment.source)
