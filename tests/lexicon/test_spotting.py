"""Places are found in running text, inflected and compounded, in any script."""

import pytest

from reviewer.lexicon.gazetteer import gazetteer
from reviewer.lexicon.spotting import mentions


def spotted(text: str, lang: str, strong: bool = True) -> dict[str, set[str]]:
    return {
        mention.text: {gazetteer().name(place, "en") for place in mention.places | mention.others}
        for mention in mentions(text, lang)
        if (mention.strong or not strong or mention.others)
        and any(gazetteer().place(place).kind.geographic for place in mention.places | mention.others)
    }


@pytest.mark.parametrize(
    ("lang", "text", "surface", "english"),
    [
        ("de", "Eine Einnahme Hamas würde den Druck erhöhen.", "Hamas", "Hama"),
        ("de", "Die Kämpfe in Nordsyrien gehen weiter.", "Nordsyrien", "Syria"),
        ("pl", "Spotkanie odbyło się w Pradze.", "Pradze", "Prague"),
        ("pl", "Mieszka w Stanach Zjednoczonych.", "Stanach Zjednoczonych", "United States"),
        ("ru", "Бои переместились в Хаму.", "Хаму", "Hama"),
        ("uk", "Це сталося в Києві.", "Києві", "Kyiv"),
        ("fr", "Le président de l'Iran est arrivé.", "Iran", "Iran"),
        ("fr", "Il traverse la Méditerranée.", "Méditerranée", "Mediterranean Sea"),
        ("tr", "Toplantı Halep'te yapıldı.", "Halep", "Aleppo"),
        ("ar", "وصل الوفد إلى حلب وبيروت.", "وبيروت", "Beirut"),
        ("ja", "会議はニューヨークで開かれた。", "ニューヨーク", "New York"),
        ("ja", "韓国の大統領が訪れた。", "韓国", "South Korea"),
        ("zh", "叙利亚总统周二会见了记者。", "叙利亚", "Syria"),
        ("ko", "대통령은 서울에서 연설했다.", "서울에서", "Seoul"),
        ("fi", "Kokous pidettiin Helsingissä.", "Helsingissä", "Helsinki"),
        ("en", "They crossed the Black Sea by night.", "Black Sea", "Black Sea"),
        ("cs", "Vlak jede z Prahy do Vídně.", "Vídně", "Vienna"),
        ("cs", "Muzeum v Hradci Králové je zavřené.", "Hradci Králové", "Hradec Králové"),
        ("ru", "Судно затонуло в Чёрном море.", "Чёрном море", "Black Sea"),
        ("hi", "वह फ्रांस में रहता है।", "फ्रांस", "France"),
        ("hi", "वह फ़्रांस में रहता है।", "फ़्रांस", "France"),
        ("hi", "राष्ट्रपति चीन पहुँचे।", "चीन", "China"),
    ],
)
def test_a_place_is_spotted(lang: str, text: str, surface: str, english: str) -> None:
    assert english in spotted(text, lang)[surface]


@pytest.mark.parametrize(
    ("lang", "text", "surface", "english"),
    [
        ("de", "die syrische Armee", "syrische", "Syria"),
        ("en", "the Syrian army", "Syrian", "Syria"),
        ("fr", "l'armée syrienne", "syrienne", "Syria"),
        ("ru", "сирийская армия", "сирийская", "Syria"),
        ("pl", "armia niemiecka", "niemiecka", "Germany"),
        ("ar", "الجيش السوري", "السوري", "Syria"),
        ("tr", "Suriyeli askerler", "Suriyeli", "Syria"),
        ("cs", "americký prezident", "americký", "United States"),
        ("hi", "अमेरिकी राष्ट्रपति", "अमेरिकी", "United States"),
    ],
)
def test_adjectives_and_inhabitants_count_as_their_country(lang: str, text: str, surface: str, english: str) -> None:
    assert spotted(text, lang, strong=False)[surface] == {english}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Reading books is nice."),
        ("de", "Das Essen in der Halle war gut."),
        ("en", "Most of the jihadists fled."),
        ("en", "Hamas rejected the proposal."),
        ("hi", "यह मेरी भावना का उत्तर है।"),
        ("ru", "Самое главное позади."),
        ("ru", "В РОЛЯХ: Иван Петров."),
        ("it", "Il Ponte Morandi è crollato."),
    ],
)
def test_ordinary_words_and_other_names_are_no_places(lang: str, text: str) -> None:
    assert spotted(text, lang) == {}


def test_latin_names_in_chinese_are_spotted_wherever_they_stand() -> None:
    assert set(spotted("她采访了来自 New York 的球迷,也去过South Africa。", "zh", strong=False)) == {
        "New York",
        "South Africa",
    }


def test_south_behind_towards_need_not_belong_to_the_place() -> None:
    assert spotted("他在南苏丹工作。", "zh") == {"南苏丹": {"South Sudan"}}
    assert spotted("他往南苏丹去了。", "zh") == {}
