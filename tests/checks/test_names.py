"""Names are followed from the source into the translation; the article settles what a passage leaves open."""

from dataclasses import replace

from reviewer.checks.check import Check, all_checks
from reviewer.checks.names.witness import ACCEPTED, FACTS, Facts, facts_of
from reviewer.checks.runner import Pair, Runner, Setup
from reviewer.model.finding import Finding, Severity
from reviewer.model.span import Span

_NAMES = frozenset(("place-names", "personal-names", "organisations", FACTS))


def checks(ids: frozenset[str] = _NAMES) -> list[Check]:
    return [check for check in all_checks() if check.id in ids]


def review(source_lang: str, target_lang: str, *pairs: tuple[str, str], ids: frozenset[str] = _NAMES) -> list[Finding]:
    runner = Runner(checks=checks(ids))
    rows = [Pair(str(number), *pair, source_lang, target_lang) for number, pair in enumerate(pairs)]
    return [finding for _, found in runner.check_all(rows) for finding in found]


HAMA = (
    ("Die Kämpfe in Syrien erreichten die Stadt Hama.", "The fighting in Syria reached the city of Hama."),
    ("Eine Einnahme Hamas würde den Druck erhöhen.", "A capture of Hamas would increase the pressure."),
    ("Rund um Hama wird weiter gekämpft.", "Fighting continues around Hama."),
)


def test_a_city_in_the_genitive_that_became_an_organisation_is_critical() -> None:
    (finding,) = review("de", "en", *HAMA)
    assert finding.check == "place-names"
    assert finding.severity == Severity.CRITICAL
    assert finding.target_span is not None
    assert finding.target_span.of(HAMA[1][1]) == "Hamas"
    assert [suggestion.replacement for suggestion in finding.suggestions] == ["Hama"]
    assert any("city, Syria" in evidence.text for evidence in finding.evidence)
    assert any("“Hama” twice, “Hamas” once" in evidence.text for evidence in finding.evidence)


def test_the_organisation_itself_is_left_alone() -> None:
    assert review("de", "en", ("Die Hamas lehnte den Vorschlag ab.", "Hamas rejected the proposal.")) == []


def test_an_article_word_shows_the_organisation_even_where_the_city_is_named() -> None:
    both = (*HAMA[::2], ("Der Sprecher der Hamas lehnte ab.", "The spokesman of Hamas declined."))
    assert review("de", "en", *both) == []


def test_the_countries_of_the_article_settle_an_ambiguous_place() -> None:
    found = review(
        "en",
        "de",
        ("The port of Savannah is closed.", "Der Hafen von Savannah ist geschlossen."),
        ("Ships wait off Los Angeles.", "Schiffe warten vor Los Angeles."),
        ("The governor of Georgia spoke.", "Der Gouverneur von Georgien sprach."),
    )
    assert [(finding.check, finding.severity) for finding in found] == [("place-names", Severity.CRITICAL)]
    assert [suggestion.replacement for suggestion in found[0].suggestions] == ["Georgia"]


def test_the_odd_rendering_out_is_found_without_any_data() -> None:
    found = review(
        "de",
        "en",
        ("Der Kapitän Sandvoss kam an Bord.", "Captain Sandvoss came on board."),
        ("Später sprach Sandvoss mit uns.", "Later, Sandvoss spoke to us."),
        ("Dann ging auch Sandvoss nach Hause.", "Then Sandfoss went home, too."),
    )
    assert [(finding.check, [s.replacement for s in finding.suggestions]) for finding in found] == [
        (FACTS, ["Sandvoss"])
    ]


def test_a_name_once_kept_as_it_is_written_shows_the_one_that_is_not() -> None:
    found = review(
        "es",
        "en",
        ("La gerente Marcela Ospina abrió la puerta.", "The manager, Marcela Ospina, opened the door."),
        ("Después habló Ospina con nosotros.", "Then Ospino spoke to us."),
    )
    assert [(finding.check, [s.replacement for s in finding.suggestions]) for finding in found] == [(FACTS, ["Ospina"])]


def test_of_two_spellings_the_first_is_kept() -> None:
    found = review(
        "uk",
        "en",
        ("Першим виступив Маврояніс.", "Mavroyiannis spoke first."),
        ("Потім Маврояніс пішов.", "Then Mavroyanis left."),
    )
    assert [(finding.segment, [s.replacement for s in finding.suggestions]) for finding in found] == [
        ("1", ["Mavroyiannis"])
    ]


