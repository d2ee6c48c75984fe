"""Finds the quotations of a text, whatever marks they stand in.

Which character opens and which closes depends on the language (” closes in English and opens in
Swedish, “ opens in English and closes in German), so marks are read by what stands around them first,
by CLDR's table for the language second.
"""

import json
import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from reviewer.model.span import Span
from reviewer.text.resources import resource


@dataclass(frozen=True, slots=True)
class Marks:
    """A set of quotation marks: outer and inner pair, and the space some languages put inside."""

    opening: str
    closing: str
    inner_opening: str
    inner_closing: str
    padding: str = ""

    def pair(self, depth: int) -> tuple[str, str]:
        """Return the opening and closing mark, with padding, of a quotation `depth` levels deep."""
        opening, closing = (self.inner_opening, self.inner_closing) if depth % 2 else (self.opening, self.closing)
        if self.padding and opening in "«‹":
            return opening + self.padding, self.padding + closing
        return opening, closing

    @property
    def characters(self) -> str:
        """Return the four marks as one string."""
        return self.opening + self.closing + self.inner_opening + self.inner_closing


class Kind(StrEnum):
    """What a pair of marks is for."""

    QUOTE = "quote"
    TITLE = "title"
    """《 》 and 〈 〉 of Chinese, Japanese and Korean: a work's name, set in italics or quoted elsewhere."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation in a text.

    `opening` is empty where the text only closes it, `closing` where it runs on behind the text.
    """

    span: Span
    """With its marks."""
    inner: Span
    """Without marks, and without white space next to them."""
    opening: str
    closing: str
    depth: int
    """0 for a quotation that stands in no other."""
    kind: Kind = Kind.QUOTE

    @property
    def whole(self) -> bool:
        """Whether the text both opens and closes it."""
        return bool(self.opening and self.closing)


STRAIGHT = Marks('"', '"', "'", "'")
"""What typewriters and keyboards offer; in use everywhere."""


@cache
def marks_in_use(lang: str) -> tuple[Marks, ...]:
    """Return the sets of marks printed in a language, CLDR's own first; straight ones are not listed."""
    data = _data()
    sets = _of_nearest_tag(data["marks"], lang) or data["marks"]["en"]
    padding = _of_nearest_tag(data["padding"], lang) or ""
    return tuple(Marks(row[0], row[1], row[2], row[3], padding) for row in sets)


@cache
def _data() -> Any:
    with resource("quotation_marks.json").open(encoding="utf-8") as file:
        return json.load(file)


def _of_nearest_tag(table: dict[str, Any], lang: str) -> Any:
    while lang and lang not in table:
        lang = lang.rpartition("-")[0]
    return table.get(lang)


