"""Carries inline codes and variables through an engine that knows nothing of them."""

import html
import re
from collections.abc import Collection, Mapping

from reviewer.model.segment import CODE_BASE, is_code
from reviewer.text.code_places import likely_place

_PLAIN = re.compile(r"\[\s*[XxХх]\s*(\d{1,5})\s*[XxХх]\s*\]")
"""As Weblate shows placeables to engines; some turn the letter into the Cyrillic one or add spaces."""
_XML = re.compile(r"""<\s*x\s+id\s*=\s*["'](\d{1,5})["']\s*(?:/\s*>|>\s*</\s*x\s*>)""", re.IGNORECASE)
_VARIABLE = re.compile(
    r"""\$?\{\{?[\w.:-]+\}?\}                                     # {name}, {0}, ${name}, {{name}}
      | (?<![\w%])%(?:\d+\$|\([\w.]+\))?[-+0]*\d*(?:\.\d+)?[sdifuxg@](?!\w)  # %s, %1$d, %(name)s, %.2f""",
    re.VERBOSE,
)
"""What a program puts something in for: `str.format`, ICU, JavaScript, Mustache; printf (C, Python, Objective-C)."""


def moved(count: int) -> str:
    """Return the note for the editor about codes that were put in by their place."""
    return (
        f"Inline codes or variables ({count}) did not come back and were put in by their place: see where they stand."
    )


def veiled(text: str) -> tuple[str, dict[str, str]]:
    """Return a text with its variables as codes numbered above its own, and which code stands for which."""
    free = max((ord(char) - CODE_BASE + 1 for char in text if is_code(char)), default=0)
    behind: dict[str, str] = {}

    def code(match: re.Match[str]) -> str:
        char = chr(CODE_BASE + free + len(behind))
        behind[char] = match[0]
        return char

    return _VARIABLE.sub(code, text), behind


def unveiled(text: str, behind: Mapping[str, str]) -> str:
    """Return a text with its variables as they were."""
    return "".join(behind.get(char, char) for char in text) if behind else text


def edges(text: str, kept: Collection[str] = ()) -> tuple[str, str, str]:
    """Return what an engine need not see at the start of a text (white space, codes but those kept), the rest,
    and the same at its end."""
    start, end = 0, len(text)
    while start < end and (text[start].isspace() or (is_code(text[start]) and text[start] not in kept)):
        start += 1
    while end > start and (text[end - 1].isspace() or (is_code(text[end - 1]) and text[end - 1] not in kept)):
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
    """Return an answer with the codes of `text` in it, each once, and how many were put in by their place alone."""
    wanted = [char for char in text if is_code(char)]
    seen: set[str] = set()

    def code(match: re.Match[str]) -> str:
        char = chr(CODE_BASE + int(match[1]))
        if char not in wanted:
            return match[0]
        again = char in seen
        seen.add(char)
        return "" if again else char

    bare = "".join(char for char in answer if not is_code(char))
    # In XML the codes go first: what is escaped in the text is no code of ours.
    result = html.unescape(_XML.sub(code, bare)) if xml else _PLAIN.sub(code, bare)
    lost = [char for char in wanted if char not in seen]
    for char in lost:
        result = _with(char, result, text)
    return result, len(lost)


def _with(code: str, answer: str, text: str) -> str:
    """Return an answer with a code of `text` at its likely place."""
    at = text.index(code)
    anchors = [(place, answer.index(char)) for place, char in enumerate(text) if is_code(char) and char in answer]
    closes = text[at - 1 : at].isalnum() and not text[at + 1 : at + 2].isalnum()
    place = likely_place(text, answer, at, anchors, closes)
    return answer[:place] + code + answer[place:]
