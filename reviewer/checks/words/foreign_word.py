"""Finds single words left in the source language."""

import re
from collections.abc import Iterator

from reviewer.checks.check import Check, Example, Passage, Report
from reviewer.checks.sentences.untranslated import is_passage, passages
from reviewer.checks.words.meant_words import in_source, is_term, set_apart, set_apart_there
from reviewer.checks.words.source_words import belongs, foreign_words, own_words
from reviewer.model.finding import Category, Evidence, Severity
from reviewer.model.span import Span
from reviewer.text.languages import same_language, script
from reviewer.text.loans import INTERNATIONAL_WORDS
from reviewer.text.scripts import CASED, letters_of, runs_of
from reviewer.text.words import words


def find(passage: Passage) -> Iterator[Report]:
    """Report words in the source's script, and words no dictionary of the target knows but the source does."""
    source, target = passage.source, passage.target
    if same_language(source.lang, target.lang) or source.text.strip() == target.text.strip():
        return
    if script(source.lang) != script(target.lang):
        if not target.text.isascii():
            yield from _by_script(passage)
            yield from _copied_latin(passage)
        return
    found = foreign_words(passage)
    whole = [span for span, _ in passages(passage)] if len(found) > 1 else []
    found = [(span, word, reason) for span, word, reason in found if not any(span.overlaps(run) for run in whole)]
    for span, evidence in _in_a_row(found, target.text):
        word = span.of(target.text)
        yield Report(
            "“{word}” was left in the source language.",
            {"word": word},
            source_span=in_source(passage, word),
            target_span=span,
            evidence=(evidence,),
            severity=Severity.NEUTRAL if is_term(target.text, span) else None,
        )


def _in_a_row(found: list[tuple[Span, str, Evidence]], text: str) -> Iterator[tuple[Span, Evidence]]:
    """Yield what was found, words that follow one another as one: Hardware Store."""
    row: Span | None = None
    reason: Evidence | None = None
    for span, _, evidence in found:
        if row is not None and reason == evidence and text[row.end : span.start] == " ":
            row = Span(row.start, span.end)
            continue
        if row is not None and reason is not None:
            yield row, reason
        row, reason = span, evidence
    if row is not None and reason is not None:
        yield row, reason


def _by_script(passage: Passage) -> Iterator[Report]:
    """Report runs of letters in a script that the source uses and the target language does not."""
    used, own = script(passage.source.lang), script(passage.target.lang)
    text = passage.target.text
    for span in runs_of(text, letters_of(used) - letters_of(own) - {"Latn"}):
        word = span.of(text)
        if set_apart(text, span) or not word[0].isalpha() or is_passage(word, used):
            continue
        mixed = len(word) == 1 and used in CASED
        yield Report(
            "“{word}” is a letter of another alphabet that only looks right."
            if mixed
            else "“{word}” was left in the source language.",
            {"word": word},
            source_span=None if mixed else in_source(passage, word),
            target_span=span,
            category=Category.SPELLING if mixed else None,
            severity=Severity.MINOR if mixed else None,
        )


def _copied_latin(passage: Passage) -> Iterator[Report]:
    """Report Latin words inside another script that the source has in small letters, so that they are no names."""
    source, text = passage.source, passage.target.text
    if script(source.lang) != "Latn" or script(passage.target.lang) == "Latn":
        return
    there: set[str] | None = None
    for match in _LATIN_WORD.finditer(text):
        word = match[0].lower()
        if there is None:
            there = {form for form in source.of(words) if form.islower()}
        if word not in there or word in INTERNATIONAL_WORDS or word in own_words(passage):
            continue
        span = Span(*match.span())
        if belongs(word, source.lang) and not set_apart(text, span) and not set_apart_there(passage, word):
            yield Report(
                "“{word}” was left in the source language.",
                {"word": match[0]},
                source_span=in_source(passage, word),
                target_span=span,
                evidence=(Evidence("The same word stands in the source.", source.lang),),
                severity=Severity.MINOR,
            )


