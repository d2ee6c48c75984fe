"""How the files of a review are read can be chosen, with a look at what comes of it."""

from pathlib import Path

import pytest

from reviewer.__main__ import main
from reviewer.formats.reading_options import columns, encodings
from reviewer.model.errors import InputError
from reviewer.session import acts
from reviewer.session.opening.opening import Opened, open_files, open_source
from reviewer.session.opening.projects import open_existing, open_project
from reviewer.session.opening.request import FilePair
from reviewer.session.rows import Rows
from reviewer.session.session import Session
from reviewer.storage.memory import MemoryStore
from tests.desk import ScriptedDesk


def desk_with(opened: Opened) -> ScriptedDesk:
    return ScriptedDesk(Session(MemoryStore(opened.bitexts, opened.rows, opened.originals), author="ana"))


@pytest.fixture
def pair(tmp_path: Path) -> tuple[str, str]:
    (tmp_path / "de.txt").write_bytes("Die Brücke.\r\n".encode("cp1252"))
    (tmp_path / "pl.txt").write_bytes("Mały most.\n".encode("cp1250"))
    return str(tmp_path / "de.txt"), str(tmp_path / "pl.txt")


def test_an_encoding_is_chosen_by_what_it_makes_of_the_text(pair: tuple[str, str]) -> None:
    looks = {each.value: each.look for each in encodings(Path(pair[1]).read_bytes())}
    assert looks["windows-1250"] == "Mały most."
    assert looks["windows-1251"] == "Maіy most."
    assert "utf-8" not in looks
    desk = desk_with(open_files(*pair))
    desk.run("project.reading", "target encoding", "windows-1250")
    assert desk.reread is not None
    assert desk.reread[1]["encoding"] == "windows-1250"
    assert desk.reread[0]["newline"] == "crlf"
    again = open_files(*pair, options=desk.reread)
    assert [row.target for row in again.rows] == ["Mały most."]


def test_line_ends_are_chosen_for_what_is_written_anew(pair: tuple[str, str]) -> None:
    desk = desk_with(open_files(*pair))
    desk.run("project.reading", "target newline", "crlf")
    assert desk.reread is not None
    assert desk.reread[1]["newline"] == "crlf"


def test_columns_are_chosen_by_what_stands_in_them(tmp_path: Path) -> None:
    table = tmp_path / "a.csv"
    table.write_text("Eins,Un,One\nZwei,Deux,Two\n", "utf-8")
    assert [each.look for each in columns("csv", table.read_bytes(), {})] == ["Eins · Zwei", "Un · Deux", "One · Two"]
    desk = desk_with(open_source(str(table), "de", "en"))
    desk.run("project.reading", "source target", "A", "C")
    assert desk.reread is not None
    again = open_source(str(table), options=desk.reread[0])
    assert [(row.source, row.target) for row in again.rows] == [("Eins", "One"), ("Zwei", "Two")]
    assert again.bitexts[0].bilingual


def test_nothing_is_read_anew_once_something_was_corrected(pair: tuple[str, str]) -> None:
    desk = desk_with(open_files(*pair))
    assert desk.session
    acts.set_target(desk.session, "1", "Most.")
    with pytest.raises(InputError, match="corrected already"):
        desk.run("project.reading", "target encoding", "windows-1250")


def test_the_project_of_files_read_anew_takes_the_place_of_the_old_one(pair: tuple[str, str]) -> None:
    first = open_project([FilePair(*pair)], read=lambda *_: open_files(*pair))
    session = Session(first.store, first.project)
    acts.comment(session, "1", "A remark")
    session.close()
    options = {"encoding": "windows-1250"}
    again = open_project([FilePair(*pair)], read=lambda *_: open_files(*pair, options=({}, options)), anew=True)
    assert again.project.bitexts[0].target.options["encoding"] == "cp1250"
    again.store.close()
    kept = open_existing(f"{first.store.path}.before")
    before = Session(kept.store, kept.project)
    assert [comment.text for comment in before.remarks.comments_of("1")] == ["A remark"]
    before.close()


def test_the_command_line_says_how_files_are_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table, project = tmp_path / "a.csv", tmp_path / "a.review"
    table.write_bytes("Eins,Un,Мост\nZwei,Deux,Река\n".encode("cp1251"))
    options = ["--read", "encoding=windows-1251", "--read", "source=A", "--read", "target=C"]
    assert main(["import", str(table), *options, "-o", str(project)]) == 0
    kept = open_existing(str(project))
    assert [(row.source, row.target) for row in Rows(kept.project.rows)] == [("Eins", "Мост"), ("Zwei", "Река")]
    kept.store.close()
    assert main(["import", str(table), "--read", "encoding", "-o", str(project)]) == 2
    assert "--read encoding=windows-1251" in capsys.readouterr().err


def test_an_option_can_be_for_one_of_two_files_only(pair: tuple[str, str], tmp_path: Path) -> None:
    project = tmp_path / "a.review"
    assert main(["import", *pair, "--read", "target.encoding=windows-1250", "-o", str(project)]) == 0
    kept = open_existing(str(project))
    assert [row.target for row in Rows(kept.project.rows)] == ["Mały most."]
    assert kept.project.bitexts[0].source.options["encoding"] == "cp1252"
    kept.store.close()
