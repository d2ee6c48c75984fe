"""`reviewer translate`: have a translation engine fill what has no translation yet."""

import os
import signal
import sys
from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from queue import Empty, SimpleQueue
from types import FrameType

from reviewer.commands.headless.progress import Progress
from reviewer.commands.headless.subcommand import Subcommand, add_languages
from reviewer.commands.wording import counted
from reviewer.engines.service import Answer, Batch, Service, Text
from reviewer.host.proxy import use_proxy
from reviewer.host.settings import PROXY, Settings
from reviewer.model.errors import Cancelled, InputError, ReviewerError
from reviewer.session.export.delivering import deliver, delivery
from reviewer.session.opening.opening import Opened, open_source
from reviewer.session.opening.projects import open_project
from reviewer.session.opening.request import FilePair
from reviewer.session.session import Session
from reviewer.session.translation.privacy import forbid_if_private
from reviewer.session.translation.translating import DEFAULT_ENGINE, open_service, to_translate, translation
from reviewer.storage.memory import MemoryStore
from reviewer.text.languages import UNDETERMINED

_STOPPED = 130
"""Exit status after Ctrl+C, as shells have it (128 + SIGINT)."""
_LOOK_UP = 0.5
"""Seconds between looks for Ctrl+C, which does not wake a waiting thread everywhere."""


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("source", metavar="SOURCE", help="a text, or a bilingual file with gaps")
    add_languages(parser)
    parser.add_argument(
        "--engine", default=DEFAULT_ENGINE, metavar="E", help=f"see `reviewer engines` ({DEFAULT_ENGINE})"
    )
    parser.add_argument("-o", "--output", metavar="OUT", help="where the translated file goes")
    parser.add_argument("--project", metavar="FILE.review", help="a project to make, or to go on with")


def _run(arguments: Namespace) -> int:
    if not arguments.output and not arguments.project:
        raise InputError("Say where the translation goes: -o OUT, --project FILE.review, or both.")
    if arguments.output and os.path.realpath(arguments.output) == os.path.realpath(arguments.source):
        raise InputError("The translation would replace the source. Give it another name.")
    use_proxy(Settings().get(PROXY))
    calls: SimpleQueue[Callable[[], None]] = SimpleQueue()
    service = open_service(calls.put)
    try:
        title = service.engine(arguments.engine).title
        session = _session(arguments, title)
        try:
            return _translate(arguments, service, session, calls)
        finally:
            session.close()
    finally:
        service.close()


def _session(arguments: Namespace, author: str) -> Session:
    def read() -> Opened:
        return open_source(arguments.source, arguments.source_lang, arguments.target_lang)

    if not arguments.project:
        opened = read()
        store, warnings = MemoryStore(opened.bitexts, opened.rows, opened.originals), opened.warnings
        session = Session(store, author=author)
    else:
        kept = open_project([FilePair(arguments.source)], lambda *_: read(), arguments.project)
        session, warnings = Session(kept.store, kept.project, author=author), kept.told
    for warning in warnings:
        print(f"reviewer: {warning}", file=sys.stderr)
    return session


def _translate(
    arguments: Namespace, service: Service, session: Session, calls: "SimpleQueue[Callable[[], None]]"
) -> int:
    forbid_if_private(session.settings)
    source = arguments.source_lang or session.bitext.source.language
    target = arguments.target_lang or session.bitext.target.language
    if UNDETERMINED in (source, target):
        raise InputError("Say which languages to translate between, with --from and --to.")
    texts = [text for text in map(to_translate, session.rows) if text is not None]
    engine = service.engine(arguments.engine)
    progress = Progress(len(texts), engine.title)
    troubles: Counter[str] = Counter()

    def take(answer: Answer) -> None:
        if answer.error is None:
            session.apply(translation([(session.segment(answer.asked.id), answer.text)]))
            for note in answer.notes:
                print(f"\nreviewer: paragraph {answer.asked.id}: {note}", file=sys.stderr)
        elif not isinstance(answer.error, Cancelled):
            troubles[_sentence(answer.error)] += 1
        progress.show(batch.answered + 1)

    batch = service.translate(texts, source, target, engine.id, take)
    try:
        _work(batch, calls)
    finally:
        progress.end()
    return _ended(arguments, session, texts, batch, troubles)


def _work(batch: Batch, calls: "SimpleQueue[Callable[[], None]]") -> None:
    """Take answers on this thread until every paragraph has one; Ctrl+C cancels what is left, twice ends at once."""

    def interrupted(number: int, frame: FrameType | None) -> None:
        if batch.cancelled:
            raise KeyboardInterrupt
        batch.cancel()

    # An exception out of nowhere, as Python's own answer to Ctrl+C is, could come while a row is being stored.
    before = signal.signal(signal.SIGINT, interrupted)
    try:
        while not batch.done:
            with suppress(Empty):
                calls.get(timeout=_LOOK_UP)()
    finally:
        signal.signal(signal.SIGINT, before)
    batch.wait()


def _sentence(error: Exception) -> str:
    if isinstance(error, ReviewerError):
        return str(error)
    raise error


def _ended(arguments: Namespace, session: Session, texts: list[Text], batch: Batch, troubles: Counter[str]) -> int:
    left = sum(to_translate(session.segment(text.id)) is not None for text in texts)
    for sentence, count in troubles.most_common():
        print(f"reviewer: {counted(count, 'paragraph')}: {sentence}", file=sys.stderr)
    if batch.cancelled:
        print(
            f"reviewer: stopped; {len(texts) - left} of {len(texts)} paragraphs are translated and kept. "
            "The same command goes on from there.",
            file=sys.stderr,
        )
        return _STOPPED
    if arguments.output:
        for path, _ in deliver(session, delivery(session, arguments.output)).files:
            print(path)
    if left:
        told = f"{counted(left, 'paragraph')} of {len(texts)} not translated; the same command asks for what is left."
        print(f"reviewer: {told}", file=sys.stderr)
    return int(left > 0)


SUBCOMMAND = Subcommand("translate", "have an engine fill what has no translation yet", _arguments, _run)
