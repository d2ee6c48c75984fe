"""The gazetteer knows places in many languages and says what a language calls them."""

import pytest

from reviewer.lexicon.gazetteer import Kind, Place, gazetteer


def place(name: str, country: str, kind: Kind = Kind.CITY) -> Place:
    found = [
        meaning.place
        for meaning in gazetteer().meanings(name)
        if meaning.place.country == country and meaning.place.kind == kind
    ]
    assert found, f"{name} is not known"
    return max(found, key=lambda one: one.population)


@pytest.mark.parametrize("name", ["Hama", "حماة", "Хама", "ハマ", "Hamah"])
def test_a_city_is_found_by_its_name_in_many_scripts(name: str) -> None:
    assert place(name, "SY") == place("Hama", "SY")


@pytest.mark.parametrize(
    ("lang", "name"),
    [
        ("de", "Köln"),
        ("en", "Cologne"),
        ("es", "Colonia"),
        ("pl", "Kolonia"),
        ("ru", "Кёльн"),
        ("ja", "ケルン"),
        ("de-CH", "Köln"),
    ],
)
def test_a_language_has_its_own_name_for_a_city(lang: str, name: str) -> None:
    assert gazetteer().name(place("Köln", "DE").number, lang) == name


def test_traditional_and_simplified_chinese_are_told_apart() -> None:
    germany = gazetteer().territory("DE")
    assert germany is not None
    assert gazetteer().name(germany.number, "zh") == "德国"
    assert gazetteer().name(germany.number, "zh-TW") == "德國"


@pytest.mark.parametrize(
    ("name", "english", "kind"),
    [
        ("Ostsee", "Baltic Sea", Kind.WATER),
        ("Schwarzes Meer", "Black Sea", Kind.WATER),
        ("Альпы", "Alps", Kind.MOUNTAIN),
        ("Kırım", "Crimea", Kind.REGION),
        ("الضفة الغربية", "West Bank", Kind.REGION),
    ],
)
def test_seas_ranges_and_regions_are_known(name: str, english: str, kind: Kind) -> None:
    meant = {meaning.place for meaning in gazetteer().meanings(name) if meaning.place.kind == kind}
    assert english in {gazetteer().name(one.number, "en") for one in meant}


def test_a_name_that_is_an_ordinary_word_is_marked_for_its_language() -> None:
    assert gazetteer().ordinary("Reading", "en")
    assert not gazetteer().ordinary("Reading", "de")
    assert gazetteer().ordinary("Essen", "de")
    assert not gazetteer().ordinary("Hama", "de")


def test_an_unknown_name_means_nothing() -> None:
    assert gazetteer().meanings("Qwxyzland") == ()


def test_what_arabic_calls_a_city_is_written_in_arabic() -> None:
    tyre = next(m.place for m in gazetteer().meanings("Tyre") if m.place.country == "LB")
    assert "صور" in gazetteer().names(tyre.number, "ar")
    assert not any(name.isascii() or "Ş" in name for name in gazetteer().names(tyre.number, "ar"))
