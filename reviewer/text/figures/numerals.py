"""Numbers in figures: what a group of digits may mean, and how a language writes a value."""

import re
from functools import lru_cache

from reviewer.text.figures.lexis import Lexis

SPACES = " \u00a0\u202f\u2009"

NUMERAL = re.compile(
    # groups set apart by a space, an apostrophe (Swiss) or the Arabic thousands mark, which folds to ’
    r"(?<![\d.,])\d{1,3}(?:[ \u00a0\u202f\u2009'’]\d{3})+(?:[.,]\d+)?(?![\d'’])(?![ \u00a0\u202f]\d{3}(?!\d))"
    # one run of digits with stops and commas inside
    r"|\d+(?:[.,]\d+)*"
)

_GROUP_MARKS = re.compile(rf"[{SPACES}'’]")
_DIGIT = re.compile(r"\d")
_POINTS = re.compile("[.,]")
_GROUPS = re.compile(r"\d{1,3}(?:[.,]\d{3})*|\d{1,2}(?:[.,]\d{2})+[.,]\d{3}")

_EXACT = 1e15
"""Above this a float no longer tells neighbouring integers apart."""


def rounded(value: float) -> float:
    """Return `value` without the noise of binary fractions: two equal values compare equal."""
    return float(f"{value:.12g}") if value != int(value) or value >= _EXACT else value


@lru_cache(maxsize=4096)
def readings(numeral: str, decimal: str, group: str) -> tuple[float, ...]:
    """Return what a numeral may mean, the usual meaning in the language first.

    `1,234` is 1234 in English and may be 1.234 elsewhere: both are returned, because authors mix
    conventions and a translation settles which is meant. Empty for what is no single number (a version
    3.1.4, a list 1,2,3).
    """
    if numeral.isdecimal():
        return (float(numeral),)
    plain = _GROUP_MARKS.sub("", numeral)
    marks = _DIGIT.sub("", plain)
    if not marks:
        return (float(plain),)
    if plain != numeral:  # groups are set apart already, so that a mark can only be the decimal one
        return (float(plain.replace(",", ".")),) if len(marks) == 1 else ()
    if len(set(marks)) == 2:
        last = marks[-1]
        if marks.count(last) > 1:
            return ()
        whole, fraction = plain.rsplit(last, 1)
        return (float(_POINTS.sub("", whole) + "." + fraction),) if _grouped(whole) else ()
    if len(marks) > 1:
        return (float(_POINTS.sub("", plain)),) if _grouped(plain) else ()
    whole, fraction = plain.split(marks)
    as_decimal = float(f"{whole}.{fraction}")
    if len(fraction) != 3 or len(whole) > 3 or whole.startswith("0"):
        return (as_decimal,)
    as_group = float(whole + fraction)
    # A mark that is neither of the language's own (a stop in Russian, a comma in Swiss German) was most
    # likely left from the source: read it as grouping, which three digits behind it suggest.
    if marks == decimal:
        return (as_decimal, as_group)
    return (as_group, as_decimal)


def _grouped(whole: str) -> bool:
    return bool(_GROUPS.fullmatch(whole))


def decimals(numeral: str, value: float) -> int:
    """Return how many decimals a numeral shows when it means `value`."""
    if float(re.sub(r"\D", "", numeral)) == value:
        return 0
    tail = re.search(r"[.,](\d+)$", numeral)
    return len(tail[1]) if tail else 0


def figures_of(value: float, lexis: Lexis, places: int | None = None, grouped: bool = True) -> str:
    """Write a value in ASCII digits with the separators of the language (CLDR).

    `places` is the number of decimals; None shows as many as the value has. `grouped` false leaves the
    group marks out, as in years.
    """
    if places is None:
        places = max(0, -_exponent(value))
    whole, _, fraction = f"{abs(value):.{places}f}".partition(".")
    if grouped and len(whole) >= 3 + max(lexis.least_grouped, 1 if len(whole) > 3 else 2):
        whole = _group(whole, lexis)
    sign = "−" if value < 0 else ""
    return sign + whole + (lexis.decimal + fraction if fraction else "")


def _exponent(value: float) -> int:
    digits = f"{abs(value):.12g}"
    return -len(digits.partition(".")[2]) if "." in digits and "e" not in digits else 0


def _group(whole: str, lexis: Lexis) -> str:
    head, tail = whole[:-3], whole[-3:]
    size = 2 if lexis.lakh else 3
    parts = []
    while len(head) > size:
        parts.append(head[-size:])
        head = head[:-size]
    return lexis.group.join([head, *reversed(parts), tail])


def significant(numeral: str) -> int:
    """Return how many significant digits a numeral has; zeros at the end of a whole number count none."""
    digits = re.sub(r"\D", "", numeral).lstrip("0")
    if not re.search(r"[.,]\d{1,2}$|[.,]\d{4,}$", numeral):
        digits = digits.rstrip("0")
    return max(1, len(digits))
