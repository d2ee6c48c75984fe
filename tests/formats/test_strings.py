"""Files of named strings: keys, notes, and the way a file writes its escapes."""

import pytest

from reviewer.formats.detect import by_id, detect
from reviewer.formats.format import Content, UnitEdit, UnitInsert
from reviewer.model.errors import InputError
from tests.formats.string_samples import ANDROID, ARB, CHROME, JSON, PROPERTIES, STRINGS


def read(format: str, text: str) -> Content:
    return by_id(format).read(text.encode(), {})


def written(format: str, text: str, *edits: UnitEdit) -> str:
    return by_id(format).write(text.encode(), {}, edits).decode()


@pytest.mark.parametrize(
    ("format", "text", "keys"),
    [
        ("json", JSON, ["title", "nested.list[0]", "nested.list[1].deep", "nested.empty", "emoji"]),
        ("json", CHROME, ["hello"]),
        ("arb", ARB, ["open", "count"]),
        ("properties", PROPERTIES, ["title", "long.value", "tab key", "empty"]),
        ("strings", STRINGS, ["title", "menu.open"]),
        (
            "android",
            ANDROID,
            ["app", "hello", "spaces", "html", "none", "files[one]", "files[other]", "days[0]"],
        ),
    ],
)
def test_ids_are_the_keys_that_the_other_language_has_too(format: str, text: str, keys: list[str]) -> None:
    content = read(format, text)
    assert content.keyed
    assert [unit.id for unit in content.units] == keys


def test_a_value_may_begin_with_the_sign_that_follows_a_key() -> None:
    out = written("properties", "title  One\nother=Two\n", UnitEdit(0, "=One"), UnitEdit(1, ": Two"))
    assert [unit.text for unit in read("properties", out).units] == ["=One", ": Two"]


def test_key_used_twice_names_two_units() -> None:
    assert [unit.id for unit in read("json", '{"a": "one", "a": "two"}').units] == ["a", "a#2"]


def test_descriptions_are_notes() -> None:
    assert read("json", CHROME).units[0].note == "Greeting"
    assert read("arb", ARB).units[0].note == "A button"
    assert read("properties", PROPERTIES).units[0].note == "A comment\nAnother"
    assert [unit.note for unit in read("strings", STRINGS).units] == ["Title of the window", "menu"]


def test_language_of_a_bundle() -> None:
    assert read("arb", ARB).languages == ("fr-CA", None)


def test_escapes_beside_an_edit_stay_and_new_ones_follow_the_file() -> None:
    assert '"deux\\n\\u00e9\\/!"' in written("json", JSON, UnitEdit(2, "deux\né/!"))
    escaped = '{"a": "caf\\u00e9"}'
    assert written("json", escaped, UnitEdit(0, "café à 😀")) == '{"a": "caf\\u00e9 \\u00e0 \\ud83d\\ude00"}'
    assert written("json", '{"a": "café"}', UnitEdit(0, "thé")) == '{"a": "thé"}'


def test_property_writes_what_its_encoding_lacks_as_escapes() -> None:
    latin = "a = déjà\n".encode("latin-1")
    out = by_id("properties").write(latin, {}, [UnitEdit(0, "déjà – là")])
    assert out == "a = déjà \\u2013 là\n".encode("latin-1")


def test_marks_inside_a_continued_line_stay() -> None:
    out = written("properties", PROPERTIES, UnitEdit(1, "première troisième"))
    assert "premi\\u00E8re \\\n      " in out


def test_android_apostrophes_and_data_sections() -> None:
    out = written("android", ANDROID, UnitEdit(3, "<i>l'eau</i>"), UnitEdit(4, "d'un"))
    assert "<![CDATA[<i>l\\'eau</i>]]>" in out
    assert '<string name="none">d\\\'un</string>' in out


def test_string_not_to_be_translated_is_locked() -> None:
    with pytest.raises(InputError, match="locked"):
        written("android", ANDROID, UnitEdit(0, "Autre"))


@pytest.mark.parametrize(
    ("format", "text", "says"),
    [
        ("json", '{"a": "b"', "line 1, column 10"),
        ("json", '{"a": b}', "line 1"),
        ("json", "[" * 500, "deep"),
        ("json", '{"a": "b"} x', "should have the end"),
        ("strings", '"a" = "b"\n"c" = "d";', "Line 1"),
        ("android", "<resources><string></resources>", "line 1"),
    ],
)
def test_broken_files_are_refused_with_the_place(format: str, text: str, says: str) -> None:
    with pytest.raises(InputError, match=says):
        read(format, text)


def test_compiled_strings_are_refused_with_a_way_out() -> None:
    with pytest.raises(InputError, match="plutil"):
        by_id("strings").read(b"bplist00\xd1\x01\x02", {})


def test_keys_cannot_be_made_up() -> None:
    for format in ("json", "android"):
        with pytest.raises(InputError, match="needs a"):
            by_id(format).write(b"{}", {}, [], [UnitInsert(-1, "new")])


@pytest.mark.parametrize("value", [" a", "\ta", "a ", "a  b"])
def test_white_space_of_a_property_is_kept(value: str) -> None:
    assert read("properties", written("properties", "a = b\n", UnitEdit(0, value))).units[0].text == value


def test_lines_of_json_are_no_json() -> None:
    assert detect(b'{"a": "b"}\n{"a": "c"}\n', "pairs.jsonl").id == "txt"


@pytest.mark.parametrize("text", ['["', "[1", '{"a":' * 200, "/*" * 20000, '"' + "\\" * 20001])
def test_endless_json_takes_no_endless_time(text: str) -> None:
    with pytest.raises(InputError):
        read("json", text)
