"""Figures in Chinese and Japanese: 3亿5千万, 二十三, 令和2年5月3日, 午後3時半."""

import re
from functools import cache

from reviewer.model.span import Span
from reviewer.text.figures.clocks import clock_at
from reviewer.text.figures.fractions import find_fractions_unspaced
from reviewer.text.figures.lexis import NIGHT, Lexis
from reviewer.text.figures.measures import NOTHING, SIGN_CODES, shared
from reviewer.text.figures.numerals import readings, rounded
from reviewer.text.figures.quantity import NONE, Clock, Date, Figures, Quantity, Weekday, Weight
from reviewer.text.figures.units import UNITS

DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2, "兩": 2, "壱": 1, "弐": 2, "参": 3}
SMALL = {"十": 10, "百": 100, "千": 1000, "拾": 10}
LARGE = {"万": 1e4, "萬": 1e4, "亿": 1e8, "億": 1e8, "兆": 1e12}
ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "明治": 1867, "民国": 1911, "民國": 1911}

_ERA_LETTERS = {"R": "令和", "H": "平成", "S": "昭和"}
"""How forms and advertisements shorten the eras: H11年 is 1999."""

_ABOUT = "多余餘数數几幾"
"""More than, some: they stand inside and behind round numbers."""
_KANJI = "〇零一二两兩三四五六七八九"
_ANY = re.compile(rf"[\d{_KANJI}十百千万萬亿億兆]|元年|周|曜|星期|礼拜|週")
_N = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_DATE = re.compile(
    rf"(?:(?P<era>{'|'.join(ERAS)})?(?P<year>\d{{1,4}}|元|[{_KANJI}]{{4}}|[一二三四五六七八九十]{{1,3}})\s?年\s?)?"
    rf"(?P<month>(?<!\d)(?<!\d[.,]){_N})\s?月\s?(?:(?P<day>{_N})\s?[日号號](?!間|间))?(?!間|间)"
    rf"|(?P<era2>{'|'.join(ERAS)})(?P<year2>\d{{1,3}}|元|[一二三四五六七八九十]{{1,3}})\s?年?"
    r"|(?<![A-Za-z])(?P<letter>[RHS])(?P<year3>\d{1,2})\s?年"
    r"|(?<![\d/.-])(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?!\d)"
)
_ERA_OR_DASHED = re.compile(rf"{'|'.join(ERAS)}|[RHS]\d|\d{{4}}[-/.]\d")
"""What stands in every date that does not name its month."""
_CLOCK = re.compile(
    rf"(?P<half>午前|午後|上午|下午|凌晨|清晨|早上|晚上|傍晚|晚间|深夜|中午|未明|早朝|夕方|晚|早)?\s?"
    rf"(?:(?P<hour>(?<!\d)(?<!\d[.,:]){_N})\s?(?:[点點时時](?!間|间|代|期|間|点|速|半期|候|前|后|効|给)|:(?=\d\d(?![\d:]|[.,]\d)))钟?"
    rf"(?:(?P<quarter>一刻)|(?P<minute>\d{{1,2}}|[一二三四五六七八九十]{{1,3}})分?|(?P<half_past>半))?)"
)
_HOUR_SIGN = re.compile("[点點时時:]")
_SCALE = "(?:[十百万萬亿億]|千(?![瓦米克卡伏帕赫焦升])|兆(?![瓦赫帕焦字]))"
_FRACTION = re.compile(rf"((?!百)(?:\d+|[{_KANJI}十]+))分[の之](\d+|[{_KANJI}十]+)")
_RUN = re.compile(
    rf"(?:\d+(?:[.,]\d+)*|[{_KANJI}十百千数數几幾](?:{_SCALE}|[{_KANJI}{_ABOUT}])*)"
    rf"(?:[{_ABOUT}]?{_SCALE}(?:\d+(?:[.,]\d+)*|[{_KANJI}]|{_SCALE})*)*"
)
_POINT = re.compile(r"[・･](\d+)(?!\d)")
_PHONE = re.compile(r"(?<!\d)0\d{1,4}[-・･−‐(（]\d{1,4}[-・･−‐)）]\d{3,4}(?!\d)")
_COUNTERS = frozenset(
    "个個名人位岁歲年月日天次件家场場届项項条條所种種辆輛架艘座栋号號倍分秒点點只頭头匹张張本元口周週章部台枚歳軒校回社国國か"
    "ヶカケつ番度階層割成組组级級代世者連连冠勝胜敗败戦战队隊大股期幅票步集局轮輪时時小公英厘米千百万对對双雙支"
)
_HALVES = {"午前": 0, "上午": 0, "凌晨": 0, "清晨": 0, "早上": 0, "未明": 0, "早朝": 0, "早": 0, "午後": 1, "下午": 1,
           "晚上": 1, "傍晚": 1, "晚间": 1, "深夜": NIGHT, "夕方": 1, "晚": 1, "中午": 1}  # fmt: skip


