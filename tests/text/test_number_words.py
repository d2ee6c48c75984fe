import pytest

from reviewer.text.figures.lexis import WORD, lexis
from reviewer.text.figures.number_words import spelt

SPELT = [
    ("en", "twenty-three", 23),
    ("en", "one hundred and two", 102),
    ("en", "three million two hundred thousand and five", 3_200_005),
    ("en", "two dozen", 24),
    ("en", "tens of thousands", 10_000),
    ("de", "zweihundertfünfzigtausend", 250_000),
    ("de", "einundzwanzig", 21),
    ("de", "drei Millionen", 3e6),
    ("fr", "quatre-vingt-dix-sept", 97),
    ("fr", "soixante et onze", 71),
    ("fr", "quatre-vingt mille", 80_000),
    ("es", "mil millones", 1e9),
    ("es", "treinta y uno", 31),
    ("it", "duecentomila", 200_000),
    ("pt", "cento e vinte e três", 123),
    ("nl", "tweehonderdvijftig", 250),
    ("sv", "tjugofem", 25),
    ("ru", "двадцать первого", 21),
    ("ru", "пяти тысяч двухсот", 5200),
    ("pl", "dwudziestu pięciu", 25),
    ("cs", "dvacet pět tisíc", 25_000),
    ("uk", "п’ятдесят два", 52),
    ("fi", "kaksikymmentäviisi", 25),
    ("hu", "háromszáznegyven", 340),
    ("tr", "yirmi beş bin", 25_000),
    ("ar", "خمسة وأربعين ألف", 45_000),
    ("he", "עשרים וחמישה", 25),
    ("hi", "दो लाख", 200_000),
    ("hi", "साढ़े तीन लाख", 350_000),
    ("hi", "पौने दो", 1.75),
    ("hi", "पांच हजार", 5_000),
    ("hi", "पाँच हज़ार", 5_000),
    ("ur", "پچیس ہزار", 25_000),
    ("ur", "سوا لاکھ", 125_000),
    ("bn", "পঁচিশ হাজার", 25_000),
    ("bn", "সাড়ে তিন কোটি", 35_000_000),
    ("cs", "pětadvacet", 25),
    ("sk", "dvadsaťpäť", 25),
    ("sl", "petindvajset", 25),
    ("ro", "şaizeci şi doi", 62),
    ("es", "ciento veintitrés", 123),
    ("es", "dos mil ciento once", 2111),
    ("vi", "hai mươi lăm", 25),
    ("id", "dua puluh lima ribu", 25_000),
]


@pytest.mark.parametrize(("lang", "text", "value"), SPELT)
def test_a_number_in_words_has_its_value(lang: str, text: str, value: float) -> None:
    tables = lexis(lang)
    words = [tables.fold_word(word) for word in WORD.findall(text)]
    found = spelt(words, 0, [True] * len(words), tables)
    assert found is not None
    assert (found.value, found.words) == (value, len(words))


ORDINALS = [
    ("cs", "dvacátého prvního", 21),
    ("cs", "osmnáctém", 18),
    ("cs", "jednadvacátém", 21),
    ("sk", "dvadsiateho prvého", 21),
    ("sk", "piatej", 5),
    ("uk", "двадцять першого", 21),
    ("uk", "п’ятій", 5),
    ("sl", "enaindvajsetega", 21),
    ("sl", "petem", 5),
    ("ro", "douăzeci și unulea", 21),
    ("ro", "cincea", 5),
    ("pl", "dwudziestego pierwszego", 21),
    ("hi", "इक्कीसवीं", 21),
    ("ur", "پانچویں", 5),
    ("bn", "পঞ্চম", 5),
]


@pytest.mark.parametrize(("lang", "text", "value"), ORDINALS)
def test_an_ordinal_in_words_has_its_value(lang: str, text: str, value: float) -> None:
    tables = lexis(lang)
    words = [tables.fold_word(word) for word in WORD.findall(text)]
    found = spelt(words, 0, [True] * len(words), tables)
    assert found is not None
    assert (found.value, found.words, found.ordinal) == (value, len(words), True)


@pytest.mark.parametrize("lang", ["bn", "ur"])
def test_every_number_to_a_hundred_is_one_word_of_its_own(lang: str) -> None:
    words = lexis(lang).table["spellout"]["cardinal"][:101]
    assert len(set(words)) == 101
    assert all(lexis(lang).numbers[lexis(lang).fold(word)].value == n for n, word in enumerate(words[:100]))


def test_two_numbers_side_by_side_stay_two() -> None:
    found = spelt(["two", "three"], 0, [True, True], lexis("en"))
    assert found is not None
    assert found.value == 2


def test_an_unknown_language_has_no_number_words() -> None:
    assert spelt(["two"], 0, [True], lexis("xx")) is None
