"""Apple .strings files."""

import re
from collections.abc import Callable, Iterator, Mapping

from reviewer.formats.codes import CodeTable
from reviewer.formats.encoding import Decoded, decode, head_of
from reviewer.formats.strings.escaped import EscapedCodes
from reviewer.formats.strings.keyed import Entry, KeyedFormat, line_of
from reviewer.model.errors import InputError

_STRING = r'"[^"\\]*+(?>(?:\\.[^"\\]*+)*)"'
_STATEMENT = re.compile(
    rf"""(?P<space>[\s\ufeff]++)
    |/\*(?P<comment>[^*]*+(?>(?:\*(?!/)[^*]*+)*))\*/
    |//(?P<line>[^\r\n]*+)
    |(?P<key>{_STRING}|[\w.$-]++)\s*+(?:=\s*+(?P<value>{_STRING})\s*+)?;
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\(?:[uU][0-9a-fA-F]{4}|[0-7]{1,3}|\r\n|.)|\r\n?", re.DOTALL)
_NAMES = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "a": "\a", "v": "\v"}


class AppleStrings(KeyedFormat):
    """Strings of macOS and iOS programs."""

    id = "strings"
    title = "Apple strings"
    extensions = ("strings",)

    def sniff(self, data: bytes, name: str) -> float:
        """Say how sure: `"key" = "value";` after comments."""
        return 0.9 if _beginning(head_of(data)) else 0.0

    def decoded(self, data: bytes, options: Mapping[str, str]) -> Decoded:
        """Refuse compiled files, which are property lists."""
        if data.startswith(b"bplist"):
            raise InputError("The strings file is compiled. Convert it with `plutil -convert xml1` or open its source.")
        return decode(data, options)

    def entries(self, text: str) -> Iterator[Entry]:
        """Yield the values; the comment before an entry is its note."""
        at = 0
        note = ""
        while at < len(text):
            match = _STATEMENT.match(text, at)
            if match is None:
                raise InputError(
                    f"Line {line_of(text, at)} of the strings file is not understood. "
                    "Check it with `plutil -lint`, mend it and open it again."
                )
            at = match.end()
            comment = match["comment"] if match["comment"] is not None else match["line"]
            if comment is not None:
                note = comment.strip()
            elif match["value"]:
                start, end = match.span("value")
                key = _ESCAPE.sub(lambda escape: _read(escape.group()), match["key"].strip('"'))
                yield Entry(key, start + 1, end - 1, note)
                note = ""

    def coder(self, decoded: Decoded) -> Callable[[], CodeTable]:
        """Return what makes the reader of a value."""
        return lambda: EscapedCodes(_ESCAPE, _read, _written)


def _beginning(head: str) -> bool:
    at = 0
    while match := _STATEMENT.match(head, at):
        if match["value"] and match["key"].startswith('"'):
            return True
        at = match.end()
    return False


def _read(raw: str) -> str:
    if raw[0] == "\r" or raw[1:] in ("\r\n", "\n", "\r"):
        return "\n"
    if raw[1] in "uU" and len(raw) > 2:
        char = chr(int(raw[2:], 16))
        return "\ufffd" if "\ud800" <= char <= "\udfff" else char
    if raw[1].isdigit() and raw[1] < "8":
        return chr(int(raw[1:], 8))
    return _NAMES.get(raw[1], raw[1])


def _written(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r")


FORMAT = AppleStrings()
