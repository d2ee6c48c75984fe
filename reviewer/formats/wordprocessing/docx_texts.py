"""Texts of WordprocessingML paragraphs, and new texts put into their runs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from reviewer.formats.codes import MOST_CODES, too_many_codes
from reviewer.formats.markup import escape
from reviewer.formats.wordprocessing.docx_paragraphs import Paragraph, Piece, Sort
from reviewer.model.errors import InputError
from reviewer.model.segment import CODE_BASE, UNIT_BREAK, Code, CodeKind, is_code

Change = tuple[int, int, bytes]

_WORTHWHILE = 4_000_000
"""Character pairs up to which the longest common stretches of two texts are looked for."""


@dataclass(slots=True)
class Reading:
    """A paragraph's text and what its codes stand for."""

    text: str
    codes: tuple[Code, ...]
    pieces: list[Piece]
    """One a code, by its number."""


def read(data: bytes, paragraph: Paragraph) -> Reading:
    """Return a paragraph's text; sets what each code piece is shown as."""
    known: dict[object, int] = {}
    codes: list[Code] = []
    pieces: list[Piece] = []
    opened: list[object] = []

    def number(key: object, piece: Piece, label: str, style: str = "") -> str:
        if key not in known:
            if len(codes) >= MOST_CODES:
                raise too_many_codes()
            known[key] = len(codes)
            codes.append(Code(str(len(codes) + 1), piece.kind, label[:8], style))
            pieces.append(piece)
        return chr(CODE_BASE + known[key])

    for piece in paragraph.pieces:
        if piece.sort is Sort.CODE:
            raw: object = data[piece.start : piece.end]
            if piece.format is not None:
                raw = piece.format
            elif piece.kind is CodeKind.OPEN:
                opened.append(raw)
            elif piece.kind is CodeKind.CLOSE and opened:
                raw = opened.pop()
            piece.shown = number((piece.kind, raw), piece, piece.label, piece.style)
        elif piece.sort is Sort.TEXT and any(is_code(char) or char == UNIT_BREAK for char in piece.shown):
            # A character that means something else in texts: shown as a code and left where it is.
            piece.sort = Sort.CODE
            piece.shown = number((piece.kind, piece.start), piece, "?")
    return Reading("".join(piece.shown for piece in paragraph.pieces), tuple(codes), pieces)


def changes(data: bytes, prefix: str, paragraph: Paragraph, text: str) -> Iterator[Change]:
    """Yield what to replace in a part so that a paragraph reads as `text`.

    Text is changed inside the runs it stands in, so that each keeps its formatting; only where codes were
    added, removed or moved the paragraph's runs are made anew.

    Raises:
        InputError: codes do not pair, or a character cannot be in XML.
    """
    reading = read(data, paragraph)
    if text == reading.text:
        return
    old_codes = [char for char in reading.text if is_code(char)]
    new_codes = [char for char in text if is_code(char)]
    if old_codes == new_codes:
        yield from _in_place(prefix, paragraph, text)
    else:
        _check_pairs(text, reading.codes)
        yield _anew(data, prefix, paragraph, reading, text)


def _in_place(prefix: str, paragraph: Paragraph, text: str) -> Iterator[Change]:
    segments: list[list[Piece]] = [[]]
    borders: list[Piece] = []
    for piece in paragraph.pieces:
        if piece.sort is Sort.CODE:
            borders.append(piece)
            segments.append([])
        elif piece.sort is not Sort.GLUE:
            segments[-1].append(piece)
    cuts = [-1, *(at for at, char in enumerate(text) if is_code(char)), len(text)]
    for number, (left, right) in enumerate(pairwise(cuts)):
        new = text[left + 1 : right]
        pieces = segments[number]
        if new != "".join(piece.shown for piece in pieces):
            yield from _in_segment(prefix, paragraph, pieces, new, borders[number - 1] if number else None)


def _in_segment(
    prefix: str, paragraph: Paragraph, pieces: Sequence[Piece], new: str, before: Piece | None
) -> Iterator[Change]:
    """Yield the changes of a stretch of text between two codes."""
    if not pieces:
        at, properties, inside = _place_for_run(paragraph, before)
        content = _content(prefix, new)
        run = content if inside else f"<{prefix}r>{properties}{content}</{prefix}r>"
        yield at, at, run.encode()
        return
    old = "".join(piece.shown for piece in pieces)
    owner = [number for number, piece in enumerate(pieces) for _ in piece.shown]
    kept: list[list[str]] = [[] for _ in pieces]
    behind: dict[int, str] = {}
    """Text put behind a mark or, at -1, before the first piece, where no text of the file is near."""
    for first, last, start, end in _differences(old, new):
        for place in range(first, last):
            kept[owner[place]].append(old[place])
        if start == end:
            continue
        typed = new[start:end]
        left, right = owner[last - 1] if last else -1, owner[last] if last < len(old) else -1
        text_at = next(
            (
                number
                for number in (left, right, *((0,) if not old else ()))
                if number >= 0 and pieces[number].sort is Sort.TEXT
            ),
            None,
        )
        if text_at is None:
            behind[left] = behind.get(left, "") + typed
        else:
            kept[text_at].append(typed)
    if -1 in behind:
        yield pieces[0].start, pieces[0].start, _content(prefix, behind[-1]).encode()
    for number, piece in enumerate(pieces):
        shown = "".join(kept[number])
        added = _content(prefix, behind[number]) if number in behind else ""
        if piece.sort is Sort.TEXT and shown != piece.shown:
            yield piece.start, piece.end, (_content(prefix, shown) + added).encode()
        elif piece.sort is Sort.MARK and not shown:
            yield piece.start, piece.end, added.encode()
        elif added:
            yield piece.end, piece.end, added.encode()


