"""Finds single words left in the source language."""

import re
from collections.abc import Iterator
from itertools import pairwise

from reviewer.checks.check import Check, Example, Passage, Report
from reviewer.checks.speech_acts import bare_speakers
from reviewer.checks.untranslated import is_passage, passages
from reviewer.lexicon.german_nouns import is_common_noun
from reviewer.lexicon.spelling import Speller, doubtful_words, speller
from reviewer.lexicon.vocabulary import LANGUAGES, is_compound, ordinary
from reviewer.model.finding import Category, Evidence, Severity
from reviewer.model.span import Span
from reviewer.text.folding import fold
from reviewer.text.languages import primary, same_language, script, telling_words
from reviewer.text.loans import GERMAN_LOANS, INTERNATIONAL_WORDS, borrowed_phrases
from reviewer.text.scripts import CASED, letters_of, runs_of
from reviewer.text.words import folded_words, word_spans, words

SETTING = "words"
"""Id of the project's setting that lists words and names of its own, parted by spaces."""
_STEM = 5
"""Letters two forms of a word share at least: conclure and conclu, Ukrainę and Ukraina."""


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
            source_span=_in_source(passage, word),
            target_span=span,
            evidence=(evidence,),
            severity=Severity.NEUTRAL if _is_term(span, target.text) else None,
        )


def _is_term(span: Span, text: str) -> bool:
    """Say whether words in a row are kept on purpose: a title of three or more (das National Executive Committee), what
    a compound is made of (Tomb-Raider- and Tomb Raider-Spiele), what is said again."""
    row = span.of(text)
    if " " not in row or not row.istitle():
        return False
    return row.count(" ") > 1 or text[span.end : span.end + 1] in _HYPHENS or text.count(row) > 1


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


def own_words(passage: Passage) -> frozenset[str]:
    """Return the words that the project counts as right, in small letters: its setting `words`."""
    return frozenset(str(passage.article.settings.get(SETTING, "")).lower().split())


def _by_script(passage: Passage) -> Iterator[Report]:
    """Report runs of letters in a script that the source uses and the target language does not."""
    used, own = script(passage.source.lang), script(passage.target.lang)
    text = passage.target.text
    for span in runs_of(text, letters_of(used) - letters_of(own) - {"Latn"}):
        word = span.of(text)
        if _set_apart(text, span) or not word[0].isalpha() or is_passage(word, used):
            continue
        mixed = len(word) == 1 and used in CASED
        yield Report(
            "“{word}” is a letter of another alphabet that only looks right."
            if mixed
            else "“{word}” was left in the source language.",
            {"word": word},
            source_span=None if mixed else _in_source(passage, word),
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
        if _belongs(word, source.lang) and not _set_apart(text, span) and not _set_apart_there(passage, word):
            yield Report(
                "“{word}” was left in the source language.",
                {"word": match[0]},
                source_span=_in_source(passage, word),
                target_span=span,
                evidence=(Evidence("The same word stands in the source.", source.lang),),
                severity=Severity.MINOR,
            )


_LATIN_WORD = re.compile(
    r"(?<![A-Za-zÀ-ɏ\d@./:_&#-])(?<![A-Za-zÀ-ɏ] )[A-Za-zÀ-ɏ]{4,}(?![A-Za-zÀ-ɏ\d@./:_&-])(?! [A-Za-zÀ-ɏ])"
)
"""One Latin word by itself: more in a row are a name, or a passage for the check `untranslated`."""


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
        if fold(word) in people:
            continue
        if _is_unit(text, span):
            continue
        if (
            not _set_apart(text, span, source.text)
            and not _in_a_name(text, span)
            and not _set_apart_there(passage, word)
        ):
            found.append((span, word, Evidence(_reason(_folded(text, span), there), source.lang)))
    return found


def _folded(text: str, span: Span) -> str:
    return span.of(text).lower().replace("’", "'")


def _reason(word: str, there: set[str]) -> str:
    return "The same word stands in the source." if word in there else "It is a word of the source language."


def _belongs(word: str, lang: str) -> bool | None:
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
    theirs = _belongs(word, passage.source.lang)
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
    if not (theirs.has(small) if theirs is not None else _belongs(small, source.lang)):
        return []
    span = passage.target.of(word_spans)[0]
    behind = passage.target.text[span.end : span.end + 2].strip()[:1]
    attached = passage.target.text[max(0, span.start - 1) : span.start]
    return [] if behind.isupper() or behind in _HYPHENS or attached == "#" else [span]


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
        and text[spans[i].start - 1 : spans[i].start] not in _HYPHENS
        and text[spans[i].end : spans[i].end + 1] not in _HYPHENS
    ]


