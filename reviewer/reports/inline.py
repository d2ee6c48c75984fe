"""A text with protected codes cut into pieces, so that each report can write codes its own way."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from reviewer.model.segment import CODE_BASE, UNIT_BREAK, Code, CodeKind, is_code

_REPEATED = 1000
"""Added to the number of a code each time it comes again: ids must differ, and be the same in both texts."""


class Piece(NamedTuple):
    """Plain text, or one code."""

    text: str
    code: Code | None = None
    number: int = 0
    """Names a code, and both ends of a pair alike; the same in the source and the translation."""
    paired: bool = False
    """Whether the other end of it stands in the same text, and all that stands between the two is paired too."""


def pieces(text: str, codes: Sequence[Code]) -> list[Piece]:
    """Return the pieces of a text in order; a code that is not among `codes` is left out.

    Units that were merged into one segment stand in lines of their own.
    """
    if text.isascii():
        return [Piece(text)] if text else []
    text = text.replace(UNIT_BREAK, "\n")
    found: list[Piece] = []
    times: Counter[int] = Counter()
    open_: list[int] = []
    start = 0
    for at, char in enumerate(text):
        if not is_code(char):
            continue
        if start < at:
            found.append(Piece(text[start:at]))
        start = at + 1
        number = ord(char) - CODE_BASE
        if number >= len(codes):
            continue
        code = codes[number]
        named = number + 1 + _REPEATED * times[number]
        times[number] += 1
        if code.kind is CodeKind.OPEN:
            open_.append(len(found))
        elif code.kind is CodeKind.CLOSE and open_ and _belong(found[open_[-1]].code, code):
            opening = open_.pop()
            found[opening] = found[opening]._replace(paired=True)
            found.append(Piece("", code, found[opening].number, True))
            continue
        found.append(Piece("", code, named))
    if start < len(text):
        found.append(Piece(text[start:]))
    return found


def marked_up(
    text: str, codes: Sequence[Code], plain: Callable[[str], str], tag: Callable[[Code, int, bool], str]
) -> str:
    """Return a text written with `plain` for what is text and `tag` for each code, its number, whether it is paired."""
    return "".join(
        plain(piece.text) if piece.code is None else tag(piece.code, piece.number, piece.paired)
        for piece in pieces(text, codes)
    )


def as_tags(text: str, codes: Sequence[Code]) -> str:
    """Return a text with its codes as tags that are part of the text: `<b>`, `</b>`, `<br/>`."""
    return marked_up(text, codes, str, lambda code, number, paired: native(code))


def as_labels(text: str, codes: Sequence[Code]) -> str:
    """Return a text with its codes as people should see them: ‹b›, ‹/b›, ‹br›."""
    return marked_up(text, codes, str, lambda code, number, paired: label(code))


def label(code: Code) -> str:
    """Return a code as people should see it."""
    return f"‹/{code.label}›" if code.kind is CodeKind.CLOSE else f"‹{code.label}›"


def native(code: Code) -> str:
    """Return a tag that says what a code is."""
    if code.kind is CodeKind.CLOSE:
        return f"</{code.label}>"
    return f"<{code.label}>" if code.kind is CodeKind.OPEN else f"<{code.label}/>"


def having_codes(texts: Iterable[str]) -> bool:
    """Say whether any of the texts has a code in it."""
    return any(is_code(char) for text in texts if not text.isascii() for char in text)


def _belong(opening: Code | None, closing: Code) -> bool:
    return opening is not None and (opening.id == closing.id or opening.label == closing.label)
