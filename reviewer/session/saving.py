"""Getting every act onto the disk, in order, and saying truthfully whether it is there."""

from collections import deque
from collections.abc import Callable, Mapping
from typing import Any

from reviewer.host.jobs import Lane, Outcome
from reviewer.model.bitext import Bitext
from reviewer.model.correction import Correction
from reviewer.model.errors import ReviewerError, StorageError
from reviewer.model.segment import Segment
from reviewer.storage.store import Store

BEFORE = ".before"
"""Added to the name of a project for what it was before its files were read anew."""


class Saver:
    """Hands acts to the store one at a time; one that fails stays first in line until it is on disk."""

    def __init__(self, store: Store, lane: Lane, changed: Callable[[], None]) -> None:
        self.store = store
        self.trouble: ReviewerError | None = None
        """Why the oldest unsaved act is not saved; None while all goes well."""
        self.saved_number = 0
        """Number of the last correction that is on disk; 0 before the first."""
        self._lane = lane
        self._changed = changed
        self._waiting: deque[tuple[Callable[[Store], None], Correction | None]] = deque()

    @property
    def saved(self) -> bool:
        """Whether everything is on disk."""
        return not self._waiting

    @property
    def unsaved(self) -> tuple[Correction, ...]:
        """Corrections that are not on disk yet, oldest first."""
        return tuple(correction for _, correction in tuple(self._waiting) if correction)

    def append(self, correction: Correction, segments: Mapping[str, Segment]) -> None:
        """Store a correction; see `Store.append`."""
        self._enqueue(lambda store: store.append(correction, segments), correction)

    def renew(
        self, document: int, bitext: Bitext, original: bytes, correction: Correction, segments: Mapping[str, Segment]
    ) -> None:
        """Store that a document was read again; a copy of the project as it was is kept beside it."""

        def act(store: Store) -> None:
            if store.path:
                store.copy_to(f"{store.path}{BEFORE}")
            store.renew(document, bitext, original, correction, segments)

        self._enqueue(act, correction)

    def draft(self, segment: str, text: str | None) -> None:
        """Store the text being typed into a segment, or forget it."""
        self._enqueue(lambda store: store.draft(segment, text), None)

    def remember(self, settings: Mapping[str, Any]) -> None:
        """Store settings of the project."""
        self._enqueue(lambda store: store.remember(settings), None)

    def describe(self, bitexts: Mapping[int, Bitext]) -> None:
        """Store what the project says of some documents, by number."""
        self._enqueue(lambda store: store.describe(bitexts), None)

    def retry(self) -> None:
        """Try again what failed."""
        self._lane.submit(self._drain, self._report)

    def move_to(self, path: str, open_store: Callable[[str], Store]) -> None:
        """Copy all that is saved so far to another place and go on there; what waits is saved there."""

        def move() -> None:
            old = self.store
            try:
                old.copy_to(path)
                self.store = open_store(path)
            except ReviewerError as error:
                self.trouble = error
                return
            old.close()
            self._drain()

        self._lane.submit(move, self._report)

    def close(self) -> None:
        """Wait for everything to be on disk and let go of the project.

        Raises:
            StorageError: something could not be saved.
        """
        self._lane.submit(self._drain, lambda outcome: None)
        self._lane.close()
        self.store.close()
        if self._waiting:
            raise StorageError(str(self.trouble))

    def _enqueue(self, act: Callable[[Store], None], correction: Correction | None) -> None:
        self._waiting.append((act, correction))
        self._changed()
        self.retry()

    def _drain(self) -> None:
        """Save what waits, oldest first, until something fails. Runs on the lane."""
        while self._waiting:
            try:
                self._waiting[0][0](self.store)
            except ReviewerError as error:
                self.trouble = error
                return
            except Exception as error:
                self.trouble = StorageError(f"Saving failed unexpectedly ({type(error).__name__}: {error}).")
                raise
            _, correction = self._waiting.popleft()
            if correction:
                self.saved_number = correction.number
        self.trouble = None

    def _report(self, outcome: Outcome) -> None:
        self._changed()
        if outcome.error is not None:
            raise outcome.error