_CLOSED_BY = {
    "“": '”"“',
    "„": '“”"‟',
    "‟": '”"',
    "”": "”“",
    '"': '"”“״',
    "״": '״"”',
    "«": '»"',
    "»": '«»"',
    "‹": "›",
    "›": "‹›",
    "‘": "’'‘",
    "‚": "‘’'",
    "’": "’‘",
    "'": "'’",
    "‛": "’",
    "「": "」",
    "『": "』",
    "｢": "｣",
    "〝": '〟〞"',
    "《": "》",
    "〈": "〉",
    "＂": "＂",
    "``": "''\"",
}
_ONLY_OPENS = frozenset("„‟‚‛「『｢〝《〈") | {"``"}
_ONLY_CLOSES = frozenset("」』｣〟〞》〉") | {"''"}
_SINGLE = frozenset("‘’'‚‛")
_TITLES = frozenset("《〈")
_ALPHABETIC = "A-Za-zÀ-ɏͰ-ϿЀ-ӿԱ-ևא-ת\u0600-\u06ff\u0900-\u0dffა-ჿḀ-ỿ"
_MARK = re.compile(
    rf"""``|''|[“”„‟«»‹›"״＂「」『』｢｣〝〞〟《》〈〉]
      |  (?<![{_ALPHABETIC}0-9])['’‘‚‛]   # may open
      |  ['’‘](?![{_ALPHABETIC}0-9])      # may close""",
    re.VERBOSE,
)
_QUICK = re.compile("[“”„‟«»‹›\"״＂「」『』｢｣〝〞〟《》〈〉'’‘‚]")
_PLACE = re.compile("[“”„‟«»‹›\"״＂「」『』｢｣〝〞〟《》〈〉'’‘‚‛`]")
"""Where to look: trying every pattern at every letter would take ten times as long."""
_HEBREW = re.compile("[א-ת]")
_LETTER = re.compile(f"[{_ALPHABETIC}0-9]")
_HEBREW_WORD = re.compile("[א-ת]{3}")
_HEBREW_QUOTED = re.compile(r'[^\n"”״]{2,}["”״](?![א-ת])')
_HEBREW_PREFIX = re.compile(r"(?<![א-ת])[בהוכלמש]{1,3}\Z")
_LOOSE_LEFT = frozenset("([{¿¡—–-/|…>*_\u2060\u200b\u200e\u200f")
_LOOSE_RIGHT = frozenset(".,;:!?)]}…—–/|、。，；：！？）」』»”،؛؟۔।<*_\u200b\u200e\u200f")


@dataclass(slots=True)
class _Open:
    mark: str
    start: int
    end: int


def quotations(text: str, lang: str) -> tuple[Quotation, ...]:
    """Return the quotations of `text` in the order they begin, those within others included.

    Apostrophes, gershayim, feet and inches are no quotation marks. Single marks count in pairs only.
    """
    if not _QUICK.search(text):
        return ()
    reader = _Reader(text, lang)
    end = 0
    for place in _PLACE.finditer(text):
        # Two characters may be one mark.
        if place.start() >= end and (match := _MARK.match(text, place.start())):
            end = match.end()
            reader.take(match[0], match.start(), end)
    return reader.finish()


