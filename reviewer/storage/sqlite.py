"""A project as one `.review` file: an SQLite database in WAL mode, every commit synced to disk."""

import contextlib
import getpass
import json
import os
import platform
import sqlite3
import threading
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from reviewer.model.bitext import Bitext, Document, Origin
from reviewer.model.correction import Change, Correction, Verb, decode
from reviewer.model.errors import Conflict, StorageError
from reviewer.model.segment import Segment
from reviewer.storage import schema
from reviewer.storage.packing import PackedSegment, pack
from reviewer.storage.project_file import connect, explained, hold, let_go, publish
from reviewer.storage.row_table import RowTable
from reviewer.storage.store import Outline, Project

if TYPE_CHECKING:
    from filelock import FileLock

_COLUMNS = "rank, id, source, target, delivered, state, revision, extra"


class RowsRead(NamedTuple):
    """The rows of a project as they were once, and what tells whether they are so still."""

    rows: RowTable
    mark: tuple[int, ...]


class SqliteStore:
    """Keeps a project in a `.review` file that nobody else may write meanwhile."""

    def __init__(self, path: str, *, writable: bool = True, lock: "FileLock | None" = None) -> None:
        """Open an existing project; `lock` is given by who holds it already.

        Raises:
            StorageError: no such file, not a project, written by a newer version, damaged, or (when
                `writable`) held by another window.
        """
        self.path = os.path.abspath(path)
        self._mutex = threading.RLock()
        if not os.path.isfile(self.path):
            raise StorageError(f"There is no project at {self.path}. Check the name, or open the two files again.")
        self._lock = lock or (hold(self.path) if writable else None)
        try:
            self._db = connect(self.path, writable)
            with explained(self.path):
                self._check_kind()
                if writable:
                    self._make_durable()
                    schema.migrate(self._db)
                elif schema.version_of(self._db) < schema.SCHEMA_VERSION:
                    self._read_in_memory()
        except BaseException:
            self._release()
            raise

    @classmethod
    def create(
        cls,
        path: str,
        bitexts: Sequence[Bitext],
        rows: Iterable[PackedSegment],
        originals: Mapping[int, bytes],
        settings: Mapping[str, Any],
    ) -> "SqliteStore":
        """Make a new project file; it appears under its name only when it is complete.

        `originals` are the bytes of the translations, by number of the document.

        Raises:
            StorageError: the file exists, its folder cannot be written, or another window is making it.
        """
        path = os.path.abspath(path)
        lock = hold(path)
        partial = f"{path}.{os.getpid()}.new"
        try:
            if os.path.exists(path):
                raise StorageError(f"{path} exists already. Open it, or choose another name.")
            with explained(path), contextlib.closing(sqlite3.connect(partial, isolation_level=None)) as db:
                # The file is not the project yet: until the rename below, losing it loses nothing.
                db.execute("PRAGMA journal_mode=OFF")
                db.execute("PRAGMA synchronous=OFF")
                db.execute("BEGIN")
                schema.create(db)
                _fill(db, dict(enumerate(bitexts)), rows, originals)
                db.execute("INSERT INTO meta VALUES ('settings', ?)", (json.dumps(dict(settings)),))
                db.execute("COMMIT")
            publish(partial, path)
        except BaseException:
            Path(partial).unlink(missing_ok=True)
            let_go(path, lock)
            raise
        return cls(path, lock=lock)

    def load(self, read: RowsRead | None = None) -> Project:
        """Return the project as it was last saved, with the rows that were read of it where these are so still."""
        bitexts = self.bitexts()
        with self._mutex, explained(self.path):
            db = self._db
            rows = read.rows if read is not None and read.mark == self._mark() else self._rows()
            settings = db.execute("SELECT value FROM meta WHERE key = 'settings'").fetchone()
            items = tuple(decode(t, json.loads(d)) for t, d in db.execute("SELECT type, data FROM item"))
            drafts = dict(db.execute("SELECT segment, text FROM draft"))
            outline = tuple(
                Outline(*row) for row in db.execute("SELECT number, verb, reverts FROM correction ORDER BY number")
            )
        return Project(bitexts, rows, items, drafts, outline, json.loads(settings[0]) if settings else {})

    def bitexts(self) -> tuple[Bitext, ...]:
        """Return the documents of the project."""
        with self._mutex, explained(self.path):
            return tuple(_bitext(data) for (data,) in self._db.execute("SELECT bitext FROM document ORDER BY number"))

    def read_rows(self) -> RowsRead:
        """Return the rows alone, of which a long project has so many that they may be read ahead of all else."""
        with self._mutex, explained(self.path):
            self._db.execute("BEGIN")
            try:
                return RowsRead(self._rows(), self._mark())
            finally:
                self._db.execute("COMMIT")

    def append(self, correction: Correction, segments: Mapping[str, Segment]) -> None:
        with self._writing() as db:
            _append(db, correction, segments)

    def draft(self, segment: str, text: str | None) -> None:
        with self._writing() as db:
            if text is None:
                db.execute("DELETE FROM draft WHERE segment = ?", (segment,))
            else:
                db.execute("INSERT OR REPLACE INTO draft VALUES (?, ?)", (segment, text))

    def remember(self, settings: Mapping[str, Any]) -> None:
        with self._writing() as db:
            row = db.execute("SELECT value FROM meta WHERE key = 'settings'").fetchone()
            merged = {**(json.loads(row[0]) if row else {}), **settings}
            db.execute("INSERT OR REPLACE INTO meta VALUES ('settings', ?)", (json.dumps(merged),))

    def describe(self, bitexts: Mapping[int, Bitext]) -> None:
        with self._writing() as db:
            db.executemany(
                "UPDATE document SET bitext = ? WHERE number = ?",
                ((json.dumps(asdict(bitext)), number) for number, bitext in bitexts.items()),
            )

    def add(self, bitexts: Sequence[Bitext], rows: Iterable[PackedSegment], originals: Mapping[int, bytes]) -> None:
        with self._writing() as db:
            (count,) = db.execute("SELECT count(*) FROM document").fetchone()
            _fill(db, dict(enumerate(bitexts, count)), rows, originals)

    def renew(
        self, document: int, bitext: Bitext, original: bytes, correction: Correction, segments: Mapping[str, Segment]
    ) -> None:
        with self._writing() as db:
            _append(db, correction, segments)
            db.execute(
                "UPDATE document SET bitext = ?, original = ? WHERE number = ?",
                (json.dumps(asdict(bitext)), zlib.compress(original, 1), document),
            )

    def history(self, segment: str | None = None, number: int | None = None) -> Sequence[Correction]:
        where, values = "", ()  # type: tuple[str, tuple[Any, ...]]
        if number is not None:
            where, values = "WHERE number = ?", (number,)
        elif segment is not None:
            where, values = "WHERE number IN (SELECT number FROM change WHERE segment = ?)", (segment,)
        with self._mutex, explained(self.path):
            heads = self._db.execute(f"SELECT * FROM correction {where} ORDER BY number", values).fetchall()
            changes: dict[int, list[Change]] = {head[0]: [] for head in heads}
            for row in self._db.execute(f"SELECT * FROM change {where} ORDER BY number, position", values):
                number_, _, type, item, segment_, before, after = row
                changes[number_].append(Change(type, item, segment_, _parse(before), _parse(after)))
        return [
            Correction(n, Verb(verb), tuple(changes[n]), author, time, finding, reverts)
            for n, verb, author, time, finding, reverts in heads
        ]

    def authors(self) -> Mapping[str, frozenset[str]]:
        touched: dict[str, set[str]] = {}
        with self._mutex, explained(self.path):
            pairs = self._db.execute("SELECT DISTINCT author, segment FROM correction JOIN change USING (number)")
            for author, segment in pairs:
                touched.setdefault(author, set()).add(segment)
        return {author: frozenset(segments) for author, segments in touched.items()}

    def original(self, document: int) -> bytes:
        with self._mutex, explained(self.path):
            row = self._db.execute("SELECT original FROM document WHERE number = ?", (document,)).fetchone()
            if row is None or row[0] is None:
                raise StorageError("The project does not hold the translation as it came. Import the files again.")
            return zlib.decompress(row[0])

    def copy_to(self, path: str) -> None:
        partial = f"{path}.{os.getpid()}.new"
        try:
            with self._mutex, explained(path), contextlib.closing(sqlite3.connect(partial)) as copy:
                self._db.backup(copy)
                # A copy has no holder and needs no log beside it.
                copy.execute("PRAGMA journal_mode=DELETE")
                copy.execute("DELETE FROM meta WHERE key = 'holder'")
                copy.commit()
            publish(partial, path)
        except BaseException:
            Path(partial).unlink(missing_ok=True)
            raise

    def close(self) -> None:
        with self._mutex:
            if self._lock is not None:
                with contextlib.suppress(sqlite3.Error):
                    self._db.execute("DELETE FROM meta WHERE key = 'holder'")
            self._release()

    def _rows(self) -> RowTable:
        return RowTable.of(self._db.execute(f"SELECT {_COLUMNS} FROM segment ORDER BY rank"))

    def _mark(self) -> tuple[int, ...]:
        """Return what becomes another whenever rows change: each change is a correction, or comes with a document."""
        counts = self._db.execute("SELECT (SELECT max(number) FROM correction), (SELECT count(*) FROM document)")
        last, documents = counts.fetchone()
        file = os.stat(self.path)
        return file.st_dev, file.st_ino, last or 0, documents

    def _check_kind(self) -> None:
        if self._db.execute("PRAGMA application_id").fetchone()[0] != schema.APPLICATION_ID:
            raise StorageError(f"{self.path} is not a project of Reviewer. Open the file it was made from instead.")
        if schema.version_of(self._db) > schema.SCHEMA_VERSION:
            raise StorageError(f"{self.path} was written by a newer version of Reviewer. Update, then open it again.")

    def _read_in_memory(self) -> None:
        """Go on with a copy of an older file that is to be read and not changed."""
        copy = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        self._db.backup(copy)
        self._db.close()
        self._db = copy
        schema.migrate(copy)

    def _make_durable(self) -> None:
        self._db.execute("PRAGMA journal_mode=WAL")
        self._db.execute("PRAGMA synchronous=FULL")
        holder = {"host": platform.node(), "process": os.getpid()}
        with contextlib.suppress(OSError, KeyError):
            # An account that the system does not list, as in a container, has no name.
            holder["user"] = getpass.getuser()
        self._db.execute("INSERT OR REPLACE INTO meta VALUES ('holder', ?)", (json.dumps(holder),))

    @contextlib.contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with self._mutex, explained(self.path):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield self._db
                self._db.execute("COMMIT")
            except BaseException:
                # After a full disk SQLite may have rolled back by itself.
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise

    def _release(self) -> None:
        if hasattr(self, "_db"):
            self._db.close()
        if self._lock is not None:
            let_go(self.path, self._lock)


