"""Keys and addresses of services: in the system's keyring, or in environment variables, nowhere else."""

import os

from reviewer.model.errors import StorageError

_SERVICE = "reviewer"
"""The name that the system's keyring shows them under."""


def credential(account: str, name: str, variable: str) -> str:
    """Return what is set, empty where nothing is; an environment variable goes before the keyring.

    May take long, or have the system ask the editor to unlock the keyring: not for the GUI thread.
    """
    if value := os.environ.get(variable, "").strip():
        return value
    # Loading it looks through everything installed for keyrings: only where it is needed.
    import keyring

    try:
        return keyring.get_password(_SERVICE, f"{account}/{name}") or ""
    except Exception:  # whatever a system's keyring raises, among it that there is none or that it stays locked
        return ""


def keep_credential(account: str, name: str, variable: str, value: str) -> None:
    """Put something into the system's keyring, or take it out with an empty value.

    Raises:
        StorageError: the system has no keyring, or it stays locked.
    """
    import keyring
    from keyring.errors import PasswordDeleteError

    kept = True
    try:
        if value:
            keyring.set_password(_SERVICE, f"{account}/{name}", value)
        else:
            keyring.delete_password(_SERVICE, f"{account}/{name}")
    except PasswordDeleteError:
        return  # it was not there
    except Exception:
        # Not chained: the error of a keyring may quote what it was given.
        kept = False
    if not kept:
        raise StorageError(
            f"The system's keyring did not take it. Unlock it and try again, or set {variable} before the start."
        )
