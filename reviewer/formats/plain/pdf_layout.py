"""Paragraphs from the lines of printed pages: columns, running heads, indents and hyphens told by where lines stand."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from reviewer.model.segment import Kind

_FOLIO = re.compile(
    r"[-–—|\s]*(?:(?:page|seite|página|pagina|стр\.?|s\.|p\.)\s*)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:/|of|von|de|sur|из)\s*\d{1,4})?"
    r"[-–—|\s]*",
    re.IGNORECASE,
)
_ITEM = re.compile(r"(?:[•◦▪●■‣·–—*]|\(?(?:\d{1,3}|[a-zA-Z])[.)])\s+\S")
_ENDED = re.compile(r"[.!?…:;؟۔।。！？：；][\"'’”»›“)\]」』）】]*$")
_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010\x02\ufffe]$")
_SIGNS = "\u00ad\x02\ufffe"
"""The soft hyphen, and what PDFium gives for any hyphen at the end of a line."""
_AND = re.compile(r"(?:and|or|und|oder|bis|sowie|et|ou|y|o|e|en|of|och|og|ja|i|и|или)\b")
"""A hyphen before one of these stands for the rest of a word: *pre- and post-war*."""
_MARK = re.compile(r"[\[(]?(?:\d{1,3}|[*†‡§¶]{1,3}|[a-z](?=[)\s]))[\])]?")
"""What a footnote begins with."""
_SMALL = 0.93
"""Footnotes are at most so large, compared with the text."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_UNSPACED = re.compile("[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uff60\U00020000-\U0003fffd]")
_MARGIN_LINES = 3
"""Running heads and folios take at most so many lines at the top and the bottom of a page."""

_LOOSE = 1.25
"""Lines further apart than so many usual steps are of two paragraphs."""


