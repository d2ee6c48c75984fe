"""Roman numerals."""

import re

_WRITTEN = re.compile(r"([IVXLCDMІХ]+)(?:e|ème|er|es|th|o)?$")
_WELL_FORMED = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_LETTERS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_STEPS = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
    (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def roman(word: str) -> str:
    """Return the Roman numeral a word is (an ordinal ending cut off), or nothing.

    Cyrillic look-alikes, which Ukrainian and Russian keyboards type, count.
    """
    found = _WRITTEN.match(word)
    if not found:
        return ""
    numeral = found[1].replace("І", "I").replace("Х", "X")
    return numeral if _WELL_FORMED.fullmatch(numeral) else ""


def roman_value(numeral: str) -> int:
    """Return the value of a well-formed Roman numeral."""
    values = [_LETTERS[letter] for letter in numeral]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))


def in_roman(value: int) -> str:
    """Return a value in Roman numerals."""
    written = ""
    for step, letters in _STEPS:
        written += letters * (value // step)
        value %= step
    return written
