"""Folders on the command line: every file in them is a document of one project."""

import json
from pathlib import Path

import pytest

from reviewer.__main__ import main

ARTICLES = {
    "1": (["Die Lage in Hama.", "Es regnet."], ["The situation in Hama.", "It is is raining."]),
    "2": (["Der Vertrag kostet drei Euro."], ["The contract costs three euros."]),
    "10": (["Das Ende vom Lied."], ["The end of the the song."]),
}


@pytest.fixture
def folders(tmp_path: Path) -> tuple[str, str]:
    for side, name in enumerate(("de", "en")):
        (tmp_path / name).mkdir()
        for article, texts in ARTICLES.items():
            (tmp_path / name / f"article {article}.txt").write_text("\n".join(texts[side]) + "\n", "utf-8")
    (tmp_path / "de" / "draft.txt").write_text("Nur ein Entwurf.\n", "utf-8")
    return str(tmp_path / "de"), str(tmp_path / "en")


def test_two_folders_become_one_project(
    folders: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = str(tmp_path / "all.review")
    assert main(["import", *folders, "-o", project]) == 0
    said = capsys.readouterr()
    assert said.out == "3 documents, 4 rows, de → en\n"
    assert "Left out: 1 without a translation (draft.txt)." in said.err
    main(["segments", project])
    targets = [json.loads(line)["target"] for line in capsys.readouterr().out.splitlines()]
    assert targets == [text for _, texts in ARTICLES.values() for text in texts]


def test_findings_say_which_document_they_are_of(folders: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", *folders, "--format", "jsonl"]) == 1
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    repeated = [finding["document"] for finding in found if finding["check"] == "repeated-word"]
    assert repeated == ["article 1.txt", "article 10.txt"]
    main(["check", *folders])
    assert "article 10.txt:4: " in capsys.readouterr().out
    main(["check", *folders, "--format", "sarif"])
    log = json.loads(capsys.readouterr().out)
    places = [result["locations"][0]["physicalLocation"] for result in log["runs"][0]["results"]]
    assert {"artifactLocation": {"uri": "article%2010.txt"}} in places


def test_one_folder_with_several_languages_asks_which(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for language in ("de", "en", "fr"):
        (tmp_path / f"article.{language}.txt").write_text("Text.\n", "utf-8")
    assert main(["import", str(tmp_path), "-o", str(tmp_path / "x.review")]) == 2
    said = capsys.readouterr().err
    assert "de, en, fr" in said and "--from and --to" in said
    assert main(["import", str(tmp_path), "--from", "de", "--to", "fr", "-o", str(tmp_path / "x.review")]) == 0
    assert capsys.readouterr().out == "1 rows, de → fr\n"