def reads(lexis: Lexis) -> bool:
    """Say whether the language writes its numbers this way."""
    return lexis.lang in ("zh", "ja")


def figures(text: str, lexis: Lexis) -> Figures:
    """Return everything in the text that has a value."""
    if not _ANY.search(text):
        return NONE
    taken: list[tuple[int, int]] = []
    dates: list[Date] = []
    if "月" in text or _ERA_OR_DASHED.search(text):
        dates = [date for match in _DATE.finditer(text) if (date := _date(match, taken))]
    clocks: list[Clock] = []
    if _HOUR_SIGN.search(text):
        clocks = [clock for match in _CLOCK.finditer(text) if (clock := _clock(match, taken))]
    weekdays = _weekdays(text, lexis)
    taken += [(day.span.start, day.span.end) for day in weekdays]
    quantities = []
    for match in _PHONE.finditer(text) if "0" in text else ():
        span = Span(*match.span())
        quantities.append(Quantity(span, (float(re.sub(r"\D", "", match[0])),), Weight.FIGURE, span, code=True))
        taken.append(match.span())
    for match in _FRACTION.finditer(text) if "分" in text else ():
        below, above = value_of(match[1]), value_of(match[2])
        if below and above:
            span = Span(*match.span())
            quantities.append(Quantity(span, (rounded(above / below), above), Weight.HINT))
            taken.append(match.span())
    upto = 0
    for match in _RUN.finditer(text):
        if match.start() < upto:
            continue
        if taken and any(start < match.end() and match.start() < end for start, end in taken):
            continue
        found = _quantities(match, text, lexis)
        quantities += found
        upto = max((quantity.span.end for quantity in found), default=0)
    quantities.sort(key=lambda quantity: quantity.span)
    return Figures(
        tuple(shared(text, quantities)),
        tuple(dates),
        tuple(clocks),
        tuple(weekdays),
        fractions=find_fractions_unspaced(text),
    )


def _date(match: re.Match[str], taken: list[tuple[int, int]]) -> Date | None:
    month = day = 0
    years: tuple[int, ...] = ()
    year_text = match["year"] or match["year2"] or match["year3"] or match["y"] or ""
    era = match["era"] or match["era2"] or _ERA_LETTERS.get(match["letter"])
    year = 1 if year_text == "元" else int(value_of(year_text) or 0) if year_text else 0
    if era:
        year += ERAS[era]
    elif 0 < year < 100:
        years = (2000 + year, 1900 + year, 0)  # "20年3月" may also be twenty years and three months
    if match["m"]:
        month, day = int(match["m"]), int(match["d"])
    elif match["month"]:
        month, day = int(value_of(match["month"]) or 0), int(value_of(match["day"]) or 0) if match["day"] else 0
    if month > 12 or day > 31 or (not month and not era) or year > 3000:
        return None
    taken.append(match.span())
    spans = {
        name: Span(*match.span(name))
        for name in ("day", "d", "month", "m", "year", "year2", "year3", "y")
        if match[name]
    }
    return Date(
        Span(*match.span()), tuple((y, month, day) for y in years or (year,)), None, spans.get("day") or spans.get("d"),
        spans.get("year") or spans.get("year2") or spans.get("year3") or spans.get("y"),
        spans.get("month") or spans.get("m"),
    )  # fmt: skip


def _clock(match: re.Match[str], taken: list[tuple[int, int]]) -> Clock | None:
    if any(start < match.end() and match.start() < end for start, end in taken):
        return None
    hour = value_of(match["hour"])
    minute = 30 if match["half_past"] else 15 if match["quarter"] else value_of(match["minute"] or "0")
    if hour is None or minute is None or hour > 29:
        return None
    clock = clock_at(Span(*match.span()), int(hour), int(minute), _HALVES.get(match["half"] or ""))
    if clock:
        taken.append(match.span())
    return clock


def _weekdays(text: str, lexis: Lexis) -> list[Weekday]:
    named = [Weekday(Span(*m.span()), lexis.weekdays[m[0]]) for m in _weekday_pattern(lexis).finditer(text)]
    if "日（" in text or "日(" in text:
        named += [Weekday(Span(*m.span(1)), _DAY_SIGNS.index(m[1]) + 1) for m in _DAY_NOTED.finditer(text)]
        named.sort(key=lambda day: day.span)
    return named


_DAY_SIGNS = "月火水木金土日"
_DAY_NOTED = re.compile(rf"(?<=日)[（(]([{_DAY_SIGNS}])(?:・?祝)?[)）]")
"""A weekday as Japanese notes it behind a date: 16日（木）, a holiday 23日（月・祝）."""


