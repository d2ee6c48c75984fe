"""What a file is likely to be, by its name and its first bytes: for the many files of a folder."""

import os
from enum import Enum

from reviewer.formats.detect import TOLD, detect
from reviewer.formats.format import all_formats
from reviewer.formats.writing import WritableFormat
from reviewer.model.errors import InputError
from reviewer.text.named_languages import is_language

HEAD = 1 << 14
"""Bytes from the beginning of a file that are enough to look at."""

_PACKAGE = b"PK\x03\x04"
_TABLES = frozenset("docx xlsx xlsm csv tsv tab".split())


class Look(Enum):
    """What a file is likely to be."""

    DOCUMENT = "document"
    BILINGUAL = "bilingual"
    """A document and its translation in one file."""
    TABLE = "table"
    """A document that may hold its translation, too: only reading it tells."""
    NONE = "none"


def first_look(head: bytes, name: str) -> Look:
    """Say what a file is likely to be, given its name and its first `HEAD` bytes."""
    ending = os.path.splitext(name)[1].lstrip(".").lower()
    claimed = [each for each in all_formats() if ending in each.extensions]
    if head.startswith(_PACKAGE):
        # What is in it stands at its end.
        return _by_name(ending) if claimed else Look.NONE
    try:
        found = detect(head, name)
    except InputError:
        return Look.NONE
    if isinstance(found, WritableFormat) and found.bilingual:
        return Look.BILINGUAL
    if ending in found.extensions:
        return _by_name(ending)
    # Any text is plain text: without more to tell it by, it may be a program, unless its ending is none, or a language.
    untold = not claimed and (not ending or is_language(ending))
    return Look.DOCUMENT if untold or found.sniff(head, name) >= TOLD else Look.NONE


def _by_name(ending: str) -> Look:
    return Look.TABLE if ending in _TABLES else Look.DOCUMENT
