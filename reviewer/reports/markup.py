"""Text as XML 1.0 holds it."""

import re
from xml.sax.saxutils import escape, quoteattr

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 (2.2) cannot hold, not even as a reference."""

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def printable(text: str) -> str:
    """Return text without the characters XML cannot hold."""
    return _FORBIDDEN.sub("", text)


def content(text: str) -> str:
    """Return text as the content of an element."""
    return escape(printable(text), {"\r": "&#13;"})


def value(text: str) -> str:
    """Return text as the value of an attribute, with its quotation marks."""
    return quoteattr(printable(text), {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})


def attributes(**values: str) -> str:
    """Return attributes, each behind a space, without those that are empty; `_` stands for `-`, `__` for `:`."""
    return "".join(
        f" {name.replace('__', ':').replace('_', '-')}={value(text)}" for name, text in values.items() if text
    )
