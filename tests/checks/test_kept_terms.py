"""English words in a German translation are a slip, unless they are plainly kept as a name."""

import pytest

from reviewer.checks.check import Passage, examine
from reviewer.checks.words import foreign_word
from reviewer.model.finding import Severity
from reviewer.text.reading import Reading


def severities(source: str, target: str) -> list[Severity]:
    passage = Passage("1", Reading(source, "en"), Reading(target, "de"))
    return [finding.severity for finding in examine(foreign_word.CHECK, passage)]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("The national executive committee met.", "Das National Executive Committee tagte."),
        ("He likes the other tomb raider games.", "Er mag die anderen Tomb Raider-Spiele."),
        ("The frame rule fell, the frame rule!", "Die Frame Rule fiel, die Frame Rule!"),
    ],
)
def test_what_is_kept_as_a_name_is_a_hint(source: str, target: str) -> None:
    assert set(severities(source, target)) == {Severity.NEUTRAL}


def test_two_words_left_over_are_more() -> None:
    assert severities("He runs a hardware store.", "Er betreibt einen Hardware Store.") == [Severity.MAJOR]
