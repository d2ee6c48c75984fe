"""Plain text: one paragraph a line, or paragraphs of wrapped lines with blank lines between."""

import codecs
import re
from array import array
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, compress, groupby, pairwise, repeat
from operator import add

from reviewer.formats.encoding import Decoded, decode, lines_of, looks_like_text, usual_newline
from reviewer.formats.format import Content, UnitInsert
from reviewer.formats.plain.headings import headings
from reviewer.formats.plain.paragraphs import Paragraphs
from reviewer.formats.writing import Edits, WritableFormat
from reviewer.model.packed_texts import PackedTexts

LINE = "line"
BLANK = "blank"

_SAMPLE = 4000
_NARROWEST_WRAP, _WIDEST_WRAP = 40, 120
"""Columns (an ideograph takes two); nothing wraps lines narrower or wider by hand or in mail."""
# U+2029 and the form feed end a paragraph, too. U+2028 and U+0085 stay inside: the first is a line break
# within a paragraph (Unicode 5.8), the second an ellipsis of windows-1252 more often than a line end.
_IDEOGRAPH = re.compile("[\u2e80-\ud7ff\uf900-\ufaff\uff00-\uff60\U00020000-\U0003ffff]")
_BLOCK = 1 << 15
"""Bytes that are decoded at once: few, so that all of them stay near the processor."""
_PIECE = re.compile("[^\r\n\f\u2029]+")


class PlainText(WritableFormat):
    """Plain text. Option `layout`: `line`, or `blank` where lines are wrapped and blank lines separate."""

    id = "txt"
    title = "Plain text"
    extensions: tuple[str, ...] = ("txt", "text")

    def sniff(self, data: bytes, name: str) -> float:
        """Say how sure: any text is plain text, but nothing says so but the name."""
        if not looks_like_text(data):
            return 0.0
        return 0.3 if name.lower().endswith((".txt", ".text")) else 0.1

    def read(self, data: bytes, options: Mapping[str, str]) -> Content:
        """Return the paragraphs; empty lines are none."""
        texts, found = _packed_lines(data, options) or _packed(decode(data, options), options.get("layout"))
        return Content(Paragraphs(texts, headings(texts)), options=found)

    def edited(self, data: bytes, options: Mapping[str, str], edits: Edits) -> bytes:
        """Return the file with those paragraphs changed or added, in its own encoding and line ends.

        A line break typed into a paragraph becomes one in the file.
        """
        decoded = decode(data, options)
        text = decoded.text
        layout = options.get("layout") or _layout(text)
        spans = list(_blocks(text) if layout == BLANK else _pieces(text))
        newline = usual_newline(text, options)
        changes = []
        for edit in edits.texts:
            start, end = spans[edit.index]
            old = text[start:end]
            if edit.text != _unwrapped(old):
                changes.append((start, end, edit.text.replace("\n", usual_newline(old) if "\n" in old else newline)))
        return decoded.spliced(changes + list(_inserted(decoded, spans, edits.inserts, newline, layout)))


def _packed(decoded: Decoded, chosen: str | None) -> tuple[PackedTexts, dict[str, str]]:
    """Return the paragraphs of a text, and what was found out about it."""
    text = decoded.text
    layout = chosen or _layout(text)
    texts = _lines(text) if layout == LINE else [_unwrapped(text[start:end]) for start, end in _blocks(text)]
    return PackedTexts.of(texts), {**decoded.options, "layout": layout}


def _packed_lines(data: bytes, options: Mapping[str, str]) -> tuple[PackedTexts, dict[str, str]] | None:
    """Return the lines of a file in UTF-8, packed where they stand, and what was found out about it.

    Reading the lines of a long file takes a third of the time so, and no memory but that of the file. None where it
    is in another encoding, its paragraphs are wrapped, or lines end in several ways.
    """
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    if options.get("encoding", "utf-8") != "utf-8" or b"\0" in data:
        return None
    returns = b"\r" in data
    if returns and not data.count(b"\r\n") == data.count(b"\n") == data.count(b"\r"):
        return None
    if (options.get("layout") or _layout(data[len(mark) : _SAMPLE * 800].decode("utf-8", "ignore"))) != LINE:
        return None
    try:
        texts = _split(data, len(mark), "\r\n" if returns else "\n")
    except UnicodeDecodeError:
        return None
    if texts is None:
        return None
    newline = "crlf" if returns else "lf" if b"\n" in data else "none"
    return texts, {"encoding": "utf-8", "bom": "yes" if mark else "no", "newline": newline, "layout": LINE}


