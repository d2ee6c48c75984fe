"""Finding, making and opening the project of two files."""

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

from reviewer.host.files import digest, read_file
from reviewer.host.paths import data_folder
from reviewer.model.bitext import Bitext
from reviewer.model.errors import InputError, ReviewerError
from reviewer.session.opening import Opened
from reviewer.storage.sqlite import SqliteStore

SUFFIX = ".review"


def project_path(source: str, target: str | None) -> str:
    """Return where the project of two files is kept: beside the translation, or, where that folder
    cannot be written, among the program's own data."""
    place = Path(target or source).absolute()
    if os.access(place.parent, os.W_OK):
        return f"{place}{SUFFIX}"
    both = "\0".join(os.path.abspath(path) for path in (source, target) if path)
    return str(data_folder() / f"{place.name}-{hashlib.sha256(both.encode()).hexdigest()[:8]}{SUFFIX}")


def open_project(
    source: str, target: str | None, read: Callable[[], Opened], path: str | None = None
) -> tuple[SqliteStore, tuple[str, ...]]:
    """Return the project of two files, made with `read` on first opening, and what to tell the editor.

    Raises:
        InputError: the name belongs to a project of other files.
        StorageError: the project cannot be opened or made.
    """
    path = path or project_path(source, target)
    if os.path.exists(path):
        store = SqliteStore(path)
        bitext = store.load().bitext
        files = {os.path.abspath(source), os.path.abspath(target or source)}
        if files != {bitext.source.path, bitext.target.path}:
            store.close()
            raise InputError(f"{path} is the project of other files. Choose another name with --project.")
        return store, tuple(changes_on_disk(bitext))
    opened = read()
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    return SqliteStore.create(path, opened.bitext, opened.rows, opened.originals, {}), opened.warnings


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
