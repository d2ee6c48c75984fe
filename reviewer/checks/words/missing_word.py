"""Finds the holes that a lost name or noun leaves: a preposition before a comma, a verb without its subject."""

import re
from collections.abc import Iterator

from reviewer.checks.check import Check, Example, Passage, Report
from reviewer.model.finding import Category, Evidence, Severity
from reviewer.model.span import Span
from reviewer.text.languages import primary

_EMPTY = ("()", "( )", "“”", "“ ”", "„“", "„”", "«»", "« »", "«\u00a0»", '""')
"""Brackets and quotation marks with nothing between them."""
_MAYBE_EMPTY = re.compile('[(“„«"][ \u00a0]?[)“”»"]')
"""One of these is in every such pair."""

_PREPOSITIONS = {
    "cs": "v od pro do ze ve",
    "de": "von für zwischen seit",
    "es": "de en con desde hacia",
    "fr": "de dans chez vers parmi dès",
    "it": "di nel nella con dei dell' nell'",
    "pl": "w do od dla przez ze we",
    "pt": "de em com",
    "ru": "в от для из к",
    "uk": "в у від для із до",
}
"""Prepositions that nothing can part from their noun, where no verb takes them as an adverb (auf, bei, mit)."""

_DANGLING = {
    language: re.compile(rf"(?<![\w'’-])(?:{'|'.join(words.split())})(?=[,;:)!?]\s|[,;:)!?]\Z|\.\Z)", re.IGNORECASE)
    for language, words in _PREPOSITIONS.items()
}

# English strands prepositions in relative clauses (the house he lived in): looked for is only what none can leave.
_END = r"[,;)]|\.[”\"]|\.\Z|\.\s+[A-Z]"
_BEGINNING = r"(?:In|At|From|With|By|Of|Into|Between|To|During|Despite|As for)(?=, (?!and\b|or\b|on\b|for\b|by\b))"
_NEVER_LAST = rf"(?:[Aa]ccording to|[Bb]ecause of|[Ii]nstead of|[Dd]espite|(?<!in )[Bb]etween|[Aa]s for)(?={_END})"
_NEVER_BEFORE = (
    r"(?:[Bb]etween and|[Ff]rom to|[Ss]uch as (?:is|has|was|are|have|were)|[Aa]ccording to (?:is|was|in|on|at|and))\b"
)
_HOLE = re.compile(rf"(?:(?<=\A)|(?<=[.!?] )){_BEGINNING}|\b{_NEVER_LAST}|\b{_NEVER_BEFORE}")
_BEGINS_WITH_HOLE = re.compile(_BEGINNING)
_OF_HOLES = ("ccording to", "ecause of", "nstead of", "espite", "etween", "s for", "rom to", "uch as")
"""One of these is in every hole but those that begin a sentence: to look for them first is quicker by far."""
_SELDOM_LAST = (
    (
        re.compile(rf"of(?<=\bof)(?={_END})"),
        re.compile(r"\b(?:the|an?) (?:[a-z]+ )?(?!(?:sort|kind|part|lot) )[a-z]+ \Z"),
    ),
    (
        re.compile(rf"by(?<=\bby)(?={_END}| (?:in|at|on|is|was|are|were|has|had|of|from|for|to)\b)"),
        re.compile(
            r"\b(?!pass|stopp|abid|liv|dropp|play)"
            r"\w+(?:[^aeiou]ed|wn|itten|iven|aken|osen|oken|ught|uilt|made|led|held|run|said|told) \Z"
        ),
    ),
)
"""`of` behind a noun with an article, and `by` behind a participle; letters first, which is how `re` searches fast."""
_RELATIVE = re.compile(r"\b(?:which|whom|whose|who|that|what|where|whatever|whoever|how)\b", re.IGNORECASE)

_VERB_FIRST = re.compile(
    r"(?:Is|Was|Has|Were|Are|Does)(?! (?:it|this|that|he|she|there|they|we|you|I)\b)"
    r"|Will (?:be|have|not|also|never|soon|then|likely|eventually|become|remain|take|continue)"
    r"|(?:Said|Added|Announced|Argued|Claimed|Concluded|Confirmed|Declared|Denied|Estimated|Explained|Insisted|"
    r"Predicted|Reiterated|Stated|Stressed|Suggested|Warned) that"
    r"|Began|Became|Went|Wrote|Spoke|Gave|Took|Grew|Knew|Chose|Fell|Owns|Seems to"
)
"""Finite verbs that cannot begin a statement."""
_AUXILIARY = r"(?:was|were|is|are|has|had|have|will|would|could|can)"
_INTRODUCED = re.compile(
    r"(?:(?:In|On|At|By|After|During|Since|For|Until|Over)(?: [\w’'/.%-]+){1,6}|Currently|Meanwhile|Previously|Then|"
    r"Later|Finally|However|Therefore|Recently|Earlier|Moreover|Nevertheless|Subsequently|Initially), "
    rf"(?P<verb>{_AUXILIARY})\b"
)
_VERB = re.compile(rf"\b(?:{_AUXILIARY}|be|been|being|do|does|did|\w+ing)\b")
_SAYS = re.compile(r"[”\"],? (?P<verb>said|says|wrote|added)(?=,| (?:in|on|at|during|after|to)\b|\.\Z)")
_BETWEEN = re.compile(r"[.!?] (?=[A-Z])")
_SENTENCE = re.compile(r"(?P<said>[A-Z][^.!?]*(?:\.(?=\w)[^.!?]*)*)\.")

