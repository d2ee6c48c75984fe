"""A plug-in adds what it declares; one that cannot be loaded is told of, and all else goes on."""

import importlib
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reviewer.__main__ import main
from reviewer.commands.plugins import disabled_plugins
from reviewer.model.declared import declared

CHECK = """
from reviewer.checks.check import Check, Report
from reviewer.model.finding import Category, Severity
from reviewer.model.span import Span

def find(passage):
    if "!!" in passage.target.text:
        yield Report("It shouts.", target_span=Span(0, 1))

CHECK = Check("{id}", "Shouting", Category.STYLE, Severity.MINOR, find, ())
"""
FORMAT = """
from reviewer.formats.format import Content, Unit

class Barred:
    id, title, extensions, writable = "barred", "Barred", ("bar",), True

    def sniff(self, data, name):
        return float(data.startswith(b"|"))

    def read(self, data, options):
        return Content([Unit(str(n), text) for n, text in enumerate(data.decode().split("|")[1:])])

    def write(self, data, options, edits, inserts=()):
        texts = data.decode().split("|")
        for edit in edits:
            texts[edit.index + 1] = edit.text
        return "|".join(texts).encode()

FORMAT = Barred()
"""
Install = Callable[..., None]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """Install a package with a module and one entry point, as installers leave it."""

    def installed(name: str, group: str, attribute: str, code: str | None) -> None:
        info = tmp_path / f"{name}-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n", "utf-8")
        (info / "entry_points.txt").write_text(f"[{group}]\n{name} = {name}_plug_in:{attribute}\n", "utf-8")
        if code is not None:
            (tmp_path / f"{name}_plug_in.py").write_text(code, "utf-8")
        monkeypatch.delitem(sys.modules, f"{name}_plug_in", raising=False)
        importlib.invalidate_caches()
        declared.cache_clear()

    monkeypatch.syspath_prepend(str(tmp_path))
    yield installed
    monkeypatch.undo()
    declared.cache_clear()


@pytest.mark.parametrize(
    ("code", "error"),
    [
        (None, "ModuleNotFoundError"),
        ("CHECK = 'oops'", "TypeError: what it declares is a str without an id"),
        (CHECK.replace("{id}", "numbers"), "ValueError: the id “numbers” is taken"),
    ],
)
def test_a_broken_plug_in_is_named_with_its_error(
    install: Install, capsys: pytest.CaptureFixture[str], code: str | None, error: str
) -> None:
    install("house", "reviewer.checks", "CHECK", code)
    ((kind, broken),) = disabled_plugins()
    assert (kind, broken.name) == ("check", "house")
    assert main(["checks"]) == 0
    told = capsys.readouterr()
    assert told.out.count("Numbers") == 1
    assert f"the check “house” could not be loaded: {error}" in told.err


def test_a_check_and_a_format_of_other_packages_are_used(
    install: Install, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    install("shout", "reviewer.checks", "CHECK", CHECK.replace("{id}", "shouting"))
    install("bars", "reviewer.formats", "FORMAT", FORMAT)
    source, target, project = tmp_path / "a.de.bar", tmp_path / "a.en.bar", str(tmp_path / "a.review")
    source.write_text("|Ja!|Das Haus steht.", "utf-8")
    target.write_text("|Yes!!|The house stands.", "utf-8")
    languages = ("--from", "de", "--to", "en")
    assert main(["check", str(source), str(target), *languages]) == 1
    assert "1: minor: It shouts.  [shouting]" in capsys.readouterr().out
    assert main(["import", str(source), str(target), *languages, "-o", project]) == 0
    (tmp_path / "c.jsonl").write_text('{"id": 1, "target": "Yes!"}', "utf-8")
    assert main(["apply", project, str(tmp_path / "c.jsonl")]) == 0
    assert main(["export", project]) == 0
    assert target.read_text("utf-8") == "|Yes!|The house stands."


def test_where_a_plug_in_fails_all_others_go_on(
    install: Install, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    failing = CHECK.replace("{id}", "shouting").replace('yield Report("It shouts.", ', "raise KeyError(")
    install("shout", "reviewer.checks", "CHECK", failing.replace("target_span=Span(0, 1))", '"!!")'))
    install("bars", "reviewer.formats", "FORMAT", FORMAT.replace('float(data.startswith(b"|"))', "1 / 0"))
    source, target = tmp_path / "a.de.txt", tmp_path / "a.en.txt"
    source.write_text("Ja, im Jahr 1990!", "utf-8")
    target.write_text("Yes, in the year 1890!!", "utf-8")
    assert main(["check", str(source), str(target), "--from", "de", "--to", "en"]) == 1
    told = capsys.readouterr().out
    assert "1890" in told
    assert "[numbers]" in told or "[dates]" in told
    assert "This check failed here (KeyError: '!!')" in told


def test_nothing_is_told_where_all_is_well(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["checks"]) == 0
    assert capsys.readouterr().err == ""
