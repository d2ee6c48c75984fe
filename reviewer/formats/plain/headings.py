"""Telling headings in texts that have no markup for them."""

import re
from collections.abc import Sequence
from itertools import pairwise

from reviewer.model.packed_texts import lengths

_LONGEST = 90
"""Columns; a longer line is a paragraph, whatever it ends with."""
_SHORTEST_BODY = 80
"""Columns of the paragraph below; among lines as short as itself a line is no heading."""
_WIDE = re.compile("[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60\U00020000-\U0003fffd]")
# Unicode Sentence_Terminal and Terminal_Punctuation of the scripts in use, and what may close after them.
_STOPS = frozenset(".!?…:;,،؛؟۔։।॥။។៖፡።。！？：；，、｡‼⁇")
_CLOSERS = "\"'’”»›“)]」』）】"


def headings(texts: Sequence[str]) -> dict[int, int]:
    """Return which paragraphs are headings, and of what level: 1 for a first line, 2 below it.

    A heading is short, does not end like a sentence, and stands over a paragraph that is long and does.
    """
    # Most paragraphs of a long document are told by the lengths alone, most others by their last character.
    candidates = [
        index
        for index, (length, below) in enumerate(pairwise(lengths(texts)))
        if length <= _LONGEST and 2 * below >= _SHORTEST_BODY
    ]
    found = {}
    below, its_index = "", -1
    for index in candidates:
        text = below if index == its_index else texts[index]
        if not _ended(text):
            below, its_index = texts[index + 1], index + 1
            if _ended(below) and _stands_over(text, below):
                found[index] = 2 if index else 1
    return found


def _stands_over(text: str, below: str) -> bool:
    if not any(map(str.isalpha, text)):
        return False
    width = _columns(text)
    return width <= _LONGEST and _columns(below[:200]) >= max(_SHORTEST_BODY, 1.5 * width)


def _ended(text: str) -> bool:
    return text[-1:] in _STOPS or text.rstrip().rstrip(_CLOSERS)[-1:] in _STOPS


def _columns(text: str) -> int:
    return len(text) if text.isascii() else len(text) + len(_WIDE.findall(text))
