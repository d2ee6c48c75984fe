"""Several documents in one project: each keeps its rows, its counts and its borders."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from reviewer.model.bitext import DOCUMENT_RANKS, Origin
from reviewer.model.errors import InputError
from reviewer.model.finding import Category, Finding, Severity
from reviewer.model.segment import State
from reviewer.session import acts
from reviewer.session.export.delivering import delivery
from reviewer.session.membership import put_back, take_out, there
from reviewer.session.opening import opening
from reviewer.session.opening.opening import Opened, open_documents
from reviewer.session.opening.projects import open_project, project_path
from reviewer.session.opening.request import FilePair
from reviewer.session.session import Session
from reviewer.storage.memory import MemoryStore

TEXTS = {
    "a": ("Ein Fluss.\nEin Haus.\n", "A river.\nA house.\n"),
    "b": ("Der Wald ist dunkel.\n", "The wood is dark.\n"),
    "sub/c": ("Eine Wiese.\nEin Berg.\nEin Tal.\n", "A meadow.\nA mountain.\nA valley.\n"),
}


def written(folder: Path, texts: dict[str, tuple[str, str]] = TEXTS) -> list[FilePair]:
    pairs = []
    for name, sides in texts.items():
        paths = [folder / language / f"{name}.txt" for language in ("de", "en")]
        for path, text in zip(paths, sides, strict=True):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        pairs.append(FilePair(str(paths[0]), str(paths[1])))
    return pairs


@pytest.fixture
def opened(tmp_path: Path) -> Opened:
    return open_documents(written(tmp_path), "de", "en")


@pytest.fixture
def session(opened: Opened) -> Session:
    return Session(MemoryStore(opened.bitexts, opened.rows, opened.originals), author="ana")


def finding(id: str, severity: Severity) -> Finding:
    return Finding("check", id, Category.OTHER, severity, f"message {severity}")


def test_documents_stand_one_behind_the_other(session: Session) -> None:
    assert [row.target for row in session.rows] == [
        "A river.", "A house.", "The wood is dark.", "A meadow.", "A mountain.", "A valley.",
    ]  # fmt: skip
    assert [row.id for row in session.rows] == ["1", "2", "3", "4", "5", "6"]
    assert [row.rank // DOCUMENT_RANKS for row in session.rows] == [0, 0, 1, 2, 2, 2]
    assert [session.bitext_of(id).title for id in "1236"] == ["a", "a", "b", "c"]
    assert [(d.name, d.first, d.rows) for d in session.documents] == [
        ("a.txt", "1", 2), ("b.txt", "3", 1), ("sub/c.txt", "4", 3),
    ]  # fmt: skip


def test_the_list_counts_along(session: Session) -> None:
    acts.set_state(session, ["4", "5", "1"], State.REVIEWED)
    session.found("4", [finding("4", Severity.MINOR), finding("4", Severity.NEUTRAL)])
    session.found("6", [finding("6", Severity.MAJOR)])
    assert [d.done for d in session.documents] == [1, 0, 2]
    assert [(d.findings, d.worst) for d in session.documents] == [(0, None), (0, None), (2, Severity.MAJOR)]
    acts.merge(session, "5")
    session.found("6", [])
    assert [(d.rows, d.done) for d in session.documents] == [(2, 1), (1, 0), (2, 1)]
    assert [(d.findings, d.worst) for d in session.documents][2] == (1, Severity.MINOR)
    session.undo()
    session.undo()
    assert [(d.rows, d.done) for d in session.documents] == [(2, 0), (1, 0), (3, 0)]
    again = Session(MemoryStore(session.bitexts, [], {}))
    assert [(d.rows, d.first) for d in again.documents] == [(0, "")] * 3


@pytest.mark.parametrize(("act", "id"), [(acts.merge, "2"), (acts.move_down, "3"), (acts.move_up, "4")])
def test_no_repair_crosses_the_border(session: Session, act: object, id: str) -> None:
    before = list(session.rows)
    with pytest.raises(InputError, match="nothing can be put from one document into another"):
        act(session, id)  # type: ignore[operator]
    assert list(session.rows) == before


def test_a_split_at_the_end_stays_in_its_document(session: Session) -> None:
    acts.split(session, "3", len("The wood"))
    assert [session.rows.document_of(row.id) for row in session.rows] == [0, 0, 1, 1, 2, 2, 2]
    assert [d.rows for d in session.documents] == [2, 2, 3]


def test_a_document_that_is_taken_out_comes_back_as_it_was(session: Session) -> None:
    acts.set_target(session, "3", "The wood is very dark.")
    acts.set_state(session, ["3"], State.REVIEWED)
    remark = acts.comment(session, "3", "Which wood?")
    session.go("3")
    before, remarks = list(session.rows), session.remarks.comments_of("3")
    take_out(session, 1)
    assert there(session) == [0, 2]
    assert [row.id for row in session.rows] == ["1", "2", "4", "5", "6"] and session.current == "4"
    assert [(d.rows, d.done) for d in session.documents] == [(2, 0), (0, 0), (3, 0)]
    assert not session.remarks.segments() and session.counts[State.REVIEWED, True] == 0
    session.undo()
    assert list(session.rows) == before
    assert remark and session.remarks.comments_of("3") == remarks
    session.redo()
    acts.set_target(session, "1", "A wide river.")
    put_back(session, 1)
    assert session.segment("3").target == "The wood is very dark." and session.remarks.comments_of("3") == remarks
    session.undo()
    assert there(session) == [0, 2]


def test_what_was_taken_out_stays_out_when_the_project_is_opened_again_and_is_not_exported(tmp_path: Path) -> None:
    pairs = written(tmp_path)

    def read(wanted: Sequence[FilePair], known: tuple[str, str] | None) -> Opened:
        return open_documents(wanted, *(known or ("de", "en")))

    kept = open_project(pairs, read)
    session = Session(kept.store, kept.project, author="ana")
    acts.set_target(session, "3", "The wood is very dark.")
    take_out(session, 1)
    take_out(session, 0)
    with pytest.raises(InputError, match="only document"):
        take_out(session, 2)
    session.close()
    kept = open_project(pairs, read)
    session = Session(kept.store, kept.project, author="ana")
    assert (there(session), kept.told) == ([2], ())
    assert delivery(session).paths == []
    out = tmp_path / "out"
    assert delivery(session, f"{out}/").paths == [str(out / "sub" / "c.txt")]
    put_back(session, 1)
    assert delivery(session).paths == [pairs[1].target]
    session.close()


def test_what_cannot_be_read_is_named_and_the_others_open(tmp_path: Path) -> None:
    pairs = written(tmp_path)
    Path(pairs[1].target or "").unlink()
    opened = open_documents([*pairs, pairs[0]], "de", "en")
    assert [bitext.title for bitext in opened.bitexts] == ["a", "c"]
    assert [row[1] for row in opened.rows] == ["1", "2", "3", "4", "5"]
    assert len(opened.warnings) == 2
    assert "Left out: There is no file" in opened.warnings[0] and "b.txt" in opened.warnings[0]
    assert "there twice" in opened.warnings[1]
    with pytest.raises(InputError, match="None of the files"):
        open_documents([FilePair(str(tmp_path / "x")), FilePair(str(tmp_path / "y"))])


def test_the_languages_are_those_of_most(tmp_path: Path) -> None:
    texts = {
        "long": ("Das Haus steht am Fluss und ist sehr alt.\n" * 9, "The house stands by the river and is old.\n" * 9),
        "short": ("Ok.\n", "Ok.\n"),
    }
    opened = open_documents(written(tmp_path, texts))
    assert {(b.source.language, b.target.language) for b in opened.bitexts} == {("de", "en")}


def test_a_document_in_another_language_is_left_out(tmp_path: Path) -> None:
    pairs = written(tmp_path)
    french = tmp_path / "fr.po"
    french.write_text(
        'msgid ""\nmsgstr "Language: fr\\n"\n\nmsgid "Das Haus ist sehr alt."\n'
        'msgstr "La maison est très vieille et elle est dans la forêt."\n'
    )
    opened = open_documents([*pairs, FilePair(str(french))])
    assert [bitext.title for bitext in opened.bitexts] == ["a", "b", "c"]
    (told,) = [warning for warning in opened.warnings if "Left out" in warning]
    assert "French" in told and "English" in told
    given = open_documents([*pairs, FilePair(str(french))], "de", "en")
    assert len(given.bitexts) == 4


def test_the_project_is_kept_in_the_folder_and_found_again(tmp_path: Path) -> None:
    pairs = written(tmp_path)
    kept = open_project(pairs, lambda wanted, _: open_documents(wanted, "de", "en"))
    session = Session(kept.store, kept.project, author="ana")
    acts.set_target(session, "5", "A high mountain.")
    session.close()
    # The folder is called after a language, so that the one above it says more.
    assert (tmp_path / "en" / f"{tmp_path.name}.en.review").exists()
    (tmp_path / "en" / "a.txt").write_text("Somebody else was here.")
    again = open_project(pairs, lambda *_: pytest.fail("read again"))
    assert [bitext.title for bitext in again.project.bitexts] == ["a", "b", "c"]
    (told,) = again.told
    assert "a.txt has changed" in told
    session = Session(again.store, again.project)
    assert session.title == f"{tmp_path.name}.en"
    assert session.segment("5").target == "A high mountain."
    session.close()


def test_new_files_of_a_folder_are_added(tmp_path: Path) -> None:
    pairs = written(tmp_path)

    def read(wanted: Sequence[FilePair], languages: tuple[str, str] | None) -> Opened:
        return open_documents(wanted, *(languages or ("de", "en")))

    kept = open_project(pairs[:2], read)
    session = Session(kept.store, kept.project, author="ana")
    acts.merge(session, "1")
    acts.split(session, "3", len("The wood"))
    session.close()
    wrong = FilePair(pairs[1].source, pairs[0].target)
    again = open_project([*pairs, wrong, FilePair(str(tmp_path / "en" / "gone.txt"))], read)
    assert [told.partition(":")[0] for told in again.told if "review" in told] == [
        f"{pairs[0].target} is in this review already, with another source. Nothing was changed.",
        "Added to this review",
    ]
    assert any("gone.txt" in told for told in again.told)
    session = Session(again.store, again.project, author="ana")
    assert [(d.name, d.first, d.rows) for d in session.documents] == [
        ("a.txt", "1", 1), ("b.txt", "3", 2), ("sub/c.txt", "4", 3),
    ]  # fmt: skip
    assert session.original(2) == TEXTS["sub/c"][1].encode()
    session.undo()
    session.undo()
    assert [row.id for row in session.rows] == ["1", "2", "3", "4", "5", "6"]
    session.close()
    with pytest.raises(InputError, match="project of other files"):
        open_project([FilePair("x.txt")], read, project_path(pairs))


def test_the_project_of_a_folder_is_found_when_files_came_above_it(tmp_path: Path) -> None:
    deep = {f"sub/{name}": texts for name, texts in list(TEXTS.items())[:2]}
    pairs = written(tmp_path, deep)
    place = project_path(pairs)
    assert place == str(tmp_path / "en" / "sub" / "sub.review")
    Path(place).touch()
    assert project_path([*pairs, *written(tmp_path, {"top": TEXTS["a"]})]) == place


def test_what_was_reviewed_alone_is_told(tmp_path: Path) -> None:
    pairs = written(tmp_path)
    Path(project_path(pairs[:1])).touch()
    kept = open_project(pairs, lambda wanted, _: open_documents(wanted, "de", "en"))
    assert any("Reviewed by themselves before: a.txt.review." in told for told in kept.told)


def test_the_first_documents_are_paired_well_and_the_rest_at_a_glance(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "PATIENCE", 4)
    pairs = written(tmp_path)
    found = [bitext.pairs_from for bitext in open_documents(pairs, "de", "en", hasty=True).bitexts]
    assert found == [Origin.TEXTS, Origin.TEXTS, Origin.GLANCE]
    assert {bitext.pairs_from for bitext in open_documents(pairs, "de", "en").bitexts} == {Origin.TEXTS}
