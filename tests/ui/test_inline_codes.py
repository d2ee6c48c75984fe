"""What stands between tags looks as the tags say."""

from PySide6.QtGui import QFont

from reviewer.model.segment import CODE_BASE, Code, CodeKind
from reviewer.ui.bitext.rows.inline_codes import code_formats

CODES = (
    Code("1", CodeKind.OPEN, "b", "bold"),
    Code("1", CodeKind.CLOSE, "b", "bold"),
    Code("2", CodeKind.OPEN, "i", "italic"),
    Code("2", CodeKind.CLOSE, "i", "italic"),
)
B, B_END, ITALIC, ITALIC_END = (chr(CODE_BASE + number) for number in range(4))


def looks(text: str) -> list[tuple[int, int, bool, bool]]:
    """Start, length in UTF-16 units, bold and italic of each stretch that is not a tag's room."""
    formats = code_formats(text, CODES, 16)
    rooms = {each.start for each in formats if each.length == 2}
    return [
        (each.start, each.length, each.format.fontWeight() == QFont.Weight.Bold, each.format.fontItalic())
        for each in formats
        if each.start not in rooms
    ]


def test_words_between_tags_are_bold_and_italic(qapp: object) -> None:
    assert looks(f"one {B}two {ITALIC}three{ITALIC_END}{B_END} four") == [(6, 4, True, False), (12, 5, True, True)]


def test_a_tag_without_its_other_half_changes_no_look(qapp: object) -> None:
    assert looks(f"one {B}two") == looks(f"one{B_END} two") == []
