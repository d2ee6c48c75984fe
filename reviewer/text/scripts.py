"""Which script a text is written in, and which way it runs (UAX #24, UAX #9)."""

from bisect import bisect_right
from collections import Counter
from functools import cache, lru_cache

from reviewer.model.span import Span
from reviewer.text.resources import resource

RIGHT_TO_LEFT = frozenset(
    "Adlm Arab Armi Avst Chrs Cprt Elym Hatr Hebr Hung Khar Lydi Mand Mani Mend Merc Mero Narb Nbat Nkoo "
    "Orkh Ougr Palm Phli Phlp Phnx Prti Rohg Samr Sarb Sogd Sogo Syrc Thaa Yezi".split()
)
"""Scripts whose letters have Bidi_Class R or AL (DerivedBidiClass.txt)."""

CASED = frozenset("Adlm Aghb Armn Cher Copt Cyrl Dsrt Elba Glag Grek Hung Latn Osge Vith Wara".split())
"""Scripts with capital and small letters in everyday use."""

UNSPACED = frozenset("Hani Hira Kana Bopo Hans Hant Jpan Thai Laoo Khmr Mymr Tibt Lana Talu Java Bali".split())
"""Scripts of characters, and of languages, that put no space between words (UAX #14, classes ID and SA)."""


@cache
def _ranges() -> tuple[list[int], list[int], list[str]]:
    starts, ends, codes = [], [], []
    for line in resource("unicode/scripts.txt").read_text("ascii").splitlines():
        start, end, code = line.split()
        starts.append(int(start, 16))
        ends.append(int(end, 16))
        codes.append(code)
    return starts, ends, codes


@lru_cache(maxsize=8192)
def script_of(char: str) -> str:
    """Return the ISO 15924 code of a character's script.

    Empty for what belongs to no script of its own: digits, punctuation, spaces, combining marks that
    take the script of their base.
    """
    if char < "\x80":
        return "Latn" if char.isalpha() else ""
    starts, ends, codes = _ranges()
    point = ord(char)
    place = bisect_right(starts, point) - 1
    return codes[place] if place >= 0 and point <= ends[place] else ""


def scripts_of(text: str, lang: str = "") -> dict[str, int]:
    """Return how many characters of each script a text holds, most frequent first.

    `lang` is not looked at; it is there so that `Reading.of` can remember the answer.
    """
    if text.isascii():
        letters = sum(map(str.isalpha, text))
        return {"Latn": letters} if letters else {}
    counts: Counter[str] = Counter()
    for char, times in Counter(text).items():
        code = script_of(char)
        if code:
            counts[code] += times
    return dict(counts.most_common())


def letters_of(writing: str) -> frozenset[str]:
    """Return the scripts of the letters of a writing system: `Jpan` is written in `Hani`, `Hira` and `Kana`."""
    return _MIXED.get(writing) or frozenset((writing,))


_MIXED = {
    "Hans": frozenset(("Hani",)),
    "Hant": frozenset(("Hani",)),
    "Jpan": frozenset(("Hani", "Hira", "Kana")),
    "Kore": frozenset(("Hang", "Hani")),
}


def runs_of(text: str, scripts: frozenset[str]) -> tuple[Span, ...]:
    """Return the stretches of a text in some scripts; words parted by one space or mark belong together."""
    # Nearly always there are none: the different characters of a text are few.
    if scripts.isdisjoint(map(script_of, set(text))):
        return ()
    found: list[Span] = []
    for at, char in enumerate(text):
        if script_of(char) not in scripts:
            continue
        if found and at - found[-1].end <= 2 and not any(map(str.isalnum, text[found[-1].end : at])):
            found[-1] = Span(found[-1].start, at + 1)
        else:
            found.append(Span(at, at + 1))
    return tuple(found)


def dominant(text: str, lang: str = "") -> str:
    """Return the script most letters of a text belong to, empty where there are none.

    Japanese and Korean mix scripts: kana beside ideographs is `Jpan`, Hangul beside them `Kore`, as
    in ISO 15924 and in CLDR's likely subtags. A tenth of kana is enough: ideographs carry the nouns.
    """
    counts = scripts_of(text)
    if not counts:
        return ""
    first = next(iter(counts))
    ideographs = counts.get("Hani", 0)
    kana = counts.get("Hira", 0) + counts.get("Kana", 0)
    hangul = counts.get("Hang", 0)
    others = max((n for code, n in counts.items() if code not in _EAST_ASIAN), default=0)
    if kana and kana + ideographs > others and kana * 10 >= ideographs and kana >= hangul:
        return "Jpan"
    if hangul and hangul + ideographs > others and hangul * 3 >= ideographs:
        return "Kore"
    return first


_EAST_ASIAN = frozenset(("Hani", "Hira", "Kana", "Hang", "Bopo"))
