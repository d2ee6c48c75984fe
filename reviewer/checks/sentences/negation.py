"""Negations that the translation drops or adds."""

import re
from collections.abc import Iterator

from reviewer.checks.check import Check, Example, Passage, Report
from reviewer.checks.sentences.sentence_pairs import parallel
from reviewer.model.finding import Category, Severity
from reviewer.model.span import Span
from reviewer.text.languages import primary
from reviewer.text.negation import hints_at_negation, knows_negation, negations

_JOINED = frozenset(("zh", "ja", "ko", "th"))
"""Languages whose negations stand inside words, where a closed list sees less clearly."""
_ASKS = re.compile("[?？؟;]|か。|吗")
"""Questions are denied and affirmed freely: "Isn't it late?" asks the same as "Is it late?"."""
_ENDS = {
    "ja": re.compile("(?:です|だ)?(?:と(?:いう|のこと(?:だ|です)?|した|している))?[。．！」]"),
    "ko": re.compile('(?:았|었|했|겠|는|을|ㄹ)?(?:습니)?다(?:[."”』」]|고 |며 |는 )'),
}
"""What may follow a negation that ends its sentence."""
_LETTERS = re.compile(r"[^\W\d_]")


def find(passage: Passage) -> Iterator[Report]:
    """Report each pair of sentences of which only one denies, with nothing in the other that hints at it."""
    source, target = passage.source, passage.target
    if primary(source.lang) == primary(target.lang):
        return
    if not knows_negation(source.lang) or not knows_negation(target.lang):
        return
    ours, theirs = source.of(negations), target.of(negations)
    if not ours and not theirs:
        return
    for here, there in parallel(source, target):
        mine = [span for span in ours if span.overlaps(here)]
        other = [span for span in theirs if span.overlaps(there)]
        if bool(mine) != bool(other):
            yield from _compare(passage, here, there, mine, other)


def _compare(passage: Passage, here: Span, there: Span, ours: list[Span], theirs: list[Span]) -> Iterator[Report]:
    source, target = here.of(passage.source.text), there.of(passage.target.text)
    if _ASKS.search(source) or _ASKS.search(target):
        return
    if not _LETTERS.search(source) or not _LETTERS.search(target):
        return
    source_lang, target_lang = passage.source.lang, passage.target.lang
    joined = primary(source_lang) in _JOINED or primary(target_lang) in _JOINED
    if theirs:
        if hints_at_negation(source, source_lang, beside=(target, target_lang)):
            return
        negator = theirs[0]
        yield Report(
            "“{word}” makes this negative; the source is not.",
            {"word": negator.of(passage.target.text).strip()},
            source_span=here,
            target_span=negator,
            severity=Severity.MINOR if joined else Severity.MAJOR,
        )
    elif not hints_at_negation(target, target_lang, loosely=True, beside=(source, source_lang)):
        closing = next((span for span in ours if _closes(passage.source.text, span, source_lang)), None)
        negator = closing or ours[0]
        yield Report(
            "The source is negative (“{word}”); the translation is not.",
            {"word": negator.of(passage.source.text).strip()},
            source_span=negator,
            target_span=there,
            severity=Severity.NEUTRAL if primary(source_lang) in _JOINED and closing is None else Severity.MINOR,
            category=Category.OMISSION,
        )


def _closes(text: str, negator: Span, lang: str) -> bool:
    """Say whether a negation is the predicate of a sentence, where the list sees clearly: 使わないという。 없다."""
    ends = _ENDS.get(primary(lang))
    return ends is not None and ends.match(text, negator.end) is not None


CHECK = Check(
    id="negation",
    title="Negation",
    category=Category.MISTRANSLATION,
    severity=Severity.MAJOR,
    find=find,
    description=(
        "A sentence that is negative while its counterpart is not. Works from closed lists for 34 languages and stays "
        "silent where another word (without, un-, refuse, hardly) may stand for the negation, and in questions."
    ),
    examples=(
        Example("de", "en", "Der Minister trat am Montag zurück.", "The minister did not resign on Monday.", "not"),
        Example("de", "en", "Der Minister trat am Montag nicht zurück.", "The minister resigned on Monday.", "nicht"),
        Example("en", "de", "The bridge is not safe.", "Die Brücke steht.", "not"),
        Example("fr", "en", "Le pont n’est pas sûr.", "The bridge is safe.", "n’est"),
        Example("en", "ru", "The talks took place in Paris.", "Переговоры в Париже не состоялись.", "не"),
        Example("en", "ar", "The talks took place in Paris.", "لم تجر المحادثات في باريس.", "لم"),
        Example("en", "ja", "The talks took place in Paris.", "会談はパリで行われなかった。", "なかった"),
        Example("zh", "en", "会谈在巴黎举行。", "The talks were not held in Paris.", "not"),
        Example(
            "de",
            "en",
            "Ohne eine Absprache laufen die Räder nicht.",
            "Without an agreement the wheels will run.",
            "nicht",
        ),
        Example("ja", "en", "通常の運航で使うことはないという。", "It is used in normal operation, he says.", "ない"),
        Example("de", "en", "Es ist unmöglich, das zu wissen.", "You cannot know that."),
        Example("de", "en", "Er kam ohne Mantel.", "He did not wear a coat."),
        Example(
            "de", "en", "Nicht nur die Brücke, auch die Straße ist zu.", "Both the bridge and the road are closed."
        ),
        Example("en", "es", "No fewer than 30 people came.", "Vinieron al menos 30 personas."),
        Example("ar", "en", "لا يزال الميناء مغلقا.", "The harbour is still closed."),
        Example("zh", "en", "会议不断延长。", "The meeting kept being extended."),
        Example("ja", "en", "行かなければならない。", "I have to go."),
        Example("ru", "en", "Он не только пришёл, но и остался.", "He came and stayed as well."),
        Example("en", "de", "Isn’t it late?", "Ist es schon spät?"),
    ),
)
