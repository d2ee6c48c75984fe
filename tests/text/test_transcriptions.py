"""Foreign names are heard in the characters by which Chinese writes their sound, in either script, and only there."""

import pytest

from reviewer.text.sounds.chinese_scripts import simplified
from reviewer.text.sounds.transcriptions import transcription


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("spielberg", "导演斯皮尔伯格获奖", "斯皮尔伯格"),
        ("hemingway", "海明威写的小说", "海明威"),  # no silent letter is missed
        ("djokovic", "德约科维奇夺冠", "德约科维奇"),
        ("goddard", "航天局戈达德的研究组", "戈达德"),  # doubled letters are one sound
        ("churchill", "首相丘吉尔说", "丘吉尔"),  # ch is no k
        ("arafat", "阿拉法特訪問開羅", "阿拉法特"),
        ("eisenhower", "艾森豪威爾總統", "艾森豪威爾"),  # traditional characters
        ("chekhov", "契诃夫的戏剧", "契诃夫"),  # characters that no place is written with
    ],
)
def test_a_name_is_heard_where_it_stands(name: str, text: str, found: str) -> None:
    likely, at = transcription(name, text)
    assert likely > 0.65
    assert at is not None
    assert at.of(text) == found


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("jagaran", "陈光明得知消息，立即到现场查看"),  # words, read alike by chance
        ("spielberg", "导演斯蒂芬森获奖"),
        ("merkel", "默多克说"),
        ("brexit", "德国海军试图拦截这场运输"),
        ("", "默克尔"),
    ],
)
def test_another_name_is_not(name: str, text: str) -> None:
    assert transcription(name, text)[0] < 0.4


def test_traditional_characters_become_simplified_ones_one_by_one() -> None:
    assert simplified("聖地牙哥的灘，Long Beach 長灘") == "圣地牙哥的滩，Long Beach 长滩"
    assert simplified("约翰") == "约翰"
