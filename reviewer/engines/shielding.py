"""Carries inline codes through an engine that knows nothing of them."""

import html
import re
from collections import Counter

from reviewer.model.segment import CODE_BASE, is_code

_PLAIN = re.compile(r"\[\s*[XxХх]\s*(\d{1,5})\s*[XxХх]\s*\]")
"""As Weblate shows placeables to engines; some turn the letter into the Cyrillic one or add spaces."""
_XML = re.compile(r"""<\s*x\s+id\s*=\s*["'](\d{1,5})["']\s*(?:/\s*>|>\s*</\s*x\s*>)""", re.IGNORECASE)


def moved(count: int) -> str:
    """Return the note for the editor about codes that were put in by their place."""
    return f"The inline codes ({count}) did not come back and were put in by their place: look where they stand."


def edges(text: str) -> tuple[str, str, str]:
    """Return what an engine need not see at the start of a text (white space, codes), the rest, and its end."""
    start, end = 0, len(text)
    while start < end and (text[start].isspace() or is_code(text[start])):
        start += 1
    while end > start and (text[end - 1].isspace() or is_code(text[end - 1])):
        end -= 1
    return text[:start], text[start:end], text[end:]


def shown(text: str, xml: bool) -> str:
    """Return a text with its codes as an engine shall see them; as XML the rest is escaped."""
    spelled = '<x id="{}"/>' if xml else "[X{}X]"
    return "".join(
        spelled.format(ord(char) - CODE_BASE) if is_code(char) else html.escape(char, quote=False) if xml else char
        for char in text
    )


def restored(answer: str, text: str, xml: bool) -> tuple[str, int]:
    """Return an answer with the codes of `text` in it, and how many were put in by their place alone.

    Either every code came back once, or all are placed anew: at the same share of the text, between
    words, in their old order, so that pairs stay nested.
    """
    wanted = [char for char in text if is_code(char)]
    expected = set(wanted)

    def code(match: re.Match[str]) -> str:
        char = chr(CODE_BASE + int(match[1]))
        return char if char in expected else match[0]

    bare = "".join(char for char in answer if not is_code(char))
    if xml:
        # Codes first: what is escaped in the text is no code of ours.
        result = html.unescape(_XML.sub(code, bare))
    else:
        result = _PLAIN.sub(code, bare)
    if Counter(char for char in result if is_code(char)) == Counter(wanted):
        return result, 0
    return _placed("".join(char for char in result if not is_code(char)), text), len(wanted)


def _placed(answer: str, text: str) -> str:
    plain = sum(not is_code(char) for char in text)
    ends = [0, *(match.end() for match in re.finditer(r"\w+|[^\w\s]", answer)), len(answer)]
    parts: list[str] = []
    done = passed = 0
    for char in text:
        if not is_code(char):
            passed += 1
            continue
        place = len(answer) * passed / max(plain, 1)
        at = max(done, min(ends, key=lambda end: abs(end - place)))
        parts += [answer[done:at], char]
        done = at
    return "".join(parts) + answer[done:]
