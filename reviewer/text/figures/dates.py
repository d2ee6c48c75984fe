"""Dates: 3/5/2024, 2024-05-03, 5. März, March 5th, 5 de marzo de 2024."""

import re

from reviewer.model.span import Span
from reviewer.text.figures.lexis import Lexis
from reviewer.text.figures.number_words import spelt
from reviewer.text.figures.quantity import Date
from reviewer.text.figures.tokens import Tokens
from reviewer.text.figures.words import Trait, named

_NUMERIC = re.compile(
    r"(?<![\w.,/:])(?<!\d-)(?:"
    r"(?P<y>\d{4})(?P<s1>[-/.])(?P<m>\d{1,2})(?P=s1)(?P<d>\d{1,2})"
    r"|(?P<a>\d{1,2})(?P<s2>[-/.])[ \u00a0]?(?P<b>\d{1,2})(?P=s2)[ \u00a0]?(?P<c>\d{4}|\d{2})"
    r"|(?P<e>\d{1,2})(?P<s3>[./])[ \u00a0]?(?P<f>\d{1,2})\.?"
    r")(?![\w/-]|[.,]\d)"
)
_MARKS = frozenset("-/.")
_KOREAN = re.compile(r"(?:(\d{4})\s?년\s?)?(?<!\d)(\d{1,2})\s?월(?:\s?(\d{1,2})\s?일)?")
_MONTH = Trait.MONTH
_ORDINAL = frozenset(
    [
        "st",
        "nd",
        "rd",
        "th",
        "er",
        "º",
        "ª",
        "o",
        "го",
        "е",
        "м",
        "ого",
        "ти",
        "й",
        "ni",
        "ta",
        "de",
        "te",
        "ste",
        "e",
        "i",
    ]
)
_FILLERS = frozenset(["of", "de", "del", "do", "d", "des", "den", "der", "the", "да", "di"])
_YEAR_FILLERS = _FILLERS | frozenset({"г", "года", "року", "р", "r", "roku", "עם", "عام", "سنة", "", "al"})
_MONTH_LEADS: dict[str, frozenset[str]] = {
    lang: frozenset(words.split())
    for lang, words in {
        "cs": "v od do",
        "da": "i sidste næste",
        "de": "im anfang mitte ende seit bis ab vergangenen letzten kommenden nächsten diesen",
        "en": "in since until last next this early late mid",
        "es": "en desde hasta pasado próximo",
        "fr": "en de début fin mi depuis dès",
        "it": "a in da scorso prossimo",
        "nb": "i siste neste",
        "nl": "in vanaf sinds eind begin medio afgelopen",
        "pl": "w od do",
        "pt": "em desde até",
        "ro": "în din",
        "ru": "в с до",
        "sv": "i sedan förra nästa",
        "uk": "у в до",
    }.items()
}
"""What stands before a month and not before what is written like one: May, März, Mars."""
_OF_MONTH: dict[str, frozenset[str]] = {
    "ar": frozenset({"من"}),
    "ca": frozenset({"de", "d"}),
    "en": frozenset({"of"}),
    "es": frozenset({"de"}),
    "pt": frozenset({"de"}),
}
"""What has to stand between a day in words and its month: el dos de mayo."""
_DAYS_COUNTED = frozenset(("fr it es pt ca nl tr hi ro").split())
"""Languages that tell the day by a cardinal in words as well: le cinq mai."""
_LONGEST_DAY = 3
"""Words of a day, at most: the twenty-fifth, el treinta y uno."""
MONTH_FIRST = frozenset({"en", "hu", "lt", "lv", "mn", "eu", "fil", "sw", "zh", "ja", "ko", "fa", "ar", "hi", "tr"})


def find_dates(tok: Tokens, lexis: Lexis, taken: list[bool]) -> list[Date]:
    """Return the dates of a text, months named alone included, and mark their tokens as taken."""
    dates = _korean(tok, taken) if lexis.lang == "ko" else []
    if tok.numerals:
        dates += _numeric(tok, lexis, taken)
    if tok.kinds & _MONTH:
        dates += _named(tok, lexis, taken)
    if len(dates) > 1:
        dates.sort(key=lambda date: date.span)
    return dates


def _numeric(tok: Tokens, lexis: Lexis, taken: list[bool]) -> list[Date]:
    found = []
    text = tok.text
    upto = 0
    for at in tok.numerals:
        start, end = tok.starts[at], tok.ends[at]
        # A stop, dash or stroke stands inside the numeral or behind it.
        if start < upto or not ("." in tok.keys[at] or text[end : end + 1] in _MARKS):
            continue
        if match := _NUMERIC.match(text, start):
            upto = match.end()
            if date := _read_numeric(match, lexis):
                tok.take(taken, date.span)
                found.append(date)
    return found


