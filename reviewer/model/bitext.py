"""A file, and a file with its translation."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Document:
    """One file as it was when it was opened."""

    path: str
    """Absolute path, or empty where there is no file behind it."""
    format: str
    """Id of the format that reads and writes it."""
    language: str
    """BCP 47 tag."""
    digest: str
    """BLAKE2b-160 of the bytes, hexadecimal: tells whether the file changed on disk."""
    options: dict[str, str] = field(default_factory=dict)
    """What the reader found out and the writer needs: encoding, line ends, columns."""


@dataclass(frozen=True, slots=True)
class Bitext:
    """A source document and its translation; the same file twice where the format is bilingual."""

    title: str
    source: Document
    target: Document

    @property
    def bilingual(self) -> bool:
        """Whether both texts stand in one file, so that pairs cannot be repaired."""
        return self.source.path == self.target.path and self.source.digest == self.target.digest
