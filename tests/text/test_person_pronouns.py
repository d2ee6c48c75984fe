"""Which words tell of a man or a woman, and which only may."""

import pytest

from reviewer.text.person_pronouns import genders_things, person_pronouns, tells_gender


@pytest.mark.parametrize(
    ("lang", "text", "he", "she"),
    [
        ("en-GB", "He saw her.", ["He"], []),
        ("zh", "其他人和他们看见他", ["他"], []),
        ("ja", "彼女は彼らに会った。", [], ["彼女"]),
        ("fr", "Il faut qu’elle vienne.", [], ["elle"]),
        ("fr", "Il s’agit de savoir s'il viendra.", ["il"], []),
        ("ru", "Она сказала, что он придёт.", ["он"], ["Она"]),
        ("nb", "Hun så ham.", [], ["Hun"]),
        ("tr", "O geldi.", [], []),
    ],
)
def test_subjects(lang: str, text: str, he: list[str], she: list[str]) -> None:
    found = person_pronouns(text, lang)
    assert [span.of(text) for span in found.he] == he
    assert [span.of(text) for span in found.she] == she


def test_words_that_may_tell_only_excuse() -> None:
    found = person_pronouns("Er sah sie an.", "de")
    assert (len(found.he), found.she, found.maybe_she) == (1, (), True)
    assert not person_pronouns("Sie kamen.", "de").maybe_she, "nothing tells of a person for sure"


def test_languages_know_what_they_tell() -> None:
    assert tells_gender("de-AT") and not tells_gender("fi")
    assert genders_things("fr") and not genders_things("en")
