"""The house's marks come first, then the article's, then the language's."""

from reviewer.checks.check import Article, Passage, examine
from reviewer.checks.quoting.house_marks import SETTING
from reviewer.checks.quoting.quotations import CHECK as QUOTATIONS
from reviewer.checks.quoting.quote_style import CHECK
from reviewer.model.finding import Severity
from reviewer.text.reading import Reading


def pair(target: str, article: Article, number: int = 1, lang: str = "de") -> Passage:
    return Passage(str(number), Reading("“Yes,” she said.", "en"), Reading(target, lang), article=article)


def test_the_house_style_is_demanded() -> None:
    article = Article(settings={SETTING: "»«›‹"})
    assert examine(CHECK, pair("»Ja, ›so‹«, sagte sie.", article)) == []
    (finding,) = examine(CHECK, pair("„Ja, ‚so‘“, sagte sie.", article))
    assert finding.severity is Severity.MINOR
    assert finding.suggestions[0].replacement == "»Ja, ›so‹«"
    assert "»…«" in finding.text


def test_straight_marks_are_wrong_where_the_house_has_its_own() -> None:
    article = Article(settings={SETTING: "« » “ ”"})
    (finding,) = examine(CHECK, pair('"Oui", dit-elle.', article, lang="fr"))
    assert finding.suggestions[0].replacement == "«\u00a0Oui\u00a0»"


def test_the_odd_one_in_an_article_is_a_hint() -> None:
    article = Article()
    texts = ("»Ja«, sagte sie.", "»Nein«, sagte er.", "»So«, sagte sie.", "„Doch“, sagte er.")
    passages = [pair(text, article, number) for number, text in enumerate(texts)]
    assert CHECK.survey is not None
    article.facts[CHECK.id] = CHECK.survey(passages)
    assert [examine(CHECK, passage) for passage in passages[:3]] == [[], [], []]
    (finding,) = examine(CHECK, passages[3])
    assert (finding.severity, finding.suggestions[0].replacement) == (Severity.NEUTRAL, "»Doch«")


def test_marks_that_are_put_back_are_those_of_the_house() -> None:
    source = "“We will arrive at the harbour very early tomorrow.”"
    article = Article(settings={SETTING: "»«›‹"})
    passage = Passage(
        "1", Reading(source, "en"), Reading("Wir kommen morgen ganz früh am Hafen an.", "de"), article=article
    )
    (finding,) = examine(QUOTATIONS, passage)
    assert finding.suggestions[0].replacement == "»Wir kommen morgen ganz früh am Hafen an.«"
