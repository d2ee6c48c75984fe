"""What left the machine: never the text itself."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sent:
    """One request to a translation engine, noted before it is made."""

    time: str
    """ISO 8601, UTC."""
    engine: str
    """Id of the engine."""
    host: str
    """Who received it."""
    characters: int
    """Length of the text that was sent; 0 where only languages were asked for."""
    source: str
    target: str
    """BCP 47 tags."""
    segments: tuple[str, ...]
    """Ids of the paragraphs with this text."""
