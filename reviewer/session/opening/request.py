"""From what the editor names to a session."""

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from reviewer.formats.encoding import head_of
from reviewer.host.ahead import Ahead
from reviewer.host.jobs import Lane
from reviewer.host.login import login_name
from reviewer.session.opening.finding_documents import name_documents
from reviewer.session.opening.opening import FilePair, Opened, open_documents
from reviewer.session.opening.projects import Kept, is_project, open_existing, open_project, project_path
from reviewer.session.opening.recent import Recent, remember_project
from reviewer.session.opening.samples import Sample, sample, unpacked
from reviewer.session.session import Session
from reviewer.text.languages import UNDETERMINED, guess

_NO_TRANSLATION = (
    "There is no translation yet. “Translate the empty paragraphs” in the menu Translate has an engine write one; "
    "nothing is sent before you choose which."
)

_LONG = 1 << 22
"""Bytes from which reading files takes longer than sending what was read from one process to another."""
_HEAD = 1 << 14
"""Bytes of a file that tell its language."""


@dataclass(frozen=True, slots=True)
class Request:
    """What to open."""

    paths: tuple[str, ...]
    """A project; or a source and its translation; or one bilingual file; or a source alone; or folders or files among
    which there are several documents."""
    source_lang: str | None = None
    target_lang: str | None = None
    project: str | None = None
    """Where the review is kept; by default beside the translation."""
    title: str = ""
    """What to call the article where its file name says little."""
    options: tuple[Mapping[str, str], Mapping[str, str]] = ({}, {})
    """How the source and the translation are to be read, see `formats.format.Format.read`; the formats find out
    what is not said."""
    pairs: tuple[FilePair, ...] = ()
    """The documents, where it is known already which they are; `paths` only say where from."""
    anew: bool = False
    """Whether the project that there may be is set aside and made anew."""

    def likely_languages(self) -> tuple[str, str]:
        """Return the languages that are said, or else that the beginnings of the files look like."""
        return self.source_lang or _glance(self.paths[0]), self.target_lang or _glance(self.paths[-1])

    @property
    def name(self) -> str:
        """What to call it while it is being opened."""
        return f"{len(self.pairs):,} documents" if len(self.pairs) > 1 else self.paths[-1]

    @classmethod
    def of_session(cls, session: Session, source: Mapping[str, str], target: Mapping[str, str]) -> "Request":
        """Return the request to read the files of a session anew."""
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
        return cls((bitext.target.path or bitext.source.path,), one, other, session.path, title, pairs=pairs, anew=True)

    @classmethod
    def of_sample(cls, name: str) -> "Request":
        """Return the request for a sample.

        Raises:
            InputError: there is none of that name.
        """
        one: Sample = sample(name)
        return cls(unpacked(one), one.source_lang, one.target_lang, title=one.title)


@dataclass(frozen=True, slots=True)
class Ready:
    """A session to put on the desk, and what to tell the editor about it."""

    session: Session
    told: Sequence[str]


def begin_reading(request: Request) -> Ahead[Opened] | None:
    """Begin to read long files that have no project yet; to be called before the program has threads or a window."""
    paths = request.paths
    named = len(paths) <= 2 and not request.pairs and not is_project(paths[0])
    if not named or not all(map(os.path.isfile, paths)) or sum(map(os.path.getsize, paths)) < _LONG:
        return None
    pairs, _ = name_documents(paths, options=request.options)
    if os.path.exists(request.project or project_path(pairs)):
        return None
    return Ahead(lambda: open_documents(pairs, request.source_lang, request.target_lang, hasty=True))


def prepare(request: Request, author: str, lane: Callable[[], Lane], ahead: Ahead[Opened] | None = None) -> Ready:
    """Open or make the project and begin a session on it; `ahead` is reading its files already.

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


def _kept(request: Request, ahead: Ahead[Opened] | None) -> Kept:
    paths = request.paths
    if len(paths) == 1 and is_project(paths[0]):
        return open_existing(paths[0])
    languages = request.source_lang, request.target_lang
    pairs: Sequence[FilePair] = request.pairs
    told: Sequence[str] = ()
    if not pairs:
        pairs, told = name_documents(paths, *languages, request.options)

    def read(wanted: Sequence[FilePair], known: tuple[str, str] | None) -> Opened:
        if ahead is not None and known is None:
            opened = ahead.result()
        else:
            opened = open_documents(wanted, *(known or languages), hasty=True)
        missing = () if all(bitext.target.path for bitext in opened.bitexts) else (_NO_TRANSLATION,)
        bitexts = opened.bitexts
        if request.title:
            bitexts = (replace(bitexts[0], title=request.title), *bitexts[1:])
        return replace(opened, bitexts=bitexts, warnings=(*opened.warnings, *told, *missing))

    return open_project(pairs, read, request.project, anew=request.anew)
