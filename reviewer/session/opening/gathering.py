"""What is about to be opened: documents as they were found, which an editor can take apart and put together."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from reviewer.host.folders import shown
from reviewer.session.opening.file_names import natural
from reviewer.session.opening.finding_documents import FoundDocuments
from reviewer.session.opening.request import FilePair


class File(NamedTuple):
    """A file, and what it is called in its folder."""

    path: str
    name: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A document, or a file that is left over: then it has one side only, or is of neither."""

    source: File | None = None
    target: File | None = None
    other: File | None = None
    """A file of which it is not known whether it is a source or a translation."""
    bilingual: bool = False
    """Whether the source holds its translation, too."""

    @property
    def complete(self) -> bool:
        """Whether it is a document that can be opened."""
        return self.bilingual or (self.source is not None and self.target is not None)

    @property
    def files(self) -> tuple[File, ...]:
        """What it consists of."""
        return tuple(file for file in (self.source, self.target, self.other) if file)

    @property
    def order(self) -> tuple[bool, bool, object]:
        """Documents first, what is on neither side last, each by name."""
        return not self.complete, self.other is not None, natural(self.files[0].name)


class Gathering:
    """The list of documents to open, and of files that are left over."""

    def __init__(self, found: FoundDocuments) -> None:
        one, other = found.folders
        pairing = found.pairing
        entries = [Entry(_file(one, source), _file(other, target)) for source, target in pairing.pairs]
        entries += [Entry(_file(one, path), bilingual=True) for path in found.bilingual]
        entries += [Entry(source=_file(one, path)) for path in pairing.sources]
        entries += [Entry(target=_file(other, path)) for path in pairing.targets]
        entries += [Entry(other=_file(one, path)) for path in pairing.others]
        self.entries = sorted(entries, key=lambda entry: entry.order)

    @property
    def documents(self) -> list[FilePair]:
        """What would be opened."""
        return [
            FilePair(entry.source.path, entry.target.path if entry.target else None)
            for entry in self.entries
            if entry.complete and entry.source
        ]

    @property
    def can_be_swapped(self) -> bool:
        """Whether there is a document whose source and translation could be mistaken for each other."""
        return any(entry.source and entry.target for entry in self.entries)

    def take_apart(self, entry: Entry) -> None:
        """Leave the files of a document over, each on its side; a bilingual one as a whole."""
        apart = [Entry(other=entry.source)] if entry.bilingual else [Entry(entry.source), Entry(target=entry.target)]
        self._replace([entry], apart)

    def join(self, first: Entry, second: Entry) -> bool:
        """Make a document of two files that are left over; False where both are sources, or both translations.

        Where nothing tells which is which, the first is the source.
        """
        if first.complete or second.complete or first == second:
            return False
        if (first.source and second.source) or (first.target and second.target):
            return False
        if first.target or second.source:
            first, second = second, first
        self._replace([first, second], [Entry(first.source or first.other, second.target or second.other)])
        return True

    def swap(self) -> None:
        """Make all sources translations, and all translations sources."""
        swapped = [
            entry if entry.bilingual else Entry(entry.target, entry.source, entry.other) for entry in self.entries
        ]
        self._replace(self.entries, swapped)

    def _replace(self, gone: Sequence[Entry], come: Sequence[Entry]) -> None:
        left = [entry for entry in self.entries if entry not in gone]
        self.entries = sorted([*left, *come], key=lambda entry: entry.order)


def _file(folder: str, name: str) -> File:
    return File(os.path.join(folder, name), shown(name))
