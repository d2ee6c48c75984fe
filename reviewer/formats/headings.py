"""Telling headings in texts that have no markup for them."""

import re
from collections.abc import Sequence

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
    # Most paragraphs of a long document are told by their length alone, most others by their last character.
    short = [index for index, length in enumerate(lengths(texts)[:-1]) if length <= _LONGEST]
    open_ended = [index for index in short if texts[index][-1:] not in _STOPS]
    return {index: 2 if index else 1 for index in open_ended if _stands_over(texts[index], texts[index + 1])}


def _stands_over(text: str, below: str) -> bool:
    if len(below) * 2 < _SHORTEST_BODY or _ended(text) or not _ended(below) or not any(map(str.isalpha, text)):
        return False
    width = _columns(text)
    return width <= _LONGEST and _columns(below[:200]) >= max(_SHORTEST_BODY, 1.5 * width)


def _ended(text: str) -> bool:
    return text.rstrip().rstrip(_CLOSERS)[-1:] in _STOPS


def _columns(text: str) -> int:
    return len(text) if text.isascii() else len(text) + len(_WIDE.findall(text))
