"""What a language calls a unit of measure beside a value: ICU's unit formats, which hold CLDR's names."""

from functools import cache

_UNNAMED = frozenset({"are", "percentage-point"})
"""Units of ours that CLDR does not have."""


@cache
def unit_name(unit: str, value: float, lang: str) -> str:
    """Return the full name of a CLDR unit as it follows `value`: inch, inches, дюймов.

    Empty where CLDR does not name the unit, or the language sets its name before the number.
    """
    # ICU takes a while to load, and a document may never need a unit's name.
    from icu4py.messageformat import MessageFormat

    if unit in _UNNAMED:
        return ""
    locale = lang.replace("-", "_")
    told = MessageFormat(f"{{0,number,::unit/{unit} unit-width-full-name}}", locale).format({"0": value})
    figures = MessageFormat("{0,number,::.######}", locale).format({"0": value})
    return told.removeprefix(figures).strip() if told.startswith(figures) else ""


def measured(value: float, unit: str) -> str:
    """Return a value with its unit in English: 32 kilometers, 0.2 inches."""
    return f"{value:,g}".replace(",", "\u202f") + " " + (unit_name(unit, value, "en") or unit)
