"""What counts as a name on the other side, and what is too little to speak up."""

from reviewer.checks.check import all_checks
from reviewer.checks.runner import Pair, Runner

_CHECKS = [check for check in all_checks() if check.id in ("place-names", "personal-names", "organisations")]


def grave(source_lang: str, target_lang: str, source: str, target: str) -> list[str]:
    """Return the flagged words of the target, empty for what is missing; hints are left out."""
    runner = Runner(checks=_CHECKS)
    found = runner.check(runner.passage(Pair("1", source, target, source_lang, target_lang)))
    return [f.target_span.of(target) if f.target_span else "" for f in found if f.severity.rank]


def test_everyday_characters_do_not_stand_for_countries() -> None:
    source = "美国确诊病例数突破400万。"
    assert grave("zh", "en", source, "Confirmed cases in China exceeded 4 million.") == ["China"]
    assert grave("zh", "en", source, "Confirmed cases in the United States exceeded 4 million.") == []
    assert grave("zh", "en", "中美两国举行会谈。", "China and the United States held talks.") == []
    assert grave("ja", "en", "日韓首脳が会談した。", "The leaders of Japan and South Korea met.") == []


def test_an_acronym_may_be_spelt_out_but_not_lost() -> None:
    source = "Wyrok PZPN był łagodny."
    assert grave("pl", "en", source, "The ruling of the Polish Football Association was mild.") == []
    assert grave("pl", "en", source, "The ruling was mild.") == [""]


def test_adjectives_of_regions_and_compounds_with_places_count() -> None:
    assert grave("de", "en", "Bayerns Innenminister sprach.", "The Bavarian interior minister spoke.") == []
    assert grave("de", "en", "Am Alpenrand fällt Schnee.", "Snow is falling at the edge of the Alps.") == []
    assert grave("zh", "en", "在西非、中部非洲和北非", "In West, Central and North Africa") == []


def test_a_name_left_out_is_told_where_both_languages_write_alike() -> None:
    source = "Wczoraj minister Kolonko zabrał głos."
    assert grave("pl", "en", source, "Yesterday minister Kolonko spoke.") == []
    assert grave("pl", "en", source, "Yesterday the minister spoke.") == [""]


def test_an_acronym_may_stand_for_what_chinese_spells_out() -> None:
    assert grave("zh", "en", "论文发表在医学期刊上。", "The paper appeared in the BMJ.") == []
    assert grave("de", "en", "Der Aufsatz erschien in einer Zeitschrift.", "The paper appeared in the BMJ.") == ["BMJ"]
