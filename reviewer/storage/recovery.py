"""Bringing back what can be read of a damaged project."""

import contextlib
import json
import os
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from reviewer.model.bitext import DOCUMENT_RANKS
from reviewer.model.errors import StorageError
from reviewer.storage import schema
from reviewer.storage.project_file import explained

_TABLES = {
    # Table → the columns of its key, in order: damaged pages are stepped over from one key to the next.
    "meta": ("key",),
    "original": ("side",),
    "document": ("number",),
    "segment": ("rank",),
    "item": ("type", "id"),
    "correction": ("number",),
    "change": ("number", "position"),
    "draft": ("segment",),
}


@dataclass(slots=True)
class Recovered:
    """What was brought back."""

    segments: int = 0
    corrections: int = 0
    drafts: int = 0
    losses: list[str] = field(default_factory=list)
    """One sentence for each thing that could not be read."""


def recover(path: str, output: str) -> Recovered:
    """Write a new project with everything that can still be read of a damaged one, which stays as it is.

    Raises:
        StorageError: there is nothing to read, or the output exists already or cannot be written.
    """
    if not os.path.isfile(path):
        raise StorageError(f"There is no project at {path}. Check the name.")
    if os.path.exists(output):
        raise StorageError(f"{output} exists already. Choose another name with -o.")
    saved = Recovered()
    try:
        with (
            explained(path),
            contextlib.closing(_open(path)) as old,
            explained(output),
            contextlib.closing(sqlite3.connect(output)) as new,
        ):
            version = _version(old)
            schema.create(new, version)
            for table, key in _TABLES.items():
                columns = [row[1] for row in new.execute(f"PRAGMA table_info({table})")]
                count = _copy(old, new, table, columns, key, saved.losses) if columns else 0
                if table == "segment":
                    saved.segments = count
                elif table == "correction":
                    saved.corrections = count
                elif table == "draft":
                    saved.drafts = count
            new.commit()
            schema.migrate(new)
            _complete(new, saved)
            new.commit()
        if not saved.segments:
            raise StorageError(f"Nothing could be read from {path}. Import the two files again.")
    except BaseException:
        Path(output).unlink(missing_ok=True)
        raise
    return saved


def _open(path: str) -> sqlite3.Connection:
    db = sqlite3.connect(path)
    # Damaged text comes as it is, and an unreadable schema does not stop the reading of others.
    db.text_factory = lambda data: data.decode("utf-8", "replace")
    with contextlib.suppress(sqlite3.Error):
        db.execute("PRAGMA writable_schema=ON")
    return db


def _version(db: sqlite3.Connection) -> int:
    with contextlib.suppress(sqlite3.Error):
        version = schema.version_of(db)
        if 0 < version <= schema.SCHEMA_VERSION:
            return version
    return schema.SCHEMA_VERSION


def _copy(
    old: sqlite3.Connection,
    new: sqlite3.Connection,
    table: str,
    columns: list[str],
    key: tuple[str, ...],
    losses: list[str],
) -> int:
    """Copy what can be read of a table; return how many rows that is. `columns` are those it should have."""
    count = 0
    try:
        for row in _readable(old, table, columns, key):
            marks = ", ".join("?" * len(row))
            count += new.execute(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", row).rowcount
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL:
            # That is the disk of the new project, and no damage of the old one.
            raise
        losses.append(f"part of the table “{table}” ({error})")
    return count


def _readable(
    db: sqlite3.Connection, table: str, columns: list[str], key: tuple[str, ...]
) -> Iterator[tuple[Any, ...]]:
    """Yield a table's rows from the front, and from the back where the front meets damage."""
    seen: set[tuple[Any, ...]] = set()
    places = [columns.index(column) for column in key]
    damage: sqlite3.Error | None = None
    for direction in ("ASC", "DESC"):
        try:
            order = ", ".join(f"{column} {direction}" for column in key)
            for row in db.execute(f"SELECT * FROM {table} ORDER BY {order}"):
                mark = tuple(row[place] for place in places)
                if mark in seen:
                    return
                seen.add(mark)
                yield row
            return
        except sqlite3.DatabaseError as error:
            damage = error
    if damage is not None:
        raise sqlite3.DatabaseError(f"{damage}; {len(seen)} rows of it read, in the order of {', '.join(key)}")


def _complete(db: sqlite3.Connection, saved: Recovered) -> None:
    """Make up what a project cannot do without."""
    known = {number for (number,) in db.execute("SELECT number FROM document")}
    held = db.execute(f"SELECT DISTINCT rank / {DOCUMENT_RANKS} FROM segment").fetchall()
    lost = sorted({*range(max((0, *known, *(number for (number,) in held))) + 1)} - known)
    if lost:
        whose = "the files" if not known else "one document" if len(lost) == 1 else f"{len(lost)} documents"
        saved.losses.append(f"the names and languages of {whose}")
        document = {"path": "", "format": "txt", "language": "und", "digest": "", "options": {}}
        bitext = json.dumps({"title": "recovered", "source": document, "target": document})
        db.executemany("INSERT INTO document VALUES (?, ?, NULL)", ((number, bitext) for number in lost))
    db.execute("DELETE FROM meta WHERE key = 'holder'")
    if db.execute("SELECT count(*) FROM document WHERE original IS NULL").fetchone()[0]:
        saved.losses.append("the translation as it was (export needs it)")
