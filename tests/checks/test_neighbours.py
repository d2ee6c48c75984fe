"""Findings that depend on the paragraphs around."""

from collections.abc import Sequence

from reviewer.checks.check import Check, Passage, examine
from reviewer.checks.marks import brackets
from reviewer.checks.quoting import quote_marks
from reviewer.checks.runner import Pair, Runner
from reviewer.checks.words import capital, repeated_passage
from reviewer.model.finding import Finding
from reviewer.text.reading import Reading


def findings(check: Check, pairs: Sequence[tuple[str, str]], langs: tuple[str, str]) -> list[list[Finding]]:
    read = [(Reading(source, langs[0]), Reading(target, langs[1])) for source, target in pairs]
    return [
        examine(
            check,
            Passage(
                str(i),
                *pair,
                before=read[i - 1] if i else None,
                after=read[i + 1] if i + 1 < len(read) else None,
            ),
        )
        for i, pair in enumerate(read)
    ]


def test_a_quotation_of_several_paragraphs_opens_each_and_closes_the_last() -> None:
    pairs = [
        ("„Es begann früh.", "“It began early."),
        ("Wir liefen fort.", "“We ran away."),
        ("Dann war es still.“", "“Then it was quiet.”"),
        ("Er schwieg.", "He fell silent."),
    ]
    assert findings(quote_marks.CHECK, pairs, ("de", "en")) == [[], [], [], []]


def test_a_quotation_that_is_never_closed_is_found() -> None:
    pairs = [("„Es begann früh“, sagte er.", "“It began early, he said."), ("Er schwieg.", "He fell silent.")]
    (first, second) = findings(quote_marks.CHECK, pairs, ("de", "en"))
    assert [f.target_span for f in first] == [(0, 1)]
    assert second == []


def test_a_bracket_may_close_in_the_next_paragraph() -> None:
    pairs = [("Er kam. Sie ging.", "He came. (She left."), ("Es regnete.", "It rained.)")]
    assert findings(brackets.CHECK, pairs, ("de", "en")) == [[], []]


def test_the_translation_of_the_paragraph_before_stands_again() -> None:
    pairs = [
        ("Die Regierung hat gestern eine Reform angekündigt.", "The government announced a reform yesterday."),
        ("Die Opposition lehnt sie mit großer Mehrheit ab.", "The government announced a reform yesterday."),
        ("Die Opposition lehnt sie mit großer Mehrheit ab.", "The opposition rejects it by a large majority."),
        ("Die Opposition lehnt sie mit großer Mehrheit ab.", "The opposition rejects it by a large majority."),
    ]
    assert [len(found) for found in findings(repeated_passage.CHECK, pairs, ("de", "en"))] == [0, 1, 0, 0]


def test_a_sentence_that_goes_on_from_the_paragraph_before_may_begin_small() -> None:
    pairs = [("如果我们看，", "If we look,"), ("我们能看到月球。", "we can see the moon.")]
    assert findings(capital.CHECK, pairs, ("zh", "en"))[1] == []


def test_the_paragraph_before_is_one_of_the_same_document() -> None:
    target = "They stood at the river for a long time and waited."
    texts = [("Sie standen lange am Fluss und warteten.", target), ("Das alte Haus gehört seit Jahren uns.", target)]

    def found(documents: Sequence[int]) -> set[str]:
        pairs = [Pair(str(n), *texts[n], "de", "en", document=document) for n, document in enumerate(documents)]
        return {finding.check for finding in [*Runner().check_all(pairs)][1][1]}

    assert "repeated-passage" in found((0, 0))
    assert "repeated-passage" not in found((0, 1))
