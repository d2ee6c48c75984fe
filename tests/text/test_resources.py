"""Data files are found, and a missing one is explained."""

import pytest

from reviewer.model.errors import InputError
from reviewer.text.resources import resource


def test_a_data_file_is_found() -> None:
    assert resource("abbreviations.toml").is_file()


def test_a_missing_data_file_is_named() -> None:
    with pytest.raises(InputError, match="no-such-file"):
        resource("no-such-file.bin")
