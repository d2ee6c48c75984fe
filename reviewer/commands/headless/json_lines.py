"""Files of other programs with one JSON object a line."""

import json
from collections.abc import Iterator
from typing import Any

from reviewer.host.files import read_file
from reviewer.model.errors import InputError


def read_text(path: str) -> str:
    """Return a text file in UTF-8.

    Raises:
        InputError: it cannot be read, or is in another encoding.
    """
    try:
        return read_file(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{path} is not in UTF-8 (byte {error.start}). Save it as UTF-8.") from None


def read_objects(path: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield the objects of a file with the numbers of their lines, from 1; empty lines are passed over.

    Raises:
        InputError: the file cannot be read, or a line is no object; says which.
    """
    for number, line in enumerate(read_text(path).split("\n"), start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except ValueError:
            record = None
        if not isinstance(record, dict):
            raise InputError(f"{path}, line {number}: not a JSON object.")
        yield number, record
