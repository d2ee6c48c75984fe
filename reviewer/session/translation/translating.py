"""Joins the translation engines to this machine (keys, cache, log of what leaves) and to the rows of a project."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from reviewer.engines.engine import Account, Engine
from reviewer.engines.service import Service, Text
from reviewer.host.credentials import credential, keep_credential
from reviewer.host.jobs import Deliver
from reviewer.host.paths import cache_folder
from reviewer.host.sent_log import SentLog
from reviewer.model.correction import Edit, Verb
from reviewer.model.segment import Segment, State, without_codes
from reviewer.storage.answers import AnswerCache

DEFAULT_ENGINE = "google"

_CACHE_FILE = "answers.db"


def open_service(deliver: Deliver | None = None) -> Service:
    """Return the engines, ready to be asked; nothing is asked or sent yet.

    Args:
        deliver: hands answers to the thread they belong on; see `engines.service`.
    """
    cache = AnswerCache(cache_folder() / _CACHE_FILE)
    return Service(account_of, cache=cache, note=SentLog().note, deliver=deliver)


def account_of(engine: Engine) -> Account:
    """Return what is set for an engine, in environment variables or the system's keyring. May be slow."""
    return Account({n.name: credential(engine.id, n.name, n.variable(engine.id)) or n.default for n in engine.needs})


def set_up(engine: Engine, values: Mapping[str, str]) -> None:
    """Keep what the editor set for an engine's needs in the system's keyring; an empty value takes one out.

    Raises:
        StorageError: the system has no keyring, or it stays locked.
    """
    for need in engine.needs:
        if need.name in values:
            keep_credential(engine.id, need.name, need.variable(engine.id), values[need.name].strip())


def to_translate(segment: Segment) -> Text | None:
    """Return what to ask for a row that has no translation yet; None where it has one, or may have none."""
    if segment.locked or not segment.source or without_codes(segment.target).strip():
        return None
    return Text(segment.id, segment.source)


def translation(answers: Iterable[tuple[Segment, str]]) -> Edit:
    """Return the act that puts engines' answers into rows, as translations delivered there.

    Inline codes come along where the row's target numbers them as its source does; elsewhere the text
    comes alone.
    """
    before, after = [], []
    for segment, text in answers:
        alike = segment.target_codes[: len(segment.source_codes)] == segment.source_codes
        target = text if alike else without_codes(text)
        before.append(segment)
        after.append(replace(segment, target=target, delivered=target, state=State.TRANSLATED))
    return Edit(Verb.TRANSLATE, tuple(before), tuple(after))