def _korean(tok: Tokens, taken: list[bool]) -> list[Date]:
    found = []
    for match in _KOREAN.finditer(tok.text):
        year, month, day = (int(part or 0) for part in match.groups())
        if not 1 <= month <= 12 or day > 31:
            continue
        places = [Span(*match.span(part)) if match[part] else None for part in (1, 2, 3)]
        date = Date(Span(*match.span()), ((year, month, day),), None, places[2], places[0], places[1])
        tok.take(taken, date.span)
        found.append(date)
    return found


def _read_numeric(match: re.Match[str], lexis: Lexis) -> Date | None:
    order = lexis.date_order
    if match["y"]:
        year, first, second = int(match["y"]), int(match["m"]), int(match["d"])
        readings = [(year, first, second), (year, second, first)]
        spans = ("m", "d", "y")
    elif match["a"]:
        a, b, c = int(match["a"]), int(match["b"]), int(match["c"])
        year = c if len(match["c"]) == 4 else c + (2000 if c < 70 else 1900)
        if len(match["c"]) == 2 and order == "ymd":
            readings = [(a + 2000, b, c), (year, b, a), (year, a, b)]
        elif order == "mdy" and match["s2"] != ".":
            readings = [(year, a, b), (year, b, a)]
        else:
            readings = [(year, b, a), (year, a, b)]
        if (
            len(match["c"]) == 4
            and not lexis.order_is_open
            and order != "ymd"
            and (order == "dmy" or match["s2"] == "/")
        ):
            readings = readings[:1]
        spans = ("a", "b", "c")
    else:
        e, f = int(match["e"]), int(match["f"])
        text = match[0]
        if match["s3"] == ".":
            # 3.5. is a date only with the stop behind it, and where days are written so
            if not text.endswith(".") or lexis.decimal != "," or lexis.lang in ("fr", "es"):
                return None
            readings = [(0, f, e)]
        elif (e, f) == (9, 11) and match["s3"] == "/":
            readings = [(2001, 9, 11)]  # 9/11 names one day only
        else:
            return None
        spans = ("e", "f", "f")
    valid = tuple(dict.fromkeys(r for r in readings if 1 <= r[1] <= 12 and 1 <= r[2] <= 31))
    if not valid or (valid[0][0] and not 1000 <= valid[0][0] <= 2999):
        return None
    if spans[2] == "f" and valid[0][0]:
        return Date(Span(*match.span()), valid)
    first = valid[0][2] == int(match[spans[0]])
    day, month = (spans[0], spans[1]) if first else (spans[1], spans[0])
    place = Span(*match.span(spans[2])) if spans[2] != "f" else None
    return Date(Span(*match.span()), valid, None, Span(*match.span(day)), place, Span(*match.span(month)))


def _named(tok: Tokens, lexis: Lexis, taken: list[bool]) -> list[Date]:
    found = []
    for at, traits in enumerate(tok.traits):
        if not traits & _MONTH or taken[at]:
            continue
        key = tok.keys[at]
        length = 1
        month = None
        if at + 1 < len(tok) and tok.joined[at + 1] and not tok.numeral[at + 1]:
            month = lexis.months.get(f"{key} {tok.keys[at + 1]}")
            length = 2 if month else 1
        month = month or named(key, lexis.months, lexis.endings)
        for bare in lexis.bare(key) if month is None else ():
            month = month or lexis.months.get(bare)
        if month is None or (length == 1 and len(key) < 3 and key.isascii()):
            continue
        found.append(_around(tok, lexis, taken, at, length, month))
    return found


