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
_SOFT = "\u00ad\x02\ufffe"
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
        kept.append([line for line in lines if line not in dropped])
        gone += len(lines) - len(kept[-1])
    # Pages that are all alike have no running heads, they say the same.
    return (kept, gone) if any(kept) else ([list(lines) for lines in pages], 0)


def _outermost(lines: Sequence[Line], top: bool) -> list[Line]:
    return sorted(lines, key=lambda line: line.base, reverse=top)[:_MARGIN_LINES]


def _look(line: Line) -> tuple[str, int]:
    """Return what is the same in a running head from page to page."""
    return re.sub(r"\d+", "#", " ".join(line.text.split())), round(line.size)


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


def paragraphs(pages: Sequence[Sequence[Line]]) -> list[Paragraph]:
    """Return the paragraphs of all pages in reading order; one may go on over a page or a column."""
    pitch = _usual_pitch(pages)
    found: list[Paragraph] = []
    before: tuple[int, Line] | None = None
    for number, lines in enumerate(pages, 1):
        for place, line in enumerate(lines):
            end = max(_end(each) for each in _block(lines, place, pitch))
            if before is None or _begins(found[-1], before, (number, line), end, pitch):
                found.append(Paragraph(number))
            found[-1].lines.append(line)
            before = number, line
    _tell_kinds(found)
    return found


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


def _begins(paragraph: Paragraph, before: tuple[int, Line], here: tuple[int, Line], end: float, pitch: float) -> bool:
    """Say whether a line begins a paragraph; `end` is how far the lines around it go."""
    (page, upper), (number, line) = before, here
    if abs(upper.size - line.size) > 0.12 * max(upper.size, line.size) or _ITEM.match(line.text):
        return True
    step = upper.base - line.base
    if number != page or step < -0.5 * line.size:
        return bool(_ENDED.search(upper.text)) or line.text[:1].isupper()
    if step < 0.3 * line.size or step > _LOOSE * pitch * max(1.0, line.size / max(1.0, upper.size)):
        # Beside the line before (a cell of a table), or well below it.
        return True
    first = len(paragraph.lines) == 1
    item = bool(_ITEM.match(paragraph.lines[0].text))
    shift = _start(line) - _start(upper)
    if (shift > 0.8 * line.size and not first and not item) or (shift < -0.8 * line.size and not first):
        return True
    # Where the first word would have found room above, the line was broken on purpose.
    word = line.text.split(maxsplit=1)[0]
    width = (line.right - line.left) / max(1, len(line.text)) * (len(word) + 1)
    return not _UNSPACED.search(line.text[:1]) and end - _end(upper) > 1.2 * width + line.size


def _tell_kinds(found: Iterable[Paragraph]) -> None:
    """Tell headings by their size and list items by their signs."""
    sizes: Counter[float] = Counter()
    for paragraph in found:
        for line in paragraph.lines:
            sizes[round(line.size, 1)] += len(line.text)
    body = sizes.most_common(1)[0][0] if sizes else 0.0
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
        for paragraph in found:
            for line in paragraph.lines:
                self._words.update(word.lower() for word in _WORD.findall(line.text))

    def text(self, paragraph: Paragraph) -> str:
        """Return the text of a paragraph."""
        text = ""
        for line in paragraph.lines:
            following = " ".join(line.text.split())
            text = self._joined(text, following) if text else following
        return "".join(char for char in text if char not in _SOFT)

    def _joined(self, text: str, following: str) -> str:
        if not _HYPHEN.search(text):
            tight = _UNSPACED.match(text[-1]) and _UNSPACED.match(following[:1])
            return f"{text}{'' if tight else ' '}{following}"
        if text[-1] in _SOFT:
            return text[:-1] + following
        if not following[:1].islower():
            return text + following
        halves = _last(_WORD.findall(text[:-1])), next(iter(_WORD.findall(following)), "")
        kept = self._words["-".join(halves).lower()] > self._words["".join(halves).lower()]
        return (text if kept else text[:-1]) + following


def _last(words: Sequence[str]) -> str:
    return words[-1] if words else ""


def texts(found: Sequence[Paragraph]) -> Iterator[tuple[Paragraph, str]]:
    """Yield each paragraph with its text."""
    joiner = Joiner(found)
    for paragraph in found:
        if text := joiner.text(paragraph):
            yield paragraph, text
