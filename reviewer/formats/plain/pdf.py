"""PDF, which is read and never written: its text stands in lines, without paragraphs."""

import math
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from statistics import median
from typing import TYPE_CHECKING

from reviewer.formats.format import Content, Unit
from reviewer.formats.plain.pdf_layout import Line, in_reading_order, paragraphs, texts, without_margins
from reviewer.formats.private_use import hide
from reviewer.formats.writing import Edits, WritableFormat
from reviewer.model.errors import InputError

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfTextPage

_MAX_PAGES = 5_000
_MAX_STREAM = 32 << 20
"""Bytes of a page's drawing when unpacked; real ones stay below a tenth of it."""
_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_PACKED_TWICE = re.compile(rb"/Filter\s*\[[^\]]*Flate[^\]]*(?:Flate|LZW)|/Filter\s*\[[^\]]*LZW[^\]]*Flate")
_GAP = 2.5
"""Sizes of a letter; white as wide as that inside a line separates columns or cells."""
_PIECE = re.compile("[^\n\x02\ufffe]*(?:[\n\x02\ufffe]|\\Z)")
"""A line of the page: PDFium joins two where the first ends in a hyphen, for which it gives one of these signs."""
_CHUNK = 1 << 20
_PASSWORD = 4
"""FPDF_ERR_PASSWORD of PDFium."""


class Pdf(WritableFormat):
    """PDF."""

    id = "pdf"
    title = "PDF"
    extensions = ("pdf",)
    writable = False

    def sniff(self, data: bytes, name: str) -> float:
        """Say how sure, by the signature, which may have something before it (ISO 32000-1, annex H)."""
        return 0.95 if b"%PDF-" in data[:1024] else 0.0

    def read(self, data: bytes, options: Mapping[str, str]) -> Content:
        """Return the paragraphs, without running heads and page numbers."""
        _expect_harmless(data)
        pages = list(_pages(data))
        if not any(pages):
            raise InputError(
                "The PDF has no text, only pictures. Run text recognition (OCR) on it and open the result."
            )
        kept, gone = without_margins(pages)
        units: list[Unit] = []
        counts: dict[int, int] = {}
        for paragraph, text in texts(paragraphs([in_reading_order(lines) for lines in kept])):
            counts[paragraph.page] = count = counts.get(paragraph.page, 0) + 1
            shown, codes = hide(text)
            id = f"{paragraph.page}/{count}"
            units.append(Unit(id, shown, None, paragraph.kind, paragraph.level, codes=codes))
        left_out = f"{gone} lines at the edges of pages were left out: running heads, page numbers." if gone else ""
        return Content(tuple(units), warnings=(left_out,) if left_out else ())

    def edited(self, data: bytes, options: Mapping[str, str], edits: Edits) -> bytes:
        """Refuse.

        Raises:
            InputError: always; says what to do.
        """
        raise InputError(
            "A PDF cannot be corrected. Write the corrections as a list (File › Report of the corrections…), or "
            "open the document the PDF was made from."
        )


def _expect_harmless(data: bytes) -> None:
    """Make sure that no drawing unpacks to more than a page can need; PDFium would unpack it whole.

    Raises:
        InputError: one does.
    """
    for match in _STREAM.finditer(data):
        about = data[max(0, match.start() - 1000) : match.start()]
        about = about[about.rfind(b"obj") + 1 :]
        if _PACKED_TWICE.search(about):
            raise _bomb()
        if b"Flate" not in about or b"/Image" in about:
            continue
        unpacking = zlib.decompressobj()
        size, packed = 0, data[match.end() : match.end() + _CHUNK]
        at = match.end() + len(packed)
        try:
            while packed and not unpacking.eof:
                size += len(unpacking.decompress(packed, _CHUNK))
                if size > _MAX_STREAM:
                    raise _bomb()
                packed = unpacking.unconsumed_tail
                if not packed:
                    packed, at = data[at : at + _CHUNK], at + _CHUNK
        except zlib.error:
            continue


