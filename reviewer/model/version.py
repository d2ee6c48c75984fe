"""What a translation engine says about a paragraph."""

from dataclasses import dataclass
from enum import StrEnum


class Way(StrEnum):
    """Which way a paragraph was translated."""

    FORTH = "forth"
    """The source, into the language of the translation."""
    BACK = "back"
    """The target, back into the language of the source, to see what it really says."""


@dataclass(frozen=True, slots=True)
class Version:
    """One engine's translation of a paragraph, on its way, there, or refused. It is part of nothing that is saved."""

    segment: str
    engine: str
    """Id of the engine."""
    title: str
    """What the engine is called."""
    way: Way
    asked: str
    """The text that was sent; the version says nothing about any other."""
    text: str = ""
    """The translation; empty where there is none."""
    trouble: str = ""
    """A sentence why there is none."""
    notes: tuple[str, ...] = ()
    """Sentences about the translation: what to look at."""

    @property
    def waiting(self) -> bool:
        """Whether the engine has not answered yet."""
        return not self.text and not self.trouble
