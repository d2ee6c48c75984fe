"""Android string resources."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from reviewer.formats.codes import Token
from reviewer.formats.encoding import head_of
from reviewer.formats.format import Content, Unit
from reviewer.formats.inline import Codes, Dialect
from reviewer.formats.markup import MAX_DEPTH, Scanner, Stretch, escape, local, open_xml, root_of, too_deep
from reviewer.formats.writing import Edits, WritableFormat
from reviewer.model.errors import InputError
from reviewer.model.segment import Kind

_ESCAPE = re.compile(r"\\(?:u[0-9a-fA-F]{4}|[^u]|\Z)|[ \t\r\n]+|\"", re.DOTALL)
_NAMES = {"n": "\n", "t": "\t"}
_CDATA = re.compile(r"(\s*<!\[CDATA\[)((?:(?!\]\]>).)*)(\]\]>\s*)", re.DOTALL)


class _Entry(NamedTuple):
    key: str
    stretch: Stretch
    locked: bool


class _Scanner(Scanner):
    def __init__(self, data: bytes) -> None:
        super().__init__(data)
        self.entries: list[_Entry] = []
        self._depth = 0
        self._group = ""
        self._group_locked = False
        self._number = 0
        self._open: tuple[int, int, int, str, bool] | None = None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise too_deep()
        if self._open:
            return
        locked = attributes.get("translatable") == "false"
        if self._depth == 2:
            self._group, self._group_locked, self._number = attributes.get("name", ""), locked, 0
            if name == "string":
                self._open = (self._depth, *self.opened(), self._group, locked)
        elif self._depth == 3 and name == "item":
            step = attributes.get("quantity") or str(self._number)
            self._number += 1
            self._open = (self._depth, *self.opened(), f"{self._group}[{step}]", self._group_locked)

    def end(self, name: str) -> None:
        if self._open and self._open[0] == self._depth:
            _, at, inner, key, locked = self._open
            self.entries.append(_Entry(key, self.closed(at, inner), locked))
            self._open = None
        self._depth -= 1


class AndroidCodes(Codes):
    """A value: XML with backslashes, and quotation marks around white space that counts."""

    def __init__(self, cdata: bool) -> None:
        super().__init__(Dialect(opaque=frozenset({"g"}), label=_label))
        self._cdata = cdata

    def split(self, inner: str) -> Iterator[Token]:
        """Yield what XML has, with escapes read and white space outside quotation marks folded."""
        quoted = False
        for token in self._outer(inner):
            if token.shown != token.raw and not token.raw.isspace():
                yield token
                continue
            at = 0
            text = token.raw
            for match in _ESCAPE.finditer(text):
                if match.start() > at:
                    yield Token(text[at : match.start()], text[at : match.start()])
                raw = match.group()
                at = match.end()
                if raw == '"':
                    quoted = not quoted
                    yield Token("", raw)
                elif raw[0] != "\\":
                    yield Token(raw.replace("\r\n", "\n").replace("\r", "\n") if quoted else " ", raw)
                else:
                    yield Token(self.literal(_read(raw), raw), raw)
            if at < len(text):
                yield Token(text[at:], text[at:])

    def _outer(self, inner: str) -> Iterator[Token]:
        return iter((Token(inner, inner),)) if self._cdata else super().split(inner)

    def escape(self, text: str) -> str:
        """Write backslashes where Android reads something else; typed spaces beyond one are kept."""
        text = re.sub(r"[\\'\"]", r"\\\g<0>", text).replace("\n", "\\n").replace("\t", "\\t")
        text = re.sub(r"(?<= ) |\A | \Z", r"\\u0020", text)
        return text.replace("]]>", "]]\\u003e") if self._cdata else escape(text)


def _framed(content: str) -> tuple[str, str, str]:
    """Return the begin of a CDATA section around all of a value, what is in it, and its end."""
    match = _CDATA.fullmatch(content)
    return (match.group(1), match.group(2), match.group(3)) if match else ("", content, "")


def _label(name: str, attributes: Mapping[str, str], content: str) -> tuple[str, str]:
    if name == "g":
        return attributes.get("example") or attributes.get("id") or content, ""
    return Dialect().label(name, attributes, content)


def _read(raw: str) -> str:
    if raw[1:2] == "u" and len(raw) > 2:
        char = chr(int(raw[2:], 16))
        return "\ufffd" if "\ud800" <= char <= "\udfff" else char
    return _NAMES.get(raw[1:2], raw[1:2])


class Android(WritableFormat):
    """Android strings, arrays and plurals."""

    id = "android"
    title = "Android strings"
    extensions = ("xml",)
    no_inserts = "A string needs a name, which only the program that uses it can give it."

    def sniff(self, data: bytes, name: str) -> float:
        """Say how sure: `resources` with strings in it."""
        head = head_of(data, 16384)
        if local(root_of(head)) != "resources":
            return 0.0
        return 0.9 if re.search(r"<(?:string|plurals|string-array)\b", head) else 0.2

    def read(self, data: bytes, options: Mapping[str, str]) -> Content:
        """Return the strings under their names; those not to be translated are locked."""
        xml = open_xml(data, options)
        units = []
        seen: dict[str, int] = {}
        for key, stretch, locked in _entries(xml.data):
            before, inner, _ = _framed(xml.data[stretch.inner : stretch.end].decode())
            codes = AndroidCodes(bool(before))
            text = codes.read(inner)
            seen[key] = seen.get(key, 0) + 1
            id = key if seen[key] == 1 else f"{key}#{seen[key]}"
            units.append(Unit(id, text, None, Kind.STRING, 0, None, "", locked, tuple(codes.codes)))
        return Content(tuple(units), keyed=True, options=xml.options)

    def edited(self, data: bytes, options: Mapping[str, str], edits: Edits) -> bytes:
        """Return the file with those strings changed."""
        xml = open_xml(data, options)
        entries = _entries(xml.data)
        changes = []
        for edit in edits.texts:
            _, stretch, locked = entries[edit.index]
            if locked:
                raise InputError(f"String {edit.index + 1} is locked: the file says it is not to be translated.")
            tag = xml.data[stretch.at : stretch.inner].decode()
            before, inner, after = _framed(xml.data[stretch.inner : stretch.end].decode())
            codes = AndroidCodes(bool(before))
            if codes.read(inner) == edit.text:
                continue
            new = before + codes.write(inner, edit.text) + after
            if tag.endswith("/>"):
                name = tag[1:-2].split(maxsplit=1)[0]
                changes.append((stretch.at, stretch.inner, f"{tag[:-2].rstrip()}>{new}</{name}>".encode()))
            else:
                changes.append((stretch.inner, stretch.end, new.encode()))
        return xml.spliced(changes)


def _entries(data: bytes) -> list[_Entry]:
    scanner = _Scanner(data)
    scanner.scan()
    return scanner.entries


FORMAT = Android()
