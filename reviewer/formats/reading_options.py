"""What an editor can choose about how a file is read, each choice with a look at what comes of it."""

import codecs
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from reviewer.formats.detect import by_id
from reviewer.formats.tables.columns import letters_of
from reviewer.model.errors import InputError

ENCODINGS = (
    "utf-8", "utf-16-le", "utf-16-be", "windows-1252", "iso8859-15", "windows-1250", "windows-1251", "koi8-r", "koi8-u",
    "windows-1253", "windows-1254", "windows-1255", "windows-1256", "windows-1257", "windows-1258", "mac-roman",
    "cp437", "cp850", "cp866", "shift_jis", "euc_jp", "gb18030", "big5", "euc_kr", "tis-620",
)  # fmt: skip
"""Those of the WHATWG Encoding Standard that whole languages were written in, and the DOS code pages beside them."""
NEWLINES = {"lf": "LF (Unix, macOS)", "crlf": "CRLF (Windows)", "cr": "CR (Mac OS 9)"}
TABLES = frozenset({"csv", "xlsx", "docx-table"})
"""Formats whose columns can be chosen."""
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")
_SAMPLE = 4096
_WIDEST = 26
_SHOWN = 60


class Preview(NamedTuple):
    """A value of an option and what the file looks like with it."""

    value: str
    look: str


def encodings(data: bytes) -> Iterator[Preview]:
    """Yield the encodings a file can be read in, with its first words that are not ASCII."""
    first = _BEYOND_ASCII.search(data)
    start = 0 if first is None or b"\0" in data[:64] else data.rfind(b"\n", 0, first.start()) + 1
    for encoding in ENCODINGS:
        try:
            text = codecs.getincrementaldecoder(encoding)().decode(data[start : start + _SAMPLE])
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            at = next((place for place, char in enumerate(text) if char > "~"), 0)
            yield Preview(encoding, " ".join(text[max(0, at - _SHOWN // 2) :][:_SHOWN].split()))


def columns(format: str, data: bytes, options: Mapping[str, str]) -> Iterator[Preview]:
    """Yield the columns of a table by their letters, with the first texts in each."""
    kept = {name: options[name] for name in ("encoding", "delimiter", "sheet") if name in options}
    for number in range(_WIDEST):
        letter = letters_of(number)
        try:
            units = by_id(format).read(data, {**kept, "target": letter, "header": "no"}).units
        except InputError:
            return
        texts = [unit.text for unit in units[:200] if unit.text]
        if texts:
            yield Preview(letter, " · ".join(" ".join(text.split()) for text in texts[:4])[:_SHOWN])
