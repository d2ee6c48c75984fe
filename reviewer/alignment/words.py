"""The words of a text as the aligner compares them: short, folded, numbers and marks told apart."""

import re
import unicodedata
from functools import cache
from itertools import pairwise

NUMBER = "#"
"""First character of the key of a number."""
MARK = "."
"""First character of the key of a punctuation mark or symbol."""
PIVOT = "\0"
"""First character of the key of a word of a machine translation."""

_STEM = 5
"""Letters kept of a word: endings differ from case to case, beginnings rarely."""

_MARKS = {
    "«": '"', "»": '"', "“": '"', "”": '"', "„": '"', "「": '"', "」": '"', "『": '"', "』": '"',
    "।": ".", "۔": ".", "。": ".", "؟": "?", "؛": ";", "！": "!", "？": "?", "：": ":", "；": ";",
    "（": "(", "）": ")", "–": "—", "٪": "%", "％": "%",
}  # fmt: skip
"""Marks that scripts write differently, by the form they are compared in."""

WITH_SIGNS = (
    range(0x300, 0x3100), range(0xA66F, 0xABEE), range(0xFB1E, 0xFB1F), range(0xFE00, 0xFE30), range(0x11000, 0x11E00),
    range(0x1E944, 0x1E94B),
)  # fmt: skip
"""Where Unicode has combining marks and vowel signs of scripts in use."""


@cache
def _pattern() -> re.Pattern[str]:
    """Build the pattern of a token; vowel signs and joiners (Indic, Arabic, Thai) belong to the word."""
    signs = [c for block in WITH_SIGNS for c in block if unicodedata.category(chr(c))[0] == "M"]
    # A sign that follows its predecessor extends a range: a class of ranges compiles far faster.
    first = [c for before, c in pairwise([0, *signs]) if c != before + 1]
    last = [c for c, behind in pairwise([*signs, 0]) if behind != c + 1]
    combining = "".join(f"{chr(a)}-{chr(b)}" for a, b in zip(first, last, strict=True))
    word = rf"[^\W\d_](?:[^\W\d_]|[{combining}\u200c\u200d])*"
    number = r"\d+(?:[.,'\u00a0\u202f\u066b\u066c]\d+)*"
    mark = r"[?!:;()%$€£¥°&@#/*+=«»\"“”„…\-–—।۔。؟؛！？：；（）「」『』٪％]"
    return re.compile(rf"{number}|{word}|{mark}")


_UNSPACED = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"
)
"""Letters of scripts that set no space between words."""
_RUNS = re.compile(r"(?P<han>[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff々]+)|(?P<kana>[\u30a1-\u30ff\u31f0-\u31ff]{2,})")


def forms(text: str) -> list[str]:
    """Return a text's words, numbers and marks as they are written, folded."""
    found: list[str] = _pattern().findall(unicodedata.normalize("NFC", text).casefold())
    return found


_PARTICLES = re.compile(r"(?:[وف]?(?:[بك]?ال|لل)|و)(?=\w{3})|ו?[הבלמשכ]?(?=\w{3})")
"""What Arabic and Hebrew write together with the next word: article, conjunction, prepositions (after Larkey
et al. 2007, Light Stemming for Arabic Information Retrieval)."""


def keys(form: str) -> list[str]:
    """Return what a form is compared by: usually one key; several where words are not spaced.

    Keys are made to meet across languages: numbers without their grouping, quotation marks as one,
    words cut to their first letters, text without spaces by characters.
    """
    first = form[0]
    if first.isalpha():
        if first > "\u0dff" and _UNSPACED.search(form):
            return _unspaced(form)
        if "\u0590" <= first <= "\u06ff":
            form = _PARTICLES.sub("", form, 1)
        return [form[:2] if "\uac00" <= first <= "\ud7a3" else form[:_STEM]]
    if first.isdigit():
        return [_number(form)]
    return [] if first == "-" else [MARK + _MARKS.get(form, form)]


def _number(token: str) -> str:
    digits = "".join(c for c in token if c.isdigit())
    if not digits.isascii():
        digits = "".join(str(unicodedata.digit(c, 0)) for c in digits)
    return NUMBER + (digits.lstrip("0") or "0")


def _unspaced(token: str) -> list[str]:
    """Return single Han characters, katakana words and pairs of other letters of a run without spaces."""
    out: list[str] = []
    end = 0
    for run in _RUNS.finditer(token):
        out += _pairs(token[end : run.start()])
        out += run.group() if run["han"] else [run.group()]
        end = run.end()
    return out + _pairs(token[end:])


def _pairs(letters: str) -> list[str]:
    return [letters[k : k + 2] for k in range(len(letters) - 1)]
