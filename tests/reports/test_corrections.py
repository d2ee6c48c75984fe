"""Lists of corrections show what changed, by whom, and let no text of the document do anything."""

import io
import re
import zipfile
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from docx import Document
from openpyxl import load_workbook

from reviewer.model.bitext import DOCUMENT_RANKS
from reviewer.model.segment import CODE_BASE, Code, CodeKind, Segment, State
from reviewer.reports.corrections import entries
from reviewer.reports.report import Change, Remark, Review, all_reports

REPORTS = {report.id: report for report in all_reports() if not report.bilingual}
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BOLD = (Code("1", CodeKind.OPEN, "b", "bold"), Code("1", CodeKind.CLOSE, "b", "bold"))
ON, OFF = chr(CODE_BASE), chr(CODE_BASE + 1)


def review(source: str = "Der Fluss", delivered: str = "The rivr is long", now: str = "The river is long") -> Review:
    rows = [
        Segment("1", 1, "Gleich", "Same", "Same", State.REVIEWED),
        Segment("2", 2, source, now, delivered, State.REVIEWED, target_codes=BOLD),
        Segment("3", 3, "Frage", "Question", "Question"),
    ]
    return Review(
        "An article",
        "de",
        "ar",
        rows,
        {"2": Change("Ana <x>", "2026-01-02T03:04:05Z")},
        {"3": [Remark("Ben", "2026-01-02T03:04:06Z", "Is this <right>?")]},
    )


def test_what_was_corrected_or_remarked_upon_is_listed() -> None:
    assert [entry.number for entry in entries(review())] == [2, 3]


def test_the_page_marks_the_differences_and_the_languages() -> None:
    page = REPORTS["html"].write(review()).data.decode()
    assert 'lang="ar" dir="rtl">The <del>rivr</del><ins>river</ins> is long' in page
    assert '<td lang="de" dir="ltr">Der Fluss</td>' in page
    assert "Ana &lt;x&gt;" in page and "2026-01-02T03:04:05Z" in page
    assert "Is this &lt;right&gt;?" in page
    assert "1 of 3 segments corrected" in page


def test_the_page_fetches_and_executes_nothing() -> None:
    evil = '<script>alert(1)</script><img src=x onerror="alert(2)">'
    page = REPORTS["html"].write(review(evil, evil, f'"{evil}')).data.decode()
    assert "<script" not in page and "<img" not in page
    assert "default-src 'none'" in page


def test_codes_are_shown() -> None:
    page = REPORTS["html"].write(review(delivered="plain word", now=f"plain {ON}word{OFF}")).data.decode()
    assert "plain <ins>‹b›</ins>word<ins>‹/b›</ins>" in page


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x","y")', "\tx", "a\0b"])
def test_a_cell_is_never_a_formula(text: str) -> None:
    book = load_workbook(io.BytesIO(REPORTS["xlsx"].write(review(text, text, f"{text}!")).data))
    sheet = book.active
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None} == {"s"}
    assert sheet["B2"].value == text.replace("\0", "")
    assert sheet["D2"].value == f"{text}!".replace("\0", "")


def test_the_sheet_marks_the_differences() -> None:
    data = REPORTS["xlsx"].write(review()).data
    sheet = load_workbook(io.BytesIO(data), rich_text=True).active
    marked = [(str(block), bool(block.font.strike), block.font.u) for block in sheet["E2"].value]
    assert marked == [
        ("The ", False, None),
        ("rivr", True, None),
        ("river", False, "single"),
        (" is long", False, None),
    ]
    assert [sheet[place].value for place in ("A2", "F2", "G2", "H2")] == [
        "2",
        "reviewed",
        "Ana <x>",
        "2026-01-02T03:04:05Z",
    ]
    assert sheet["I3"].value == "Ben: Is this <right>?"


def test_the_document_tracks_the_changes() -> None:
    data = REPORTS["docx"].write(review()).data
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = ElementTree.fromstring(package.read("word/document.xml"))
    (deleted,), (inserted,) = root.findall(f".//{W}del"), root.findall(f".//{W}ins")
    assert [text.text for text in deleted.iter(f"{W}delText")] == ["rivr"]
    assert [text.text for text in inserted.iter(f"{W}t")] == ["river"]
    for change in (deleted, inserted):
        assert change.get(f"{W}author") == "Ana <x>"
        assert change.get(f"{W}date") == "2026-01-02T03:04:05Z"
    assert deleted.get(f"{W}id") != inserted.get(f"{W}id")
    assert not list(deleted.iter(f"{W}t"))


def test_the_document_holds_both_texts_and_remarks() -> None:
    document = Document(io.BytesIO(REPORTS["docx"].write(review()).data))
    (table,) = document.tables
    assert [cell.text for cell in table.rows[1].cells][:2] == ["2", "Der Fluss"]
    assert [(comment.author, comment.text) for comment in document.comments] == [("Ben", "Is this <right>?")]
    assert table.rows[1].cells[2]._tc.find(f".//{W}bidi") is not None


@pytest.mark.parametrize("id", sorted(REPORTS))
def test_nothing_corrected_is_a_list_too(id: str) -> None:
    assert REPORTS[id].write(Review("Empty", "de", "en", [])).data
    hostile = review("a\0b", "", "\x0bc\ud800")
    assert REPORTS[id].write(hostile).data


@pytest.mark.parametrize("id", ["html", "docx", "xlsx"])
def test_the_list_says_which_document_a_correction_is_in(id: str) -> None:
    one, other = review(), replace(review(now="The stream is long").rows[1], id="9", rank=DOCUMENT_RANKS + 1)
    both = replace(one, rows=[*one.rows, other], documents=("a.txt", "b.txt"))
    data = REPORTS[id].write(both).data
    if id == "html":
        said = re.findall("a\\.txt|b\\.txt|is this|stream", data.decode(), re.IGNORECASE)
        assert said == ["a.txt", "Is this", "b.txt", "stream"]
    elif id == "docx":
        table = Document(io.BytesIO(data)).tables[0]
        assert [r.cells[0].text for r in table.rows] == ["#", "a.txt", "2", "3", "b.txt", "4"]
    else:
        sheet = load_workbook(io.BytesIO(data)).active
        assert [r[-1].value for r in sheet.iter_rows()] == ["Document", "a.txt", "a.txt", "b.txt"]
