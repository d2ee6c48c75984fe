"""Inline markup as protected codes in a text, and back: what every format with markup shares."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from reviewer.model.errors import InputError
from reviewer.model.segment import CODE_BASE, UNIT_BREAK, Code, CodeKind, is_code

LONGEST_LABEL = 8
"""In characters: a tag on the desk has no room for more."""

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


class Token(NamedTuple):
    """A piece of the file and the text it shows as."""

    shown: str
    raw: str


class CodeTable(ABC):
    """The codes of a unit: read the source first, then the translation, and both number them alike.

    A subclass says how its markup is cut into tokens and how plain text is written in it.
    """

    def __init__(self) -> None:
        self.codes: list[Code] = []
        self.raws: list[str] = []
        """What each code stands for in the file."""
        self._known: dict[str, int] = {}
        self._here: dict[str, str] = {}
        """The codes that the side being read has had so far."""

    @abstractmethod
    def split(self, inner: str) -> Iterator[Token]:
        """Yield the pieces of a run of markup, in order and without a gap."""

    @abstractmethod
    def escape(self, text: str) -> str:
        """Return plain text as markup."""

    def check(self, text: str) -> None:  # noqa: B027 - in many formats any order will do
        """Make sure that the codes of a text can be written in this order.

        Raises:
            InputError: they cannot; names the one.
        """

    def tokens(self, inner: str) -> Iterator[Token]:
        """Yield the pieces of one side."""
        self._here = {}
        return self.split(inner)

    def read(self, inner: str) -> str:
        """Return the text of a run of markup."""
        return "".join([token.shown for token in self.tokens(inner)])

    def write(self, inner: str, text: str) -> str:
        """Return `inner` changed so that it reads as `text`; what stays the same is written as it was.

        Raises:
            InputError: the codes of the text cannot be written so.
        """
        tokens = list(self.tokens(inner))
        if self._holds("".join(token.shown for token in tokens)):
            self.check(text)
        return rewrite(tokens, text, self.markup)

    def markup(self, text: str) -> str:
        """Return a text with codes as markup."""
        pieces: list[str] = []
        start = 0
        for at, char in enumerate(text):
            if is_code(char) and ord(char) - CODE_BASE < len(self.raws):
                pieces += (self.escape(text[start:at]), self.raws[ord(char) - CODE_BASE])
                start = at + 1
        return "".join((*pieces, self.escape(text[start:])))

    def add(self, key: str, raw: str, kind: CodeKind, label: str, style: str = "", id: str = "") -> str:
        """Return the character for a code; `key` tells which codes of the two sides are the same."""
        if self._here.get(key, raw) != raw:
            # The same name for two things on one side: only what is written tells them apart.
            key = raw
        self._here[key] = raw
        number = self._known.get(key)
        if number is None:
            number = self._known[key] = len(self.codes)
            self.codes.append(Code(id or str(number + 1), kind, label[:LONGEST_LABEL], style))
            self.raws.append(raw)
        else:
            self.raws[number] = raw
        return chr(CODE_BASE + number)

    def number(self, key: str) -> int | None:
        """Return the number of the code with that key."""
        return self._known.get(key)

    def literal(self, text: str, raw: str | None = None) -> str:
        """Return text of the file, with codes for characters that have a meaning of their own in texts."""
        if text.isascii() or not any(is_code(char) or char == UNIT_BREAK for char in text):
            return text
        return "".join(
            self.add(char, raw or char, CodeKind.STANDALONE, f"{ord(char):X}")
            if is_code(char) or char == UNIT_BREAK
            else char
            for char in text
        )

    def _holds(self, text: str) -> bool:
        """Say whether the file itself keeps the order that is asked of a new text."""
        try:
            self.check(text)
        except InputError:
            return False
        return True


def check_pairs(text: str, codes: list[Code] | tuple[Code, ...], pairs: Callable[[int, int], bool]) -> None:
    """Make sure that each code that opens something is closed, in order; `pairs` tells which belong together.

    Raises:
        InputError: one is not; names it.
    """
    open_: list[int] = []
    for char in text:
        number = ord(char) - CODE_BASE if is_code(char) else len(codes)
        if number >= len(codes):
            continue
        if codes[number].kind is CodeKind.OPEN:
            open_.append(number)
        elif codes[number].kind is CodeKind.CLOSE and (not open_ or not pairs(open_.pop(), number)):
            raise InputError(
                f"The closing tag “{codes[number].label}” has no opening tag before it. "
                "Put the tags of the paragraph back in order."
            )
    if open_:
        raise InputError(
            f"The tag “{codes[open_[-1]].label}” is opened and not closed. Put its closing tag back, or remove both."
        )


def rewrite(tokens: Iterable[Token], text: str, write: Callable[[str], str]) -> str:
    """Return the markup of `text`, taking the pieces of the old markup where both begin and end alike.

    So the way the file writes a no-break space or an apostrophe stays, whatever `write` would do. What shows
    as nothing (a bookmark) stays too, wherever it is.
    """
    pieces = [
        piece
        for token in tokens
        for piece in (map(Token, token.raw, token.raw) if token.shown == token.raw else (token,))
    ]
    first = start = 0
    while first < len(pieces) and text.startswith(pieces[first].shown, start):
        start += len(pieces[first].shown)
        first += 1
    last, end = len(pieces), len(text)
    while last > first and end - len(pieces[last - 1].shown) >= start and text.endswith(pieces[last - 1].shown, 0, end):
        end -= len(pieces[last - 1].shown)
        last -= 1
    before, after = (piece.raw for piece in pieces[:first]), (piece.raw for piece in pieces[last:])
    unseen = (piece.raw for piece in pieces[first:last] if not piece.shown)
    return "".join((*before, write(text[start:end]), *unseen, *after))