class Line(NamedTuple):
    """A line of a page in points, from the lower left corner; `base` is where its letters stand."""

    text: str
    left: float
    right: float
    base: float
    size: float

    @property
    def rtl(self) -> bool:
        """Whether it is read from right to left, by its first letter (Unicode UAX #9, P2)."""
        return next(
            (b in ("R", "AL") for c in self.text if (b := unicodedata.bidirectional(c)) in ("L", "R", "AL")), False
        )


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together."""

    page: int
    lines: list[Line] = field(default_factory=list)
    kind: Kind = Kind.PARAGRAPH
    level: int = 0


def without_margins(pages: Sequence[Sequence[Line]]) -> tuple[list[list[Line]], int]:
    """Return the pages without running heads, running feet and page numbers, and how many lines went."""
    keys: Counter[tuple[bool, str, int]] = Counter()
    for lines in pages:
        for top in (True, False):
            keys.update({(top, *_look(line)) for line in _outermost(lines, top)})
    kept: list[list[Line]] = []
    gone = 0
    for lines in pages:
        dropped: set[Line] = set()
        for top in (True, False):
            for line in _outermost(lines, top):
                folio = _FOLIO.fullmatch(line.text) and len(lines) > 1
                if not folio and keys[(top, *_look(line))] < 2:
                    break
                dropped.add(line)
            dropped -= _attached(lines, dropped, top)
        kept.append([line for line in lines if line not in dropped])
        gone += len(lines) - len(kept[-1])
    # Pages that are all alike have no running heads, they say the same.
    return (kept, gone) if any(kept) else ([list(lines) for lines in pages], 0)


def _outermost(lines: Sequence[Line], top: bool) -> list[Line]:
    return sorted(lines, key=lambda line: line.base, reverse=top)[:_MARGIN_LINES]


def _look(line: Line) -> tuple[str, int]:
    """Return what is the same in a running head from page to page."""
    return re.sub(r"\d+", "#", " ".join(line.text.split())), round(line.size)


def _attached(lines: Sequence[Line], dropped: set[Line], top: bool) -> set[Line]:
    """Return the innermost of the lines to drop where no white parts them from the text: they belong to it."""
    ordered = sorted(lines, key=lambda line: line.base, reverse=top)
    attached: set[Line] = set()
    for place in range(len(ordered) - 1, 0, -1):
        line, inner = ordered[place - 1], ordered[place]
        if line not in dropped or (inner in dropped and inner not in attached):
            continue
        if abs(line.base - inner.base) < _LOOSE * 1.2 * max(line.size, inner.size) and not _FOLIO.fullmatch(line.text):
            attached.add(line)
    return attached


def in_reading_order(lines: Sequence[Line]) -> list[Line]:
    """Return the lines of a page column by column where it is set in two; else as the file has them."""
    gutter = _gutter(lines)
    if gutter is None:
        return list(lines)
    rtl = 2 * sum(line.rtl for line in lines) > len(lines)
    ordered: list[Line] = []
    columns: tuple[list[Line], list[Line]] = ([], [])
    for line in sorted(lines, key=lambda line: -line.base):
        if line.right <= gutter or line.left >= gutter:
            columns[(line.left >= gutter) != rtl].append(line)
        else:
            ordered += [*columns[0], *columns[1], line]
            columns = ([], [])
    return [*ordered, *columns[0], *columns[1]]


def _gutter(lines: Sequence[Line]) -> float | None:
    """Return where the white between two columns is; None on a page of one column."""
    if not 8 <= len(lines) <= 1000:
        return None
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    middle = [line.right + 1 for line in lines if 0.35 < (line.right - left) / max(1.0, right - left) < 0.65]
    best: tuple[int, float] | None = None
    for place in sorted(set(middle)):
        crossing = sum(line.left < place < line.right for line in lines)
        if best is None or crossing < best[0]:
            best = crossing, place
    if best is None or best[0] > 0.3 * len(lines):
        return None
    place = best[1]
    ours = [line for line in lines if line.right <= place]
    theirs = [line for line in lines if line.left >= place]
    if min(len(ours), len(theirs)) < 4:
        return None
    # Columns of text are filled; short words beside each other are a table.
    full = median(line.right - line.left for line in ours) > 0.6 * (place - left) and median(
        line.right - line.left for line in theirs
    ) > 0.6 * (right - place)
    overlap = min(max(line.base for line in side) for side in (ours, theirs)) - max(
        min(line.base for line in side) for side in (ours, theirs)
    )
    return place if full and overlap > 3 * median(line.size for line in lines) else None


class _Before(NamedTuple):
    """The line before, on which page it is and how far the lines around it go."""

    page: int
    line: Line
    end: float

    @property
    def full(self) -> bool:
        """Whether it goes as far as they do."""
        return self.end - _end(self.line) < self.line.size


def paragraphs(pages: Sequence[Sequence[Line]]) -> list[Paragraph]:
    """Return the paragraphs of all pages in reading order; one may go on over a page or a column."""
    pitch, body = _usual_pitch(pages), _usual_size(pages)
    found: list[Paragraph] = []
    notes: list[tuple[int, list[Paragraph]]] = []
    """Footnotes, with how many paragraphs go before: one that goes on over the column goes on over them."""
    before: _Before | None = None
    for number, page in enumerate(pages, 1):
        for lines, small in _columns(page, body):
            for place, line in enumerate(lines):
                end = max(_end(each) for each in _block(lines, place, pitch))
                if before is None or _begins(found[-1], before, (number, line), end, pitch, body):
                    found.append(Paragraph(number))
                found[-1].lines.append(line)
                before = _Before(number, line, end)
            notes.append((len(found), _notes(number, small)))
    _tell_kinds(found, body)
    for place, those in reversed(notes):
        found[place:place] = those
    return found


def _columns(page: Sequence[Line], body: float) -> Iterator[tuple[Sequence[Line], Sequence[Line]]]:
    """Yield the lines of each column of a page, and those of the footnotes below it."""
    start = 0
    for at in range(1, len(page) + 1):
        if at < len(page) and page[at].base < page[at - 1].base + page[at].size:
            continue
        lines = page[start:at]
        first = len(lines)
        while first > 0 and lines[first - 1].size <= _SMALL * body:
            first -= 1
        while first < len(lines) and not _MARK.match(lines[first].text):
            first += 1
        # A column that is small all over has no text that these could be notes on.
        first = first or len(lines)
        yield lines[:first], lines[first:]
        start = at


def _notes(page: int, lines: Sequence[Line]) -> list[Paragraph]:
    found: list[Paragraph] = []
    for line in lines:
        if not found or (_MARK.match(line.text) and _ENDED.search(found[-1].lines[-1].text)):
            found.append(Paragraph(page, kind=Kind.NOTE))
        found[-1].lines.append(line)
    return found


def _usual_size(pages: Sequence[Sequence[Line]]) -> float:
    sizes: Counter[float] = Counter()
    for lines in pages:
        for line in lines:
            sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _usual_pitch(pages: Sequence[Sequence[Line]]) -> float:
    steps = [
        upper.base - lower.base
        for lines in pages
        for upper, lower in pairwise(lines)
        if 0.5 * lower.size < upper.base - lower.base < 3 * lower.size and abs(upper.size - lower.size) < 0.5
    ]
    return median(steps) if steps else 14.0


def _block(lines: Sequence[Line], place: int, pitch: float) -> list[Line]:
    """Return a line and the nearest ones that stand in one block with it."""
    block = [lines[place]]
    for step in (-1, 1):
        at = place
        while 0 <= at + step < len(lines) and abs(at - place) < 8:
            near, far = lines[at], lines[at + step]
            apart = (far.base - near.base) * -step
            if not 0 < apart < _LOOSE * pitch * max(1.0, far.size / near.size) or abs(_start(far) - _start(near)) > 40:
                break
            block.append(far)
            at += step
    return block


def _start(line: Line) -> float:
    return -line.right if line.rtl else line.left


def _end(line: Line) -> float:
    return -line.left if line.rtl else line.right


def _begins(
    paragraph: Paragraph, before: _Before, here: tuple[int, Line], end: float, pitch: float, body: float
) -> bool:
    """Say whether a line begins a paragraph; `end` is how far the lines around it go."""
    (page, upper, _), (number, line) = before, here
    if abs(upper.size - line.size) > 0.12 * max(upper.size, line.size) or _ITEM.match(line.text):
        return True
    step = upper.base - line.base
    if number != page or step < -0.5 * line.size:
        return bool(_ENDED.search(upper.text)) or (line.text[:1].isupper() and not before.full)
    if step < 0.3 * line.size or step > _LOOSE * pitch * max(1.0, line.size / max(1.0, body)):
        # Beside the line before (a cell of a table), or well below it.
        return True
    first = len(paragraph.lines) == 1
    item = bool(_ITEM.match(paragraph.lines[0].text))
    shift = _start(line) - _start(upper)
    if (shift > 0.8 * line.size and not first and not item) or (shift < -0.8 * line.size and not first):
        return True
    # Where the first word would have found room above, the line was broken on purpose.
    goes_on = upper.text.endswith(",") or _HYPHEN.search(upper.text)
    if goes_on or (line.text[:1].islower() and upper.right - upper.left > 0.6 * (end - _start(upper))):
        return False
    word = line.text.split(maxsplit=1)[0]
    width = (line.right - line.left) / max(1, len(line.text)) * (len(word) + 1)
    return not _UNSPACED.search(line.text[:1]) and end - _end(upper) > 1.2 * width + line.size


def _tell_kinds(found: Iterable[Paragraph], body: float) -> None:
    """Tell headings by their size and list items by their signs."""
    levels = sorted(
        {round(p.lines[0].size, 1) for p in found if len(p.lines) < 4 and p.lines[0].size > 1.12 * body}, reverse=True
    )
    for paragraph in found:
        size = round(paragraph.lines[0].size, 1)
        if size in levels and len(paragraph.lines) < 4:
            paragraph.kind, paragraph.level = Kind.HEADING, min(6, levels.index(size) + 1)
        elif _ITEM.match(paragraph.lines[0].text):
            paragraph.kind, paragraph.level = Kind.LIST_ITEM, 1


class Joiner:
    """Makes one text of the lines of a paragraph; a hyphen at a line end goes where the word has none elsewhere."""

    def __init__(self, found: Iterable[Paragraph]) -> None:
        self._words: Counter[str] = Counter()
        """Words that stand whole in a line."""
        for paragraph in found:
            broken = False
            for line in paragraph.lines:
                words = [word.lower() for word in _WORD.findall(line.text)]
                ends_broken = _HYPHEN.search(line.text) is not None
                self._words.update(words[broken : len(words) - ends_broken])
                broken = ends_broken
        self._english = self._words["the"] > 0.02 * self._words.total()

    def text(self, paragraph: Paragraph) -> str:
        """Return the text of a paragraph."""
        text = ""
        for line in paragraph.lines:
            following = " ".join(line.text.split())
            text = self._joined(text, following) if text else following
        return "".join(char for char in text if char not in _SIGNS)

    def _joined(self, text: str, following: str) -> str:
        if not _HYPHEN.search(text):
            tight = _UNSPACED.match(text[-1]) and _UNSPACED.match(following[:1])
            return f"{text}{'' if tight else ' '}{following}"
        if text[-1] == "\u00ad":
            return text[:-1] + following
        if text[-1] in _SIGNS:
            text = f"{text[:-1]}-"
        if _AND.match(following):
            return f"{text} {following}"
        if not following[:1].islower():
            return text + following
        halves = _last(_WORD.findall(text[:-1])), next(iter(_WORD.findall(following)), "")
        return (text if self._has_hyphen(*halves) else text[:-1]) + following

    def _has_hyphen(self, first: str, second: str) -> bool:
        """Say whether a word that is broken at a hyphen is written with one."""
        with_it, without = (self._words[sign.join((first, second)).lower()] for sign in ("-", ""))
        if with_it or without or not self._english or not first.islower():
            return with_it > without
        # English seldom writes two words as one.
        return bool(self._words[first.rpartition("-")[2]] and self._words[second.partition("-")[0].lower()])


def _last(words: Sequence[str]) -> str:
    return words[-1] if words else ""


def texts(found: Sequence[Paragraph]) -> Iterator[tuple[Paragraph, str]]:
    """Yield each paragraph with its text."""
    joiner = Joiner(found)
    for paragraph in found:
        if text := joiner.text(paragraph):
            yield paragraph, text
