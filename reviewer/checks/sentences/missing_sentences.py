"""Sentences of the source that the translation leaves out, and sentences it adds."""

from collections.abc import Iterable, Iterator
from math import log
from statistics import median

from reviewer.checks.check import Check, Example, Passage, Report, Survey
from reviewer.checks.sentences.length import weighed_length
from reviewer.checks.sentences.sentence_pairs import USUAL_PACE, Alignment, aligned
from reviewer.model.finding import Category, Evidence, Severity
from reviewer.model.span import Span

_ID = "missing-sentences"
_LIKELY, _SURE = 1.0, 2.5
"""Margins in nats. Over 3,800 paragraphs of professional translations (WMT 2023 test sets) 0.2 % exceed the
first and none the second; with one sentence cut, half of them exceed the second."""
_TELLING = 60
"""Letters a passage must have to count for the pace of the article."""
_ENOUGH = 8


def _pace(passage: Passage) -> float | None:
    """Return the logarithm of target length over source length; None for what is too short to tell."""
    source, target = passage.source.of(weighed_length), passage.target.of(weighed_length)
    return log(target / source) if min(source, target) >= _TELLING else None


def _usual_pace(notes: Iterable[float | None]) -> float:
    """Return the article's pace."""
    paces = [pace for pace in notes if pace is not None]
    if len(paces) < _ENOUGH:
        return USUAL_PACE
    return max(-0.3, min(0.4, median(paces)))


def find(passage: Passage) -> Iterator[Report]:
    """Report each group of sentences that stands on one side only."""
    pairing = aligned(passage.source, passage.target, passage.article.facts.get(_ID, USUAL_PACE))
    if pairing is None or pairing.margin < _LIKELY:
        return
    lost = [ours for ours, theirs in pairing.groups if not theirs]
    added = [theirs for ours, theirs in pairing.groups if not ours]
    if lost and added:
        return  # reordered or rewritten: which sentence is which cannot be told
    severity = Severity.MAJOR if pairing.margin >= _SURE else Severity.MINOR
    evidence = (Evidence(f"{len(pairing.source)} sentences in the source, {len(pairing.target)} in the translation"),)
    for ours in lost:
        span = _joined(pairing.source, ours)
        yield Report(
            "This sentence of the source seems to be missing from the translation.",
            source_span=span,
            target_span=_gap(pairing, ours),
            evidence=evidence,
            severity=severity,
        )
    for theirs in added:
        yield Report(
            "This sentence seems to have no counterpart in the source.",
            target_span=_joined(pairing.target, theirs),
            evidence=evidence,
            severity=severity,
            category=Category.ADDITION,
        )


def _joined(spans: tuple[Span, ...], group: range) -> Span:
    return Span(spans[group.start].start, spans[group.stop - 1].end)


def _gap(pairing: Alignment, lost: range) -> Span:
    """Return the place in the target where the lost sentence should stand, an empty span."""
    place = 0
    for ours, theirs in pairing.groups:
        if ours.stop <= lost.start and theirs:
            place = pairing.target[theirs.stop - 1].end
    return Span(place, place)


CHECK = Check(
    id=_ID,
    title="Missing and added sentences",
    category=Category.OMISSION,
    severity=Severity.MAJOR,
    find=find,
    survey=Survey(_pace, _usual_pace),
    description=(
        "Sentences without counterpart, by length, figures, names and questions. Sentences that were merged "
        "or split are left alone; what is lost inside a sentence is not seen."
    ),
    examples=(
        Example(
            "de",
            "en",
            "Der Hafen bleibt bis Freitag geschlossen. Rund 300 Fischer aus Husum warten seit Tagen auf besseres "
            "Wetter. Die Stadt rechnet mit Schäden in Millionenhöhe.",
            "The harbour will stay closed until Friday. The city expects damage running into millions.",
            "Rund 300 Fischer aus Husum warten seit Tagen auf besseres Wetter.",
        ),
        Example(
            "en",
            "de",
            "The harbour will stay closed until Friday. The city expects damage running into millions.",
            "Der Hafen bleibt bis Freitag geschlossen. Rund 300 Fischer aus Husum warten seit Tagen auf besseres "
            "Wetter. Die Stadt rechnet mit Schäden in Millionenhöhe.",
            "Rund 300 Fischer aus Husum warten seit Tagen auf besseres Wetter.",
        ),
        Example(
            "en",
            "ja",
            "The harbour will stay closed until Friday. About 300 fishermen from the old town have been waiting for "
            "better weather for many days. The city expects damage running into millions.",
            "港は金曜日まで閉鎖される。市は数百万に上る被害を見込んでいる。",
            "About 300 fishermen from the old town have been waiting for better weather for many days.",
        ),
        Example(
            "de",
            "en",
            "Der Hafen bleibt geschlossen. Das teilte die Stadt am Freitag mit.",
            "The harbour will stay closed, the city said on Friday.",
        ),
        Example(
            "en",
            "fr",
            "The harbour, which was built in 1911, will stay closed until Friday, and the city expects damage.",
            "Le port, construit en 1911, restera fermé jusqu’à vendredi. La ville s’attend à des dégâts.",
        ),
    ),
)
