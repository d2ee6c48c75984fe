"""Finds translations that end otherwise than their source: stop lost, statement and question exchanged."""

import re
from collections.abc import Iterator
from unicodedata import category

from reviewer.checks.check import Check, Example, Passage, Report
from reviewer.checks.sentences.sentence_pairs import parallel
from reviewer.model.finding import Category, Severity, Suggestion
from reviewer.model.span import Span
from reviewer.text.languages import primary, script
from reviewer.text.punctuation import CLOSERS, End, Ending, ending, question_mark_of, stop_of
from reviewer.text.reading import Reading

_CLOSED = frozenset((Ending.STOP, Ending.QUESTION, Ending.EXCLAMATION, Ending.ELLIPSIS))
_ASKS = re.compile(r"[?？؟\u037e፧՞⁇⁈]")
_ASKS_WITHOUT_MARK = {
    "ja": r"(?:か|かな|かしら)[。」』）\s]*$",
    "ko": r"(?:까|나요|가요|니|냐|래|지)[.」』)\"”\s]*$",
    "zh": r"[吗呢么嗎麼][。”」\s]*$",
    "th": r"(?:ไหม|หรือ|หรือไม่|อะไร|ใคร|ทำไม|อย่างไร|ที่ไหน|เมื่อไหร่|เท่าไหร่)\s*(?:ครับ|คะ|ค่ะ)?$",
    "lo": r"(?:ບໍ່|ຫຍັງ|ໃຜ)$",
}
"""Questions that these languages may end with a stop, or with nothing; compiled when one is asked about."""

_ASKS_INDIRECTLY = {
    "cs": r"(?i)\bpt[aá]\w*.*\b(?:zda|jestli)\b",
    "de": r"(?i)\bfrag\w*.*, ob\b",
    "en": r"(?i)\b(?:ask|wonder|question)\w*.*\b(?:whether|if)\b",
    "es": r"(?i)\bpregunt\w*.*\bsi\b",
    "fr": r"(?i)\bdemand\w*.*\bs(?:i|['’]ils?)\b",
    "it": r"(?i)\b(?:chied|chiest|domand)\w*.*\bse\b",
    "nl": r"(?i)\bvr(?:aag|age|oeg)\w*.*, of\b",
    "pl": r"(?i)\bpyta\w*.*\bczy\b",
    "pt": r"(?i)\bpergunt\w*.*\bse\b",
    "ru": r"(?i)\b(?:спр[ао]|вопрос)\w*.*\bли\b",
    "sv": r"(?i)\bfråg\w*.*\bom\b",
    "uk": r"(?i)\b(?:пита|запит)\w*.*\bчи\b",
}
"""Statements that report a question, for "we have to ask: is it so?": wir müssen fragen, ob es so ist."""

_ABBREVIATION = re.compile(
    r"(?:\b\w{1,3}\.\w{1,3}|\b\w|\d|\b(?:[Ii]nc|Ltd|Co|Corp|[Jj]r|Sr|St|etc|usw|bzw|ca|[Nn]r|No|vs|al|cf|Abs|Mr|Mrs|Dr))\.$"
)
_SENTENCE_SPACES = 7
_OWN_MARKS = {"Hans": "。", "Hant": "。", "Jpan": "。"}
_WIDE = re.compile(r"[\u3041-\u30ff\u3400-\u9fff][”’」』）)]*$")