def _fill(
    db: sqlite3.Connection,
    bitexts: Mapping[int, Bitext],
    rows: Iterable[PackedSegment],
    originals: Mapping[int, bytes],
) -> None:
    db.executemany(f"INSERT INTO segment ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
    db.executemany(
        "INSERT INTO document VALUES (?, ?, ?)",
        (
            (number, json.dumps(asdict(bitext)), zlib.compress(originals[number], 1) if number in originals else None)
            for number, bitext in bitexts.items()
        ),
    )


def _append(db: sqlite3.Connection, correction: Correction, segments: Mapping[str, Segment]) -> None:
    db.execute(
        "INSERT INTO correction VALUES (?, ?, ?, ?, ?, ?)",
        (
            correction.number,
            correction.verb.value,
            correction.author,
            correction.time,
            correction.finding,
            correction.reverts,
        ),
    )
    db.executemany(
        "INSERT INTO change VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            (correction.number, position, c.type, c.id, c.segment, _dump(c.before), _dump(c.after))
            for position, c in enumerate(correction.changes)
        ),
    )
    # What goes makes room (rank, id) for what comes.
    for change in sorted(correction.changes, key=lambda c: c.after is not None):
        _apply(db, change, segments)


def _apply(db: sqlite3.Connection, change: Change, segments: Mapping[str, Segment]) -> None:
    if change.type == "segment":
        _apply_to_segment(db, change, segments[change.id])
    elif change.after is None:
        db.execute("DELETE FROM item WHERE type = ? AND id = ?", (change.type, change.id))
    else:
        row = db.execute("SELECT data FROM item WHERE type = ? AND id = ?", (change.type, change.id)).fetchone()
        data = {**(json.loads(row[0]) if row else {}), **change.after}
        db.execute(
            "INSERT OR REPLACE INTO item VALUES (?, ?, ?, ?)",
            (change.type, change.id, change.segment, _dump(data)),
        )


