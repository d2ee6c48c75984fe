"""Telling which format a file is in, by what is in it."""

import re
from collections.abc import Iterable

from reviewer.formats.encoding import head_of, looks_like_text
from reviewer.formats.format import Format, all_formats
from reviewer.formats.markup import local, root_of
from reviewer.formats.plain import plain_text
from reviewer.model.declared import is_extended
from reviewer.model.errors import InputError

MAX_BYTES = 1 << 30
"""Largest file that is opened, in bytes; ask the file system before reading it."""

TOLD = 0.5
"""How sure a format is at least that knows a file by more than that it is text."""
_STRUCTURE = re.compile(r"\A[\s\ufeff]*(?:[<{\[#!]|/[*/]|---|WEBVTT|[^\n]*=)|\"\s*=|-->|%PDF|\bmsgid\b")
"""One of these stands in the beginning of every text that a format of ours other than plain text is surer of."""
_HEAD = 1 << 16
"""Bytes of a file that formats look for such signs in."""
_TERMBASES = frozenset(("martif", "tbx", "mtf"))
_PACKAGES: tuple[tuple[bytes, str], ...] = (
    (b"ppt/presentation.xml", "This is a presentation. Save its text as DOCX and open that."),
    (b"xl/workbook.bin", "This is a binary workbook of Excel. Save it as XLSX and open that."),
    (b"opendocument.spreadsheet", "This is an OpenDocument spreadsheet. Save it as XLSX or CSV and open that."),
    (b"opendocument.presentation", "This is a presentation. Save its text as ODT and open that."),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RTF = b"{\\rtf"
_REFUSED: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG", "This is a picture. Open the text it shows as a document."),
    (b"\xff\xd8\xff", "This is a picture. Open the text it shows as a document."),
    (b"GIF8", "This is a picture. Open the text it shows as a document."),
    (b"\x1f\x8b", "This is a gzip archive. Unpack it and open the file inside."),
    (b"BZh", "This is a bzip2 archive. Unpack it and open the file inside."),
    (b"\xfd7zXZ", "This is an xz archive. Unpack it and open the file inside."),
    (b"7z\xbc\xaf", "This is a 7-Zip archive. Unpack it and open the file inside."),
    (b"Rar!", "This is a RAR archive. Unpack it and open the file inside."),
    (b"MZ", "This is a program, not a document."),
    (b"\x7fELF", "This is a program, not a document."),
    (b"SQLite format 3\0", "This is a database. Open a project with `reviewer open FILE.review`."),
)


def detect(data: bytes, name: str = "", formats: Iterable[Format] | None = None) -> Format:
    """Return the format a file is in.

    The contents decide; `name` (a file name, its ending) helps where they leave a doubt.

    Raises:
        InputError: no format reads it, or it is too large; says what the file is and what to do.
    """
    if len(data) > MAX_BYTES:
        raise InputError(too_large(len(data)))
    if formats is None and not is_extended("reviewer.formats") and _is_running_text(data, name):
        # What most files are is told without loading all other formats.
        return plain_text.FORMAT
    known = tuple(all_formats() if formats is None else formats)
    sure, _, best = max(
        ((_sureness(each, data, name), _named(each, name), each) for each in known), key=lambda entry: entry[:2]
    )
    if sure < TOLD and (sentence := _marked_up(data)):
        raise InputError(sentence)
    if sure > 0:
        return best
    raise InputError(_why_not(data))


def _sureness(format: Format, data: bytes, name: str) -> float:
    """Return how sure a format is that a file is in it; one of a plug-in that fails is not at all."""
    try:
        return format.sniff(data, name)
    except Exception:  # whatever a stranger's code raises
        return 0.0


def too_large(size: int) -> str:
    """Return the sentence that refuses a file of so many bytes."""
    return (
        f"The file is {size / (1 << 20):,.0f} MB large; files above {MAX_BYTES >> 20:,} MB are not opened. "
        "Split it and open the parts."
    )


def by_id(id: str) -> Format:
    """Return the format of that id.

    Raises:
        InputError: no format has it; a plug-in may be missing.
    """
    for each in all_formats():
        if each.id == id:
            return each
    raise InputError(f"No file format “{id}” is installed. Install the package that adds it.")


def _is_running_text(data: bytes, name: str) -> bool:
    """Say whether a file is named a plain text and has nothing by which it could be anything else."""
    if not _named(plain_text.FORMAT, name) or data.startswith(b"PK") or not looks_like_text(data):
        return False
    return _STRUCTURE.search(head_of(data, _HEAD)) is None


def _named(each: Format, name: str) -> bool:
    return name.lower().endswith(tuple(f".{extension}" for extension in each.extensions))


def _marked_up(data: bytes) -> str:
    """Return why a text that is markup of a known kind is not opened as it stands; empty for any other text."""
    if data.startswith(_RTF):
        return "RTF cannot be opened. Save it as DOCX or ODT and open that."
    root = local(root_of(head_of(data).lstrip("\ufeff \t\r\n")))
    if root.lower() in _TERMBASES:
        return "This is a termbase (TBX), not a text. Open a translation, then choose it with File › Termbase…."
    return ""


def _why_not(data: bytes) -> str:
    for signature, sentence in _REFUSED:
        if data.startswith(signature):
            return sentence
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            return "The document is protected by a password. Save a copy without one and open that."
        return "This is a document of an old Office version. Save it as DOCX or XLSX and open that."
    if data.startswith(b"PK"):
        for mark, sentence in _PACKAGES:
            if mark in data:
                return sentence
        return "This is a ZIP archive, but none of a document. Unpack it and open the file inside."
    return "This is not a text or a document of a known format. Export it as DOCX, HTML or text and open that."
