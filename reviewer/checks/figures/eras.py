"""Years and centuries that moved to the other side of the year 1."""

from collections.abc import Iterator

from reviewer.checks.check import Check, Example, Passage, Report
from reviewer.model.finding import Category, Severity
from reviewer.text.figures.eras import Era, eras, knows_eras
from reviewer.text.figures.reading import figures


def find(passage: Passage) -> Iterator[Report]:
    """Report each mark "before Christ" that became "after", the other way about, or was lost or added."""
    source, target = passage.source, passage.target
    # An era belongs to a number, and most texts have none.
    ours = source.of(eras) if source.of(figures).any else ()
    theirs = target.of(eras) if target.of(figures).any else ()
    if not (ours or theirs) or not (knows_eras(source.lang) and knows_eras(target.lang)):
        return
    early, late = _parted(ours)
    now_early, now_late = _parted(theirs)
    if len(early) > len(now_early) and len(now_late) > len(late):
        yield _turned(passage, early[0], now_late[0])
    elif len(now_early) > len(early) and len(late) > len(now_late):
        yield _turned(passage, late[0], now_early[0])
    elif early and not now_early:
        yield Report(
            "“{source}” is missing: the translation no longer says that this was before Christ.",
            {"source": early[0].span.of(source.text)},
            source_span=early[0].span,
            category=Category.OMISSION,
            severity=Severity.MAJOR,
        )
    elif now_early and not early:
        yield Report(
            "“{target}” dates this before Christ; the source does not.",
            {"target": now_early[0].span.of(target.text)},
            target_span=now_early[0].span,
        )


def _parted(found: tuple[Era, ...]) -> tuple[list[Era], list[Era]]:
    return [era for era in found if era.before], [era for era in found if not era.before]


def _turned(passage: Passage, ours: Era, theirs: Era) -> Report:
    return Report(
        "The source says “{source}”, the translation “{target}”: before and after Christ are exchanged.",
        {"source": ours.span.of(passage.source.text), "target": theirs.span.of(passage.target.text)},
        source_span=ours.span,
        target_span=theirs.span,
    )


CHECK = Check(
    id="eras",
    title="Before and after Christ",
    category=Category.DATE_TIME,
    severity=Severity.CRITICAL,
    find=find,
    description=(
        "Years and centuries before Christ must stay there: BC, v. Chr., до н. э., 公元前. Works from closed lists for "
        "30 languages; that AD is left out is never reported."
    ),
    examples=(
        Example(
            "de", "en", "Das Grab ist aus dem 3. Jahrhundert v. Chr.", "The tomb dates from the 3rd century AD.", "AD"
        ),
        Example("en", "fr", "It was built in 300 BC.", "Il fut construit en 300 apr. J.-C.", "apr. J.-C."),
        Example("en", "ru", "The tomb is from the third century BC.", "Гробница относится к III веку.", "BC"),
        Example("zh", "en", "公元前221年，秦统一六国。", "Qin united the six states in AD 221.", "AD"),
        Example("en", "ja", "He died in AD 14.", "彼は紀元前14年に死んだ。", "紀元前"),
        Example("de", "en", "Im Jahr 9 n. Chr. verlor Rom die Schlacht.", "In the year 9 Rome lost the battle."),
        Example("ar", "en", "في القرن الثالث قبل الميلاد", "in the third century BCE"),
        Example("es", "pt", "El tesoro es del siglo III a. C.", "O tesouro é do século III a.C."),
        Example("en", "pl", "in the 3rd century BC", "w III wieku p.n.e."),
    ),
)
