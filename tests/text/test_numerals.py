import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.text.figures.lexis import lexis
from reviewer.text.figures.numerals import decimals, figures_of, readings, significant
from reviewer.text.resources import resource

LANGUAGES = sorted(path.stem for path in resource("figures").glob("*.json"))


@pytest.mark.parametrize(
    ("lang", "numeral", "meant"),
    [
        ("en", "1,234", (1234, 1.234)),
        ("en", "1.234", (1.234, 1234)),
        ("de", "1.234", (1234, 1.234)),
        ("de", "1,234", (1.234, 1234)),
        ("de", "1.234.567,8", (1234567.8,)),
        ("en", "1,234,567.8", (1234567.8,)),
        ("en-IN", "12,34,567", (1234567,)),
        ("de-CH", "1’234’567.80", (1234567.8,)),
        ("fr", "1\u202f234,5", (1234.5,)),
        ("en", "0.123", (0.123,)),
        ("en", "3.14", (3.14,)),
        ("en", "1.2.3", ()),
        ("en", "2000", (2000,)),
    ],
)
def test_a_numeral_has_every_meaning_it_may_have(lang: str, numeral: str, meant: tuple[float, ...]) -> None:
    tables = lexis(lang)
    assert readings(numeral, tables.decimal, tables.group) == meant


@given(st.sampled_from(LANGUAGES), st.integers(0, 10**12), st.integers(0, 3))
def test_what_is_written_for_a_language_reads_as_the_same_value(lang: str, units: int, places: int) -> None:
    tables = lexis(lang)
    value = units / 10**places
    written = figures_of(value, tables, places)
    assert readings(written, tables.decimal, tables.group)[0] == pytest.approx(value)
    assert decimals(written, value) in (places, 0 if value == 0 else places)


def test_groups_follow_the_language() -> None:
    assert figures_of(1234567, lexis("de")) == "1.234.567"
    assert figures_of(1234567, lexis("en-IN")) == "12,34,567"
    assert figures_of(1234, lexis("es")) == "1234"
    assert figures_of(12345, lexis("es")) == "12.345"
    assert figures_of(2.5, lexis("ru")) == "2,5"


@pytest.mark.parametrize(("numeral", "digits"), [("1200", 2), ("1.25", 3), ("0.05", 1), ("1,000", 1), ("105", 3)])
def test_zeros_that_only_fill_do_not_count(numeral: str, digits: int) -> None:
    assert significant(numeral) == digits
