"""The README shows the keys there are."""

from pathlib import Path

import pytest

from reviewer.__main__ import main

README = Path(__file__).parents[2] / "README.md"


def test_the_key_table_is_current(capsys: pytest.CaptureFixture[str]) -> None:
    main(["commands", "--format", "markdown"])
    assert capsys.readouterr().out in README.read_text("utf-8")


def test_the_table_of_engines_is_current(capsys: pytest.CaptureFixture[str]) -> None:
    main(["engines", "--format", "markdown"])
    assert capsys.readouterr().out in README.read_text("utf-8")
