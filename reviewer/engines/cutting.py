"""Cuts a text that is too long for an engine, and puts the answers together again."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence

from reviewer.model.segment import UNIT_BREAK
from reviewer.text.languages import script
from reviewer.text.sentences import sentences

_UNSPACED = frozenset({"Jpan", "Hans", "Hant"})
"""Scripts that put no space between sentences."""
_CLAUSE_END = re.compile(r"[,;:–—،؛।]+\s+|[、，；：]+\s*")
_SPACE = re.compile(r"\s+")

_Fits = Callable[[str], bool]


def cut(text: str, lang: str, fits: _Fits) -> list[tuple[str, str]]:
    """Return pieces of a text, each with the white space that follows it; together they are the text.

    Every piece fits. Cuts fall between the paragraphs of a merged row, and where that is not enough
    between sentences, else behind clauses, else between words, and last between characters.
    """
    pieces: list[tuple[str, str]] = []
    for paragraph, gap in _with_gaps(text, re.compile(rf"\s*{UNIT_BREAK}\s*")):
        inner = [(paragraph, "")] if fits(paragraph) else list(_sentencewise(paragraph, lang, fits))
        pieces += inner[:-1]
        pieces.append((inner[-1][0], inner[-1][1] + gap))
    return pieces


def join(answers: Sequence[str], gaps: Sequence[str], source: str, target: str) -> str:
    """Return one text of the answers to pieces.

    Line and paragraph breaks come back as they were. Between two sentences there is a space, or none,
    as the script of the target wants it.
    """
    spaced_before, spaced = script(source) not in _UNSPACED, script(target) not in _UNSPACED
    parts: list[str] = []
    for answer, gap in zip(answers, gaps, strict=True):
        parts.append(answer)
        if gap in ("", " ", "\u3000") and spaced != spaced_before:
            gap = " " if spaced else ""
        parts.append(gap)
    parts[-1] = gaps[-1]
    return "".join(parts)


def _with_gaps(text: str, gap: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    start = 0
    for match in gap.finditer(text):
        yield text[start : match.start()], match[0]
        start = match.end()
    yield text[start:], ""


def _sentencewise(text: str, lang: str, fits: _Fits) -> Iterator[tuple[str, str]]:
    spans = sentences(text, lang)
    starts = [span.start for span in spans[1:]]
    ends = [span.end for span in spans[:-1]]
    edges = [(0, 0), *zip(ends, starts, strict=True), (len(text), len(text))]
    yield from _packed(text, edges, fits, _clausewise)


def _clausewise(text: str, fits: _Fits) -> Iterator[tuple[str, str]]:
    yield from _packed(text, _edges(text, _CLAUSE_END), fits, _wordwise)


def _wordwise(text: str, fits: _Fits) -> Iterator[tuple[str, str]]:
    yield from _packed(text, _edges(text, _SPACE), fits, _by_character)


def _edges(text: str, end: re.Pattern[str]) -> list[tuple[int, int]]:
    """Return where pieces may end; marks stay with the words before them, spaces go into the gap."""
    found = [match.span() for match in end.finditer(text)]
    inner = [(start + len(text[start:end].rstrip()), end) for start, end in found if end < len(text)]
    return [(0, 0), *inner, (len(text), len(text))]


def _by_character(text: str, fits: _Fits) -> Iterator[tuple[str, str]]:
    edges = [(n, n) for n in range(1, len(text)) if not _clings(text[n]) and not _clings(text[n - 1], before=True)]
    yield from _packed(text, [(0, 0), *edges, (len(text), len(text))], fits, None)


def _clings(char: str, before: bool = False) -> bool:
    """Say whether a character belongs to the one before it (or, with `before`, to the one behind it)."""
    if before:
        return char == "\u200d"
    return unicodedata.category(char) in ("Mn", "Mc", "Me") or char == "\u200d" or "\ufe00" <= char <= "\ufe0f"


def _packed(
    text: str,
    edges: Sequence[tuple[int, int]],
    fits: _Fits,
    finer: Callable[[str, _Fits], Iterator[tuple[str, str]]] | None,
) -> Iterator[tuple[str, str]]:
    """Return the longest pieces that fit, between edges given as (end of a piece, start of the next)."""
    first = 0
    while first < len(edges) - 1:
        start = edges[first][1]
        last = first + 1
        while last + 1 < len(edges) and fits(text[start : edges[last + 1][0]]):
            last += 1
        end, following = edges[last]
        piece, gap = text[start:end], text[end:following]
        if finer is not None and not fits(piece):
            inner = list(finer(piece, fits))
            yield from inner[:-1]
            piece, gap = inner[-1][0], inner[-1][1] + gap
        yield piece, gap
        first = last
