"""A project that is made while the editor is at work already."""

import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from reviewer.model.bitext import Bitext
from reviewer.model.correction import Correction
from reviewer.model.segment import Segment
from reviewer.storage.packing import PackedSegment
from reviewer.storage.store import Project, Store


class LaterStore:
    """Makes its store on first use, so that a long document is on the desk before its file is written.

    Until then nothing is on disk and nothing says so: whoever is told “saved” was told after a call
    that made the store.
    """

    def __init__(self, path: str, make: Callable[[], Store]) -> None:
        self.path = path
        self._make: Callable[[], Store] | None = make
        self._made: Store | None = None
        self._mutex = threading.Lock()

    @property
    def _store(self) -> Store:
        with self._mutex:
            if self._made is None:
                assert self._make
                self._made = self._make()
                # What it was made from may be large and is on disk now.
                self._make = None
            return self._made

    def load(self) -> Project:
        return self._store.load()

    def append(self, correction: Correction, segments: Mapping[str, Segment]) -> None:
        self._store.append(correction, segments)

    def draft(self, segment: str, text: str | None) -> None:
        self._store.draft(segment, text)

    def remember(self, settings: Mapping[str, Any]) -> None:
        self._store.remember(settings)

    def describe(self, bitexts: Mapping[int, Bitext]) -> None:
        self._store.describe(bitexts)

    def add(self, bitexts: Sequence[Bitext], rows: Iterable[PackedSegment], originals: Mapping[int, bytes]) -> None:
        self._store.add(bitexts, rows, originals)

    def renew(
        self, document: int, bitext: Bitext, original: bytes, correction: Correction, segments: Mapping[str, Segment]
    ) -> None:
        self._store.renew(document, bitext, original, correction, segments)

    def history(self, segment: str | None = None, number: int | None = None) -> Sequence[Correction]:
        # Before there is a file there is no history, and asking for it need not wait for one.
        return tuple(self._made.history(segment, number)) if self._made else ()

    def authors(self) -> Mapping[str, frozenset[str]]:
        return self._made.authors() if self._made else {}

    def original(self, document: int) -> bytes:
        return self._store.original(document)

    def copy_to(self, path: str) -> None:
        self._store.copy_to(path)

    def close(self) -> None:
        self._store.close()
