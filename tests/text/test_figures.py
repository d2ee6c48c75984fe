"""What is read out of running text, and from where."""

import pytest

from reviewer.text.figures.quantity import Weight
from reviewer.text.figures.reading import figures, implied
from reviewer.text.figures.units import agrees, convert


def quantities(text: str, lang: str) -> list[tuple[str, float]]:
    return [(quantity.span.of(text), quantity.value) for quantity in figures(text, lang).quantities]


@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        ("en", "The project cost $2.5 million in 2019.", [("2.5 million", 2.5e6), ("2019", 2019)]),
        ("de", "1,2 Billionen Euro und 5 Mio. Dollar", [("1,2 Billionen", 1.2e12), ("5 Mio", 5e6)]),
        ("es", "2 mil millones de personas", [("2 mil millones", 2e9)]),
        ("pl", "1,4 mld zł dla 5 tys. osób", [("1,4 mld", 1.4e9), ("5 tys", 5000)]),
        ("ja", "３億５千万円と9.1万人", [("３億５千万", 350e6), ("9.1万", 91000)]),
        ("zh", "二十三人和400万元", [("二十三", 23), ("400万", 4e6)]),
        ("hi", "लगभग 1 करोड़ लोगों ने", [("1 करोड़", 1e7)]),
        ("ar", "٣٫٥ مليون", [("٣٫٥ مليون", 3.5e6)]),
        ("ru", "в XIX веке", [("XIX", 19)]),
        ("ko", "3만5천 명과 12억3천만원", [("3만5천", 35_000), ("12억3천만", 1.23e9)]),
        ("ko", "1조 2000억원, 5백만 달러", [("1조 2000억", 1.2e12), ("5백만", 5e6)]),
        ("ko", "3만 명이 5개월 동안", [("3만", 30_000), ("5", 5)]),
        ("it", "nel Quattrocento e nell’Ottocento", [("Quattrocento", 15), ("nell’Ottocento", 19)]),
        ("it", "quattrocento persone", [("quattrocento", 400)]),
        ("es", "el tanto por ciento", []),
        ("ro", "secolul al 21-lea", [("21", 21)]),
        ("hi", "21वीं सदी", [("21", 21)]),
        ("en", "a day without any of it", []),
        ("en", "see https://example.org/2024/05", []),
    ],
)
def test_numbers_are_found_with_their_scale(lang: str, text: str, found: list[tuple[str, float]]) -> None:
    assert quantities(text, lang) == found


@pytest.mark.parametrize(
    ("lang", "text", "reading"),
    [
        ("en-US", "on 3/5/2024", (2024, 3, 5)),
        ("en-GB", "on 3/5/2024", (2024, 5, 3)),
        ("de", "am 5.3.2024", (2024, 3, 5)),
        ("sv", "den 2024-03-05", (2024, 3, 5)),
        ("en", "May 3rd, 2018", (2018, 5, 3)),
        ("ru", "25 января 2020 года", (2020, 1, 25)),
        ("pl", "17 września 2019 r.", (2019, 9, 17)),
        ("ar", "5 كانون الثاني 2020", (2020, 1, 5)),
        ("hu", "2020. március 5-én", (2020, 3, 5)),
        ("ja", "令和２年５月３日", (2020, 5, 3)),
        ("zh", "2020年5月3日", (2020, 5, 3)),
        ("ko", "2020년 5월 3일", (2020, 5, 3)),
        ("fi", "maaliskuussa 2020", (2020, 3, 0)),
        ("tr", "5 Mart 2020'de", (2020, 3, 5)),
        ("cs", "v březnu 2020", (2020, 3, 0)),
    ],
)
def test_dates_are_read_in_the_order_of_the_language(lang: str, text: str, reading: tuple[int, int, int]) -> None:
    (date,) = figures(text, lang).dates
    assert date.readings[0] == reading


