"""Tables: columns told by their headings, by choice, or by their contents."""

import pytest

from reviewer.formats.format import UnitEdit
from reviewer.formats.tables.columns import choose, letters_of, number_of
from reviewer.formats.tables.delimited import FORMAT
from reviewer.model.errors import InputError


def texts(data: str, **options: str) -> list[tuple[str | None, str]]:
    return [(unit.source, unit.text) for unit in FORMAT.read(data.encode(), options).units]


def written(data: str, *edits: UnitEdit, **options: str) -> str:
    return FORMAT.write(data.encode(), options, edits).decode()


@pytest.mark.parametrize(
    ("header", "source", "target", "id", "languages"),
    [
        (["id", "source", "target"], 1, 2, 0, (None, None)),
        (["en", "de-AT"], 0, 1, None, ("en", "de-AT")),
        (["Key", "Comment", "Source text", "Translation"], 2, 3, 0, (None, None)),
        (["Zieltext", "Quelltext"], 1, 0, None, (None, None)),
    ],
)
def test_headings_tell_the_columns(
    header: list[str], source: int, target: int, id: int | None, languages: tuple[str | None, str | None]
) -> None:
    columns = choose([header, ["a"] * len(header)], {})
    assert columns is not None
    assert (columns.source, columns.target, columns.id, columns.header) == (source, target, id, True)
    assert columns.languages == languages


def test_columns_are_chosen_by_number_letter_or_heading() -> None:
    table = "x,Text,Note,Übersetzt\n1,eins,zwei,drei\n"
    for target in ("4", "D", "übersetzt"):
        assert texts(table, source="Text", target=target) == [("eins", "drei")]
    with pytest.raises(InputError, match="“Text”, “Note”"):
        texts(table, target="Nirgends")


def test_two_columns_of_text_are_taken_with_a_warning() -> None:
    content = FORMAT.read(b"1,ein Haus,a house\n2,ein Hund,a dog\n", {})
    assert [(u.source, u.text) for u in content.units] == [("ein Haus", "a house"), ("ein Hund", "a dog")]
    assert "choose others" in content.warnings[0]


def test_table_in_one_language_gives_every_cell() -> None:
    content = FORMAT.read(b"word\nhouse\n12\ndog\n", {})
    assert not content.bilingual
    assert [unit.text for unit in content.units] == ["word", "house", "dog"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiter_is_found(delimiter: str) -> None:
    table = f"source{delimiter}target\neins, zwei{delimiter}one\ndrei{delimiter}three\n".replace(
        "eins, zwei", '"eins, zwei"' if delimiter == "," else "eins, zwei"
    )
    assert texts(table) == [("eins, zwei", "one"), ("drei", "three")]


def test_quotation_marks_come_where_a_text_needs_them() -> None:
    table = "source,target\r\neins,one\r\n"
    assert written(table, UnitEdit(0, 'one, "two"')) == 'source,target\r\neins,"one, ""two"""\r\n'
    assert written(table, UnitEdit(0, "one\ntwo")) == 'source,target\r\neins,"one\r\ntwo"\r\n'


def test_short_row_gets_the_cell_it_lacks() -> None:
    assert written("source;note;target\neins;;one\nzwei\n", UnitEdit(1, "two")).endswith("\nzwei;;two\n")


def test_stray_quotation_mark_is_text() -> None:
    assert texts('source;target\n5" Rohr;"5" tube\nzwei;two\n') == [('5" Rohr', '"5" tube'), ("zwei", "two")]


def test_letters_and_numbers_of_columns() -> None:
    for number in (0, 25, 26, 701, 702, 16383):
        assert number_of(letters_of(number)) == number
    assert letters_of(16383) == "XFD"
