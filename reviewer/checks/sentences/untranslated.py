"""Finds passages left in the source language."""

import re
from collections.abc import Iterator, Sequence

from reviewer.checks.check import Check, Example, Passage, Report
from reviewer.lexicon.spelling import doubtful_words, speller
from reviewer.model.finding import Category, Evidence, Severity
from reviewer.model.span import Span
from reviewer.text.languages import UNDETERMINED, same_language, script, telling_words
from reviewer.text.scripts import letters_of, runs_of
from reviewer.text.words import folded_words, word_spans

PASSAGE_WORDS = 4
"""Words in a row from which on they are a passage; fewer are left to the check of single words."""
PASSAGE_IDEOGRAPHS = 8
_TELLING = 2
_TELLING_WITHOUT_COPY = 4
_LATIN_WORDS = re.compile(r"[A-Za-zÀ-ɏ][\w’'-]*(?: [A-Za-zÀ-ɏ][\w’'-]*){3,}")


def find(passage: Passage) -> Iterator[Report]:
    """Report runs of words in the source's language: by script, by copying, by function words."""
    source, target = passage.source, passage.target
    if same_language(source.lang, target.lang) or UNDETERMINED in (source.lang, target.lang):
        return
    if source.text.strip() == target.text.strip():
        return  # the whole target: another check
    used, own = script(source.lang), script(target.lang)
    if used == own:
        for span, reason in passages(passage):
            yield _report(span, reason)
    elif used == "Latn":
        yield from _latin(passage)
    elif not target.text.isascii():
        for span in runs_of(target.text, letters_of(used) - letters_of(own)):
            if is_passage(span.of(target.text), used):
                yield _report(span, "It is in the script of the source.")


def is_passage(run: str, writing: str) -> bool:
    """Say whether a run of foreign letters is long enough to be a passage and no single word or name."""
    if writing in ("Hans", "Hant", "Jpan"):
        return len(run) >= PASSAGE_IDEOGRAPHS
    return len(run.split()) >= PASSAGE_WORDS


def _report(span: Span, reason: str) -> Report:
    return Report(
        "This passage was left in the source language.",
        target_span=span,
        evidence=(Evidence(reason, "source text"),),
    )


def _latin(passage: Passage) -> Iterator[Report]:
    """Report Latin words in a row in a text of another script, if the source has them and they are no name."""
    theirs = telling_words(passage.source.lang, passage.target.lang)
    text = passage.target.text
    for match in _LATIN_WORDS.finditer(text):
        small = [word for word in match[0].split() if word.islower()]
        if match[0] in passage.source.text and len(small) >= PASSAGE_WORDS and not theirs.isdisjoint(small):
            yield _report(Span(*match.span()), "The same words stand in the source.")


def passages(passage: Passage) -> Iterator[tuple[Span, str]]:
    """Yield the runs of words left in the source's language, where both texts share a script, and how that is known."""
    source, target = passage.source, passage.target
    theirs = telling_words(source.lang, target.lang)
    forms = target.of(folded_words)
    unknown = target.of(doubtful_words)
    telling = len(theirs.intersection(forms))
    if telling < _TELLING and len(unknown) < PASSAGE_WORDS - 1:
        return
    ours = telling_words(target.lang, source.lang)
    text = target.text
    spans = target.of(word_spans)
    done = False
    for start, end in _copied(forms, source.of(folded_words)):
        said = [i for i in range(start, end) if forms[i] in theirs and spans[i].of(text).islower()]
        small = sum(spans[i].of(text).islower() for i in range(start, end))
        strange = sum(span in unknown for span in spans[start:end])
        if small < PASSAGE_WORDS - 1 or (len(said) < _TELLING and strange < PASSAGE_WORDS - 1):
            continue
        if not _is_ours(passage, forms[start:end], ours):
            done = True
            yield Span(spans[start].start, spans[end - 1].end), "The same words stand in the source."
    if done or telling < _TELLING_WITHOUT_COPY:
        return
    for start, end in _runs_without(forms, ours):
        said = [i for i in range(start, end) if forms[i] in theirs and spans[i].of(text).islower()]
        if len({forms[i] for i in said}) >= _TELLING_WITHOUT_COPY and 3 * len(said) >= end - start:
            yield (
                Span(spans[start].start, spans[end - 1].end),
                "Its function words are those of the source language.",
            )


def _is_ours(passage: Passage, run: Sequence[str], ours: frozenset[str]) -> bool:
    """Say whether words copied from the source are in the target language: the source quoted them in it."""
    dictionary = speller(passage.target.lang)
    known = sum(word in ours or (dictionary is not None and dictionary.has(word)) for word in run)
    return 3 * known > 2 * len(run)


def _copied(forms: Sequence[str], there: Sequence[str]) -> list[tuple[int, int]]:
    """Return the longest runs of words, of passage length, that stand in the same order in the source."""
    places: dict[tuple[str, ...], int] = {}
    for j in range(len(there) - PASSAGE_WORDS + 1):
        places.setdefault(tuple(there[j : j + PASSAGE_WORDS]), j)
    found = []
    i = 0
    while i <= len(forms) - PASSAGE_WORDS:
        gram = tuple(forms[i : i + PASSAGE_WORDS])
        if gram not in places:
            i += 1
            continue
        j = places[gram]
        size = PASSAGE_WORDS
        while i + size < len(forms) and j + size < len(there) and forms[i + size] == there[j + size]:
            size += 1
        found.append((i, i + size))
        i += size
    return found


def _runs_without(forms: Sequence[str], ours: frozenset[str]) -> Iterator[tuple[int, int]]:
    start = 0
    for i, form in enumerate((*forms, "")):
        if i == len(forms) or form in ours:
            if i - start >= 2 * PASSAGE_WORDS:
                yield start, i
            start = i + 1


CHECK = Check(
    id="untranslated",
    title="Passage left in the source language",
    category=Category.UNTRANSLATED,
    severity=Severity.CRITICAL,
    find=find,
    description="Four or more words in a row that are still in the source language. Names, titles and what the source "
    "itself quotes in the target's language are left alone.",
    examples=(
        Example(
            "de",
            "en",
            "Er kam nach Hause und legte sich auf das Sofa.",
            "He came home und legte sich auf das Sofa.",
            "und legte sich auf das Sofa",
        ),
        Example("zh", "en", "他说政府不会接受这个提议。", "He said 政府不会接受这个提议.", "政府不会接受这个提议"),
        Example(
            "ru",
            "en",
            "Он сказал, что не придёт завтра утром.",
            "He said, что не придёт завтра утром.",
            "что не придёт завтра утром",
        ),
        Example(
            "en",
            "ja",
            "He said that the house is old and small.",
            "彼は the house is old and small と言った。",
            "the house is old and small",
        ),
        Example(
            "fr",
            "it",
            "Il a dit que le port restera fermé jusqu’à l’été.",
            "Ha detto che le port restera fermé jusqu’à l’été.",
            "le port restera fermé jusqu’à l’été",
        ),
        Example("de", "en", "Der Film „Das Leben der Anderen“ lief.", "The film “Das Leben der Anderen” was shown."),
        Example("de", "en", "Er las Die Zeit und Der Spiegel.", "He read Die Zeit and Der Spiegel."),
        Example("en", "de", "He said: “Read the book.”", "Er sagte: „Lies das Buch.“"),
        Example("de", "en", "Er sagt: „To be or not to be“", "He says: “To be or not to be”"),
        Example("en", "ja", "Bank of America and Wells Fargo", "Bank of America と Wells Fargo"),
    ),
)