_LATIN_WORD = re.compile(
    r"[A-Za-zÀ-ɏ](?<![A-Za-zÀ-ɏ\d@./:_&#-].)(?<![A-Za-zÀ-ɏ] .)[A-Za-zÀ-ɏ]{3,}(?![A-Za-zÀ-ɏ\d@./:_&-])(?! [A-Za-zÀ-ɏ])"
)
"""One Latin word by itself: more in a row are a name, or a passage for the check `untranslated`.

A letter goes first, which is how `re` searches fast.
"""
CHECK = Check(
    id="foreign-word",
    title="Word left in the source language",
    category=Category.UNTRANSLATED,
    severity=Severity.MAJOR,
    find=find,
    description="Single words that were not translated: in another script, or unknown to the target's dictionary "
    "while the source or its dictionary has them. Words in quotation marks or brackets are taken as meant.",
    examples=(
        Example("zh", "en", "宠物尿液中有三聚氰胺。", "There was 三聚氰胺 in the urine.", "三聚氰胺"),
        Example("ru", "en", "Он купил квартиру.", "He bought a квартиру.", "квартиру"),
        Example("fr", "en", "Ils ont pu conclure que c’est vrai.", "They could conclure that it is true.", "conclure"),
        Example("pl", "en", "Komisarz przyszedł w niedzielę.", "The commissioner came on niedzielę.", "niedzielę"),
        Example("de", "en", "Das Gesetz wurde unterzeichnet.", "The law was unterzeichnete.", "unterzeichnete"),
        Example(
            "en", "de", "They signed the agreement today.", "Sie haben das agreement heute unterschrieben.", "agreement"
        ),
        Example("de", "en", "Bisher kam er nicht.", "Bisher he did not come.", "Bisher"),
        Example("de", "en", "Die Krankheit traf viele.", "The Krankheit hit many.", "Krankheit"),
        Example(
            "de", "en", "Es wird mit Rindertalg geschmiert.", "It is greased with Rindertalg every year.", "Rindertalg"
        ),
        Example("en", "de", "He runs a hardware store.", "Er betreibt einen Hardware Store.", "Hardware Store"),
        Example("en", "de", "As in “No man is an island”.", "Wie in „No man is an island“."),
        Example("en", "de", "They sell fast food.", "Sie verkaufen Fast Food."),
        Example("en", "de", "The robot is 8 ft. long.", "Der Roboter ist 8 ft. lang."),
        Example("de", "en", "Er wohnt in Rostock am Schlossplatz.", "He lives in Rostock by the Schlossplatz."),
        Example(
            "de", "en", "Georg Schreck las die Stuttgarter Zeitung.", "Georg Schreck read the Stuttgarter Zeitung."
        ),
        Example("de", "en", "Der Bundestag tagt.", "The Bundestag is in session."),
        Example("pl", "en", "Wysiłki były duże, a dzięki nim jest lepiej.", "It is better dzięki them.", "dzięki"),
        Example("de", "en", "Deutsche Bahn sucht Berater.", "Deutsche Bahn is looking for advisers."),
        Example("en", "de", "A Stand-up comedian", "Ein Stand-up-Comedian"),
        Example("fr", "en", "Le monde et la paix", "The world et peace", "et"),
        Example("uk", "en", "Служба", "The servicе", "е"),
        Example("zh", "en", "这叫做关系。", "This is called guanxi (关系)."),
        Example("de", "en", "Das nennt man „gemütlich“.", "This is what “gemütlich” means."),
        Example("de", "en", "Ursula von der Leyen kam.", "Ursula von der Leyen came."),
        Example("fr", "en", "John le Carré est mort.", "John le Carré has died."),
        Example("zh", "en", "他用 gcc 编译。", "He compiles with gcc."),
        Example(
            "fr", "en", "Il est de facto chef (James et al., 1995).", "He is the de facto head (James et al., 1995)."
        ),
        Example("de", "en", "Das Restaurant ist zu.", "The restaurant is closed."),
        Example("zh", "ja", "中国政府表示反对。", "中国政府は反対した。"),
    ),
)
