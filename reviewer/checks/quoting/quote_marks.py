"""Finds quotation marks without their other half."""

from collections.abc import Iterator

from reviewer.checks.check import Check, Example, Passage, Report
from reviewer.checks.quoting.house_marks import DIALOGUE_DASH, closing_mark, closing_place, house_marks, short
from reviewer.model.finding import Category, Severity, Suggestion
from reviewer.model.span import Span
from reviewer.text.quotation_pairs import paired, words
from reviewer.text.quotations import Quotation, quotations
from reviewer.text.reading import Reading

_STATEMENT = 7
"""From so many words on, not knowing where a quotation ends is a major error."""


def find(passage: Passage) -> Iterator[Report]:
    """Report a mark left alone, unless source or neighbours show that the quotation goes on."""
    theirs = passage.target.of(quotations)
    if all(quotation.whole for quotation in theirs):
        return
    ours = passage.source.of(quotations)
    pairs = paired(passage.source.text, ours, passage.target.text, theirs)
    alone = sum(1 for quotation in ours if not quotation.whole)
    for origin, quotation in pairs:
        if quotation is None or quotation.whole or (origin and not origin.whole):
            continue
        if origin is None and (alone or _is_dialogue(passage)):
            continue
        if not _runs_on(passage):
            yield _report(passage, origin, quotation)


def _is_dialogue(passage: Passage) -> bool:
    """Say whether the source marks speech by dashes, here or from the paragraph before on."""
    before = passage.before[0].text if passage.before else ""
    return bool(DIALOGUE_DASH.match(passage.source.text) or DIALOGUE_DASH.match(before))


def _runs_on(passage: Passage) -> bool:
    """Say whether a quotation may come from the paragraph before or go on in the next.

    By the convention of newspapers each paragraph of a long quotation opens with a mark and only the
    last one closes.
    """
    neighbours: list[Reading] = [pair[1] for pair in (passage.before, passage.after) if pair is not None]
    return any(not other.whole for reading in neighbours for other in reading.of(quotations))


def _report(passage: Passage, origin: Quotation | None, quotation: Quotation) -> Report:
    target = passage.target.text
    said = quotation.inner.of(target)
    if quotation.opening:
        start = quotation.span.start
        span = Span(start, start + len(quotation.opening))
        message = "The quotation “{quoted}” is opened and never closed."
        place = closing_place(passage, origin, quotation) if origin else None
        mark = closing_mark(passage, quotation)
        label = f"close the quotation with {mark.strip()}"
    else:
        end = quotation.span.end
        span = Span(end - len(quotation.closing), end)
        message = "A quotation mark closes “{quoted}”, but none opens it."
        place = quotation.inner.start if origin and not passage.source.text[: origin.span.start].strip() else None
        mark = house_marks(passage).pair(quotation.depth)[0]
        label = f"open the quotation with {mark.strip()}"
    return Report(
        message,
        {"quoted": short(said)},
        source_span=origin.span if origin else None,
        target_span=span,
        suggestions=() if place is None else (Suggestion(mark, Span(place, place), label),),
        severity=Severity.MAJOR if origin and words(said) >= _STATEMENT else Severity.MINOR,
    )


CHECK = Check(
    id="quote-marks",
    title="Unpaired quotation mark",
    category=Category.PUNCTUATION,
    severity=Severity.MINOR,
    find=find,
    description="A quotation mark without its other half in the target. Quotations that run over several "
    "paragraphs, inches, apostrophes and Hebrew abbreviations are left alone.",
    examples=(
        Example("de", "en", "„Ja“, sagte er.", "“Yes, he said.", "“", "”"),
        Example("de", "en", "„Ja“, sagte er.", 'Yes," he said.', '"'),
        Example("en", "de", "“Yes,” he said.", "„Ja, sagte er.", "„", "“"),
        Example("en", "fr", "“Yes,” he said.", "«\u00a0Oui, a-t-il dit.", "«", "\u00a0»"),
        Example("en", "ja", "“Yes,” he said.", "「はい、と彼は言った。", "「", "」"),
        Example("en", "de", "“Yes,” he said.", "„Ja“, sagte er."),
        Example("en", "de-CH", "“Yes,” he said.", "«Ja», sagte er."),
        Example("en", "sv", "“Yes,” he said.", "”Ja”, sa han."),
        Example("en", "da", "“Yes,” he said.", "»Ja«, sagde han."),
        Example("en", "pl", "“Yes,” he said.", "„Tak”, powiedział."),
        Example("de", "en", "„Ja“, sagte er.", '“Yes," he said.'),
        Example("de", "en", "Ein Bildschirm mit 12 Zoll", 'A 12" screen'),
        Example("en", "he", "The army spoke.", 'צה"ל דיבר.'),
        Example("en", "he", "The “New Guard” came.", 'ה"שומר החדש" בא.'),
        Example("en", "he", "The “New Guard” came.", 'ה"שומר החדש בא.', '"'),
        Example("de", "en", "„Es geht weiter.", "“It goes on."),
        Example("en", "ja", "“He called it ‘great’,” she said.", "「彼は『素晴らしい』と言った」と彼女は述べた。"),
        Example("de", "en", "„Eins.\n„Zwei.“", "“One.\n“Two.”"),
        Example("de", "en", "Das Haus der Jungen", "The boys’ house"),
        Example("ru", "en", "— Пора, — сказал он.", "“It is time,” he said. “"),
        Example("de", "en", "Ein schönes Haus am See", 'A nice house " by the lake', '"'),
    ),
)
