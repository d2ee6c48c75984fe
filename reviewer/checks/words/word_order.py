"""Finds function words that cannot stand side by side: words swapped, dropped or confused."""

from collections.abc import Iterator

from reviewer.checks.check import Check, Example, Passage, Report
from reviewer.model.finding import Category, Evidence, Severity
from reviewer.model.span import Span
from reviewer.text.word_pairs import impossible_pairs
from reviewer.text.words import word_spans


def find(passage: Passage) -> Iterator[Report]:
    """Report pairs such as `the of`, and texts that end in an article or conjunction."""
    target = passage.target
    found = target.of(impossible_pairs)
    if not found:
        return
    text = target.text
    spans = target.of(word_spans)
    for i in found:
        first = spans[i]
        if not _plain(text, first, begins=i == 0):
            continue
        if i + 1 == len(spans):
            if text[first.end :].strip(_CLOSING) == "" and text[first.end :].strip():
                yield _report("The sentence cannot end with “{words}”.", text, first)
            continue
        second = spans[i + 1]
        if text[first.end : second.start] == " " and _plain(text, second, begins=False):
            yield _report("“{words}”: these words cannot stand side by side.", text, Span(first.start, second.end))


_CLOSING = '.!?"”’»)] \u00a0\u202f'
_QUOTED = "\"“”„«»‘’'-–—/(*_`"
"""Beside one of these a word may be spoken about, or be part of a compound."""


def _plain(text: str, span: Span, *, begins: bool) -> bool:
    """Say whether a word stands in running text: small letters, nothing attached to it."""
    word = span.of(text)
    if not word.islower() and word != "I" and not begins:
        return False
    return text[span.start - 1 : span.start] not in _MARKS and text[span.end : span.end + 1] not in _MARKS


_MARKS = frozenset(_QUOTED)


def _report(message: str, text: str, span: Span) -> Report:
    return Report(
        message,
        {"words": span.of(text)},
        target_span=span,
        evidence=(Evidence("No sentence of the language puts these function words side by side.", "grammar"),),
    )


CHECK = Check(
    id="word-order",
    title="Words that cannot stand together",
    category=Category.GRAMMAR,
    severity=Severity.MINOR,
    find=find,
    description="Function words in an order no sentence has (“the of”, “very is”, “their have”), which shows that "
    "words were swapped, lost or confused. For English, and a few pairs of other languages.",
    examples=(
        Example("de", "en", "Die Hauptstadt von Samoa", "The capital the of country", "the of"),
        Example("zh", "en", "他们得分了。", "Their have scored twice.", "Their have"),
        Example("de", "en", "Er wurde infiziert.", "He has be infected been have before.", "has be"),
        Example("ja", "en", "私は知らない。", "Me don't know.", "Me don't"),
        Example("fr", "en", "Il est très vieux.", "He is old very and.", "and"),
        Example("en", "es", "the end of the film", "el final de el drama", "de el"),
        Example("en", "it", "the end of the film", "la fine di il film", "di il"),
        Example("en", "de", "the end of the film", "das Ende von das Film", "von das"),
        Example("en", "fr", "in our house", "dans notre la maison", "notre la"),
        Example("en", "ru", "He came to us.", "Он пришёл к мы.", "к мы"),
        Example("en", "pt", "the end of the film", "o fim do o filme", "do o"),
        Example("en", "fr", "They are not.", "Elles ne le sont pas."),
        Example("de", "en", "Er hat geträumt.", "What he dreamed of is over, and what it amounts to is this."),
        Example("de", "en", "Ist es ein Er?", "Is it a he or a she?"),
        Example("de", "en", "Das Wort „the“ ist kurz.", "The word “the” is short, the a-side is long."),
        Example("de", "en", "Vitamin A und B", "He takes vitamin A and B."),
        Example("en", "es", "He of El Salvador", "el de El Salvador"),
        Example("de", "en", "Sie gehen hinein und hinaus.", "They go in and out of it."),
        Example("de", "en", "Wenn er hätte", "Should he have come, we would know."),
    ),
)
