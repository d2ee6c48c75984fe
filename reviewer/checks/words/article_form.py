"""Finds articles and little words in the wrong form for the sound that follows: a hour, le arbre."""

import re
from collections.abc import Iterator
from functools import lru_cache

from reviewer.checks.check import Check, Example, Passage, Report
from reviewer.model.finding import Category, Evidence, Severity, Suggestion
from reviewer.model.span import Span
from reviewer.text.languages import primary

_A_AN = re.compile(r"(?P<article>[Aa](?<![\w.'’\"“-].)n?) (?P<word>[A-Za-z]{2,}|\d+)(?P<rest>[\w'’.,-]*)")
"""The article's first letter goes first, and what may not stand before it behind: so `re` searches fast."""

_CONSONANT_SOUND = re.compile(
    r"eu|ew[eo]|one(?:s|self)?(?![a-z])|once|oui|u(?:ni(?!m[pm]|n|d[eio]|ss)|nanim|s[aeiu](?!l)|t[eio]|ra[ln]|ri[nc]|bi|k[er]|vu|topi|gan|fo)|"
    r"(?:ubiquit|uter|usur|yt)",
    re.IGNORECASE,
)
"""Words that begin with a vowel letter and a consonant sound: unit, euro, one; not unimportant, uninformed."""

_VOWEL_SOUND = re.compile(r"hour|hono(?:u?r|ra)|honest|heir", re.IGNORECASE)
_EITHER = re.compile(
    r"h(?:ist|ote|abi|all|orr|ome?|erb|yst|era|arm|ypo|urr|osp|ila)|un(?:i[ao]n|iv)|uni|urb|ut|us", re.IGNORECASE
)
"""Beginnings that speakers treat differently, or where spelling does not tell the sound."""

_VOWEL = re.compile(r"[aeiouy]", re.IGNORECASE)

_FUNCTION_WORDS = frozenset("and or is in of as at if it on our up us am are an to the a by be out off".split())

_FRENCH = re.compile(
    r"(?<![\w'’-])(?P<word>[Ll][ea]|[Dd]e|[Qq]ue|[Jj]e|[Nn]e|[SsMmTt]e|[Jj]usque|[Ll]orsque|[Pp]uisque) "
    r"(?=[aeiouéèêàâîôû](?!\W))(?!(?:o(?:nz|ui|uist|uat)|u(?:n|ne|hl|lul)\b|i\b|yaou|(?:une?|ou|à|a|et|y|en)\b))[^\W\d_]{2,}"
)
"""A word that drops its vowel before another: le arbre. Not before onze or oui, nor before a single letter."""


def find(passage: Passage) -> Iterator[Report]:
    """Report English `a` and `an`, and French words unelided, that do not fit the next word."""
    language = primary(passage.target.lang)
    if language == "en":
        yield from _english(passage.target.text)
    elif language == "fr":
        for match in _FRENCH.finditer(passage.target.text):
            span = Span(match.start("word"), match.end("word") + 1)
            elided = match["word"][:-1] + "’"
            yield Report(
                "“{word}” loses its vowel here.",
                {"word": match["word"]},
                target_span=Span(match.start(), match.end()),
                suggestions=(Suggestion(elided, span),),
            )


def _english(text: str) -> Iterator[Report]:
    for match in _A_AN.finditer(text):
        article, word = match["article"], match["word"]
        if word.lower() in _FUNCTION_WORDS or (word.isalpha() and not word[1:].islower()):
            continue
        wants_an = _wants_an(word + match["rest"][:1])
        if wants_an is None or wants_an == (article.lower() == "an"):
            continue
        right = article[0] + ("n" if wants_an else "")
        span = Span(*match.span("article"))
        yield Report(
            "“{wrong}” should be “{right}” before “{word}”.",
            {"wrong": article, "right": right, "word": word},
            target_span=Span(match.start("article"), match.end("word")),
            suggestions=(Suggestion(right, span),),
            evidence=(Evidence("The sound that follows decides between a and an.", "grammar"),),
        )


@lru_cache(maxsize=4096)
def _wants_an(word: str) -> bool | None:
    """Say whether `an` stands before a word; None where spelling does not tell."""
    if word[0].isdigit():
        digits = re.match(r"\d+", word)
        number = digits[0] if digits else word
        if number[0] == "8" or number in ("11", "18"):
            return True
        return None if number.startswith(("11", "18")) else False
    if _VOWEL_SOUND.match(word):
        return True
    if _CONSONANT_SOUND.match(word):
        return False
    if _EITHER.match(word) or not _VOWEL.search(word):
        return None
    return word[0] in "aeiouAEIOU"


CHECK = Check(
    id="article-form",
    title="Form of the article",
    category=Category.GRAMMAR,
    severity=Severity.MINOR,
    find=find,
    description="English “a” before a vowel sound or “an” before a consonant, and French le, la, de, que and others "
    "that must be elided. Abbreviations and words whose sound the spelling does not tell are left alone.",
    examples=(
        Example("de", "en", "Ein Apfel", "He ate a apple.", "a apple", suggestion="an"),
        Example("ja", "en", "国の法律", "an national law", "an national", suggestion="a"),
        Example("de", "en", "eine Stunde", "It took a hour.", "a hour", suggestion="an"),
        Example("de", "en", "eine Einheit", "It is an unit.", "an unit", suggestion="a"),
        Example("de", "en", "mehr als ein Jahr", "more than an year", "an year", suggestion="a"),
        Example("de", "en", "ein 18-jähriger", "a 18-year-old", "a 18", suggestion="an"),
        Example("en", "fr", "the tree", "Il voit le arbre.", "le arbre", suggestion="l’"),
        Example("de", "en", "Ein Historiker", "an historian, a historian, a hotel"),
        Example(
            "de",
            "en",
            "ein Europäer",
            "a European, a one-off, a user, a unique idea, an unannounced one, a one, an mp3",
        ),
        Example("de", "en", "eine NGO", "an NGO, a NATO summit, an MP, a UN body, an X-ray, a US firm"),
        Example("de", "en", "Plan A", "plan a or plan b"),
        Example("de", "en", "11 und 8", "an 11-year-old, an 8-day trip, a 1980s film, an 1840s house"),
        Example("en", "fr", "the yes of the eleven", "le oui de onze personnes, la une, le héros"),
    ),
    languages=("en", "fr"),
)
