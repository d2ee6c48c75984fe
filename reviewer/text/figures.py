"""Reading everything in a text that has a value: numbers in any script or in words, dates, times, measures."""

import re
from dataclasses import replace
from functools import cache
from typing import TypeVar

from reviewer.model.span import Span
from reviewer.text import cjk_figures
from reviewer.text.clocks import find_clocks
from reviewer.text.dates import find_dates
from reviewer.text.digits import fold_digits
from reviewer.text.figure_tokens import Tokens, tokens
from reviewer.text.lexis import LETTER, Lexis, lexis
from reviewer.text.number_words import spelt
from reviewer.text.numerals import SPACES, readings, rounded
from reviewer.text.quantity import NONE, Figures, Quantity, Weekday, Weight

_T = TypeVar("_T")

_DIGIT = re.compile(r"\d")
_WORDS = re.compile(rf"{LETTER}+")
_PHONE = re.compile(r"(?<![\w+])(?:\+\d[\d \u00a0()/.-]{6,}\d|0\d{2,5}[/-]\d[\d -]{3,}\d)(?!\w)")
_RANGE = re.compile(rf"[{SPACES}]*(?:[-–—~〜～]|[^\W\d]{{1,4}}|[^\W\d]{{1,4}} [^\W\d]{{1,4}})?[{SPACES}]*,?[{SPACES}]*")
_ORDINAL = frozenset(
    [
        "st",
        "nd",
        "rd",
        "th",
        "er",
        "re",
        "e",
        "ère",
        "ème",
        "ème",
        "º",
        "ª",
        "o",
        "a",
        "го",
        "й",
        "я",
        "е",
        "ое",
        "м",
        "ого",
        "ти",
        "х",
        "й",
        "ые",
        "ма",
        "те",
        "de",
        "ste",
        "s",
        "nd",
    ]
)
_DECADE = frozenset({"s", "er", "ern", "х", "е", "ies", "-s", "'s", "’s", "ů", "ch"})
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_ROMANS = re.compile(r"\b[IVXLCDMХІ]+(?:e|ème|er)?\b")
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_ELISION = re.compile(r"^[dl]'")
_SIGNS = "$€£¥₹₽₩₺₪₫฿₴₦₱₡₲₵₸₭₮₼₾"
_LETTER_SCALES = {"k": 1e3, "m": 1e6, "b": 1e9, "bn": 1e9, "tn": 1e12, "t": 1e12, "mn": 1e6, "mm": 1e6}


def figures(text: str, lang: str) -> Figures:
    """Return everything in the text that has a value.

    An unknown language falls back to digits. Cheap where there is nothing: one search for a digit, one
    look at the words.
    """
    folded = fold_digits(text)
    tables = lexis(lang)
    if cjk_figures.reads(tables):
        return cjk_figures.figures(folded, tables)
    if not _DIGIT.search(folded):
        words = {tables.fold_word(word) for word in _WORDS.findall(folded)}
        if words.isdisjoint(tables.triggers) and not _ROMANS.search(text) and not _compounds(words, tables):
            return NONE
    return _Reader(folded, tables).read()


def _compounds(words: set[str], tables: Lexis) -> bool:
    if not tables.table.get("joined"):
        return False
    return any(len(word) > 8 and spelt([word], 0, [True], tables) for word in words)


def implied(text: str, lang: str) -> frozenset[float]:
    """Return the values that words of the text may stand for without being read as numbers.

    "Both" implies two, "weekly" seven. Asked only where a figure of the other text found no counterpart,
    so that a word that is hardly a number can still excuse it.
    """
    tables = lexis(lang)
    found: set[float] = set()
    if tables.unspaced or tables.lang == "ko":
        for phrase, values in tables.hints.items():
            if phrase in text:
                found.update(values)
        return frozenset(found)
    words = [tables.fold_word(word) for word in _WORDS.findall(text)]
    for at, word in enumerate(words):
        found.update(tables.hints.get(word, ()))
        if at:
            found.update(tables.hints.get(f"{words[at - 1]} {word}", ()))
        found.update(_begun(word, tables))
    return frozenset(found)


def _begun(word: str, tables: Lexis) -> tuple[float, ...]:
    """Read the number a longer word begins with: zwölfjährig, dreitägig, двенадцатилетний, twelfth-century."""
    if len(word) < 6 or word in tables.months or word in tables.weekdays:
        return ()
    stems = _stems(tables)
    for length in range(min(len(word) - 1, 14), 3, -1):
        if word[:length] in stems:
            return stems[word[:length]]
    return ()


