"""Numerals and words of a text in order, ready for look-up."""

import re
from bisect import bisect_left
from dataclasses import dataclass

from reviewer.model.span import Span
from reviewer.text.figure_words import FigureWords
from reviewer.text.lexis import LETTER
from reviewer.text.numerals import NUMERAL

_TOKEN = re.compile(rf"{LETTER}+(?:['’ʼ״]{LETTER}+)*|{NUMERAL.pattern}")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+")


@dataclass(slots=True)
class Tokens:
    """Numerals and words with their places; `keys` are folded for look-up."""

    text: str
    starts: list[int]
    ends: list[int]
    keys: list[str]
    numeral: list[bool]
    joined: list[bool]
    """Whether only a space or a hyphen stands before the token."""
    traits: list[int]
    """What each word may be, as `figure_words.Trait`; 0 for numerals."""

    def __len__(self) -> int:
        return len(self.keys)

    def take(self, taken: list[bool], span: Span) -> None:
        """Mark the tokens inside a span as taken."""
        for at in range(bisect_left(self.starts, span.start), len(taken)):
            if self.starts[at] >= span.end:
                break
            taken[at] = True

    def gap(self, at: int) -> str:
        """Return what stands before token `at`, after the one before it."""
        return self.text[self.ends[at - 1] if at else 0 : self.starts[at] if at < len(self) else len(self.text)]


def tokens(folded: str, words: FigureWords) -> Tokens:
    """Cut a text whose digits are folded."""
    if "@" in folded or "://" in folded or "www." in folded:
        folded = _ADDRESS.sub(lambda found: " " * len(found[0]), folded)
    spans = [match.span() for match in _TOKEN.finditer(folded)]
    written = [folded[start:end] for start, end in spans]
    looks = [_NUMERAL_LOOK if word[0] in _DIGITS else words.look(word) for word in written]
    ends = [end for _, end in spans]
    return Tokens(
        folded,
        [start for start, _ in spans],
        ends,
        [look[0] or word for look, word in zip(looks, written, strict=True)],
        [look is _NUMERAL_LOOK for look in looks],
        [folded[end:start] in _JOINTS for end, (start, _) in zip([0, *ends], spans, strict=False)],
        [look[1] for look in looks],
    )


_DIGITS = "0123456789"
_NUMERAL_LOOK = ("", 0)
_JOINTS = frozenset({"", " ", "-", "\u00a0", "\u202f", "\u2011", "\u00ad"})
