"""The tables of a `.review` file, and how older files become newer ones."""

import json
import sqlite3
from collections.abc import Callable

APPLICATION_ID = 0x52565752
"""Tells a project from any other SQLite database ("RVWR")."""

SCHEMA_VERSION = 2

_DOCUMENTS = """
CREATE TABLE document (
    number INTEGER PRIMARY KEY,        -- from 0
    bitext TEXT NOT NULL,              -- JSON
    original BLOB                      -- zlib: the bytes of its translation as they came
);
"""
_ONE_DOCUMENT = """
CREATE TABLE original (
    side TEXT PRIMARY KEY,             -- source, target
    bytes BLOB NOT NULL                -- zlib
);
"""
"""What version 1 has instead; its bitext is in `meta`."""

_SCHEMA = """
CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL                -- JSON
) WITHOUT ROWID;
CREATE TABLE segment (
    rank INTEGER PRIMARY KEY,          -- order; tells the document, see model.bitext
    id TEXT NOT NULL UNIQUE,
    source TEXT NOT NULL,
    target TEXT NOT NULL,
    delivered TEXT,                    -- NULL: same as target
    state TEXT NOT NULL,
    revision INTEGER NOT NULL,
    extra TEXT                         -- JSON of the rarer fields, NULL: all default
);
CREATE TABLE item (
    type TEXT NOT NULL,                -- comment, dismissal, issue
    id TEXT NOT NULL,
    segment TEXT NOT NULL,
    data TEXT NOT NULL,                -- JSON
    PRIMARY KEY (type, id)
) WITHOUT ROWID;
CREATE TABLE correction (
    number INTEGER PRIMARY KEY,
    verb TEXT NOT NULL,
    author TEXT NOT NULL,
    time TEXT NOT NULL,
    finding TEXT NOT NULL,
    reverts INTEGER
);
CREATE TABLE change (
    number INTEGER NOT NULL REFERENCES correction,
    position INTEGER NOT NULL,
    type TEXT NOT NULL,
    item TEXT NOT NULL,
    segment TEXT NOT NULL,
    before TEXT,                       -- JSON of the fields that differ, NULL: came
    after TEXT,                        -- JSON, NULL: went
    PRIMARY KEY (number, position)
) WITHOUT ROWID;
CREATE INDEX change_segment ON change (segment, number);
CREATE TABLE draft (
    segment TEXT PRIMARY KEY,
    text TEXT NOT NULL
) WITHOUT ROWID;
"""


def _hold_several_documents(db: sqlite3.Connection) -> None:
    settings = db.execute("SELECT value FROM meta WHERE key = 'settings'").fetchone()
    known = json.loads(settings[0]) if settings else {}
    bitext = db.execute("SELECT value FROM meta WHERE key = 'bitext'").fetchone()
    original = db.execute("SELECT bytes FROM original WHERE side = 'target'").fetchone()
    db.execute(_DOCUMENTS.strip())
    if bitext:
        # What is true of one document went from the settings to what is said of that document.
        moved = {name: known.pop(name) for name in ("pairs_from", "exported") if name in known}
        said = json.dumps({**json.loads(bitext[0]), **moved})
        db.execute("INSERT INTO document VALUES (0, ?, ?)", (said, original and original[0]))
    db.execute("DELETE FROM meta WHERE key = 'bitext'")
    if settings:
        db.execute("UPDATE meta SET value = ? WHERE key = 'settings'", (json.dumps(known),))
    db.execute("DROP TABLE original")


MIGRATIONS: dict[int, Callable[[sqlite3.Connection], None]] = {1: _hold_several_documents}
"""Version → what turns a file of that version into the next one."""


def create(db: sqlite3.Connection, version: int = SCHEMA_VERSION) -> None:
    """Lay out an empty project, as a version of this program did."""
    db.execute(f"PRAGMA application_id={APPLICATION_ID}")
    for statement in (_SCHEMA + (_ONE_DOCUMENT if version == 1 else _DOCUMENTS)).split(";\n"):
        db.execute(statement)
    db.execute(f"PRAGMA user_version={version}")


def version_of(db: sqlite3.Connection) -> int:
    """Return the schema version a file was written with."""
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def migrate(
    db: sqlite3.Connection,
    migrations: dict[int, Callable[[sqlite3.Connection], None]] = MIGRATIONS,
    newest: int = SCHEMA_VERSION,
) -> None:
    """Bring an older file up to the newest version, all steps or none."""
    version = version_of(db)
    if version == newest:
        return
    db.execute("BEGIN IMMEDIATE")
    try:
        while version < newest:
            migrations[version](db)
            version += 1
            db.execute(f"PRAGMA user_version={version}")
    except BaseException:
        db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")