def _differences(old: str, new: str) -> Iterator[tuple[int, int, int, int]]:
    """Yield (first, last) of a stretch of `old` that stays and (start, end) of what `new` has behind it.

    What is typed over something counts as typed where that something stood.
    """
    first = 0
    while first < min(len(old), len(new)) and old[first] == new[first]:
        first += 1
    tail = 0
    while tail < min(len(old), len(new)) - first and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    a, b = old[first : len(old) - tail], new[first : len(new) - tail]
    if len(a) * len(b) <= _WORTHWHILE:
        blocks = SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
        matches = [(0, 0, first), *((x + first, y + first, n) for x, y, n in blocks[:-1])]
    else:
        matches = [(0, 0, first)]
    matches.append((len(old) - tail, len(new) - tail, tail))
    for (x, y, n), (_, following, _) in pairwise(matches):
        yield x, x + n, y + n, following
    x, y, n = matches[-1]
    yield x, x + n, y + n, len(new)


def _place_for_run(paragraph: Paragraph, before: Piece | None) -> tuple[int, str, bool]:
    """Return where text goes behind a code that has none: place, run properties, whether inside a run."""
    if before is None:
        properties = _properties(paragraph, paragraph.base)
        first = next((p for p in paragraph.pieces if p.sort is Sort.CODE), None)
        at = first.run.at if first and first.run else first.start if first else paragraph.content
        return at, properties, False
    if before.format is not None:
        wanted = before.format if before.kind is CodeKind.OPEN else paragraph.base
        return before.start, _properties(paragraph, wanted), False
    if before.run is None:
        return before.end, _properties(paragraph, paragraph.base), False
    last = max(piece.end for piece in paragraph.pieces if piece.run is before.run)
    if before.end < last or before.end > before.run.end:
        return before.end, "", True
    return before.run.end, _properties(paragraph, paragraph.base), False


def _properties(paragraph: Paragraph, format: frozenset[str]) -> str:
    """Return the run properties of the first text that looks like that, or nearly so."""
    runs = [piece.run for piece in paragraph.pieces if piece.sort is Sort.TEXT and piece.run]
    alike = [run for run in runs if run.format == format] or [run for run in runs if format and run.format > format]
    return alike[0].properties.decode() if alike else ""


def _content(prefix: str, text: str) -> str:
    """Return text as the content of a run."""
    pieces = []
    for line_number, line in enumerate(text.split("\n")):
        if line_number:
            pieces.append(f"<{prefix}br/>")
        for cell_number, cell in enumerate(line.split("\t")):
            if cell_number:
                pieces.append(f"<{prefix}tab/>")
            if cell:
                space = ' xml:space="preserve"' if cell != cell.strip() or "  " in cell else ""
                pieces.append(f"<{prefix}t{space}>{escape(cell)}</{prefix}t>")
    return "".join(pieces) or f"<{prefix}t/>"


def _check_pairs(text: str, codes: Sequence[Code]) -> None:
    open_: list[Code] = []
    for char in text:
        if not is_code(char) or ord(char) - CODE_BASE >= len(codes):
            continue
        code = codes[ord(char) - CODE_BASE]
        if code.kind is CodeKind.OPEN:
            open_.append(code)
        elif code.kind is CodeKind.CLOSE and (not open_ or open_.pop().label != code.label):
            raise InputError(
                f"The closing tag “{code.label}” has no opening tag before it. Put the tags back in order."
            )
    if open_:
        raise InputError(
            f"The tag “{open_[-1].label}” is opened and not closed. Put its closing tag back, or remove both."
        )


def _anew(data: bytes, prefix: str, paragraph: Paragraph, reading: Reading, text: str) -> Change:
    """Return the paragraph's content with its runs made anew; what is not shown keeps its place."""
    glue: list[tuple[int, bytes]] = []
    shown = at = 0
    for piece in paragraph.pieces:
        if piece.sort is Sort.GLUE and piece.run is None and piece.start >= at:
            glue.append((shown, data[piece.start : piece.end]))
        shown += len(piece.shown)
        at = max(at, piece.end)
    same = 0
    while same < min(len(text), len(reading.text)) and text[same] == reading.text[same]:
        same += 1
    out: list[bytes] = []
    formats = [paragraph.base]
    typed = ""

    def flush() -> None:
        nonlocal typed
        if typed:
            properties = _properties(paragraph, formats[-1])
            out.append(f"<{prefix}r>{properties}{_content(prefix, typed)}</{prefix}r>".encode())
            typed = ""

    moved = len(text) - len(reading.text)
    for place in range(len(text) + 1):
        while glue and (glue[0][0] if glue[0][0] <= same else max(same, glue[0][0] + moved)) <= place:
            flush()
            out.append(glue.pop(0)[1])
        if place == len(text):
            break
        char = text[place]
        number = ord(char) - CODE_BASE
        if not is_code(char) or number >= len(reading.pieces):
            typed += char
            continue
        flush()
        piece = reading.pieces[number]
        if piece.format is not None:
            if piece.kind is CodeKind.OPEN:
                formats.append(piece.format)
            else:
                formats.pop()
        elif piece.run is None:
            out.append(data[piece.start : piece.end])
        else:
            start, end = f"<{prefix}r>".encode() + piece.run.properties, f"</{prefix}r>".encode()
            out.append(start + data[piece.start : piece.end] + end)
    flush()
    out += [rest for _, rest in glue]
    return paragraph.content, paragraph.end, b"".join(out)
