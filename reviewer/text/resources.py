"""Where the data files that come with the program are."""

from functools import cache
from pathlib import Path

from reviewer.model.errors import InputError

_INSTALLED = Path(__file__).resolve().parent.parent / "_resources"
_CHECKOUT = _INSTALLED.parent.parent / "resources"


@cache
def resource(name: str) -> Path:
    """Return the path of a data file, given by its name below `resources/`.

    Raises:
        InputError: the file did not come with this installation.
    """
    for folder in (_INSTALLED, _CHECKOUT):
        path = folder / name
        if path.exists():
            return path
    raise InputError(f"The data file “{name}” is missing from this installation. Please install it again.")
