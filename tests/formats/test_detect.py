"""The right format is found, and what none reads is refused with a way out."""

import pytest

from reviewer.formats.detect import by_id, detect
from reviewer.model.errors import InputError


def test_text_is_plain_text_whatever_its_name() -> None:
    assert detect(b"Some words.\n", "story.bin").id == "txt"
    assert detect("Wörter".encode("utf-16"), "").id == "txt"


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
    ],
)
def test_what_cannot_be_read_is_named(data: bytes, way_out: str) -> None:
    with pytest.raises(InputError, match=way_out):
        detect(data, "story.txt")


def test_format_is_found_by_id() -> None:
    assert by_id("txt").title == "Plain text"
    with pytest.raises(InputError, match="Install"):
        by_id("wordstar")
