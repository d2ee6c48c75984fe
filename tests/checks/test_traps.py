"""Right translations that other checkers trip over: nothing at minor or above may be said of them, by any check."""

import pytest

from reviewer.checks.runner import Pair, Runner

TRAPS = {
    "words repeated where a sentence ends and the next begins, or by grammar": [
        (
            "de",
            "en",
            "Er sagte, er werde kommen. Kommen wollte auch sie.",
            "He said he would come. Come she would, too.",
        ),
        ("fr", "en", "Nous nous sommes vus hier.", "We saw each other yesterday."),
        ("en", "de", "They knew that that was wrong.", "Sie wussten, dass das falsch war."),
    ],
    "ends and capitals of scripts that have other ones, or none": [
        ("zh", "en", "他昨天来了。", "He came yesterday."),
        ("en", "zh", "He came yesterday.", "他昨天来了。"),
        ("hi", "en", "वह कल आया।", "He came yesterday."),
        ("en", "hi", "Did he come yesterday?", "क्या वह कल आया?"),
        ("en", "hi", "He came yesterday.", "वह कल आया।"),
        ("ja", "en", "彼は来ましたか。", "Did he come?"),
        ("en", "ja", "Did he come?", "彼は来ましたか。"),
        ("en", "ar", "Did he come?", "هل جاء؟"),
        ("en", "el", "Did he come?", "Ήρθε;"),
        ("en", "th", "He came yesterday.", "เขามาเมื่อวานนี้"),
    ],
    "digits, times and dates as other scripts write them": [
        ("ja", "en", "参加者は３５人だった。", "There were 35 participants."),
        ("ja", "en", "１９９５年４月２日、午後３時半に始まった。", "It began at 3:30 p.m. on April 2, 1995."),
        ("zh", "en", "截至7月25日24时，共有五人受伤。", "As of midnight on July 25, five people had been injured."),
        (
            "zh-Hant",
            "en",
            "截至7月25日24時，共有五人受傷。",
            "As of midnight on July 25, five people had been injured.",
        ),
    ],
    "numbers in words and by scale": [
        ("de", "en", "Dreiundzwanzig Menschen starben.", "Twenty-three people died."),
        ("es", "en", "Ganó mil millones de dólares.", "It earned a billion dollars."),
        ("en", "es", "It earned a trillion dollars.", "Ganó un billón de dólares."),
    ],
    "closing quotation marks and stops": [
        ("de", "en", "„Wir kommen“, sagte er.", "“We are coming,” he said."),
        ("de", "en", "Er sagte: „Wir kommen.“", "He said, “We are coming.”"),
        ("en-GB", "de", "He said: ‘We are coming’.", "Er sagte: „Wir kommen.“"),
        ("en", "fr", "He said: “We are coming.”", "Il a dit : « Nous arrivons. »"),
    ],
    "names are no misspellings, and in a title no places": [
        ("de", "en", "Ministerin Jurgita Šiugždinienė traf Bolsonaro.", "Minister Jurgita Šiugždinienė met Bolsonaro."),
        ("pl", "en", "Zbigniew Ćwiąkalski spotkał Wojciechowską.", "Zbigniew Ćwiąkalski met Wojciechowska."),
        ("de", "en", "Der Film „Paris, Texas“ lief in Berlin.", "The film “Paris, Texas” was shown in Berlin."),
        ("de", "en", "Truppen rückten auf Hama vor.", "Troops advanced on Hama."),
        ("ru", "en", "Сирийские войска вошли в Алеппо.", "Syrian troops entered Aleppo."),
    ],
    "centuries, eras, decades, scores, a date for a name": [
        ("en", "de", "the post-9/11 world", "die Welt nach dem 11. September"),
        ("ja", "en", "令和２年に開業した。", "It opened in 2020."),
        ("fr", "en", "une église du XIIe siècle", "a 12th-century church"),
        ("en", "de", "The 1990s were calm.", "Die Neunzigerjahre waren ruhig."),
        ("zh", "en", "上海申花2比1取胜。", "Shanghai Shenhua won 2-1."),
    ],
    "group marks and magnitudes": [
        ("hi", "en", "25 लाख लोगों ने मतदान किया।", "2.5 million people voted."),
        ("fa", "en", "۱۲۳٬۴۵۶ نفر", "123,456 people"),
        ("de", "en", "Rund 5 Mio. Euro und 3 Mrd. Dollar", "About 5 million euros and 3 billion dollars"),
        ("ru", "en", "Около 5 млн евро и 3 млрд долларов", "About 5 million euros and 3 billion dollars"),
        ("pl", "en", "Około 5 tys. osób", "About 5,000 people"),
        ("ja", "en", "約３万人が参加した。", "About 30,000 people took part."),
    ],
}


@pytest.mark.parametrize(
    ("source_lang", "target_lang", "source", "target"),
    [pair for pairs in TRAPS.values() for pair in pairs],
    ids=lambda text: text[:24],
)
def test_nothing_is_said(source_lang: str, target_lang: str, source: str, target: str) -> None:
    runner = Runner()
    found = runner.check(runner.passage(Pair("1", source, target, source_lang, target_lang)))
    assert [(finding.check, finding.text) for finding in found if finding.severity.rank] == []


@pytest.mark.parametrize("target", ["", " ", ".", "…", "-"])
def test_of_an_empty_translation_only_that_is_said(target: str) -> None:
    runner = Runner()
    found = runner.check(runner.passage(Pair("1", "Am Montag starben in Hama 12 Menschen.", target, "de", "en")))
    assert [finding.check for finding in found] == ["empty"]