def _apply_to_segment(db: sqlite3.Connection, change: Change, segment: Segment) -> None:
    db.execute("DELETE FROM draft WHERE segment = ?", (segment.id,))
    if change.before is None:
        try:
            db.execute(f"INSERT INTO segment ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", pack(segment))
        except sqlite3.IntegrityError as error:
            raise _conflict(segment) from error
        return
    if change.after is None:
        done = db.execute("DELETE FROM segment WHERE id = ? AND revision = ?", (segment.id, segment.revision))
    else:
        row = pack(segment)
        done = db.execute(
            "UPDATE segment SET rank = ?, source = ?, target = ?, delivered = ?, state = ?, revision = ?, extra = ? "
            "WHERE id = ? AND revision = ?",
            (row.rank, *row[2:], segment.id, segment.revision - 1),
        )
    if done.rowcount != 1:
        raise _conflict(segment)


def _conflict(segment: Segment) -> Conflict:
    return Conflict(f"Paragraph {segment.id} was changed elsewhere meanwhile. Nothing was overwritten.")


def _bitext(data: str) -> Bitext:
    known = json.loads(data)
    source, target = Document(**known["source"]), Document(**known["target"])
    pairs_from = Origin(known.get("pairs_from", Origin.TEXTS))
    return Bitext(known["title"], source, target, pairs_from, known.get("exported", ""))


def _dump(value: Mapping[str, Any] | None) -> str | None:
    return None if value is None else json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _parse(value: str | None) -> dict[str, Any] | None:
    return None if value is None else json.loads(value)
