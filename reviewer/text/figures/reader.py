"""Reading the figures of a text in a language that sets spaces between words."""

import re
from bisect import bisect_left
from operator import attrgetter

from reviewer.model.span import Span
from reviewer.text.figures import korean
from reviewer.text.figures.clock_words import find_told
from reviewer.text.figures.clocks import find_clocks
from reviewer.text.figures.compounds import joined
from reviewer.text.figures.dates import find_dates
from reviewer.text.figures.fractions import find_fractions, find_fractions_unspaced
from reviewer.text.figures.lexis import Lexis
from reviewer.text.figures.measures import Measures, shared
from reviewer.text.figures.number_words import half_at, spelt
from reviewer.text.figures.numerals import readings, rounded
from reviewer.text.figures.quantity import Clock, Figures, Fraction, Quantity, Weekday, Weight
from reviewer.text.figures.romans import roman, roman_value
from reviewer.text.figures.tokens import Tokens
from reviewer.text.figures.words import SHARES, Trait, dual, named

_PLACE = attrgetter("span")
_PHONE = re.compile(r"(?<![\w+])(?:\+\d[\d \u00a0()/.-]{6,}\d|0\d{2,5}[/-]\d[\d -]{3,}\d)(?!\w)")
_NUMERAL, _NUMBER, _ROMAN, _DUAL = Trait.NUMERAL, Trait.NUMBER, Trait.ROMAN, Trait.DUAL
_JOINED, _SHARE = Trait.JOINED, Trait.SHARE
_READ = _NUMERAL | _NUMBER | _ROMAN | _DUAL | _JOINED | _SHARE
_ALWAYS = re.compile(r"(?<![\w/])24/7(?![\w/])")
_GLUES = frozenset({"", "-", "‑"})
_POINTS = frozenset({"percentage-point"})
_SUFFIX_GAPS = frozenset({"", "-", "‑", "’", "'", "."})
_SCALE_GAPS = frozenset({"", " ", "-", "\u00a0", "\u202f", "‑"})
_ORDINALS = frozenset(
    (
        "st nd rd th er re e ère ème º ª o a lea го й я е ое м ого ти х ые ма те de ste वीं वें वां वा তম ম য় র্থ ষ্ঠ ویں واں"
    ).split(),
)
_KOREAN_ORDINAL = "제"
"""What Korean sets before the figures of an ordinal: 제2차."""
_DECADES = frozenset({"s", "er", "ern", "х", "е", "ies", "ů", "ch"})
_LETTERS = {"k": 1e3, "m": 1e6, "b": 1e9}
"""Scales told by one letter, written onto the digits or behind an amount of money: $5m, 20k."""


