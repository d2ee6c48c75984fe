"""Numerals and words of a text in order, ready for look-up."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import accumulate, compress

from reviewer.model.span import Span
from reviewer.text.figures.lexis import LETTER
from reviewer.text.figures.numerals import NUMERAL
from reviewer.text.figures.words import Trait

_PLAIN_WORD = rf"{LETTER}+(?:['’ʼ״]{LETTER}+)*"
_WORD = re.compile(f"({_PLAIN_WORD})")
_TOKEN = re.compile(rf"({_PLAIN_WORD}|{NUMERAL.pattern})")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+")


@dataclass(slots=True)
class Tokens:
    """Numerals and words with their places; `keys` are folded for look-up."""

    text: str
    starts: list[int]
    ends: list[int]
    gaps: list[str]
    """What stands before each token, after the one before it; at last, what stands behind them all."""
    keys: list[str]
    numeral: list[bool]
    numerals: list[int]
    """Which tokens are written in digits."""
    joined: list[bool]
    """Whether only a space or a hyphen stands before the token."""
    traits: list[int]
    """What each may be, as `words.Trait`."""
    kinds: int
    """All traits there are."""

    def __len__(self) -> int:
        return len(self.keys)

    def take(self, taken: list[bool], span: Span) -> None:
        """Mark the tokens inside a span as taken."""
        for at in range(bisect_left(self.starts, span.start), len(taken)):
            if self.starts[at] >= span.end:
                break
            taken[at] = True


def cut(folded: str, digits: bool) -> list[str]:
    """Cut a text whose digits are folded: what stands between tokens and the tokens in turn, a gap first and last.

    Where there are no `digits`, a simpler pattern does.
    """
    if "@" in folded or "://" in folded or "www." in folded:
        folded = _ADDRESS.sub(lambda found: " " * len(found[0]), folded)
    return (_TOKEN if digits else _WORD).split(folded)


def tokens(pieces: list[str], looks: list[tuple[str, int]], kinds: int) -> Tokens:
    """Return the tokens of a text that was `cut`, each looked up in `FigureWords.looks`, and all traits together."""
    keys, traits = [key for key, _ in looks], [traits for _, traits in looks]
    edges = [*accumulate(map(len, pieces))]
    gaps = pieces[::2]
    numeral = [*map(Trait.NUMERAL.__eq__, traits)]
    return Tokens(
        "".join(pieces),
        edges[:-1:2],
        edges[1::2],
        gaps,
        keys,
        numeral,
        [*compress(range(len(keys)), numeral)],
        [*map(_JOINTS.__contains__, gaps[:-1])],
        traits,
        kinds,
    )


_JOINTS = frozenset({"", " ", "-", "\u00a0", "\u202f", "\u2011", "\u00ad"})