def test_a_passage_is_replaced_in_the_facts_without_reading_the_others_again() -> None:
    runner = Runner(checks=checks())
    passages = [runner.passage(Pair(str(n), *pair, "de", "en")) for n, pair in enumerate(HAMA)]
    runner.survey(passages)
    facts = facts_of(passages[0].article)
    assert facts is not None
    before = {key: facts.usual(key) for n in range(3) for key, _ in facts.occurrences(str(n))}
    facts.update(runner.passage(Pair("1", HAMA[1][0], "A capture of Hama would increase it.", "de", "en")))
    assert facts.times("Hama") == 3
    assert facts.times("Hamas") == 0
    facts.update(passages[1])
    fresh = Facts(passages)
    assert fresh.inflected == facts.inflected
    for known in (facts, fresh):
        assert {key: known.usual(key) for n in range(3) for key, _ in known.occurrences(str(n))} == before


def test_what_a_name_is_mostly_called_follows_the_edits() -> None:
    runner = Runner(checks=checks())
    rows = [
        Pair("0", "Dann ging Sandvoss.", "Then Sandvoss left.", "de", "en"),
        Pair("1", "Und Sandvoss blieb.", "And Sandfoss stayed.", "de", "en"),
        Pair("2", "Auch Sandvoss rief.", "Sandfoss called, too.", "de", "en"),
    ]
    facts = Facts(map(runner.passage, rows))
    ((key, _),) = facts.occurrences("0")
    assert facts.usual(key) == ("Sandfoss", 2, 1)
    facts.update(runner.passage(replace(rows[1], target="And Sandvoss stayed.")))
    assert facts.usual(key) == ("Sandvoss", 2, 1)


def test_an_accepted_rendering_is_odd_no_more() -> None:
    rows = [
        Pair("0", "Sandvoss kam mit Brigmann.", "Brigmann came with Sandvoss.", "de", "en"),
        Pair("1", "Dann ging Sandvoss.", "Then Sandvoss left.", "de", "en"),
        Pair("2", "Und Sandvoss blieb.", "And Sandfoss stayed.", "de", "en"),
    ]
    accepted = Setup(settings={ACCEPTED: {"sandvoss": frozenset(("sandfoss",))}})
    assert [[f.check for f in found] for _, found in Runner(checks=checks()).check_all(rows)] == [[], [], [FACTS]]
    assert [found for _, found in Runner(accepted, checks()).check_all(rows)] == [[], [], []]


def test_a_japanese_city_is_known_by_the_sign_behind_its_name() -> None:
    (missing,) = review(
        "ja", "en", ("松山市の会社が新しい船を公開した。", "A company in Songshan showed its new ship.")
    )
    assert missing.check == "place-names"
    assert "Matsuyama" in missing.text
    assert not review("ja", "en", ("松山市の会社が新しい船を公開した。", "A company in Matsuyama showed its new ship."))


def test_a_state_is_no_country_of_the_same_name_in_an_article_about_its_cities() -> None:
    article = (
        ("Georgia approves flood barrier for Savannah", "Georgia bewilligt Sperrwerk für Savannah"),
        ("Lawmakers in Georgia voted on Thursday.", "Die Abgeordneten in Georgien stimmten am Donnerstag ab."),
        ("In Savannah people were glad.", "In Savannah freute man sich."),
    )
    (wrong,) = (found for found in review("en", "de", *article) if found.segment == "1")
    assert (wrong.check, [s.replacement for s in wrong.suggestions]) == ("place-names", ["Georgia"])


def test_a_surname_that_resembles_an_inflected_place_is_found_again_in_an_article_about_that_country() -> None:
    # Without its accents and its ending Wałęsa is Wales.
    article = (
        ("Londyn świętował.", "London celebrated."),
        ("W Londynie padało.", "It rained in London."),
        ("W piątek przybył Lech Wałęsa.", "On Friday Lech Wałęsa arrived."),
    )
    assert not [found for found in review("pl", "en", *article) if found.severity is not Severity.NEUTRAL]


def test_checks_that_want_the_same_fix_say_so_once() -> None:
    article = (
        ("Klaus Meier kam.", "Klaus Meier came."),
        ("Klaus Meier ging.", "Klaus Meier went."),
        ("Klaus Meier blieb.", "Klaus Mayer stayed."),
        ("Dann sprach Klaus Meier.", "Then Klaus Meier spoke."),
    )
    (finding,) = review("de", "en", *article, ids=_NAMES | {"respelt-names"})
    assert (finding.check, finding.severity) == ("respelt-names", Severity.MAJOR)
    assert any("“Meier” 3 times" in evidence.text for evidence in finding.evidence), "what the other check knows"


