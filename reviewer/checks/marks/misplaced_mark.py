"""Finds marks inside a sentence that nothing in the source accounts for, or that follow a word they cannot follow."""

import re
from collections.abc import Iterator

from reviewer.checks.check import Check, Example, Passage, Report
from reviewer.lexicon.spelling import speller
from reviewer.model.finding import Category, Severity, Suggestion
from reviewer.model.span import Span
from reviewer.text.languages import function_words, primary, script
from reviewer.text.scripts import CASED
from reviewer.text.sentences import abbreviations

_MARK = re.compile(r"[,;:.!?'’-](?=\s|\Z)")
"""Where to look: trying every pattern at every letter would take ten times as long."""

_LAST_WORD = re.compile(r"([\w.'’]+)\Z")
_NEXT = re.compile(r" (?P<word>[\w(“\"]\w*)(?P<rest>\S* ?\S*)")
_GOES_ON = re.compile(r"(?= \w|\Z)")

_COLON_LIKE = re.compile(r"(?<!\d)[:：፦]|[:：፦](?!\d)|[;；؛—…”»」]|(?<=\s)[-–](?=\s)|\"\s")
_SEMICOLON_LIKE = re.compile(r"[;；؛—:：…]|(?<=\s)[-–](?=\s)|[.。।۔!?]\W*\w")
"""What in the source may have become a colon or semicolon: a dash, a quotation, the end of a sentence."""
_EXCLAIMS = re.compile(r"[!！՜߹]")
_ASKS = re.compile(r"[?？؟\u037e፧՞]")

_CHAINING = frozenset("ar fa ur zh ja th ko ru uk be he pl cs sk sl hr sr bs bg mk".split())
"""Languages that chain clauses by commas where a translation may want a semicolon."""
_FREE_WITH_COLONS = frozenset("ru uk be de nl da nb nn sv el hy lb".split())
"""Languages that put a colon where others subordinate (`Das heißt: …`); Greek, whose
semicolon asks, and Armenian, whose stop looks like a colon."""
_UNMARKED_QUESTIONS = frozenset("ja ko zh th lo km my el hy".split())
"""Languages whose questions may end in a stop, or whose question mark looks like another mark."""

_SUSPENDED = {
    "de": "und oder bis bzw sowie als wie noch aber",
    "en": "and or to nor but",
    "es": "y o e u",
    "fr": "et ou",
    "it": "e o",
    "lb": "an oder",
    "nl": "en of",
    "pt": "e ou",
    "sv": "och eller",
    "da": "og eller",
    "nb": "og eller",
    "fi": "ja tai sekä",
}
"""What follows a hyphen that stands for a shared second part: `pre- and post-war`, `Vor- und Nachteile`."""
_SUSPENDED_ANYWHERE = frozenset(
    "and or und oder et ou y o e i ili és vagy ja tai och nebo lub albo oraz и или та або a".split()
)

_NO_MARK_BEHIND = {
    language: frozenset(articles.split())
    for language, articles in {
        "en": "the a an my our their your its every and or",
        "es": "el los las del",
        "fr": "le les du des",
        "it": "il gli del della dei nel",
        "pt": "os do dos",
    }.items()
}
"""Articles and the like, behind which no mark but a dash, bracket or quotation mark may stand.

Not German, whose articles are pronouns too (`das, was`).
"""
_ARTICLES = {language: tuple(articles) for language, articles in _NO_MARK_BEHIND.items()}
_MAY_PAUSE = frozenset("and or my our your their its every".split())
"""Words that an insertion may follow: `it is your, not their, job`."""
_NO_SEMICOLON_BEHIND = frozenset("in on at to by for from with into than as of".split())
"""English prepositions, behind which a clause may end but hardly ever before a semicolon."""
_PREPOSITIONS = frozenset("in of from with to by for at on that which who is are was were has have had".split())
_SMALL_WORDS = _NO_SEMICOLON_BEHIND | frozenset(
    "is as has was an so the a be been have had were are that and or".split()
)
_SHOUTING = frozenset("yahoo jeopardy joomla kahoot panic mamma".split())


def find(passage: Passage) -> Iterator[Report]:
    """Report stops, colons, exclamation marks, hyphens and apostrophes inside a sentence that do not belong there."""
    if script(passage.target.lang) not in CASED:
        return
    text = passage.target.text
    articles = _ARTICLES.get(primary(passage.target.lang), ())
    judge = None
    for match in _MARK.finditer(text):
        at, mark = match.start(), match[0]
        if (mark == "," or match.end() == len(text)) and mark not in "'’-" and not text.endswith(articles, 0, at):
            continue  # a comma, or what ends the text, can be wrong in no other place
        judge = judge or _Judge(passage)
        message = judge.objection(at, mark)
        if message:
            span = Span(at, at + 1)
            yield Report(
                message,
                {"mark": mark},
                target_span=span,
                suggestions=(Suggestion("", span, f"take “{mark}” away"),),
            )


