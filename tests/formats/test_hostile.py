"""Files made to do harm are refused with a sentence, before they do it."""

import io
import zipfile
import zlib
from collections.abc import Callable

import pytest

from reviewer.formats.detect import detect
from reviewer.formats.format import UnitEdit
from reviewer.model.errors import InputError
from tests.formats.package_samples import TRADOS, W, book, table, tables, workbook
from tests.formats.pdf_samples import pdf
from tests.formats.sample import zipped

BODY = f'<w:document xmlns:w="{W}"><w:body>{{}}</w:body></w:document>'

PARTS: dict[str, str | bytes] = {"[Content_Types].xml": "<Types/>"}


def docx(body: str, **parts: bytes) -> bytes:
    return zipped({**PARTS, "word/document.xml": BODY.format(body), **parts})


def with_stream(drawing: bytes, about: bytes = b"") -> bytes:
    """A PDF whose page has a packed drawing of its own."""
    packed = zlib.compress(drawing, 9)
    stream = b"<</Length %d/Filter/FlateDecode%s>>stream\n%sendstream" % (len(packed), about, packed)
    return pdf([(60, 700, "One.")]).replace(b"4 0 obj", b"9 0 obj" + stream + b"endobj\n4 0 obj")


REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "bomb.docx": (lambda: docx("<w:p/>" * 4_000_000), "too large when unpacked"),
    "bomb.epub": (lambda: zipped({**book(), "OPS/text/b.xhtml": "<p>a</p>" * 3_000_000}), "too large when unpacked"),
    "parts.docx": (lambda: docx("", **{f"word/{n}": b"" for n in range(20_001)}), "20,003 parts"),
    "path.docx": (lambda: docx("", **{"../../a": b""}), "path that leads out of it"),
    "entity.docx": (lambda: zipped({**PARTS, "word/document.xml": f'<!DOCTYPE w [<!ENTITY a "b">]>{BODY}'}), "entity"),
    "deep.docx": (lambda: docx("<w:sdt>" * 300), "deep"),
    "longcell.xlsx": (
        lambda: zipped(workbook({"A": '<row><c t="s"><v>0</v></c></row>'}, f"<si><t>{'x' * 100_000}</t></si>")),
        "more than Excel allows",
    ),
    "deep.xlsx": (lambda: zipped(workbook({"A": "<row>" * 300}, "")), "deep"),
    "bomb.pdf": (lambda: with_stream(b" " * (33 << 20)), "too large when unpacked"),
    "twice.pdf": (lambda: with_stream(b"", b"/Filter[/FlateDecode/FlateDecode]"), "too large when unpacked"),
    "codes.xlf": (
        lambda: (
            '<xliff version="1.2"><file source-language="de"><body><trans-unit id="1"><source>'
            + "".join(f'<x id="{n}"/>' for n in range(65_600))
            + "</source></trans-unit></body></file></xliff>"
        ).encode(),
        "tags",
    ),
    "deep.json": (lambda: b"[" * 100_000, "deep"),
    "deep.xml": (lambda: b"<?xml version='1.0'?>" + b"<a>" * 100_000, "deep"),
    "bomb.xml": (
        lambda: (
            '<!DOCTYPE a [<!ENTITY e0 "lol">'
            + "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
            + ']><a b="&e11;">&e11;</a>'
        ).encode(),
        "multiply",
    ),
    "circle.xml": (lambda: b'<!DOCTYPE a [<!ENTITY b "&c;"><!ENTITY c "&b;">]><a>&b;</a>', "multiply"),
    "many.xml": (
        lambda: b'<!DOCTYPE a [<!ENTITY b "%b">]><a>%b</a>' % (b"x" * 10_000, b"&b;" * 10_000),
        "multiply",
    ),
    "deep.tmx": (lambda: b'<tmx version="1.4">' + b"<tu>" * 100_000, "deep"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_a_harmful_file_is_refused(name: str) -> None:
    make, sentence = REFUSED[name]
    data = make()
    with pytest.raises(InputError, match=sentence) as refusal:
        detect(data, name).read(data, {})
    assert str(refusal.value).endswith(".")


def test_pictures_of_a_pdf_may_be_as_large_as_they_like() -> None:
    data = with_stream(bytes(33 << 20), b"/Subtype/Image")
    assert [unit.text for unit in detect(data, "a.pdf").read(data, {}).units] == ["One."]


def test_macros_are_neither_run_nor_lost() -> None:
    data = docx("<w:p><w:r><w:t>One.</w:t></w:r></w:p>", **{"word/vbaProject.bin": b"\xd0\xcf macro"})
    format = detect(data, "a.docm")
    out = format.write(data, {}, [UnitEdit(0, "Two.")])
    assert zipfile.ZipFile(io.BytesIO(out)).read("word/vbaProject.bin") == b"\xd0\xcf macro"


@pytest.mark.parametrize("name", ["a.txt", "a.xlf", "a.pdf", ""])
def test_a_wrong_name_does_not_hide_what_a_file_is(name: str) -> None:
    assert detect(tables(TRADOS), name).id == "docx-table"
    assert detect(tables(table(("a", "b"))), name).id == "docx"
    assert detect(pdf([(60, 700, "One.")]), name).id == "pdf"
