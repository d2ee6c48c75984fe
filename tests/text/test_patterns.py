"""Regular expressions mean the same in every Python that is supported."""

import re
from pathlib import Path

import reviewer

POSSESSIVE_GROUP = re.compile(r"(?<!\\)\)(?:[*+?]|\{[0-9,]+\})\+")


def test_no_group_is_repeated_possessively() -> None:
    """Before Python 3.11.5 such a repeat keeps half of a group (cpython 106052); `(?>(?:…)*)` says the same."""
    modules = Path(reviewer.__file__).parent.rglob("*.py")
    lines = [line for module in modules for line in module.read_text("utf-8").splitlines()]
    assert [line for line in lines if POSSESSIVE_GROUP.search(line)] == []
