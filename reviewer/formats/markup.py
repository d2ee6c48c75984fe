"""Reading XML with byte offsets, safely, so that single stretches of a file can be replaced."""

import re
from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple, NoReturn
from xml.parsers import expat

from reviewer.formats.encoding import Decoded, decode, newline_name
from reviewer.formats.splice import splice
from reviewer.model.errors import InputError

_TAGS_KNOWN = 1000
MAX_DEPTH = 256
"""Elements inside each other; real files stay below 30."""

_UTF8_MARK = b"\xef\xbb\xbf"
_DECLARED = re.compile(rb"""<\?xml[^>]*?\bencoding\s*=\s*["']([A-Za-z0-9._:-]+)""")
_ATTRIBUTE = re.compile(r"""\s([^\s=/<>"']++)\s*+=\s*+("[^"]*+"|'[^']*+')""")
_REFERENCE = re.compile(r"&(?:#[xX]0*+([0-9A-Fa-f]{1,6})|#0*+([0-9]{1,7})|(amp|lt|gt|quot|apos));")
NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
# What XML 1.0, 2.2 has no place for, not even as a reference.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Xml:
    """An XML file as UTF-8, whatever encoding it came in; places are byte offsets into `data`."""

    data: bytes
    mark: bytes
    other: Decoded | None
    """The file as it is, where it is not UTF-8."""

    @property
    def options(self) -> dict[str, str]:
        """What a reader reports: `encoding`, `bom`, `newline`."""
        if self.other:
            return self.other.options
        head = self.data[:65536].decode("utf-8", "ignore")
        return {
            "encoding": "utf-8",
            "bom": "yes" if self.mark else "no",
            "newline": newline_name(head),
        }

    @property
    def newline(self) -> str:
        """The line end to use for new lines."""
        at = self.data.find(b"\n")
        return "\r\n" if at > 0 and self.data[at - 1 : at] == b"\r" else "\n"

    def spliced(self, replacements: Iterable[tuple[int, int, bytes]]) -> bytes:
        """Return the file in its own encoding with stretches of `data` replaced.

        Characters the encoding lacks are written as character references.
        """
        if not self.other:
            return self.mark + splice(self.data, replacements)
        changes = []
        chars = at = 0
        for start, end, new in sorted(replacements, key=lambda r: (r[0], r[1])):
            chars += len(self.data[at:start].decode())
            length = len(self.data[start:end].decode())
            text = new.decode().encode(self.other.encoding, "xmlcharrefreplace").decode(self.other.encoding)
            changes.append((chars, chars + length, text))
            at = start
        return self.other.spliced(changes)


def open_xml(data: bytes, options: Mapping[str, str] | None = None) -> Xml:
    """Return an XML file as UTF-8.

    Raises:
        InputError: its bytes do not fit the encoding it declares.
    """
    chosen = (options or {}).get("encoding", "")
    declared = _DECLARED.match(data[:400].lstrip())
    name = declared.group(1).decode("ascii").lower() if declared else ""
    mark = _UTF8_MARK if data.startswith(_UTF8_MARK) else b""
    if chosen in ("", "utf-8"):
        narrow = b"\0" not in data[:64] and not data.startswith((b"\xff\xfe", b"\xfe\xff"))
        # A tool that wrote UTF-8 under a declaration of UTF-16 is common; the reverse cannot be read here.
        if mark or (narrow and (name.startswith(("utf-8", "utf8", "us-ascii", "ascii", "utf-16")) or not name)):
            return Xml(data[len(mark) :], mark, None)
    decoded = decode(data, options or {}, declared=name, binding=True)
    if decoded.encoding == "utf-8":
        return Xml(decoded.body, decoded.mark, None)
    return Xml(decoded.text.encode(errors="replace"), decoded.mark, decoded)


class Stretch(NamedTuple):
    """Where an element is: its start tag, its content, its end tag."""

    at: int
    inner: int
    end: int
    after: int


