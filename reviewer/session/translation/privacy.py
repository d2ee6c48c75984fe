"""Whether the texts of a project may leave this machine."""

from collections.abc import Mapping
from typing import Any

from reviewer.model.errors import InputError

NEVER_SEND = "never-send"
"""Setting of a project: no text of it may leave this machine. Wins over everything."""


def forbid_if_private(settings: Mapping[str, Any]) -> None:
    """See that texts of a project may leave this machine.

    Raises:
        InputError: the project's settings say never.
    """
    if settings.get(NEVER_SEND):
        raise InputError("The texts of this project are never sent anywhere; its settings say so. Nothing was sent.")