_NOUN = "A word seems to be missing after “{word}”."
_SUBJECT = "The subject of “{word}” seems to be missing."


def find(passage: Passage) -> Iterator[Report]:
    """Report brackets with nothing in them, prepositions without a noun and, in English, verbs without a subject."""
    text = passage.target.text
    source = passage.source.text
    if text.lstrip()[:1] in _MARKS and source.lstrip()[:1] not in _MARKS:
        at = len(text) - len(text.lstrip())
        yield _report("Something is missing before this mark.", (at, at + 1), "punctuation")
    for marks in _EMPTY if _MAYBE_EMPTY.search(text) else ():
        at = text.find(marks)
        if at >= 0 and marks not in source and _stands_alone(text, at, at + len(marks)):
            yield _report("Nothing stands between these marks.", (at, at + len(marks)), "the source has no such marks")
    language = primary(passage.target.lang)
    if language == "en":
        yield from _english(text)
    elif language in _DANGLING:
        for match in _DANGLING[language].finditer(text):
            yield _report(_NOUN, match.span(), "grammar", text)


_MARKS = frozenset(",;")


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Say whether marks are written apart from words, unlike the brackets of a function or a quote written double."""
    return not text[:start][-1:].strip() and not (text[end : end + 1].isalnum() or text[end : end + 1] == '"')


def _english(text: str) -> Iterator[Report]:
    beginnings = [0, *(match.end() for match in _BETWEEN.finditer(text))]
    if any(map(text.__contains__, _OF_HOLES)) or any(_BEGINS_WITH_HOLE.match(text, at) for at in beginnings):
        for match in _HOLE.finditer(text):
            yield _report(_NOUN, match.span(), "grammar", text)
    for pattern, before in _SELDOM_LAST:
        for match in pattern.finditer(text):
            start = match.start()
            if before.search(text[max(0, start - 60) : start]) and not _RELATIVE.search(text, 0, start):
                yield _report(_NOUN, match.span(), "grammar", text)
    for at in beginnings:
        if _VERB_FIRST.match(text, at) or _INTRODUCED.match(text, at):
            sentence = _SENTENCE.match(text, at)
            start, end = _without_subject(sentence["said"]) if sentence else (0, 0)
            if end:
                yield _report(_SUBJECT, (at + start, at + end), "grammar", text)
    for match in _SAYS.finditer(text) if "”" in text or '"' in text else ():
        yield _report(_SUBJECT, match.span("verb"), "grammar", text)


def _without_subject(said: str) -> tuple[int, int]:
    """Return where in a sentence a finite verb stands without its subject; an empty span where none does."""
    first = _VERB_FIRST.match(said)
    if first is not None and said[first.end() : first.end() + 1] in ("", " "):
        return first.span()
    later = _INTRODUCED.match(said)
    if later is None:
        return 0, 0
    start, end = later.span("verb")
    return (0, 0) if _RELATIVE.search(said, 0, start) or _VERB.search(said, 0, start) else (start, end)


def _report(message: str, span: tuple[int, int], why: str, text: str = "") -> Report:
    return Report(
        message,
        {"word": text[span[0] : span[1]]} if text else {},
        target_span=Span(*span),
        evidence=(Evidence("No sentence of the language leaves this place empty.", why),),
    )


CHECK = Check(
    id="missing-word",
    title="Holes where a word is missing",
    category=Category.OMISSION,
    severity=Severity.MINOR,
    find=find,
    description="Places that a lost name or noun leaves empty: “the capital of,”, “according to, it”, empty brackets, "
    "and in English a statement without a subject. For English, German, and the Romance and Slavic languages.",
    examples=(
        Example("de", "en", "Laut Tennet sind es sieben.", "According to, it is seven.", "According to"),
        Example("fr", "en", "La capitale du Pérou, Lima", "Lima is the capital of, as we know.", "of"),
        Example("pl", "en", "Samolot zbudowany przez Fokkera w 1930", "The plane was built by in 1930.", "by"),
        Example("ja", "en", "福井では雨でした。", "In, it was raining.", "In"),
        Example("zh", "en", "他当时是最后一名。", "Was the last one at the time.", "Was"),
        Example("ja", "en", "2002年にゴマは破壊された。", "In 2002, was destroyed by lava.", "was"),
        Example("de", "en", "„Gut“, sagte Meyer im Interview.", "“Good,” said in an interview.", "said"),
        Example("de", "en", "Der Minister (CSU) sprach.", "The minister () spoke.", "()"),
        Example("en", "de", "The flag of Chile, red and white", "Die Fahne von, rot und weiß", "von"),
        Example("en", "fr", "He comes from Lyon, he says.", "Il vient de, dit-il.", "de"),
        Example("en", "ru", "He arrived from Perm, as planned.", "Он прибыл из, как и планировалось.", "из"),
        Example("de", "en", "Das Haus, in dem er wohnte", "The house he lived in, the people he was laughed at by."),
        Example(
            "de", "en", "War es so?", "Was there a plan? Has anybody asked? It is what the rest is made of, he said."
        ),
        Example(
            "de", "en", "Früher war er dort.", "Before that, he was there. In 2010, it was shut. Was he ill, he asked?"
        ),
        Example("en", "de", "He is from there.", "Er ist von dort, seit gestern, für immer."),
        Example("en", "de", "f() returns nothing.", "f() gibt nichts zurück."),
    ),
)
