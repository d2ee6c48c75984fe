"""Characters of a file that have a meaning of their own in texts, and so are shown as codes.

Fonts of icons use the range that stands for inline codes; U+2029 stands for the border of two merged units.
"""

import re

from reviewer.formats.encoding import Decoded
from reviewer.model.segment import CODE_BASE, Code, CodeKind

_OWN = re.compile("[\u2029\U000f0000-\U000ffffd]")


def has_own(decoded: Decoded) -> bool:
    """Say whether there may be such characters in a file; certain only where it says no."""
    if decoded.encoding == "utf-8":
        return b"\xf3" in decoded.body or b"\xe2\x80\xa9" in decoded.body
    return bool(_OWN.search(decoded.text))


def hide(text: str) -> tuple[str, tuple[Code, ...]]:
    """Return a text of the file with each such character as a code, and the codes."""
    chars = _found(text)
    codes = tuple(Code(f"{ord(char):X}", CodeKind.STANDALONE, f"{ord(char):X}") for char in chars)
    return _OWN.sub(lambda match: chr(CODE_BASE + chars.index(match.group())), text), codes


def show(text: str, original: str) -> str:
    """Return an edited text with the characters its codes stood for when it was `original` in the file."""
    chars = _found(original)
    if not chars:
        return text
    numbers = {chr(CODE_BASE + number): char for number, char in enumerate(chars)}
    return "".join(numbers.get(char, char) for char in text)


def _found(text: str) -> list[str]:
    return [] if text.isascii() else list(dict.fromkeys(_OWN.findall(text)))
