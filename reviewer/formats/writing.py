"""What writing has in common in all formats: when there is nothing to do, and what cannot be done."""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from typing import NamedTuple, final

from reviewer.formats.format import Content, UnitEdit, UnitInsert
from reviewer.model.errors import InputError


class Edits(NamedTuple):
    """What is to be written: new texts of units, and new paragraphs."""

    texts: Sequence[UnitEdit]
    inserts: Sequence[UnitInsert] = ()


class WritableFormat(ABC):
    """A format that is written back; see `format.Format`. One that is read only says so and refuses in `edited`."""

    id: str
    title: str
    extensions: tuple[str, ...]
    writable = True
    bilingual = False
    """Whether every file of it holds source and translation."""
    no_inserts = ""
    """Why no paragraph can be added and what to do instead; empty where one can."""

    @abstractmethod
    def sniff(self, data: bytes, name: str) -> float:
        """Return how sure it is, see `format.Format.sniff`."""

    @abstractmethod
    def read(self, data: bytes, options: Mapping[str, str]) -> Content:
        """Return the units, see `format.Format.read`."""

    @final
    def write(
        self,
        data: bytes,
        options: Mapping[str, str],
        edits: Sequence[UnitEdit],
        inserts: Sequence[UnitInsert] = (),
    ) -> bytes:
        """Return the file with the edits in it, see `format.Format.write`; without any, the very same bytes."""
        if inserts and self.no_inserts:
            raise InputError(self.no_inserts)
        return self.edited(data, options, Edits(edits, inserts)) if edits or inserts else data

    @abstractmethod
    def edited(self, data: bytes, options: Mapping[str, str], edits: Edits) -> bytes:
        """Return the file with at least one edit in it and every other byte as it was.

        Raises:
            InputError: an edit cannot be written; says which and what to do.
        """
