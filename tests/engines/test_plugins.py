"""An engine of somebody else's is there once it is installed; a broken one is listed with its error."""

import importlib
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from reviewer.__main__ import main
from reviewer.model.declared import declared

PLUGIN = """
from reviewer.engines.engine import Cost, Engine, standing_at
from reviewer.engines.languages import Languages, by_tag

CODES = by_tag(["de", "en"])

def ask(question, wire):
    return wire.json("POST", f"{question.base}/say", body={"text": question.text})["said"]

ENGINE = Engine(
    id="parrot",
    title="Parrot",
    description="Says it again.",
    ask=ask,
    cost=Cost.OWN,
    needs=(standing_at("http://localhost:4711"),),
    languages=Languages(CODES, CODES),
)
"""


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    (tmp_path / "parrot.py").write_text(PLUGIN)
    information = tmp_path / "parrot-1.0.dist-info"
    information.mkdir()
    (information / "METADATA").write_text("Metadata-Version: 2.1\nName: parrot\nVersion: 1.0\n")
    (information / "entry_points.txt").write_text(
        "[reviewer.engines]\nparrot = parrot:ENGINE\nbroken = no_such_module:ENGINE\n"
    )
    monkeypatch.syspath_prepend(tmp_path)
    importlib.invalidate_caches()
    declared.cache_clear()
    yield
    declared.cache_clear()


@pytest.mark.usefixtures("installed")
def test_an_installed_engine_is_listed_and_a_broken_one_says_why(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["engines", "--format", "json"]) == 0
    listed = {entry["id"]: entry for entry in json.loads(capsys.readouterr().out)}
    assert listed["parrot"]["host"] == "localhost:4711"
    assert "no_such_module" in listed["broken"]["error"]
    assert listed["google"]["title"] == "Google"
    assert main(["engines"]) == 0
    assert "not loaded: ModuleNotFoundError" in capsys.readouterr().out