_HYPHENS = ("-", "\u2010", "\u2011")


def _german_nouns(passage: Passage, dictionary: Speller) -> list[Span]:
    """Return German nouns that stand between small letters, and in the source, and are no names."""
    nouns = {
        word
        for word in set(passage.source.of(words)).intersection(passage.target.of(words))
        if len(word) > _LONGEST_SHORT
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
    small = source.of(words)
    there = {(one, other) for one, other in pairwise(small) if one.islower() and other.islower()}
    found = []
    if there:
        spans = passage.target.of(word_spans)
        for (first, one), (second, other) in pairwise((span, span.of(text)) for span in spans):
            pair = (one.lower(), other.lower())
            if not (one[0].isupper() and other[0].isupper() and pair in there and " ".join(pair) not in GERMAN_LOANS):
                continue
            if text[first.end : second.start] == " " and all(_belongs(word, source.lang) for word in pair):
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


def _in_a_name(text: str, span: Span) -> bool:
    """Say whether a word is part of a name: a particle beside a capital (`le Carré`, `von der Leyen`), or any
    short word between two (`Printing and Minting Co.`).
    """
    word = span.of(text)
    if word[0].isupper() or (len(word) > _LONGEST_SHORT and word not in _PARTICLES):
        return False
    before = _CAPITALISED.search(text, 0, span.start) is not None
    behind = _BEFORE_NAME.match(text, span.end) is not None
    return (before or behind) if word in _PARTICLES else (before and behind)


_PARTICLES = frozenset(
    "al bin d da das de degli del della delle den der des di do dos du el e ibn la las le les los van von y zu "
    "zum".split()
)


def _is_unit(text: str, span: Span) -> bool:
    """Say whether a word is the sign of a unit behind a number, which no language translates: 8 ft."""
    return span.of(text).lower() in _UNITS and text[: span.start].rstrip()[-1:].isdigit()


_UNITS = frozenset("ft lb lbs oz mph mi yd sq psi rpm hp".split())


def _set_apart_there(passage: Passage, word: str) -> bool:
    """Say whether the source, too, quotes the word as one of another language."""
    span = _in_source(passage, word)
    return span is not None and _set_apart(passage.source.text, span)


_LONGEST_SHORT = 4
_BEFORE_NAME = re.compile(
    r" (?:(?:d[aeiou]|de[lmnrs]|der|den|l[aeo]s?|van|von|al|el|y|bin) )*[^\W\d_a-zß-öø-ÿа-яёіїєґα-ώ]"
)
_CAPITALISED = re.compile(r"(?<=[^.!?:] )[^\W\d_a-zß-öø-ÿа-яёіїєґα-ώ]\w* $")


def _set_apart(text: str, span: Span, source: str = "") -> bool:
    """Say whether a word stands (nearly) alone in quotation marks or brackets: “Sonderweg”, hryvnia (гривня).

    What the source has just so may be longer: a title or a saying.
    """
    start = max(text.rfind(mark, max(0, span.start - _APART), span.start) for mark in _OPENING)
    if start < 0 or any(mark in text[start + 1 : span.start] for mark in _CLOSING):
        return False
    ends = [end for mark in _CLOSING if (end := text.find(mark, span.end, span.end + _APART)) >= 0]
    if not ends:
        return False
    inside = text[start + 1 : min(ends)]
    return len(inside.split()) <= (_TITLE if inside in source else _FEW)


_SOUND = 2
"""What stands more often in the source is a sound or the thing it speaks about: ding, ding, ding."""
_FEW = 3
"""Words inside quotation marks that still name something; more are speech."""
_TITLE = 6
_APART = 40
_OPENING = "([{<“„«‘「『（《\"'*_"
_CLOSING = ")]}>”»’“」』）》\"'*_"


def _in_source(passage: Passage, word: str) -> Span | None:
    at = passage.source.text.lower().find(word.lower())
    return (
        Span(at, at + len(word)) if at >= 0 and len(passage.source.text.lower()) == len(passage.source.text) else None
    )


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
