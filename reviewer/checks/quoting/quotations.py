"""Quotations that lost or gained their marks, are left open, or hold other text than in the source."""

import re
from collections.abc import Iterator
from math import log

from reviewer.checks.check import Check, Example, Passage, Report
from reviewer.checks.quoting.house_marks import COLON, DIALOGUE_DASH, marked, short
from reviewer.checks.quoting.speech_acts import is_attributed
from reviewer.model.finding import Category, Evidence, Severity, Suggestion
from reviewer.model.segment import is_code
from reviewer.text.quotation_pairs import Pair, paired, words
from reviewer.text.quotations import Kind, Quotation, quotations
from reviewer.text.reading import Reading

_STATEMENT = 7
"""From so many words on, a quotation is taken for something somebody said."""
_SPEECH = 10
"""From so many words on, a quotation without any counterpart is certain to be lost."""
_NAME = 4
"""Below so many words it is taken for a name, a title or scare quotes, which languages mark differently."""
_DASH_BREAK = re.compile(r"[,.!?…»\"”][ \u00a0]?[-–—―][ \u00a0]?\w")
"""Between speech and its speaker in Russian, Spanish, Polish …: «Да, — сказал он, — пора»."""
_END_OF_SPEECH = re.compile(r"[.,!?…。，！？؟،۔।]\Z")


def find(passage: Passage) -> Iterator[Report]:
    """Report what became of each quotation."""
    source, target = passage.source.text, passage.target.text
    ours, theirs = passage.source.of(quotations), passage.target.of(quotations)
    if not ours and not theirs:
        return
    if not target.strip() or not source.strip():
        return
    pairs = paired(source, ours, target, theirs)
    for pair in pairs:
        one, other = pair
        if one and other:
            if one.whole and other.whole and one.kind is other.kind is Kind.QUOTE:
                yield from _moved(passage, one, other, pairs)
        elif one:
            yield from _lost(passage, one, pairs)
        elif other:
            yield from _gained(passage, other, pairs)


def _lost(passage: Passage, quotation: Quotation, pairs: list[Pair]) -> Iterator[Report]:
    source, target = passage.source.text, passage.target.text
    if quotation.kind is Kind.TITLE or not quotation.opening:
        return
    if DIALOGUE_DASH.match(target) or _continues(quotation, pairs, 0, source, target):
        return
    theirs = any(other for _, other in pairs)
    size = words(quotation.inner.of(source))
    severity = _weigh(quotation, source, size)
    if severity is Severity.NEUTRAL and size > 1 and quotation.whole and not quotation.depth:
        # Said by somebody, however short it is; or the words of somebody within the sentence.
        said = is_attributed(passage.source, quotation.span)
        severity = Severity.MINOR if said or (not theirs and _is_clause(passage.source, quotation, size)) else severity
    if severity is Severity.NEUTRAL and any(map(is_code, target)):
        return  # markup may stand for the marks
    if severity is Severity.MAJOR and quotation.whole and not theirs and size >= _SPEECH:
        severity = Severity.CRITICAL
    yield Report(
        "“{quoted}” is a quotation in the source; here it has no quotation marks."
        if size >= _NAME
        else "“{quoted}” is in quotation marks in the source, but not here.",
        {"quoted": short(quotation.inner.of(source))},
        source_span=quotation.span,
        suggestions=marked(passage, quotation) if size >= _NAME else (),
        severity=severity,
        category=Category.MISTRANSLATION if size >= _STATEMENT else Category.PUNCTUATION,
    )


def _gained(passage: Passage, quotation: Quotation, pairs: list[Pair]) -> Iterator[Report]:
    source, target = passage.source.text, passage.target.text
    if quotation.kind is Kind.TITLE or not quotation.whole:
        return  # a mark without its other half is for the check `quote-marks`
    if DIALOGUE_DASH.match(source) or (_DASH_BREAK.search(source) and not quotation.depth):
        return
    if _continues(quotation, pairs, 1, target, source):
        return
    size = words(quotation.inner.of(target))
    yield Report(
        "“{quoted}” is in quotation marks here, but not in the source.",
        {"quoted": short(quotation.inner.of(target))},
        target_span=quotation.span,
        suggestions=(Suggestion(quotation.inner.of(target), quotation.span, "remove the quotation marks"),),
        severity=_weigh(quotation, target, size),
        category=Category.MISTRANSLATION if size >= _STATEMENT else Category.PUNCTUATION,
    )


