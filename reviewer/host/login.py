"""Who is at the machine."""

import getpass


def login_name() -> str:
    """Return the name the editor is logged in by; empty where nobody can tell."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""
