"""Bilingual tables in DOCX: columns, states and comments."""

import io
import zipfile

from reviewer.formats.detect import detect
from reviewer.formats.format import UnitEdit
from reviewer.formats.wordprocessing.docx_table import FORMAT
from reviewer.model.segment import State
from tests.formats.package_samples import MEMOQ, TRADOS, table, tables


def document(data: bytes) -> str:
    return zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()


def test_states_of_trados_are_read() -> None:
    units = FORMAT.read(tables(TRADOS), {}).units
    assert [unit.state for unit in units] == [State.TRANSLATED, State.INITIAL, State.NEEDS_WORK]


def test_languages_states_and_comments_of_memoq_are_read() -> None:
    content = FORMAT.read(tables(MEMOQ), {})
    assert content.languages == ("de-AT", "en-GB")
    assert (content.units[0].state, content.units[0].note) == (State.REVIEWED, "A greeting")


def test_a_missing_translation_goes_into_its_empty_cell() -> None:
    data = tables(TRADOS)
    out = FORMAT.write(data, {}, [UnitEdit(1, "The village.")])
    filled = '<w:p w:rsidR="00A"><w:r><w:t>The village.</w:t></w:r></w:p>'
    assert filled in document(out)
    assert document(out).replace(filled, '<w:p w:rsidR="00A"/>') == document(data)


def test_columns_can_be_chosen_by_number() -> None:
    data = tables(table(("x", "Eins", "Un", "One"), ("y", "Zwei", "Deux", "Two")))
    content = FORMAT.read(data, {"source": "2", "target": "4"})
    assert [(unit.source, unit.text) for unit in content.units] == [("Eins", "One"), ("Zwei", "Two")]


def test_an_article_with_a_small_table_of_words_stays_an_article() -> None:
    words = table(("English", "German"), ("river", "Fluss"))
    article = "<w:p><w:r><w:t>Many words of an article that has a table in it as well.</w:t></w:r></w:p>"
    assert detect(tables(words), "a.docx").id == "docx-table"
    assert detect(tables(article + words), "a.docx").id == "docx"
