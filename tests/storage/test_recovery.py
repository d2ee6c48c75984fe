"""A damaged project gives back what can be read of it."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from reviewer.model.bitext import DOCUMENT_RANKS, Bitext, Document
from reviewer.model.errors import StorageError
from reviewer.model.segment import Segment
from reviewer.storage import schema
from reviewer.storage.packing import pack
from reviewer.storage.recovery import recover
from reviewer.storage.sqlite import SqliteStore

BITEXT = Bitext("t", Document("/s", "txt", "de", "1"), Document("/t", "txt", "en", "2"))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "a.review"
    rows = [pack(Segment(str(n), n << 32, "Quelle " * 40, "Target " * 40, "Target " * 40)) for n in range(1, 301)]
    SqliteStore.create(str(path), [BITEXT], rows, {0: b"t"}, {}).close()
    return path


def test_a_sound_project_comes_back_whole(project: Path, tmp_path: Path) -> None:
    saved = recover(str(project), str(tmp_path / "b.review"))
    assert (saved.segments, saved.losses) == (300, [])
    store = SqliteStore(str(tmp_path / "b.review"))
    assert store.load().bitexts == (BITEXT,)
    store.close()


def test_documents_come_back_each_with_its_rows(tmp_path: Path) -> None:
    path = tmp_path / "a.review"
    rows = [pack(Segment(str(n), n * DOCUMENT_RANKS + 1, "Quelle", "Target", "Target")) for n in range(3)]
    SqliteStore.create(
        str(path), [replace(BITEXT, title=str(n)) for n in range(3)], rows, {0: b"t", 1: b"u"}, {}
    ).close()
    with sqlite3.connect(path) as db:
        db.execute("DELETE FROM document WHERE number = 1")
    db.close()
    saved = recover(str(path), str(tmp_path / "b.review"))
    assert saved.losses == [
        "the names and languages of one document",
        "the translation as it was (export needs it)",
    ]
    store = SqliteStore(str(tmp_path / "b.review"))
    assert [bitext.title for bitext in store.load().bitexts] == ["0", "recovered", "2"]
    assert [row[1] for row in store.load().rows] == ["0", "1", "2"]
    store.close()


def test_a_hole_in_the_middle_loses_only_what_was_there(project: Path, tmp_path: Path) -> None:
    data = bytearray(project.read_bytes())
    middle = len(data) // 8192 * 4096
    data[middle : middle + 4096] = b"\xff" * 4096
    project.write_bytes(data)
    saved = recover(str(project), str(tmp_path / "b.review"))
    assert 200 < saved.segments < 300
    assert saved.losses
    store = SqliteStore(str(tmp_path / "b.review"))
    assert len(store.load().rows) == saved.segments
    store.close()


def test_nothing_readable_is_said_and_leaves_no_file(tmp_path: Path) -> None:
    (tmp_path / "a.review").write_bytes(b"not a database at all " * 500)
    with pytest.raises(StorageError, match="Import the two files again"):
        recover(str(tmp_path / "a.review"), str(tmp_path / "b.review"))
    assert not (tmp_path / "b.review").exists()


def test_a_full_disk_is_told_and_leaves_nothing(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def create(db: sqlite3.Connection, version: int) -> None:
        made(db, version)
        db.execute("PRAGMA max_page_count=20")

    made = schema.create
    monkeypatch.setattr(schema, "create", create)
    with pytest.raises(StorageError, match=r"disk is full: .*b\.review"):
        recover(str(project), str(tmp_path / "b.review"))
    assert not (tmp_path / "b.review").exists()


def test_a_folder_that_is_not_there_is_told(project: Path, tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="Check that its folder exists"):
        recover(str(project), str(tmp_path / "nowhere" / "b.review"))
