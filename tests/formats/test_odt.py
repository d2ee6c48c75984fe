"""OpenDocument texts: notes, frames, bookmarks and spans survive an edit."""

import io
import zipfile

import pytest

from reviewer.formats.format import UnitEdit, UnitInsert
from reviewer.formats.wordprocessing.odt import FORMAT
from reviewer.model.errors import InputError
from reviewer.model.segment import Kind
from tests.formats.sample import zipped
from tests.formats.wordprocessing_samples import ODT_PARTS

DATA = zipped(ODT_PARTS)


def content(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read("content.xml").decode()


def texts(data: bytes) -> list[str]:
    return [unit.text for unit in FORMAT.read(data, {}).units]


def test_kinds_language_and_words() -> None:
    read = FORMAT.read(DATA, {})
    kinds = [(unit.kind, unit.level) for unit in read.units]
    assert kinds[0] == (Kind.HEADING, 2)
    assert kinds[2] == (Kind.NOTE, 0)
    assert kinds[3] == (Kind.LIST_ITEM, 1)
    assert kinds[6] == (Kind.CELL, 0)
    assert read.languages == ("de-AT", None)
    assert read.words_in_file == 18


def test_bookmark_and_unseen_span_stay() -> None:
    text = texts(DATA)[1]
    out = content(FORMAT.write(DATA, {}, [UnitEdit(1, text.replace("fällt wieder", "sinkt").replace("So & so", "Ja"))]))
    assert '<text:bookmark text:name="x"/>' in out
    assert out.count("<text:span") == 2


def test_note_and_its_paragraph_can_both_be_edited() -> None:
    text = texts(DATA)[1].replace("steigt", "sank")
    out = FORMAT.write(DATA, {}, [UnitEdit(1, text), UnitEdit(2, "Laut Behörde."), UnitEdit(5, "Schachtel")])
    assert texts(out)[1:3] == [text, "Laut Behörde."]
    assert texts(out)[5] == "Schachtel"


def test_typed_spaces_tabs_and_breaks_become_elements() -> None:
    out = FORMAT.write(DATA, {}, [UnitEdit(6, " a   b\tc\nd ")])
    assert texts(out)[6] == " a   b\tc\nd "
    assert '<text:s/>a <text:s text:c="2"/>b<text:tab/>c<text:line-break/>d </text:p>' in content(out)


def test_new_paragraph_looks_like_the_one_before() -> None:
    out = FORMAT.write(DATA, {}, [], [UnitInsert(2, "Neu & gut")])
    assert texts(out)[3] == "Neu & gut"
    assert '</text:p><text:p text:style-name="P1">Neu &amp; gut</text:p>' in content(out)


def test_type_stays_the_first_part_and_unpacked() -> None:
    out = FORMAT.write(DATA, {}, [UnitEdit(0, "Der Strom")])
    with zipfile.ZipFile(io.BytesIO(out)) as package:
        assert package.testzip() is None
        assert package.namelist() == list(ODT_PARTS)


def test_password_is_told() -> None:
    parts = ODT_PARTS | {"META-INF/manifest.xml": "<manifest:encryption-data/>"}
    with pytest.raises(InputError, match="password"):
        FORMAT.read(zipped(parts), {})
