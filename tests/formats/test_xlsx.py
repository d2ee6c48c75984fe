"""Workbooks: cells that are edited get strings of their own, all else stays."""

import io
import zipfile

import pytest

from reviewer.formats.format import UnitEdit
from reviewer.formats.tables.xlsx import FORMAT
from reviewer.model.errors import InputError
from reviewer.model.segment import CODE_BASE, CodeKind
from tests.formats.package_samples import PLAIN_ROWS, ROWS, STRINGS, workbook
from tests.formats.sample import zipped

SPACED = '<t xml:space="preserve">'
BOOK = zipped(workbook({"One": ROWS, "Other": PLAIN_ROWS}, STRINGS))


def member(data: bytes, name: str = "xl/worksheets/sheet1.xml") -> str:
    return zipfile.ZipFile(io.BytesIO(data)).read(name).decode()


def test_an_edit_changes_its_cell_and_no_other_part() -> None:
    out = FORMAT.write(BOOK, {}, [UnitEdit(1, " Short ")])
    assert '<c r="C3" t="inlineStr"><is><t xml:space="preserve"> Short </t></is></c><c r="D3"/>' in member(out)
    assert member(out).replace(
        '<c r="C3" t="inlineStr"><is><t xml:space="preserve"> Short </t></is></c>', ""
    ) == member(BOOK)
    names = zipfile.ZipFile(io.BytesIO(BOOK)).namelist()
    assert all(member(out, name) == member(BOOK, name) for name in names if name != "xl/worksheets/sheet1.xml")


def test_formatting_of_a_cell_stays_with_its_words() -> None:
    out = FORMAT.write(BOOK, {}, [UnitEdit(0, f"That{chr(CODE_BASE)} river")])
    runs = '<is><r><rPr><b/></rPr><t>That</t></r><r><t xml:space="preserve"> river</t></r></is>'
    assert f'<c r="C2" s="4" t="inlineStr">{runs}</c>' in member(out)


def test_a_string_that_looks_like_a_formula_or_an_escape_stays_text() -> None:
    out = FORMAT.write(BOOK, {}, [UnitEdit(2, "=1+1 _x0041_")])
    assert "<is><t>=1+1 _x005F_x0041_</t></is>" in member(out)
    assert FORMAT.read(out, {}).units[2].text == "=1+1 _x0041_"


def test_a_cell_that_a_formula_makes_is_locked() -> None:
    assert FORMAT.read(BOOK, {}).units[3].locked
    with pytest.raises(InputError, match="C6 of “One” is locked"):
        FORMAT.write(BOOK, {}, [UnitEdit(3, "x")])


def test_columns_and_notes_are_told_by_headings_and_reported() -> None:
    content = FORMAT.read(BOOK, {})
    assert content.languages == ("de", "en")
    assert dict(content.options) == {
        "source": "2",
        "target": "3",
        "id": "1",
        "note": "4",
        "header": "yes",
        "sheet": "One",
    }
    assert content.units[0].note == "Careful"
    assert content.warnings == ("Sheets without these columns were left out: Other.",)


def test_columns_can_be_chosen_in_another_sheet() -> None:
    content = FORMAT.read(BOOK, {"sheet": "Other", "target": "B"})
    assert [(unit.id, unit.text) for unit in content.units] == [("Other!B1", "7"), ("Other!B2", "Kurz")]
    with pytest.raises(InputError, match="It has “One”, “Other”"):
        FORMAT.read(BOOK, {"sheet": "Third"})


def test_macros_are_kept_and_hidden_sheets_named() -> None:
    parts = workbook({"One": PLAIN_ROWS, "Gone": PLAIN_ROWS}, STRINGS, hidden="Gone")
    book = zipped({**parts, "xl/vbaProject.bin": b"\xd0\xcf\x11\xe0 macro"})
    content = FORMAT.read(book, {})
    assert [unit.id for unit in content.units] == ["One!A1", "One!B2"]
    assert "Gone" in content.warnings[0]
    out = FORMAT.write(book, {}, [UnitEdit(0, "New")])
    assert zipfile.ZipFile(io.BytesIO(out)).read("xl/vbaProject.bin") == b"\xd0\xcf\x11\xe0 macro"


def test_bold_words_stand_between_tags() -> None:
    runs = "<r><t>A </t></r><r><rPr><b/></rPr><t>bold</t></r><r><t> word</t></r>"
    book = zipped(workbook({"One": '<row><c t="s"><v>0</v></c></row>'}, f"<si>{runs}</si>"))
    (unit,) = FORMAT.read(book, {}).units
    assert unit.text == f"A {chr(CODE_BASE)}bold{chr(CODE_BASE + 1)} word"
    assert [(code.kind, code.style) for code in unit.codes] == [(CodeKind.OPEN, "bold"), (CodeKind.CLOSE, "bold")]
    out = FORMAT.write(book, {}, [UnitEdit(0, unit.text.replace("bold", "brave"))])
    assert (
        f"<is>{runs.replace('bold', 'brave').replace('<t>A', SPACED + 'A').replace('<t> w', SPACED + ' w')}"
        in member(out)
    )
