"""Words of a translation that belong to the source's language, though both are written alike."""

import re
from itertools import pairwise

from reviewer.checks.check import Passage
from reviewer.checks.quoting.speech_acts import bare_speakers
from reviewer.checks.words.meant_words import LONGEST_SHORT, is_meant
from reviewer.lexicon.german_nouns import is_common_noun
from reviewer.lexicon.spelling import Speller, doubtful_words, speller
from reviewer.lexicon.vocabulary import LANGUAGES, is_compound, ordinary
from reviewer.model.finding import Evidence
from reviewer.model.span import Span
from reviewer.text.folding import fold
from reviewer.text.languages import primary, telling_words
from reviewer.text.loans import GERMAN_LOANS, INTERNATIONAL_WORDS, borrowed_phrases
from reviewer.text.punctuation import HYPHENS
from reviewer.text.words import folded_words, word_spans, words

SETTING = "words"
"""Id of the project's setting that lists words and names of its own, parted by spaces."""
_STEM = 5
"""Letters two forms of a word share at least: conclure and conclu, Ukrainę and Ukraina."""
_SOUND = 2
"""What stands more often in the source is a sound or the thing it speaks about: ding, ding, ding."""


def own_words(passage: Passage) -> frozenset[str]:
    """Return the words that the project counts as right, in small letters: its setting `words`."""
    return frozenset(str(passage.article.settings.get(SETTING, "")).lower().split())


def foreign_words(passage: Passage) -> list[tuple[Span, str, Evidence]]:
    """Return the words of a target that belong to the source's language though both share a script."""
    source, target = passage.source, passage.target
    dictionary = speller(target.lang)
    if dictionary is None:
        return []
    text = target.text
    there = set(source.of(folded_words))
    doubtful = target.of(doubtful_words)
    candidates = [span for span in doubtful if _is_foreign(_folded(text, span), dictionary, passage, there)]
    candidates += _first_word(passage, dictionary, there)
    candidates += _function_words(passage, dictionary)
    if primary(source.lang) == "de":
        candidates += _german_nouns(passage, dictionary)
    if primary(target.lang) == "de":
        candidates += _copied_compounds(passage)
    if not candidates:
        return []
    found = []
    phrases = target.of(borrowed_phrases)
    people = bare_speakers(source) & bare_speakers(target)
    for span in sorted(set(candidates)):
        word = span.of(text)
        if word.lower() in own_words(passage) or any(span.overlaps(phrase) for phrase in phrases):
            continue
        if fold(word) in people or is_meant(passage, span):
            continue
        found.append((span, word, Evidence(_reason(_folded(text, span), there), source.lang)))
    return found


def _folded(text: str, span: Span) -> str:
    return span.of(text).lower().replace("’", "'")


def _reason(word: str, there: set[str]) -> str:
    return "The same word stands in the source." if word in there else "It is a word of the source language."


def belongs(word: str, lang: str) -> bool | None:
    """Say whether a language has a word; None where that cannot be told.

    A vocabulary, which is not sure of inflected forms, can only say yes.
    """
    dictionary = speller(lang)
    if dictionary is not None:
        return dictionary.has(word) or dictionary.has(word.title())
    return (primary(lang) in LANGUAGES and ordinary(word, lang)) or None


def _is_foreign(word: str, dictionary: Speller, passage: Passage, there: set[str]) -> bool:
    """Say whether the source language, and not the target's, has a word.

    It must stand in the source, or a form of it; where the words of the source language are known it must
    be one of them too, so that names and words foreign to both are left alone. Words that the target's
    dictionary lists as rare must stand in the source as they are.
    """
    if len(word) < 2 or word in INTERNATIONAL_WORDS:
        return False
    theirs = belongs(word, passage.source.lang)
    if theirs is False:
        return False
    if passage.source.of(folded_words).count(word) > _SOUND:
        return False
    if word in there:
        return bool(theirs) or not dictionary.is_rare(word)
    if dictionary.is_rare(word) or len(word) < _STEM or (theirs is None and dictionary.near(word)):
        return False
    stem = word[: max(_STEM, len(word) - 3)]
    return any(other.startswith(stem) for other in there)


