"""Wording that commands and the window share."""


def counted(count: int, what: str) -> str:
    """Return a number with what it counts: `1 place`, `1,200 places`."""
    return f"{count:,} {what}" + ("" if count == 1 else "s")
