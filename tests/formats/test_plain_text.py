"""Plain text: what is a paragraph, and that all else comes back as it was."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.formats.format import UnitEdit, UnitInsert
from reviewer.formats.plain import plain_text
from reviewer.formats.plain.plain_text import FORMAT
from reviewer.model.errors import InputError


def texts(data: bytes, **options: str) -> list[str]:
    return [unit.text for unit in FORMAT.read(data, options).units]


def edited(data: bytes, index: int, text: str, **options: str) -> bytes:
    return FORMAT.write(data, FORMAT.read(data, options).options, [UnitEdit(index, text)])


def inserted(data: bytes, after: int, text: str) -> bytes:
    return FORMAT.write(data, FORMAT.read(data, {}).options, [], [UnitInsert(after, text)])


WRAPPED = (
    "Die Bundesregierung hat am Mittwoch in Berlin\n"
    "beschlossen, dass die Gemeinden im kommenden\n"
    "Jahr mehr Geld bekommen.\n"
    "\n"
    "Der Beschluss muss noch durch den Bundestag,\n"
    "der im Herbst darüber beraten wird.\n"
)


def test_one_paragraph_a_line() -> None:
    assert texts("Überschrift\nErster Absatz.\n\n  \nZweiter Absatz.".encode()) == [
        "Überschrift",
        "Erster Absatz.",
        "Zweiter Absatz.",
    ]


def test_wrapped_lines_make_one_paragraph() -> None:
    found = texts(WRAPPED.encode())
    assert len(found) == 2
    assert found[1] == "Der Beschluss muss noch durch den Bundestag,\nder im Herbst darüber beraten wird."


def test_headline_and_byline_are_not_taken_for_a_wrapped_paragraph() -> None:
    story = "Ein Fluss kehrt zurück\nVon unserer Redakteurin\n\n" + "Der Fluss steigt. " * 20 + "\n\nEr fällt wieder."
    assert len(texts(story.encode())) == 4


def test_layout_can_be_chosen() -> None:
    assert len(texts(WRAPPED.encode(), layout="line")) == 5


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("last", ["", "\n"])
def test_bytes_around_an_edit_stay(encoding: str, newline: str, last: str) -> None:
    text = "Größe\n\nالنص العربي\n日本語の文\n" + "Schluss" + last
    data = text.replace("\n", newline).encode(encoding)
    expected = text.replace("النص العربي", "نص").replace("\n", newline).encode(encoding)
    assert FORMAT.write(data, {}, []) == data
    assert texts(data) == ["Größe", "النص العربي", "日本語の文", "Schluss"]
    assert edited(data, 1, "نص") == expected


def test_mixed_line_ends_stay_and_are_reported() -> None:
    data = b"one\r\ntwo\nthree\rfour"
    assert FORMAT.read(data, {}).options["newline"] == "mixed"
    assert edited(data, 2, "3") == b"one\r\ntwo\n3\rfour"


def test_line_break_in_a_wrapped_paragraph_becomes_the_files_own() -> None:
    data = WRAPPED.replace("\n", "\r\n").encode()
    out = edited(data, 1, "Der Beschluss\nkommt.")
    assert out.endswith(b"bekommen.\r\n\r\nDer Beschluss\r\nkommt.\r\n")


def test_unchanged_text_keeps_its_odd_line_ends() -> None:
    data = b"wrapped line number one of all\r\nwrapped line number two of all\nthree\n\nwrapped\n"
    unit = FORMAT.read(data, {"layout": "blank"}).units[0]
    assert unit.text.count("\n") == 2
    assert edited(data, 0, unit.text, layout="blank") == data


@pytest.mark.parametrize("odd", ["\u0085", "\u2028", "\x0b", "\u00a0"])
def test_odd_white_space_is_text(odd: str) -> None:
    assert texts(f"one{odd}two\nthree".encode()) == [f"one{odd}two", "three"]


@pytest.mark.parametrize("odd", ["\f", "\u2029", "\n\f"])
def test_page_and_paragraph_separators_end_a_paragraph(odd: str) -> None:
    data = f"one{odd}two\nthree".encode()
    assert texts(data) == ["one", "two", "three"]
    assert edited(data, 1, "2") == f"one{odd}2\nthree".encode()


def test_legacy_encoding_is_found_and_kept() -> None:
    text = "Die größte Überraschung für die Zuschauer war das Ende.\nEs gab für alle Gäste schöne Grüße.\n"
    data = text.encode("windows-1252")
    content = FORMAT.read(data, {})
    assert content.units[0].text == text.split("\n")[0]
    assert edited(data, 1, "Für alle „schön“.") == data.splitlines(True)[0] + "Für alle „schön“.\n".encode("cp1252")


def test_character_the_encoding_lacks_is_named() -> None:
    data = "Größe\n".encode("windows-1252")
    with pytest.raises(InputError, match=r"“č” \(U\+010D LATIN SMALL LETTER C WITH CARON\).*UTF-8"):
        edited(data, 0, "für č", encoding="windows-1252")


def test_chosen_encoding_wins_and_a_wrong_one_is_refused() -> None:
    data = "Привет\n".encode("koi8-r")
    assert texts(data, encoding="koi8-r") == ["Привет"]
    with pytest.raises(InputError, match="line 1"):
        texts(data, encoding="utf-8")
    with pytest.raises(InputError, match="no encoding named “klingon”"):
        texts(data, encoding="klingon")


def test_bytes_that_decode_alike_are_not_touched() -> None:
    # cp932 has two codes for ∵: 81 E6 and 87 9A; only the first is what encoding gives.
    line = b"\x87\x9a\x93\xfa\x96\x7b"
    data = line + b"\r\n" + line + b"\r\n"
    out = edited(data, 1, "日", encoding="cp932")
    assert out == line + b"\r\n" + "日".encode("cp932") + b"\r\n"


@pytest.mark.parametrize("data", [b"\x00\x01\x02\x03\x00" * 50, bytes(range(256)) * 4, b"text\x00\xff\xfetext"])
def test_binary_data_is_refused_with_a_sentence(data: bytes) -> None:
    with pytest.raises(InputError, match=r"binary|encoding"):
        FORMAT.read(data, {})


def test_empty_files_have_no_paragraphs_and_take_one() -> None:
    for data in (b"", codecs.BOM_UTF8, b"\n\n"):
        assert texts(data) == []
        assert FORMAT.write(data, {}, []) == data
        assert texts(inserted(data, -1, "new")) == ["new"]


@pytest.mark.parametrize(
    ("data", "after", "expected"),
    [
        (b"a\nb\n", 0, b"a\nNEW\nb\n"),
        (b"a\nb\n", 1, b"a\nb\nNEW\n"),
        (b"a\nb", 1, b"a\nb\nNEW"),
        (b"a\nb\n", -1, b"NEW\na\nb\n"),
        (b"a\r\n\r\nb\r\n", 0, b"a\r\n\r\nNEW\r\n\r\nb\r\n"),
        (b"a\n", 0, b"a\nNEW\n"),
    ],
)
def test_inserted_paragraph_stands_as_its_neighbours_do(data: bytes, after: int, expected: bytes) -> None:
    assert inserted(data, after, "NEW") == expected


@given(
    st.lists(
        st.sampled_from(["Ein Fluss.", "北京。", " ", "\u00a0", "", "\u2028\x85", "\f", "\u2029", "a\r", "Lang " * 40]),
        max_size=12,
    ),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.booleans(),
)
def test_a_file_reads_the_same_in_any_encoding(lines: list[str], newline: str, last: bool) -> None:
    text = newline.join(lines) + newline * last
    expected = FORMAT.read(codecs.BOM_UTF16_LE + text.encode("utf-16-le"), {})
    for mark in (b"", codecs.BOM_UTF8):
        content = FORMAT.read(mark + text.encode(), {})
        assert content.units == expected.units
        assert {**content.options, "encoding": "", "bom": ""} == {**expected.options, "encoding": "", "bom": ""}


def test_a_long_file_is_read_block_by_block(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [f"Zeile {number}: Über „die“ Brücke.{' ' * (number % 3)}" for number in range(200)]
    for block in (1, 7, 64, 1000):
        monkeypatch.setattr(plain_text, "_BLOCK", block)
        for newline in ("\n", "\r\n"):
            assert texts((newline.join(lines) + newline).encode()) == lines
