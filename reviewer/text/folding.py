"""Folding names to keys under which spellings of one name meet."""

import re
import unicodedata
from functools import lru_cache

_PUNCTUATION = re.compile(r"[\s\-‐‑–—.,·・•’‘ʼʻ'`´()\[\]\"“”„«»/_\u200c\u200d\u00ad]+")
_LETTERS = str.maketrans(
    {
        # Letters that Unicode does not decompose but that spellings of a name exchange freely.
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "ħ": "h",
        "ı": "i",
        "ŋ": "n",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        "ə": "e",
        # Arabic script: forms that writers and keyboards exchange (Unicode 9.2, Arabic).
        "ى": "ي",
        "ی": "ي",
        "ک": "ك",
        "ة": "ه",
        "ۀ": "ه",
        "ٱ": "ا",
        "ـ": "",
        # Devanagari: newspapers leave out the dot of borrowed sounds (फ़्रांस, फ्रांस), and most write the moon with a dot
        # as the dot alone (चाँद, चांद); Unicode 12.1, Devanagari.
        "\u093c": "",
        "ँ": "ं",
    }
)
_STRIPPED_BELOW = "\u0700"
"""Marks are dropped in the scripts before Syriac: Latin, Greek, Cyrillic, Hebrew, Arabic. Further on
(Devanagari, Thai …) they are vowels and carry the name."""
_ARABIC = "\u0620-\u063f\u0641-\u064a\u066e-\u066f\u0671-\u06d3"
_DEVANAGARI = "\u0905-\u0939\u093d"
_WORD = (
    "(?>[0-9A-Za-z\u00c0-\u013e\u0141-\u0148\u014a-\u02af\u0386\u0388-\u0482\u048a-\u052f\u0531-\u0556\u0561-\u0587"
    "\u05d0-\u05ea\u1e00-\u1e99\u1e9e-\u1eff]+"
    f"|[{_ARABIC}][{_ARABIC}\u0640\u064b-\u0652]*|[{_DEVANAGARI}][{_DEVANAGARI}\u093e-\u094d]*"
    "|[0-9A-Za-z\u10d0-\u10fa\u3041-\u3096\u30a1-\u30fa\u30fc\u3400-\u9fff\uac00-\ud7a3]+)"
)
"""Letters of which each is folded for itself, whatever stands beside it, and marks that are behind such letters."""
_WORDS = re.compile(f"{_WORD}(?>(?: {_WORD})*)")


class _Letters(dict[int, str]):
    """What each letter is folded to, worked out when it is first met."""

    def __missing__(self, point: int) -> str:
        found = self[point] = _fold(chr(point))
        return found


_FOLDED = _Letters({ord(" "): " ", 0x94D: "\u094d"})
"""The sign that takes a Devanagari letter its vowel stays; for itself it would have no letter to stay with."""


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """Return the key of a name: lower case, no accents, one space for punctuation.

    Two spellings with one key are one name (`Perú` and `Peru`, `Saint-Denis` and `Saint Denis`); the
    key is for comparing and never shown.
    """
    if name.isascii() and name.isalpha():
        return name.lower()
    if _WORDS.fullmatch(name):
        return name.translate(_FOLDED)
    return _fold(name)


def _fold(name: str) -> str:
    folded = unicodedata.normalize("NFKC", name).casefold().translate(_LETTERS)
    if not folded.isascii():
        kept = []
        base = ""
        for char in unicodedata.normalize("NFD", folded):
            if unicodedata.combining(char) and base < _STRIPPED_BELOW:
                continue
            if not unicodedata.category(char).startswith("M"):
                base = char
            kept.append(char)
        folded = unicodedata.normalize("NFC", "".join(kept))
    return _PUNCTUATION.sub(" ", folded).strip()