def test_a_name_that_japanese_leaves_unsaid_is_no_news_where_the_article_has_it_nearby() -> None:
    article = (
        ("写真家の島田清さんが猫を撮っている。", "Photographer Kiyoshi Shimada takes pictures of cats."),
        ("表情に引かれたという。", "Shimada was drawn to their expressions."),
        ("表情に引かれたという。", "Nathiri was drawn to their expressions."),
    )
    told = [found for found in review("ja", "en", *article) if found.severity is not Severity.NEUTRAL]
    assert [(found.segment, found.target_span) for found in told] == [("2", Span(0, 7))]


def test_one_of_two_readings_of_a_surname_is_wrong_where_the_dictionary_has_the_other_only() -> None:
    (wrong,) = review(
        "ja", "en", ("高野さんは漁師の家に生まれ、この船で働いた。", "Kono was born to fishers and worked here.")
    )
    assert (wrong.check, wrong.severity) == ("personal-names", Severity.MAJOR)
    assert not review("ja", "en", ("高野さんは漁師の家に生まれた。", "Takano was born to fishers."))


def test_a_small_japanese_town_that_is_nothing_else_must_be_called_by_its_name() -> None:
    (wrong,) = review("ja", "en", ("八幡浜の充電設備は浸水した。", "The charger in Hachimanhama was flooded."))
    assert [suggestion.replacement for suggestion in wrong.suggestions] == ["Yawatahama"]
    assert not review("ja", "en", ("八幡浜の充電設備は浸水した。", "The charger in Yawatahama was flooded."))


def test_a_person_whom_arabic_shows_by_no_capital_is_spelt_one_way() -> None:
    article = (
        ("تقول عالمة الآثار نادين شلهوب إن الميناء ليس متحفا.", "The harbour is no museum, says Nadine Chalhoub."),
        ("وترى شلهوب أن الحفاظ عليه ممكن.", "In Chalhoub’s view it can be preserved."),
        ("ثم عادت شلهوب إلى بيتها.", "Then Shalhoob went home."),
    )
    (odd,) = (found for found in review("ar", "en", *article) if found.severity is not Severity.NEUTRAL)
    assert (odd.check, odd.segment, [s.replacement for s in odd.suggestions]) == (FACTS, "2", ["Chalhoub"])


def test_an_acronym_may_be_spelt_out_in_ideographs() -> None:
    found = review("en", "zh", ("The NPS did not answer.", "国家公园管理局没有回答。"))
    assert all(finding.severity is Severity.NEUTRAL for finding in found)


def test_a_word_before_a_city_in_the_genitive_is_no_part_of_its_name() -> None:
    rows = (("Die Altstadt Hamas wurde zerstört.", "The old town of Hamas was destroyed."), *HAMA[:1], *HAMA[2:])
    (wrong,) = review("de", "en", *rows)
    assert (wrong.severity, wrong.source_span) == (Severity.CRITICAL, Span(13, 18))


def test_taiwan_is_no_province_in_an_article_about_china() -> None:
    article = (
        ("Beijing and Shanghai are growing.", "北京和上海正在增长。"),
        ("People in Shanghai and Shenzhen trade.", "上海和深圳的人做贸易。"),
        ("Chips come from Taiwan.", "芯片来自台湾。"),
    )
    assert not [found for found in review("en", "zh", *article) if found.severity is not Severity.NEUTRAL]


def test_names_of_people_are_heard_in_chinese() -> None:
    source = "史蒂文·霍金斯和导演弗莱明谈到了卡德韦尔。"
    right = "Steven Hawkins and the director Fleming spoke about Caldwell."
    assert review("zh", "en", (source, right)) == []
    (finding,) = review("zh", "en", (source, right.replace("Fleming", "Bergström")))
    assert "Bergström" in finding.text
    assert finding.severity != Severity.NEUTRAL


def test_a_chinese_source_in_either_script_has_the_place_that_the_translation_names() -> None:
    for source in ("我们在费城和长滩很安全。", "我們在費城和長灘很安全。"):
        assert review("zh", "en", (source, "We are safe in Philadelphia and Long Beach.")) == []


def test_the_simplified_name_of_a_place_is_suggested_where_simplified_characters_are_written() -> None:
    (finding,) = review("en", "zh", ("The fair in Philadelphia was a success.", "圣地牙哥的博览会很成功。"))
    assert [suggestion.replacement for suggestion in finding.suggestions] == ["费城"]