@pytest.mark.parametrize(
    ("lang", "text", "minutes"),
    [
        ("en", "at 3:40 p.m.", (940,)),
        ("en", "at 12 a.m.", (0,)),
        ("de", "um 15.30 Uhr", (930,)),
        ("fr", "à 14h30", (870,)),
        ("ja", "午後３時半", (930,)),
        ("zh", "下午3点15分", (915,)),
        ("en", "at 3 o’clock", (180, 900)),
        ("sv", "kl. 9.30", (570, 1290)),
        ("ko", "오후 3시", (900,)),
        ("en", "until half past nine in the evening", (1290,)),
        ("de", "bis halb zehn", (570, 1290)),
        ("pl", "wpół do dziesiątej", (570, 1290)),
        ("fr", "à neuf heures et demie du soir", (1290,)),
        ("es", "a las nueve menos cuarto de la noche", (1245,)),
        ("uk", "о пів на десяту вечора", (1290,)),
        ("tr", "akşam saat sekizde", (1200,)),
        ("tr", "akşam saat 8.30'da", (1230,)),
        ("ar", "في الساعة الثانية والنصف صباحا", (150,)),
        ("fa", "ساعت دو و نیم بعدازظهر", (870,)),
        ("hi", "सुबह साढ़े पाँच बजे", (330,)),
        ("hi", "रात 11:30 बजे", (1410,)),
        ("hi", "रात 2 बजे", (120,)),
        ("ko", "오후 2시 30분께", (870,)),
        ("ko", "새벽 세 시 반", (210,)),
    ],
)
def test_times_of_day(lang: str, text: str, minutes: tuple[int, ...]) -> None:
    (clock,) = figures(text, lang).clocks
    assert clock.minutes == minutes


def test_the_first_of_a_range_shares_scale_and_unit() -> None:
    first, last = figures("5 to 7 million euros", "en").quantities
    assert 5e6 in first.readings
    assert first.money == last.money == {"EUR"}


def test_words_with_another_meaning_only_support() -> None:
    assert [q.weight for q in figures("sieben", "de").quantities] == [Weight.HINT]
    assert [q.weight for q in figures("sieben Jahre", "de").quantities] == [Weight.WORD]
    assert 2 in implied("both of them", "en")


def test_conversions() -> None:
    assert convert(6, "foot", "meter") == pytest.approx(1.8288)
    assert convert(100, "celsius", "fahrenheit") == pytest.approx(212)
    assert convert(1, "foot", "kilogram") is None
    assert agrees(1.8288, 1.83, 3)
    assert agrees(32.187, 30, 1)
    assert not agrees(32.187, 20, 1)
    assert not agrees(32.187, 35, 2)


@pytest.mark.parametrize(
    ("lang", "word", "value", "unit"),
    [
        ("de", "zwölfjährige", 12, "year"),
        ("de", "fünfundzwanzigjähriger", 25, "year"),
        ("nl", "twaalfjarige", 12, "year"),
        ("sv", "femtonåring", 15, "year"),
        ("pl", "dwugodzinne", 2, "hour"),
        ("cs", "třídenní", 3, "day"),
        ("ru", "двадцатипятилетний", 25, "year"),
        ("ru", "двухчасовой", 2, "hour"),
        ("uk", "п’ятиденного", 5, "day"),
        ("hu", "kétórás", 2, "hour"),
        ("it", "diciottenne", 18, "year"),
    ],
)
def test_numbers_joined_with_what_they_count(lang: str, word: str, value: float, unit: str) -> None:
    (quantity,) = figures(word, lang).quantities
    assert quantity.value == value
    assert quantity.units == {unit}
    assert word.startswith(quantity.span.of(word))


@pytest.mark.parametrize(
    ("lang", "word"), [("de", "Einjähriges"), ("pl", "letnie"), ("ru", "летний"), ("en", "annual")]
)
def test_what_only_looks_like_a_joined_number_does_not_accuse(lang: str, word: str) -> None:
    assert all(quantity.value == 1 for quantity in figures(word, lang).quantities)


def test_parts_of_a_percentage_point() -> None:
    (half,) = (
        quantity for quantity in figures("med en halv procentenhet 2024", "sv").quantities if quantity.value == 0.5
    )
    assert half.units == {"percentage-point"}


@pytest.mark.parametrize(
    ("lang", "text", "parts"),
    [
        ("en", "Half of the schools and two thirds of the roads", [0.5, 2 / 3]),
        ("en", "in the first half of the year, a third man", []),
        ("en", "one in five pupils", [0.2]),
        ("de", "jeder fünfte Schüler und die Hälfte der Lehrer", [0.2, 0.5]),
        ("de", "in der zweiten Hälfte", []),
        ("tr", "öğrencilerin dörtte biri", [0.25]),
        ("ja", "有権者の3分の2", [2 / 3]),
        ("ko", "3분의 1과 절반", [1 / 3, 0.5]),
    ],
)
def test_parts_of_one_in_words(lang: str, text: str, parts: list[float]) -> None:
    assert [part.value for part in figures(text, lang).fractions] == pytest.approx(parts)


def test_points_are_of_per_cents_beside_them() -> None:
    points, percent = figures("Support fell by 4 points to 21 percent.", "en").quantities
    assert [*points.units, *percent.units] == ["percentage-point", "percent"]
    (score,) = figures("She scored 25 points.", "en").quantities
    assert not score.units