class _Judge:
    """Judges the marks of one target."""

    def __init__(self, passage: Passage) -> None:
        self.text = passage.target.text
        self.source = passage.source.text
        self.lang = passage.target.lang
        self.language = primary(self.lang)
        self.from_language = primary(passage.source.lang)

    def objection(self, at: int, mark: str) -> str:
        """Say what is wrong with the mark at a place; empty where nothing is."""
        before = _word_before(self.text, at)
        if not before:
            return self._after_mark(at, mark)
        if mark in "'’":
            return (
                "“{mark}” is stray: it neither opens, closes nor joins anything."
                if self._closes_nothing(at, before)
                else ""
            )
        following = _NEXT.match(self.text, at + 1)
        if following is not None:
            if mark == "-":
                return (
                    "“{mark}” is attached to one word and joins it to nothing."
                    if self._hangs(before, following)
                    else ""
                )
            if mark == ".":
                wrong = self._stops_inside(before, following)
            elif mark in "!?":
                wrong = self._exclaims(mark, before, following)
            else:
                wrong = mark in ":;" and self._joins_nothing(at, mark, before, following)
            if wrong:
                return "The source has no mark here that “{mark}” could stand for."
        if mark in ".,;:!?" and self._stands_behind_an_article(at, mark, before):
            return "“{mark}” cannot follow this word."
        return ""

    def _after_mark(self, at: int, mark: str) -> str:
        """Judge a mark behind another: `85%' of`, `U-boats,' attempted`, `Falklands,- where`."""
        if self.text[at - 1 : at] not in (",", "%"):
            return ""
        if mark == "-" and self.text[at - 1] == ",":
            return "“{mark}” is attached to one word and joins it to nothing."
        if mark in "'’" and self.language == "en" and not _opened(self.text, at):
            return "“{mark}” is stray: it neither opens, closes nor joins anything."
        return ""

    def _stops_inside(self, before: str, following: re.Match[str]) -> bool:
        known = abbreviations(self.lang)
        if not known or not following["word"][0].islower() or "." in before:
            return False
        if before.endswith(("'s", "’s")):
            return True
        if len(before) < 2 or not before.islower() or before in known:
            return False
        # A short word may be an abbreviation nobody listed (`min.`, `excl.`), if it is no everyday word.
        if len(before) > _ABBREVIATION or before in function_words().get(self.language, ()):
            return True
        dictionary = speller(self.lang)
        return len(before) > 2 and dictionary is not None and dictionary.is_everyday(before)

    def _exclaims(self, mark: str, before: str, following: re.Match[str]) -> bool:
        if mark == "!":
            return _EXCLAIMS.search(self.source) is None and before.lower() not in _SHOUTING
        if self.from_language in _UNMARKED_QUESTIONS or self.language == "el":
            return following["word"][0].islower() and "?" not in self.source and "？" not in self.source
        return _ASKS.search(self.source) is None

    def _joins_nothing(self, at: int, mark: str, before: str, following: re.Match[str]) -> bool:
        if self.language in _FREE_WITH_COLONS or self.from_language in ("el", "hy", "th", "lo"):
            return False
        if mark == ":":
            # A label (“Edit: …”), a score, an enumeration or a quotation may take one of its own.
            label = self.text[:at].count(" ") < _LABEL_WORDS or before.isdigit() or following["word"][0] in '“"'
            listed = following["word"][0] == "(" and following["rest"][:1] == ")"
            return not label and not listed and _COLON_LIKE.search(self.source) is None
        if self.language == "en" and before.lower() in _NO_SEMICOLON_BEHIND and ";" not in self.source:
            return True
        if not following["word"][0].islower():
            return False
        chained = self.from_language in _CHAINING and any(comma in self.source for comma in ",，、،")
        return not chained and _SEMICOLON_LIKE.search(self.source) is None

    def _hangs(self, before: str, following: re.Match[str]) -> bool:
        if not before[-1].isalpha() or _ATTACHED_HYPHEN.search(self.source):
            return False
        word = following["word"].lower()
        suspended = _SUSPENDED.get(self.language)
        if word not in (suspended.split() if suspended is not None else _SUSPENDED_ANYWHERE):
            return True
        return word == "to" and "-" not in following["rest"]

    def _closes_nothing(self, at: int, before: str) -> bool:
        """Say whether an apostrophe behind a word is neither a possessive's, nor a dropped letter's, nor a quote's."""
        if self.language != "en" or _opened(self.text, at) or not self.text[at + 1 : at + 2].isspace():
            return False
        word = before.lower()
        following = _NEXT.match(self.text, at + 1)
        if word in _SMALL_WORDS:
            return True
        if word[-1] in "sxz":
            return following is not None and following["word"] in _PREPOSITIONS
        return len(word) > 2 and word[-1].isalpha() and word[-1] not in "no"

    def _stands_behind_an_article(self, at: int, mark: str, before: str) -> bool:
        articles = _NO_MARK_BEHIND.get(self.language)
        if articles is None or before not in articles or not _GOES_ON.match(self.text, at + 1):
            return False
        if mark == "," and before in _MAY_PAUSE:
            return False
        return self.text[at - len(before) - 1 : at - len(before)] in ("", " ") and before + mark not in self.source


