"""Corrections as a spreadsheet, every cell of it text."""

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reviewer.reports.corrections import Sort, Stretch, entries, said
from reviewer.reports.inline import as_labels
from reviewer.reports.markup import printable
from reviewer.reports.report import Report, Review, Written
from reviewer.text.languages import direction

if TYPE_CHECKING:
    from openpyxl.cell.rich_text import CellRichText
    from openpyxl.worksheet.worksheet import Worksheet

_HEADINGS = ("#", "Source", "As delivered", "As corrected", "Changes", "State", "By", "When", "Remarks")
_WIDTHS = (6, 50, 50, 50, 50, 12, 16, 21, 40, 40)
_DOCUMENT = "Document"
"""Heading of the column that says which document a row belongs to, where there are several."""
_LONGEST = 32_767
"""Characters a cell holds (ECMA-376, 18.3.1.96, as Excel keeps it)."""
_RIGHT_TO_LEFT = 2
"""`readingOrder` (ECMA-376, 18.8.1)."""


def _write(review: Review) -> Written:
    # Imported here: it takes a quarter of a second, and few sessions make a spreadsheet.
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet.title = "Corrections"
    sheet.append((*_HEADINGS, _DOCUMENT) if review.documents else _HEADINGS)
    cut = _fill(sheet, review)
    out = io.BytesIO()
    book.save(out)
    lost = (f"{cut} texts were too long for a cell and were cut.",) if cut else ()
    return Written(out.getvalue(), lost)


def _fill(sheet: "Worksheet", review: Review) -> int:
    """Write the rows; return how many texts had to be cut."""
    from openpyxl.styles import Alignment, Font

    rtl = [direction(tag) == "rtl" for tag in (review.source_lang, review.target_lang)]
    aligned = [Alignment(wrap_text=True, vertical="top", readingOrder=_RIGHT_TO_LEFT * each) for each in (False, *rtl)]
    columns = (0, 1, 2, 2, 2, 0, 0, 0, 0, 0)
    cut = 0
    for place, entry in enumerate(entries(review), 2):
        row = entry.segment
        texts = (
            str(entry.number),
            as_labels(row.source, row.source_codes),
            as_labels(row.delivered, row.target_codes),
            as_labels(row.target, row.target_codes),
            "",
            row.state.value,
            entry.change.author if entry.change else "",
            entry.change.time if entry.change else "",
            said(entry.remarks),
            *((review.document_of(row),) if review.documents else ()),
        )
        for column, text in enumerate(texts, 1):
            cut += len(text) > _LONGEST
            cell = sheet.cell(place, column)
            cell.value = _held(text)
            # What begins with an equals sign is a text too.
            cell.data_type = "s"
            cell.alignment = aligned[columns[column - 1]]
        if row.corrected and sum(len(each.text) for each in entry.stretches) <= _LONGEST:
            sheet.cell(place, 5).value = _rich(entry.stretches)
    for cell, width in zip(sheet[1], _WIDTHS, strict=False):
        cell.font = Font(bold=True)
        sheet.column_dimensions[cell.column_letter].width = width
    sheet.freeze_panes = "A2"
    sheet.sheet_view.rightToLeft = all(rtl)
    return cut


def _rich(stretches: Sequence[Stretch]) -> "CellRichText":
    from openpyxl.cell.rich_text import CellRichText, TextBlock
    from openpyxl.cell.text import InlineFont

    fonts = {
        Sort.KEPT: InlineFont(),
        Sort.TAKEN_OUT: InlineFont(strike=True, color="FFB00020"),
        Sort.PUT_IN: InlineFont(u="single", color="FF0B6B35"),
    }
    return CellRichText(*(TextBlock(fonts[sort], _held(text)) for sort, text in stretches))


def _held(text: str) -> str:
    """Return a text as a cell can hold it: no control characters, and not too long."""
    return printable(text)[:_LONGEST]


REPORT = Report("xlsx", "Corrections as a spreadsheet (XLSX)", "xlsx", False, _write)
