"""Files of named strings: one language a file, a key for each text."""

from abc import abstractmethod
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from reviewer.formats.codes import CodeTable
from reviewer.formats.encoding import Decoded, decode
from reviewer.formats.format import Content, Unit
from reviewer.formats.writing import Edits, WritableFormat
from reviewer.model.segment import Kind


class Entry(NamedTuple):
    """A string of a file: its key and where it stands, without quotation marks."""

    key: str
    start: int
    end: int
    note: str = ""


class KeyedFormat(WritableFormat):
    """A format of named strings; subclasses find the entries and read and write literals."""

    no_inserts = "A string needs a key, which only the program that uses it can give it."

    @abstractmethod
    def entries(self, text: str) -> Iterable[Entry]:
        """Yield the strings of a file.

        Raises:
            InputError: it is not of this format; says where.
        """

    @abstractmethod
    def coder(self, decoded: Decoded) -> Callable[[], CodeTable]:
        """Return what makes the reader and writer of a literal; asked once a file, because it may look at all of it."""

    def decoded(self, data: bytes, options: Mapping[str, str]) -> Decoded:
        """Return the file as text."""
        return decode(data, options)

    def language(self, text: str) -> str | None:
        """Return the language the file says it is in."""
        return None

    def read(self, data: bytes, options: Mapping[str, str]) -> Content:
        """Return the strings, each under its key."""
        decoded = self.decoded(data, options)
        counts: dict[str, int] = {}
        units = []
        coder = self.coder(decoded)
        for entry in self.entries(decoded.text):
            counts[entry.key] = count = counts.get(entry.key, 0) + 1
            id = entry.key if count == 1 else f"{entry.key}#{count}"
            codes = coder()
            text = codes.read(decoded.text[entry.start : entry.end])
            units.append(Unit(id, text, None, Kind.STRING, note=entry.note, codes=tuple(codes.codes)))
        return Content(tuple(units), keyed=True, languages=(self.language(decoded.text), None), options=decoded.options)

    def edited(self, data: bytes, options: Mapping[str, str], edits: Edits) -> bytes:
        """Return the file with those strings changed; the escapes around an edit stay as they are written."""
        decoded = self.decoded(data, options)
        entries = list(self.entries(decoded.text))
        coder = self.coder(decoded)
        changes = []
        for edit in edits.texts:
            entry = entries[edit.index]
            inner = decoded.text[entry.start : entry.end]
            codes = coder()
            if codes.read(inner) != edit.text:
                changes.append((entry.start, entry.end, codes.write(inner, edit.text)))
        return decoded.spliced(changes)


def line_of(text: str, at: int) -> int:
    """Return the number of the line a place is in, from 1."""
    return text.count("\n", 0, at) + 1
