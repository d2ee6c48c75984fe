"""The only event there is."""

from dataclasses import dataclass
from enum import Flag, auto


class Aspect(Flag):
    """What about the rows changed."""

    TEXT = auto()
    STATE = auto()
    FINDINGS = auto()
    COMMENTS = auto()
    ORDER = auto()
    """Rows came, went or moved; row numbers known before are stale."""
    FILTER = auto()
    CURRENT = auto()
    SAVED = auto()
    SETTINGS = auto()
    FACTS = auto()
    """What the document tells, or what of it an editor accepted."""
    VERSIONS = auto()
    """What translation engines say about paragraphs."""


@dataclass(frozen=True, slots=True)
class Changed:
    """Which segments changed, and in what respect. No ids means: any of them."""

    segments: tuple[str, ...]
    aspects: Aspect
