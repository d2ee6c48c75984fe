"""Numerals and words of a text in order, ready for look-up."""

import re
from bisect import bisect_left
from dataclasses import dataclass

from reviewer.model.span import Span
from reviewer.text.lexis import LETTER, Lexis
from reviewer.text.numerals import NUMERAL

_TOKEN = re.compile(rf"({NUMERAL.pattern})|{LETTER}(?:{LETTER}|['’ʼ״](?={LETTER}))*")
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


def tokens(folded: str, lexis: Lexis) -> Tokens:
    """Cut a text whose digits are folded."""
    if "@" in folded or "://" in folded or "www." in folded:
        folded = _ADDRESS.sub(lambda found: " " * len(found[0]), folded)
    starts, ends, keys, numeral, joined = [], [], [], [], []
    fold_word = lexis.fold_word
    end = 0
    for match in _TOKEN.finditer(folded):
        start = match.start()
        is_numeral = match[1] is not None
        starts.append(start)
        keys.append(match[1] if is_numeral else fold_word(match[0]))
        numeral.append(is_numeral)
        joined.append(folded[end:start] in _JOINTS)
        end = match.end()
        ends.append(end)
    return Tokens(folded, starts, ends, keys, numeral, joined)


_JOINTS = frozenset({"", " ", "-", "\u00a0", "\u202f", "\u2011", "\u00ad"})
