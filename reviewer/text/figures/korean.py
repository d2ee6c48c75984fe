"""Korean numbers that mix digits and scales (3만5천, 1조 2000억) or are told in syllables alone (삼만오천)."""

import re

from reviewer.model.span import Span
from reviewer.text.figures.cjk import united, value_of
from reviewer.text.figures.lexis import Lexis
from reviewer.text.figures.quantity import Quantity, Weight

_AS_IDEOGRAPHS = str.maketrans("일이삼사오육칠팔구영공십백천만억조", "一二三四五六七八九零零十百千万億兆")
_DIGITS = r"\d+(?:[.,]\d+)*"
_MIXED = re.compile(
    rf"{_DIGITS}\s?[십백천]?[만억조]?(?:(?<=[십백천만억조])\s?{_DIGITS}\s?[십백천]?[만억조]|(?<=[십백천만억조])"
    rf"(?:\s?{_DIGITS}[십백천]|{_DIGITS}(?!\s?(?:[월일시분초년회차개명]|번|살|세|위|대|층|호|%))))*"
)
_SYLLABLES = re.compile(
    r"[일이삼사오육칠팔구]?[십백천만억조][일이삼사오육칠팔구십백천만억조]+|[일이삼사오육칠팔구][백천만억]"
)


def find_numbers(text: str, lexis: Lexis) -> list[Quantity]:
    """Return the numbers that digits alone do not tell.

    Syllables alone can support a figure, never accuse: most of them also are parts of words.
    """
    found = []
    for match in _MIXED.finditer(text):
        run = match[0].rstrip()
        digits = re.match(_DIGITS, run)
        scales = run[digits.end() :].lstrip() if digits else ""
        value = value_of(re.sub(r"\s", "", run).translate(_AS_IDEOGRAPHS))
        if not digits or not scales or value is None:
            continue
        span = Span(match.start(), match.start() + len(run))
        numeral = Span(span.start, span.start + digits.end())
        plain = not re.search(r"\d", scales)
        scale = value_of(scales.translate(_AS_IDEOGRAPHS)) if plain else None
        quantity = Quantity(
            span, (value,), Weight.FIGURE, numeral, scale or 1.0, Span(span.end - len(scales), span.end)
        )  # fmt: skip
        found.append(united(quantity, text, span.end, lexis))
    for match in _SYLLABLES.finditer(text):
        value = value_of(match[0].translate(_AS_IDEOGRAPHS))
        if value is not None and not any(q.span.start < match.end() and match.start() < q.span.end for q in found):
            told = Quantity(Span(*match.span()), (value,), Weight.HINT)
            found.append(united(told, text, match.end(), lexis)._replace(weight=Weight.HINT))
    return found