class _Reader:
    """Takes the marks of a text one by one and keeps those that are open."""

    def __init__(self, text: str, lang: str) -> None:
        self.text = text
        self.hebrew = lang.startswith(("he", "yi"))
        self.chinese = lang.startswith("zh")
        self.opens_by_default = (marks_in_use(lang)[0].opening, marks_in_use(lang)[0].inner_opening)
        self.open: list[_Open] = []
        self.found: list[Quotation] = []

    def take(self, mark: str, start: int, end: int) -> None:
        if self.hebrew and mark in '"”״' and self._stands_between_hebrew_letters(start):
            if not self._is_gershayim(start):
                self._opens(mark, start, end)
            return
        tight_left, tight_right = self._tight(start, end)
        if tight_left and tight_right and mark in '"”״' and self._is_inside_word(mark, start, end):
            return
        if mark in _ONLY_OPENS or (mark == "‘" and self.chinese):  # no space need stand before it: 说：‘…’
            self._opens(mark, start, end)
            return
        if mark not in _ONLY_CLOSES and tight_right and not tight_left:
            self._opens(mark, start, end)
            return
        place = self._opener_for(mark)
        if place is not None and (tight_left or not tight_right):
            if mark in "'’" and self._is_possessive(start, end, place):
                return
            self._closes(place, mark, start, end)
        elif place is not None and tight_left == tight_right:
            self._closes(place, mark, start, end)
        elif mark in _SINGLE or mark == "''":
            return
        elif tight_left and not tight_right:
            self._strays(mark, start, end)
        elif mark in self.opens_by_default or mark in '"״＂“«':
            self._opens(mark, start, end)
        else:
            self._strays(mark, start, end)

    def finish(self) -> tuple[Quotation, ...]:
        """Return what was found, with what is still open at the end of the text."""
        for depth, left in enumerate(self.open):
            if left.mark not in _SINGLE:
                self._keep(left.start, len(self.text), left.end, len(self.text), left.mark, "", depth)
        return tuple(sorted(self.found, key=lambda q: (q.span.start, -q.span.end)))

    def _tight(self, start: int, end: int) -> tuple[bool, bool]:
        """Say whether the mark leans on a word to its left and to its right."""
        before = self.text[start - 1] if start else " "
        after = self.text[end] if end < len(self.text) else " "
        left = not (before.isspace() or before in _LOOSE_LEFT)
        right = not (after.isspace() or after in _LOOSE_RIGHT)
        if left and before in _CLOSED_BY and self.open and self.open[-1].end == start:
            left = False  # two marks that open one after the other
        elif before in "'’" and start > 1 and self.text[start - 2].isalpha():
            left = False  # an elided article: l’« ami »
        return left, right

    def _stands_between_hebrew_letters(self, start: int) -> bool:
        around = self.text[max(0, start - 1) : start + 2]
        return len(around) == 3 and bool(_HEBREW.match(around[0]) and _HEBREW.match(around[2]))

    def _is_gershayim(self, start: int) -> bool:
        """Tell the mark inside an acronym (צה"ל) from one behind a prefix (ל"הארץ")."""
        prefix = _HEBREW_PREFIX.search(self.text, max(0, start - 4), start)
        if prefix is None:
            return True
        if len(prefix[0]) == 1 and _HEBREW_WORD.match(self.text, start + 1):
            return False
        return not _HEBREW_QUOTED.match(self.text, start + 1)

    def _is_inside_word(self, mark: str, start: int, end: int) -> bool:
        """Tell a mark typed for an apostrophe (об"єкт, workers"s) from one that closes a quotation."""
        letters = _LETTER.match(self.text, start - 1) and _LETTER.match(self.text, end)
        return bool(letters) and self._opener_for(mark) is None

    def _is_possessive(self, start: int, end: int, place: int) -> bool:
        """Tell the apostrophe of "the boys' house" from a closing mark: a later one can close."""
        text = self.text
        if text[start - 1 : start] != "s" or not text[end : end + 2].strip().isalpha():
            return False
        later = re.compile(rf"[^\n‘]*?(?<=[{_ALPHABETIC}.,!?])['’](?![{_ALPHABETIC}])").match(text, end)
        return later is not None and self.open[place].mark in _SINGLE

    def _opener_for(self, mark: str) -> int | None:
        for place in range(len(self.open) - 1, -1, -1):
            if mark in _CLOSED_BY[self.open[place].mark]:
                return place
        return None

    def _opens(self, mark: str, start: int, end: int) -> None:
        self.open.append(_Open(mark, start, end))

    def _closes(self, place: int, mark: str, start: int, end: int) -> None:
        for depth in range(place + 1, len(self.open)):
            unclosed = self.open[depth]
            if unclosed.mark not in _SINGLE:
                self._keep(unclosed.start, start, unclosed.end, start, unclosed.mark, "", depth)
        opened = self.open[place]
        del self.open[place:]
        self._keep(opened.start, end, opened.end, start, opened.mark, mark, place)

    def _strays(self, mark: str, start: int, end: int) -> None:
        if mark in '"”״＂' and self.text[start - 1 : start].isdigit():
            return  # inches, seconds
        begin = max((q.span.end for q in self.found), default=0)
        self._keep(begin, end, begin, start, "", mark, len(self.open))

    def _keep(self, start: int, end: int, first: int, last: int, opening: str, closing: str, depth: int) -> None:
        inner = self.text[first:last]
        stripped = inner.strip()
        if stripped:
            first += len(inner) - len(inner.lstrip())
            last = first + len(stripped)
        kind = Kind.TITLE if opening in _TITLES and opening else Kind.QUOTE
        self.found.append(Quotation(Span(start, end), Span(first, last), opening, closing, depth, kind))
