"""Finds marks that stand where no sentence of the language has one."""

import re
from collections.abc import Iterator

from reviewer.checks.check import Check, Example, Passage, Report
from reviewer.model.finding import Category, Severity, Suggestion
from reviewer.model.span import Span
from reviewer.text.languages import function_words, primary, script
from reviewer.text.scripts import CASED
from reviewer.text.sentences import abbreviations

_LEFTOVER = re.compile(r"(?<=[\w%,])(?<!_)(?P<mark>[~_^|\\@]+)(?=[\s,.;:!?)]|$)")
_CLASH = re.compile(
    r"(?<=\w)(?P<mark>[,;:][,;:.!?]+|[.](?:[,;:][,;:.!?]*|[!?](?!\w))|[!?][,;:.]+(?!\.)|\.\.(?!\.))(?=\s|$|[\"”»’])"
)
_LAST_WORD = re.compile(r"([\w.]+)\Z")
_MID_STOP = re.compile(r"(?<=[^\W\d_]{2})(?P<mark>[.!?])(?= (?P<next>[\w(]))")
_HANGING_HYPHEN = re.compile(r"(?<=[^\W\d_])(?P<mark>-)(?= (?P<next>[^\W\d_]+)(?P<rest>\S* ?\S*))")
_JOINT = re.compile(r"(?<=[^\W\d_])(?P<mark>[:;])(?= (?P<next>[^\W\d_]))")
_JOINT_LIKE = {":": frozenset(":：—–;；-፦"), ";": frozenset(";；؛—–:：")}
"""What in the source may have become a colon or semicolon."""
_STOP_INSIDE = re.compile(r"[.。।۔!?]\W*\w")
_CHAINING = frozenset("zh ja th ko ru uk be he pl cs sk sl hr sr bs bg mk".split())
"""Languages that chain clauses by commas where a translation may want a semicolon."""
_WIDE = re.compile(r"[。，、；：？！]")
_GARBLED = re.compile(
    "\ufffd|Ã[\u0080-\u00bf¤¶¼Ÿ„–œ©¨ª«¡³±º­]|â€[™œ\u009d“”˜¦\u0099\u009c]|Â[ «»°·]|&(?:amp|quot|lt|gt|nbsp|#\\d{2,4});"
)

_SUSPENDED = frozenset(
    "and or und oder et ou y o e u i ili és vagy ja tai och eller og en of a nebo lub albo oraz и или та або to bis "
    "bzw sowie als wie noch & sekä ani či sau și".split()
)
"""What follows a hyphen that stands for a shared second part: `pre- and post-war`, `Vor- und Nachteile`."""

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


_MARK = re.compile(r"[~_^|\\@,;:.!?'’-]")
"""Where to look: trying every pattern at every letter would take ten times as long."""


def find(passage: Passage) -> Iterator[Report]:
    """Report leftovers, marks that clash, stand inside a sentence or behind an article, wide and garbled signs."""
    text, source = passage.target.text, passage.source.text
    lang = passage.target.lang
    if not text.isascii() or "&" in text:
        yield from _garbled_or_wide(passage)
    cased = script(lang) in CASED
    inside = _Sentence(passage) if cased else None
    for match in _MARK.finditer(text):
        at, mark = match.start(), match[0]
        if mark in "~_^|\\@,":
            leftover = _LEFTOVER.match(text, at)
            if leftover is not None and leftover["mark"] not in source:
                yield _stray(Span(*leftover.span()), leftover["mark"], "“{mark}” is left over here.")
        if mark in ",;:.!?":
            clash = _CLASH.match(text, at)
            if clash is not None and clash["mark"] not in source and not _abbreviated(text, clash):
                yield _stray(
                    Span(*clash.span("mark")), clash["mark"], "“{mark}” do not go together.", clash["mark"][-1]
                )
        if inside is not None:
            message = inside.wrong(at, mark)
            if message:
                yield _stray(Span(at, at + 1), mark, message)


def _garbled_or_wide(passage: Passage) -> Iterator[Report]:
    text, source = passage.target.text, passage.source.text
    for match in _GARBLED.finditer(text):
        if match[0] not in source:
            yield _stray(Span(*match.span()), match[0], "“{mark}” is a sign that was garbled on the way.")
    if script(passage.target.lang) in _NARROW and script(passage.source.lang) not in _NARROW:
        for match in _WIDE.finditer(text):
            yield _stray(
                Span(*match.span()), match[0], "“{mark}” is a mark of another script.", _NARROW_MARKS[match[0]]
            )


