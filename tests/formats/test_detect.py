"""The right format is found, and what none reads is refused with a way out."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.formats.detect import by_id, detect
from reviewer.formats.format import Format, all_formats
from reviewer.model.errors import InputError


def test_text_is_plain_text_whatever_its_name() -> None:
    assert detect(b"Some words.\n", "story.bin").id == "txt"
    assert detect("Wörter".encode("utf-16"), "").id == "txt"


@pytest.mark.parametrize(
    ("data", "format"),
    [
        (b"<p>One.</p>", "html"),
        (b"---\ntitle: A page\n---\n<p>One.</p>", "html"),
        (b"<Anna> Hello!\n<Bert> Hi.\n", "txt"),
        (b"<3 for all of you", "txt"),
        (b'<?xml version="1.0"?><article><title>Word</title></article>', "xml"),
        (b"<!DOCTYPE book SYSTEM 'book.dtd'>\n<book><p>Word</p></book>", "xml"),
        ('<root xmlns="urn:x"><p>Wort</p></root>'.encode("utf-16"), "xml"),
        (b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body/></html>', "html"),
        (b'<?xml version="1.0"?><resources><string name="a">A</string></resources>', "android"),
        (b'<?xml version="1.0"?><tmx version="1.4"><body/></tmx>', "tmx"),
        (b'<?xml version="1.0"?><xliff version="1.2"><file/></xliff>', "xliff1"),
        (b'<?xml version="1.0"?><!DOCTYPE TS><TS version="2.1"/>', "ts"),
    ],
)
def test_what_begins_like_markup_is_told_apart(data: bytes, format: str) -> None:
    assert detect(data, "page.html" if format == "html" else "chat.txt").id == format


@pytest.mark.parametrize(
    ("data", "way_out"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(40), "picture"),
        (rb"{\rtf1\ansi text}", "Save it as DOCX"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "Save it as DOCX"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
            "password",
        ),
        (b"\x1f\x8b\x08\x00" + bytes(30), "Unpack"),
        (bytes(500), "known format"),
        (b'<?xml version="1.0"?><martif type="TBX"><text/></martif>', "termbase"),
        (b'<?xml version="1.0"?><tbx type="TBX-Basic"><text/></tbx>', "termbase"),
    ],
)
def test_what_cannot_be_read_is_named(data: bytes, way_out: str) -> None:
    with pytest.raises(InputError, match=way_out):
        detect(data, "story.txt")


def test_format_is_found_by_id() -> None:
    assert by_id("txt").title == "Plain text"
    with pytest.raises(InputError, match="Install"):
        by_id("wordstar")


def test_the_version_of_a_vocabulary_inside_is_not_that_of_xliff() -> None:
    head = '<?xml version="1.0"?><xliff xmlns:its="x" its:version="2.0" version="1.2"><file/></xliff>'
    assert detect(head.encode(), "a.xlf").id == "xliff1"


_PIECES = [
    *"ab.,:;-\"'/*#!%({[<=> \t\n\r1é中\u2029",
    "-->",
    "msgid ",
    "WEBVTT",
    "---\n",
    "<p>",
    "key.word=",
    '"k" = "v";',
    "00:00:01,5",
]


@given(st.lists(st.sampled_from(_PIECES), max_size=12).map("".join), st.sampled_from(["utf-8", "utf-16"]))
def test_a_text_is_told_at_once_only_where_no_other_format_is_surer(text: str, encoding: str) -> None:
    data = text.encode(encoding)
    assert _detected(data, None) == _detected(data, all_formats())


def _detected(data: bytes, formats: Sequence[Format] | None) -> str:
    try:
        return detect(data, "story.txt", formats).id
    except InputError as error:
        return str(error)