def told(source_lang: str, target_lang: str, *pairs: tuple[str, str]) -> list[str]:
    """Return what is said of names that is more than a hint."""
    found = review(source_lang, target_lang, *pairs)
    return [finding.text for finding in found if finding.severity != Severity.NEUTRAL]


def test_what_english_makes_of_countries_and_of_words_to_join_them_is_no_name() -> None:
    assert told("zh", "en", ("中缅关系正在改善。", "The Sino-Burmese ties improve.")) == []
    assert told("zh", "en", ("根据社会经济分类", "According to the Socio-Economic Classification")) == []


def test_an_institution_may_go_without_its_country_at_home() -> None:
    assert told("zh", "en", ("这是联邦调查局的报告。", "This is the report of the FBI.")) == []
    assert told("en", "zh", ("This is the report of the FBI.", "这是联邦调查局的报告。")) == []


def test_a_place_in_the_title_of_a_work_may_go_with_the_title() -> None:
    assert told("zh", "en", ("他在《英国医学期刊》发表了论文。", "He published a paper in the BMJ.")) == []
    assert told("zh", "en", ("他在英国发表了论文。", "He published a paper.")) != []


def test_chinese_abbreviations_of_cities_and_provinces_are_known() -> None:
    assert told("zh", "en", ("论坛在京举行。", "The forum was held in Beijing.")) == []
    assert told("zh", "en", ("北交所下周启动。", "The Beijing Stock Exchange starts next week.")) == []
    assert told("zh", "en", ("沪深两市上涨。", "Shanghai and Shenzhen rose.")) == []
    assert told("zh", "en", ("论坛昨日举行。", "The forum was held in Beijing.")) != []


def test_a_text_need_not_name_its_own_country() -> None:
    assert told("de", "en", ("Die Umwelthilfe warnt.", "Environmental Action Germany warns.")) == []
    assert told("de", "en", ("Die Umwelthilfe warnt.", "Environmental Action France warns.")) != []


def test_months_days_and_large_numbers_are_no_names() -> None:
    assert told("en", "tr", ("The meeting is on Wednesday.", "Toplantı 5 Mart Çarşamba günü.")) == []
    assert told("zh", "en", ("价格为五千万卢比。", "The price is 5 Crore rupees.")) == []


def test_german_nouns_that_no_dictionary_has_are_no_names() -> None:
    for noun in ("Finissage", "Onanisten", "Abfahrerinnen", "Grösse"):
        assert told("de", "en", (f"Das war eine {noun} ohnegleichen.", "There was nothing like it.")) == []
    assert told("de", "en", ("Gestern kam Krutschkow ohne Begleitung.", "Yesterday he came alone.")) != []


def test_words_in_capitals_among_others_are_no_organisations() -> None:
    assert told("en", "de", ("THE SMELL IS VERY BAD.", "DER GERUCH IST SCHLIMM.")) == []
    assert told("en", "de", ("The IS claimed the attack.", "Jemand hat sich dazu bekannt.")) != []


def test_an_adjective_made_of_a_name_need_not_stay_one() -> None:
    assert told("en", "de", ("I adopted four Siamese cats.", "Ich habe vier Katzen adoptiert.")) == []


def test_a_short_form_is_heard_in_the_name_in_full() -> None:
    assert told("zh", "en", ("罗伯特·马林森和威廉·卡德韦尔来了。", "Bob Mallinson and Bill Caldwell came.")) == []
    assert told("zh", "en", ("罗伯特·马林森来了。", "Kurt Mallinson came.")) != []


def test_what_an_acronym_of_the_source_stands_for_may_be_spelt_out() -> None:
    assert told("de", "en", ("MdB Pfeiffer widersprach.", "Bundestag member Pfeiffer objected.")) == []


def test_hashtags_and_words_made_by_prefixes_are_no_names() -> None:
    assert told("de", "en", ("Es gilt #Ausweispflicht.", "There is a #MandatoryID now.")) == []
    assert told("zh", "en", ("预处理需要时间。", "All Preprocessing takes time.")) == []


def test_hebrew_letters_with_two_sounds_are_heard_either_way() -> None:
    assert told("he", "en", ("ביבי תשחק בתפקיד ראשי.", "Bibi will play a leading role.")) == []
    assert told("he", "en", ("אתמול אמר זאת אכברי.", "Yesterday Akbari said so.")) == []