def _first_word(passage: Passage, dictionary: Speller, there: set[str]) -> list[Span]:
    """Return the first word of the target if the source language writes it small, and it begins no name."""
    word = next(iter(passage.target.of(words)), "")
    small = word.lower()
    if word in dictionary.right or not word[:1].isupper() or small not in there or len(word) < 2:
        return []
    source = passage.source
    telling = small in telling_words(source.lang, passage.target.lang)
    if not telling and primary(source.lang) != "de" and small not in source.of(words):
        return []  # it begins the source, too, and may be a name that is also a word: Pierre, Rose
    if dictionary.has(word) or dictionary.has(small) or (dictionary.is_rare(small) and not telling):
        return []
    theirs = speller(source.lang)
    if not (theirs.has(small) if theirs is not None else belongs(small, source.lang)):
        return []
    span = passage.target.of(word_spans)[0]
    behind = passage.target.text[span.end : span.end + 2].strip()[:1]
    attached = passage.target.text[max(0, span.start - 1) : span.start]
    return [] if behind.isupper() or behind in HYPHENS or attached == "#" else [span]


def _function_words(passage: Passage, dictionary: Speller) -> list[Span]:
    """Return articles, prepositions and the like that only the source language has, and the source uses."""
    source, target = passage.source, passage.target
    forms = target.of(folded_words)
    telling = telling_words(source.lang, target.lang)
    shared = telling.intersection(forms).intersection(source.of(folded_words))
    found = {word for word in shared if not dictionary.is_common(word)}
    if not found:
        return []
    text = target.text
    spans = target.of(word_spans)
    return [
        spans[i]
        for i, form in enumerate(forms)
        if form in found
        and spans[i].of(text).islower()
        and text[spans[i].start - 1 : spans[i].start] not in HYPHENS
        and text[spans[i].end : spans[i].end + 1] not in HYPHENS
    ]


def _german_nouns(passage: Passage, dictionary: Speller) -> list[Span]:
    """Return German nouns that stand between small letters, and in the source, and are no names."""
    nouns = {
        word
        for word in set(passage.source.of(words)).intersection(passage.target.of(words))
        if len(word) > LONGEST_SHORT
        and word[0].isupper()
        and not dictionary.has(word)
        and not dictionary.knows(word.lower())
        and (is_common_noun(word) or is_compound(word))
    }
    if not nouns:
        return []
    nouns.difference_update(match["name"] for match in _SPEAKER.finditer(passage.source.text))
    found = []
    for match in _NOUN.finditer(passage.target.text):
        word, before = match["noun"], match["before"] or ""
        if word not in nouns or (before[:1].isupper() and not dictionary.has(before.lower())):
            continue
        if is_common_noun(word) or before.lower() not in _BEFORE_PLACES:
            found.append(Span(*match.span("noun")))
    return found


_BEFORE_PLACES = frozenset(("", *"a an and around at between by from in into near of on or outside the to".split()))
"""English words before which a German compound may well be the name of a place or an institution."""


def _copied_compounds(passage: Passage) -> list[Span]:
    """Return pairs of nouns in German that stand in the source in small letters: einen Hardware Store.

    German would join them; that it may know each of them says nothing.
    """
    source, text = passage.source, passage.target.text
    shared = set(source.of(words)).intersection(map(str.lower, passage.target.of(words)))
    pairs = (pair for pair in pairwise(source.of(words)) if shared.issuperset(pair))
    there = {(one, other) for one, other in pairs if one.islower() and other.islower()} if shared else set()
    found = []
    if there:
        spans = passage.target.of(word_spans)
        for (first, one), (second, other) in pairwise((span, span.of(text)) for span in spans):
            pair = (one.lower(), other.lower())
            if not (one[0].isupper() and other[0].isupper() and pair in there and " ".join(pair) not in GERMAN_LOANS):
                continue
            if text[first.end : second.start] == " " and all(belongs(word, source.lang) for word in pair):
                found += [first, second]
    return found


_SPEAKER = re.compile(
    r"(?:(?<=\w )[A-ZÄÖÜ]\w+ |\b(?:sag|mein|schrieb|erklär|beton|warn|forder|kritisier|fügt|so)\w* )"
    r"(?P<name>[A-ZÄÖÜ]\w+)\b"
)
"""Surnames, which may be nouns as well: behind a first name or title, or a verb of saying."""
_NOUN = re.compile(
    r"(?:(?<![\w’'-])(?P<before>[a-z][\w’'-]*[,;]?|^[A-Z][a-z]*|\d+) |^)"
    r"(?P<noun>[A-ZÄÖÜ][a-zäöüß]{3,})(?![\w’'-])(?! [^\W\d_a-zß-öø-ÿ])"
)
