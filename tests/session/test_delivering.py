"""The translations of several documents: what was corrected goes out, and nothing is overwritten unseen."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reviewer.__main__ import main
from reviewer.model.errors import InputError
from reviewer.session import acts
from reviewer.session.export.delivering import deliver, delivery
from reviewer.session.opening.opening import open_documents
from reviewer.session.opening.projects import open_existing, open_project
from reviewer.session.session import Session
from tests.session.test_documents import TEXTS, written

NAMES = [f"{name}.txt" for name in TEXTS]


def corrected(tmp_path: Path) -> Session:
    pairs = written(tmp_path)
    kept = open_project(pairs, lambda wanted, _: open_documents(wanted, "de", "en"), str(tmp_path / "p.review"))
    session = Session(kept.store, kept.project, author="ana")
    acts.set_target(session, "1", "A brook.")
    acts.set_target(session, "6", "A vale.")
    return session


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    session = corrected(tmp_path)
    yield session
    session.close()


def contents(folder: Path) -> dict[str, str]:
    return {str(p.relative_to(folder)): p.read_text("utf-8") for p in sorted(folder.rglob("*.txt*"))}


def test_in_place_only_what_was_corrected_is_written(session: Session, tmp_path: Path) -> None:
    done = deliver(session, delivery(session))
    session.describe(done.exported)
    assert contents(tmp_path / "en") == {
        "a.txt": "A brook.\nA house.\n",
        "a.txt.bak": TEXTS["a"][1],
        "b.txt": TEXTS["b"][1],
        "sub/c.txt": "A meadow.\nA mountain.\nA vale.\n",
        "sub/c.txt.bak": TEXTS["sub/c"][1],
    }
    acts.set_target(session, "6", "A dale.")
    assert deliver(session, delivery(session)).refused == ()
    assert "A dale." in (tmp_path / "en" / "sub" / "c.txt").read_text("utf-8")
    assert (tmp_path / "en" / "a.txt.bak").read_text("utf-8") == TEXTS["a"][1], "what was not changed since stays"


def test_what_somebody_else_changed_is_named_and_the_others_go(session: Session, tmp_path: Path) -> None:
    changed = tmp_path / "en" / "a.txt"
    changed.write_text("Mine.\n")
    done = deliver(session, delivery(session))
    assert [Path(path).name for path, _ in done.files] == ["c.txt"]
    (told,) = done.refused
    assert "a.txt was changed by somebody else" in told
    assert changed.read_text() == "Mine.\n"


def test_what_is_changed_while_the_editor_is_asked_is_not_overwritten(session: Session, tmp_path: Path) -> None:
    ready = delivery(session)
    changed = tmp_path / "en" / "a.txt"
    changed.write_text("Mine.\n")
    assert len(deliver(session, ready).refused) == 1
    assert changed.read_text() == "Mine.\n"


def test_a_folder_gets_all_in_their_places(session: Session, tmp_path: Path) -> None:
    deliver(session, delivery(session, str(tmp_path / "out")))
    assert list(contents(tmp_path / "out")) == NAMES
    assert contents(tmp_path / "en") == {name: TEXTS[name.removesuffix(".txt")][1] for name in NAMES}


def test_the_folder_they_came_from_gets_only_what_was_corrected(session: Session, tmp_path: Path) -> None:
    deliver(session, delivery(session, str(tmp_path / "en")))
    assert [name for name in contents(tmp_path / "en") if name.endswith(".bak")] == ["a.txt.bak", "sub/c.txt.bak"]


def test_one_of_several_goes_to_a_file(session: Session, tmp_path: Path) -> None:
    deliver(session, delivery(session, str(tmp_path / "only.txt"), [2]))
    assert (tmp_path / "only.txt").read_text("utf-8") == "A meadow.\nA mountain.\nA vale.\n"


def test_a_file_is_no_place_for_several(session: Session, tmp_path: Path) -> None:
    for output in (str(tmp_path / "out.txt"), str(tmp_path / "p.review"), "-"):
        with pytest.raises(InputError, match="name a folder"):
            delivery(session, output)


def test_no_source_is_overwritten(session: Session, tmp_path: Path) -> None:
    ready = delivery(session, str(tmp_path / "de"))
    assert ready.outputs == ()
    assert len(ready.refused) == 3 and all("would replace the source" in told for told in ready.refused)


def test_the_command_line_writes_them_and_says_what_it_did_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    corrected(tmp_path).close()
    project = str(tmp_path / "p.review")
    assert main(["export", project, "-o", str(tmp_path / "out")]) == 0
    assert list(contents(tmp_path / "out")) == NAMES
    (tmp_path / "en" / "a.txt").write_text("Mine.\n")
    capsys.readouterr()
    assert main(["export", project]) == 1
    said = capsys.readouterr()
    assert "c.txt.bak" in said.out and "a.txt was changed by somebody else" in said.err
    assert main(["export", project]) == 1
    kept = open_existing(project)
    assert len(kept.told) == 1, "what the project wrote itself is no change by somebody else"
    kept.store.close()
