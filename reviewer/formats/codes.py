"""Inline markup as protected codes in a text, and back: what every format with markup shares."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import ne
from typing import NamedTuple

from reviewer.model.errors import InputError
from reviewer.model.segment import CODE_BASE, UNIT_BREAK, Code, CodeKind, has_codes, is_code, without_codes

LONGEST_LABEL = 8
"""In characters: a tag on the desk has no room for more."""

MOST_CODES = 0xFFFE
"""Codes that a text has characters for, see `model.segment.CODE_BASE`."""

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
            if number >= MOST_CODES:
                raise too_many_codes()
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
        if UNIT_BREAK not in text and not has_codes(text):
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


def too_many_codes() -> InputError:
    """Return the refusal of a paragraph with more codes than a text has characters for."""
    return InputError(
        f"One paragraph of the file has more than {MOST_CODES:,} tags, which no real document does. "
        "Export it again from the program that made it."
    )


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


def within_tags(table: CodeTable, inner: str) -> tuple[int, int]:
    """Return where in a run of markup its text begins and ends, without the tags and white space around all of it.

    Where there is no text, the two are the same place.
    """
    tokens = list(table.tokens(inner))
    if not without_codes("".join(token.shown for token in tokens)).strip():
        return 0, 0
    start, end = 0, len(inner)
    first, last = 0, len(tokens) - 1
    ends = _pairs(tokens, table.codes)
    while first < last:
        if _is_space(tokens[first]):
            start += len(tokens[first].raw)
            first += 1
        elif _is_space(tokens[last]):
            end -= len(tokens[last].raw)
            last -= 1
        elif ends.get(first) == last:
            start += len(tokens[first].raw)
            end -= len(tokens[last].raw)
            first, last = first + 1, last - 1
        else:
            break
    return start, end


def _is_space(token: Token) -> bool:
    """Say whether a token is white space, or nothing; a reference to a space was meant to stay."""
    return not token.shown or (token.shown == " " and token.raw.isspace())


def _pairs(tokens: Sequence[Token], codes: Sequence[Code]) -> dict[int, int]:
    """Return which token closes which."""
    pairs: dict[int, int] = {}
    open_: list[tuple[int, str]] = []
    for place, token in enumerate(tokens):
        if len(token.shown) != 1 or not is_code(token.shown):
            continue
        code = codes[ord(token.shown) - CODE_BASE]
        if code.kind is CodeKind.OPEN:
            open_.append((place, code.label))
        elif code.kind is CodeKind.CLOSE:
            if not open_ or open_[-1][1] != code.label:
                return {}
            pairs[open_.pop()[0]] = place
    return {} if open_ else pairs


def rewrite(tokens: Iterable[Token], text: str, write: Callable[[str], str]) -> str:
    """Return the markup of `text`, taking the pieces of the old markup where both begin and end alike.

    So the way the file writes a no-break space or an apostrophe stays, whatever `write` would do. What shows
    as nothing (a bookmark) stays too, wherever it is.
    """
    pieces = list(tokens)
    before: list[str] = []
    after: list[str] = []
    first = start = 0
    while first < len(pieces):
        shown, raw = pieces[first]
        if text.startswith(shown, start):
            before.append(raw)
            start += len(shown)
            first += 1
            continue
        if shown == raw:
            alike = _alike(shown, text[start : start + len(shown)])
            before.append(raw[:alike])
            start += alike
            pieces[first] = Token(shown[alike:], raw[alike:])
        break
    last, end = len(pieces), len(text)
    while last > first:
        shown, raw = pieces[last - 1]
        if end - len(shown) >= start and text.endswith(shown, 0, end):
            after.append(raw)
            end -= len(shown)
            last -= 1
            continue
        if shown == raw:
            room = text[max(start, end - len(shown)) : end]
            alike = _alike(shown[::-1], room[::-1])
            after.append(raw[len(raw) - alike :])
            end -= alike
            pieces[last - 1] = Token(shown[: len(shown) - alike], raw[: len(raw) - alike])
        break
    unseen = (raw for shown, raw in pieces[first:last] if not shown)
    return "".join((*before, write(text[start:end]), *unseen, *reversed(after)))


def _alike(one: str, other: str) -> int:
    """Return how many characters two texts begin with alike."""
    return next((at for at, differs in enumerate(map(ne, one, other)) if differs), min(len(one), len(other)))
