"""Times of day that changed, on the clock of twelve hours or of twenty-four."""

import re
from collections.abc import Iterator

from reviewer.checks.check import Check, Example, Passage, Report
from reviewer.model.finding import Category, Evidence, Severity, Suggestion
from reviewer.model.span import Span
from reviewer.text.figures.number_writing import in_script
from reviewer.text.figures.pairs import paired
from reviewer.text.figures.quantity import Clock

_FIGURES = re.compile(r"(\d{1,2})(?:(\D{1,3})(\d{2}))?")


def find(passage: Passage) -> Iterator[Report]:
    """Report the times of day that are not the source's."""
    source, target = passage.source.text, passage.target.text
    for ours, theirs in paired(passage.source, passage.target).changed_clocks:
        yield Report(
            "The source says “{source}”, the translation “{target}”.",
            {"source": ours.span.of(source), "target": theirs.span.of(target)},
            ours.span,
            theirs.span,
            _repaired(ours, theirs, target),
            (Evidence(f"source: {_told(ours)}; translation: {_told(theirs)}", "24-hour clock"),),
        )


def _told(clock: Clock) -> str:
    return " or ".join(f"{minutes // 60}:{minutes % 60:02}" for minutes in sorted(clock.minutes))


def _repaired(ours: Clock, theirs: Clock, target: str) -> tuple[Suggestion, ...]:
    """Put the source's time in the figures of the translation, if its half of the day can stay."""
    written = theirs.span.of(target)
    found = _FIGURES.search(written)
    if not found:
        return ()
    minutes = ours.minutes[0]
    if theirs.half is not None and theirs.hour <= 12:
        fitting = [option for option in ours.minutes if option // 720 == theirs.half]
        if not fitting:
            return ()
        minutes = fitting[0]
        hour = (minutes // 60) % 12 or 12
    else:
        hour = minutes // 60
    minute = minutes % 60
    if not found[2] and minute != theirs.minute:
        return ()
    width = 2 if len(found[1]) == 2 and found[1][0] in "0٠０" else 1
    figures = f"{hour:0{width}}" + (f"{found[2]}{minute:02}" if found[2] else "")
    start = theirs.span.start + found.start()
    return (Suggestion(in_script(figures, found[1]), Span(start, start + len(found[0]))),)


CHECK = Check(
    id="times",
    title="Times of day",
    category=Category.DATE_TIME,
    severity=Severity.CRITICAL,
    find=find,
    description=(
        "Compares times of day: 3 pm and 15:00 are the same, 3 o’clock may be either half of the day. What looks "
        "like a time and turns out to be a score is compared as numbers."
    ),
    examples=(
        Example("de", "en", "gegen 3.40 Uhr", "at around 2:40 a.m.", "2:40 a.m.", "3:40"),
        Example("zh", "en", "7月24日15时50分", "at 14:50 on July 24", "14:50", "15:50"),
        Example("en", "fr", "It starts at 8 pm.", "Cela commence à 21 h.", "21 h", "20"),
        Example("en", "de", "He came at half past nine.", "Er kam um halb neun.", "halb neun"),
        Example("en", "hi", "The train came at 5:30 in the evening.", "ट्रेन सुबह साढ़े पाँच बजे आई।", "सुबह साढ़े पाँच बजे"),
        Example("en", "hi", "A quarter came at 4 p.m.", "एक चौथाई सुबह 4 बजे आए।", "सुबह 4 बजे"),
        Example("ko", "en", "오후 2시 30분께", "at around 2:30 a.m.", "2:30 a.m."),
        Example("en", "uk", "at half past nine in the evening", "о пів на десяту вечора"),
        Example("en", "de", "The meeting starts at 3 pm.", "Die Sitzung beginnt um 15:00 Uhr."),
        Example("zh", "en", "7月26日上午9点半", "At 9:30 a.m. on July 26"),
        Example("fr", "en", "à 14h30", "at 2:30 p.m."),
        Example("de", "en", "Es stand 2:10.", "The score was 2-10."),
    ),
)
