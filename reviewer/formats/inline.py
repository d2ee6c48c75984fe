"""Inline markup: a run of text with tags in it, as text with protected codes, and back."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from reviewer.formats.markup import NAMED, attributes_of, escape, local, unescape
from reviewer.model.errors import InputError
from reviewer.model.segment import CODE_BASE, UNIT_BREAK, Code, CodeKind, is_code

_LABEL = 8
"""Longest label, in characters: a tag on the desk has no room for more."""

_TOKEN = re.compile(
    r"(?P<comment><!--.*?-->|<\?.*?\?>)"
    r"|<!\[CDATA\[(?P<cdata>.*?)\]\]>"
    r"""|<(?P<close>/?)(?P<name>[^\s/>"'<]+)(?:"[^"]*+"|'[^']*+'|[^>"'])*+>"""
    r"|(?P<reference>&[^\s;&<]{1,32};)"
    r"|(?P<newline>\r\n?)"
    "|(?P<private>[\u2029\U000f0000-\U000ffffd])",
    re.DOTALL,
)

_PLAIN = re.compile("[^<&\r\u2029\U000f0000-\U000ffffd]+")

STYLES: Mapping[str, str] = {
    "b": "bold",
    "strong": "bold",
    "bold": "bold",
    "i": "italic",
    "em": "italic",
    "italic": "italic",
    "italics": "italic",
    "cite": "italic",
    "u": "underline",
    "ins": "underline",
    "underline": "underline",
    "underlined": "underline",
    "s": "strike",
    "del": "strike",
    "strike": "strike",
    "sup": "superscript",
    "superscript": "superscript",
    "sub": "subscript",
    "subscript": "subscript",
    "code": "code",
    "tt": "code",
}
"""How the desk shows what an element or a format name says."""


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
    pieces = raw.decode().split("&")
    for number, piece in enumerate(pieces[1:], 1):
        name, semicolon, rest = piece.partition(";")
        char = NAMED.get(name) or unescape(f"&{name};")
        if not semicolon or len(char) != 1 or is_code(char) or char == UNIT_BREAK:
            return None
        pieces[number] = char + rest
    return "".join(pieces)


class Token(NamedTuple):
    """A piece of the file and the text it shows as."""

    shown: str
    raw: str


class Codes:
    """The codes of a unit: read the source first, then the translation, and both number them alike."""

    def __init__(self, dialect: Dialect) -> None:
        self._dialect = dialect
        self.codes: list[Code] = []
        self._raws: list[str] = []
        self._known: dict[str, int] = {}

    def read(self, inner: str) -> str:
        """Return the text of a run of markup."""
        return "".join([token.shown for token in self.tokens(inner)])

    def tokens(self, inner: str) -> Iterator[Token]:
        """Yield the pieces of a run of markup, in order and without a gap."""
        here: dict[str, str] = {}
        open_: list[str] = []
        at = 0
        while at < len(inner):
            match = _PLAIN.match(inner, at) or _TOKEN.match(inner, at)
            start, end = match.span() if match else (at, at + 1)
            raw = inner[start:end]
            if match is None or match.re is _PLAIN:
                yield Token(raw, raw)
                at = end
                continue
            if match["newline"]:
                yield Token("\n", raw)
            elif match["cdata"] is not None:
                shown = match["cdata"].replace("\r\n", "\n").replace("\r", "\n")
                yield Token("".join(map(self._literal, shown)), raw)
            elif match["reference"] and len(shown := unescape(raw)) == 1:
                yield Token(self._literal(shown), raw)
            elif match["name"]:
                end = self._whole(inner, match) if not match["close"] else end
                raw = inner[start:end]
                yield Token(self._tag(match, raw, open_, here), raw)
            else:
                yield Token(self._add(raw, raw, CodeKind.STANDALONE, _plain_label(raw), "", here), raw)
            at = end

    def write(self, inner: str, text: str) -> str:
        """Return `inner` changed so that it reads as `text`; what stays the same is written as it was.

        Raises:
            InputError: the codes of the text do not pair.
        """
        tokens = [
            piece
            for token in self.tokens(inner)
            for piece in (map(Token, token.raw, token.raw) if token.shown == token.raw else (token,))
        ]
        self.check(text)
        return rewrite(tokens, text, self._markup)

    def _markup(self, text: str) -> str:
        return "".join(self._raw(char) if is_code(char) else escape(char) for char in text)

    def _raw(self, char: str) -> str:
        number = ord(char) - CODE_BASE
        return self._raws[number] if number < len(self._raws) else char

    def check(self, text: str) -> None:
        """Make sure that each code that opens an element is closed, in order.

        Raises:
            InputError: one is not; names it.
        """
        open_: list[int] = []
        for char in text:
            number = ord(char) - CODE_BASE if is_code(char) else -1
            if not 0 <= number < len(self.codes) or not self._paired(number):
                continue
            if self.codes[number].kind is CodeKind.OPEN:
                open_.append(number)
            elif not open_ or self._end_of(open_.pop()) != self._raws[number]:
                raise InputError(
                    f"The closing tag “{self.codes[number].label}” has no opening tag before it. "
                    "Put the tags of the paragraph back in order."
                )
        if open_:
            raise InputError(
                f"The tag “{self.codes[open_[-1]].label}” is opened and not closed. "
                "Put its closing tag back, or remove both."
            )

    def _paired(self, number: int) -> bool:
        raw = self._raws[number]
        if raw.startswith("</"):
            return True
        return self.codes[number].kind is CodeKind.OPEN and not raw.endswith("/>") and "</" not in raw

    def _end_of(self, number: int) -> str:
        return f"</{_name(self._raws[number])}>"

    def _whole(self, inner: str, match: re.Match[str]) -> int:
        """Return where the code that begins with this start tag ends: with the tag, or with its element."""
        name = match["name"]
        if match.group().endswith("/>") or local(name) not in self._dialect.opaque:
            return match.end()
        depth, at = 1, match.end()
        while depth:
            following = _TOKEN.search(inner, at)
            if not following:
                return len(inner)
            if following["name"] == name and not following.group().endswith("/>"):
                depth += -1 if following["close"] else 1
            at = following.end()
        return at

    def _tag(self, match: re.Match[str], raw: str, open_: list[str], here: dict[str, str]) -> str:
        name = match["name"]
        if match["close"]:
            opened = open_.pop() if open_ else name
            code = self.codes[self._known[opened]] if opened in self._known else None
            label, style = (code.label, code.style) if code else (local(name), "")
            return self._add("/" + opened, raw, CodeKind.CLOSE, label, style, here, code.id if code else "")
        attributes = attributes_of(match.group())
        short = local(name)
        identity = next((attributes[key] for key in self._dialect.identity if key in attributes), "")
        key = f"{short} {identity}" if identity else raw
        content = raw[match.end() - match.start() : raw.rfind("</")] if len(raw) > len(match.group()) else ""
        label, style = self._dialect.label(short, attributes, unescape(content))
        kind = CodeKind.STANDALONE
        if short in self._dialect.opening:
            kind = CodeKind.OPEN
        elif short in self._dialect.closing:
            kind = CodeKind.CLOSE
        elif not match.group().endswith("/>") and short not in self._dialect.opaque:
            kind = CodeKind.OPEN
        shown = self._add(key, raw, kind, label, style, here, identity)
        if kind is CodeKind.OPEN and not content and not raw.endswith("/>") and short not in self._dialect.opaque:
            open_.append(next(k for k in (key, raw) if self._known.get(k) == ord(shown) - CODE_BASE))
        return shown

    def _add(
        self, key: str, raw: str, kind: CodeKind, label: str, style: str, here: dict[str, str], id: str = ""
    ) -> str:
        """Return the character for a code; `here` are the codes this side has had so far."""
        if here.get(key, raw) != raw:
            # The same name for two things on one side: only what is written tells them apart.
            key = raw
        here[key] = raw
        number = self._known.get(key)
        if number is None:
            number = self._known[key] = len(self.codes)
            self.codes.append(Code(id or str(number + 1), kind, label[:_LABEL], style))
            self._raws.append(raw)
        else:
            self._raws[number] = raw
        return chr(CODE_BASE + number)

    def _literal(self, char: str) -> str:
        """Return a character, or a code for one that has a meaning of its own in texts."""
        if is_code(char) or char == UNIT_BREAK:
            return self._add(char, char, CodeKind.STANDALONE, _plain_label(char), "", {})
        return char


def rewrite(tokens: list[Token], text: str, write: Callable[[str], str]) -> str:
    """Return the markup of `text`, taking the pieces of the old markup where both begin and end alike.

    So the way the file writes a no-break space or an apostrophe stays, whatever `write` would do.
    """
    first = start = 0
    while first < len(tokens) and text.startswith(tokens[first].shown, start):
        start += len(tokens[first].shown)
        first += 1
    last, end = len(tokens), len(text)
    while last > first and end - len(tokens[last - 1].shown) >= start and text.endswith(tokens[last - 1].shown, 0, end):
        end -= len(tokens[last - 1].shown)
        last -= 1
    return "".join(
        (
            *(token.raw for token in tokens[:first]),
            write(text[start:end]),
            *(token.raw for token in tokens[last:]),
        )
    )


def _plain_label(raw: str) -> str:
    if raw.startswith("&"):
        return raw[1:-1]
    if raw.startswith("<"):
        return raw[1:4].rstrip("-")
    return f"{ord(raw):X}"


def _name(raw: str) -> str:
    match = re.match(r"</?([^\s/>]+)", raw)
    return match.group(1) if match else raw
