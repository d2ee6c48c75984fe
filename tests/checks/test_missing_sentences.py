"""Sentences that were left out are found; those that were merged, split or condensed are not missed."""

import pytest

from reviewer.checks.check import Article, Passage, examine
from reviewer.checks.sentences.missing_sentences import CHECK
from reviewer.model.finding import Category
from reviewer.text.reading import Reading

GERMAN = (
    "Die Fähre nach Amrum fällt aus. Der Wind hat am Dienstag auf 95 Kilometer pro Stunde aufgefrischt. "
    "„Wir warten ab“, sagte die Sprecherin Imke Harms. Am Mittwoch soll der Betrieb wieder beginnen."
)
ENGLISH = (
    "The ferry to Amrum is cancelled. On Tuesday the wind rose to 95 kilometres per hour. "
    "“We are waiting,” said spokeswoman Imke Harms. Service is to resume on Wednesday."
)
WHOLE = ENGLISH.replace("Harms. ", "Harms.| ").replace("cancelled. ", "cancelled.| ").replace("hour. ", "hour.| ")


def findings(source: str, target: str, languages: tuple[str, str] = ("de", "en")) -> list[tuple[Category, str]]:
    passage = Passage("1", Reading(source, languages[0]), Reading(target, languages[1]))
    return [
        (f.category, f.target_span.of(target) if f.target_span else f.source_span.of(source) if f.source_span else "")
        for f in examine(CHECK, passage)
    ]


@pytest.mark.parametrize("left_out", range(4))
def test_each_sentence_is_missed(left_out: int) -> None:
    parts = WHOLE.split("|")
    target = "".join(parts[:left_out] + parts[left_out + 1 :]).strip()
    ((category, text),) = findings(GERMAN, target)
    assert category is Category.OMISSION
    assert text == GERMAN.replace(". ", ".|").split("|")[left_out]


def test_an_added_sentence_is_found() -> None:
    extra = "The island’s mayor could not be reached for comment yesterday evening."
    target = ENGLISH.replace("“We", extra + " “We")
    assert findings(GERMAN, target) == [(Category.ADDITION, extra)]


def test_one_sentence_for_fourteen_leaves_the_others_out() -> None:
    source = " ".join(f"Am Abend des {day} Mai fuhr wieder keine Fähre nach Amrum." for day in range(11, 25))
    target = "On the evening of 24 May there was no ferry to Amrum again."
    found = findings(source, target)
    assert len(found) == 13
    assert {category for category, _ in found} == {Category.OMISSION}


@pytest.mark.parametrize(
    "target",
    [
        ENGLISH,
        ENGLISH.replace("cancelled. On Tuesday the", "cancelled, because on Tuesday the"),
        ENGLISH.replace(",” said spokeswoman", ".” This is what was said by the spokeswoman"),
        ENGLISH.replace("hour. “We", "hour; “we"),
    ],
)
def test_whole_translations_pass(target: str) -> None:
    assert findings(GERMAN, target) == []


def test_the_article_tells_how_long_its_translations_are() -> None:
    article = Article()
    passages = [
        Passage(str(k), Reading(GERMAN, "de"), Reading(ENGLISH + " " + ENGLISH[:60], "en"), article=article)
        for k in range(9)
    ]
    assert CHECK.survey is not None
    assert CHECK.survey(passages) > 0.1
    assert CHECK.survey([]) == CHECK.survey(passages[:2])
