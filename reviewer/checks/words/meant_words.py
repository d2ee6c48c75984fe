"""Words that stand in another language on purpose: set apart, part of a name, the sign of a unit."""

import re

from reviewer.checks.check import Passage
from reviewer.model.span import Span
from reviewer.text.punctuation import HYPHENS

LONGEST_SHORT = 4
"""Letters of the longest word that stands inside names without being one."""
_PARTICLES = frozenset(
    "al bin d da das de degli del della delle den der des di do dos du el e ibn la las le les los van von y zu "
    "zum".split()
)
_BEFORE_NAME = re.compile(
    r" (?:(?:d[aeiou]|de[lmnrs]|der|den|l[aeo]s?|van|von|al|el|y|bin) )*[^\W\d_a-zß-öø-ÿа-яёіїєґα-ώ]"
)
_CAPITALISED = re.compile(r"(?<=[^.!?:] )[^\W\d_a-zß-öø-ÿа-яёіїєґα-ώ]\w* $")
_UNITS = frozenset("ft lb lbs oz mph mi yd sq psi rpm hp".split())
_FEW = 3
"""Words inside quotation marks that still name something; more are speech."""
_TITLE = 6
_APART = 40
_OPENING = "([{<“„«‘「『（《\"'*_"
_CLOSING = ")]}>”»’“」』）》\"'*_"


def is_meant(passage: Passage, span: Span) -> bool:
    """Say whether a word of the source's language stands in the target on purpose."""
    text = passage.target.text
    return (
        _is_unit(text, span)
        or set_apart(text, span, passage.source.text)
        or _in_a_name(text, span)
        or set_apart_there(passage, span.of(text))
    )


def is_term(text: str, span: Span) -> bool:
    """Say whether words in a row are kept on purpose: a title of three or more (das National Executive Committee), what
    a compound is made of (Tomb-Raider- and Tomb Raider-Spiele), what is said again."""
    row = span.of(text)
    if " " not in row or not row.istitle():
        return False
    return row.count(" ") > 1 or text[span.end : span.end + 1] in HYPHENS or text.count(row) > 1


def set_apart(text: str, span: Span, source: str = "") -> bool:
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


def set_apart_there(passage: Passage, word: str) -> bool:
    """Say whether the source, too, quotes the word as one of another language."""
    span = in_source(passage, word)
    return span is not None and set_apart(passage.source.text, span)


def in_source(passage: Passage, word: str) -> Span | None:
    """Return where the source first has a word, in small letters or capitals; None where that cannot be told."""
    text, small = passage.source.text, passage.source.text.lower()
    at = small.find(word.lower())
    return Span(at, at + len(word)) if at >= 0 and len(small) == len(text) else None


def _in_a_name(text: str, span: Span) -> bool:
    """Say whether a word is part of a name: a particle beside a capital (`le Carré`, `von der Leyen`), or any
    short word between two (`Printing and Minting Co.`).
    """
    word = span.of(text)
    if word[0].isupper() or (len(word) > LONGEST_SHORT and word not in _PARTICLES):
        return False
    before = _CAPITALISED.search(text, 0, span.start) is not None
    behind = _BEFORE_NAME.match(text, span.end) is not None
    return (before or behind) if word in _PARTICLES else (before and behind)


def _is_unit(text: str, span: Span) -> bool:
    """Say whether a word is the sign of a unit behind a number, which no language translates: 8 ft."""
    return span.of(text).lower() in _UNITS and text[: span.start].rstrip()[-1:].isdigit()
