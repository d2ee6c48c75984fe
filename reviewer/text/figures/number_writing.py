"""Writing a value the way a translation would: its separators, its scale words, its words for numbers."""

from reviewer.text.figures.lexis import VALUES, Lexis
from reviewer.text.figures.numerals import decimals, figures_of, rounded
from reviewer.text.figures.quantity import Quantity
from reviewer.text.figures.romans import in_roman


def rewritten(value: float, told: Quantity, text: str, lexis: Lexis) -> str | None:
    """Return what should stand at `told.span` of `text` for it to mean `value`.

    The manner of what stands there is kept: words stay words, digits stay digits of their script, a scale
    word stays or gives way to the one that fits. None where the language has no sure form.
    """
    written = told.span.of(text)
    if told.numeral is None:
        inside = not lexis.unspaced and text[told.span.end : told.span.end + 1].isalpha()
        return in_words(value, written, lexis) or figures_of(value, lexis) + "-" * inside
    digits = told.numeral.of(text)
    if told.scale > 1 and told.scale_span:
        return _scaled(value, told, text, lexis)
    if written != digits:
        return None
    if told.units == {"century"} and not digits[:1].isdigit():
        return in_roman(int(value))
    places = None if value != int(value) or not decimals(digits, told.value) else 0
    grouped = not told.year and not (value == int(value) and 1000 <= value < 10000 and digits.isdigit())
    return in_script(figures_of(value, lexis, places, grouped), digits, lexis.decimal)


def _scaled(value: float, told: Quantity, text: str, lexis: Lexis) -> str | None:
    assert told.numeral is not None
    assert told.scale_span is not None
    digits = told.numeral.of(text)
    tail = text[told.numeral.end : told.span.end]
    mantissa = rounded(value / told.scale)
    if _plain(mantissa):
        return in_script(figures_of(mantissa, lexis), digits, lexis.decimal) + tail
    word = told.scale_span.of(text)
    for scale in (10**12, 10**9, 10**6, 10**3):
        mantissa = rounded(value / scale)
        other = other_scale(word, scale, lexis) if 1 <= mantissa < 1000 and _plain(mantissa) else None
        if other:
            between = text[told.numeral.end : told.scale_span.start]
            return in_script(figures_of(mantissa, lexis), digits, lexis.decimal) + between + other
    return in_script(figures_of(value, lexis), digits, lexis.decimal)


def _plain(mantissa: float) -> bool:
    return 0.1 <= mantissa < 10000 and rounded(mantissa * 1000) == int(rounded(mantissa * 1000))


def other_scale(word: str, scale: int, lexis: Lexis) -> str | None:
    """Return the word for another scale in the same form (short or long, singular or plural): Mrd. → Mio."""
    forms: dict[str, list[str]] = lexis.table.get("forms", {})
    plain = word.rstrip(".").lower()
    for known in forms.values():
        for slot, form in enumerate(known):
            if form and form.rstrip(".").lower() == plain:
                other = forms.get(str(scale), [""] * len(known))[slot]
                if other:
                    return other.rstrip(".") if not word.endswith(".") else other
    return None


def in_words(value: float, like: str, lexis: Lexis) -> str | None:
    """Return the number word for `value` from the same series (case, gender) as the word `like`."""
    if value not in VALUES:
        return None
    key = lexis.fold(like)
    at = VALUES.index(int(value))
    for words in lexis.table.get("spellout", {}).values():
        if words[at] and any(lexis.fold(word) == key for word in words if word):
            word: str = words[at]
            return word.capitalize() if like[:1].isupper() else word
    return None


def sibling(names: list[list[str]], written: str, index: int) -> str | None:
    """Return the name at `index` of the series (full, short, genitive) that `written` belongs to.

    Capitals are kept as written.
    """
    plain = written.lower().rstrip(".")
    for series in names:
        for name in series:
            if name.lower().rstrip(".") == plain:
                other = series[index]
                if written.islower():
                    other = other.lower()
                elif written[:1].isupper():
                    other = other[:1].upper() + other[1:]
                return other if written.endswith(".") else other.rstrip(".")
    return None


def in_script(written: str, like: str, decimal: str = ".") -> str:
    """Return ASCII figures in the digits of `like`: Arabic-Indic, Devanagari, fullwidth."""
    first = next((char for char in like if char.isdigit()), "0")
    if first.isascii():
        return written
    zero = ord(first) - int(first)
    marks = {".": "\uff0e", ",": "\uff0c"} if zero == 0xFF10 else {}
    if zero in (0x660, 0x6F0):
        marks = {".": "\u066c", ",": "\u066c", decimal: "\u066b"}
    return "".join(
        chr(zero + int(char)) if char.isascii() and char.isdigit() else marks.get(char, char) for char in written
    )
