"""The documents of a project as a list: what each is called, and how far its review is."""

import os
from collections.abc import Sequence
from dataclasses import dataclass

from reviewer.model.bitext import Bitext
from reviewer.model.finding import Severity
from reviewer.model.segment import State
from reviewer.session.findings import FindingBook
from reviewer.session.rows import Rows


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One document of the list."""

    number: int
    """Its place in the project, from 0."""
    title: str
    name: str
    """What tells it from the others; see `names_of`."""
    first: str
    """Id of its first row; empty where it has none."""
    rows: int
    done: int
    """How many rows an editor has decided about."""
    findings: int
    """How many are open, hints not counted."""
    worst: Severity | None
    """The gravest of its open findings; None where there is none, not even a hint."""


class DocumentBook(Sequence[DocumentRow]):
    """The list; what it says is counted as things happen, so that asking takes no time in a document of any length."""

    def __init__(self, bitexts: Sequence[Bitext], rows: Rows, findings: FindingBook) -> None:
        self._rows = rows
        self._findings = findings
        self._done = [self._decided(document) for document in range(len(bitexts))]
        self._stood: dict[int, str] = {}
        self.describe(bitexts)

    def __len__(self) -> int:
        return len(self._done)

    def __getitem__(self, number: int) -> DocumentRow:  # type: ignore[override]
        title, name = self._titles[number], self.names[number]
        numbers = self._rows.of_document(number)
        first = next(self._rows.ids(numbers[:1]), "")
        open_ones = self._findings.by_document[number]
        worst = max((severity for severity in Severity if open_ones[severity]), key=lambda s: s.rank, default=None)
        count = open_ones.total() - open_ones[Severity.NEUTRAL]
        return DocumentRow(number, title, name, first, len(numbers), self._done[number], count, worst)

    def describe(self, bitexts: Sequence[Bitext]) -> None:
        """Take what the documents are called."""
        self._titles = [bitext.title for bitext in bitexts]
        self.names = names_of(bitexts)
        """What tells the documents apart, in order."""

    def stand(self, id: str) -> None:
        """Take note that the editor is at a row."""
        self._stood[self._rows.document_of(id)] = id

    def entry(self, number: int) -> str:
        """Return the row to begin with in a document: where the editor stood last, else the first that nobody has
        decided about, else the first; empty where it has none."""
        if self._rows.has(stood := self._stood.get(number, "")):
            return stood
        numbers = self._rows.of_document(number)
        undecided = (id for id, state, _ in self._rows.states(numbers) if not State(state).done)
        return next(undecided, next(self._rows.ids(numbers[:1]), ""))

    @property
    def reviewed(self) -> int:
        """How many paragraphs of all documents an editor has decided about."""
        return sum(self._done)

    def tally(self, rank: int, state: State, by: int) -> None:
        """Take note of a row that came (1) or went (-1) in a state."""
        if state.done:
            self._done[self._rows.document_at(rank)] += by

    def _decided(self, document: int) -> int:
        tally = self._rows.tally(self._rows.of_document(document))
        return sum(count for (state, _), count in tally.items() if state.done)


def names_of(bitexts: Sequence[Bitext]) -> list[str]:
    """Return what tells documents apart: the paths of their translations as seen from the folder they share.

    A document without a file is called by its title. The parts of a path are joined by `/` on every system.
    """
    known = [bitext.target.path or bitext.source.path for bitext in bitexts]
    paths = [path and os.path.normpath(path) for path in known]
    shared = common_folder([path for path in paths if path])
    return [
        os.path.relpath(path, shared).replace(os.sep, "/") if path and shared else path or bitext.title
        for path, bitext in zip(paths, bitexts, strict=True)
    ]


def common_folder(paths: Sequence[str]) -> str:
    """Return the folder that absolute paths share; empty where there is none, as on two drives."""
    try:
        return os.path.commonpath([os.path.dirname(path) for path in paths])
    except ValueError:
        return ""
