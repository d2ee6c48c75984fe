"""E-books: chapters in reading order, each written back alone."""

import io
import zipfile

import pytest

from reviewer.formats.format import UnitEdit, UnitInsert
from reviewer.formats.web.epub import FORMAT
from reviewer.model.errors import InputError
from tests.formats.package_samples import book
from tests.formats.sample import zipped

BOOK = zipped(book())


def test_an_edit_changes_its_chapter_and_no_other_part() -> None:
    out = FORMAT.write(BOOK, {}, [UnitEdit(5, "Ein See.")], [UnitInsert(5, "Neu")])
    before, after = (zipfile.ZipFile(io.BytesIO(data)) for data in (BOOK, out))
    changed = [name for name in before.namelist() if before.read(name) != after.read(name)]
    assert changed == ["OPS/text/a b.xhtml"]
    assert b"<p>Ein See.</p>\n<p>Neu</p>" in after.read(changed[0])


def test_language_is_that_of_the_book() -> None:
    assert FORMAT.read(BOOK, {}).languages == ("de", None)


def test_a_protected_book_is_refused() -> None:
    encryption = '<encryption><CipherReference URI="OPS/text/b.xhtml"/></encryption>'
    with pytest.raises(InputError, match="protected against copying"):
        FORMAT.read(zipped({**book(), "META-INF/encryption.xml": encryption}), {})
