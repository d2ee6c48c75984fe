"""Finds targets that are the source once more."""

import re
from collections.abc import Iterator

from reviewer.checks.check import Check, Example, Passage, Report
from reviewer.model.finding import Category, Severity
from reviewer.model.span import Span
from reviewer.text.languages import UNDETERMINED, same_language, script, telling_words
from reviewer.text.scripts import letters_of, scripts_of
from reviewer.text.words import folded_words, words

_ENOUGH_WORDS = 5
_ADDRESS = re.compile(r"\S+(?:://|@|\.(?=\w))\S+")


def find(passage: Passage) -> Iterator[Report]:
    """Report a target that equals its source, where the words are not the same in both languages."""
    source, target = passage.source, passage.target
    if source.text.strip() != target.text.strip() or not source.text.strip():
        return
    if same_language(source.lang, target.lang) or UNDETERMINED in (source.lang, target.lang):
        return
    if _wants_translation(passage):
        yield Report(
            "The translation is identical to the source.",
            source_span=Span(0, len(source.text)),
            target_span=Span(0, len(target.text)),
        )


def _wants_translation(passage: Passage) -> bool:
    """Say whether a text that stands unchanged in both languages should not.

    Names, numbers, addresses and words like `Restaurant` are alike in many languages. A text in a script
    that the target language does not use is not; nor is one with function words of the source language.
    """
    source, target = passage.source, passage.target
    used, own = script(source.lang), script(target.lang)
    if used != own and used != "Latn":
        foreign = set(source.of(scripts_of)) - letters_of(own) - {"Latn"}
        return bool(foreign)
    text = _ADDRESS.sub(" ", source.text)
    plain = [word for word in words(text, source.lang) if word.islower() and len(word) > 1]
    if not plain and not text.isupper():
        return False
    folded = folded_words(text, source.lang)
    said = telling_words(source.lang, target.lang).intersection(folded)
    return len(said) >= 2 or (bool(said) and len(folded) >= 3) or len(plain) >= _ENOUGH_WORDS


CHECK = Check(
    id="identical",
    title="Target same as source",
    category=Category.UNTRANSLATED,
    severity=Severity.MAJOR,
    find=find,
    description="The translation is the source text itself. Names, numbers, addresses and words that both "
    "languages share are left alone.",
    examples=(
        Example("de", "en", "Die Wahl ist vorbei.", "Die Wahl ist vorbei.", "Die Wahl ist vorbei."),
        Example("ru", "en", "Выборы прошли спокойно.", "Выборы прошли спокойно.", "Выборы прошли спокойно."),
        Example("en", "de", "Read more about it", "Read more about it", "Read more about it"),
        Example("zh", "fr", "选举", "选举", "选举"),
        Example("ja", "zh", "選挙は終わった。", "選挙は終わった。", "選挙は終わった。"),
        Example("de", "en", "Restaurant", "Restaurant"),
        Example("de", "en", "Angela Merkel", "Angela Merkel"),
        Example("en", "fr", "https://example.org/the-end", "https://example.org/the-end"),
        Example("en", "de", "Software Update", "Software Update"),
        Example("en", "de", "12:30 – 14:00", "12:30 – 14:00"),
        Example("en-GB", "en-US", "The election is over.", "The election is over."),
        Example("zh", "ja", "東京都", "東京都"),
        Example("en", "ja", "Toyota Motor Corporation", "Toyota Motor Corporation"),
    ),
)
