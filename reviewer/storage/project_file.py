"""A `.review` file on the disk: held by one window, put there whole, and its troubles told in sentences."""

import contextlib
import json
import os
import sqlite3
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer.model.errors import StorageError

if TYPE_CHECKING:
    from filelock import FileLock

_LOCK_SUFFIX = ".lock"
_BEGINNING = b"SQLite format 3\0"
"""First bytes of every database (sqlite.org, Database File Format, 1.3)."""


def connect(path: str, writable: bool) -> sqlite3.Connection:
    """Open a file that is there.

    Raises:
        StorageError: it cannot be opened.
    """
    with explained(path):
        if writable:
            return sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=5)
        # Without a log there is nobody to wait for, and reading must not leave one behind.
        flag = "mode=ro" if os.path.exists(f"{path}-wal") else "immutable=1"
        uri = f"{Path(path).as_uri()}?{flag}"
        return sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False, timeout=5)


def hold(path: str) -> "FileLock":
    """Keep all other windows from writing a file, there or yet to come, until `let_go`.

    Raises:
        StorageError: another window holds it, or its folder cannot be written.
    """
    # Imported here: a new project is on the desk before it has a file.
    from filelock import FileLock, Timeout

    lock = FileLock(path + _LOCK_SUFFIX, thread_local=False)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        if not os.path.exists(path + _LOCK_SUFFIX):
            # The lock takes a file that cannot be made for one that another holds.
            raise StorageError(
                f"{path} cannot be made: nothing can be written in its folder. Choose another."
            ) from None
        raise StorageError(
            f"{path} is open in another window{_holder(path)}. Close it there first, or work on a copy."
        ) from None
    except OSError as error:
        raise StorageError(
            f"{path} cannot be changed: its folder is not writable ({error.strerror}). "
            "Copy the project to a folder of your own and open it there."
        ) from error
    return lock


def let_go(path: str, lock: "FileLock") -> None:
    """Let other windows write the file, and leave no trace of having held it."""
    lock.release()
    with contextlib.suppress(OSError):
        os.unlink(path + _LOCK_SUFFIX)


def _holder(path: str) -> str:
    try:
        with contextlib.closing(connect(path, writable=False)) as db:
            row = db.execute("SELECT value FROM meta WHERE key = 'holder'").fetchone()
        who = json.loads(row[0])
        return f" (by {who.get('user', 'somebody')} on {who['host']}, process {who['process']})"
    except (StorageError, sqlite3.Error, TypeError, KeyError, ValueError):
        return ""


@contextlib.contextmanager
def explained(path: str) -> Iterator[None]:
    """Turn what SQLite and the system say into sentences for the editor.

    Raises:
        StorageError: whatever either of them raised.
    """
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise StorageError(_explain(path, str(error).lower())) from error
    except (OSError, zlib.error) as error:
        raise StorageError(f"{path}: {error}. Save a copy elsewhere.") from error


def _explain(path: str, said: str) -> str:
    if "full" in said:
        return f"The disk is full: {path} was not saved. Make room and try again, or save a copy elsewhere."
    if "readonly" in said or "read-only" in said:
        return f"{path} is read-only. Save a copy elsewhere, or make it writable and try again."
    if "not a database" in said and not is_database(path):
        return (
            f"{path} is no project of Reviewer, or a damaged one: “reviewer recover” brings back all that can be read."
        )
    if "malformed" in said or "not a database" in said or "no such table" in said or "corrupt" in said:
        return f"{path} is damaged. Run “reviewer recover” on it to bring back all that can be read."
    if "locked" in said or "busy" in said:
        return f"{path} is busy: another program is using it. Try again in a moment."
    if "unable to open" in said:
        return f"{path} cannot be opened. Check that its folder exists and that you may read and write there."
    return f"{path} could not be read or written ({said}). Save a copy elsewhere."


def is_database(path: str) -> bool:
    """Say whether a file begins as those of SQLite do."""
    if not os.path.isfile(path):
        return False
    try:
        with open(path, "rb") as file:
            return file.read(len(_BEGINNING)) == _BEGINNING
    except OSError:
        return False


def publish(partial: str, path: str) -> None:
    """Give a complete file its name, so that a crash leaves either nothing or all of it."""
    with open(partial, "rb+") as file:
        os.fsync(file.fileno())
    os.replace(partial, path)