class Scanner(ABC):
    """Walks the tags of an XML file; a format's own scanner says what to do at each.

    No entity may be declared and nothing outside the file is read, so there is nothing to expand:
    of 1,261 real translation files none declares an entity.
    """

    def __init__(self, data: bytes) -> None:
        self.data = data
        self._whole: set[bytes] = set()
        """Start tags met that have no `>` in a value."""
        self._parser = expat.ParserCreate("utf-8")
        self._parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        self._parser.EntityDeclHandler = _refuse_entities
        self._parser.ExternalEntityRefHandler = lambda *_: 1
        self._parser.StartElementHandler = self.start
        self._parser.EndElementHandler = self.end

    @abstractmethod
    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take a start tag; `at` tells where it is."""

    @abstractmethod
    def end(self, name: str) -> None:
        """Take an end tag; after an empty element `at` is where that element began."""

    def opened(self) -> tuple[int, int]:
        """Return where the tag now entered begins and ends."""
        at = self._parser.CurrentByteIndex
        end = self.data.find(b">", at) + 1
        # Most tags of a large file are a few, again and again.
        tag = self.data[at:end]
        if tag not in self._whole:
            if tag.count(b'"') % 2 or tag.count(b"'") % 2:
                return at, tag_end(self.data, at)
            if len(self._whole) < _TAGS_KNOWN:
                self._whole.add(tag)
        return at, end

    def closed(self, at: int, inner: int) -> Stretch:
        """Return the stretch of the element now left, whose start tag is `[at, inner)`."""
        if self.data[inner - 2] == 0x2F:
            return Stretch(at, inner, inner, inner)
        end = self._parser.CurrentByteIndex
        return Stretch(at, inner, end, self.data.find(b">", end) + 1)

    @property
    def at(self) -> int:
        """Byte offset of the tag now being taken."""
        return self._parser.CurrentByteIndex

    def scan(self) -> None:
        """Walk the file.

        Raises:
            InputError: it is not well-formed; says where.
        """
        try:
            self._parser.Parse(self.data, True)
        except expat.ExpatError as error:
            raise InputError(
                f"The file is not well-formed XML: {expat.ErrorString(error.code)}, "
                f"line {error.lineno}, column {error.offset + 1}. "
                "Export it again from the program that made it."
            ) from None
        except UnicodeDecodeError:
            raise InputError("The file is not in the encoding it declares. Choose another one.") from None
        finally:
            # The parser and the scanner hold each other, and both hold the file.
            self._parser.StartElementHandler = self._parser.EndElementHandler = None


def _refuse_entities(name: str, *_: object) -> NoReturn:
    raise InputError(
        f"The file declares an entity (“{name[:40]}”), which can hide or multiply text and is not read. "
        "Export it again from the program that made it."
    )


def too_deep() -> InputError:
    """Return the refusal of a file with elements nested beyond `MAX_DEPTH`."""
    return InputError(
        f"The file nests elements more than {MAX_DEPTH} deep, which no translation file does. "
        "Export it again from the program that made it."
    )


def tag_end(data: bytes, at: int) -> int:
    """Return where the tag that begins at `at` ends; `>` may stand inside quoted values."""
    end = data.index(b">", at) + 1
    if data.count(b'"', at, end) % 2 == 0 and data.count(b"'", at, end) % 2 == 0:
        return end
    quote = 0
    for place in range(at, len(data)):
        char = data[place]
        if quote:
            if char == quote:
                quote = 0
        elif char in b"\"'":
            quote = char
        elif char == 62:
            return place + 1
    return len(data)


def local(name: str) -> str:
    """Return an element's name without its prefix."""
    return name.rpartition(":")[2]


def attributes_of(tag: str) -> dict[str, str]:
    """Return the attributes written in a start tag, references resolved."""
    return {name: unescape(value[1:-1]) for name, value in _ATTRIBUTE.findall(tag)}


def attribute_places(tag: str) -> dict[str, tuple[int, int]]:
    """Return where the values of the attributes written in a start tag begin and end, without the quotes."""
    return {match[1]: (match.start(2) + 1, match.end(2) - 1) for match in _ATTRIBUTE.finditer(tag)}


def with_attribute(tag: str, name: str, value: str) -> str:
    """Return a start tag with an attribute set, all else as it is written."""
    for match in _ATTRIBUTE.finditer(tag):
        if match.group(1) == name:
            start, end = match.span(2)
            return f"{tag[:start]}{tag[start]}{escape_value(value)}{tag[start]}{tag[end:]}"
    body = re.sub(r"\s*/?>\Z", "", tag)
    return f'{body} {name}="{escape_value(value)}"{tag[len(body) :].lstrip() or ">"}'


def without_attribute(tag: str, name: str) -> str:
    """Return a start tag without an attribute, all else as it is written."""
    for match in _ATTRIBUTE.finditer(tag):
        if match.group(1) == name:
            return tag[: match.start()] + tag[match.end() :]
    return tag


def unescape(text: str) -> str:
    """Resolve character references and the five named ones of XML; leave others as they are."""
    return _REFERENCE.sub(_resolve, text) if "&" in text else text


def _resolve(match: re.Match[str]) -> str:
    hexadecimal, decimal, name = match.groups()
    if name:
        return NAMED[name]
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else match.group()


def escape(text: str) -> str:
    """Return text as XML content.

    Raises:
        InputError: it has a character XML cannot hold.
    """
    bad = _FORBIDDEN.search(text)
    if bad:
        raise InputError(
            f"The character U+{ord(bad.group()):04X} cannot stand in an XML file. Remove it from the text."
        )
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace("\r", "&#13;") if "\r" in text else text


def escape_value(text: str) -> str:
    """Return text as the value of an attribute in either kind of quotes."""
    return escape(text).replace('"', "&quot;").replace("'", "&#39;").replace("\n", "&#10;").replace("\t", "&#9;")


def root_of(head: str) -> str:
    """Return the first element's name in the beginning of an XML file, empty where there is none."""
    match = re.search(r"<([A-Za-z_][\w.:-]*)", re.sub(r"<!--.*?-->", "", head, flags=re.DOTALL))
    return match.group(1) if match and head.lstrip().startswith("<") else ""
