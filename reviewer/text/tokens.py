"""Cuts a text into the runs of letters that names are made of, noting which may begin a sentence."""

from functools import lru_cache
from typing import NamedTuple

import regex

from reviewer.text.folding import fold

_RUN = regex.compile(r"\p{L}[\p{L}\p{M}\p{Nd}]*|[^\p{L}\s]+")
_STOPS = frozenset(".!?…:;。！？؟।•|\u2029\n–—")
_QUOTES = frozenset("\"“”„«»‚‘’'‹›「」『』《》(（[【-\u2013\u2014*#>¿¡")


class Token(NamedTuple):
    """A run of letters (with marks and digits behind them)."""

    start: int
    end: int
    text: str
    key: str
    """The folded form."""
    capital: bool
    """Whether it begins with a capital letter."""
    first: bool
    """Whether a sentence, a quotation or a heading may begin here, so that a capital says nothing."""


# Finding the names, comparing them and looking for words each ask for the tokens of the same text.
@lru_cache(maxsize=64)
@lru_cache(maxsize=512)
def tokens(text: str, lang: str) -> tuple[Token, ...]:
    """Return the runs of letters of a text, in order.

    Hyphens, apostrophes and full stops part runs: `Syria's` is `Syria`, `s`; `U.S.` is `U`, `S`, as
    folding turns the same characters into spaces. `lang` is there for `Reading.of`.
    """
    found: list[Token] = []
    first = True
    previous_end = 0
    for match in _RUN.finditer(text):
        run = match.group()
        start = match.start()
        char = run[0]
        if char.isalpha():
            if not first and "\n" in text[previous_end:start]:
                first = True
            end = start + len(run)
            found.append(Token(start, end, run, fold(run), char.isupper() or char.istitle(), first))
            previous_end = end
            first = False
            continue
        spaced = start + len(run) == len(text) or text[start + len(run)].isspace()
        if any(c in _STOPS for c in run):
            # A stop inside `U.S.` or `3.5` ends nothing; an abbreviation before a name (`Dr. Müller`)
            # is told by its length.
            if spaced and not (run == "." and found and previous_end == start and _abbreviates(found[-1])):
                first = True
        elif not first and any(c in _QUOTES for c in run) and not spaced and (start == 0 or text[start - 1] == " "):
            first = run[-1] in '"“„«‚‘‹「『'
    return tuple(found)


def _abbreviates(token: Token) -> bool:
    return len(token.text) == 1 or token.key in _ABBREVIATIONS


_ABBREVIATIONS = frozenset(
    "dr mr mrs ms st sen rep gov gen col lt sgt jr sr prof hr fr frl nr abs sr sra srta ing mgr ks sw mme mlle "
    "mm dott sig ул гг им св проф акад зам пр".split()
)
"""Titles and the like that a full stop follows without ending a sentence."""
