"""Brings traditional and simplified Chinese together, character by character.

The pairs are Unicode's (Unihan, `kSimplifiedVariant`), in `resources/readings/`, made by `resources/build/readings.py`.
"""

from functools import cache, lru_cache

from reviewer.text.resources import resource


@lru_cache(maxsize=256)
def simplified(text: str) -> str:
    """Return a text as mainland China writes it, of the same length; the way back is not as plain (发: 發, 髮)."""
    return text if text.isascii() else text.translate(_simplified())


@cache
def _simplified() -> dict[int, str]:
    lines = resource("readings/simplified.txt").read_text("utf-8").splitlines()
    return {ord(pair[0]): pair[1] for pair in lines}
