"""Finding, making and opening the project of some files."""

import hashlib
import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from reviewer import __version__
from reviewer.host.files import digest, read_file
from reviewer.host.paths import data_folder
from reviewer.model.bitext import DOCUMENT_RANKS, MOST_DOCUMENTS, Bitext
from reviewer.model.errors import InputError, ReviewerError
from reviewer.session.documents import common_folder
from reviewer.session.opening.new_rows import unused_ids
from reviewer.session.opening.opening import Opened
from reviewer.session.opening.request import FilePair
from reviewer.session.saving import BEFORE
from reviewer.storage.later import LaterStore
from reviewer.storage.project_file import is_database
from reviewer.storage.sqlite import RowsRead, SqliteStore
from reviewer.storage.store import Project, Store
from reviewer.text.named_languages import is_language

SUFFIX = ".review"
_NAMED = 3
"""Documents that a sentence names; more are counted."""


def is_project(path: str) -> bool:
    """Say whether a path is that of a project, by its name or by what is there: a project may be called otherwise."""
    return path.lower().endswith(SUFFIX) or is_database(path)


def project_path(pairs: Sequence[FilePair]) -> str:
    """Return where the project of some files is kept: beside the translation, that of several documents in the
    folder that their translations share, under its name. Where that folder cannot be written, it is among the
    program's own data."""
    places = [os.path.abspath(pair.target or pair.source) for pair in pairs]
    place = Path(places[0])
    if len(pairs) > 1:
        folder = Path(common_folder(places) or place.parent)
        place = folder / _name_in(folder)
        # Of a folder that had documents in one of its folders only, when it was first opened.
        deeper = {parent for path in places for parent in Path(path).parents if parent.is_relative_to(folder)}
        if len(found := [known for each in deeper if (known := Path(each, f"{_name_in(each)}{SUFFIX}")).exists()]) == 1:
            return str(found[0])
    if os.access(place.parent, os.W_OK):
        return f"{place}{SUFFIX}"
    sources = [os.path.abspath(pair.source) for pair in pairs]
    if len(pairs) > 1:
        # Its folders name it: files may come and go.
        files = "\0".join(map(common_folder, (sources, places)))
    else:
        files = "\0".join(dict.fromkeys(sources + places))
    return str(data_folder() / f"{place.name}-{hashlib.sha256(files.encode()).hexdigest()[:8]}{SUFFIX}")


def _name_in(folder: Path) -> str:
    """Return what the project of the documents in a folder is called."""
    # `de` says less than `handbook.de`.
    parts = [folder.parent.name, folder.name] if is_language(folder.name) else [folder.name]
    return ".".join(filter(None, parts)) or "documents"


@dataclass(frozen=True, slots=True)
class Kept:
    """A project, where it is kept, and what to tell the editor about it."""

    store: Store
    project: Project
    told: tuple[str, ...]


Reader = Callable[[Sequence[FilePair], tuple[str, str] | None], Opened]
"""Reads documents, into the two languages given where it is known already which these are."""


RowsAhead = Callable[[], RowsRead | None]
"""Waits for the rows of a project that are being read elsewhere; None where they are not."""


def _no_rows() -> None:
    """Read no rows elsewhere."""


def open_project(
    pairs: Sequence[FilePair],
    read: Reader,
    path: str | None = None,
    *,
    anew: bool = False,
    rows_ahead: RowsAhead = _no_rows,
) -> Kept:
    """Return the project of some files, made with `read` on first opening, or `anew`: what there was is kept as backup.

    The file of a new project is written with the first thing that is saved in it. Into a project that has some of
    the files already the others are added.

    Raises:
        InputError: the name belongs to a project of other files.
        StorageError: the project cannot be opened or made.
    """
    path = os.path.abspath(path or project_path(pairs))
    if os.path.exists(path) and not anew:
        return _grown(open_existing(path, rows_ahead), pairs, read)
    opened = read(pairs, None)
    if os.path.exists(path):
        os.replace(path, f"{path}{BEFORE}")
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    settings = {"made_with": __version__}
    project = Project(opened.bitexts, opened.rows, (), {}, (), settings)
    store = LaterStore(path, lambda: SqliteStore.create(path, opened.bitexts, opened.rows, opened.originals, settings))
    return Kept(store, project, (*opened.warnings, *(_reviewed_alone(pairs) if len(pairs) > 1 else ())))


def _reviewed_alone(pairs: Sequence[FilePair]) -> list[str]:
    """Say which documents have a project of their own already, whose corrections are not in that of several."""
    alone = [path for pair in pairs if os.path.exists(path := project_path([pair]))]
    if not alone:
        return []
    names = ", ".join(map(os.path.basename, alone[:_NAMED])) + (" and others" if len(alone) > _NAMED else "")
    return [
        f"Reviewed by themselves before: {names}. What was corrected there is in this review only if it was exported."
    ]


def _grown(kept: Kept, pairs: Sequence[FilePair], read: Reader) -> Kept:
    """Return a project with those of the files that it does not have yet."""
    try:
        known = {each.target.path or each.source.path: each.source.path for each in kept.project.bitexts}
        new = []
        told = list(kept.told)
        for pair in pairs:
            source, target = os.path.abspath(pair.source), os.path.abspath(pair.target or pair.source)
            if target not in known:
                new.append(pair)
            elif source != known[target]:
                told.append(f"{target} is in this review already, with another source. Nothing was changed.")
        if len(new) + len(told) - len(kept.told) == len(pairs):
            raise InputError(f"{kept.store.path} is the project of other files. Choose another name with --project.")
        if new:
            told += _add(kept, new, read)
        return Kept(kept.store, kept.store.load() if new else kept.project, tuple(told))
    except BaseException:
        kept.store.close()
        raise


def _add(kept: Kept, pairs: Sequence[FilePair], read: Reader) -> Sequence[str]:
    """Add documents to a project; return what to tell about it."""
    store, project = kept.store, kept.project
    first = len(project.bitexts)
    languages = project.bitexts[0].source.language, project.bitexts[0].target.language
    try:
        opened = read(pairs, languages)
    except InputError as error:
        return [str(error)]
    last = project.rows[-1][0] if project.rows else 0
    if first + len(opened.bitexts) > MOST_DOCUMENTS or last >= first * DOCUMENT_RANKS:
        return [f"This project can hold no more documents; {len(pairs)} were not added. Open them by themselves."]
    ids = unused_ids(store.authors(), (row[1] for row in project.rows))
    store.add(
        opened.bitexts,
        (row._replace(rank=row.rank + first * DOCUMENT_RANKS, id=next(ids)) for row in opened.rows),
        {first + number: data for number, data in opened.originals.items()},
    )
    titles = ", ".join(f"“{bitext.title}”" for bitext in opened.bitexts[:_NAMED])
    more = f" and {len(opened.bitexts) - _NAMED} more" if len(opened.bitexts) > _NAMED else ""
    return [f"Added to this review: {titles}{more}.", *opened.warnings]


def open_existing(path: str, rows_ahead: RowsAhead = _no_rows) -> Kept:
    """Return the project of a file.

    Raises:
        StorageError: it cannot be opened.
    """
    store = SqliteStore(path)
    try:
        # The files are looked at while the rows are on their way.
        told = changes_on_disk(store.bitexts())
        return Kept(store, store.load(rows_ahead()), tuple(told))
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
                        "the text as it was; “File › Read the changed files again” takes the changes in."
                    )
            except ReviewerError:
                told.append(f"The {name} {document.path} is no longer there. The review holds its text.")
    return told
