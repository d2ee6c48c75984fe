"""A file, and a file with its translation; several of these make a project."""

from dataclasses import dataclass, field
from enum import StrEnum

DOCUMENT_RANKS = 1 << 52
"""Ranks that each document of a project has for its rows: those of document `k` lie from `k` times so many on.

A million rows fit with the gaps that import leaves for splits, and 2,048 documents into 64 bits.
"""

MOST_DOCUMENTS = 1 << 11


def document_of(rank: int) -> int:
    """Return the number, from 0, of the document that a row with this rank belongs to."""
    return rank // DOCUMENT_RANKS


class Origin(StrEnum):
    """What decided which paragraphs of a document belong together."""

    FILES = "files"
    """Something the files themselves say: one bilingual file, keys of strings, times of subtitles."""
    TEXTS = "texts"
    """The two texts, as well as could be told."""
    GLANCE = "glance"
    """A first pass over two long texts, still to be done over."""


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
    pairs_from: Origin = Origin.TEXTS
    exported: str = ""
    """Digest of what was last written over the translation, so that it may be written over again."""

    @property
    def bilingual(self) -> bool:
        """Whether both texts stand in one file, so that pairs cannot be repaired."""
        return self.source.path == self.target.path and self.source.digest == self.target.digest
