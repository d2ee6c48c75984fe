"""Word documents: formatting, notes, tracked changes and text boxes survive an edit."""

import io
import zipfile

import pytest

from reviewer.formats.format import Content, UnitEdit, UnitInsert
from reviewer.formats.wordprocessing.docx import FORMAT
from reviewer.model.errors import InputError
from reviewer.model.segment import CODE_BASE, Kind
from tests.formats.sample import zipped
from tests.formats.wordprocessing_samples import DOCX_PARTS

DATA = zipped(DOCX_PARTS)
OPEN, CLOSE, NOTE = (chr(CODE_BASE + number) for number in range(3))


def part(data: bytes, name: str = "word/document.xml") -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        return package.read(name).decode()


def written(*edits: UnitEdit) -> str:
    return part(FORMAT.write(DATA, {}, edits))


def read(data: bytes) -> Content:
    return FORMAT.read(data, {})


def test_kinds_levels_and_language() -> None:
    content = read(DATA)
    kinds = [(unit.kind, unit.level) for unit in content.units]
    assert kinds[0] == (Kind.HEADING, 1)
    assert kinds[4] == (Kind.LIST_ITEM, 2)
    assert kinds[5] == (Kind.CELL, 0)
    assert kinds[-1] == (Kind.NOTE, 0)
    assert content.languages == ("de-DE", None)


def test_every_word_of_the_file_arrives() -> None:
    content = read(DATA)
    words = sum(len("".join(c for c in u.text if c < chr(CODE_BASE)).split()) for u in content.units)
    assert content.words_in_file == words


def test_formatting_is_shown() -> None:
    bold = read(DATA).units[1].codes[0]
    assert (bold.label, bold.style) == ("b", "bold")


def test_text_is_changed_inside_its_run() -> None:
    out = written(UnitEdit(1, f"Er ist {OPEN}ganz{CLOSE} lang.{NOTE}"))
    assert "<w:rPr><w:b/></w:rPr><w:t>ganz</w:t>" in out
    assert '<w:t xml:space="preserve"> la</w:t>' in out


def test_other_parts_stay_as_they_are_packed() -> None:
    out = FORMAT.write(DATA, {}, [UnitEdit(0, "Ein Strom")])
    with zipfile.ZipFile(io.BytesIO(DATA)) as before, zipfile.ZipFile(io.BytesIO(out)) as after:
        assert before.namelist() == after.namelist()
        for name in before.namelist():
            if name != "word/document.xml":
                assert before.read(name) == after.read(name)
                assert before.getinfo(name).date_time == after.getinfo(name).date_time


def test_tracked_deletion_is_neither_shown_nor_lost() -> None:
    out = written(UnitEdit(3, "Neu jünger."))
    assert "<w:delText>alt</w:delText>" in out
    assert "<w:t>jünger</w:t></w:r></w:ins>" in out


def test_text_box_is_changed_in_both_its_forms() -> None:
    assert written(UnitEdit(7, "Schachtel")).count("Schachtel") == 2


def test_footnote_is_changed_in_its_own_part() -> None:
    out = FORMAT.write(DATA, {}, [UnitEdit(9, " Laut Behörde.")])
    assert "Laut Behörde." in part(out, "word/footnotes.xml")
    assert part(out) == part(DATA)


def test_tag_can_be_taken_out() -> None:
    out = FORMAT.write(DATA, {}, [UnitEdit(1, f"Er ist sehr lang.{NOTE}")])
    assert "<w:b/>" not in part(out)
    assert part(out).count("<w:bookmarkStart") == 1
    unit = read(out).units[1]
    assert unit.text == f"Er ist sehr lang.{OPEN}"
    assert unit.codes[0].label == "fn"


def test_tag_can_be_moved() -> None:
    out = FORMAT.write(DATA, {}, [UnitEdit(1, f"Er{NOTE} ist sehr {OPEN}lang{CLOSE}.")])
    unit = read(out).units[1]
    assert [code.label for code in unit.codes] == ["fn", "b", "b"]
    assert unit.text == f"Er{chr(CODE_BASE)} ist sehr {chr(CODE_BASE + 1)}lang{chr(CODE_BASE + 2)}."


def test_field_can_be_moved_whole() -> None:
    unit = read(DATA).units[8]
    begin, end = unit.text[-3], unit.text[-1]
    out = FORMAT.write(DATA, {}, [UnitEdit(8, f"{begin}7{end}. Seite")])
    assert read(out).units[8].text == f"{begin}7{end}. Seite"
    assert part(out).count("fldCharType") == 3


def test_half_a_tag_is_refused() -> None:
    with pytest.raises(InputError, match="“b” is opened"):
        written(UnitEdit(1, f"Er ist {OPEN}sehr lang.{NOTE}"))


def test_new_paragraph_looks_like_the_one_before() -> None:
    out = FORMAT.write(DATA, {}, [], [UnitInsert(1, "Neuer Absatz"), UnitInsert(-1, "Vorspann")])
    assert [unit.text for unit in read(out).units][:4] == [
        "Vorspann",
        "Ein Fluss",
        read(DATA).units[1].text,
        "Neuer Absatz",
    ]


def test_typing_behind_a_tab_stays_behind_it() -> None:
    document = str(DOCX_PARTS["word/document.xml"]).replace(
        "<w:tab/><w:t>oder</w:t><w:br/><w:t>nicht</w:t>", "<w:tab/>"
    )
    data = zipped(DOCX_PARTS | {"word/document.xml": document})
    text = read(data).units[2].text
    assert text.endswith("\t")
    out = FORMAT.write(data, {}, [UnitEdit(2, text + "mehr")])
    assert read(out).units[2].text == text + "mehr"


def test_strict_namespace_and_other_prefixes_are_read() -> None:
    document = str(DOCX_PARTS["word/document.xml"]).replace("w:", "word:").replace(":w=", ":word=")
    document = document.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    data = zipped(DOCX_PARTS | {"word/document.xml": document})
    assert [u.text for u in read(data).units] == [u.text for u in read(DATA).units]
    assert read(FORMAT.write(data, {}, [UnitEdit(0, "Neu")])).units[0].text == "Neu"


@pytest.mark.parametrize(
    ("parts", "says"),
    [
        ({"word/document.xml": "<w:document><w:p></w:document>"}, "well-formed"),
        ({"word/document.xml": '<!DOCTYPE x [<!ENTITY a "b">]><x/>'}, "entity"),
        ({"../evil.xml": "x"}, "path"),
        ({"word/big.bin": bytes(30 << 20)}, "too large"),
    ],
)
def test_hostile_packages_are_refused(parts: dict[str, str | bytes], says: str) -> None:
    with pytest.raises(InputError, match=says):
        read(zipped(DOCX_PARTS | parts))


def test_missing_part_is_named() -> None:
    parts = {name: content for name, content in DOCX_PARTS.items() if name != "word/document.xml"}
    with pytest.raises(InputError, match=r"word/document\.xml"):
        read(zipped(parts))
