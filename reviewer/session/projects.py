"""Finding, making and opening the project of some files."""

import hashlib
import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reviewer import __version__
from reviewer.host.files import digest, read_file
from reviewer.host.paths import data_folder
from reviewer.model.bitext import Bitext
from reviewer.model.errors import InputError, ReviewerError
from reviewer.session.documents import common_folder
from reviewer.session.opening import FilePair, Opened
from reviewer.storage.later import LaterStore
from reviewer.storage.sqlite import SqliteStore
from reviewer.storage.store import Project, Store

SUFFIX = ".review"


def project_path(pairs: Sequence[FilePair]) -> str:
    """Return where the project of some files is kept: beside the translation, that of several documents in the
    folder that their translations share, under its name. Where that folder cannot be written, it is among the
    program's own data."""
    places = [os.path.abspath(pair.target or pair.source) for pair in pairs]
    place = Path(places[0])
    if len(pairs) > 1:
        folder = Path(common_folder(places) or place.parent)
        place = folder / (folder.name or "documents")
    if os.access(place.parent, os.W_OK):
        return f"{place}{SUFFIX}"
    files = "\0".join(os.path.abspath(path) for pair in pairs for path in (pair.source, pair.target) if path)
    return str(data_folder() / f"{place.name}-{hashlib.sha256(files.encode()).hexdigest()[:8]}{SUFFIX}")


@dataclass(frozen=True, slots=True)
class Kept:
    """A project, where it is kept, and what to tell the editor about it."""

    store: Store
    project: Project
    told: tuple[str, ...]


def open_project(
    pairs: Sequence[FilePair], read: Callable[[], Opened], path: str | None = None, *, anew: bool = False
) -> Kept:
    """Return the project of some files, made with `read` on first opening, or `anew`: what there was is kept as backup.

    The file of a new project is written with the first thing that is saved in it.

    Raises:
        InputError: the name belongs to a project of other files.
        StorageError: the project cannot be opened or made.
    """
    path = os.path.abspath(path or project_path(pairs))
    if os.path.exists(path) and not anew:
        kept = open_existing(path)
        wanted = {(os.path.abspath(pair.source), os.path.abspath(pair.target or pair.source)) for pair in pairs}
        known = {(each.source.path, each.target.path or each.source.path) for each in kept.project.bitexts}
        if not wanted & known:
            kept.store.close()
            raise InputError(f"{path} is the project of other files. Choose another name with --project.")
        return replace(kept, told=(*kept.told, *_strangers(wanted - known)))
    opened = read()
    if os.path.exists(path):
        os.replace(path, f"{path}.before")
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    settings = {"made_with": __version__}
    project = Project(opened.bitexts, opened.rows, (), {}, (), settings)
    store = LaterStore(path, lambda: SqliteStore.create(path, opened.bitexts, opened.rows, opened.originals, settings))
    return Kept(store, project, opened.warnings)


def open_existing(path: str) -> Kept:
    """Return the project of a file.

    Raises:
        StorageError: it cannot be opened.
    """
    store = SqliteStore(path)
    try:
        project = store.load()
        return Kept(store, project, tuple(changes_on_disk(project.bitexts)))
    except BaseException:
        store.close()
        raise


def changes_on_disk(bitexts: Iterable[Bitext]) -> list[str]:
    """Say which of the files are no longer what the project was made from, nor what it wrote itself."""
    told = []
    for bitext in bitexts:
        sides = {"file": bitext.target} if bitext.bilingual else {"source": bitext.source, "translation": bitext.target}
        for name, document in sides.items():
            if not document.path:
                continue
            try:
                known = (document.digest, bitext.exported if document is bitext.target else document.digest)
                if digest(read_file(document.path)) not in known:
                    told.append(
                        f"The {name} {document.path} has changed since this review began. The review goes on with "
                        "the text as it was; export to another name, or import the files again."
                    )
            except ReviewerError:
                told.append(f"The {name} {document.path} is no longer there. The review holds its text.")
    return told


def _strangers(pairs: Iterable[tuple[str, str]]) -> list[str]:
    """Say which of the files that were named are not part of a project."""
    return [f"{target} is not part of this review." for _, target in sorted(pairs)]
