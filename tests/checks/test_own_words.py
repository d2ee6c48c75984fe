"""Words of a project's own, and languages without a dictionary."""

from reviewer.checks.check import Article, Check, Passage, examine
from reviewer.checks.words import foreign_word, spelling
from reviewer.text.reading import Reading


def found(check: Check, source: tuple[str, str], target: tuple[str, str], words: str = "") -> list[str]:
    article = Article(settings={"words": words})
    passage = Passage("1", Reading(*source), Reading(*target), article=article)
    return [f.target_span.of(target[0]) for f in examine(check, passage) if f.target_span]


def test_a_word_of_the_projects_own_is_right() -> None:
    source, target = ("Er spielt.", "de"), ("He plays foudn and kludern.", "en")
    assert found(spelling.CHECK, source, target) == ["foudn", "kludern"]
    assert found(spelling.CHECK, source, target, "Foudn kludern") == []


def test_a_foreign_word_of_the_projects_own_is_meant() -> None:
    source, target = ("Die Behörde warnt.", "de"), ("The warnt authority.", "en")
    assert found(foreign_word.CHECK, source, target) == ["warnt"]
    assert found(foreign_word.CHECK, source, target, "warnt") == []


def test_without_a_dictionary_nothing_is_said() -> None:
    source, target = ("He plays.", "en"), ("qaStaH nuq foudn", "tlh")
    assert found(spelling.CHECK, source, target) == []
    assert found(foreign_word.CHECK, source, target) == []
