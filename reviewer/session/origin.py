"""Where the pairs of a review come from."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

PAIRS_FROM = "pairs_from"
"""Setting: an `Origin`."""


class Origin(StrEnum):
    """What decided which paragraphs belong together."""

    FILES = "files"
    """Something the files themselves say: one bilingual file, keys of strings, times of subtitles."""
    TEXTS = "texts"
    """The two texts, as well as could be told."""
    GLANCE = "glance"
    """A first pass over two long texts, still to be done over."""

    @classmethod
    def of(cls, settings: Mapping[str, Any]) -> "Origin":
        """Return where the pairs of a project with these settings come from."""
        return cls(settings.get(PAIRS_FROM, cls.TEXTS))
