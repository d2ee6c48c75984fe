"""The unit or currency of a number: 5 km, $5, 5 Mio. Euro, 20 %, °C."""

import re

from reviewer.model.span import Span
from reviewer.text.figures.lexis import Lexis
from reviewer.text.figures.numerals import SPACES, rounded
from reviewer.text.figures.quantity import Quantity
from reviewer.text.figures.tokens import Tokens
from reviewer.text.figures.words import ELISION, Trait

_UNIT = Trait.UNIT

SIGNS = "$€£¥₹₽₩₺₪₫฿₴₦₱₡₲₵₸₭₮₼₾"
_SIGNS = frozenset(SIGNS + "%‰°℃℉")
_BEHIND = re.compile(rf"[{SPACES}]?(%|‰|°[CFС]?|℃|℉|[{SIGNS}])")
_BEFORE = re.compile(rf"([A-Z]{{0,2}}[{SIGNS}])[{SPACES}]?$")
_PERCENT_BEFORE = re.compile(rf"(?<!\d)(?<!\d[{SPACES}])(%)[{SPACES}]?$")
_RANGE_WORDS = (
    "to|or|and|bis|auf|oder|para|na|und|bzw|à|a|ou|et|al|o|y|e|do|lub|albo|i|или|и|до|та|або|или|nebo|až|tot|of|en|till|til|och|og|"
    "eller|ja|tai|és|vagy|sau|și|ve|veya|ila|ή|και|έως|إلى|الى|أو|و|עד|או|تا|یا|से|या|और|hingga|sampai|dan|đến|và|até|ni"
)
_RANGE = re.compile(
    rf"[{SPACES}]*,?[{SPACES}]*(?:[-–—~〜～]|(?:{_RANGE_WORDS})(?=[{SPACES}]))?[{SPACES}]*(?:al[{SPACES}])?"
)
_PREFIXED_PERCENT = frozenset({"tr", "th", "sw", "eu"})
"""Languages that say "per cent" before the number: yüzde 30."""

NOTHING: frozenset[str] = frozenset()
Unit = tuple[frozenset[str], frozenset[str], Span | None]
"""CLDR units, ISO 4217 codes, place."""

SIGN_CODES = {
    "$": frozenset({"USD", "CAD", "AUD", "NZD", "HKD", "SGD", "TWD", "MXN", "ARS", "CLP", "COP"}),
    "€": frozenset({"EUR"}), "£": frozenset({"GBP", "EGP", "LBP", "SYP", "SDG"}), "¥": frozenset({"JPY", "CNY"}),
    "₹": frozenset({"INR"}), "₽": frozenset({"RUB"}), "₩": frozenset({"KRW"}), "₺": frozenset({"TRY"}),
    "₪": frozenset({"ILS"}), "₴": frozenset({"UAH"}), "₫": frozenset({"VND"}), "฿": frozenset({"THB"}),
}  # fmt: skip
CODES = frozenset(
    (
        "USD EUR GBP JPY CNY CHF RUB INR BRL CAD AUD NZD SEK NOK DKK PLN CZK HUF RON BGN TRY ILS UAH ZAR MXN ARS "
        "KRW SGD HKD TWD THB IDR MYR PHP VND AED SAR EGP NGN KES PKR BDT IRR IQD RMB"
    ).split()
)


