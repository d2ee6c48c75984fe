"""Names in Latin letters are found among the ideographs they are readings or sounds of, and only there."""

import pytest

from reviewer.text.sounds.ideographs import spelt_by, transcribed


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("guangming", "陈光明得知消息", "光明"),
        ("shan", "单先生来了", "单"),  # a surname read otherwise than the word
        ("tsai", "总统蔡英文", "蔡"),  # Wade-Giles
        ("leung", "行政长官梁振英", "梁"),  # Hong Kong
        ("chun-ying", "行政长官梁振英", "振英"),
        ("park", "朴槿惠表示", "朴"),  # Korean
        ("geun-hye", "朴槿惠表示", "槿惠"),
        ("nguyen", "阮富仲表示", "阮"),  # Vietnamese
        ("shinzo", "首相安倍晋三", "晋三"),  # Japanese
    ],
)
def test_a_name_is_spelt_by_the_characters_it_is_a_reading_of(name: str, text: str, found: str) -> None:
    span = spelt_by(name, text, "zh")
    assert span is not None
    assert span.of(text) == found


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("yawatahama", "八幡浜市の港", "八幡浜"),
        ("takano", "高野は黙った", "高野"),
        ("koya", "高野山に登る", "高野"),
        ("ohtani", "大谷は走った", "大谷"),
        ("otani", "大谷は走った", "大谷"),
        ("saitama", "さいたま市で", "さいたま"),
        ("jinping", "習近平国家主席", "近平"),
        ("tokiharu", "時治の家来", "時治"),  # readings that only names have
    ],
)
def test_a_japanese_name_is_spelt_by_any_of_its_readings(name: str, text: str, found: str) -> None:
    span = spelt_by(name, text, "ja")
    assert span is not None
    assert span.of(text) == found


@pytest.mark.parametrize(
    ("name", "text", "lang"),
    [
        ("steinbrueck", "展望未来，许正宇表示乐观", "zh"),
        ("jagaran", "7月17日下午，陈光明得知消息", "zh"),
        ("hachimanhama", "八幡浜市の港", "ja"),  # readings of the characters, but not of the town
        ("songshan", "松山市の会社", "ja"),  # Mandarin
        ("moscow", "喬木村では", "ja"),
        ("kono", "この船にも", "ja"),  # "this"
    ],
)
def test_another_name_is_not(name: str, text: str, lang: str) -> None:
    assert spelt_by(name, text, lang) is None


def test_the_sound_of_a_foreign_name_is_told_from_that_of_ordinary_words() -> None:
    text = "教练米勒没有回答"
    score, span = transcribed("miller", text, "zh")
    assert span is not None
    assert span.of(text) == "米勒"
    assert score > 0.8 > 0.5 > transcribed("steinbrueck", "展望未来，许正宇表示乐观", "zh")[0]
    assert transcribed("srivastava", "昨季、特別指定選手として出場した", "ja") == (0.0, None)


@pytest.mark.parametrize(("name", "text"), [("most", "フランス"), ("matsuura", "ミラー"), ("newman", "デザイナー")])
def test_no_name_is_heard_in_the_midst_of_a_word_in_katakana(name: str, text: str) -> None:
    assert transcribed("nagoya", "ナゴヤドーム", "ja")[0] > 0.9
    assert transcribed(name, text, "ja")[0] < 0.6
