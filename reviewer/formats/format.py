"""What a file format is: bytes in, units out; bytes and corrections in, bytes out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from reviewer.model.declared import declared
from reviewer.model.segment import CODE_BASE, Code, Kind, State, is_code


class Unit(NamedTuple):
    """One paragraph, cell, cue or translation unit of a file.

    In a monolingual format `text` is the paragraph. In a bilingual one `source` is the source text and
    `text` the translation. A line break inside a text is "\\n", whatever the file has there. Inline codes
    stand in texts as `chr(CODE_BASE + k)`, see `model.segment.Code`; in a bilingual unit both sides number
    the same code alike, and `codes` begins with all of `source_codes`, so that a code the translation lost
    can be put back.

    (A named tuple because a large file has a million of them: a frozen dataclass takes three times as long
    to make.)
    """

    id: str
    text: str
    source: str | None = None
    kind: Kind = Kind.PARAGRAPH
    level: int = 0
    state: State | None = None
    note: str = ""
    locked: bool = False
    codes: tuple[Code, ...] = ()
    source_codes: tuple[Code, ...] = ()


@dataclass(frozen=True, slots=True)
class Content:
    """What a reader found in a file.

    `options` is what the reader found out and the writer (and the editor) should know: `encoding`,
    `newline`, `bom`, chosen columns. Reading again with the same options gives the same units.
    """

    units: Sequence[Unit]
    bilingual: bool = False
    keyed: bool = False
    """Whether ids are keys, so that units of two files with the same id belong together."""
    languages: tuple[str | None, str | None] = (None, None)
    """BCP 47 tags of source and target, as the file declares them; a monolingual file uses the first."""
    options: Mapping[str, str] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    """Sentences for the import report: what was left out and why."""
    words_in_file: int | None = None
    """Words of running text the raw file holds by an independent count, where that can be told."""


@dataclass(frozen=True, slots=True)
class UnitEdit:
    """A unit's new text, and its new state where the format can hold one."""

    index: int
    """Which unit, zero-based, in the order `read` gave them."""
    text: str
    state: State | None = None


@dataclass(frozen=True, slots=True)
class UnitInsert:
    """A new paragraph behind unit `after` (-1: before the first)."""

    after: int
    text: str


def spelled(text: str, codes: Sequence[Code]) -> str:
    """Return a text with each code replaced by what it is, so that texts numbered differently compare.

    Codes are numbered as they come, so a tag that was moved or taken out renumbers the others.
    """
    if text.isascii():
        return text
    return "".join(_spelled(char, codes) if is_code(char) else char for char in text)


def _spelled(char: str, codes: Sequence[Code]) -> str:
    number = ord(char) - CODE_BASE
    return f"‹{codes[number].kind}:{codes[number].label}›" if number < len(codes) else char


class Format(Protocol):
    """A file format. Pure: no file is opened, no process started, no address fetched.

    A file in a room of `reviewer/formats/` declares one as `FORMAT = ...`; a package of its own does so through
    the entry point group `reviewer.formats`.
    """

    id: str
    title: str
    extensions: tuple[str, ...]
    """Without the dot, most usual first. Names only help where contents leave a doubt."""
    writable: bool

    def sniff(self, data: bytes, name: str) -> float:
        """Return how sure it is that the bytes are of this format: 0 (no) to 1 (certain)."""
        ...

    def read(self, data: bytes, options: Mapping[str, str]) -> Content:
        """Return the units of a file.

        `options` override what would be found out: encoding and line ends, delimiter, sheet and columns of a table.

        Raises:
            InputError: the bytes are not a usable file of this format; says where and what to do.
        """
        ...

    def write(
        self,
        data: bytes,
        options: Mapping[str, str],
        edits: Sequence[UnitEdit],
        inserts: Sequence[UnitInsert] = (),
    ) -> bytes:
        """Return the file with those units changed and every other byte as it was.

        Raises:
            InputError: an edit cannot be written (read-only format, locked unit, text the encoding
                cannot hold); says which and what to do.
        """
        ...


def all_formats() -> tuple[Format, ...]:
    """Return every format that declares itself, ours and those of installed plug-ins."""
    return declared("reviewer.formats", "FORMAT")[0]
