"""Projects that an older version made open as they were."""

import json
import sqlite3
import zlib
from pathlib import Path

import pytest

from reviewer.model.bitext import Bitext, Document, Origin
from reviewer.model.segment import Segment
from reviewer.storage import schema
from reviewer.storage.packing import unpack
from reviewer.storage.recovery import recover
from reviewer.storage.sqlite import SqliteStore

VERSION_1 = """
PRAGMA application_id=1381390162;
PRAGMA user_version=1;
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE original (side TEXT PRIMARY KEY, bytes BLOB NOT NULL);
CREATE TABLE segment (rank INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, source TEXT NOT NULL, target TEXT NOT NULL,
    delivered TEXT, state TEXT NOT NULL, revision INTEGER NOT NULL, extra TEXT);
CREATE TABLE item (type TEXT NOT NULL, id TEXT NOT NULL, segment TEXT NOT NULL, data TEXT NOT NULL,
    PRIMARY KEY (type, id)) WITHOUT ROWID;
CREATE TABLE correction (number INTEGER PRIMARY KEY, verb TEXT NOT NULL, author TEXT NOT NULL, time TEXT NOT NULL,
    finding TEXT NOT NULL, reverts INTEGER);
CREATE TABLE change (number INTEGER NOT NULL REFERENCES correction, position INTEGER NOT NULL, type TEXT NOT NULL,
    item TEXT NOT NULL, segment TEXT NOT NULL, before TEXT, after TEXT, PRIMARY KEY (number, position)) WITHOUT ROWID;
CREATE INDEX change_segment ON change (segment, number);
CREATE TABLE draft (segment TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO segment VALUES (4294967296, '1', 'Ein Fluss.', 'A stream.', 'A river.', 'reviewed', 1, NULL);
INSERT INTO segment VALUES (8589934592, '2', 'Ein Haus.', 'A house.', NULL, 'translated', 0, '{"pinned":true}');
INSERT INTO correction VALUES (1, 'edit', 'ana', '2026-01-01T00:00:00Z', '', NULL);
INSERT INTO change VALUES (1, 0, 'segment', '1', '1', '{"target":"A river."}', '{"target":"A stream."}');
INSERT INTO draft VALUES ('2', 'A hou');
"""
SOURCE, TARGET = Document("/s", "text", "de", "1"), Document("/t", "text", "en", "2", {"newline": "\n"})


@pytest.fixture
def path(tmp_path: Path) -> str:
    """A project as version 1 wrote it, with an edit, a text being typed and an export behind it."""
    path = tmp_path / "old.review"
    db = sqlite3.connect(path)
    db.executescript(VERSION_1)
    documents = {
        side: {"path": d.path, "format": d.format, "language": d.language, "digest": d.digest, "options": d.options}
        for side, d in (("source", SOURCE), ("target", TARGET))
    }
    settings = {"made_with": "0.1", "pairs_from": "glance", "exported": "abc", "current": "2"}
    for key, value in (("bitext", {"title": "hama", **documents}), ("settings", settings)):
        db.execute("INSERT INTO meta VALUES (?, ?)", (key, json.dumps(value)))
    db.execute("INSERT INTO original VALUES ('target', ?)", (zlib.compress(b"A river.\nA house.\n"),))
    db.commit()
    db.close()
    return str(path)


def expect_it(store: SqliteStore) -> None:
    project = store.load()
    assert project.bitexts == (Bitext("hama", SOURCE, TARGET, Origin.GLANCE, "abc"),)
    assert [unpack(row) for row in project.rows] == [
        Segment("1", 1 << 32, "Ein Fluss.", "A stream.", "A river.", unpack(project.rows[0]).state, 1),
        Segment("2", 2 << 32, "Ein Haus.", "A house.", "A house.", pinned=True),
    ]
    assert project.settings == {"made_with": "0.1", "current": "2"}
    assert project.drafts == {"2": "A hou"}
    assert [c.changes[0].after for c in store.history("1")] == [{"target": "A stream."}]
    assert store.original(0) == b"A river.\nA house.\n"


def test_a_project_of_version_1_opens_and_is_brought_up_to_date(path: str) -> None:
    store = SqliteStore(path)
    expect_it(store)
    store.close()
    with sqlite3.connect(path) as db:
        assert schema.version_of(db) == schema.SCHEMA_VERSION
    db.close()
    again = SqliteStore(path)
    expect_it(again)
    again.close()


def test_it_is_read_without_being_changed(path: str) -> None:
    before = Path(path).read_bytes()
    store = SqliteStore(path, writable=False)
    expect_it(store)
    store.close()
    assert Path(path).read_bytes() == before


def test_it_is_recovered(path: str, tmp_path: Path) -> None:
    output = str(tmp_path / "saved.review")
    assert recover(path, output).losses == []
    store = SqliteStore(output)
    expect_it(store)
    store.close()
