"""The tables of a `.review` file, and how older files become newer ones."""

import sqlite3
from collections.abc import Callable

APPLICATION_ID = 0x52565752
"""Tells a project from any other SQLite database ("RVWR")."""

SCHEMA_VERSION = 1

SCHEMA = """
CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL                -- JSON
) WITHOUT ROWID;
CREATE TABLE original (
    side TEXT PRIMARY KEY,             -- source, target
    bytes BLOB NOT NULL                -- zlib
);
CREATE TABLE segment (
    rank INTEGER PRIMARY KEY,          -- document order
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

MIGRATIONS: dict[int, Callable[[sqlite3.Connection], None]] = {}
"""Version → what turns a file of that version into the next one."""


def create(db: sqlite3.Connection) -> None:
    """Lay out an empty project."""
    db.execute(f"PRAGMA application_id={APPLICATION_ID}")
    for statement in SCHEMA.split(";\n"):
        db.execute(statement)
    db.execute(f"PRAGMA user_version={SCHEMA_VERSION}")


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
