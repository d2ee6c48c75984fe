"""A text is set by its own language, on the baselines of the text beside it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo
from pytestqt.qtbot import QtBot

from reviewer.model.segment import Kind
from reviewer.ui.look.fonts import face


@pytest.mark.parametrize("language", ["ar", "he", "fa", "ur", "yi", "ps"])
def test_right_to_left_languages_run_so(qtbot: QtBot, language: str) -> None:
    assert face(language, "en", 16).direction is Qt.LayoutDirection.RightToLeft
    assert face("en", language, 16).direction is Qt.LayoutDirection.LeftToRight


@pytest.mark.parametrize(("one", "other"), [("ar", "en"), ("ja", "de"), ("th", "ar"), ("en", "fr"), ("bo", "en")])
@pytest.mark.parametrize("kind", [Kind.PARAGRAPH, Kind.HEADING])
def test_both_sides_share_their_baselines(qtbot: QtBot, one: str, other: str, kind: Kind) -> None:
    first, second = face(one, other, 16, kind, 1), face(other, one, 16, kind, 1)
    assert (first.pitch, first.baseline) == (second.pitch, second.baseline)


def test_latin_stands_at_one_and_a_half_lines(qtbot: QtBot) -> None:
    assert face("en", "de", 16).pitch == round(16 * 1.45)


def test_headings_are_larger_and_bold(qtbot: QtBot) -> None:
    heading, text = face("en", "de", 16, Kind.HEADING, 1), face("en", "de", 16)
    assert heading.size > text.size
    assert heading.font.bold()
    assert not text.font.bold()


def test_chinese_and_japanese_have_fonts_of_their_own(qtbot: QtBot) -> None:
    families = {language: face(language, "en", 16).font.families()[0] for language in ("ja", "ko", "zh", "zh-TW")}
    assert len(set(families.values())) == 4


def test_urdu_does_not_take_the_font_that_qt_sets_wrongly(qtbot: QtBot) -> None:
    assert QFontInfo(face("ur", "en", 16).font).family() != "Noto Nastaliq Urdu"