@cache
def _stems(tables: Lexis) -> dict[str, tuple[float, ...]]:
    """Number words and their beginnings, from four letters up, that words are made with."""
    stems: dict[str, tuple[float, ...]] = {}
    for key, number in tables.numbers.items():
        if " " in key or number.value == 0:
            continue
        for stem in {key, key[:-1]}:
            if len(stem) >= 4:
                stems[stem] = tuple({*stems.get(stem, ()), number.value})
    return stems


class _Reader:
    """Reads one text, token by token; what is read once is not read again."""

    def __init__(self, folded: str, tables: Lexis) -> None:
        self.text = folded
        self.lexis = tables
        self.tokens: Tokens = tokens(folded, tables)
        self.taken = [False] * len(self.tokens)
        self.quantities: list[Quantity] = []

    def read(self) -> Figures:
        self._codes()
        dates = find_dates(self.tokens, self.lexis, self.taken)
        clocks = find_clocks(self.tokens, self.lexis, self.taken)
        weekdays = self._weekdays()
        self._numbers()
        return Figures(tuple(_shared(self.text, self.quantities)), tuple(dates), tuple(clocks), tuple(weekdays))

    def _codes(self) -> None:
        """Telephone numbers: one value, whatever is set between the digits."""
        if not ("+" in self.text or "/" in self.text or "-" in self.text):
            return
        for match in _PHONE.finditer(self.text):
            digits = float(re.sub(r"\D", "", match[0]))
            span = Span(*match.span())
            self.quantities.append(Quantity(span, (digits,), Weight.FIGURE, span, code=True))
            for at in range(len(self.tokens)):
                if match.start() <= self.tokens.starts[at] < match.end():
                    self.taken[at] = True

    def _weekdays(self) -> list[Weekday]:
        found = []
        tok = self.tokens
        for at, key in enumerate(tok.keys):
            if tok.numeral[at] or self.taken[at]:
                continue
            number = named(key, self.lexis.weekdays, self.lexis.endings)
            if number is None and at + 1 < len(tok) and tok.joined[at + 1]:
                number = self.lexis.weekdays.get(f"{key} {tok.keys[at + 1]}")
            if number:
                found.append(Weekday(Span(tok.starts[at], tok.ends[at]), number))
        return found

    def _numbers(self) -> None:
        tok = self.tokens
        at = 0
        while at < len(tok):
            if self.taken[at]:
                at += 1
            elif tok.numeral[at]:
                at = self._numeral(at)
            else:
                at = self._word(at)
        self.quantities.sort(key=lambda quantity: quantity.span)

    def _numeral(self, at: int) -> int:
        """Read digits with what follows them; returns the next token to look at."""
        tok = self.tokens
        start, end, numeral = tok.starts[at], tok.ends[at], tok.keys[at]
        values = readings(numeral, self.lexis.decimal, self.lexis.group)
        before = self.text[max(0, start - 2) : start]
        attached = bool(before) and (before[-1].isalpha() or (before[-1] in "-‑" and before[:1].isalpha()))
        if not values:
            self._list(start, numeral)
            return at + 1
        span = Span(start, end)
        if attached and at and not tok.numeral[at - 1] and not self._is_prefix(at - 1):
            self.quantities.append(Quantity(span, values, Weight.FIGURE, span, code=True))
            return at + 1
        after = at + 1
        if after < len(tok) and not tok.numeral[after] and tok.gap(after) in ("", "-", "‑", "’", "'", "."):
            suffix = tok.keys[after]
            if suffix in _DECADE and values[0] % 10 == 0 and len(numeral) in (2, 4):
                self.quantities.append(Quantity(span, decade(values[0]), Weight.FIGURE, span))
                return after + 1
            if suffix in _ORDINAL and len(suffix) <= 3 and tok.gap(after) != "." and suffix not in self.lexis.units:
                return self._measure(at, Quantity(span, values, Weight.FIGURE, span, ordinal=True), after + 1)
        year = len(numeral) == 4 and 1000 <= values[0] < 2200
        return self._measure(at, Quantity(span, values, Weight.FIGURE, span, year=year), after)

    def _list(self, start: int, numeral: str) -> None:
        """Read what is no single number (1,2,3 or version 2.0.1) part by part."""
        for part in re.finditer(r"\d+", numeral):
            span = Span(start + part.start(), start + part.end())
            self.quantities.append(Quantity(span, (float(part[0]),), Weight.FIGURE, span, code=True))

    def _is_prefix(self, at: int) -> bool:
        """Say whether the word before a number is a currency (US$ 5, EUR5) rather than a name (F-35)."""
        key = self.tokens.keys[at]
        if len(key) == 1 and self.lexis.lang in ("ar", "he", "fa", "ur"):
            return True  # and, in, for: written onto the next word
        return key in self.lexis.currencies or key in self.lexis.clock or key.upper() in _CODES

    def _measure(self, at: int, quantity: Quantity, after: int) -> int:
        """Add scale, unit and currency to a number; returns the next token to look at."""
        after, quantity = self._scaled(after, quantity)
        after, quantity = self._united(after, quantity)
        if not quantity.money:
            quantity = self._prefixed(at, quantity)
        if quantity.units or quantity.money or quantity.scale > 1:
            quantity = replace(quantity, year=False)
        self.quantities.append(quantity)
        return after

    def _scaled(self, after: int, quantity: Quantity) -> tuple[int, Quantity]:
        tok = self.tokens
        scale, first = 1.0, after
        while after < len(tok) and not tok.numeral[after] and not self.taken[after]:
            gap = tok.gap(after)
            if gap not in ("", " ", "-", "\u00a0", "\u202f", "‑", ". "):
                break
            step, taken = self._scale_at(after)
            if step and len(tok.keys[after]) > 1 and gap != ". ":
                scale *= step
                after += taken
                continue
            letter = _LETTER_SCALES.get(tok.keys[after])
            if letter and scale == 1 and (gap == "" or self._signed(quantity.span.start)) and gap in ("", " "):
                unit = tok.keys[after] in self.lexis.units and not self._signed(quantity.span.start)
                both = tuple(rounded(v * letter) for v in quantity.readings)
                span = Span(quantity.span.start, tok.ends[after])
                if unit:
                    return after, replace(quantity, readings=(*quantity.readings, *both))
                return after + 1, replace(
                    quantity, span=span, readings=both, scale=letter,
                    scale_span=Span(tok.starts[after], tok.ends[after]),
                )  # fmt: skip
            break
        if scale == 1:
            return after, quantity
        scaled = tuple(rounded(value * scale) for value in quantity.readings)
        span = Span(quantity.span.start, tok.ends[after - 1])
        scale_span = Span(tok.starts[first], tok.ends[after - 1])
        # "5 thousand 200": digits below the scale go on
        if scale >= 1000 and after < len(tok) and tok.numeral[after] and tok.gap(after) in (" ", "\u00a0"):
            rest = readings(tok.keys[after], self.lexis.decimal, self.lexis.group)
            if rest and rest[0] == int(rest[0]) and 1 < rest[0] < scale and self._goes_on(after):
                scaled = (rounded(scaled[0] + rest[0]), *scaled)
        return after, replace(quantity, span=span, readings=scaled, scale=scale, scale_span=scale_span)

    def _goes_on(self, at: int) -> bool:
        self.taken[at] = True
        return True

    def _scale_at(self, at: int) -> tuple[float, int]:
        tok = self.tokens
        if self.lexis.unspaced:
            key = tok.keys[at]
            for length in range(min(8, len(key)), 1, -1):
                if scale := self.lexis.scales.get(key[:length]):
                    return scale, 1
            return 0.0, 0
        if at + 1 < len(tok) and tok.joined[at + 1]:
            if scale := self.lexis.scales.get(f"{tok.keys[at]} {tok.keys[at + 1]}"):
                return scale, 2
            if tok.keys[at] in self.lexis.partitives and (scale := self.lexis.scales.get(tok.keys[at + 1])):
                return (scale, 2) if scale > 12 else (0.0, 0)
        return self.lexis.scales.get(tok.keys[at], 0.0), 1

    def _signed(self, start: int) -> bool:
        return bool(start) and self.text[:start].rstrip(SPACES)[-1:] in _SIGNS

    def _united(self, after: int, quantity: Quantity) -> tuple[int, Quantity]:
        """Add the unit or currency that follows."""
        end = quantity.span.end if after == 0 else self.tokens.ends[after - 1]
        sign = re.compile(rf"[{SPACES}]?(%|‰|°[CFС]?|℃|℉|[{_SIGNS}])").match(self.text, end)
        if sign:
            span = Span(*sign.span(1))
            if sign[1] in _SIGNS:
                return after, replace(quantity, money=self._money(sign[1]), unit_span=span)
            unit = {"%": "percent", "‰": "permille", "℉": "fahrenheit", "°F": "fahrenheit"}.get(sign[1], "celsius")
            point = self._phrase(after, self.lexis.units, glued=True)
            if unit == "percent" and point and point[0] == "percentage-point":
                return point[1], replace(quantity, units=frozenset({point[0]}), unit_span=span)
            if sign[1] == "°":
                names = frozenset({"celsius", "fahrenheit"})
                return after, replace(quantity, units=names, unit_span=span)
            return after, replace(quantity, units=frozenset({unit}), unit_span=span)
        if quantity.scale >= 1000 and after < len(self.tokens) and self.tokens.keys[after] in self.lexis.partitives:
            after += 1
        money = self._phrase(after, self.lexis.currencies)
        unit_found = self._phrase(after, self.lexis.units)
        if money is None and unit_found is None:
            return after, quantity
        upto = max(found[1] for found in (money, unit_found) if found)
        span = Span(self.tokens.starts[after], self.tokens.ends[upto - 1])
        units = frozenset({unit_found[0]}) if unit_found and unit_found[1] == upto else frozenset()
        codes = money[0] if money and money[1] == upto else frozenset()
        # A word that is only a unit or currency may also be the next number's currency: "5 $7".
        return upto, replace(quantity, units=units, money=codes, unit_span=span)

    def _phrase(self, after: int, table: dict[str, _T], glued: bool = False) -> tuple[_T, int] | None:
        """Look up the longest phrase that starts at a token."""
        tok = self.tokens
        if after >= len(tok) or tok.numeral[after] or self.taken[after]:
            return None
        if not glued and not (tok.joined[after] or tok.gap(after) in (". ", "  ", "/")):
            return None
        if glued and len(tok.gap(after)) > 3:
            return None
        for length in (4, 3, 2, 1):
            last = after + length
            if last > len(tok) or any(
                tok.numeral[i] or not (tok.joined[i] or tok.gap(i) in (". ", "/", ".")) for i in range(after + 1, last)
            ):
                continue
            key = _ELISION.sub("", " ".join(tok.keys[after:last]))
            if key in table:
                return table[key], last
            if length > 1 and "/" in self.text[tok.starts[after] : tok.ends[last - 1]]:
                key = self.text[tok.starts[after] : tok.ends[last - 1]].lower()
                if key in table:
                    return table[key], last
        if self.lexis.unspaced:
            key = tok.keys[after]
            for length in range(min(16, len(key)), 1, -1):
                if key[:length] in table:
                    return table[key[:length]], after + 1
        return None

    def _prefixed(self, at: int, quantity: Quantity) -> Quantity:
        """Add the currency or percent sign that stands before the number."""
        start = self.tokens.starts[at]
        left = self.text[:start].rstrip(SPACES)
        if left[-1:] in _SIGNS and left:
            sign = re.search(rf"[A-Z]{{0,2}}[{_SIGNS}]$", left)
            if sign:
                return replace(quantity, money=self._money(sign[0]), unit_span=Span(*sign.span()))
        if left[-1:] == "%" and not quantity.units and not re.search(r"\d\s?%$", left):
            return replace(quantity, units=frozenset({"percent"}), unit_span=Span(len(left) - 1, len(left)))
        if at and not self.tokens.numeral[at - 1] and self.tokens.joined[at]:
            key = self.tokens.keys[at - 1]
            written = self.text[self.tokens.starts[at - 1] : self.tokens.ends[at - 1]]
            span = Span(self.tokens.starts[at - 1], self.tokens.ends[at - 1])
            if written.upper() in _CODES and written.isupper():
                return replace(quantity, money=frozenset({written}), unit_span=span)
            if self.lexis.lang in ("tr", "th", "sw", "eu") and self.lexis.units.get(key) == "percent":
                return replace(quantity, units=frozenset({"percent"}), unit_span=span)
        return quantity

    def _money(self, sign: str) -> frozenset[str]:
        known = self.lexis.currencies.get(sign.lower()) or frozenset()
        return known | _SIGN_CODES.get(sign[-1], frozenset()) if len(sign) == 1 else known or _SIGN_CODES[sign[-1]]

    def _word(self, at: int) -> int:
        """Read a number in words; returns the next token to look at."""
        tok = self.tokens
        found = spelt(tok.keys, at, tok.joined, self.lexis)
        if found is None:
            return self._roman(at)
        if any(tok.numeral[at : at + found.words]) or any(self.taken[at : at + found.words]):
            return at + 1
        span = Span(tok.starts[at], tok.ends[at + found.words - 1])
        small = found.value <= 1 or found.doubtful
        weight = Weight.HINT if small else Weight.WORD
        quantity = Quantity(span, (rounded(found.value),), weight, ordinal=found.ordinal)
        after, quantity = self._united(at + found.words, quantity)
        if found.doubtful and found.value > 1 and quantity.units and not found.ordinal:
            quantity = replace(quantity, weight=Weight.WORD)  # sieben Jahre are seven, sieben alone may be a verb
        self.quantities.append(quantity)
        return max(after, at + found.words)

    def _roman(self, at: int) -> int:
        """Read a Roman numeral: a figure before or after "century", support for a figure elsewhere."""
        tok = self.tokens
        written = self.text[tok.starts[at] : tok.ends[at]]
        digits = re.match(r"[IVXLCDMІХ]+", written)
        if not digits:
            return at + 1
        numeral = digits[0].replace("І", "I").replace("Х", "X")
        rest = written[digits.end() :]
        if not _ROMAN.fullmatch(numeral) or (rest and rest not in ("e", "ème", "er", "es", "th", "o")):
            return at + 1
        century = self._century_near(at)
        if len(numeral) == 1 and not century:
            return at + 1
        span = Span(tok.starts[at], tok.starts[at] + digits.end())
        units = frozenset({"century"}) if century else frozenset()
        weight = Weight.FIGURE if century else Weight.HINT
        self.quantities.append(Quantity(span, (float(roman(numeral)),), weight, span, units=units, ordinal=True))
        return at + 1

    def _century_near(self, at: int) -> bool:
        tok = self.tokens
        for near in (at + 1, at - 1, at + 2, at + 3):
            if 0 <= near < len(tok) and self.lexis.units.get(tok.keys[near]) == "century":
                return True
        return False