def _split(data: bytes, at: int, newline: str) -> PackedTexts | None:
    """Return the lines behind `at` that are not blank, a block at a time: all of it decoded takes much memory.

    None where something else than a line end parts paragraphs, too.

    Raises:
        UnicodeDecodeError: the bytes are no UTF-8.
    """
    separator = newline.encode()
    starts, ends, lengths = array("Q"), array("Q"), array("I")
    while at < len(data):
        end = data.find(separator, at + _BLOCK)
        block = data[at : end if end >= 0 else len(data)]
        text = block.decode()
        if "\f" in text or "\u2029" in text:
            return None
        pieces = text.split(newline)
        sizes = list(map(len, block.split(separator)))
        places = list(accumulate(map(add, sizes, repeat(len(separator))), initial=at))
        kept = [bool(piece) and not piece.isspace() for piece in pieces]
        starts.extend(compress(places, kept))
        ends.extend(compress(map(add, places, sizes), kept))
        lengths.extend(compress(map(len, pieces), kept))
        at = places[-1]
    return PackedTexts(data, starts, ends, lengths)


def _inserted(
    decoded: Decoded,
    spans: Sequence[tuple[int, int]],
    inserts: Sequence[UnitInsert],
    newline: str,
    layout: str,
) -> Iterator[tuple[int, int, str]]:
    """Yield the insertions, kept apart as the paragraphs around them are."""
    usual = newline * 2 if layout == BLANK else newline
    for insert in inserts:
        new = insert.text.replace("\n", newline)
        if not spans:
            end = len(decoded.text)
            yield end, end, new + newline
            continue
        gap = _gap(decoded.text, spans, insert.after) or usual
        if insert.after < 0:
            start = spans[0][0]
            yield start, start, new + gap
        else:
            end = spans[insert.after][1]
            yield end, end, gap + new


def _gap(text: str, spans: Sequence[tuple[int, int]], after: int) -> str:
    """Return the line ends between two paragraphs around a place."""
    left = min(max(after, 0), len(spans) - 2)
    if left < 0:
        return ""
    between = text[spans[left][1] : spans[left + 1][0]]
    return between if not between.strip("\r\n") else ""


def _lines(text: str) -> list[str]:
    """Return what `_pieces` finds; three times as fast for all but odd files."""
    if "\f" in text or "\u2029" in text:
        pieces = _PIECE.findall(text)
    elif "\r" not in text:
        pieces = text.split("\n")
    elif text.count("\r\n") == text.count("\n") == text.count("\r"):
        pieces = text.split("\r\n")
    else:
        pieces = _PIECE.findall(text)
    return [piece for piece in pieces if piece and not piece.isspace()]


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    for match in _PIECE.finditer(text):
        if not match.group().isspace():
            yield match.span()


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Yield runs of lines that are not blank."""
    first = last = -1
    for start, stop, _ in lines_of(text):
        blank = not text[start:stop].strip()
        if not blank:
            first = start if first < 0 else first
            last = stop
        elif first >= 0:
            yield first, last
            first = -1
    if first >= 0:
        yield first, last


def _unwrapped(block: str) -> str:
    return block.replace("\r\n", "\n").replace("\r", "\n")


def _layout(text: str) -> str:
    """Tell wrapped paragraphs from one paragraph a line.

    A line was wrapped where the next line's first word would not have fitted; a paragraph a line that
    merely stands beside another (headline, byline, verse) mostly leaves room.
    """
    lines = [line.strip() for line in _unwrapped(text[: _SAMPLE * 200]).split("\n")[:_SAMPLE]]
    runs = [list(run) for full, run in groupby(lines, bool) if full]
    if len(runs) < 2 or all(len(run) == 1 for run in runs):
        return LINE
    widths = sorted(_columns(line) for run in runs for line in run)
    width = widths[int(0.98 * (len(widths) - 1))]
    if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return LINE
    steps = [pair for run in runs for pair in pairwise(run)]
    full = sum(_columns(line) + 1 + _columns(_first_word(following)) > width for line, following in steps)
    return BLANK if full >= 0.7 * len(steps) else LINE


def _columns(text: str) -> int:
    return len(text) if text.isascii() else len(text) + len(_IDEOGRAPH.findall(text))


def _first_word(line: str) -> str:
    """Return what cannot be broken at the line's beginning: a word, or a few ideographs."""
    return line[:3] if _IDEOGRAPH.match(line) else line.split(maxsplit=1)[0]


FORMAT = PlainText()
