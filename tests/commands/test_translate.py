"""`reviewer translate` fills what is empty, goes on after any stop, and asks nothing twice."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from reviewer.__main__ import main
from reviewer.host.sent_log import SentLog
from reviewer.host.settings import PROXY, Settings
from reviewer.model.segment import Segment, State
from reviewer.session.rows import Rows
from reviewer.session.translation.privacy import NEVER_SEND
from reviewer.storage.sqlite import SqliteStore
from tests.engines import host as faults
from tests.engines.host import Host
from tests.engines.wire_formats import KEY, WIRE_FORMATS

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="folders are moved by XDG variables")

PARAGRAPHS = [f"Absatz {n}: die Fähre fährt." for n in range(150)]
WINDOWS_TEXT = "\r\n".join(PARAGRAPHS)


@pytest.fixture
def host(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Host]:
    for name in [name for name in os.environ if name.lower().endswith("_proxy")]:
        monkeypatch.delenv(name)
    for kind in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / kind))
    host = Host(WIRE_FORMATS["apertium"])
    monkeypatch.setenv("REVIEWER_APERTIUM_ADDRESS", host.address)
    yield host
    host.close()
    assert host.mistakes == []


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "article.de.txt"
    path.write_bytes(WINDOWS_TEXT.encode("utf-8-sig"))
    return path


def command(source: Path, *more: str) -> list[str]:
    return ["translate", str(source), "--from", "de", "--to", "en", "--engine", "apertium", *more]


def segments(project: Path) -> list[Segment]:
    store = SqliteStore(str(project), writable=False)
    rows = list(Rows(store.load().rows))
    store.close()
    return rows


def test_a_file_comes_back_translated_with_its_own_line_ends(host: Host, source: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.txt"
    assert main(command(source, "-o", str(out))) == 0
    assert out.read_bytes() == WINDOWS_TEXT.upper().encode("utf-8-sig")
    assert sorted(host.texts) == sorted(PARAGRAPHS)


def test_progress_is_told_on_standard_error(
    host: Host, source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(command(source, "-o", str(tmp_path / "out.txt")))
    told = capsys.readouterr()
    assert "150/150 Apertium" in told.err
    assert told.out == f"{tmp_path / 'out.txt'}\n"


def test_a_project_holds_the_translations_as_delivered(host: Host, source: Path, tmp_path: Path) -> None:
    project = tmp_path / "article.review"
    assert main(command(source, "--project", str(project))) == 0
    rows = segments(project)
    assert [(row.target, row.delivered) for row in rows] == [(text.upper(), text.upper()) for text in PARAGRAPHS]
    assert {row.state for row in rows} == {State.TRANSLATED}
    store = SqliteStore(str(project), writable=False)
    assert {(entry.verb, entry.author) for entry in store.history()} == {("translate", "Apertium")}
    store.close()


def test_what_is_translated_already_is_not_asked_for(host: Host, source: Path, tmp_path: Path) -> None:
    project = tmp_path / "article.review"
    assert main(["import", str(source), "--from", "de", "--to", "en", "-o", str(project)]) == 0
    (tmp_path / "mine.jsonl").write_text(json.dumps({"id": "7", "target": "My own."}), "utf-8")
    assert main(["apply", str(project), str(tmp_path / "mine.jsonl")]) == 0
    assert main(command(source, "--project", str(project))) == 0
    assert len(host.texts) == 149
    assert segments(project)[6].target == "My own."


def test_trouble_with_one_paragraph_leaves_it_as_it_was_and_the_next_run_asks_for_it_alone(
    host: Host, source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.txt"
    host.faults.append(faults.broken)
    assert main(command(source, "-o", str(out))) == 1
    assert "1 paragraph: Apertium answered with broken data" in capsys.readouterr().err
    lines = out.read_text("utf-8-sig").split("\n")
    assert sum(line in PARAGRAPHS for line in lines) == 1
    assert main(command(source, "-o", str(out))) == 0
    assert out.read_bytes() == WINDOWS_TEXT.upper().encode("utf-8-sig")
    assert len(host.texts) == 151


def started(*arguments: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen([sys.executable, "-m", "reviewer", *arguments], stderr=subprocess.PIPE)


@pytest.mark.parametrize("kept", ["in a project", "in the cache"])
def test_after_ctrl_c_the_same_command_goes_on_and_asks_nothing_twice(
    host: Host, source: Path, tmp_path: Path, kept: str
) -> None:
    out, project = tmp_path / "out.txt", tmp_path / "article.review"
    places = ["-o", str(out), *(["--project", str(project)] if kept == "in a project" else [])]
    running = started(*command(source, *places))
    host.wait_for(60)
    running.send_signal(signal.SIGINT)
    _, told = running.communicate(timeout=30)
    assert running.returncode == 130, told.decode()
    assert "goes on from there" in told.decode()
    assert not out.exists()
    assert len(host.texts) < 150
    assert main(command(source, *places)) == 0
    assert out.read_bytes() == WINDOWS_TEXT.upper().encode("utf-8-sig")
    assert sorted(host.texts) == sorted(PARAGRAPHS)


def test_after_a_kill_only_what_was_under_way_is_asked_again(host: Host, source: Path, tmp_path: Path) -> None:
    out, project = tmp_path / "out.txt", tmp_path / "article.review"
    running = started(*command(source, "-o", str(out), "--project", str(project)))
    host.wait_for(60)
    running.kill()
    running.communicate(timeout=30)
    assert main(command(source, "-o", str(out), "--project", str(project))) == 0
    assert out.read_bytes() == WINDOWS_TEXT.upper().encode("utf-8-sig")
    assert set(host.texts) == set(PARAGRAPHS)
    assert len(host.texts) <= 150 + 4


def test_a_project_that_is_never_sent_wins_over_the_command(
    host: Host, source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = tmp_path / "article.review"
    assert main(["import", str(source), "--from", "de", "--to", "en", "-o", str(project)]) == 0
    store = SqliteStore(str(project))
    store.remember({NEVER_SEND: True})
    store.close()
    assert main(command(source, "--project", str(project))) == 2
    assert "never sent" in capsys.readouterr().err
    assert host.heard == []


def test_what_left_stands_in_the_log_without_the_texts(host: Host, source: Path, tmp_path: Path) -> None:
    main(command(source, "-o", str(tmp_path / "out.txt")))
    log = SentLog()
    entries = [entry for entry in log.entries() if entry.characters]
    assert len(entries) == 150
    assert {segment for entry in entries for segment in entry.segments} == {str(n + 1) for n in range(150)}
    assert sum(entry.characters for entry in entries) == sum(map(len, PARAGRAPHS))
    assert "Fähre" not in log.path.read_text("utf-8")


def test_the_proxy_of_the_preferences_is_used(
    host: Host, source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY"):
        monkeypatch.setenv(name, "")  # so that it is as before when the test is over
    settings = Settings()
    settings.set(PROXY, host.address)
    monkeypatch.setenv("REVIEWER_APERTIUM_ADDRESS", "http://apertium.invalid")
    source.write_text("Die Fähre.", "utf-8")
    assert main(command(source, "-o", str(tmp_path / "out.txt"))) == 0
    assert host.heard[0].target == "http://apertium.invalid/listPairs"


def test_what_left_can_be_listed(host: Host, source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(command(source, "-o", str(tmp_path / "out.txt")))
    capsys.readouterr()
    assert main(["sent"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].endswith("asked for its languages")
    assert f"127.0.0.1:{host.port}  de → en  {len(PARAGRAPHS[0])} characters, paragraphs 1" in "\n".join(lines)
    assert main(["sent", "--format", "jsonl", "--most", "2"]) == 0
    assert len([json.loads(line) for line in capsys.readouterr().out.splitlines()]) == 2


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ([], "Say where the translation goes"),
        (["-o", "SOURCE"], "would replace the source"),
        (["-o", "OUT", "--engine", "babel"], "There is no engine “babel”"),
        (["-o", "OUT", "--to", "und"], "--to"),
    ],
)
def test_what_cannot_be_done_is_said_before_anything_is_sent(
    host: Host, source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], more: list[str], sentence: str
) -> None:
    places = {"SOURCE": str(source), "OUT": str(tmp_path / "out.txt")}
    assert main(command(source, *(places.get(word, word) for word in more))) == 2
    assert sentence in capsys.readouterr().err
    assert host.heard == []


def test_engines_are_listed_with_what_is_set_and_no_key_is_shown(
    host: Host, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("REVIEWER_DEEPL_KEY", KEY)
    assert main(["engines", "--format", "json"]) == 0
    listed = capsys.readouterr().out
    engines = {engine["id"]: engine for engine in json.loads(listed)}
    assert set(WIRE_FORMATS) <= set(engines)
    assert [(need["name"], need["set"]) for need in engines["deepl"]["needs"]] == [("key", True), ("address", True)]
    assert not engines["microsoft"]["needs"][0]["set"]
    assert engines["google"]["limit"] == 4900
    assert main(["engines"]) == 0
    told = capsys.readouterr().out
    assert "needs REVIEWER_MICROSOFT_KEY" in told
    assert KEY not in listed + told
    assert host.heard == []


def test_asking_for_something_no_engine_has_names_what_can_be_set(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["engines", "--set", "deepl/password"]) == 2
    assert "deepl/key" in capsys.readouterr().err