@cache
def _weekday_pattern(lexis: Lexis) -> re.Pattern[str]:
    names = sorted((name for name in lexis.weekdays if len(name) > 1), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, names)) + r"(?!本)" if names else r"(?!)")


_LEADING = re.compile(r"\d+(?:[.,]\d+)*")
_PARTS = re.compile(rf"{_LEADING.pattern}|.")
_LISTED = re.compile(r",(?!\d{3}(?!\d))")
_NAMING = re.compile(r"[A-Za-z][-‑]?$")
"""What digits are written onto that name rather than count: F-35, A380."""
_SCALES = re.compile("[十百千万萬亿億兆]+")


def value_of(run: str) -> float | None:
    """Return the value of a run of digits, kanji digits and scales, or None where it is none."""
    if run.isdigit() and run.isascii():
        return float(run)
    if len(run) > 1 and all(char in DIGITS for char in run):
        return float("".join(str(DIGITS[char]) for char in run))
    total = section = 0.0
    largest = 0.0
    pending: float | None = None
    for part in _PARTS.findall(run):
        if part[0].isdigit() and part[0].isascii():
            values = readings(part, ".", ",")
            if not values:
                return None
            pending = values[0]
        elif part in DIGITS:
            pending = (pending or 0) * 10 + DIGITS[part] if pending else DIGITS[part]
        elif part in SMALL:
            section += (1 if pending is None else pending) * SMALL[part]
            pending = None
        elif part in LARGE:
            counted = section + (pending or 0)
            if LARGE[part] > largest:  # 26万亿 is 26 × 10⁴ × 10⁸; the larger scale counts what stands before it
                total, largest = ((total + counted) or 1) * LARGE[part], LARGE[part]
            else:
                total += (counted or 1) * LARGE[part]
            section, pending = 0.0, None
        elif part not in _ABOUT:
            return None
    return rounded(total + section + (pending or 0))


def _quantities(match: re.Match[str], text: str, lexis: Lexis) -> list[Quantity]:
    run = match[0].rstrip(_ABOUT)
    if not run:
        return []
    start = match.start()
    digits = _LEADING.match(run)
    value = None if digits and _LISTED.search(run) else value_of(run)  # ２，３日 is a list
    if digits and (point := _POINT.match(text, match.end())):
        # ２・５キロ is 2.5 km, ５・６日 the fifth and sixth: both meanings are kept.
        both = float(f"{run}.{point[1]}") if run.isdigit() else None
        if both is not None:
            whole, part = Span(start, point.end()), Span(*point.span(1))
            first = united(Quantity(whole, (both, float(run)), Weight.FIGURE, whole), text, point.end(), lexis)
            if any(unit in UNITS and UNITS[unit].dimension != "duration" for unit in first.units):
                return [first._replace(readings=(both,))]  # what is measured is not listed
            return [
                first,
                Quantity(part, (float(point[1]), both), Weight.FIGURE, part),
            ]
    if value is None:
        return [
            Quantity(Span(start + m.start(), start + m.end()), (float(m[0]),), Weight.FIGURE)
            for m in re.finditer(r"\d+", run)
        ]
    span = Span(start, start + len(run))
    if digits:
        numeral = Span(start, start + digits.end())
        scales = run[digits.end() :]
        values: tuple[float, ...] = (value,)
        if not scales:
            values = readings(run, ".", ",")
        before = text[max(0, start - 2) : start]
        code = bool(_NAMING.search(before))
        year = len(run) == 4 and run.isdigit()
        scale = value_of(scales) if scales and _SCALES.fullmatch(scales) else 1.0
        quantity = Quantity(
            span, values, Weight.FIGURE, numeral, scale or 1.0,
            Span(numeral.end, span.end) if scales else None, code=code, year=year,
        )  # fmt: skip
    else:
        quantity = Quantity(span, _spelt(run, value), _weight(run, text[span.end : span.end + 1], match[0]))
    if text.startswith("倍", match.end()) and _INCREASED.search(text, max(0, start - 6), start):
        # 增加了两倍 is three times as much as before
        quantity = quantity._replace(readings=(*quantity.readings, quantity.value + 1))
    return [united(quantity, text, match.end(), lexis)]


def _spelt(run: str, value: float) -> tuple[float, ...]:
    """三四百 is three to four hundred, 五六 five or six: each may stand for it."""
    for at in range(len(run) - 1):
        low, high = DIGITS.get(run[at], 0), DIGITS.get(run[at + 1], 0)
        if low and high == low + 1 and (len(run) == 2 or at + 2 < len(run)):
            both = (value_of(run[: at + 1] + run[at + 2 :]), value_of(run[:at] + run[at + 1 :]))
            return (*(one for one in both if one is not None), value)
    return (value,)


