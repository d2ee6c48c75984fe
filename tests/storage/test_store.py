"""One contract for every place a project can be kept."""

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from filelock import FileLock, Timeout

from reviewer.model.bitext import DOCUMENT_RANKS, Bitext, Document, Origin
from reviewer.model.correction import Comment, Correction, Edit, Verb, changes_of
from reviewer.model.errors import Conflict, StorageError
from reviewer.model.segment import Segment, State
from reviewer.storage import schema
from reviewer.storage.later import LaterStore
from reviewer.storage.memory import MemoryStore
from reviewer.storage.packing import pack, unpack
from reviewer.storage.sqlite import SqliteStore
from reviewer.storage.store import Store

BITEXT = Bitext("hama", Document("/s", "text", "de", "1"), Document("/t", "text", "en", "2", {"newline": "\n"}))
SEGMENTS = [Segment(str(n), n << 32, f"Quelle {n}", f"Target {n}", f"Target {n}") for n in (1, 2, 3)]
ORIGINALS = {0: b"Target\r\n", 1: b"Other\n"}
OTHER = replace(BITEXT, title="other", pairs_from=Origin.FILES)
BITEXTS = (BITEXT, OTHER)
NOW = "2026-01-01T00:00:00Z"


@pytest.fixture(params=["memory", "sqlite", "later"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    rows = [pack(s) for s in SEGMENTS]
    made: Store
    if request.param == "memory":
        made = MemoryStore(BITEXTS, rows, ORIGINALS, {"zoom": 1})
    else:
        path = str(tmp_path / "a.review")
        if request.param == "sqlite":
            made = SqliteStore.create(path, BITEXTS, rows, ORIGINALS, {"zoom": 1})
        else:
            made = LaterStore(path, lambda: SqliteStore.create(path, BITEXTS, rows, ORIGINALS, {"zoom": 1}))
    yield made
    made.close()


def correction(number: int, edit: Edit, reverts: int | None = None) -> Correction:
    return Correction(number, edit.verb, changes_of(edit), "ana", NOW, reverts=reverts)


def edited(segment: Segment, text: str) -> tuple[Segment, Edit]:
    new = replace(segment, target=text, state=State.REVIEWED, revision=segment.revision + 1)
    return new, Edit(Verb.EDIT, (segment,), (new,))


def test_what_was_made_loads(store: Store) -> None:
    project = store.load()
    assert project.bitexts == BITEXTS
    assert [unpack(row) for row in project.rows] == SEGMENTS
    assert project.settings == {"zoom": 1}
    assert [store.original(document) for document in (0, 1)] == [b"Target\r\n", b"Other\n"]


def test_a_correction_is_kept_with_its_history(store: Store) -> None:
    new, edit = edited(SEGMENTS[1], "Better 2")
    store.draft("2", "Bett")
    store.append(correction(1, edit), {"2": new})
    project = store.load()
    assert unpack(project.rows[1]) == new
    assert project.drafts == {}
    assert [c.changes for c in store.history("2")] == [changes_of(edit)]
    assert list(store.history("1")) == []
    assert [o.number for o in project.outline] == [1]


def test_rows_come_and_go(store: Store) -> None:
    merged = replace(SEGMENTS[0], target="Target 1 Target 2", revision=1)
    edit = Edit(Verb.MERGE, (SEGMENTS[0], SEGMENTS[1]), (merged,))
    store.append(correction(1, edit), {"1": merged, "2": SEGMENTS[1]})
    assert [row[1] for row in store.load().rows] == ["1", "3"]
    back = replace(SEGMENTS[0], revision=2)
    undo = Correction(2, Verb.UNDO, tuple(c.reversed() for c in changes_of(edit)), "ana", NOW, reverts=1)
    store.append(undo, {"1": back, "2": SEGMENTS[1]})
    assert [row[3] for row in store.load().rows] == ["Target 1", "Target 2", "Target 3"]


def test_a_stale_correction_changes_nothing(store: Store) -> None:
    new, edit = edited(SEGMENTS[1], "Better")
    store.append(correction(1, edit), {"2": new})
    other, stale = edited(SEGMENTS[1], "Other")
    with pytest.raises(Conflict):
        store.append(correction(2, stale), {"2": other})
    assert unpack(store.load().rows[1]).target == "Better"
    assert len(list(store.history())) == 1


def test_comments_are_kept(store: Store) -> None:
    comment = Comment("c1", "2", "Which one?", "ana", NOW)
    store.append(correction(1, Edit(Verb.COMMENT, (), (comment,))), {})
    assert store.load().items == (comment,)
    store.append(correction(2, Edit(Verb.COMMENT, (comment,), ())), {})
    assert store.load().items == ()


def test_documents_are_added_behind_the_others(store: Store) -> None:
    third, row = replace(OTHER, title="third"), replace(SEGMENTS[0], id="9", rank=2 * DOCUMENT_RANKS + 1)
    store.add([third], [pack(row)], {2: b"Third"})
    project = store.load()
    assert project.bitexts == (*BITEXTS, third)
    assert [unpack(row) for row in project.rows] == [*SEGMENTS, row]
    assert [store.original(document) for document in (0, 2)] == [b"Target\r\n", b"Third"]


def test_a_document_is_renewed_as_a_whole_or_not_at_all(store: Store) -> None:
    new, edit = edited(SEGMENTS[1], "Better 2")
    renewed = replace(OTHER, title="renewed")
    store.renew(1, renewed, b"New\n", correction(1, edit), {"2": new})
    project = store.load()
    assert project.bitexts == (BITEXT, renewed) and unpack(project.rows[1]) == new
    assert [store.original(document) for document in (0, 1)] == [b"Target\r\n", b"New\n"]
    with pytest.raises(Conflict):
        store.renew(0, renewed, b"Not this", correction(2, edit), {"2": new})
    assert store.load().bitexts == (BITEXT, renewed) and store.original(0) == b"Target\r\n"


def test_settings_and_languages_are_kept(store: Store) -> None:
    store.remember({"theme": "dark"})
    changed = replace(OTHER, source=replace(OTHER.source, language="ar"), exported="3")
    store.describe({1: changed})
    project = store.load()
    assert project.settings == {"zoom": 1, "theme": "dark"}
    assert project.bitexts == (BITEXT, changed)
    assert store.original(1) == b"Other\n"


@pytest.fixture
def path(tmp_path: Path) -> str:
    path = str(tmp_path / "a.review")
    SqliteStore.create(path, BITEXTS, [pack(s) for s in SEGMENTS], ORIGINALS, {}).close()
    return path


def test_one_file_is_left_behind(path: str) -> None:
    store = SqliteStore(path)
    new, edit = edited(SEGMENTS[0], "x")
    store.append(correction(1, edit), {"1": new})
    store.close()
    assert [p.name for p in Path(path).parent.iterdir()] == ["a.review"]


def test_the_second_window_is_told_who_holds_it(path: str) -> None:
    first = SqliteStore(path)
    with pytest.raises(StorageError, match=r"open in another window.*process"):
        SqliteStore(path)
    reader = SqliteStore(path, writable=False)
    assert len(reader.load().rows) == 3
    reader.close()
    first.close()
    SqliteStore(path).close()


def test_a_folder_that_takes_no_files_is_no_other_window(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_lock: FileLock, **_options: object) -> None:
        raise Timeout("x")

    monkeypatch.setattr(FileLock, "acquire", refuse)
    with pytest.raises(StorageError, match="nothing can be written in its folder"):
        SqliteStore.create(str(tmp_path / "x.review"), BITEXTS, [], {}, {})


def test_a_copy_is_whole_and_free(path: str, tmp_path: Path) -> None:
    store = SqliteStore(path)
    new, edit = edited(SEGMENTS[0], "x")
    store.append(correction(1, edit), {"1": new})
    store.copy_to(str(tmp_path / "copy.review"))
    store.close()
    copy = SqliteStore(str(tmp_path / "copy.review"))
    assert unpack(copy.load().rows[0]).target == "x"
    copy.close()


@pytest.mark.parametrize(
    ("damage", "sentence"),
    [
        (lambda data: b"", "not a project"),
        (lambda data: b"Dear editor, this is a letter. " * 99, "damaged"),
        (lambda data: data[:5000] + b"\xff" * (len(data) - 5000), "damaged"),
    ],
)
def test_damage_is_explained(path: str, damage: Callable[[bytes], bytes], sentence: str) -> None:
    file = Path(path)
    file.write_bytes(damage(file.read_bytes()))
    with pytest.raises(StorageError, match=sentence):
        SqliteStore(path).load()


def test_a_full_disk_leaves_nothing_half_done(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    connect = sqlite3.connect

    def crowded(*arguments: object, **options: object) -> sqlite3.Connection:
        db: sqlite3.Connection = connect(*arguments, **options)  # type: ignore[call-overload]
        (pages,) = db.execute("PRAGMA page_count").fetchone()
        db.execute(f"PRAGMA max_page_count={pages}")
        return db

    new, edit = edited(SEGMENTS[0], "Long. " * 20_000)
    with monkeypatch.context() as patched:
        patched.setattr(sqlite3, "connect", crowded)
        store = SqliteStore(path)
        with pytest.raises(StorageError, match=r"disk is full.*Make room and try again, or save a copy elsewhere"):
            store.append(correction(1, edit), {"1": new})
        assert store.history() == []
        assert unpack(store.load().rows[0]) == SEGMENTS[0]
        store.close()
    store = SqliteStore(path)
    store.append(correction(1, edit), {"1": new})
    assert unpack(store.load().rows[0]) == new
    store.close()


def test_a_newer_project_is_refused(path: str) -> None:
    db = sqlite3.connect(path)
    db.execute("PRAGMA user_version=99")
    db.close()
    with pytest.raises(StorageError, match="newer version"):
        SqliteStore(path)


def test_older_projects_are_brought_up_to_date() -> None:
    db = sqlite3.connect(":memory:", isolation_level=None)
    schema.create(db)
    steps = {
        schema.SCHEMA_VERSION: lambda d: d.execute("CREATE TABLE added (x)"),
        schema.SCHEMA_VERSION + 1: lambda d: d.execute("INSERT INTO added VALUES (7)"),
    }
    schema.migrate(db, steps, schema.SCHEMA_VERSION + 2)
    assert db.execute("SELECT x FROM added").fetchall() == [(7,)]
    assert schema.version_of(db) == schema.SCHEMA_VERSION + 2
    db.close()


def test_a_failed_migration_leaves_the_file_as_it_was() -> None:
    db = sqlite3.connect(":memory:", isolation_level=None)
    schema.create(db)
    steps = {
        schema.SCHEMA_VERSION: lambda d: d.execute("CREATE TABLE added (x)"),
        schema.SCHEMA_VERSION + 1: lambda d: d.execute("nonsense"),
    }
    with pytest.raises(sqlite3.OperationalError):
        schema.migrate(db, steps, schema.SCHEMA_VERSION + 2)
    assert schema.version_of(db) == schema.SCHEMA_VERSION
    db.close()


def test_an_existing_project_is_never_overwritten(path: str) -> None:
    with pytest.raises(StorageError, match="exists already"):
        SqliteStore.create(path, BITEXTS, [], {}, {})
