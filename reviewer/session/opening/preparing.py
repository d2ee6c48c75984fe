"""From what the editor names to a session."""

import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace

from reviewer.formats.encoding import head_of
from reviewer.host.jobs import Lane
from reviewer.host.login import login_name
from reviewer.session.opening.finding_documents import name_documents
from reviewer.session.opening.opening import Opened, open_documents
from reviewer.session.opening.projects import Kept, is_project, open_existing, open_project, project_path
from reviewer.session.opening.recent import Recent, remember_project
from reviewer.session.opening.request import FilePair, Request
from reviewer.session.session import Session
from reviewer.storage.sqlite import RowsRead, SqliteStore
from reviewer.text.languages import UNDETERMINED, guess

_NO_TRANSLATION = (
    "There is no translation yet. “Translate the empty paragraphs” in the menu Translate has an engine write one; "
    "nothing is sent before you choose which."
)

_HEAD = 1 << 14
"""Bytes of a file that tell its language."""


@dataclass(frozen=True, slots=True)
class Ready:
    """A session to put on the desk, and what to tell the editor about it."""

    session: Session
    told: Sequence[str]


def request_of_session(session: Session, source: Mapping[str, str], target: Mapping[str, str]) -> Request:
    """Return the request to read the files of a session anew, with these options those of the document at hand."""
    bitext = session.bitext
    # In other columns may be other languages.
    same = all(bitext.target.options.get(role) == target.get(role) for role in ("source", "target"))
    pairs = tuple(
        FilePair(
            each.source.path,
            None if each.bilingual else each.target.path or None,
            (source, target) if each is bitext else (each.source.options, each.target.options),
        )
        for each in session.bitexts
    )
    title = bitext.title if len(pairs) == 1 else ""
    one, other = (bitext.source.language, bitext.target.language) if same else (None, None)
    return Request((bitext.target.path or bitext.source.path,), one, other, session.path, title, pairs=pairs, anew=True)


def likely_languages(request: Request) -> tuple[str, str]:
    """Return the languages that are said, or else that the beginnings of the files look like."""
    return request.source_lang or _glance(request.paths[0]), request.target_lang or _glance(request.paths[-1])


def existing_project(request: Request) -> str | None:
    """Return the path of the project that a request for one or two files opens, or None where it makes one."""
    if is_project(request.paths[0]):
        return request.paths[0]
    path = request.project or project_path(name_documents(request.paths, options=request.options)[0])
    return path if os.path.exists(path) else None


def read(request: Request) -> Opened | RowsRead | None:
    """Read files that have no project yet, or the rows of their project; None where files are to be searched for.

    Raises:
        ReviewerError: they cannot be read.
    """
    paths = request.paths
    if len(paths) > 2 or request.pairs or not all(map(os.path.isfile, paths)):
        return None
    if (project := existing_project(request)) is not None:
        with closing(SqliteStore(project, writable=False)) as store:
            return store.read_rows()
    pairs, _ = name_documents(paths, options=request.options)
    return open_documents(pairs, request.source_lang, request.target_lang, hasty=True)


def prepare(
    request: Request,
    author: str,
    lane: Callable[[], Lane],
    ahead: Callable[[], Opened | RowsRead | None] = lambda: None,
) -> Ready:
    """Open or make the project and begin a session on it, with what `ahead` has read of it (see `read`).

    Raises:
        ReviewerError: it cannot be opened; says why and what to do.
    """
    kept = _kept(request, ahead)
    session = Session(kept.store, kept.project, author=author or login_name(), lane=lane())
    session.being_translated = not all(bitext.target.path for bitext in session.bitexts)
    if session.path:
        remember_project(Recent.of(session))
    return Ready(session, kept.told)


def _glance(path: str) -> str:
    try:
        with open(path, "rb") as file:
            return guess(head_of(file.read(_HEAD), _HEAD))
    except OSError:
        return UNDETERMINED


def _kept(request: Request, ahead: Callable[[], Opened | RowsRead | None]) -> Kept:
    paths = request.paths

    def rows_ahead() -> RowsRead | None:
        return found if isinstance(found := ahead(), RowsRead) else None

    if len(paths) == 1 and is_project(paths[0]):
        return open_existing(paths[0], rows_ahead)
    languages = request.source_lang, request.target_lang
    pairs: Sequence[FilePair] = request.pairs
    told: Sequence[str] = ()
    if not pairs:
        pairs, told = name_documents(paths, *languages, request.options)

    def read_files(wanted: Sequence[FilePair], known: tuple[str, str] | None) -> Opened:
        opened = ahead() if known is None else None
        if not isinstance(opened, Opened):
            opened = open_documents(wanted, *(known or languages), hasty=True)
        missing = () if all(bitext.target.path for bitext in opened.bitexts) else (_NO_TRANSLATION,)
        bitexts = opened.bitexts
        if request.title:
            bitexts = (replace(bitexts[0], title=request.title), *bitexts[1:])
        return replace(opened, bitexts=bitexts, warnings=(*opened.warnings, *told, *missing))

    return open_project(pairs, read_files, request.project, anew=request.anew, rows_ahead=rows_ahead)