def find(passage: Passage) -> Iterator[Report]:
    """Report how the target's end differs from the source's, where that changes sense or breaks a rule."""
    target = passage.target
    there = target.of(ending)
    if not any(map(str.isalnum, target.text)):
        return
    yield from _inside(passage)
    here = passage.source.of(ending)
    if (here.kind is Ending.QUESTION) != (there.kind is Ending.QUESTION):
        report = _question(passage, here, there)
        if report:
            yield report
            return
    if here.kind in _CLOSED and there.kind not in _CLOSED:
        report = _lost(passage, here, there)
        if report:
            yield report
    elif here.kind is Ending.NONE and there.kind is Ending.STOP:
        if stop_of(passage.source.lang) and not _ends_in_abbreviation(target.text, there):
            yield Report(
                "The translation ends with “{mark}”; the source ends without a mark.",
                {"mark": there.marks},
                target_span=Span(there.start, there.end),
                suggestions=(Suggestion("", Span(there.start, there.end), "take the mark away"),),
                severity=Severity.NEUTRAL,
            )
    elif there.marks:
        yield from _foreign_mark(passage, there)


def _question(passage: Passage, here: End, there: End) -> Report | None:
    source, target = passage.source.text, passage.target.text
    asks = _ASKS_WITHOUT_MARK.get(primary(passage.source.lang))
    if there.kind is Ending.QUESTION:
        if _asks(source, passage.source.lang) or (asks and re.search(asks, source)) or here.kind is Ending.NONE:
            return None
        return Report(
            "The translation asks a question; the source does not.",
            target_span=Span(there.start, there.end),
            suggestions=(Suggestion(stop_of(passage.target.lang), Span(there.start, there.end), "end with a stop"),),
        )
    asks = _ASKS_WITHOUT_MARK.get(primary(passage.target.lang))
    if _asks(target, passage.target.lang) or (asks and re.search(asks, target)):
        return None
    indirectly = _ASKS_INDIRECTLY.get(primary(passage.target.lang))
    if there.kind not in (Ending.STOP, Ending.NONE) or (indirectly and re.search(indirectly, target)):
        return None
    place = Span(there.start, there.end)
    return Report(
        "The source asks a question; the translation does not.",
        source_span=Span(here.start, here.end),
        target_span=place if place else None,
        suggestions=(Suggestion(question_mark_of(passage.target.lang), place, "end with a question mark"),),
    )


def _inside(passage: Passage) -> Iterator[Report]:
    """Report each sentence before the last that is a question in one text and a statement in the other.

    Only where one text asks more often than the other, all sentences pair and the marks are plain.
    """
    source, target = passage.source, passage.target
    if not (_may_ask(source) or _may_ask(target)):
        return
    pairs = parallel(source, target)[:-1]
    ends = [(here, there, _ending(source, here), _ending(target, there)) for here, there in pairs]
    odd = [found for found in ends if _is_question(source, found[0], found[2]) != (found[3].kind is Ending.QUESTION)]
    if len(odd) != 1 or _questions(source) == _questions(target):
        return
    here, there, mine, other = odd[0]
    if other.kind is not Ending.QUESTION:
        if other.kind is Ending.STOP and not _asks_somehow(there.of(target.text), target.lang):
            place = Span(there.start + other.start, there.start + other.end)
            mark = question_mark_of(target.lang)
            yield Report(
                "The source asks a question; the translation does not.",
                source_span=Span(here.start + mine.start, here.start + mine.end),
                target_span=place,
                suggestions=(Suggestion(mark, place, "end with a question mark"),),
                severity=Severity.MINOR,
            )
    elif mine.kind is Ending.STOP and not _asks_somehow(here.of(source.text), source.lang):
        place = Span(there.start + other.start, there.start + other.end)
        yield Report(
            "The translation asks a question; the source does not.",
            target_span=place,
            suggestions=(Suggestion(stop_of(target.lang), place, "end with a stop"),),
            severity=Severity.MINOR,
        )


def _may_ask(reading: Reading) -> bool:
    return _asks(reading.text, reading.lang) or (primary(reading.lang) == "ja" and "か。" in reading.text)


def _is_question(reading: Reading, span: Span, end: End) -> bool:
    """Say whether a sentence of the source asks, be it without a mark but with a word that does nothing else."""
    if end.kind is Ending.QUESTION or primary(reading.lang) != "ja":
        return end.kind is Ending.QUESTION
    return _JAPANESE_QUESTION.search(span.of(reading.text)) is not None


