"""How long a segment is, in letters of a Latin alphabet, whatever it is written in."""

import unicodedata
from collections.abc import Sequence
from functools import cache
from itertools import islice

import numpy as np
import numpy.typing as npt

from reviewer.alignment.words import WITH_SIGNS

_WORTH = (
    (0x0590, 0x0780, 1.25),  # Hebrew, Arabic, Syriac: most vowels are not written
    (0x0840, 0x0900, 1.25),
    (0x1100, 0x1200, 0.8),  # Hangul, letter by letter
    (0x1200, 0x13A0, 1.35),  # Ethiopic
    (0x3040, 0x3100, 1.35),  # Hiragana, Katakana
    (0x31F0, 0x3200, 1.35),
    (0x3400, 0xA000, 3.0),  # Han
    (0xAC00, 0xD7A4, 2.3),  # Hangul, syllable by syllable
    (0xF900, 0xFB00, 3.0),
    (0x20000, 0x32400, 3.0),
)
"""Scripts whose characters say more than a Latin letter, by how much: regressions of English lengths on
those of translations in 50 languages. Others are within a quarter of 1, which is left to the pair of texts."""
_SIGN = 0.4
"""What a dependent vowel sign of an Indic script is worth; other combining marks say nothing."""
_INDIC = 0x0900
_SPACES = " \t\n\r\u00a0\u202f\u3000"
_AT_ONCE = 4_096
"""Segments measured together, to bound memory."""


def letters(texts: Sequence[str]) -> npt.NDArray[np.float32]:
    """Return the lengths of texts without white space, in Latin letters, each at least 1."""
    lengths = np.empty(len(texts), np.float32)
    rest = iter(texts)
    done = 0
    while part := list(islice(rest, _AT_ONCE)):
        characters = np.frombuffer("".join(part).encode("utf-32-le", "replace"), np.uint32)
        worth = _table()[np.minimum(characters, len(_table()) - 1)]
        ends = np.cumsum(np.fromiter(map(len, part), np.int64, len(part)))
        upto = np.concatenate([[0.0], np.cumsum(worth, dtype=np.float64)])[np.concatenate([[0], ends])]
        lengths[done : done + len(part)] = np.diff(upto)
        done += len(part)
    return np.maximum(lengths, np.float32(1))


@cache
def _table() -> npt.NDArray[np.float32]:
    """Return the worth of each character by its code point."""
    table = np.ones(_WORTH[-1][1] + 1, np.float32)
    for first, end, worth in _WORTH:
        table[first:end] = worth
    for sign in (c for block in WITH_SIGNS for c in block if unicodedata.category(chr(c))[0] == "M"):
        table[sign] = _SIGN if sign >= _INDIC else 0
    table[list(map(ord, _SPACES))] = 0
    return table