def _weight(run: str, after: str, whole: str) -> Weight:
    if len(run) == 1:
        return Weight.WORD if run in "二两兩三四五六七八九十" and after in _COUNTERS and after else Weight.HINT
    if all(char in DIGITS for char in run):
        return Weight.WORD if len(run) == 4 else Weight.HINT
    if not any(char in DIGITS for char in run) or whole != run:
        return Weight.HINT
    return Weight.WORD


_TIMED = re.compile(r"(?:每小[时時]|[时時]速|毎時|(?P<second>每秒|毎秒|秒速))[约約为為达達高可最近超过過]{0,3}$")
"""What makes a length a speed, before its number: 每小时130公里."""
_INCREASED = re.compile("(?:增加|增长|增長|提高|上升|上涨|扩大|多|高出)了?[近约約]?$")
_NO_TENTHS = frozenset("成功 成立 成员 成了 成为 成長 成果 成年 成績 成绩 割合 割引 割り".split())
"""Words that begin like 割 or 成, a tenth."""


@cache
def _name_lengths(lexis: Lexis) -> dict[str, list[int]]:
    """Return how long the names of units and currencies are that begin with a character, the longest first."""
    found: dict[str, set[int]] = {}
    for name in filter(None, lexis.measures):
        found.setdefault(name[0], set()).add(len(name))
    return {initial: sorted(lengths, reverse=True) for initial, lengths in found.items()}


_LONGEST_NAME = 10
_FOLDED = re.compile(r"[\s\-‑.’ʼ]")
"""What changes more than its case where a name is looked up."""
_LATIN = re.compile("[a-zA-Z]")
_MONEY_SIGNS = frozenset("$€£¥")
_MONEY = re.compile(r"(?:US|HK|NT)?([$€£¥])\s?$")


def united(quantity: Quantity, text: str, end: int, lexis: Lexis) -> Quantity:
    """Add to a number that ends at `end` the unit or currency beside it, which no space need set apart."""
    start = quantity.span.start
    before = text[max(0, start - 4) : start]
    shift = end + text.startswith(("多", "余", "餘"), end)
    after = text[shift : end + 13]
    if before.endswith(("百分之", "百分の")):
        return quantity._replace(units=frozenset({"percent"}), weight=Weight.FIGURE)
    sign = None if _MONEY_SIGNS.isdisjoint(before) else _MONEY.search(before)
    if sign:
        known = lexis.currencies.get(sign[0].strip().lower()) or SIGN_CODES.get(sign[1], frozenset())
        return quantity._replace(money=known, unit_span=Span(quantity.span.start - len(sign[0]), quantity.span.start))
    if after[:1] in ("割", "成") and after[:2] not in _NO_TENTHS:
        tenths = tuple(rounded(value * 10) for value in quantity.readings)
        return quantity._replace(
            span=Span(quantity.span.start, shift + 1),
            readings=(*tenths, *quantity.readings),
            scale=10.0,
            scale_span=Span(shift, shift + 1),
            units=frozenset({"percent"}),
            weight=max(quantity.weight, Weight.WORD),
        )
    if after[:1] == "%":
        point = any(after[1:].startswith(word) for word in ("ポイント", "포인트", "p"))
        unit = "percentage-point" if point else "percent"
        return quantity._replace(units=frozenset({unit}), unit_span=Span(shift, shift + 1), year=False)
    pad = len(after) - len(after.lstrip())
    after = after.lstrip()
    small = after.lower()
    lengths = _name_lengths(lexis).get(small[:1])
    if not lengths:
        return quantity
    # Hyphens and spaces, of which a looked-up name keeps less, make its place longer than the name.
    folds = _FOLDED.search(after) is not None or len(small) != len(after)
    for length in range(_LONGEST_NAME, 0, -1) if folds else lengths:
        if length > min(_LONGEST_NAME, len(after)):
            continue
        key = lexis.fold(after[:length]) if folds else small[:length]
        if (
            length == 1
            and key in ("年", "月", "日", "分", "秒", "点", "度", "周", "m", "g", "l", "t", "h", "s")
            and quantity.year
        ):
            break
        named, money = lexis.measures.get(key, (NOTHING, NOTHING))
        if named or money:
            if named and "year" in named and quantity.year:
                break
            if after[length - 1].isascii() and _LATIN.match(after, length):
                continue
            span = Span(shift + pad, shift + pad + length)
            if named and (timed := _TIMED.search(text, max(0, start - 6), start)):
                named = named | frozenset(f"{unit}-per-{'second' if timed['second'] else 'hour'}" for unit in named)
            return quantity._replace(units=named, money=money, unit_span=span, year=False)
    return quantity