_JAPANESE_QUESTION = re.compile(
    "(?:なぜ|どうして|何を|誰が|いつ|どこ|いくら|どのように|どうすれば)[^。]*(?<!ない)か。$"
)


def _questions(reading: Reading) -> int:
    return len(_ASKS.findall(reading.text)) + (primary(reading.lang) == "el") * reading.text.count(";")


def _ending(reading: Reading, span: Span) -> End:
    return ending(span.of(reading.text), reading.lang)


def _asks_somehow(text: str, lang: str) -> bool:
    """Say whether a sentence without a question mark asks, by a word at its end or by telling of a question."""
    unmarked, indirect = _ASKS_WITHOUT_MARK.get(primary(lang)), _ASKS_INDIRECTLY.get(primary(lang))
    return bool((unmarked and re.search(unmarked, text)) or (indirect and re.search(indirect, text)))


def _asks(text: str, lang: str) -> bool:
    return _ASKS.search(text) is not None or (primary(lang) == "el" and ";" in text)


def _lost(passage: Passage, here: End, there: End) -> Report | None:
    target = passage.target
    stop = stop_of(target.lang)
    if not stop or there.kind in (Ending.COLON, Ending.DASH):
        return None
    if _ends_in_abbreviation(passage.source.text, here) and here.marks == ".":
        return None
    if there.kind is Ending.NONE and (_is_short(target) or not _ends_in_word(target.text)):
        return None
    if there.kind is Ending.NONE and script(target.lang) == "Jpan" and target.text.rstrip()[-1:] in "」』":
        return None  # the mark that closes speech also ends it
    mark = {Ending.QUESTION: question_mark_of(target.lang), Ending.EXCLAMATION: "!"}.get(here.kind, stop)
    span = Span(there.start, there.end)
    if there.kind is Ending.NONE:
        last = _last_character(there.start)
        message, shown = "There is no full stop at the end.", last
    else:
        message, shown = "The translation ends with “{mark}”; the source ends with a full stop.", span
    return Report(
        message,
        {"mark": there.marks} if there.marks else {},
        source_span=Span(here.start, here.end),
        target_span=shown,
        suggestions=(Suggestion(mark, span, f"end with “{mark}”"),),
        severity=Severity.MINOR,
    )


def _is_short(target: Reading) -> bool:
    """Say whether a text is a word or two, or a few characters: `Vielen Dank`."""
    if script(target.lang) in _OWN_MARKS:
        return len(target.text) < _FEW_CHARACTERS
    return target.text.count(" ") < _FEW_WORDS - 1


_FEW_WORDS = 3
_FEW_CHARACTERS = 6


def _ends_in_word(text: str) -> bool:
    """Say whether the last visible sign belongs to a word, and not to an emoji, a bullet or an address."""
    last = text.rstrip()
    return (last[-1].isalnum() or last[-1] in CLOSERS or category(last[-1])[0] == "M") and "/" not in last.rsplit(
        None, 1
    )[-1]


def _last_character(end: int) -> Span:
    return Span(max(0, end - 1), end)


def _ends_in_abbreviation(text: str, end: End) -> bool:
    """Say whether a final stop may belong to an abbreviation or ordinal: `Smith Inc.`, `am 3.`

    In a text long enough to be a sentence the same stop ends both.
    """
    if text.count(" ") >= _SENTENCE_SPACES:
        return False
    return _ABBREVIATION.search(text[max(0, end.end - 12) : end.end]) is not None