class Measures:
    """Looks for units and currencies beside the numbers of one text."""

    def __init__(self, tok: Tokens, tables: Lexis, taken: list[bool]) -> None:
        self.tokens, self.lexis, self.taken = tok, tables, taken

    @staticmethod
    def is_code(word: str) -> bool:
        """Say whether a word is a currency code in use."""
        return word in CODES

    def signed(self, start: int) -> bool:
        """Say whether a currency sign stands before the number at `start`."""
        text = self.tokens.text
        # Nearly always none does, which is told without a pattern.
        near = text[max(0, start - 2) : start]
        return not _SIGNS.isdisjoint(near) and bool(_BEFORE.search(text, max(0, start - 4), start))

    def after(self, at: int, scale: float, year: bool) -> tuple[frozenset[str], frozenset[str], Span | None, int]:
        """Return unit, currency and place of what follows a number, and the token behind it.

        `at` is the token behind the number and its scale words.
        """
        tok = self.tokens
        end = tok.ends[at - 1]
        # Nearly always none stands there, which is told without a pattern.
        sign = None if _SIGNS.isdisjoint(tok.text[end : end + 2]) else _BEHIND.match(tok.text, end)
        if sign:
            span = Span(*sign.span(1))
            if sign[1] in SIGN_CODES or sign[1] in SIGNS:
                return NOTHING, self._money(sign[1]), span, at
            if sign[1] == "%":
                point = self._phrase(at, glued=True)
                if point and "percentage-point" in point[0]:
                    return point[0], NOTHING, span, point[2]
            return _SIGN_UNITS[sign[1]], NOTHING, span, at
        if scale >= 1000 and at < len(tok) and tok.keys[at] in self.lexis.partitives:
            at += 1  # 2 billones *de* dólares
        if at >= len(tok) or not (tok.traits[at] & _UNIT or self.lexis.unspaced):
            return NOTHING, NOTHING, None, at
        found = self._phrase(at)
        if found is None:
            return NOTHING, NOTHING, None, at
        units, money, upto = found
        if year and (tok.ends[at] - tok.starts[at] == 1 or "year" in units):
            units = NOTHING  # 2023 г. is a year, not grams
        if not (units or money):
            return NOTHING, NOTHING, None, at
        return units, money, Span(tok.starts[at], tok.ends[upto - 1]), upto

    def before(self, at: int, units: frozenset[str], span: Span | None) -> Unit:
        """Return the currency or per-cent sign before the number at token `at`, else what is known already."""
        tok = self.tokens
        start = tok.starts[at]
        if not start:
            return units, NOTHING, span
        text = tok.text
        if not _SIGNS.isdisjoint(text[max(0, start - 2) : start]):
            if sign := _BEFORE.search(text, max(0, start - 4), start):
                return NOTHING, self._money(sign[1]), Span(*sign.span(1))
            if not units and (sign := _PERCENT_BEFORE.search(text, max(0, start - 4), start)):
                return frozenset({"percent"}), NOTHING, Span(*sign.span(1))
        if at and not tok.numeral[at - 1] and (tok.joined[at] or tok.gaps[at] in _SHORTENED):
            place = Span(tok.starts[at - 1], tok.ends[at - 1])
            written = place.of(text)
            if written in _BEFORE_WORDS and not span:
                return units, _BEFORE_WORDS[written] | self.lexis.currencies.get(tok.keys[at - 1], NOTHING), place
            if written in CODES:
                return units, frozenset({written.replace("RMB", "CNY")}), place
            if self.lexis.lang in _PREFIXED_PERCENT and "percent" in self.lexis.units.get(tok.keys[at - 1], ()):
                return frozenset({"percent"}), NOTHING, place
        return units, NOTHING, span

    def _money(self, sign: str) -> frozenset[str]:
        known = self.lexis.currencies.get(sign.lower(), NOTHING)
        return known | SIGN_CODES.get(sign[-1], NOTHING) if len(sign) == 1 or not known else known

    def _phrase(self, at: int, glued: bool = False) -> tuple[frozenset[str], frozenset[str], int] | None:
        """Look up the longest name that starts at a token; return its units, its currencies and the token behind it."""
        tok = self.tokens
        if at >= len(tok) or tok.numeral[at] or self.taken[at]:
            return None
        gap = tok.gaps[at]
        if not (tok.joined[at] or gap in (". ", "  ", "/") or (glued and len(gap) <= 3)):
            return None
        table = self.lexis.measures
        key = tok.keys[at]
        if self.lexis.unspaced:
            units, money = _longest(key, self.lexis.units), _longest(key, self.lexis.currencies)
            return (units, money, at + 1) if units or money else None
        bare = ELISION.sub("", key)
        for length in self.lexis.measure_lengths.get(key, ()) or self.lexis.measure_lengths.get(bare, ()):
            last = at + length
            if last > len(tok) or length > _LONGEST:
                continue
            if length > 1 and not all(
                not tok.numeral[i] and (tok.joined[i] or tok.gaps[i] in _INSIDE) for i in range(at + 1, last)
            ):
                continue
            name = " ".join((bare, *tok.keys[at + 1 : last]))
            power = tok.text[tok.ends[last - 1] : tok.ends[last - 1] + 2]
            if power[:1] in ("2", "3") and not power[1:].isdigit() and name + power[0] in table:
                return *table[name + power[0]], last + 1  # km2
            if name in table:
                return *table[name], last
            if length > 1 and (name := tok.text[tok.starts[at] : tok.ends[last - 1]].lower()) in table:
                return *table[name], last
        return None


_LONGEST = 4
"""Words of a name that is looked for, at most."""
_INSIDE = frozenset({". ", "/", "."})
"""What may part the words of a name, beside what joins words."""


def _longest(key: str, table: dict[str, frozenset[str]]) -> frozenset[str]:
    """Look up the longest name a run of text without spaces begins with."""
    for length in range(min(16, len(key)), 1, -1):
        if key[:length] in table:
            return table[key[:length]]
    return NOTHING


_SHORTENED = frozenset({".", ". "})
_BEFORE_WORDS = {
    "Rs": frozenset({"INR", "PKR", "LKR", "NPR", "MUR"}), "रु": frozenset({"INR", "NPR"}), "Rp": frozenset({"IDR"}),
    "RM": frozenset({"MYR"}), "kr": frozenset({"SEK", "NOK", "DKK", "ISK"}), "Kč": frozenset({"CZK"}),
    "KSh": frozenset({"KES"}), "Sh": frozenset({"KES", "TZS", "UGX"}), "TL": frozenset({"TRY"}),
    "Fr": frozenset({"CHF"}),
}  # fmt: skip
"""Short names of currencies that stand before the amount in some languages: Rs 500, kr 500."""
_SIGN_UNITS = {
    "%": frozenset({"percent"}), "‰": frozenset({"permille"}), "℉": frozenset({"fahrenheit"}),
    "°F": frozenset({"fahrenheit"}), "°C": frozenset({"celsius"}), "°С": frozenset({"celsius"}),
    "℃": frozenset({"celsius"}), "°": frozenset({"celsius", "fahrenheit"}),
}  # fmt: skip


def shared(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """Let the first number of a range take the scale and unit told once, behind the last: 5 to 7 million."""
    for at in range(len(quantities) - 2, -1, -1):
        here, after = quantities[at], quantities[at + 1]
        takes_scale = after.scale > 1 and here.scale == 1 and here.numeral
        takes_unit = (after.units or after.money) and not (here.units or here.money or here.unit_span)
        if here.code or not (takes_scale or takes_unit):
            continue
        gap = text[here.span.end : after.span.start]
        if len(gap) > 8 or not _RANGE.fullmatch(gap):
            continue
        scaled = tuple(rounded(value * after.scale) for value in here.readings) if takes_scale else ()
        quantities[at] = here._replace(
            readings=(*here.readings, *scaled),
            units=after.units if takes_unit else here.units,
            money=after.money if takes_unit else here.money,
        )
    return quantities
