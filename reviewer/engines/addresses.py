"""Web addresses: whose they are, and whether one may stand for another."""

from urllib.parse import SplitResult, urlsplit


def host_of(address: str) -> str:
    """Return the host of a web address, with its port where one is named; empty where it is no web address."""
    parts = _parts(address)
    return parts.netloc.rpartition("@")[2] if parts else ""


def may_stand_for(other: str, address: str) -> bool:
    """Say whether one address may receive what was meant for another: same host, not in clear for encrypted."""
    before, after = _parts(address), _parts(other)
    if before is None or after is None or before.hostname != after.hostname:
        return False
    upgrade = before.scheme == "http" and after.scheme == "https"
    return upgrade or (before.scheme == after.scheme and before.port == after.port)


def _parts(address: str) -> SplitResult | None:
    try:
        parts = urlsplit(address)
        # Looking at the port finds out whether it is a number.
        return parts if parts.scheme in ("http", "https") and parts.hostname and parts.port != 0 else None
    except ValueError:
        return None
