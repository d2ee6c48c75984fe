"""A plug-in that cannot be loaded is told of, and all else goes on."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reviewer.__main__ import main
from reviewer.commands.plugins import disabled_plugins
from reviewer.model.declared import declared


@pytest.fixture
def broken_check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Install a package whose check cannot be imported."""
    info = tmp_path / "house_style-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: house-style\nVersion: 1.0\n", "utf-8")
    (info / "entry_points.txt").write_text("[reviewer.checks]\nhouse-style = house_style_that_is_not:CHECK\n", "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    declared.cache_clear()
    yield
    monkeypatch.undo()
    declared.cache_clear()


@pytest.mark.usefixtures("broken_check")
def test_a_broken_plug_in_is_named_with_its_error(capsys: pytest.CaptureFixture[str]) -> None:
    ((kind, broken),) = disabled_plugins()
    assert (kind, broken.name) == ("check", "house-style")
    assert main(["checks"]) == 0
    told = capsys.readouterr()
    assert "Numbers" in told.out
    assert "the check “house-style” could not be loaded: ModuleNotFoundError" in told.err


def test_nothing_is_told_where_all_is_well(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["checks"]) == 0
    assert capsys.readouterr().err == ""
