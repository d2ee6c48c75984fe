"""Inline markup of XML formats: a run of text with elements in it, as text with protected codes."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from reviewer.formats.codes import STYLES, CodeTable, Token, check_pairs
from reviewer.formats.markup import NAMED, attributes_of, escape, local, unescape
from reviewer.model.segment import CODE_BASE, UNIT_BREAK, CodeKind, is_code

_TOKEN = re.compile(
    r"(?P<comment><!--.*?-->|<\?.*?\?>)"
    r"|<!\[CDATA\[(?P<cdata>.*?)\]\]>"
    r"""|<(?P<close>/?)(?P<name>[^\s/>"'<]+)(?>(?:"[^"]*+"|'[^']*+'|[^>"']++)*)>"""
    r"|(?P<reference>&[^\s;&<]{1,32};)"
    r"|(?P<newline>\r\n?)"
    "|(?P<private>[\u2029\U000f0000-\U000ffffd])",
    re.DOTALL,
)
_SPACE = re.compile(r"[ \t\r\n]+")
_PLAIN = re.compile("[^<&\r\u2029\U000f0000-\U000ffffd]+")
_NAMED = {f"&{name};".encode(): char.encode() for name, char in NAMED.items() if name != "amp"} | {b"&amp;": b"&"}
"""The named references; that of `&` last, so that what it leaves is not taken for another."""
_ALONE = {
    "begin": CodeKind.OPEN,
    "open": CodeKind.OPEN,
    "end": CodeKind.CLOSE,
    "close": CodeKind.CLOSE,
}
"""`pos` of `it`, half a pair whose other half is in another unit (TMX 1.4b; XLIFF 1.2)."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """How one format writes inline markup."""

    opaque: frozenset[str] = frozenset()
    """Elements whose content is markup itself, so that the whole of each is one code."""
    opening: frozenset[str] = frozenset()
    """Opaque or empty elements that open something another element closes (`bpt`, `bx`, `sc`)."""
    closing: frozenset[str] = frozenset()
    identity: tuple[str, ...] = ("id",)
    """Attributes that name a code, so that the same code is known in the source and the translation."""
    label: Callable[[str, Mapping[str, str], str], tuple[str, str]] = field(
        default=lambda name, attributes, content: (name, STYLES.get(name, ""))
    )
    """Gives the label and style of (element, attributes, opaque content)."""


def plain(raw: bytes) -> str | None:
    """Return the text of UTF-8 markup that has no tags in it, None where there is more to be read.

    Most units are like that, and this is ten times as fast as looking at each character.
    """
    if b"<" in raw or b"\r" in raw or b"\xf3" in raw or b"\xe2\x80\xa9" in raw:
        return None
    if b"&" not in raw:
        return raw.decode()
    if raw.count(b"&") == sum(map(raw.count, _NAMED)):
        for reference, meant in _NAMED.items():
            raw = raw.replace(reference, meant)
        return raw.decode()
    pieces = raw.decode().split("&")
    for number, piece in enumerate(pieces[1:], 1):
        name, semicolon, rest = piece.partition(";")
        char = NAMED.get(name)
        if char is None:
            char = unescape(f"&{name};")
            if len(char) != 1 or is_code(char) or char == UNIT_BREAK:
                return None
        if not semicolon:
            return None
        pieces[number] = char + rest
    return "".join(pieces)


class Codes(CodeTable):
    """The codes of a unit in a well-formed XML file."""

    def __init__(self, dialect: Dialect) -> None:
        super().__init__()
        self._dialect = dialect
        self._open: list[str] = []
        """Keys of the elements that are open."""

    def split(self, inner: str) -> Iterator[Token]:
        """Yield text, references, elements."""
        self._open = []
        at = 0
        while at < len(inner):
            if match := _PLAIN.match(inner, at):
                yield Token(match.group(), match.group())
                at = match.end()
                continue
            match = _TOKEN.match(inner, at)
            end = at + 1 if match is None else self.whole(inner, match)
            raw = inner[at:end]
            yield Token(raw if match is None else self.shown(match, raw), raw)
            at = end

    def shown(self, match: re.Match[str], raw: str) -> str:
        """Return what a piece of markup shows as."""
        if match["newline"]:
            return "\n"
        if match["cdata"] is not None:
            return self.literal(match["cdata"].replace("\r\n", "\n").replace("\r", "\n"))
        if match["name"]:
            return self._closing(match["name"], raw) if match["close"] else self._opening(match, raw)
        if match["private"]:
            return self.literal(raw)
        char = unescape(raw) if match["reference"] else ""
        if len(char) == 1:
            return self.literal(char)
        label = raw[1:-1] if match["reference"] else raw[1:4].rstrip("-")
        return self.add(raw, raw, CodeKind.STANDALONE, label)

    def is_opaque(self, name: str) -> bool:
        """Say whether the whole of an element is one code."""
        return name in self._dialect.opaque

    def escape(self, text: str) -> str:
        """Escape what XML has a use for."""
        return escape(text)

    def check(self, text: str) -> None:
        """Make sure that elements are closed in order; codes that only mark a place need not be."""
        kept = "".join(char for char in text if is_code(char) and self._is_tag(ord(char) - CODE_BASE))
        check_pairs(kept, self.codes, lambda one, other: self.raws[other] == f"</{_name(self.raws[one])}>")

    def _is_tag(self, number: int) -> bool:
        if number >= len(self.raws):
            return False
        raw = self.raws[number]
        return raw.startswith("</") or not (raw.endswith("/>") or "</" in raw)

    def whole(self, inner: str, match: re.Match[str]) -> int:
        """Return where a piece of markup ends: with the tag, or with its element."""
        name = match["name"]
        if not name or match["close"] or match.group().endswith("/>") or not self.is_opaque(local(name)):
            return match.end()
        return element_end(inner, match)

    def _closing(self, name: str, raw: str) -> str:
        opened = self._open.pop() if self._open else name
        number = self.number(opened)
        if number is None:
            return self.add("/" + opened, raw, CodeKind.CLOSE, local(name))
        code = self.codes[number]
        return self.add("/" + opened, raw, CodeKind.CLOSE, code.label, code.style, code.id)

    def _opening(self, match: re.Match[str], raw: str) -> str:
        tag = match.group()
        attributes = attributes_of(tag)
        name = local(match["name"])
        identity = next((attributes[key] for key in self._dialect.identity if key in attributes), "")
        key = f"{name} {identity}" if identity else raw
        content = raw[len(tag) : raw.rfind("</")] if len(raw) > len(tag) else ""
        label, style = self._dialect.label(name, attributes, unescape(content))
        has_content = not tag.endswith("/>") and not self.is_opaque(name)
        alone = _ALONE.get(attributes.get("pos", "")) if self.is_opaque(name) else None
        if alone:
            kind = alone
        elif name in self._dialect.closing:
            kind = CodeKind.CLOSE
        elif has_content or name in self._dialect.opening:
            kind = CodeKind.OPEN
        else:
            kind = CodeKind.STANDALONE
        shown = self.add(key, raw, kind, label, style, identity)
        if has_content:
            self._open.append(key if self.number(key) == ord(shown) - CODE_BASE else raw)
        return shown


class FoldedCodes(Codes):
    """The codes of a unit in a vocabulary where any white space is one space, and none at the beginning."""

    def split(self, inner: str) -> Iterator[Token]:
        """Yield what XML has, white space folded."""
        after_space = True
        for token in super().split(inner):
            if token.raw[0] in "<&":
                yield token
                after_space = after_space and not token.shown
                continue
            at = 0
            for match in _SPACE.finditer(token.raw):
                if match.start() > at:
                    yield Token(self.literal(token.raw[at : match.start()]), token.raw[at : match.start()])
                    after_space = False
                yield Token("" if after_space else " ", match.group())
                after_space = True
                at = match.end()
            if at < len(token.raw):
                yield Token(self.literal(token.raw[at:]), token.raw[at:])
                after_space = False


def element_end(text: str, tag: re.Match[str]) -> int:
    """Return where the element of a start tag ends; the end of the text where it has none."""
    depth, at = 1, tag.end()
    while depth:
        following = _TOKEN.search(text, at)
        if not following:
            return len(text)
        if following["name"] == tag["name"] and not following.group().endswith("/>"):
            depth += -1 if following["close"] else 1
        at = following.end()
    return at


def _name(raw: str) -> str:
    match = re.match(r"</?([^\s/>]+)", raw)
    return match.group(1) if match else raw
