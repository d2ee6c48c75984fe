"""Very common words tell short texts apart in languages that share no letter."""

import pytest

from reviewer.alignment.align import align
from reviewer.alignment.common_words import meanings

ENGLISH = [
    "The war is over.",
    "My mother knows.",
    "Three days ago.",
    "Water and fire.",
    "Why not today?",
    "A new city.",
]


@pytest.mark.parametrize(
    ("lang", "texts"),
    [
        ("zh-Hans", ["战争结束了。", "我母亲知道。", "三天之前。", "水与火。", "今天为什么不？", "一个新城市。"]),
        ("zh-TW", ["戰爭結束了。", "我母親知道。", "三天之前。", "水與火。", "今天為什麼不？", "一個新城市。"]),
        ("ar", ["انتهت الحرب.", "أمي تعرف.", "قبل ثلاثة أيام.", "ماء ونار.", "لماذا لا اليوم؟", "مدينة جديدة."]),
    ],
)
@pytest.mark.parametrize("lost", [1, 2, 3, 4])
def test_a_lost_sentence_is_found(lang: str, texts: list[str], lost: int) -> None:
    links = align(texts, [text for n, text in enumerate(ENGLISH) if n != lost], lang, "en")
    kept = [n for n in range(len(texts)) if n != lost]
    paired = {link.source: link.target for link in links}
    right = sum(paired.get((n,)) == (k,) for k, n in enumerate(kept))
    assert right >= 4


def test_the_table_is_whole() -> None:
    langs = "en de fr es it pt nl sv pl cs ru uk el tr ar he fa hi zh ja ko".split()
    for lang in langs[1:]:
        pairs = meanings("en", lang)
        assert len(pairs) > 170
        assert all(
            words and all(words) and all(word == word.strip() for word in words) for pair in pairs for words in pair
        )
    assert meanings("en", "xx") == meanings("de", "de-AT") == ()
