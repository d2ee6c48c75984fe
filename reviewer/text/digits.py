"""Digits of every script, read as 0 to 9."""

import re
import unicodedata

_SIGNS = str.maketrans(
    {
        "\uff0e": ".",  # fullwidth full stop
        "\uff0c": ",",  # fullwidth comma
        "\uff1a": ":",  # fullwidth colon
        "\uff05": "%",
        "\ufe6a": "%",
        "\u066a": "%",  # Arabic percent sign
        "\uff0f": "/",
        "\uff0d": "-",
        "\uff04": "$",
        "\uffe5": "¥",
        "\uffe1": "£",
        "\u066b": ".",  # Arabic decimal separator
        "\u066c": "\u2019",  # Arabic thousands separator: as the apostrophe, never a decimal mark
        "\u060d": "/",  # Arabic date separator
    }
)
_MAYBE = re.compile("[\u060d\u0660-\u1c60\ua620-\uabff\ufe6a\uff00-\U0010ffff]")
"""Where in Unicode all such digits and signs are, and little that stands in Latin, Cyrillic or Greek texts."""
_SIGN = re.compile("[" + "".join(map(chr, _SIGNS)) + "]")
_DIGIT = re.compile(r"[^\W\D0-9]")


def fold_digits(text: str) -> str:
    """Return `text` with the decimal digits of all scripts (Unicode category Nd), and the signs that
    stand in numbers beside them, in their ASCII form.

    Characters are replaced one for one, so that spans of the result are spans of `text`.
    """
    if text.isascii() or not _MAYBE.search(text):
        return text
    if _SIGN.search(text):
        text = text.translate(_SIGNS)
    return _DIGIT.sub(_ascii, text)


def _ascii(match: re.Match[str]) -> str:
    return str(unicodedata.decimal(match[0]))
