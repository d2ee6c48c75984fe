"""Numerals and words of a text in order, ready for look-up."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import accumulate

from reviewer.model.span import Span
from reviewer.text.figures.lexis import LETTER
from reviewer.text.figures.numerals import NUMERAL
from reviewer.text.figures.words import Trait

_TOKEN = re.compile(rf"({LETTER}+(?:['’ʼ״]{LETTER}+)*|{NUMERAL.pattern})")
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
    """What each may be, as `figure_words.Trait`."""

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


def cut(folded: str) -> list[str]:
    """Cut a text whose digits are folded: what stands between tokens and the tokens in turn, a gap first and last."""
    if "@" in folded or "://" in folded or "www." in folded:
        folded = _ADDRESS.sub(lambda found: " " * len(found[0]), folded)
    return _TOKEN.split(folded)


def tokens(pieces: list[str], looks: list[tuple[str, int]]) -> Tokens:
    """Return the tokens of a text that was `cut`, each looked up in `FigureWords.looks`."""
    edges = [*accumulate(map(len, pieces))]
    return Tokens(
        "".join(pieces),
        edges[:-1:2],
        edges[1::2],
        [key for key, _ in looks],
        [traits == _NUMERAL for _, traits in looks],
        [gap in _JOINTS for gap in pieces[:-1:2]],
        [traits for _, traits in looks],
    )


_NUMERAL = int(Trait.NUMERAL)
_JOINTS = frozenset({"", " ", "-", "\u00a0", "\u202f", "\u2011", "\u00ad"})
