"""Finds marks that stand where no sentence of the language has one."""

import re
from collections.abc import Iterator
from functools import lru_cache

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
_LAST_WORD = re.compile(r"([\w.]+)$")
_MID_STOP = re.compile(r"(?<=[^\W\d_]{2})(?P<mark>[.!?])(?= (?P<next>[\w(]))")
_HANGING_HYPHEN = re.compile(r"(?<=[^\W\d_])(?P<mark>-)(?= (?P<next>[^\W\d_]+)(?P<rest>\S* ?\S*))")
_JOINT = re.compile(r"(?<=[^\W\d_])(?P<mark>[:;])(?= (?P<next>[^\W\d_]))")
_JOINT_LIKE = {":": frozenset(":：—–;；-፦"), ";": frozenset(";；؛—–:：")}
"""What in the source may have become a colon or semicolon."""
_STOP_INSIDE = re.compile(r"[.。।۔!?]\W*\w")
_CHAINING = frozenset("zh ja th ko ru uk be he pl cs sk sl hr sr bs bg mk".split())
"""Languages that chain clauses by commas where a translation may want a semicolon."""
_FOREIGN_APOSTROPHE = re.compile(
    r"(?<=[^\W\d_szxnoSZXNO])(?<=\w{2})(?P<mark>['’])(?= [^\W\d_])|(?<=[\w],)(?P<other>['’])(?= )"
)
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
    "en": "the|a|an|my|our|their|your|its|every|(?:and|or)(?!,)",
    "es": "el|los|las|del",
    "fr": "le|les|du|des",
    "it": "il|gli|del|della|dei|nel",
    "pt": "os|do|dos",
}
"""Articles and the like, behind which no mark but a dash, bracket or quotation mark may stand.

Not German, whose articles are pronouns too (`das, was`).
"""


@lru_cache(maxsize=32)
def _bare_word(language: str) -> re.Pattern[str] | None:
    known = _NO_MARK_BEHIND.get(language)
    if known is None:
        return None
    return re.compile(rf"(?<![\w'’.\"“„«*-])(?P<word>{known})(?P<mark>[.,;:!?](?![.!?]))(?= [^\W\d_]| \d|$)")


def find(passage: Passage) -> Iterator[Report]:
    """Report leftovers, marks that clash, stand inside a sentence or behind an article, wide and garbled signs."""
    text, source = passage.target.text, passage.source.text
    lang = passage.target.lang
    for pattern, message in _ANYWHERE:
        for match in pattern.finditer(text):
            mark = match.groupdict().get("mark") or match[0]
            if mark not in source:
                yield _stray(Span(*match.span()), mark, message)
    for match in _CLASH.finditer(text):
        if match["mark"] not in source and not _abbreviated(text, match):
            yield _stray(Span(*match.span("mark")), match["mark"], "“{mark}” do not go together.", match["mark"][-1])
    writing = script(lang)
    if not text.isascii() and writing in _NARROW and script(passage.source.lang) not in _NARROW:
        for match in _WIDE.finditer(text):
            yield _stray(
                Span(*match.span()), match[0], "“{mark}” is a mark of another script.", _NARROW_MARKS[match[0]]
            )
    if writing in CASED:
        yield from _inside_sentence(passage)


def _inside_sentence(passage: Passage) -> Iterator[Report]:
    text, source = passage.target.text, passage.source.text
    language = primary(passage.target.lang)
    for match in _MID_STOP.finditer(text):
        mark = match["mark"]
        if match["next"].isupper() or (mark == "." and not match["next"].islower()):
            continue
        if mark == ".":
            if not _ordinary_word_before(text, match.start(), passage.target.lang):
                continue
        elif mark in source or _WIDE_OF[mark] in source or "؟" in source or language == "el":
            continue
        elif text[: match.start()].rsplit(None, 1)[-1].lstrip('“"„«(')[:1].isupper():
            continue  # Yahoo! and the like
        yield _stray(Span(*match.span("mark")), mark, "“{mark}” stands inside a sentence.")
    yield from _joints(passage)
    for match in _HANGING_HYPHEN.finditer(text):
        suspended = match["next"].lower() in _SUSPENDED and (match["next"] != "to" or "-" in match["rest"])
        if not suspended and "- " not in source:
            yield _stray(Span(*match.span("mark")), "-", "“{mark}” hangs on a word and joins nothing.")
    if language == "en" and not re.search(r"(?<!\w)['‘’]", text):
        for match in _FOREIGN_APOSTROPHE.finditer(text):
            yield _stray(Span(*match.span()), match[0], "“{mark}” belongs to nothing here.")
    pattern = _bare_word(language)
    if pattern is not None:
        for match in pattern.finditer(text):
            if match[0] not in source:
                yield _stray(Span(*match.span("mark")), match["mark"], "No “{mark}” can stand behind this word.")


def _joints(passage: Passage) -> Iterator[Report]:
    """Report a colon or semicolon inside a sentence where the source has nothing that could have become one."""
    source = passage.source.text
    for match in _JOINT.finditer(passage.target.text):
        mark = match["mark"]
        if not match["next"].islower() or not _JOINT_LIKE[mark].isdisjoint(source):
            continue
        chained = primary(passage.source.lang) in _CHAINING and any(comma in source for comma in ",，、")
        if mark == ";" and (chained or _STOP_INSIDE.search(source)):
            continue
        if primary(passage.target.lang) == "el" or primary(passage.source.lang) in ("el", "hy", "th", "lo"):
            continue
        yield _stray(Span(*match.span("mark")), mark, "The source has no mark that could have become this “{mark}”.")


def _stray(span: Span, mark: str, message: str, replacement: str = "") -> Report:
    label = f"write “{replacement}”" if replacement else f"take “{mark}” away"
    return Report(message, {"mark": mark}, target_span=span, suggestions=(Suggestion(replacement, span, label),))


def _abbreviated(text: str, match: re.Match[str]) -> bool:
    """Say whether the first of two marks belongs to an abbreviation or a title: `Inc.,` `U.S.;` `Mamma Mia!,`"""
    before = _LAST_WORD.search(text[max(0, match.start() - 40) : match.start()])
    word = before[1] if before else ""
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
    before = _LAST_WORD.search(text[max(0, stop - 40) : stop])
    word = before[1] if before else ""
    if not known or len(word) < 2 or "." in word or not word.islower() or word in known:
        return False
    # A short word may be an abbreviation nobody listed: `min.`, `excl.`
    return len(word) > _ABBREVIATION or word in function_words().get(primary(lang), ())


_ABBREVIATION = 5
"""Letters of the longest usual abbreviation."""

_ANYWHERE = (
    (_LEFTOVER, "“{mark}” is left over here."),
    (_GARBLED, "“{mark}” is a sign that was garbled on the way."),
)
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
