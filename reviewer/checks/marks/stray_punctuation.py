"""Finds marks that stand where no sentence of the language has one."""

import re
from collections.abc import Iterator

from reviewer.checks.check import Check, Example, Passage, Report
from reviewer.model.finding import Category, Severity, Suggestion
from reviewer.model.span import Span
from reviewer.text.languages import script

_LEFTOVER = re.compile(r"(?<=[\w%,])(?<!_)(?P<mark>[~_^|\\@]+)(?=[\s,.;:!?)]|$)")
_CLASH = re.compile(
    r"(?<=\w)(?P<mark>[,;:][,;:.!?]+|[.](?:[,;:][,;:.!?]*|[!?](?!\w))|[!?][,;:.]+(?!\.)|\.\.(?!\.))(?=\s|$|[\"”»’])"
)
_LAST_WORD = re.compile(r"([\w.]+)\Z")
_WIDE = re.compile(r"[。，、；：？！]")
_GARBLED = re.compile(
    "\ufffd|Ã[\u0080-\u00bf¤¶¼Ÿ„–œ©¨ª«¡³±º­]|â€[™œ\u009d“”˜¦\u0099\u009c]|Â[ «»°·]|&(?:amp|quot|lt|gt|nbsp|#\\d{2,4});"
)

_MARK = re.compile(r"[~_^|\\@,;:.!?](?:(?<=[~_^|\\@])|(?=[,;:.!?]))")
"""Where to look: trying every pattern at every letter would take ten times as long."""


def find(passage: Passage) -> Iterator[Report]:
    """Report leftovers, marks that clash, marks of another script and garbled signs."""
    text, source = passage.target.text, passage.source.text
    if not text.isascii() or "&" in text:
        yield from _garbled_or_wide(passage)
    for match in _MARK.finditer(text):
        at, mark = match.start(), match[0]
        if mark in "~_^|\\@":
            leftover = _LEFTOVER.match(text, at)
            if leftover is not None and leftover["mark"] not in source and not _opened(text, at):
                yield _stray(Span(*leftover.span()), leftover["mark"], "“{mark}” is stray.")
        else:
            clash = _CLASH.match(text, at)
            if clash is not None and clash["mark"] not in source and not _abbreviated(text, clash):
                yield _stray(
                    Span(*clash.span("mark")),
                    clash["mark"],
                    "“{mark}”: these marks cannot stand together.",
                    clash["mark"][-1],
                )


def _opened(text: str, at: int) -> bool:
    """Say whether the same mark stands before a word further on the left: `_emphasis_`."""
    return re.search(rf"(?<!\w){re.escape(text[at])}+\w", text[:at]) is not None


def _garbled_or_wide(passage: Passage) -> Iterator[Report]:
    text, source = passage.target.text, passage.source.text
    for match in _GARBLED.finditer(text):
        if match[0] not in source:
            yield _stray(Span(*match.span()), match[0], "“{mark}” is a garbled character (text in a wrong encoding).")
    if script(passage.target.lang) in _NARROW and script(passage.source.lang) not in _NARROW:
        for match in _WIDE.finditer(text):
            yield _stray(Span(*match.span()), match[0], "“{mark}” belongs to another script.", _NARROW_MARKS[match[0]])


def _word_before(text: str, at: int) -> str:
    match = _LAST_WORD.search(text, max(0, at - 40), at)
    return match[1] if match else ""


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


_NARROW = frozenset(("Latn", "Cyrl", "Grek", "Armn", "Arab", "Hebr", "Deva", "Beng", "Taml", "Telu"))
_NARROW_MARKS = {"。": ".", "，": ",", "、": ",", "；": ";", "：": ":", "？": "?", "！": "!"}

CHECK = Check(
    id="stray-punctuation",
    title="Stray mark",
    category=Category.PUNCTUATION,
    severity=Severity.MINOR,
    find=find,
    description="Marks that are left over, that clash with the mark beside them, that belong to another script or were "
    "garbled by a wrong encoding.",
    examples=(
        Example("zh", "en", "发现了三聚氰胺。", "Melamine~ was found.", "~", suggestion=""),
        Example("pl", "en", "Kiedyś, dawno", "Once,? long ago", ",?"),
        Example("zh", "en", "房子，旧的。", "The house，an old one.", "，", suggestion=","),
        Example("en", "de", "Use the way.", "Benutze den WÃ¶g.", "Ã¶"),
        Example("zh", "en", "美国最高法院", "the U.S.. Supreme Court", "..", suggestion="."),
        Example("de", "en", "usw. und mehr", "etc. and more"),
        Example(
            "de", "en", "dem er angehörte und, so sagt er, vertraute", "the club he was part of, and, he says, trusted"
        ),
        Example("de", "en", "Das ist wirklich neu.", "This is _really and truly_ new."),
        Example("de", "en", "Was?!", "What?!"),
        Example("en", "de", "snake_case_ and ~", "snake_case_ und ~"),
        Example("zh", "en", "他说：“好！”", "He said, “Good!”"),
    ),
)
