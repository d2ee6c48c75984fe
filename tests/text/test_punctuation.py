"""How texts end, in many scripts."""

import pytest

from reviewer.text.punctuation import Ending, ending, question_mark_of, stop_of


@pytest.mark.parametrize(
    ("lang", "text", "kind"),
    [
        ("en", "He left.", "stop"),
        ("en", "“He left.”", "stop"),
        ("en", "(He left).", "stop"),
        ("en", 'He said "I left". ', "stop"),
        ("de", "„Er ging“", "none"),
        ("en", "Really?!", "question"),
        ("en", "Well...", "ellipsis"),
        ("ja", "本当ですか？」", "question"),
        ("ja", "終わった。", "stop"),
        ("hi", "वह गया।", "stop"),
        ("ur", "وہ گیا۔", "stop"),
        ("ar", "هل ذهب؟", "question"),
        ("el", "Έφυγε;", "question"),
        ("en", "He left;", "semicolon"),
        ("fr", "Vraiment\u202f?\u00a0»", "question"),
        ("am", "ሄደ።", "stop"),
        ("en", "Headline", "none"),
        ("en", "", "none"),
    ],
)
def test_the_last_mark_is_found_behind_quotes_and_in_any_script(lang: str, text: str, kind: str) -> None:
    assert ending(text, lang).kind == Ending(kind)


def test_each_language_has_its_own_marks() -> None:
    assert [stop_of(tag) for tag in ("de", "ja", "hi", "ur", "th")] == [".", "。", "।", "۔", ""]
    assert [question_mark_of(tag) for tag in ("de", "ja", "el", "fa")] == ["?", "？", ";", "؟"]