def _around(tok: Tokens, lexis: Lexis, taken: list[bool], at: int, length: int, month: int) -> Date:
    """Read day and year beside the month at token `at`."""
    start, end = tok.starts[at], tok.ends[at + length - 1]
    month_span = Span(start, end)
    day = year = 0
    day_span = year_span = None
    in_words = False
    used = list(range(at, at + length))
    before = _before(tok, taken, at)
    if before is not None:
        day, day_span = int(tok.keys[before]), Span(tok.starts[before], tok.ends[before])
        start = day_span.start
        used += range(before, at)
    elif told := _told_before(tok, lexis, taken, at):
        in_words = True
        before, upto, day = told
        day_span = Span(tok.starts[before], tok.ends[upto - 1])
        start = day_span.start
        used += range(before, at)
    after = at + length
    if after < len(tok) and tok.gaps[after] == "/" and lexis.months.get(tok.keys[after]) == month:
        end = tok.ends[after]  # أبريل/نيسان, as Arabic media write for all their readers
        used.append(after)
        after += 1
    if not day and lexis.lang in MONTH_FIRST:
        found = _number(tok, taken, after, 2, (" ", "\u00a0", ". ", ""))
        if found is not None and 1 <= found <= 31:
            day, day_span = found, Span(tok.starts[after], tok.ends[after])
            end = day_span.end
            used.append(after)
            after += 1
            if after < len(tok) and tok.keys[after] in _ORDINAL and tok.gaps[after] in ("", "-"):
                end = tok.ends[after]
                used.append(after)
                after += 1
    skipped = after
    if skipped < len(tok) and tok.keys[skipped] in _YEAR_FILLERS and tok.gaps[skipped] in (" ", ", "):
        skipped += 1
    found = _number(tok, taken, skipped, 4, (" ", ", ", "\u00a0", ". ", "، ", " ,", "-", ""))
    if found is not None and 1000 <= found <= 2999:
        year, year_span = found, Span(tok.starts[skipped], tok.ends[skipped])
        end = year_span.end
        used += range(after, skipped + 1)
    elif before is None and lexis.lang in ("hu", "lt", "lv", "eu", "mn", "ko"):
        found = _number(tok, taken, at - 1, 4, None)
        if found is not None and 1000 <= found <= 2999:
            year, year_span = found, Span(tok.starts[at - 1], tok.ends[at - 1])
            start = year_span.start
            used.append(at - 1)
    written = tok.text[month_span.start : month_span.end]
    if not day and not year and not _surely_month(written, tok, at, lexis):
        return Date(month_span, ((0, month, 0),), month_span, doubtful=True)
    for index in used:
        taken[index] = True
    return Date(Span(start, end), ((year, month, day),), month_span, day_span, year_span, day_in_words=in_words)


def _before(tok: Tokens, taken: list[bool], at: int) -> int | None:
    """Return the token of the day before a month: 5. März, 5th of March, 5 de marzo."""
    index = at - 1
    gaps = (" ", ". ", ".", "\u00a0", "-", ".\u00a0", "", "º ", "° ", "ª ", " ")
    if index >= 0 and tok.keys[index] in _FILLERS and not tok.numeral[index] and tok.gaps[at] in (" ", "'", "’", ""):
        index -= 1
        at -= 1
    if index >= 0 and tok.keys[index] in _ORDINAL and not tok.numeral[index] and tok.gaps[at] in (" ", "\u00a0"):
        index -= 1
        at = index + 1
    if index < 0 or not tok.numeral[index] or taken[index] or tok.gaps[index + 1] not in (*gaps, "-"):
        return None
    key = tok.keys[index]
    return index if key.isdigit() and len(key) <= 2 and 1 <= int(key) <= 31 else None


def _told_before(tok: Tokens, lexis: Lexis, taken: list[bool], at: int) -> tuple[int, int, int] | None:
    """Read a day in words before the month at token `at`: the fifth of May, первого мая.

    Returns the token it begins with, the one behind it, and the day.
    """
    links = _OF_MONTH.get(lexis.lang)
    end = at - 1 if links else at
    if end < 1 or tok.gaps[at] != " " or (links and not (tok.keys[end] in links and tok.joined[end])):
        return None
    for start in range(max(0, end - _LONGEST_DAY), end):
        if any(tok.numeral[start:end]) or any(taken[start:end]) or not all(tok.joined[start + 1 : end + 1]):
            continue
        found = spelt(tok.keys, start, tok.joined, lexis)
        if found is None or start + found.words != end or found.value not in range(1, 32):
            continue
        if found.ordinal or (lexis.lang in _DAYS_COUNTED and (links or found.value > 1)):
            return start, end, int(found.value)
    return None


def _number(tok: Tokens, taken: list[bool], at: int, digits: int, gaps: tuple[str, ...] | None) -> int | None:
    if not 0 <= at < len(tok) or not tok.numeral[at] or taken[at]:
        return None
    if gaps is not None and tok.gaps[at] not in gaps:
        return None
    key = tok.keys[at]
    if not key.isdigit() or len(key) > digits or (digits == 4 and len(key) != 4):
        return None
    return int(key)


def _surely_month(written: str, tok: Tokens, at: int, lexis: Lexis) -> bool:
    """Say whether a month's name alone can be nothing else, so that it may accuse."""
    lang = lexis.lang
    if lang in ("en", "de") and not written[0].isupper():
        return False
    if at and tok.gaps[at] == " " and tok.keys[at - 1] in _MONTH_LEADS.get(lang, ()):
        return True
    if lang == "en":
        return (len(written) > 4 or written in ("June", "July")) and written not in ("March", "April", "August")
    if lang == "de":
        return len(written) > 4 and written != "August"
    return len(written) > 4 or lang in ("ar", "he", "hi")
