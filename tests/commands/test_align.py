"""Two finished documents come out paired, in the form that was asked for."""

import json
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from reviewer.__main__ import main

SOURCE = (
    "Bericht aus dem Hafen\n\nAm 14. März lief die Fregatte ein. Sie hatte 312 Menschen an Bord.\n\nNiemand fror.\n"
)
TARGET = "Report from the port\n\nOn 14 March the frigate arrived, with 312 people on board.\n\nNobody was cold.\n"


@pytest.fixture
def pair(tmp_path: Path) -> list[str]:
    (tmp_path / "a.de.txt").write_text(SOURCE, "utf-8")
    (tmp_path / "a.en.txt").write_text(TARGET, "utf-8")
    return [str(tmp_path / "a.de.txt"), str(tmp_path / "a.en.txt"), "--from", "de", "--to", "en"]


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["align", *arguments]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        ("paragraph", [([0], [0]), ([1], [1]), ([2], [2])]),
        ("sentence", [([0], [0]), ([1, 2], [1]), ([3], [2])]),
        ("line", [([k], [k]) for k in range(5)]),
    ],
)
def test_units(
    unit: str, expected: list[tuple[list[int], list[int]]], pair: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    links = [json.loads(line) for line in printed(capsys, *pair, "--unit", unit).splitlines()]
    assert [(link["source"], link["target"]) for link in links] == expected
    assert all(0 <= link["score"] <= 1 for link in links)


def test_strings_are_paired_by_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "de.json").write_text('{"ok": "Gut", "no": "Abbrechen", "end": "Ende"}', "utf-8")
    (tmp_path / "en.json").write_text('{"ok": "Fine", "new": "Anew", "no": "Cancel", "end": "End"}', "utf-8")
    links = map(json.loads, printed(capsys, str(tmp_path / "de.json"), str(tmp_path / "en.json")).splitlines())
    assert [(link["source"], link["target"]) for link in links] == [([0], [0]), ([], [1]), ([1], [2]), ([2], [3])]


def test_tmx_holds_the_texts(pair: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    root = ElementTree.fromstring(printed(capsys, *pair, "--format", "tmx"))
    assert [seg.text for seg in root.iter("seg")][:2] == ["Bericht aus dem Hafen", "Report from the port"]


def test_xliff_opens_again_as_a_bilingual_file(
    pair: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "paired.xlf"
    out.write_text(printed(capsys, *pair, "--format", "xliff"), "utf-8")
    assert main(["import", str(out), "-o", str(tmp_path / "paired.review")]) == 0
    assert main(["segments", str(tmp_path / "paired.review")]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()[1:]]
    assert [row["target"] for row in rows] == TARGET.strip().split("\n\n")


def test_two_translations_of_one_source_are_paired_by_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for lang, (one, other) in {"de": ("Öffnen", "Schließen"), "fr": ("Ouvrir", "Fermer")}.items():
        head = f'msgid ""\nmsgstr "Language: {lang}\\n"\n\n'
        units = f'msgid "Open"\nmsgstr "{one}"\n\nmsgid "Close"\nmsgstr "{other}"\n'
        (tmp_path / f"{lang}.po").write_text(head + units, "utf-8")
    files = [str(tmp_path / "de.po"), str(tmp_path / "fr.po")]
    rows = printed(capsys, *files, "--format", "tsv").splitlines()
    assert [row.split("\t")[:2] for row in rows[1:]] == [["Öffnen", "Ouvrir"], ["Schließen", "Fermer"]]


def test_a_bilingual_file_and_a_text_are_not_paired(
    pair: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.po").write_text('msgid "Open"\nmsgstr "Öffnen"\n', "utf-8")
    assert main(["align", str(tmp_path / "a.po"), pair[1]]) == 2
    assert "paired already" in capsys.readouterr().err


def test_a_machine_translation_must_fit(pair: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mt.txt").write_text("Report from the harbour\n", "utf-8")
    assert main(["align", *pair, "--source-mt", str(tmp_path / "mt.txt")]) == 2
    assert "must have one paragraph for each" in capsys.readouterr().err


def test_a_machine_translation_helps(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Lines of one length, without a word in common: only the machine translation tells them apart."""
    letters = "bdfgklmnprst"
    translation = [
        " ".join(f"{a}{vowel}{b}a" for vowel in "aeiouwyjh") for a, b in zip(letters, reversed(letters), strict=True)
    ]
    texts = {
        "s.txt": ["один два три четыре пять шесть семь восемь"] * 12,
        "t.txt": [*translation[1:], "zozz zuzz zizz zazz zezz vozz vuzz vizz vazz"],
        "mt.txt": translation,
    }
    for name, lines in texts.items():
        (tmp_path / name).write_text("\n".join(lines), "utf-8")
    files = [str(tmp_path / "s.txt"), str(tmp_path / "t.txt"), "--unit", "line"]
    links = [json.loads(line) for line in printed(capsys, *files, "--source-mt", str(tmp_path / "mt.txt")).splitlines()]
    assert [(link["source"], link["target"]) for link in links] == [
        ([0], []),
        *(([k], [k - 1]) for k in range(1, 12)),
        ([], [11]),
    ]


def test_pairing_waits_for_no_other_subcommand(pair: list[str]) -> None:
    script = (
        "import sys\n"
        "from reviewer.__main__ import main\n"
        f"assert main({['align', *pair]!r}) == 0\n"
        "assert 'reviewer.checks.runner' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True, capture_output=True)