class Reader:
    """Reads one text, token by token; what is read once is not read again."""

    def __init__(self, folded: str, found: Tokens, tables: Lexis) -> None:
        self.text = folded
        self.lexis = tables
        self.tokens = found
        self.taken = [False] * len(found)
        self.measures = Measures(found, tables, self.taken)
        self.quantities: list[Quantity] = []

    def read(self) -> Figures:
        """Return everything found, each kind in order of place."""
        self._names()
        dates = find_dates(self.tokens, self.lexis, self.taken)
        clocks = self._told_clocks()
        clocks += find_clocks(self.tokens, self.lexis, self.taken)
        if len(clocks) > 1:
            clocks.sort(key=_PLACE)
        if self.lexis.lang == "ko":
            self._korean()
        weekdays = self._weekdays() if self.tokens.kinds & Trait.WEEKDAY else []
        upto = 0
        for at, traits in [(at, traits) for at, traits in enumerate(self.tokens.traits) if traits & _READ]:
            if at < upto or self.taken[at]:
                continue
            if traits & _NUMERAL:
                upto = self._numeral(at)
            elif traits & _NUMBER:
                upto = self._word(at)
            elif traits & _JOINED:
                self._joined(at)
            elif traits & _SHARE:
                self._part(at)
            elif traits & _DUAL:
                self._dual(at)
            elif traits & _ROMAN:
                self._roman(at)
        quantities = self.quantities
        if len(quantities) > 1:
            quantities.sort(key=_PLACE)
            if self.lexis.loose_points:
                self._points()
            quantities = shared(self.text, quantities)
        perhaps = frozenset[int]()
        if dates:
            perhaps = frozenset([date.readings[0][1] for date in dates if date.doubtful])
            dates = [date for date in dates if not date.doubtful]
        return Figures(tuple(quantities), tuple(dates), tuple(clocks), tuple(weekdays), perhaps, self._fractions())

    def _fractions(self) -> tuple[Fraction, ...]:
        if self.lexis.lang == "ko":
            return find_fractions_unspaced(self.text)
        return find_fractions(self.tokens, self.lexis, self.taken) if self.tokens.kinds & Trait.PART else ()

    def _points(self) -> None:
        """Take points for percentage points beside per cents: by 4 points to 21 percent."""
        if not any("percent" in quantity.units for quantity in self.quantities):
            return
        tok = self.tokens
        for place, quantity in enumerate(self.quantities):
            if quantity.units or quantity.money or quantity.ordinal or quantity.code:
                continue
            behind = bisect_left(tok.starts, quantity.span.end)
            if behind < len(tok) and tok.joined[behind] and tok.keys[behind] in self.lexis.loose_points:
                span = Span(tok.starts[behind], tok.ends[behind])
                self.quantities[place] = quantity._replace(units=_POINTS, unit_span=span)

    def _told_clocks(self) -> list[Clock]:
        """Times of day in words, and in Korean those in figures too, whose words are written onto them."""
        if self.lexis.lang != "ko":
            return find_told(self.tokens, self.lexis, self.taken)
        found = korean.find_clocks(self.text, self.lexis)
        for clock in found:
            self.tokens.take(self.taken, clock.span)
        return found

    def _korean(self) -> None:
        """Numbers whose digits and scales alternate, with nothing between them and the counted thing."""
        for quantity in korean.find_numbers(self.text, self.lexis):
            self.quantities.append(quantity)
            end = quantity.unit_span.end if quantity.unit_span else quantity.span.end
            self.tokens.take(self.taken, Span(quantity.span.start, end))

    def _names(self) -> None:
        """Telephone numbers are one value, whatever is set between the digits; 24/7 is no number at all."""
        text = self.text
        if "+" in text or ("0" in text and ("/" in text or "-" in text)):
            for match in _PHONE.finditer(text):
                span = Span(*match.span())
                digits = float(re.sub(r"\D", "", match[0]))
                self.quantities.append(Quantity(span, (digits,), Weight.FIGURE, span, code=True))
                self.tokens.take(self.taken, span)
        for match in _ALWAYS.finditer(text) if "24/7" in text else ():
            span = Span(*match.span())
            self.quantities.append(Quantity(span, (24.0, 7.0), Weight.HINT, code=True))
            self.tokens.take(self.taken, span)

    def _weekdays(self) -> list[Weekday]:
        found = []
        tok = self.tokens
        for at, traits in enumerate(tok.traits):
            if not traits & Trait.WEEKDAY or self.taken[at]:
                continue
            key = tok.keys[at]
            number = named(key, self.lexis.weekdays, self.lexis.endings)
            if self.lexis.lang == "ar" and key in self.lexis.numbers:
                continue
            last = at
            if number is None and at + 1 < len(tok) and tok.joined[at + 1]:
                for first in (key, *self.lexis.bare(key)):
                    number = number or self.lexis.weekdays.get(f"{first} {tok.keys[at + 1]}")
                last = at + 1
            if number:
                found.append(Weekday(Span(tok.starts[at], tok.ends[last]), number))
                if last > at or self.lexis.lang == "ar":  # الاثنين is Monday, not two, which is اثنين
                    tok.take(self.taken, found[-1].span)
        return found

    def _numeral(self, at: int) -> int:
        """Read digits with what follows them; returns the next token to look at."""
        tok = self.tokens
        span, numeral = Span(tok.starts[at], tok.ends[at]), tok.keys[at]
        values = readings(numeral, self.lexis.decimal, self.lexis.group)
        if not values:
            self._list(span.start, numeral)
            return at + 1
        if "," in numeral and self.lexis.decimal == "." and self.lexis.table and len(values) == 1 and values[0] % 1:
            # In English 1,1 is two numbers, if it is not a foreign decimal.
            for part in re.finditer(r"\d+", numeral):
                place = Span(span.start + part.start(), span.start + part.end())
                whole = span if not part.start() else place
                self.quantities.append(Quantity(whole, (float(part[0]), *values), Weight.FIGURE, whole))
            return at + 1
        if tok.gaps[at] in _GLUES and self._is_code(at):
            self.quantities.append(Quantity(span, values, Weight.FIGURE, span, code=True, year=self._is_year(at)))
            return at + 1
        after = at + 1
        ordinal = bool(at) and tok.keys[at - 1] == _KOREAN_ORDINAL and tok.gaps[at] in ("", " ")
        if after < len(tok) and not tok.numeral[after] and tok.gaps[after] in _SUFFIX_GAPS:
            suffix = tok.keys[after]
            if suffix in _DECADES and values[0] % 10 == 0 and len(numeral) in (2, 4):
                self.quantities.append(Quantity(span, decade(values[0]), Weight.FIGURE, span))
                return after + 1
            if suffix in _ORDINALS and tok.gaps[after] != "." and suffix not in self.lexis.units:
                ordinal = True
                after += 1
        return self._measure(at, after, values, ordinal)

    def _is_year(self, at: int) -> bool:
        key = self.tokens.keys[at]
        return len(key) == 4 and key.isdigit() and 1000 <= int(key) < 2200

    def _is_code(self, at: int) -> bool:
        """Say whether digits that something is written onto belong to a name: F-35, COVID-19, A380."""
        tok = self.tokens
        if not at or tok.numeral[at - 1]:
            return False
        key = tok.keys[at - 1]
        if key == _KOREAN_ORDINAL:
            return False
        if key in self.lexis.prefixes:
            return False  # and, in, for: Arabic and Hebrew write them onto the number
        if at + 1 < len(tok) and tok.gaps[at + 1] in (" ", "\u00a0", "\u202f") and self._scale_at(at + 1)[0] >= 1000:
            return False  # a dash written as a hyphen: into space-2.5 million parts
        return not (key in self.lexis.currencies or key in self.lexis.clock or self.measures.is_code(key.upper()))

    def _list(self, start: int, numeral: str) -> None:
        """Read what is no single number (1,2,3 or version 2.0.1) part by part."""
        for part in re.finditer(r"\d+", numeral):
            span = Span(start + part.start(), start + part.end())
            self.quantities.append(Quantity(span, (float(part[0]),), Weight.FIGURE, span, code=True))

    def _measure(self, at: int, after: int, values: tuple[float, ...], ordinal: bool) -> int:
        """Add scale, unit and currency to digits; returns the next token to look at."""
        tok = self.tokens
        numeral = Span(tok.starts[at], tok.ends[at])
        year = self._is_year(at)
        if half := half_at(tok.keys, after, tok.joined, self.lexis):
            values, after = tuple(value + 0.5 for value in values), after + half
        first = after
        scale, after = self._scale(after, year)
        extra: tuple[float, ...] = ()
        if scale == 1 and (letter := self._letter(numeral.start, after)):
            scaled = tuple(rounded(value * letter) for value in values)
            if self.measures.signed(numeral.start) or tok.keys[after] not in self.lexis.units:
                scale, after = letter, after + 1
                extra = values  # 4K is also a kind of television
            else:
                extra = scaled  # 5m: metres, or million
        scale_span = Span(tok.starts[first], tok.ends[after - 1]) if scale > 1 else None
        if scale > 1:
            values = tuple(rounded(value * scale) for value in values)
            if half := half_at(tok.keys, after, tok.joined, self.lexis):
                values, after = tuple(value + scale / 2 for value in values), after + half
            if scale in (10, 12):
                extra = (rounded(values[0] * (10 if scale == 12 else 12) / scale),)
            if rest := self._rest(after, scale):
                values = (rounded(values[0] + rest), *values)
                after += 1
        end = tok.ends[first - 1] if scale_span is None and first > at + 1 and not ordinal else numeral.end
        units, money, unit_span, upto = self.measures.after(after, scale, year)
        if not money:
            units, money, unit_span = self.measures.before(at, units, unit_span)
        if "century" in units and values[0] >= 1000:
            values, units = decade(values[0]), frozenset()  # Swedish 1800-talet, Finnish 1990-luku
        self.quantities.append(
            Quantity(
                Span(numeral.start, scale_span.end if scale_span else end),
                (*values, *extra),
                Weight.FIGURE,
                numeral,
                scale,
                scale_span,
                units,
                money,
                unit_span,
                ordinal=ordinal,
                year=year and not (units or money or scale > 1),
            )
        )
        return max(upto, after)

    def _scale(self, after: int, year: bool) -> tuple[float, int]:
        """Read the scale words behind a number: the factor, and the token behind them."""
        tok = self.tokens
        scale = 1.0
        while after < len(tok) and not tok.numeral[after] and not self.taken[after] and tok.gaps[after] in _SCALE_GAPS:
            step, words = self._scale_at(after)
            if not step or len(tok.keys[after]) == 1 or (year and step <= 1000):
                break  # "since 2015 thousands of": years are followed by what they do not count
            scale *= step
            after += words
        return scale, after

    def _scale_at(self, at: int) -> tuple[float, int]:
        tok = self.tokens
        key = tok.keys[at]
        if not (tok.traits[at] & _NUMBER or self.lexis.unspaced or key in self.lexis.partitives):
            return 0.0, 1
        if self.lexis.unspaced:
            for length in range(min(8, len(key)), 1, -1):
                if start := self.lexis.scales.get(key[:length]):
                    return start, 1
            return 0.0, 0
        if at + 1 < len(tok) and tok.joined[at + 1]:
            following = tok.keys[at + 1]
            if both := self.lexis.scales.get(f"{key} {following}"):
                return both, 2
            if key in self.lexis.partitives:
                scale = self.lexis.scales.get(following, 0.0)
                return (scale, 2) if scale > 12 else (0.0, 0)
        return self.lexis.scales.get(key, 0.0), 1

    def _letter(self, start: int, after: int) -> float | None:
        tok = self.tokens
        if after >= len(tok) or self.taken[after]:
            return None
        gap = tok.gaps[after]
        if gap == "" or (gap == " " and self.measures.signed(start)):
            return _LETTERS.get(tok.keys[after])
        return None

    def _rest(self, after: int, scale: float) -> float | None:
        """Read digits that go on below a scale: 5 thousand 200."""
        tok = self.tokens
        if scale < 1000 or after >= len(tok) or not tok.numeral[after] or tok.gaps[after] not in (" ", "\u00a0"):
            return None
        values = readings(tok.keys[after], self.lexis.decimal, self.lexis.group)
        return values[0] if values and values[0].is_integer() and 1 < values[0] < scale else None

    def _word(self, at: int) -> int:
        """Read a number in words; returns the next token to look at."""
        tok = self.tokens
        if share := self._share_at(at):
            span = Span(tok.starts[at], tok.ends[at + 1])
            self.quantities.append(Quantity(span, share, Weight.HINT))
            return at + 2
        found = spelt(tok.keys, at, tok.joined, self.lexis)
        if found is None:
            return at + 1
        after = at + found.words
        if any(tok.numeral[at:after]) or any(self.taken[at:after]):
            return at + 1
        if after == at + 1 and self._is_share(at):
            return after
        value = rounded(found.value)
        values: tuple[float, ...] = (value,)
        for key in tok.keys[at:after]:
            if self.lexis.scales.get(key) in (10, 12):  # dozens in one language are tens in another
                values = (value, rounded(value * (10 / 12 if self.lexis.scales[key] == 12 else 12 / 10)))
        scale = 1000.0 if value >= 1000 else 1.0
        units, money, unit_span, upto = self.measures.after(after, scale, False)
        if century := self._named_century(at, after):
            values, units = (century, 1000 + value, value), frozenset({"century"})
        weight = Weight.WORD
        # Sieben Jahre are seven years, sieben alone may be a verb.
        if value <= 1 or (found.doubtful and (found.ordinal or not (units or money))):
            weight = Weight.HINT
        span = Span(tok.starts[at], tok.ends[after - 1])
        self.quantities.append(
            Quantity(span, values, weight, units=units, money=money, unit_span=unit_span, ordinal=found.ordinal)
        )
        return max(upto, after)

    def _part(self, at: int) -> None:
        """Read a part of one per cent, or of a point, told in words: half a percentage point, en halv procentenhet."""
        units, _, unit_span, _ = self.measures.after(at, 1, False)
        if not units & SHARES or unit_span is None:
            return
        tok = self.tokens
        for before in range(at - 1, max(-1, at - 3), -1):
            if not tok.joined[before + 1] or tok.numeral[before] or self.taken[before]:
                return
            parts = [value for value in self.lexis.hints.get(tok.keys[before], ()) if 0 < value < 1]
            if parts:
                span = Span(tok.starts[before], tok.ends[before])
                self.quantities.append(Quantity(span, tuple(parts), Weight.HINT, units=units, unit_span=unit_span))
                return

    def _joined(self, at: int) -> None:
        """Read a number that is the first part of a longer word."""
        if found := joined(self.tokens.keys[at], self.lexis):
            start = self.tokens.starts[at]
            span = Span(start, start + found.length)
            self.quantities.append(Quantity(span, (found.value,), Weight.WORD, units=found.units))

    def _share_at(self, at: int) -> tuple[float, ...]:
        """Return what two words may mean that tell a part of one: three quarters, trois quarts."""
        tok, shares = self.tokens, self.lexis.shares
        if not shares or at + 1 >= len(tok) or not tok.joined[at + 1]:
            return ()
        return shares.get(f"{tok.keys[at]} {tok.keys[at + 1]}", ())

    def _dual(self, at: int) -> None:
        """Read a word that tells by its ending of two of something."""
        one = dual(self.tokens.keys[at], self.lexis)
        span = Span(self.tokens.starts[at], self.tokens.ends[at])
        units = self.lexis.units.get(one, frozenset())
        money = self.lexis.currencies.get(one, frozenset())
        told = span if units or money else None
        self.quantities.append(Quantity(span, (2.0,), Weight.WORD, units=units, money=money, unit_span=told))

    def _is_share(self, at: int) -> bool:
        """Say whether a word is the end of "per cent" in a phrase that tells no number: el tanto por ciento."""
        return at > 0 and "percent" in self.lexis.units.get(f"{self.tokens.keys[at - 1]} {self.tokens.keys[at]}", ())

    def _named_century(self, at: int, after: int) -> float | None:
        """Return the century a capitalised word names inside a sentence: nel Quattrocento, dell'Ottocento."""
        if not self.lexis.centuries or after != at + 1:
            return None
        article, _, name = self.text[self.tokens.starts[at] : self.tokens.ends[at]].replace("’", "'").rpartition("'")
        return self.lexis.centuries.get(name.lower()) if name[0].isupper() and (at or article) else None

    def _roman(self, at: int) -> None:
        """Read a Roman numeral: a figure beside "century", support for a figure elsewhere."""
        tok = self.tokens
        start = tok.starts[at]
        numeral = roman(self.text[start : tok.ends[at]])
        if at + 1 < len(tok) and tok.numeral[at + 1] and tok.gaps[at + 1] == "":
            return  # ML574
        century = self._century_near(at)
        if len(numeral) == 1 and not century:
            return
        span = Span(start, start + len(numeral))
        units = frozenset({"century"}) if century else frozenset()
        weight = Weight.FIGURE if century else Weight.HINT
        value = float(roman_value(numeral))
        self.quantities.append(Quantity(span, (value,), weight, span, units=units, ordinal=True))

    def _century_near(self, at: int) -> bool:
        tok = self.tokens
        places = [at + 1, at - 1, at + 2, at + 3]
        if at > 2 and roman(self.text[tok.starts[at - 2] : tok.ends[at - 2]]):
            places.append(at - 3)  # siglos VI y X
        return any(0 <= near < len(tok) and "century" in self.lexis.units.get(tok.keys[near], ()) for near in places)


def decade(value: float) -> tuple[float, ...]:
    """Return what a decade may be called: the 1990s are the nineties, the 1900s the 20th century."""
    other = value % 100 if value >= 100 else value + 1900
    century = (value // 100 + 1,) if value >= 1000 and value % 100 == 0 else ()
    return (value, other, *century)