class _Sentence:
    """Judges the marks inside the sentences of a script with capitals."""

    def __init__(self, passage: Passage) -> None:
        self.text = passage.target.text
        self.source = passage.source.text
        self.lang = passage.target.lang
        self.language = primary(self.lang)
        self.source_language = primary(passage.source.lang)

    def wrong(self, at: int, mark: str) -> str:
        """Say what is wrong with the mark at a place; empty where nothing is."""
        if mark in ".!?" and self._stops_inside(at, mark):
            return "“{mark}” stands inside a sentence."
        if mark in ":;" and self._joins_nothing(at, mark):
            return "The source has no mark that could have become this “{mark}”."
        if mark == "-" and self._hangs(at):
            return "“{mark}” hangs on a word and joins nothing."
        if mark in "'’" and self.language == "en" and self._closes_nothing(at):
            return "“{mark}” belongs to nothing here."
        if mark in ".,;:!?" and self._stands_behind_an_article(at):
            return "No “{mark}” can stand behind this word."
        return ""

    def _stops_inside(self, at: int, mark: str) -> bool:
        match = _MID_STOP.match(self.text, at)
        if match is None or match["next"].isupper() or (mark == "." and not match["next"].islower()):
            return False
        if mark == ".":
            return _ordinary_word_before(self.text, at, self.lang)
        if mark in self.source or _WIDE_OF[mark] in self.source or "؟" in self.source or self.language == "el":
            return False
        # Not Yahoo! and the like.
        return not _word_before(self.text, at)[:1].isupper()

    def _joins_nothing(self, at: int, mark: str) -> bool:
        match = _JOINT.match(self.text, at)
        if match is None or not match["next"].islower() or not _JOINT_LIKE[mark].isdisjoint(self.source):
            return False
        chained = self.source_language in _CHAINING and any(comma in self.source for comma in ",，、")
        if mark == ";" and (chained or _STOP_INSIDE.search(self.source)):
            return False
        return self.language != "el" and self.source_language not in ("el", "hy", "th", "lo")

    def _hangs(self, at: int) -> bool:
        match = _HANGING_HYPHEN.match(self.text, at)
        if match is None or "- " in self.source:
            return False
        return match["next"].lower() not in _SUSPENDED or (match["next"] == "to" and "-" not in match["rest"])

    def _closes_nothing(self, at: int) -> bool:
        return _LONE_APOSTROPHE.match(self.text, at) is not None and not _OPENING_APOSTROPHE.search(self.text)

    def _stands_behind_an_article(self, at: int) -> bool:
        articles = _NO_MARK_BEHIND.get(self.language)
        if articles is None or not _GOES_ON.match(self.text, at + 1):
            return False
        word = _word_before(self.text, at)
        if word not in articles or (self.text[at] == "," and word in ("and", "or")):
            return False
        return (
            self.text[at - len(word) - 1 : at - len(word)] in ("", " ") and f"{word}{self.text[at]}" not in self.source
        )


def _word_before(text: str, at: int) -> str:
    match = _LAST_WORD.search(text, max(0, at - 40), at)
    return match[1] if match else ""


_LONE_APOSTROPHE = re.compile(r"(?:(?<=[^\W\d_szxnoSZXNO])(?<=\w{2})['’](?= [^\W\d_])|(?<=\w,)['’](?= ))")
_OPENING_APOSTROPHE = re.compile(r"(?<!\w)['‘’]")
_GOES_ON = re.compile(r"(?![.!?])(?= \w|$)")


def _stray(span: Span, mark: str, message: str, replacement: str = "") -> Report:
    label = f"write “{replacement}”" if replacement else f"take “{mark}” away"
    return Report(message, {"mark": mark}, target_span=span, suggestions=(Suggestion(replacement, span, label),))


def _abbreviated(text: str, match: re.Match[str]) -> bool:
    """Say whether the first of two marks belongs to an abbreviation or a title: `Inc.,` `U.S.;` `Mamma Mia!,`"""
    word = _word_before(text, match.start())
    if match["mark"] == "..":
        return False
    if match["mark"][0] in "!?":
        return word[:1].isupper()
    if match["mark"][0] != ".":
        return False
    return len(word) <= 4 or "." in word or word[0].isupper() or word.isdigit() or word in ("approx", "misc", "figs")


