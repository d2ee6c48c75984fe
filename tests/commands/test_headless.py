"""The command line does what its help says, and its exit statuses can be relied on."""

import json
import os
from pathlib import Path

import pytest

from reviewer.__main__ import main
from reviewer.host.jobs import DirectLane
from reviewer.session.opening.preparing import prepare
from reviewer.session.opening.request import Request

SOURCE = "Erster Absatz.\r\nEine Einnahme Hamas würde den Druck erhöhen.\r\nDritter Absatz."
TARGET = "First paragraph.\r\nA capture of Hamas would increase the pressure.\r\nThird paragraph."


@pytest.fixture
def pair(tmp_path: Path) -> tuple[str, str]:
    (tmp_path / "article.de.txt").write_bytes(SOURCE.encode("utf-8-sig"))
    (tmp_path / "article.en.txt").write_bytes(TARGET.encode("utf-8-sig"))
    return str(tmp_path / "article.de.txt"), str(tmp_path / "article.en.txt")


@pytest.fixture
def project(pair: tuple[str, str], tmp_path: Path) -> str:
    path = str(tmp_path / "article.review")
    assert main(["import", *pair, "--from", "de", "--to", "en", "-o", path]) == 0
    return path


def correct(project: str, **targets: str) -> int:
    corrections = Path(project).with_name("corrections.jsonl")
    lines = [json.dumps({"id": id.strip("p"), "target": target}) for id, target in targets.items()]
    corrections.write_text("\n".join(lines), "utf-8")
    return main(["apply", project, str(corrections), "--author", "ana"])


def test_an_export_without_corrections_is_the_same_file(project: str, tmp_path: Path) -> None:
    assert main(["export", project, "-o", str(tmp_path / "out.txt")]) == 0
    assert (tmp_path / "out.txt").read_bytes() == TARGET.encode("utf-8-sig")


def test_only_the_corrected_paragraph_differs(project: str, tmp_path: Path) -> None:
    assert correct(project, p2="A capture of Hama would increase the pressure.") == 0
    assert main(["export", project, "-o", str(tmp_path / "out.txt")]) == 0
    assert (tmp_path / "out.txt").read_bytes() == TARGET.replace("Hamas", "Hama").encode("utf-8-sig")


def test_replacing_the_translation_keeps_a_backup(project: str, pair: tuple[str, str]) -> None:
    correct(project, p2="Better.")
    assert main(["export", project]) == 0
    assert b"Better." in Path(pair[1]).read_bytes()
    assert Path(pair[1] + ".bak").read_bytes() == TARGET.encode("utf-8-sig")
    correct(project, p2="Best.")
    assert main(["export", project]) == 0
    assert b"Best." in Path(pair[1]).read_bytes()


def test_a_translation_changed_by_others_is_never_overwritten(
    project: str, pair: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    correct(project, p2="Better.")
    Path(pair[1]).write_text("somebody else's work", "utf-8")
    assert main(["export", project]) == 2
    assert "changed by somebody else" in capsys.readouterr().err
    assert Path(pair[1]).read_text("utf-8") == "somebody else's work"


def test_segments_and_history_can_be_read_by_scripts(project: str, capsys: pytest.CaptureFixture[str]) -> None:
    correct(project, p2="Better.")
    capsys.readouterr()
    main(["segments", project])
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert rows[1] == {
        "id": "2",
        "source": "Eine Einnahme Hamas würde den Druck erhöhen.",
        "target": "Better.",
        "state": "reviewed",
    }
    main(["history", project, "--format", "json"])
    (correction,) = json.loads(capsys.readouterr().out)
    assert (correction["author"], correction["changes"][0]["after"]["target"]) == ("ana", "Better.")


def test_reading_leaves_one_file(project: str) -> None:
    main(["segments", project])
    names = {name for name in os.listdir(Path(project).parent) if name.startswith("article.review")}
    assert names == {"article.review"}


def test_a_correction_of_no_segment_changes_nothing(project: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert correct(project, p1="x", p99="y") == 2
    assert "no segment 99" in capsys.readouterr().err
    main(["history", project, "--format", "json"])
    assert json.loads(capsys.readouterr().out) == []


def test_a_project_may_be_called_otherwise(
    pair: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = str(tmp_path / "tuesday")
    assert main(["import", *pair, "--from", "de", "--to", "en", "-o", project]) == 0
    correct(project, p2="The the capture.")
    capsys.readouterr()
    assert main(["check", project]) == 1
    assert "repeated-word" in capsys.readouterr().out
    session = prepare(Request((project,)), "ana", DirectLane).session
    assert session.segment("2").target == "The the capture."
    session.close()


def test_an_existing_project_is_not_overwritten(project: str, pair: tuple[str, str]) -> None:
    assert main(["import", *pair, "-o", project]) == 2


@pytest.mark.parametrize("format", ["text", "json", "jsonl", "sarif"])
def test_checks_tell_by_their_status(tmp_path: Path, capsys: pytest.CaptureFixture[str], format: str) -> None:
    pairs = tmp_path / "pairs.jsonl"
    row = {"id": "a", "source": "Guten Tag.", "target": "Good day.", "source_lang": "de", "target_lang": "en"}
    pairs.write_text(json.dumps(row), "utf-8")
    assert main(["check", str(pairs), "--format", format]) == 0
    row["target"] = ""
    pairs.write_text(json.dumps(row), "utf-8")
    capsys.readouterr()
    assert main(["check", str(pairs), "--format", format]) == 1
    assert capsys.readouterr().out


@pytest.mark.parametrize("format", ["text", "json", "jsonl", "sarif"])
def test_how_grave_a_finding_must_be_to_count_is_asked_for(tmp_path: Path, format: str) -> None:
    pairs = tmp_path / "pairs.jsonl"
    row = {"source": "Das Haus steht.", "target": "The the house stands.", "source_lang": "de", "target_lang": "en"}
    pairs.write_text(json.dumps(row), "utf-8")
    statuses = [
        main(["check", str(pairs), "--format", format, "--fail-on", s]) for s in ("neutral", "minor", "critical")
    ]
    assert statuses == [1, 1, 0]


@pytest.mark.parametrize(
    ("content", "sentence"), [("{not json", "line 1"), ('{"source": "x"}', "no “target”"), ("[1]", "line 1")]
)
def test_a_bad_pair_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str, sentence: str) -> None:
    pairs = tmp_path / "pairs.jsonl"
    pairs.write_text(content, "utf-8")
    assert main(["check", str(pairs)]) == 2
    assert sentence in capsys.readouterr().err


def test_a_missing_file_is_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "nowhere.txt", "nothing.txt"]) == 2
    assert "no file" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("format", "piece"),
    [
        ("html", b"<ins>Better</ins>"),
        ("xlsx", b"PK"),
        ("docx", b"PK"),
        ("tmx", b"<seg>Better.</seg>"),
        ("xliff2", b"Better."),
    ],
)
def test_corrections_are_reported(project: str, tmp_path: Path, format: str, piece: bytes) -> None:
    correct(project, p2="Better.")
    out = tmp_path / "report"
    assert main(["report", project, "--format", format, "-o", str(out)]) == 0
    assert piece in out.read_bytes()


