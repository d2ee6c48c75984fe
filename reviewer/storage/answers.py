"""Answers of translation engines, kept so that no question is asked twice: an SQLite database of its own."""

import os
import sqlite3
import threading
from contextlib import suppress
from pathlib import Path

_MOST = 200_000
"""Answers kept; some 60 MB of articles."""

_SCHEMA = """
CREATE TABLE IF NOT EXISTS answer (
    number INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE ON CONFLICT REPLACE,
    text TEXT NOT NULL
)
"""
"""Numbers rise from answer to answer, so that the oldest can be told."""


class AnswerCache:
    """Keeps answers by key; several programs may use the file together.

    It is on disk when `put` returns: a stop right after loses nothing that was paid for. What can be asked
    again is not worth trouble: where the file cannot be used, nothing is remembered, and a damaged one is
    begun anew.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._db: sqlite3.Connection | None = None
        try:
            self._db = self._opened()
        except sqlite3.DatabaseError:
            for name in (path, Path(f"{path}-wal"), Path(f"{path}-shm")):
                with suppress(OSError):
                    name.unlink(missing_ok=True)
            with suppress(sqlite3.Error, OSError):
                self._db = self._opened()
        except OSError:
            return

    def get(self, key: str) -> str | None:
        """Return an answer; None where it is not known."""
        with self._lock, suppress(sqlite3.Error):
            if self._db is not None:
                row = self._db.execute("SELECT text FROM answer WHERE key = ?", (key,)).fetchone()
                return row[0] if row else None
        return None

    def put(self, key: str, answer: str) -> None:
        """Keep an answer."""
        with self._lock, suppress(sqlite3.Error):
            if self._db is not None:
                self._db.execute("INSERT INTO answer (key, text) VALUES (?, ?)", (key, answer))

    def clear(self) -> None:
        """Forget every answer."""
        with self._lock, suppress(sqlite3.Error):
            if self._db is not None:
                self._db.execute("DELETE FROM answer")
                self._db.execute("VACUUM")

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            if self._db is not None:
                self._db.close()
                self._db = None

    def _opened(self) -> sqlite3.Connection:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        # Read by its owner alone: translations of articles nobody has published yet.
        os.close(os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600))
        db = sqlite3.connect(self._path, isolation_level=None, check_same_thread=False, timeout=2.0)
        db.execute("PRAGMA journal_mode=WAL")
        # A crash of the program loses nothing; one of the system may lose the last answers, and only them.
        db.execute("PRAGMA synchronous=NORMAL")
        db.execute(_SCHEMA)
        db.execute("DELETE FROM answer WHERE number <= (SELECT max(number) FROM answer) - ?", (_MOST,))
        return db
