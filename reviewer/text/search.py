"""Finding and replacing text, with regular expressions that cannot hang the program."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from reviewer.model.errors import InputError
from reviewer.model.span import Span

_SECONDS = 1.0
"""Longest time one text may be searched; patterns that backtrack without end are stopped."""


@dataclass(frozen=True, slots=True)
class Query:
    """What to look for."""

    text: str
    regular: bool = False
    """Whether `text` is a regular expression (groups can be used in the replacement as `\\1`)."""
    match_case: bool = False
    whole_words: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where a query matches, and what would stand there instead."""

    span: Span
    replacement: str


def finder(query: Query, replacement: str = "") -> Callable[[str], Iterator[Hit]]:
    """Return a function that yields a text's hits from left to right; empty matches are passed over.

    Raises:
        InputError: the expression or the replacement is malformed, or takes too long; says where.
    """
    if not query.text:
        return lambda text: iter(())
    # Loaded with the first search: start-up does without.
    import regex

    source = query.text if query.regular else regex.escape(query.text)
    if query.whole_words:
        source = rf"\b(?:{source})\b"
    flags = regex.VERSION1 | (0 if query.match_case else regex.IGNORECASE)
    try:
        pattern = regex.compile(source, flags)
    except regex.error as error:
        raise InputError(f"The expression is not complete: {error}.") from None

    def find(text: str) -> Iterator[Hit]:
        try:
            for match in pattern.finditer(text, timeout=_SECONDS):
                if match.end() > match.start():
                    put = match.expand(replacement) if query.regular else replacement
                    yield Hit(Span(match.start(), match.end()), put)
        except TimeoutError:
            raise InputError("The expression takes too long. Make it simpler.") from None
        except (regex.error, IndexError) as error:
            raise InputError(f"The replacement is not right: {error}.") from None

    return find


def replaced(text: str, hits: list[Hit]) -> str:
    """Return the text with every hit replaced."""
    parts, at = [], 0
    for hit in hits:
        parts += [text[at : hit.span.start], hit.replacement]
        at = hit.span.end
    return "".join(parts) + text[at:]
