"""Which quotation marks a translation should use, and where to put one that is missing."""

import re

from reviewer.checks.check import Passage
from reviewer.model.finding import Suggestion
from reviewer.model.span import Span
from reviewer.text.quotations import STRAIGHT, Marks, Quotation, marks_in_use

SETTING = "quotation-marks"
"""Project setting: the house's own four marks (outer opening, outer closing, inner opening, inner
closing) as one string, such as `»«›‹`; empty for those the article uses most."""
FACT = "quote-style"
"""Key in `Article.facts` of the `Marks` that most of the article's quotations stand in, or None."""

DIALOGUE_DASH = re.compile(r"\s*[-–—―]\s?\w")
"""Begins a line of dialogue in Spanish, French, Polish, Russian …, where it replaces quotation marks."""
COLON = re.compile(r"[:：][\s\u200f\u200e]*\Z")
_COLONS = re.compile(r"[:：]\s*")
_COMMA = re.compile(r"[,，、،](?=\D)")


def house_marks(passage: Passage) -> Marks:
    """Return the marks to write: those of the setting, else of the article, else the language's first."""
    return set_marks(passage) or passage.article.facts.get(FACT) or marks_in_use(passage.target.lang)[0]


def set_marks(passage: Passage) -> Marks | None:
    """Return the marks that the project's setting demands, None where it demands none."""
    wanted = "".join(str(passage.article.settings.get(SETTING, "")).split())
    if len(wanted) == 2:
        wanted += wanted
    if len(wanted) != 4:
        return None
    usual = marks_in_use(passage.target.lang)[0]
    return Marks(wanted[0], wanted[1], wanted[2], wanted[3], usual.padding)


def closing_mark(passage: Passage, quotation: Quotation) -> str:
    """Return what closes a quotation in the set of marks that opened it, with its padding."""
    for marks in (house_marks(passage), *marks_in_use(passage.target.lang), STRAIGHT):
        if quotation.opening == marks.opening:
            return marks.pair(0)[1]
        if quotation.opening == marks.inner_opening:
            return marks.pair(1)[1]
    return house_marks(passage).pair(quotation.depth)[1]


def marked(passage: Passage, quotation: Quotation) -> tuple[Suggestion, ...]:
    """Return the target with the marks of a source quotation put in, where their place is beyond doubt.

    That is where the quotation fills the paragraph, or all that follows its only colon.
    """
    source, target = passage.source.text, passage.target.text
    first = len(target) - len(target.lstrip())
    last = len(target.rstrip())
    opening, closing = house_marks(passage).pair(0)
    head, tail = source[: quotation.span.start].strip(), source[quotation.span.end :].strip()
    if head:
        colons = list(_COLONS.finditer(target))
        if not COLON.search(head) or len(colons) != 1:
            return ()
        first = colons[0].end()
    if tail not in ("", ".", "。"):
        return ()
    if tail and target[last - 1] in ".。":
        last -= 1
    if not quotation.closing:
        closing = ""
    said = target[first:last]
    return (Suggestion(opening + said + closing, Span(first, last), "put the quotation marks back"),)


def closing_place(passage: Passage, origin: Quotation, quotation: Quotation) -> int | None:
    """Return where in the target an open quotation should end, None where that cannot be told.

    `origin` is its counterpart in the source: it ends with the paragraph, or before a comma.
    """
    source, target = passage.source.text, passage.target.text
    tail = source[origin.span.end :].strip()
    last = len(target.rstrip())
    if tail in ("", ".", "。"):
        return last - 1 if tail and target[last - 1] in ".。" else last
    inner = origin.inner.of(source)
    comma_before = inner[-1:] in (",", "，")
    if tail[0] not in ",，،-–—" and not comma_before:
        return None
    aim = quotation.inner.start + len(inner) * len(target) / max(len(source), 1)
    places = [m.start() for m in _COMMA.finditer(target, quotation.inner.start)]
    if not places:
        return None
    best = min(places, key=lambda place: abs(place - aim))
    if abs(best - aim) > max(8, 0.15 * len(target)):
        return None
    # American and most British printers set the comma inside, all others outside.
    return best + 1 if passage.target.lang.startswith("en") else best


def short(text: str) -> str:
    """Return a quotation as a message shows it: the beginning and the end of a long one."""
    return text if len(text) <= 60 else text[:50].rstrip() + " … " + text[-8:].lstrip()
