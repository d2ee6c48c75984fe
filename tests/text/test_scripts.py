"""Scripts of characters and texts."""

import pytest

from reviewer.text.scripts import dominant, script_of, scripts_of


@pytest.mark.parametrize(
    ("char", "script"),
    [
        ("a", "Latn"), ("ß", "Latn"), ("ж", "Cyrl"), ("ع", "Arab"), ("א", "Hebr"), ("漢", "Hani"), ("ひ", "Hira"),
        ("カ", "Kana"), ("한", "Hang"), ("ह", "Deva"), ("ก", "Thai"), ("1", ""), (" ", ""), ("。", ""), ("𠮷", "Hani"),
    ],
)  # fmt: skip
def test_a_character_belongs_to_a_script(char: str, script: str) -> None:
    assert script_of(char) == script


def test_the_most_frequent_script_stands_first() -> None:
    assert scripts_of("Ванна by IKEA") == {"Latn": 6, "Cyrl": 5}


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("Der NATO-Gipfel", "Latn"),
        ("東京都知事選挙の結果", "Jpan"),
        ("北京市政府公告", "Hani"),
        ("대통령(大統領)은", "Kore"),
        ("iPhone を買う人々が増えている", "Jpan"),
        ("12 %", ""),
        ("", ""),
    ],
)
def test_a_text_is_written_in_its_dominant_script(text: str, script: str) -> None:
    assert dominant(text) == script
