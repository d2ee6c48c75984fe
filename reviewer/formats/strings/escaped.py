"""Texts that stand in a file as string literals, with escape sequences."""

import re
from collections.abc import Callable, Iterator

from reviewer.formats.codes import CodeTable, Token


class EscapedCodes(CodeTable):
    """A literal: `pattern` finds its escape sequences, `shown` reads one, `written` writes plain text."""

    def __init__(self, pattern: re.Pattern[str], shown: Callable[[str], str], written: Callable[[str], str]) -> None:
        super().__init__()
        self._pattern = pattern
        self._shown = shown
        self._written = written

    def split(self, inner: str) -> Iterator[Token]:
        """Yield plain text and escape sequences."""
        at = 0
        for match in self._pattern.finditer(inner):
            if match.start() > at:
                yield Token(self.literal(inner[at : match.start()]), inner[at : match.start()])
            yield Token(self.literal(self._shown(match.group()), match.group()), match.group())
            at = match.end()
        if at < len(inner):
            yield Token(self.literal(inner[at:]), inner[at:])

    def escape(self, text: str) -> str:
        """Write plain text."""
        return self._written(text)


def is_escaping(text: str) -> bool:
    r"""Say whether a file writes all but ASCII as `\uXXXX`."""
    return text.isascii() and re.search(r"\\u[0-9a-fA-F]{4}", text) is not None


def utf16_escapes(text: str, template: str = "\\u{:04x}") -> str:
    r"""Return text with all but ASCII as `\uXXXX`, two for characters beyond U+FFFF."""
    if text.isascii():
        return text
    pieces: list[str] = []
    for char in text:
        code = ord(char)
        if code > 0xFFFF:
            code -= 0x10000
            pieces += (template.format(0xD800 + (code >> 10)), template.format(0xDC00 + (code & 0x3FF)))
        else:
            pieces.append(char if code < 128 else template.format(code))
    return "".join(pieces)