def _ordinary_word_before(text: str, stop: int, lang: str) -> bool:
    """Say whether a full stop ends a word that is no abbreviation, in a language whose abbreviations are known."""
    known = abbreviations(lang)
    word = _word_before(text, stop)
    if not known or len(word) < 2 or "." in word or not word.islower() or word in known:
        return False
    # A short word may be an abbreviation nobody listed: `min.`, `excl.`
    return len(word) > _ABBREVIATION or word in function_words().get(primary(lang), ())


_ABBREVIATION = 5
"""Letters of the longest usual abbreviation."""

_NARROW = frozenset(("Latn", "Cyrl", "Grek", "Armn", "Arab", "Hebr", "Deva", "Beng", "Taml", "Telu"))
_NARROW_MARKS = {"。": ".", "，": ",", "、": ",", "；": ";", "：": ":", "？": "?", "！": "!"}
_WIDE_OF = {"!": "！", "?": "？"}

CHECK = Check(
    id="stray-punctuation",
    title="Stray mark",
    category=Category.PUNCTUATION,
    severity=Severity.MINOR,
    find=find,
    description="Marks where no sentence has one: behind an article, before a small letter, two that clash, signs "
    "of another script or garbled by a wrong encoding.",
    examples=(
        Example("zh", "en", "发现了三聚氰胺。", "Melamine~ was found.", "~", suggestion=""),
        Example("de", "en", "Er ist seit 1959 die Hauptstadt.", "It has. been the capital.", "."),
        Example("ja", "en", "警報が出る恐れ。", "A warning may? be issued.", "?"),
        Example("de", "en", "Die Inseln von Ecuador", "The islands in the. Ecuador", "."),
        Example("pl", "en", "Kiedyś, dawno", "Once,? long ago", ",?"),
        Example("de", "en", "Er kam, sah und ging.", "He came-, saw and left- again.", "-"),
        Example("zh", "en", "房子，旧的。", "The house，an old one.", "，", suggestion=","),
        Example("en", "de", "Use the way.", "Benutze den WÃ¶g.", "Ã¶"),
        Example("en", "fr", "In the house", "Dans les, maisons", ","),
        Example("zh", "en", "大雨造成71人死亡。", "The heavy rain: caused 71 deaths.", ":"),
        Example("de", "en", "Er konnte schließen, dass sie kam.", "He was able; to conclude that she came.", ";"),
        Example("zh", "en", "你知道吗", "I don't know if you' realize it", "'"),
        Example("zh", "en", "能力超过一千万", "a capacity of more than! 10 million", "!"),
        Example("zh", "en", "美国最高法院", "the U.S.. Supreme Court", "..", suggestion="."),
        Example("ru", "en", "Так делает Польша - она дружит.", "That is what Poland does: it makes friends."),
        Example("de", "en", "Es war alt. Es fiel.", "It was old; it fell."),
        Example("de", "en", "Das Dach der Brüder fiel.", "The brothers' roof fell."),
        Example("de", "en", "Die Pkw- bis Lkw-Preise", "car- to truck-sized prices"),
        Example("de", "en", "Vor- und Nachteile", "pre- and post-war houses"),
        Example("de", "en", "Er kam mit Smith Inc. und ging.", "He came with Smith Inc., and left."),
        Example("de", "en", "usw. und mehr", "etc. and more"),
        Example("de", "en", "z. B. hier", "approx. here, e.g. there"),
        Example("en", "de", "He came on May 3, then left.", "Er kam am 3. und ging."),
        Example("de", "en", "„Was?“, fragte er.", "“What?” he asked."),
        Example(
            "de", "en", "dem er angehörte und, so sagt er, vertraute", "the club he was part of, and, he says, trusted"
        ),
        Example("es", "en", "¿Qué? dijo.", "What? he said."),
        Example("de", "en", "Was?!", "What?!"),
        Example("en", "de", "snake_case_ and ~", "snake_case_ und ~"),
        Example("de", "en", "Yahoo! ist da.", "Yahoo! is here."),
        Example("zh", "en", "他说：“好！”", "He said, “Good!”"),
    ),
)
