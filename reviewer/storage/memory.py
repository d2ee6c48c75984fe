"""A project that is kept nowhere: for one-off checks and for tests."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from reviewer.model.bitext import Bitext
from reviewer.model.correction import Correction, Item, type_name
from reviewer.model.errors import Conflict, StorageError
from reviewer.model.segment import Segment
from reviewer.storage.packing import PackedSegment, pack, unpack
from reviewer.storage.store import Outline, Project


class MemoryStore:
    """Keeps a project for as long as the program runs."""

    path = ""

    def __init__(
        self,
        bitexts: Iterable[Bitext],
        rows: Iterable[PackedSegment],
        originals: Mapping[int, bytes] | None = None,
        settings: Mapping[str, Any] | None = None,
    ) -> None:
        self._bitexts = [*bitexts]
        self._segments = {row[1]: row for row in rows}
        self._originals = dict(originals or {})
        self._settings = dict(settings or {})
        self._items: dict[tuple[str, str], Item] = {}
        self._drafts: dict[str, str] = {}
        self._history: list[Correction] = []

    def load(self) -> Project:
        return Project(
            tuple(self._bitexts),
            sorted(self._segments.values()),
            tuple(self._items.values()),
            dict(self._drafts),
            tuple(Outline(c.number, c.verb, c.reverts) for c in self._history),
            dict(self._settings),
        )

    def append(self, correction: Correction, segments: Mapping[str, Segment]) -> None:
        for change in correction.changes:
            if change.type == "segment":
                self._expect(change.id, segments[change.id], change.before is not None, change.after is not None)
        for change in correction.changes:
            if change.type != "segment":
                key = (change.type, change.id)
                item = change.applied(self._items.get(key))
                self._items.pop(key, None)
                if item is not None:
                    self._items[type_name(item), item.id] = item
                continue
            self._drafts.pop(change.id, None)
            if change.after is None:
                del self._segments[change.id]
            else:
                self._segments[change.id] = pack(segments[change.id])
        self._history.append(correction)

    def draft(self, segment: str, text: str | None) -> None:
        if text is None:
            self._drafts.pop(segment, None)
        else:
            self._drafts[segment] = text

    def remember(self, settings: Mapping[str, Any]) -> None:
        self._settings.update(settings)

    def describe(self, bitexts: Mapping[int, Bitext]) -> None:
        for document, bitext in bitexts.items():
            self._bitexts[document] = bitext

    def add(self, bitexts: Sequence[Bitext], rows: Iterable[PackedSegment], originals: Mapping[int, bytes]) -> None:
        self._bitexts += bitexts
        self._segments.update((row[1], row) for row in rows)
        self._originals.update(originals)

    def renew(
        self, document: int, bitext: Bitext, original: bytes, correction: Correction, segments: Mapping[str, Segment]
    ) -> None:
        self.append(correction, segments)
        self._bitexts[document] = bitext
        self._originals[document] = original

    def history(self, segment: str | None = None, number: int | None = None) -> Sequence[Correction]:
        return [
            c
            for c in self._history
            if (segment is None or segment in c.segments) and (number is None or number == c.number)
        ]

    def authors(self) -> Mapping[str, frozenset[str]]:
        names = {c.author for c in self._history}
        return {n: frozenset(s for c in self._history if c.author == n for s in c.segments) for n in names}

    def original(self, document: int) -> bytes:
        if document not in self._originals:
            raise StorageError(f"The translation of “{self._bitexts[document].title}” is not at hand. Open it again.")
        return self._originals[document]

    def copy_to(self, path: str) -> None:
        raise StorageError("Nothing was saved: this review is kept in memory only. Open it with a project file.")

    def close(self) -> None:
        """Nothing to let go of."""

    def _expect(self, id: str, segment: Segment, was_there: bool, stays: bool) -> None:
        row = self._segments.get(id)
        revision = unpack(row).revision if row else None
        expected = None if not was_there else segment.revision - 1 if stays else segment.revision
        if revision != expected:
            raise Conflict(f"Paragraph {id} was changed elsewhere meanwhile. Nothing was overwritten.")