def _moved(passage: Passage, one: Quotation, other: Quotation, pairs: list[Pair]) -> Iterator[Report]:
    """Report a quotation that took in, or left out, what stands outside, or inside, in the source."""
    source, target = passage.source.text, passage.target.text
    inside, now_inside = words(one.inner.of(source)), words(other.inner.of(target))
    if one.depth or other.depth or max(inside, now_inside) < _STATEMENT:
        return
    if bool(_DASH_BREAK.search(one.inner.of(source))) != bool(_DASH_BREAK.search(other.inner.of(target))):
        return  # one language names the speaker inside the marks: «A, — сказал он, — b»
    if any(not (a and b) for a, b in pairs if (a or b) and not (a and a.depth) and not (b and b.depth)):
        return
    total, now_total = words(source), words(target)
    outside = total - sum(words(a.inner.of(source)) for a, _ in pairs if a and not a.depth)
    now_outside = now_total - sum(words(b.inner.of(target)) for _, b in pairs if b and not b.depth)
    grown = log(((now_inside + 1) / (now_total + 1)) / ((inside + 1) / (total + 1)))
    alone = sum(1 for a, _ in pairs if a and not a.depth) == 1
    swallowed = alone and outside >= 2 and now_outside == 0 and not _stands_apart(source, one)
    released = alone and outside == 0 and now_outside >= 2 and not _stands_apart(target, other)
    shift = abs(grown) * min(now_inside, inside)
    if not swallowed and not released and (abs(grown) < _ODD_SHARE or shift < _ODD_SHIFT):
        return
    yield Report(
        "The quotation takes in text that stands outside it in the source."
        if swallowed or (grown > 0 and not released)
        else "The quotation leaves out text that stands inside it in the source.",
        source_span=one.span,
        target_span=other.span,
        evidence=(
            Evidence(
                f"{inside:.0f} of {total:.0f} words quoted in the source, {now_inside:.0f} of {now_total:.0f} here"
            ),
        ),
        severity=Severity.MAJOR if swallowed or released else Severity.MINOR,
        category=Category.MISTRANSLATION,
    )


_ODD_SHARE = 0.55
_ODD_SHIFT = 4.0


def _stands_apart(text: str, quotation: Quotation) -> bool:
    """Say whether all that stands outside a quotation is a dateline or label in brackets."""
    outside = text[: quotation.span.start] + text[quotation.span.end :]
    return not re.sub(r"[\(\[【（].*?[\)\]】）]", "", outside).strip(" .。:：")


def _weigh(quotation: Quotation, text: str, size: float) -> Severity:
    """Return how much it matters that a quotation stands in one of the texts only."""
    inner = quotation.inner.of(text)
    if size < _NAME:
        exclaimed = quotation.whole and size > 1 and inner.endswith(("!", "?", "！", "？", "؟"))
        return Severity.MINOR if quotation.depth and exclaimed else Severity.NEUTRAL
    said = bool(
        _END_OF_SPEECH.search(inner)
        or COLON.search(text[: quotation.span.start])
        or (quotation.whole and not quotation.depth and text[quotation.span.end :].startswith((", ", "،")))
    )
    if size >= _STATEMENT and not quotation.depth and (quotation.whole or _opens_speech(quotation, text)):
        return Severity.MAJOR
    return Severity.MINOR if said or size >= _STATEMENT else Severity.NEUTRAL


def _is_clause(reading: Reading, quotation: Quotation, size: float) -> bool:
    """Say whether so many words begin with a small letter: no name, nor a title in most languages."""
    return size >= _NAME and reading.text[quotation.inner.start].islower()


_NAMED_SPEAKER = 10
"""Words between two parts of what one person says, at most: said the mayor of the town, Carla Bianchi."""


_GROWN = 1.35
"""How much more of its text a quotation fills that holds two of the other text."""


def _opens_speech(quotation: Quotation, text: str) -> bool:
    """Say whether an open quotation is no slip: it begins the paragraph or follows a colon."""
    head = text[: quotation.span.start]
    return bool(quotation.opening) and (not head.strip() or bool(COLON.search(head)))


