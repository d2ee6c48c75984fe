"""Telling headings in texts that have no markup for them."""

import re
from collections.abc import Sequence

_LONGEST = 90
"""Columns; a longer line is a paragraph, whatever it ends with."""
_SHORTEST_BODY = 80
"""Columns of the paragraph below; among lines as short as itself a line is no heading."""
_WIDE = re.compile("[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60\U00020000-\U0003fffd]")
# Unicode Sentence_Terminal and Terminal_Punctuation of the scripts in use, with what may close after them.
_ENDED = re.compile(r"[.!?…:;,،؛؟۔։।॥။។៖፡።。！？：；，、｡‼⁇][\"'’”»›“)\]」』）】]*\s*$")


def headings(texts: Sequence[str]) -> dict[int, int]:
    """Return which paragraphs are headings, and of what level: 1 for a first line, 2 below it.

    A heading is short, does not end like a sentence, and stands over a paragraph that is long and does.
    """
    found: dict[int, int] = {}
    for index, text in enumerate(texts):
        if len(text) > _LONGEST or index + 1 == len(texts):
            continue
        below = texts[index + 1]
        if len(below) * 2 < _SHORTEST_BODY or not any(map(str.isalpha, text)):
            continue
        width = _columns(text)
        if (
            width <= _LONGEST
            and not _ENDED.search(text)
            and _columns(below[:200]) >= max(_SHORTEST_BODY, 1.5 * width)
            and _ENDED.search(below)
        ):
            found[index] = 2 if index else 1
    return found


def _columns(text: str) -> int:
    return len(text) if text.isascii() else len(text) + len(_WIDE.findall(text))
