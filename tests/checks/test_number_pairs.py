"""Numbers, dates, times, units and money into seven directions, and the traps other checkers fall into."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from reviewer.checks.check import Passage, examine
from reviewer.checks.figures.currencies import CHECK as CURRENCIES
from reviewer.checks.figures.dates import CHECK as DATES
from reviewer.checks.figures.number_format import CHECK as NUMBER_FORMAT
from reviewer.checks.figures.numbers import CHECK as NUMBERS
from reviewer.checks.figures.times import CHECK as TIMES
from reviewer.checks.figures.units import CHECK as UNITS
from reviewer.model.finding import Finding
from reviewer.text.reading import Reading

CHECKS = (NUMBERS, DATES, TIMES, UNITS, CURRENCIES, NUMBER_FORMAT)

with Path(__file__).with_name("numbers_pairs.tsv").open(encoding="utf-8", newline="") as file:
    PAIRS = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def findings(source_lang: str, target_lang: str, source: str, target: str) -> list[Finding]:
    passage = Passage("1", Reading(source, source_lang), Reading(target, target_lang))
    return [found for check in CHECKS for found in examine(check, passage) if found.severity.rank]


def test_every_direction_has_right_and_wrong_pairs() -> None:
    counts = Counter((row["source_lang"], row["target_lang"], bool(row["flagged"])) for row in PAIRS)
    assert len(counts) == 14
    assert min(counts.values()) >= 5


def named(row: dict[str, str]) -> str:
    return f"{row['source_lang']}-{row['target_lang']}-{row['flagged'] or 'right'}"


@pytest.mark.parametrize("row", PAIRS, ids=named)
def test_pair(row: dict[str, str]) -> None:
    found = findings(row["source_lang"], row["target_lang"], row["source"], row["target"])
    if not row["flagged"]:
        assert [finding.text for finding in found] == []
        return
    shown = [finding.target_span.of(row["target"]) for finding in found if finding.target_span]
    assert any(row["flagged"].lower() in stretch.lower() for stretch in shown), [f.text for f in found]


@pytest.mark.parametrize("row", [row for row in PAIRS if row["flagged"]], ids=named)
def test_the_first_suggestion_settles_the_finding(row: dict[str, str]) -> None:
    languages = row["source_lang"], row["target_lang"]
    offered = [fix for found in findings(*languages, row["source"], row["target"]) for fix in found.suggestions]
    if not offered:
        assert row["flagged"] == "40"  # a number the source does not have: nothing is known to put there
        return
    start, end = offered[0].span
    mended = row["target"][:start] + offered[0].replacement + row["target"][end:]
    assert [found.text for found in findings(*languages, row["source"], mended)] == []


TRAPS = [
    # centuries, decades, years
    ("fr", "en", "du Xe au XIVe siècle", "from the 10th to the 14th century"),
    ("sv", "en", "på 1800-talet", "in the 19th century"),
    ("en", "sv", "in the 1800s", "på 1800-talet"),
    ("pl", "en", "lata dwudzieste XX wieku", "the 1920s"),
    ("en", "es", "in the nineties", "en los años 90"),
    ("es", "en", "el siglo XXI", "the 21st century"),
    ("de", "en", "die 1. Runde", "the 1st round"),
    ("de", "en", "in den 90er-Jahren", "in the 1990s"),
    ("zh", "en", "20世纪90年代", "the 1990s"),
    ("ko", "en", "오전 3시 20분께 불이 났다.", "The fire broke out at about 3:20 a.m."),
    ("en", "uk", "in 1932-1933", "у 1932-33 роках"),
    ("ja", "en", "明治２８年に建てられた。", "It was built in 1895."),
    ("th", "en", "พ.ศ. 2563", "in 2020"),
    ("it", "en", "la pittura del Quattrocento", "painting in the 15th century"),
    ("it", "en", "nei primi anni del Novecento", "in the early 1900s"),
    ("en", "it", "in the 19th century", "nell'Ottocento"),
    ("cs", "en", "na počátku dvacátého prvního století", "at the start of the 21st century"),
    ("en", "ro", "in the 21st century", "în secolul al douăzeci și unulea"),
    ("en", "uk", "on the fifth day", "на п’ятий день"),
    ("en", "bn", "25 people were killed", "পঁচিশ জন নিহত"),
    ("en", "ur", "25 people were killed", "پچیس افراد ہلاک"),
    ("en", "ko", "35,000 people gathered", "3만5천명이 모였다"),
    ("en", "ko", "35,000 people gathered", "삼만오천 명이 모였다"),
    ("en", "hi", "350,000 people", "साढ़े तीन लाख लोग"),
    ("en", "es", "120 people", "ciento veinte personas"),
    # scores, ratios, names that hold digits
    ("de", "en", "Bayern gewann 3:1.", "Bayern won 3-1."),
    ("zh", "en", "中国队3比0获胜。", "China won 3-0."),
    ("en", "fr", "in the post-9/11 world", "dans le monde d'après le 11 septembre"),
    ("en", "de", "open 24/7", "rund um die Uhr geöffnet"),
    ("zh", "en", "新冠疫情", "the COVID-19 pandemic"),
    ("en", "de", "Call +49 30 1234-567.", "Rufen Sie +49 (30) 1234567 an."),
    ("en", "ru", "an F-35 jet and a Boeing 737", "истребитель F-35 и Boeing 737"),
    # times
    ("zh", "en", "7月26日上午9点半", "at 9:30 a.m. on July 26"),
    ("zh", "en", "截至7月25日24时", "as of midnight on July 25"),
    ("ja", "en", "翌25:30に放送", "broadcast at 1:30 a.m. the next day"),
    ("de", "en", "um halb zehn", "at 9:30"),
    ("en", "de", "at half past nine", "um 9.30 Uhr"),
    ("fi", "en", "kello 9.30", "at 9:30"),
    # scales and words
    ("en", "es", "a billion people", "mil millones de personas"),
    ("fr", "en", "un milliard d'euros", "a billion euros"),
    ("hi", "en", "5 लाख रुपये", "500,000 rupees"),
    ("en", "hi", "25 million people", "ढाई करोड़ लोग"),
    ("zh", "en", "三四百人", "three to four hundred people"),
    ("en", "ru", "dozens of cars", "десятки машин"),
    ("en", "de", "two and a half million", "zweieinhalb Millionen"),
    ("en", "fr", "a quarter of a million people", "250 000 personnes"),
    ("en", "de", "a twelve-year-old girl", "ein zwölfjähriges Mädchen"),
    ("de", "en", "ein zwölfjähriges Mädchen", "a 12-year-old girl"),
    ("en", "de", "both teams, twice a week", "die 2 Teams, 2 Mal pro Woche"),
    ("en", "ar", "Three million and 200 refugees", "ثلاثة ملايين و200 لاجئ"),
    ("ja", "en", "２，3日", "two or three days"),
    ("ja", "en", "半径約２・５キロ", "a radius of about 2.5 km"),
    # figures in other scripts and other marks
    ("ja", "en", "３，５００円", "3,500 yen"),
    ("fa", "en", "۱۲۳ نفر", "123 people"),
    ("bn", "en", "৪২ জন", "42 people"),
    ("de-CH", "en", "1’500 Franken", "1,500 francs"),
    ("en-IN", "de", "12,34,567 rupees", "1.234.567 Rupien"),
    ("en", "xx", "45 people were hurt", "blah 45 blah"),
    # months that are also words
    ("en", "fr", "You may go.", "Vous pouvez partir."),
    ("en", "de", "They march on.", "Sie marschieren weiter."),
]


@pytest.mark.parametrize(("source_lang", "target_lang", "source", "target"), TRAPS, ids=lambda text: text[:24])
def test_no_alarm(source_lang: str, target_lang: str, source: str, target: str) -> None:
    assert [found.text for found in findings(source_lang, target_lang, source, target)] == []


def test_a_factor_is_said_in_words() -> None:
    (found,) = findings("en", "fr", "7 million euros", "7 milliards d'euros")
    assert "a thousand times" in found.text
    assert "7\u202f000\u202f000" in found.evidence[0].text


def test_a_unit_put_for_another_is_put_back_where_its_conversion_reads_oddly() -> None:
    (found,) = findings("de", "en", "Die Wand ist 5 mm dick.", "The wall is five inches thick.")
    assert "0.2 inches" in found.text
    assert [fix.replacement for fix in found.suggestions] == ["millimeters", "0.2"]
    (found,) = findings("en", "ru", "It is 20 miles away.", "До него 20 километров.")
    assert [fix.replacement for fix in found.suggestions] == ["32", "миль"]


def test_an_unknown_language_is_compared_by_digits() -> None:
    assert len(findings("xx", "yy", "foo 45 bar", "baz 54 qux")) == 1
    assert findings("xx", "yy", "foo 45 bar", "baz 45 qux") == []


def test_a_weekday_that_its_date_does_not_have_is_reported_once() -> None:
    (found,) = findings("en", "de", "on 5 March 2024", "am Montag, 5. März 2024")
    assert "Tuesday" in found.text


@pytest.mark.parametrize(
    ("source_lang", "target_lang", "source", "target", "fix"),
    [
        ("de", "en", "am 5. Mai", "on 6 May", "5 May"),
        ("de", "en", "am 2. Mai", "on May 1st", "May 2nd"),
        ("en", "fr", "on 2 May", "le 1er mai", "2 mai"),
        ("en", "fr", "on 1 May", "le 2 mai", "1er mai"),
        ("de", "en", "am 3. 5. 2024", "on 04/05/2024", "05/03/2024"),
        ("en", "es", "the fifth of May", "el dos de mayo", "cinco de mayo"),
        ("th", "en", "5 พฤษภาคม 2567", "6 May 2024", "5 May 2024"),
    ],
)
def test_a_date_is_put_right_in_the_way_it_is_written(
    source_lang: str, target_lang: str, source: str, target: str, fix: str
) -> None:
    (found,) = findings(source_lang, target_lang, source, target)
    assert [suggestion.replacement for suggestion in found.suggestions] == [fix]


@pytest.mark.parametrize(
    ("source", "target", "told"),
    [
        (
            "会议于10月12日举行。",
            "The meeting was on October 21.",
            "source: month 10, day 12; translation: month 10, day 21",
        ),
        (
            "会议于2024年10月12日举行。",
            "The meeting was on October 21, 2024.",
            "source: 2024-10-12; translation: 2024-10-21",
        ),
    ],
)
def test_what_a_date_says_is_told_in_words_where_it_names_no_year(source: str, target: str, told: str) -> None:
    (finding,) = findings("zh", "en", source, target)
    assert [evidence.text for evidence in finding.evidence] == [told]
