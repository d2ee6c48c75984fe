"""Headings of plain texts are told from paragraphs, in any script."""

import pytest

from reviewer.formats.plain.headings import headings
from reviewer.formats.plain.plain_text import FORMAT
from reviewer.model.segment import Kind

BODY = "The advance of the alliance is stalling: its push into the city has been halted by air strikes for now."
JAPANESE = "船底の四つの電池室には、合わせて約3千個の電池が収まる。両港の岸壁に設けた充電設備を使う。"
ARABIC = "بعد ثلاث سنوات من العمل، أُعيد يوم الأحد افتتاح ميناء الصيادين في مدينة صور جنوب لبنان؟"


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (["Fighting moves to Hama", BODY, "Iranian generals already sent", BODY], {0: 1, 2: 2}),
        (["We were forced to retreat.", BODY], {}),
        (["He said:", BODY], {}),
        (["“Never again!”", BODY], {}),
        (["apples", "pears", "plums"], {}),
        (["A last line without a stop"], {}),
        (
            [
                "充電は20分",
                JAPANESE,
            ],
            {0: 1},
        ),
        (
            [
                "صور تستعيد ميناء الصيادين",
                ARABIC,
            ],
            {0: 1},
        ),
    ],
)
def test_headings(texts: list[str], found: dict[int, int]) -> None:
    assert headings(texts) == found


def test_plain_text_says_which_paragraphs_are_headings() -> None:
    units = FORMAT.read(f"Fighting moves to Hama\n{BODY}\n".encode(), {}).units
    assert [(u.kind, u.level) for u in units] == [(Kind.HEADING, 1), (Kind.PARAGRAPH, 0)]
