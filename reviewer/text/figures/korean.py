"""Korean numbers that mix digits and scales (3만5천), or are in syllables alone (삼만오천), and times of day."""

import re

from reviewer.model.span import Span
from reviewer.text.figures.cjk import united, value_of
from reviewer.text.figures.clocks import clock_at
from reviewer.text.figures.lexis import Lexis
from reviewer.text.figures.quantity import Clock, Quantity, Weight

_AS_IDEOGRAPHS = str.maketrans("일이삼사오육칠팔구영공십백천만억조", "一二三四五六七八九零零十百千万億兆")
_DIGITS = r"\d+(?:[.,]\d+)*"
_MIXED = re.compile(
    rf"{_DIGITS}\s?[십백천]?[만억조]?(?:(?<=[십백천만억조])\s?{_DIGITS}\s?[십백천]?[만억조]|(?<=[십백천만억조])"
    rf"(?:\s?{_DIGITS}[십백천]|{_DIGITS}(?!\s?(?:[월일시분초년회차개명]|번|살|세|위|대|층|호|%))))*"
)
_HOURS = {
    "열두": 12, "열한": 11, "열": 10, "아홉": 9, "여덟": 8, "일곱": 7, "여섯": 6, "다섯": 5, "네": 4, "세": 3, "두": 2,
    "한": 1,
}  # fmt: skip
_SYLLABLES = re.compile(
    r"[일이삼사오육칠팔구]?[십백천만억조][일이삼사오육칠팔구십백천만억조]+|[일이삼사오육칠팔구][백천만억]"
)


_CLOCK = re.compile(
    rf"(?:(?P<half>오전|오후|새벽|아침|낮|저녁|밤)\s?)?(?<![가-힣\d.,:])(?P<hour>\d{{1,2}}|{'|'.join(_HOURS)})\s?시"
    r"(?:\s?(?:(?P<minute>\d{1,2})\s?분|(?P<half_past>반)))?(?!간|즌|리|장|민|청|대|각|도|설|작)"
)


def find_clocks(text: str, lexis: Lexis) -> list[Clock]:
    """Return the times of day, hours being told in figures or in Korean's own numbers: 오후 2시 30분, 세 시 반."""
    if "시" not in text:
        return []
    found = []
    for match in _CLOCK.finditer(text):
        hour = int(match["hour"]) if match["hour"].isdigit() else _HOURS[match["hour"]]
        minute = 30 if match["half_past"] else int(match["minute"] or 0)
        clock = clock_at(Span(*match.span()), hour, minute, lexis.halves.get(match["half"] or ""))
        if clock:
            found.append(clock)
    return found


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
