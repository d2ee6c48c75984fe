"""Java properties files."""

import re
from collections.abc import Callable, Iterator, Mapping

from reviewer.formats.codes import CodeTable
from reviewer.formats.encoding import Decoded, decode, head_of
from reviewer.formats.strings.escaped import EscapedCodes, is_escaping, utf16_escapes
from reviewer.formats.strings.keyed import Entry, KeyedFormat

# java.util.Properties.load: a logical line goes on where its end is escaped.
_LINE = re.compile(
    r"""[ \t\f]*(?:
        (?P<comment>[\#!][^\r\n]*)
      | (?P<key>(?:[^\\:=\s]|\\(?:\r\n|[^\r]|\r))+)?(?P<separator>[ \t\f]*[:=]?[ \t\f]*)
        (?P<value>[^\\\r\n]*+(?>(?:\\(?:\r\n|[^\r]|\r)[^\\\r\n]*+)*)\\?)
    )(?:\r\n?|\n|\Z)""",
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(
    r"""\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}
    |(?:\r\n?|\n)[ \t\f]*|.|\Z)""",
    re.VERBOSE | re.DOTALL,
)
_NAMES = {"n": "\n", "t": "\t", "r": "\r", "f": "\f"}


class Properties(KeyedFormat):
    """Properties."""

    id = "properties"
    title = "Java properties"
    extensions = ("properties",)

    def sniff(self, data: bytes, name: str) -> float:
        """Say how sure: by name, or where every line is a comment or gives a dotted key a value."""
        if name.lower().endswith(".properties"):
            return 0.8
        lines = [line.strip() for line in head_of(data).splitlines()[:-1]]
        entries = [line for line in lines if line and line[0] not in "#!"]
        sure = len(entries) > 1 and all(re.match(r"[\w-]+(?:\.[\w-]+)+\s*=", line) for line in entries)
        return 0.4 if sure else 0.0

    def decoded(self, data: bytes, options: Mapping[str, str]) -> Decoded:
        """Properties are in ISO 8859-1 unless they are in UTF-8 (Java 9)."""
        return decode(data, options, declared="iso-8859-1")

    def entries(self, text: str) -> Iterator[Entry]:
        """Yield the values; comments right before a key become its note."""
        at = 0
        comments: list[str] = []
        while at < len(text):
            match = _LINE.match(text, at)
            if match is None:
                return
            if match["comment"] is not None:
                comments.append(match["comment"].lstrip("#! ").rstrip())
            elif match["key"]:
                key = _ESCAPE.sub(lambda escape: _read(escape.group()), match["key"])
                yield Entry(key, *match.span("value"), "\n".join(filter(None, comments)))
                comments = []
            elif not match.group().strip():
                comments = []
            at = max(match.end(), at + 1)

    def coder(self, decoded: Decoded) -> Callable[[], CodeTable]:
        r"""Return what makes the reader of a value; characters the encoding lacks are written as `\uXXXX`."""
        ascii_only = is_escaping(decoded.text) or (decoded.text.isascii() and decoded.encoding != "utf-8")
        encoding = decoded.encoding

        def write(text: str) -> str:
            text = text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r")
            text = text.replace("\f", "\\f")
            if ascii_only:
                return utf16_escapes(text, "\\u{:04X}")
            return "".join(char if _has(encoding, char) else utf16_escapes(char, "\\u{:04X}") for char in text)

        return lambda: _ValueCodes(_ESCAPE, _read, write)


class _ValueCodes(EscapedCodes):
    def write(self, inner: str, text: str) -> str:
        new = super().write(inner, text)
        # White space before a value is not part of it, nor is the sign that may stand between it and its key.
        return f"\\{new}" if new[:1] and new[0] in " \t=:" else new


def _read(raw: str) -> str:
    if raw[1:2] == "u" and len(raw) > 2:
        units = [int(piece, 16) for piece in re.findall(r"[0-9a-fA-F]{4}", raw)]
        return b"".join(unit.to_bytes(2, "big") for unit in units).decode("utf-16-be", "replace")
    if raw[1:2] in ("", "\r", "\n"):
        return ""
    return _NAMES.get(raw[1], raw[1])


def _has(encoding: str, char: str) -> bool:
    try:
        char.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


FORMAT = Properties()
