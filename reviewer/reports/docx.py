"""Corrections as a Word document with tracked changes, to be accepted or rejected there."""

import io
from typing import TYPE_CHECKING

from reviewer.reports.corrections import Entry, Sort, entries
from reviewer.reports.inline import as_labels
from reviewer.reports.markup import printable
from reviewer.reports.report import Change, Report, Review, Written
from reviewer.text.languages import direction

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

_UNKNOWN = Change("reviewer", "")


def _write(review: Review) -> Written:
    # Imported here: it takes a third of a second, and few sessions make a document.
    from docx import Document
    from docx.enum.section import WD_ORIENT

    document = Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    title = printable(f"Corrections: {review.title}")
    document.core_properties.title = title[:255]
    document.core_properties.author = "reviewer"
    document.add_heading(title, 1)
    found = list(entries(review))
    corrected = sum(entry.segment.corrected for entry in found)
    document.add_paragraph(
        f"{corrected:,} of {len(review.rows):,} segments corrected, {review.source_lang} → {review.target_lang}."
    )
    table = document.add_table(rows=1, cols=3, style="Table Grid")
    for cell, heading in zip(table.rows[0].cells, ("#", "Source", "Translation"), strict=True):
        cell.paragraphs[0].add_run(heading).bold = True
    tracked = _Tracked(document)
    before = ""
    for entry in found:
        name = review.document_of(entry.segment)
        if name != before:
            before = name
            first, _, last = table.add_row().cells
            first.merge(last).paragraphs[0].add_run(printable(name)).bold = True
        number, source, target = table.add_row().cells
        number.paragraphs[0].add_run(str(entry.number))
        text = as_labels(entry.segment.source, entry.segment.source_codes)
        _run(_paragraph(source, review.source_lang), text, review.source_lang)
        tracked.write(_paragraph(target, review.target_lang), entry, review.target_lang)
    _set_widths(document)
    out = io.BytesIO()
    document.save(out)
    return Written(out.getvalue())


class _Tracked:
    """Writes texts with insertions and deletions (ECMA-376, 17.13.5), each with a number of its own."""

    def __init__(self, document: "Document") -> None:
        self._document = document
        self._number = 0

    def write(self, paragraph: "Paragraph", entry: Entry, language: str) -> None:
        """Write an entry's translation with its changes, and its remarks as comments."""
        # Comments hang on runs that are there whether a change is accepted or rejected.
        first = _run(paragraph, "", language)
        for sort, text in entry.stretches:
            run = _run(paragraph, text, language)
            if sort is not Sort.KEPT:
                self._track(run, sort, entry.change or _UNKNOWN)
        last = _run(paragraph, "", language) if entry.remarks else first
        for author, _, text in entry.remarks:
            initials = "".join(word[0] for word in author.split())[:3]
            self._document.add_comment([first, last], printable(text), printable(author), printable(initials))

    def _track(self, run: "Run", sort: Sort, change: Change) -> None:
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        element = run._r
        tracked = OxmlElement("w:ins" if sort is Sort.PUT_IN else "w:del")
        self._number += 1
        tracked.set(qn("w:id"), str(self._number))
        tracked.set(qn("w:author"), printable(change.author) or _UNKNOWN.author)
        if change.time:
            tracked.set(qn("w:date"), change.time)
        element.addprevious(tracked)
        tracked.append(element)
        if sort is Sort.TAKEN_OUT:
            for text in element.findall(qn("w:t")):
                text.tag = qn("w:delText")


def _paragraph(cell: "_Cell", language: str) -> "Paragraph":
    """Return a cell's paragraph, running the way the language does."""
    from docx.oxml import OxmlElement

    paragraph: Paragraph = cell.paragraphs[0]
    if direction(language) == "rtl":
        paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
    return paragraph


def _run(paragraph: "Paragraph", text: str, language: str) -> "Run":
    """Add text in a language; line breaks and tabs become what Word has for them."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    run = paragraph.add_run(printable(text))
    properties = run._r.get_or_add_rPr()
    if direction(language) == "rtl":
        properties.append(OxmlElement("w:rtl"))
    spoken = OxmlElement("w:lang")
    spoken.set(qn("w:bidi" if direction(language) == "rtl" else "w:val"), language)
    properties.append(spoken)
    return run


def _set_widths(document: "Document") -> None:
    from docx.shared import Cm

    table = document.tables[0]
    table.autofit = False
    for column, width in zip(table.columns, (1.5, 10.5, 10.5), strict=True):
        column.width = Cm(width)
        for cell in column.cells:
            cell.width = Cm(width)


REPORT = Report("docx", "Corrections as a Word document with tracked changes (DOCX)", "docx", False, _write)
