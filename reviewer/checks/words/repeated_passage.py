"""Finds stretches of a translation that stand there twice."""

import re
from collections.abc import Iterator, Sequence

from reviewer.checks.check import Check, Example, Passage, Report
from reviewer.model.finding import Category, Severity, Suggestion
from reviewer.model.segment import without_codes
from reviewer.model.span import Span
from reviewer.text.languages import script
from reviewer.text.reading import Reading
from reviewer.text.words import folded_words, word_pairs, word_spans

_FAR = 10
"""Words in a row that do not recur by chance in one paragraph."""
_FAR_IDEOGRAPHS = 16
_UNSPACED = frozenset(("Hans", "Hant", "Jpan", "Thai", "Laoo", "Khmr", "Mymr"))


def find(passage: Passage) -> Iterator[Report]:
    """Report a phrase repeated on the spot, a long one repeated further on, or a whole paragraph again."""
    if _same_as_before(passage):
        yield Report(
            "This repeats the translation of the paragraph before; the source says something else.",
            target_span=Span(0, len(passage.target.text)),
            category=Category.MISTRANSLATION,
            severity=Severity.MAJOR,
        )
        return
    if script(passage.target.lang) in _UNSPACED:
        yield from _repeated_run(passage)
        return
    forms = passage.target.of(folded_words)
    if len(passage.target.of(word_pairs)) < len(forms) - 1:
        yield from _repeated_words(passage, forms)


def _repeated_words(passage: Passage, forms: Sequence[str]) -> Iterator[Report]:
    text = passage.target.text
    start = 0
    last: dict[str, int] = {}
    skip_to = 0
    while start < len(forms):
        before = last.get(forms[start])
        last[forms[start]] = start
        if before is not None and start >= skip_to:
            size = start - before
            if size > 1 and forms[before:start] == forms[start : start + size]:
                spans = passage.target.of(word_spans)
                first, second = (
                    Span(spans[before].start, spans[start - 1].end),
                    Span(spans[start].start, spans[start + size - 1].end),
                )
                if _on_the_spot(text, spans, before, start, size) and not _source_repeats(passage.source, 2):
                    skip_to = start + size
                    yield Report(
                        "“{phrase}” is repeated.",
                        {"phrase": first.of(text)},
                        target_span=Span(first.start, second.end),
                        suggestions=(Suggestion("", Span(first.end, second.end), "keep it once"),),
                    )
        start += 1
    if skip_to == 0 and len(forms) - len(set(forms)) >= _FAR:
        yield from _recurring(passage, forms)


_WITHIN = re.compile(r"[\s/'’–-]+|")


def _on_the_spot(text: str, spans: Sequence[Span], before: int, start: int, size: int) -> bool:
    """Say whether a phrase and its repetition follow each other with nothing but a space between.

    Within the phrase hyphens may stand: `Covid-19 Covid-19`.
    """
    gap = without_codes(text[spans[start - 1].end : spans[start].start])
    if not gap.isspace() or "\n" in gap:
        return False
    return all(
        i == start - 1 or _WITHIN.fullmatch(without_codes(text[spans[i].end : spans[i + 1].start]))
        for i in range(before, start + size - 1)
    )


def _recurring(passage: Passage, forms: Sequence[str]) -> Iterator[Report]:
    seen: dict[tuple[str, ...], int] = {}
    for i in range(len(forms) - _FAR + 1):
        gram = tuple(forms[i : i + _FAR])
        first = seen.setdefault(gram, i)
        if i - first >= _FAR and len(set(gram)) >= _FAR - 3:
            if _source_repeats(passage.source, 3):
                return
            size = _FAR
            while i + size < len(forms) and forms[first + size] == forms[i + size] and first + size < i:
                size += 1
            spans = passage.target.of(word_spans)
            yield Report(
                "These {count} words appear twice in this paragraph; the source does not repeat itself.",
                {"count": str(size)},
                target_span=Span(spans[i].start, spans[i + size - 1].end),
            )
            return


def _repeated_run(passage: Passage) -> Iterator[Report]:
    text = passage.target.text
    grams = [text[i : i + _FAR_IDEOGRAPHS] for i in range(len(text) - _FAR_IDEOGRAPHS + 1)]
    if len(set(grams)) == len(grams):
        return
    seen: dict[str, int] = {}
    for i, gram in enumerate(grams):
        first = seen.setdefault(gram, i)
        if i - first >= _FAR_IDEOGRAPHS and sum(not char.isascii() for char in set(gram)) >= _FAR_IDEOGRAPHS // 2:
            if _source_repeats(passage.source, 3):
                return
            size = _FAR_IDEOGRAPHS
            while i + size < len(text) and text[first + size] == text[i + size] and first + size < i:
                size += 1
            yield Report(
                "These {count} characters appear twice in this paragraph; the source does not repeat itself.",
                {"count": str(size)},
                target_span=Span(i, i + size),
            )
            return


def _source_repeats(source: Reading, size: int) -> bool:
    """Say whether the source holds some `size` words (or twice as many characters) more than once."""
    if script(source.lang) in _UNSPACED:
        items: Sequence[str] = [c for c in source.text if c.isalpha()]
        size *= 2
    else:
        items = source.of(folded_words)
    grams = [tuple(items[i : i + size]) for i in range(len(items) - size + 1)]
    return len(set(grams)) < len(grams)


def _same_as_before(passage: Passage) -> bool:
    if passage.before is None:
        return False
    source, target = passage.before
    text = passage.target.text.strip()
    return (
        len(text) >= 30 and text == target.text.strip() and source.of(folded_words) != passage.source.of(folded_words)
    )


CHECK = Check(
    id="repeated-passage",
    title="Repeated passage",
    category=Category.DUPLICATION,
    severity=Severity.MINOR,
    find=find,
    description="A phrase that stands there twice in a row, a long stretch that recurs in the paragraph, or the "
    "paragraph before once more, where the source does not repeat itself.",
    examples=(
        Example(
            "de",
            "en",
            "Er wartete im Haus auf sie.",
            "He waited in the house in the house for her.",
            "in the house in the house",
            suggestion="",
        ),
        Example(
            "fr",
            "de",
            "Le gouvernement a annoncé hier une réforme de la santé, mais elle tarde à venir selon les syndicats.",
            "Die Regierung hat gestern in Paris eine große Reform der Pflege angekündigt, aber die Regierung hat "
            "gestern in Paris eine große Reform der Pflege angekündigt, sagen die Gewerkschaften.",
            "die Regierung hat gestern in Paris eine große Reform der Pflege angekündigt",
        ),
        Example(
            "en",
            "ja",
            "The government announced a reform on Monday.",
            "政府は月曜日に新しい改革案を発表した。政府は月曜日に新しい改革案を発表した。",
            "政府は月曜日に新しい改革案を発表した。",
        ),
        Example("zh", "en", "他得了新冠。", "He has Covid-19 Covid-19.", "Covid-19 Covid-19"),
        Example("de", "en", "Er lief und lief und lief.", "He ran and ran and ran."),
        Example("de", "en", "von Tür zu Tür zu Tür", "from door to door to door"),
        Example(
            "de",
            "en",
            "Ein Volk, das nicht kämpft, ein Volk, das nicht hofft, ist kein Volk mehr, das lebt.",
            "A people that does not fight, a people that does not hope, is no longer a people that lives.",
        ),
        Example("zh", "en", "一天又一天又一天", "day after day after day"),
    ),
)
