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


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """Return the key of a name: lower case, no accents, one space for punctuation.

    Two spellings with one key are one name (`Perú` and `Peru`, `Saint-Denis` and `Saint Denis`); the
    key is for comparing and never shown.
    """
    if name.isascii() and name.isalpha():
        return name.lower()
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
