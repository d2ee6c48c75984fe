"""Asks translation engines about the review in progress, and puts into it what they answer.

Everything here is called on one thread, and nothing waits: answers are queued as they come, and `work` puts
them into the session a few milliseconds at a time.
"""

import time
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from reviewer.engines.engine import Engine
from reviewer.engines.service import Answer, Batch, Service, Text
from reviewer.model.correction import Verb
from reviewer.model.errors import Cancelled, InputError, ReviewerError
from reviewer.model.segment import Segment
from reviewer.model.version import Version, Way
from reviewer.session import acts
from reviewer.session.session import Session
from reviewer.session.translation.filling import PORTION, Filling, Progress
from reviewer.session.translation.privacy import forbid_if_private
from reviewer.session.translation.translating import to_translate, translation
from reviewer.text.languages import UNDETERMINED

CHANGED_MEANWHILE = "It was not put in: the paragraph was changed meanwhile."
_CLOSING_S = 1.0
"""How long the end of the program waits for requests that are running."""


class _Job:
    """Paragraphs that one engine was asked about together."""

    def __init__(self, engine: Engine, way: Way, filling: Filling | None = None) -> None:
        self.engine = engine
        self.way = way
        self.filling = filling
        """None where answers are only offered."""
        self.open = 0
        """How many paragraphs are asked for and not answered."""
        self.batches: list[Batch] = []

    def stop(self) -> None:
        """Ask for nothing more."""
        if self.filling is not None:
            self.filling.stop()
        for batch in self.batches:
            batch.cancel()


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
        self._filled: Filling | None = None
        """The last filling, to be taken back."""

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
        return next((job.filling.progress for job in self._jobs if job.filling is not None), None)

    def knows(self, engine: Engine, *, way: Way = Way.FORTH) -> bool | None:
        """Say whether an engine translates between the project's languages; None where nobody knows yet."""
        source, target = self._languages(way)
        return self._service.can(engine.id, source, target)

    def empty(self) -> list[str]:
        """Return the ids of the paragraphs shown that have a source and no translation, in order."""
        session = self._session
        if session is None:
            return []
        ids = [id for id, source, target in session.rows.texts() if source and not target]
        if session.filter:
            ids = [id for id in ids if session.worklist.position(id) is not None]
        return [id for id in ids if to_translate(session.segment(id)) is not None]

    # Asking

    def set_session(self, session: Session | None) -> None:
        """Work for another review, or none; what was asked for the last one is cancelled."""
        self.stop()
        self._jobs.clear()
        self._answers.clear()
        self._filled = None
        self._session = session

    def ask(self, id: str) -> None:
        """Ask the engines in use for a paragraph; what they said already is not asked again.

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
            if engine.id not in answered:
                self._put(_Job(engine, Way.FORTH), [Text(id, segment.source)])

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
            self._put(_Job(engine, Way.BACK), [Text(id, segment.target)])

    def fill(self, ids: Sequence[str], engine: str, *, over: bool = False) -> None:
        """Have an engine translate paragraphs; each answer goes into the document as it comes.

        Where as many fail one after the other as are asked for at a time, the rest is not tried.

        Args:
            ids: the segments; those that have nothing to translate are passed over.
            engine: id.
            over: whether a translation that is there already is replaced.

        Raises:
            InputError: it cannot be asked; says why. Nothing was sent.
        """
        if self.progress is not None:
            raise InputError("A translation is still under way. Wait for its end, or stop it.")
        self._check_languages()
        asked = self._service.engine(engine)
        filling = self._filled = Filling(asked.title, ids, over=over)
        job = _Job(asked, Way.FORTH, filling)
        self._jobs.append(job)
        self._go_on(job, filling)

    def stop(self) -> None:
        """Ask for nothing more. Answers that are here already still count."""
        for job in self._jobs:
            job.stop()

    def take_back(self) -> int:
        """Take the last filling back as one act, but for paragraphs somebody worked on since; return how many.

        Raises:
            InputError: it is still under way.
        """
        if self.progress is not None:
            raise InputError("The translation is still under way. Stop it first.")
        done = self._open().apply(self._filled.taken_back(self._open())) if self._filled else None
        return len(done.segments) if done else 0

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

    def _go_on(self, job: _Job, filling: Filling) -> None:
        """Ask for the next paragraphs of a filling; end it where there are none."""
        if texts := filling.portion(self._open()):
            self._put(job, texts)
        elif not job.open:
            self._jobs.remove(job)
            self._told(None, filling.progress)

    def _put(self, job: _Job, texts: Sequence[Text]) -> None:
        engine, session = job.engine, self._open()
        if job not in self._jobs:
            self._jobs.append(job)
        job.open += len(texts)
        session.offered([Version(text.id, engine.id, engine.title, job.way, text.text) for text in texts])
        source, target = self._languages(job.way)

        def on_answer(answer: Answer) -> None:
            self._answers.append((job, answer))
            self._wake()

        # Whoever wants a paragraph anew wants no answer of last week's, and whoever looks at one is waiting for it.
        fresh, first = job.filling is not None and job.filling.over, job.filling is None
        job.batches = [batch for batch in job.batches if not batch.done]
        job.batches.append(
            self._service.translate(texts, source, target, engine.id, on_answer, fresh=fresh, first=first)
        )
        self._told(self.progress, None)

    def _take(self, job: _Job, answer: Answer) -> None:
        session = self._session
        if session is None or job not in self._jobs:
            return
        job.open -= 1
        try:
            self._show(session, job, answer)
        finally:
            filling = job.filling
            if filling is not None and 2 * job.open <= PORTION and not (job.open and filling.all_asked):
                self._go_on(job, filling)
            elif not job.open:
                self._jobs.remove(job)
            self._told(self.progress, None)

    def _show(self, session: Session, job: _Job, answer: Answer) -> None:
        """Put an answer where the editor sees it.

        Raises:
            Exception: it is a bug, not trouble with an engine.
        """
        id, error, engine, filling = answer.asked.id, answer.error, job.engine, job.filling
        version = Version(id, engine.id, engine.title, job.way, answer.asked.text, answer.text, notes=answer.notes)
        if isinstance(error, ReviewerError):
            version = replace(version, text="", trouble=str(error))
        if error is not None:
            session.withdrawn(version)
        elif filling is not None and not self._fill_in(session, filling, engine, answer):
            version = replace(version, notes=(*answer.notes, CHANGED_MEANWHILE))
        if error is None or version.trouble:
            session.offered([version])
        if filling is not None and error is not None:
            filling.count(trouble=version.trouble)
            if filling.hopeless:
                job.stop()
        if error is not None and not isinstance(error, ReviewerError | Cancelled):
            raise error

    def _fill_in(self, session: Session, filling: Filling, engine: Engine, answer: Answer) -> bool:
        edit = None if answer.asked.id == self._typing() else filling.edit(session, answer)
        filling.count(translated=edit is not None)
        if edit is not None:
            session.apply(edit, author=engine.title)
        return edit is not None

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