def test_a_bilingual_file_is_converted_and_told_what_was_lost(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table, xliff, catalogue = tmp_path / "a.csv", tmp_path / "b.xlf", tmp_path / "c.po"
    table.write_text("id,de,en\nx,Eins,One\ny,Zwei,\n", "utf-8")
    assert main(["convert", str(table), str(xliff)]) == 0
    assert "2 segments, de → en" in capsys.readouterr().out
    xliff.write_text(xliff.read_text("utf-8").replace('state="translated"', 'state="final"'), "utf-8")
    assert main(["convert", str(xliff), str(catalogue)]) == 0
    assert "1 final" in capsys.readouterr().err
    assert 'msgid "Eins"\nmsgstr "One"' in catalogue.read_text("utf-8")


@pytest.mark.parametrize(("source", "output"), [("a.txt", "b.tmx"), ("a.csv", "b.xyz"), ("a.csv", "a.csv")])
def test_what_cannot_be_converted_is_left_alone(tmp_path: Path, source: str, output: str) -> None:
    (tmp_path / "a.txt").write_text("One language.", "utf-8")
    (tmp_path / "a.csv").write_text("id,de,en\nx,Eins,One\n", "utf-8")
    assert main(["convert", str(tmp_path / source), str(tmp_path / output)]) == 2
    assert not (tmp_path / "b.tmx").exists()


def test_the_words_that_arrived_are_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    memory = tmp_path / "a.tmx"
    variants = "".join(f'<tuv xml:lang="{tag}"><seg>{tag} words</seg></tuv>' for tag in ("de", "fr", "es"))
    memory.write_text(f'<tmx version="1.4"><header srclang="de"/><body><tu>{variants}</tu></body></tmx>', "utf-8")
    assert main(["import", str(memory), "-o", str(tmp_path / "a.review")]) == 0
    printed = capsys.readouterr().err
    assert "a.tmx: 4 of 6 words read" in printed
    assert "a.tmx: 66.7 % of its words were read (4 of 6). Left out: “es words”." in printed


def test_a_project_nobody_has_looked_at_yet_is_reported(project: str, tmp_path: Path) -> None:
    assert main(["report", project, "-o", str(tmp_path / "out.html")]) == 0
    assert (tmp_path / "out.html").exists()


def test_of_several_documents_every_line_says_which(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, source, target in (("a", SOURCE, TARGET), ("b", "Ein Haus.\nDas Tal.", "A house.\nThe vale.")):
        for language, text in (("de", source), ("en", target)):
            path = tmp_path / language / f"{name}.txt"
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, "utf-8", newline="")
    project = str(tmp_path / "p.review")
    languages = ("--from", "de", "--to", "en")
    assert main(["import", str(tmp_path / "de"), str(tmp_path / "en"), *languages, "-o", project]) == 0
    assert correct(project, p1="One.", p5="The the valley.") == 0

    def lines(*command: str) -> list[dict[str, object]]:
        capsys.readouterr()
        main([*command, project, "--format", "jsonl"])
        return [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    assert [row["document"] for row in lines("segments")] == ["a.txt"] * 3 + ["b.txt"] * 2
    (act,) = lines("history")
    assert [(c["segment"], c["document"]) for c in act["changes"]] == [("1", "a.txt"), ("5", "b.txt")]  # type: ignore[attr-defined]
    assert {found["document"] for found in lines("check")} == {"b.txt"}