def _bomb() -> InputError:
    return InputError("The PDF was not opened because a page of it is too large when unpacked, which no real one is.")


def _pages(data: bytes) -> Iterator[list[Line]]:
    # Imported here: it loads a library of some megabytes, and few sessions need it.
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        document = PdfDocument(data)
    except PdfiumError as error:
        if error.err_code == _PASSWORD:
            raise InputError("The PDF is protected by a password. Save a copy without one and open that.") from None
        raise InputError("The PDF is damaged. Make it again from its document, or mend it in a PDF program.") from None
    try:
        if len(document) > _MAX_PAGES:
            raise InputError(
                f"The PDF has {len(document):,} pages; those above {_MAX_PAGES:,} are not opened. Split it."
            )
        for number in range(len(document)):
            yield list(_lines(document, number))
    except PdfiumError:
        raise InputError("A page of the PDF is damaged. Make it again from its document.") from None
    finally:
        document.close()


def _lines(document: "PdfDocument", number: int) -> Iterator[Line]:
    page = document[number]
    try:
        text = page.get_textpage()
        try:
            yield from _lines_of(text)
        finally:
            text.close()
    finally:
        page.close()


def _lines_of(page: "PdfTextPage") -> Iterator[Line]:
    import ctypes

    from pypdfium2 import raw

    x, y = ctypes.c_double(), ctypes.c_double()
    at = 0
    for text in _PIECE.findall(page.get_text_range()):
        units = len(text.encode("utf-16-le", "surrogatepass")) // 2
        if text.strip():
            first = raw.FPDFText_GetCharIndexFromTextIndex(page.raw, at + len(text) - len(text.lstrip()))
            raw.FPDFText_GetCharOrigin(page.raw, first, x, y)
            size = median(_size(page, first + place) for place in _letters(text.strip()))
            boxes = [page.get_rect(each) for each in range(page.count_rects(first, units))]
            yield from _split(page, text.strip(), boxes, y.value, max(1.0, size))
        at += units


def _size(page: "PdfTextPage", place: int) -> float:
    """Return the size a letter is set in, in points.

    Boxes of letters do not tell it: where a font has no ascent of its own they are as high as the letter.
    """
    import ctypes

    from pypdfium2 import raw

    matrix = raw.FS_MATRIX()
    size: float = raw.FPDFText_GetFontSize(page.raw, place)
    if size > 0 and raw.FPDFText_GetMatrix(page.raw, place, ctypes.byref(matrix)):
        size *= math.hypot(matrix.c, matrix.d)
    if size > 0:
        return size
    box: tuple[float, ...] = page.get_charbox(place, loose=True)
    return box[3] - box[1]


def _letters(text: str) -> list[int]:
    """Return where letters are that tell the size of a line: a bullet or a word of code may be set in another one."""
    places = [place for place, char in enumerate(text) if char.isalnum()] or [0]
    return [places[len(places) * part // 6] for part in (0, 1, 3, 4, 5)]


def _split(
    page: "PdfTextPage", text: str, boxes: Sequence[tuple[float, float, float, float]], base: float, size: float
) -> Iterator[Line]:
    """Yield a line, in parts where wide white is in it."""
    ordered = sorted(boxes)
    parts = [list(ordered[:1])]
    for box in ordered[1:]:
        if box[0] - max(each[2] for each in parts[-1]) > _GAP * size:
            parts.append([])
        parts[-1].append(box)
    for part in parts:
        if not part:
            continue
        left, right = min(box[0] for box in part), max(box[2] for box in part)
        if len(parts) > 1:
            low, high = min(box[1] for box in part), max(box[3] for box in part)
            text = " ".join(page.get_text_bounded(left - 1, low - 1, right + 1, high + 1).split())
        if text:
            yield Line(text, left, right, base, size)


FORMAT = Pdf()
