"""Finds sentences that begin with a small letter, and English words of grammar with a capital inside one."""

import re
from collections.abc import Iterator

from reviewer.checks.check import Check, Example, Passage, Report
from reviewer.model.finding import Category, Severity, Suggestion
from reviewer.model.span import Span
from reviewer.text.languages import primary, script
from reviewer.text.punctuation import Ending, ending
from reviewer.text.reading import Reading
from reviewer.text.scripts import CASED

_FIRST_WORD = re.compile(r"[\s\"'“”„‚‘’«»‹›¿¡–—―…\U000f0000-\U000ffffd-]*(?P<word>[^\W\d_][\w’'.@/-]*)")
_NUMBER_FIRST = re.compile(r"\W*\d")
_PARTICLES = frozenset(
    "al af ap bin d da das de del della den der des di dos du el ibn la le ’s 's ’t 't te ten ter van von y zu".split()
)
"""Small words that names begin with, and Dutch clitics: the next word takes the capital."""

_ENGLISH_I = re.compile(r"(?<=[ (“\"])i(?=(?:['’](?:m|ll|ve|d))?(?: [a-z]{2,}|['’]))")


def find(passage: Passage) -> Iterator[Report]:
    """Report a sentence whose first letter is small where the source gives no reason for it."""
    target = passage.target
    if script(target.lang) not in CASED:
        return
    match = _FIRST_WORD.match(target.text)
    if match is not None and match["word"][0].islower() and _must_be_capital(passage, match["word"]):
        letter = Span(match.start("word"), match.start("word") + 1)
        yield Report(
            "The sentence begins with a small letter.",
            target_span=Span(*match.span("word")),
            suggestions=(Suggestion(_capital(letter.of(target.text), target.lang), letter, "begin with a capital"),),
        )
    if primary(target.lang) == "en":
        yield from _inside(passage)
    if primary(target.lang) == "en" and (" i " in target.text or " i'" in target.text or " i’" in target.text):
        for small in _ENGLISH_I.finditer(target.text):
            if small[0] not in passage.source.text.split():
                span = Span(*small.span())
                yield Report(
                    "The English word “I” is written with a capital.",
                    target_span=span,
                    suggestions=(Suggestion("I", span),),
                )


_ENGLISH_CAPITAL = re.compile(
    "(?:You|He|She|It|We|They|The|An|This|That|These|Those|At|On|Over|Under|With|From|For|By|Of|"
    "And|But|So|Then|If|When|While|Because|Their|Its|His|Her|Our|Your|My|There|Some|Any|Each|Every|Same|Is|Are|Was|Were|"
    "Does|Did|Not|As|Into|About|After|Before)(?= [a-z][a-z])"
)
_SMALL_BEFORE = re.compile("[a-z][a-z] ")
"""A word of grammar with a capital, and what goes before it: between words with small letters; not `Class A is`, `the
ins In and out`. The capital is looked for first: a text has few."""


def _inside(passage: Passage) -> Iterator[Report]:
    """Yield words whose capital is a slip, or shows that the sentence before lacks its stop."""
    text = passage.target.text
    for match in _ENGLISH_CAPITAL.finditer(text):
        if not _SMALL_BEFORE.match(text, max(0, match.start() - 3)) or match[0] in passage.source.text.split():
            continue
        if text[: match.start()].split()[-1].islower():
            span = Span(*match.span())
            yield Report(
                "“{word}” has a capital in the midst of a sentence.",
                {"word": match[0]},
                target_span=span,
                suggestions=(Suggestion(match[0].lower(), span),),
            )


def _must_be_capital(passage: Passage, word: str) -> bool:
    if not word.rstrip("'’.-").replace("’", "").replace("'", "").isalpha():
        return False
    # iPhone, eBay, pH; de Gaulle, von der Leyen; x as a name for something.
    if not word.islower() or word in _PARTICLES or (len(word) == 1 and passage.target.lang[:2] != "en"):
        return False
    source = passage.source
    first = _FIRST_WORD.match(source.text)
    if script(source.lang) in CASED and not _NUMBER_FIRST.match(source.text):
        return first is not None and first["word"][0].isupper() and _is_sentence(passage.target)
    if passage.before is not None and passage.before[1].of(ending).kind not in _CLOSED:
        return False
    return _is_sentence(passage.target) and len(source.text) > 4 and word not in source.text.split()


_CLOSED = (Ending.STOP, Ending.QUESTION, Ending.EXCLAMATION, Ending.ELLIPSIS)


def _is_sentence(reading: Reading) -> bool:
    """Say whether a text is a sentence, not a term or a piece of one: it ends with a stop and has some words."""
    return (
        reading.of(ending).kind in (Ending.STOP, Ending.QUESTION, Ending.EXCLAMATION) and reading.text.count(" ") >= 2
    )


def _capital(letter: str, lang: str) -> str:
    return "İ" if letter == "i" and primary(lang) in ("tr", "az") else letter.upper()


CHECK = Check(
    id="capital",
    title="Small letter at the start",
    category=Category.SPELLING,
    severity=Severity.MINOR,
    find=find,
    description="A sentence that begins with a small letter although the source does not, the English “I” written "
    "small, and words such as “the” or “you” with a capital inside an English sentence. Names such as iPhone or de "
    "Gaulle may begin a sentence.",
    examples=(
        Example("de", "en", "Das Haus ist alt.", "the house is old.", "the", suggestion="T"),
        Example("zh", "en", "房子很旧。", "the house is old.", "the"),
        Example("en", "ru", "The house is old.", "дом очень старый.", "дом"),
        Example("en", "tr", "The man is old.", "insan çok yaşlı.", "insan", suggestion="İ"),
        Example("de", "en", "„Das Haus ist alt.“", "“the house is old.”", "the"),
        Example("de", "en", "1956 ging er nach Schweden.", "in 1956 he went to Sweden.", "in"),
        Example("ja", "en", "私は行きたい。", "Today i want to go.", "i", suggestion="I"),
        Example("zh", "en", "他们测试了压力和反应。", "They tested their stress and Their reaction to it.", "Their"),
        Example("zh", "en", "证据不多 我们发表了它", "There was little evidence So we published it", "So", "so"),
        Example(
            "de", "en", "Ich las „Es kam“ gern.", "I read the book “It came” and The Hague liked A Class of Its Own."
        ),
        Example("zh", "en", "（笑） 最好快走。", "(laughs) It is better to leave."),
        Example("de", "en", "Das iPhone ist neu.", "iPhones are quite new."),
        Example("fr", "en", "De Gaulle est venu hier.", "de Gaulle came here yesterday."),
        Example("de", "en", "alt, aber gut", "old but good"),
        Example("zh", "en", "旧的", "old"),
        Example("en", "nl", "In the morning he slept.", "’s Ochtends sliep hij."),
        Example("en", "de", "x is the number we want.", "x ist die gesuchte Zahl."),
        Example("en", "ka", "The house is old.", "სახლი ძალიან ძველია."),
        Example("en", "ar", "The house is old.", "البيت قديم جدا."),
    ),
)
