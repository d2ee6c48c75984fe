"""Cuts a text into the runs of letters that names are made of, noting which may begin a sentence."""

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from reviewer.text.folding import fold
from reviewer.text.memo import Memo

if TYPE_CHECKING:
    from regex import Pattern

_RUN = re.compile(r"\S+")
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


_PLAIN = re.compile(
    "[\\s!-±´-¸º»¿-\u02ff\u0370-\u0482\u048a-\u058f\u1e00-\u1fff\u2000-\u206f\u20a0-\u20bf\u2100-\u214f\u2190-\u21ff]*"
)
"""Characters among which letters and digits are all that `re` takes for word characters; no marks, no fractions."""
_PLAIN_WORD = re.compile(r"([^\W\d_][^\W_]*)")


@cache
def _word() -> "Pattern[str]":
    """Return what matches a word in any script."""
    # Imported here: the window is there before a text asks for it.
    import regex

    return regex.compile(r"(\p{L}[\p{L}\p{M}\p{Nd}]*)")


# Finding the names, comparing them and looking for words each ask for the tokens of the same text.
@lru_cache(maxsize=512)
def tokens(text: str, lang: str) -> tuple[Token, ...]:
    """Return the runs of letters of a text, in order.

    Hyphens, apostrophes and full stops part runs: `Syria's` is `Syria`, `s`; `U.S.` is `U`, `S`, as
    folding turns the same characters into spaces. `lang` is there for `Reading.of`.
    """
    pieces = (_PLAIN_WORD if _PLAIN.fullmatch(text) else _word()).split(text)
    found: list[Token] = []
    first = True
    end = 0
    before = ""
    for gap, word in zip(pieces[::2], pieces[1::2], strict=False):
        if found and gap != " ":
            first = _parts(gap, gap[0] == "." and _abbreviates(before))
        start = end + len(gap)
        end = start + len(word)
        key, capital = _READ[word]
        found.append(_token(Token, (start, end, word, key, capital, first)))
        first = False
        before = word
    return tuple(found)


_token = tuple.__new__
"""Makes a token in half the time its own constructor takes."""


def _read(word: str) -> tuple[str, bool]:
    return fold(word), word[0].isupper() or word[0].istitle()


_READ = Memo(_read, 65_536)


@lru_cache(maxsize=4096)
def _parts(gap: str, abbreviated: bool) -> bool:
    """Say whether a sentence, a quotation or a heading may begin behind what stands between two words."""
    if "\n" in gap:
        return True
    first = False
    for match in _RUN.finditer(gap):
        run = match.group()
        start, end = match.span()
        spaced = end < len(gap)
        if any(c in _STOPS for c in run):
            # A stop inside `U.S.` or `3.5` ends nothing; an abbreviation before a name (`Dr. Müller`)
            # is told by its length.
            if spaced and not (run == "." and start == 0 and abbreviated):
                first = True
        elif not first and any(c in _QUOTES for c in run) and not spaced and gap[start - 1 : start] == " ":
            first = run[-1] in '"“„«‚‘‹「『'
    return first


def _abbreviates(word: str) -> bool:
    return len(word) == 1 or fold(word) in _ABBREVIATIONS


_ABBREVIATIONS = frozenset(
    "dr mr mrs ms st sen rep gov gen col lt sgt jr sr prof hr fr frl nr abs sr sra srta ing mgr ks sw mme mlle "
    "mm dott sig ул гг им св проф акад зам пр".split()
)
"""Titles and the like that a full stop follows without ending a sentence."""