def decade(value: float) -> tuple[float, ...]:
    """Return what a decade may be called: the 1990s are the nineties, the 1900s the 20th century."""
    other = value % 100 if value >= 100 else value + 1900
    century = (value // 100 + 1,) if value >= 1000 and value % 100 == 0 else ()
    return (value, other, *century)


def roman(numeral: str) -> int:
    """Return the value of a well-formed Roman numeral."""
    values = [_ROMAN_DIGITS[digit] for digit in numeral]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))


def named(key: str, names: dict[str, int], endings: tuple[str, ...]) -> int | None:
    """Look up a month or weekday name, with the case endings the language may add."""
    number = names.get(key)
    if number is None:
        for ending in endings:
            if key.endswith(ending) and len(key) - len(ending) > 2:
                stem = key[: -len(ending)].rstrip("'")
                number = names.get(stem) or next((names[stem + v] for v in "aeаяoо" if stem + v in names), None)
                if number:
                    break
    return number


def _shared(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """Let the first number of a range take the scale and unit told once, behind the last: 5 to 7 million."""
    for at in range(len(quantities) - 2, -1, -1):
        here, after = quantities[at], quantities[at + 1]
        gap = text[here.span.end : after.span.start]
        if len(gap) > 8 or not _RANGE.fullmatch(gap) or here.code:
            continue
        if after.scale > 1 and here.scale == 1 and here.numeral:
            scaled = tuple(rounded(value * after.scale) for value in here.readings)
            here = replace(here, readings=(*here.readings, *scaled))
        if not here.units and not here.money and not here.unit_span:
            here = replace(here, units=after.units, money=after.money)
        quantities[at] = here
    return quantities


_SIGN_CODES = {
    "$": frozenset({"USD", "CAD", "AUD", "NZD", "HKD", "SGD", "TWD", "MXN", "ARS", "CLP", "COP"}),
    "€": frozenset({"EUR"}), "£": frozenset({"GBP", "EGP", "LBP", "SYP", "SDG"}), "¥": frozenset({"JPY", "CNY"}),
    "₹": frozenset({"INR"}), "₽": frozenset({"RUB"}), "₩": frozenset({"KRW"}), "₺": frozenset({"TRY"}),
    "₪": frozenset({"ILS"}), "₴": frozenset({"UAH"}), "₫": frozenset({"VND"}), "฿": frozenset({"THB"}),
}  # fmt: skip
_CODES = frozenset(
    [
        "USD",
        "EUR",
        "GBP",
        "JPY",
        "CNY",
        "CHF",
        "RUB",
        "INR",
        "BRL",
        "CAD",
        "AUD",
        "NZD",
        "SEK",
        "NOK",
        "DKK",
        "PLN",
        "CZK",
        "HUF",
        "RON",
        "BGN",
        "TRY",
        "ILS",
        "UAH",
        "ZAR",
        "MXN",
        "ARS",
        "KRW",
        "SGD",
        "HKD",
        "TWD",
        "THB",
        "IDR",
        "MYR",
        "PHP",
        "VND",
        "AED",
        "SAR",
        "EGP",
        "NGN",
        "KES",
        "PKR",
        "BDT",
        "IRR",
        "IQD",
        "RMB",
    ]
)
