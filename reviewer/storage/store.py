"""The seam between a session and where its project is kept."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from reviewer.model.bitext import Bitext
from reviewer.model.correction import Correction, Item
from reviewer.model.segment import Segment
from reviewer.storage.packing import PackedSegment


@dataclass(frozen=True, slots=True)
class Outline:
    """The history as undo needs it: what happened, without what it did."""

    number: int
    verb: str
    reverts: int | None


@dataclass(frozen=True, slots=True)
class Project:
    """All that a session needs to begin."""

    bitexts: tuple[Bitext, ...]
    """Its documents, in order; see `model.bitext.document_of` for which rows are whose."""
    rows: Sequence[PackedSegment]
    """In order, document after document."""
    items: tuple[Item, ...]
    """Comments, dismissals and issues."""
    drafts: Mapping[str, str]
    """Segment id → text that was being typed when the program last stopped."""
    outline: tuple[Outline, ...]
    settings: Mapping[str, Any]


class Store(Protocol):
    """A place that keeps one project. Calls come from one thread at a time, in order.

    Every method raises `StorageError` with a sentence for the editor where the place fails it.
    """

    path: str
    """Where the project is, for the editor; empty where it is kept nowhere."""

    def load(self) -> Project:
        """Return the project as it was last saved."""
        ...

    def append(self, correction: Correction, segments: Mapping[str, Segment]) -> None:
        """Store a correction and the segments it leaves, in one transaction, on disk when it returns.

        `segments` holds each segment the correction changed or made, as it is now, and each it took
        out, as it was. Drafts of these segments are forgotten.

        Raises:
            Conflict: a stored segment has another revision than the one before the correction.
        """
        ...

    def draft(self, segment: str, text: str | None) -> None:
        """Store the text being typed into a segment, or forget it (None)."""
        ...

    def remember(self, settings: Mapping[str, Any]) -> None:
        """Store settings of the project (JSON values), adding to those there are."""
        ...

    def describe(self, bitexts: Mapping[int, Bitext]) -> None:
        """Store what the project says of some documents, by number: languages, paths, digests."""
        ...

    def add(self, bitexts: Sequence[Bitext], rows: Iterable[PackedSegment], originals: Mapping[int, bytes]) -> None:
        """Store documents behind those there are, in one transaction.

        Ids of the rows are new, their ranks those of the documents' numbers; `originals` is by these numbers too.
        """
        ...

    def renew(
        self, document: int, bitext: Bitext, original: bytes, correction: Correction, segments: Mapping[str, Segment]
    ) -> None:
        """Store that a document was read again: what is said of it, the bytes it is written from, and what became of
        its rows (see `append`), in one transaction."""
        ...

    def history(self, segment: str | None = None, number: int | None = None) -> Iterable[Correction]:
        """Return corrections in order: all, those of one segment, or one by number."""
        ...

    def authors(self) -> Mapping[str, frozenset[str]]:
        """Return who made corrections, and which segments each touched."""
        ...

    def original(self, document: int) -> bytes:
        """Return the bytes that a document is written from: those of its translation as it came."""
        ...

    def copy_to(self, path: str) -> None:
        """Write a complete copy of the project to another place, atomically."""
        ...

    def close(self) -> None:
        """Let go of the place; it can be opened again."""
        ...
