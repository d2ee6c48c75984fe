"""Finds misspelt words."""

import re
from collections.abc import Iterator

from reviewer.checks.check import Check, Example, Passage, Report
from reviewer.checks.words.source_words import foreign_words, own_words
from reviewer.lexicon.spelling import Speller, doubtful_words, speller, swapped
from reviewer.model.finding import Category, Evidence, Severity, Suggestion
from reviewer.model.span import Span
from reviewer.text.words import folded_words, word_spans, words

_SHORT = 3
"""Up to so many letters any unknown word may be an abbreviation: only slips for everyday words count."""
_SHORT_BUT_RARE = 4
_SUGGESTED = 3


def find(passage: Passage) -> Iterator[Report]:
    """Report words unknown to the dictionary: those one slip away from a common word, and as hints the others.

    A word that stands in the source, or twice in the target, is a name or a term; so is one of the project's
    own words.
    """
    target = passage.target
    dictionary = speller(target.lang)
    if dictionary is None:
        return
    text = target.text
    first = _first_word(passage, dictionary)
    if first is not None:
        yield _report(first, first.of(text), _capitalised(first.of(text), dictionary), dictionary)
    doubtful = target.of(doubtful_words)
    if not doubtful:
        return
    there = own_words(passage).union(passage.source.of(folded_words))
    forms = [span.of(text) for span in doubtful]
    if there.issuperset(forms):
        return
    foreign = {span for span, _, _ in foreign_words(passage)}
    for i, (span, word) in enumerate(zip(doubtful, forms, strict=True)):
        if word in there or span in foreign:
            continue
        alone = forms.count(word) == 1 and not _touches(text, doubtful, i)
        fixes = _fixes(word, text, span, dictionary) if alone else ()
        if fixes or not dictionary.knows(word):
            yield _report(span, word, fixes, dictionary)


def _report(span: Span, word: str, fixes: tuple[str, ...], dictionary: Speller) -> Report:
    return Report(
        "“{word}” looks like a slip for “{fix}”." if fixes else "“{word}” is not in the dictionary.",
        {"word": word, "fix": fixes[0]} if fixes else {"word": word},
        target_span=span,
        suggestions=tuple(Suggestion(fix, span) for fix in fixes[:_SUGGESTED]),
        evidence=(Evidence("The dictionary does not have the word.", dictionary.files[0].stem),),
        severity=Severity.MINOR if fixes else Severity.NEUTRAL,
    )


def _fixes(word: str, text: str, span: Span, dictionary: Speller) -> tuple[str, ...]:
    """Return the words a doubtful one is likely a slip for; none where it may be a rare word, unit or name."""
    if len(word) <= _SHORT or (len(word) <= _SHORT_BUT_RARE and dictionary.is_rare(word)):
        beside = text[: span.start].rstrip()[-1:] + text[span.end :].lstrip()[:1]
        if word in _SHORT_WORDS or _NUMBER_OR_NAME.search(beside):
            return ()
        return dictionary.near_everyday(word)
    return () if dictionary.is_rare(word) else dictionary.near(word)


_NUMBER_OR_NAME = re.compile(r"[\d%°(“\"'’.]|[^\W\d_a-zß-öø-ÿ]")
_SHORT_WORDS = frozenset(
    "al bin da de del der des di du el en et il im la le les lo meds mens min mol olds os pre pro se sec ser st str "
    "sui te un una und van von yr yrs za ze zu hr hrs ft oz lb tb tsp eds vol pp ed ca vs ok pm am rd nd th co".split()
)
"""Particles of names, units and other short words that are no slips."""


def _first_word(passage: Passage, dictionary: Speller) -> Span | None:
    """Return the first word of the target if its capital hides a slip: two letters swapped in a common word."""
    word = next(iter(passage.target.of(words)), "")
    if (
        len(word) <= _SHORT
        or word in dictionary.right
        or not word[0].isupper()
        or not word[1:].islower()
        or not word.isalpha()
    ):
        return None
    if dictionary.has(word) or dictionary.knows(word.lower()) or word.lower() in passage.source.of(folded_words):
        return None
    return passage.target.of(word_spans)[0] if _capitalised(word, dictionary) else None


def _capitalised(word: str, dictionary: Speller) -> tuple[str, ...]:
    return tuple(form.title() for form in swapped(word.lower()) if dictionary.is_common(form))


def _touches(text: str, doubtful: tuple[Span, ...], i: int) -> bool:
    """Say whether two doubtful words stand side by side: a foreign phrase, a species' name."""
    beside = [doubtful[j] for j in (i - 1, i + 1) if 0 <= j < len(doubtful)]
    return any(text[min(a.end, doubtful[i].end) : max(a.start, doubtful[i].start)] == " " for a in beside)


CHECK = Check(
    id="spelling",
    title="Misspelt word",
    category=Category.SPELLING,
    severity=Severity.MINOR,
    find=find,
    description="Words the dictionary does not know. Capitalised words, names, and words that stand in the source are "
    "left alone; a word that is no slip for a common one is only a hint. Needs a Hunspell dictionary of the language.",
    examples=(
        Example("zh", "en", "两者都被发现了。", "Both were foudn in it.", "foudn", suggestion="found"),
        Example("de", "en", "Er hat viele Beiträge geleistet.", "He made many contritutions.", "contritutions"),
        Example("ja", "en", "しかし成功した。", "It was sucessful.", "sucessful", suggestion="successful"),
        Example("en", "de", "More unequal societies", "Es gibt ungleichere Länder mit den härtesten Strafen."),
        Example("en", "de", "They left yesterday.", "Sie sind gesten gegangen.", "gesten", suggestion="gestern"),
        Example("en", "fr", "He left yesterday.", "Il est parti hire soir, malheuresement.", "malheuresement"),
        Example("ja", "en", "当初は長かった。", "Orignially it was long.", "Orignially", suggestion="Originally"),
        Example("zh", "en", "他和我知道。", "He knows yuo and me.", "yuo", suggestion="you"),
        Example("de", "en", "Marei kam.", "Marei came."),
        Example("de", "en", "Die Farbe war grau.", "The colour was grey, the color gray."),
        Example("de", "en", "Herr Banas kam.", "Mr Banas came from Przemyśl."),
        Example("de", "en", "Er nennt es kludern.", "He calls it “kludern”."),
        Example("en", "de", "See example.org/hte for more.", "Siehe example.org/hte."),
        Example("zh", "en", "他们用3D打印机。", "They use a 3D-printed part and 4k video."),
        Example("en", "fr", "The man and the water", "L’homme et l’eau qu’il a bue aujourd’hui"),
    ),
)