def _word_before(text: str, at: int) -> str:
    match = _LAST_WORD.search(text[max(0, at - 40) : at].rpartition(" ")[2])
    return match[1] if match else ""


def _opened(text: str, at: int) -> bool:
    """Say whether a single quotation mark opens somewhere before a place."""
    return _OPENING_APOSTROPHE.search(text, 0, at) is not None


_OPENING_APOSTROPHE = re.compile(r"(?<![\w.,!?%])['‘’](?=\w)|‘")
_ATTACHED_HYPHEN = re.compile(r"\w- ")
_LABEL_WORDS = 2
_ABBREVIATION = 5
"""Letters of the longest usual abbreviation."""

CHECK = Check(
    id="misplaced-mark",
    title="Mark inside a sentence",
    category=Category.PUNCTUATION,
    severity=Severity.MINOR,
    find=find,
    description="Stops, colons, semicolons, exclamation and question marks inside a sentence that nothing in the "
    "source accounts for; marks after an article; hyphens and apostrophes that join nothing.",
    examples=(
        Example("de", "en", "Er ist seit 1959 die Hauptstadt.", "It has. been the capital.", "."),
        Example("pl", "en", "Zabezpieczyli teren i inne.", "They secured the site. and others.", "."),
        Example("de", "en", "Er verwarnte den Staatsanwalt.", "He warned the Duisburg! prosecutor.", "!"),
        Example("fr", "en", "Il a été transféré en mai.", "He was transferred in May? 2015.", "?"),
        Example("ja", "en", "警報が出る恐れ。", "A warning may? be issued.", "?"),
        Example("de", "en", "Die Inseln von Ecuador", "The islands in the. Ecuador", "."),
        Example("de", "en", "Er kam, sah und ging.", "He came, saw and left- again.", "-"),
        Example("en", "fr", "In the house", "Dans les, maisons", ","),
        Example("zh", "en", "大雨造成71人死亡。", "The heavy rain: caused 71 deaths.", ":"),
        Example("zh", "en", "7月13日", "at 17:07 on; July 13", ";"),
        Example("de", "en", "Er konnte schließen, dass sie kam.", "He was able; to conclude that she came.", ";"),
        Example("zh", "en", "你知道吗", "I don't know if you' realize it", "'"),
        Example("de", "en", "Er machte Fortschritte dabei.", "He made progress' in doing so.", "'"),
        Example("ru", "en", "Так делает Польша - она дружит.", "That is what Poland does: it makes friends."),
        Example("ja", "en", "追記 その後", "Edit: later I bought gold."),
        Example(
            "ja", "en", "(1) 流れ、(2) 密度がある。", "There are two key characteristics: (1) flow and (2) density."
        ),
        Example("de", "en", "Es war alt. Es fiel.", "It was old; it fell."),
        Example("de", "en", "Das Dach der Brüder fiel.", "The brothers' roof fell, rockin' and rollin' down."),
        Example("de", "en", "Die Pkw- bis Lkw-Preise", "car- to truck-sized prices"),
        Example("de", "en", "Vor- und Nachteile", "pre- and post-war houses"),
        Example("en", "nl", "in and out", "in- en uitgang"),
        Example("de", "en", "Er kam mit Smith Inc. und ging.", "He came with Smith Inc., and left."),
        Example("de", "en", "usw. und mehr", "etc. and more"),
        Example("de", "en", "z. B. hier", "approx. here, e.g. there"),
        Example("en", "de", "He came on May 3, then left.", "Er kam am 3. und ging."),
        Example("de", "en", "„Was?“, fragte er.", "“What?” he asked."),
        Example("es", "en", "¿Qué? dijo.", "What? he said."),
        Example("de", "en", "Es ist deine Aufgabe.", "It is your, not their, job."),
        Example("de", "en", "Yahoo ist da.", "Yahoo! is here."),
        Example("zh", "en", "他说：“好！”", "He said, “Good!” and left."),
        Example("de", "en", "Der Klub, dem er vertraute", "the club he was part of, and, he says, trusted"),
        Example("de", "en", "Er nannte es „in“.", "He called it 'in' and left."),
    ),
)
