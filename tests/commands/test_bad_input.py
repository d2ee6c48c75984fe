"""Whatever is asked on the command line that cannot be done is told in one sentence, with status 2."""

import getpass
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from reviewer.__main__ import main


@pytest.fixture
def pair(tmp_path: Path) -> tuple[str, str]:
    (tmp_path / "article.de.txt").write_text("Ein Haus.\nDas Tal.", "utf-8")
    (tmp_path / "article.en.txt").write_text("A house.\nThe valley.", "utf-8")
    return str(tmp_path / "article.de.txt"), str(tmp_path / "article.en.txt")


@pytest.fixture
def project(pair: tuple[str, str], tmp_path: Path) -> str:
    path = str(tmp_path / "article.review")
    assert main(["import", *pair, "-o", path]) == 0
    return path


@pytest.mark.parametrize("language", ["xx", "12", "not a language", "e", ""])
def test_what_is_no_language_is_told(pair: tuple[str, str], capsys: pytest.CaptureFixture[str], language: str) -> None:
    assert main(["check", *pair, "--from", language]) == 2
    assert f"“{language}” is no language" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("said", "tag"),
    [
        ("DE", "de"),
        ("german", "de"),
        ("ger", "de"),
        ("jp", "ja"),
        ("pt_br", "pt-BR"),
        ("nds", "nds"),
        ("sh", "sh"),
        ("und", "und"),
    ],
)
def test_a_language_may_be_called_as_people_call_it(
    pair: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str], said: str, tag: str
) -> None:
    assert main(["import", *pair, "--from", said, "--to", "en", "-o", str(tmp_path / "p.review")]) == 0
    assert f"{tag} → en" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("corrections", "said"),
    [
        (b"\xff\xfe\x00", "not in UTF-8"),
        (b"{", "line 2: not a JSON object"),
        (b"\n[1]", "line 3: not a JSON object"),
        (b'{"id": "1"}', "line 2: no “id” or no text"),
        (b'{"id": "1", "target": null}', "line 2: no “id” or no text"),
        (b'{"id": ["1"], "target": "x"}', "line 2: no “id” or no text"),
    ],
)
def test_corrections_that_are_none_change_nothing(
    project: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], corrections: bytes, said: str
) -> None:
    (tmp_path / "c.jsonl").write_bytes(b'{"id": 2, "target": "The dale."}\n' + corrections)
    assert main(["apply", project, str(tmp_path / "c.jsonl")]) == 2
    assert said in capsys.readouterr().err
    assert main(["history", project, "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_a_text_is_not_called_a_damaged_project_only(pair: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["segments", pair[0]]) == 2
    assert "is no project of Reviewer" in capsys.readouterr().err


def test_a_report_is_written_as_its_name_ends(
    project: str, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    for name, beginning in (("a.docx", b"PK"), ("a.html", b"<!DOCTYPE html>"), ("a.xlf", b"<?xml")):
        assert main(["report", project, "-o", str(tmp_path / name)]) == 0
        assert (tmp_path / name).read_bytes().startswith(beginning)
    assert b'version="2.' in (tmp_path / "a.xlf").read_bytes()[:500]
    assert main(["report", project, "-o", str(tmp_path / "a.pdf")]) == 2
    assert not (tmp_path / "a.pdf").exists()
    assert b"does not end like" in capsysbinary.readouterr().err
    assert main(["report", project, "-o", "-"]) == 0
    assert capsysbinary.readouterr().out.startswith(b"<!DOCTYPE html>")


def test_nothing_entered_keeps_what_is_set(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO())
    assert main(["engines", "--set", "deepl/key"]) == 2
    assert "Nothing was entered" in capsys.readouterr().err


def test_a_number_of_requests_is_a_number(capsys: pytest.CaptureFixture[str]) -> None:
    for said in ("-3", "many"):
        assert main(["sent", f"--most={said}"]) == 2
        assert f"“{said}” is no number" in capsys.readouterr().err


def test_an_account_without_a_name_can_work(
    pair: tuple[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def nameless() -> str:
        raise KeyError("getpwuid(): uid not found: 1234")

    monkeypatch.setattr(getpass, "getuser", nameless)
    project, corrections = str(tmp_path / "p.review"), tmp_path / "c.jsonl"
    corrections.write_text('{"id": 2, "target": "The dale."}', "utf-8")
    assert main(["import", *pair, "-o", project]) == 0
    assert main(["apply", project, str(corrections)]) == 0
    assert "1 of 1 corrections" in capsys.readouterr().out


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no device that is always full")
@pytest.mark.parametrize("command", [["commands"], ["segments"]])
def test_what_cannot_be_printed_is_told(project: str, command: list[str]) -> None:
    given = [*command, project] if command == ["segments"] else command
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "reviewer", *given], stdout=full, stderr=subprocess.PIPE, text=True
        )
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "The disk is full" in done.stderr
