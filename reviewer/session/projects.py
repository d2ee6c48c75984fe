"""Finding, making and opening the project of two files."""

import hashlib
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from reviewer import __version__
from reviewer.host.files import digest, read_file
from reviewer.host.paths import data_folder
from reviewer.model.bitext import Bitext
from reviewer.model.errors import InputError, ReviewerError
from reviewer.session.opening import Opened
from reviewer.session.origin import PAIRS_FROM
from reviewer.storage.later import LaterStore
from reviewer.storage.sqlite import SqliteStore
from reviewer.storage.store import Project, Store

SUFFIX = ".review"


def project_path(source: str, target: str | None) -> str:
    """Return where the project of two files is kept: beside the translation, or, where that folder
    cannot be written, among the program's own data."""
    place = Path(target or source).absolute()
    if os.access(place.parent, os.W_OK):
        return f"{place}{SUFFIX}"
    both = "\0".join(os.path.abspath(path) for path in (source, target) if path)
    return str(data_folder() / f"{place.name}-{hashlib.sha256(both.encode()).hexdigest()[:8]}{SUFFIX}")


@dataclass(frozen=True, slots=True)
class Kept:
    """A project, where it is kept, and what to tell the editor about it."""

    store: Store
    project: Project
    told: tuple[str, ...]


def open_project(
    source: str, target: str | None, read: Callable[[], Opened], path: str | None = None, *, anew: bool = False
) -> Kept:
    """Return the project of two files, made with `read` on first opening, or `anew`: what there was is kept as backup.

    The file of a new project is written with the first thing that is saved in it.

    Raises:
        InputError: the name belongs to a project of other files.
        StorageError: the project cannot be opened or made.
    """
    path = os.path.abspath(path or project_path(source, target))
    if os.path.exists(path) and not anew:
        kept = open_existing(path)
        files = {os.path.abspath(source), os.path.abspath(target or source)}
        known = kept.project.bitext
        if files != {known.source.path, known.target.path or known.source.path}:
            kept.store.close()
            raise InputError(f"{path} is the project of other files. Choose another name with --project.")
        return kept
    opened = read()
    if os.path.exists(path):
        os.replace(path, f"{path}.before")
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    settings = {"made_with": __version__, PAIRS_FROM: opened.pairs_from.value}
    project = Project(opened.bitext, opened.rows, (), {}, (), settings)
    store = LaterStore(path, lambda: SqliteStore.create(path, opened.bitext, opened.rows, opened.originals, settings))
    return Kept(store, project, opened.warnings)


def open_existing(path: str) -> Kept:
    """Return the project of a file.

    Raises:
        StorageError: it cannot be opened.
    """
    store = SqliteStore(path)
    try:
        project = store.load()
        return Kept(store, project, tuple(changes_on_disk(project.bitext)))
    except BaseException:
        store.close()
        raise


def changes_on_disk(bitext: Bitext) -> list[str]:
    """Say which of the two files are no longer what the project was made from."""
    told = []
    for name, document in (("source", bitext.source), ("translation", bitext.target)):
        if not document.path:
            continue
        try:
            if digest(read_file(document.path)) != document.digest:
                told.append(
                    f"The {name} {document.path} has changed since this review began. "
                    "The review goes on with the text as it was; export to another name, or import the files again."
                )
        except ReviewerError:
            told.append(f"The {name} {document.path} is no longer there. The review holds its text.")
    return told