def _continues(quotation: Quotation, pairs: list[Pair], side: int, text: str, other_text: str) -> bool:
    """Say whether the quotation is part of one that the other text does not interrupt.

    «A, — said he, — b» is two quotations in English; “A.” “B.” may become “A. B.”
    """
    for pair in pairs:
        neighbour, counterpart = pair[side], pair[1 - side]
        if not neighbour or not counterpart or neighbour is quotation:
            continue
        if _DASH_BREAK.search(counterpart.inner.of(other_text)):
            return True
        first, second = sorted((neighbour.span, quotation.span))
        if 0 <= second.start - first.end <= 3 and not text[first.end : second.start].strip():
            return True
        if quotation.depth != neighbour.depth and quotation.inner.overlaps(neighbour.span):
            # “A ‘b’” with the outer marks lost: the inner pair took their counterpart.
            continue
        gap = text[first.end : second.start]
        ours, theirs = words(neighbour.inner.of(text)), words(counterpart.inner.of(other_text))
        grown = theirs > 1.5 * ours or theirs / words(other_text) > _GROWN * ours / words(text)
        if grown and words(gap) <= _NAMED_SPEAKER:
            return True
    return False


CHECK = Check(
    id="quotations",
    title="Quotations",
    category=Category.PUNCTUATION,
    severity=Severity.MAJOR,
    find=find,
    description=(
        "Pairs each quotation with its counterpart: direct speech that lost its marks or gained some, "
        "quotations left open, text that moved in or out. Short quoted names and titles are hints only."
    ),
    examples=(
        Example(
            "pt",
            "en",
            "O ministro disse que “não há dinheiro”.",
            "The minister said there is no money.",
            "“não há dinheiro”",
        ),
        Example(
            "uk",
            "en",
            "«Чому ви мовчали?» — запитав суддя.",
            "The judge asked why he had been silent.",
            "«Чому ви мовчали?»",
        ),
        Example("de", "en", "„Wir kommen morgen“, sagte sie.", "“We are coming tomorrow,” she said."),
        Example(
            "de",
            "en",
            "„Wir kommen morgen ganz früh am Hafen an.“",
            "We will arrive at the harbour very early tomorrow.",
            "„Wir kommen morgen ganz früh am Hafen an.“",
            "“We will arrive at the harbour very early tomorrow.”",
        ),
        Example(
            "en",
            "de",
            "He said: “The bridge will not be open before the end of March.”",
            "Er sagte: Die Brücke wird nicht vor Ende März geöffnet sein.",
            "“The bridge will not be open before the end of March.”",
            "„Die Brücke wird nicht vor Ende März geöffnet sein.“",
        ),
        Example(
            "en",
            "fr",
            "She said that the harbour would stay closed until the end of the storm.",
            "« Le port restera fermé jusqu’à la fin de la tempête », a-t-elle dit.",
            "« Le port restera fermé jusqu’à la fin de la tempête »",
        ),
        Example(
            "de",
            "en",
            "„Wir haben die Lage seit Tagen im Griff“, sagte der Bürgermeister von Kiel.",
            "“We have had the situation under control for days, said the mayor of Kiel.”",
            "“We have had the situation under control for days, said the mayor of Kiel.”",
        ),
        Example("de", "en", "Er las „Die Zeit“ im „Café Central“.", "He was reading Die Zeit at Café Central.", ""),
        Example("zh", "en", "她喜欢《红楼梦》。", "She loves Dream of the Red Chamber."),
        Example(
            "en", "ru", "“It is late,” he said, “so let us go home now.”", "— Уже поздно, — сказал он, — пойдём домой."
        ),
        Example("ru", "en", "«Уже поздно, — сказал он, — пойдём домой».", "“It is late,” he said, “let us go home.”"),
        Example("es", "en", "—Ya es muy tarde para salir de casa —dijo ella.", "“It is too late to go out,” she said."),
        Example(
            "ja",
            "en",
            "「橋は三月末まで開きません」と市長は述べた。",
            "“The bridge will not open before the end of March,” said the mayor.",
        ),
        Example("en", "he", "“The army will not comment on this,” he said.", '"צה"ל לא יגיב על כך", אמר.'),
    ),
)