def _foreign_mark(passage: Passage, there: End) -> Iterator[Report]:
    """Report a last mark of another script: `.` behind ideographs, `?` in Arabic or Greek."""
    target = passage.target
    writing = script(target.lang)
    wanted = ""
    if there.kind is Ending.QUESTION:
        wanted = question_mark_of(target.lang)
        if wanted == ";" and "\u037e" in there.marks:
            return
    elif there.kind is Ending.STOP and writing in _OWN_MARKS:
        wanted = _OWN_MARKS[writing]
    if not wanted or len(there.marks) != 1 or there.marks == wanted:
        return
    if writing in _OWN_MARKS and (there.marks == "．" or not _WIDE.search(target.text[: there.start])):
        return
    span = Span(there.start, there.end)
    yield Report(
        "This language writes “{wanted}”, not “{mark}”.",
        {"mark": there.marks, "wanted": wanted},
        target_span=span,
        suggestions=(Suggestion(wanted, span, f"write “{wanted}”"),),
        severity=Severity.MINOR,
    )


CHECK = Check(
    id="end-punctuation",
    title="End of the sentence",
    category=Category.PUNCTUATION,
    severity=Severity.MAJOR,
    find=find,
    description="The stop at the end is lost, or a statement became a question or the reverse. Each script's own "
    "marks count alike, and it does not matter whether the stop stands inside or outside the closing quote.",
    examples=(
        Example("de", "en", "Das Haus ist alt.", "The house is old", "d", suggestion="."),
        Example("zh", "en", "房子很旧。", "The house is old", "d"),
        Example("en", "hi", "The house is old.", "घर पुराना है", "ै", suggestion="।"),
        Example("de", "en", "Das Haus ist alt.", "Is the house old?", "?", suggestion="."),
        Example("de", "en", "Ist das Haus alt?", "The house is old.", ".", suggestion="?"),
        Example("ar", "en", "هل البيت قديم؟", "The house is old.", "."),
        Example("de", "en", "Das Haus ist alt.", "The house is old,", ","),
        Example("en", "ar", "Is the house old?", "هل البيت قديم?", "?", suggestion="؟"),
        Example("en", "zh", "The house is old.", "房子很旧.", ".", suggestion="。"),
        Example("en", "de", "Is it true? Nobody knows.", "Ist es wahr. Niemand weiß es.", ".", suggestion="?"),
        Example("de", "en", "Das ist wahr. Alle wissen es.", "Is that true? Everybody knows.", "?", suggestion="."),
        Example("ja", "en", "本当だろうか。誰も知らない。", "Is it true? Nobody knows."),
        Example("en", "de", "We have to ask, is it true?", "Wir müssen uns fragen, ob es stimmt."),
        Example("en", "el", "Is the house old?", "Είναι παλιό το σπίτι;"),
        Example("el", "en", "Είναι παλιό το σπίτι;", "Is the house old?"),
        Example("en", "ar", "Is the house old?", "هل البيت قديم؟"),
        Example("ja", "en", "家は古いですか。", "Is the house old?"),
        Example("ko", "en", "집이 오래됐습니까.", "Is the house old?"),
        Example("th", "en", "บ้านเก่า", "The house is old."),
        Example("en", "ja", "“The house is very old.”", "「この家はとても古い」"),
        Example("en", "th", "The house is old.", "บ้านเก่า"),
        Example("hi", "en", "घर पुराना है।", "The house is old."),
        Example("de", "en", "Er sagte: „Das Haus ist alt.“", "He said: “The house is old”."),
        Example("de", "en-GB", "Er nannte es „alt“.", "He called it ‘old’."),
        Example("de", "en", "Haus in Flammen", "House on fire"),
        Example("en", "de", "Company of Smith Inc.", "Firma Smith GmbH"),
        Example("en", "de", "Stop!", "Halt."),
        Example("en", "de", "Read more at the site.", "Mehr unter example.org/mehr"),
        Example("en", "he", "It lasted long.", "זה נמשך זמן רב •"),
        Example("fr", "en", "Vraiment\u202f?", "Really?"),
        Example("am", "en", "ቤቱ አሮጌ ነው።", "The house is old."),
        Example("de", "en", "Wer war es? Das weiß keiner.", "Nobody knows: who was it?"),
    ),
)
