"""Numbers that changed, went missing or came from nowhere, by value and whatever their shape."""

import re
from collections.abc import Iterator

from reviewer.checks.check import Check, Example, Passage, Report
from reviewer.model.finding import Category, Evidence, Severity, Suggestion
from reviewer.text.figures.lexis import lexis
from reviewer.text.figures.number_writing import rewritten
from reviewer.text.figures.pairs import paired
from reviewer.text.figures.quantity import Quantity
from reviewer.text.figures.reading import figures, implied
from reviewer.text.reading import Reading

TIMES = {
    10.0: "ten times", 100.0: "a hundred times", 1e3: "a thousand times", 1e6: "a million times",
    1e9: "a thousand million times", 0.1: "a tenth of", 0.01: "a hundredth of", 1e-3: "a thousandth of",
    1e-6: "a millionth of", 1e-9: "a thousand-millionth of",
}  # fmt: skip


def find(passage: Passage) -> Iterator[Report]:
    """Report the quantities of either text that have no counterpart in the other."""
    pairs = paired(passage.source, passage.target)
    for ours, theirs in pairs.changed:
        if ours and theirs:
            yield changed(passage, ours, theirs)
        elif ours:
            yield Report(
                "The number “{source}” is missing from the translation.",
                {"source": ours.span.of(passage.source.text)},
                source_span=ours.span,
                severity=_lone(ours) or Severity.MAJOR,
                category=Category.OMISSION,
                evidence=(_meaning(ours, None),),
            )
        elif theirs:
            yield Report(
                "The number “{target}” is not in the source.",
                {"target": theirs.span.of(passage.target.text)},
                target_span=theirs.span,
                severity=_lone(theirs),
                evidence=(_meaning(None, theirs),),
            )
    for ours, theirs in pairs.surplus:
        yield changed(passage, ours, theirs, Severity.MAJOR)
    yield from _fractions(passage)
    for ours, theirs in pairs.quantities:
        yield from _sign(passage, ours, theirs)


def _fractions(passage: Passage) -> Iterator[Report]:
    """Report one part of one in the place of another, where neither text has the other's part in any shape."""
    source, target = passage.source, passage.target
    ours, theirs = source.of(figures).fractions, target.of(figures).fractions
    if not ours or len(ours) != len(theirs):
        return
    left = [part for part in ours if part.value not in {other.value for other in theirs}]
    right = [part for part in theirs if part.value not in {other.value for other in ours}]
    if len(left) != 1 or len(right) != 1 or _has_part(target, left[0].value) or _has_part(source, right[0].value):
        return
    yield Report(
        "The source says “{source}”, the translation “{target}”.",
        {"source": left[0].span.of(source.text), "target": right[0].span.of(target.text)},
        left[0].span,
        right[0].span,
        severity=Severity.MAJOR,
    )


def _has_part(reading: Reading, part: float) -> bool:
    """Say whether a text tells a part of one as a number, in per cent or in a word that only implies it."""
    told = {value for quantity in reading.of(figures).quantities for value in quantity.readings}
    return part in told or any(abs(value - 100 * part) <= _NEAR for value in told) or part in reading.of(implied)


_NEAR = 1.5
"""Per cents by which a part of one is rounded, at most: a third, 32 %."""


def _sign(passage: Passage, ours: Quantity, theirs: Quantity) -> Iterator[Report]:
    """Report a temperature below zero that is above it in the other text."""
    if not (ours.units | theirs.units) & _DEGREES or ours.value != theirs.value:
        return
    source, target = passage.source.text, passage.target.text
    cold = _BELOW_ZERO.search(source), _BELOW_ZERO.search(target)
    if bool(cold[0]) == bool(cold[1]):
        return
    below = "source" if cold[0] else "target"
    if not _MINUS.search((source if cold[0] else target)[: (ours if cold[0] else theirs).span.start]):
        return
    yield Report(
        "“{source}” is below zero, “{target}” is not."
        if below == "source"
        else "“{target}” is below zero, “{source}” is not.",
        {"source": ours.span.of(source), "target": theirs.span.of(target)},
        ours.span,
        theirs.span,
        (Suggestion("−" + theirs.span.of(target), theirs.span),) if below == "source" else (),
    )


_DEGREES = frozenset(("celsius", "fahrenheit"))
_MINUS_WORDS = "minus|moins|menos|meno|mínus|miinus|минус|мінус|eksi|ناقص|零下|负|負|マイナス|氷点下|영하"
_MINUS = re.compile(rf"(?:(?<![\w-])[-−–‑]|(?i:{_MINUS_WORDS})[ \u00a0]?)$")
_BELOW_ZERO = re.compile(
    rf"(?<![\w-])[-−–‑]\d|(?i:{_MINUS_WORDS}|تحت الصفر|below|sub-?zero|unter|frost|sous z|bajo cero|abaixo|negativ|"
    r"sotto|poniżej|mróz|mroz|ниже|нижче|мороз|onder|under|vries)"
)
"""A minus sign, or words for it or for what is below zero."""


def _lone(quantity: Quantity) -> Severity | None:
    """Return how little is wrong with a number without counterpart that texts often tell or leave out."""
    # COVID-19 is 新冠 in Chinese; "1 person" may be "somebody".
    return Severity.NEUTRAL if quantity.code or quantity.value in (0, 1) else None


def changed(passage: Passage, ours: Quantity, theirs: Quantity, severity: Severity | None = None) -> Report:
    """Report one number in the place of another."""
    source, target = passage.source.text, passage.target.text
    words = {"source": ours.span.of(source), "target": theirs.span.of(target)}
    message = "The source says “{source}”, the translation “{target}”."
    times = TIMES.get(float(f"{theirs.value / ours.value:.6g}")) if ours.value else None
    if times:
        message = "“{target}” is {times} the “{source}” of the source."
        words["times"] = times
    fix = rewritten(ours.value, theirs, target, lexis(passage.target.lang))
    return Report(
        message,
        words,
        ours.span,
        theirs.span,
        (Suggestion(fix, theirs.span),) if fix and fix != words["target"] else (),
        (_meaning(ours, theirs),),
        severity,
    )


def _meaning(ours: Quantity | None, theirs: Quantity | None) -> Evidence:
    """Say what both sides mean, in figures."""
    told = []
    for name, quantity in (("source", ours), ("translation", theirs)):
        if quantity:
            told.append(f"{name}: {written(quantity.value)}")
    return Evidence("; ".join(told), "numbers read by value")


def written(value: float) -> str:
    """Return a value in figures, groups set apart by thin spaces so that no language is favoured."""
    text = f"{value:,.10g}" if abs(value) < 1e10 else f"{value:,.0f}"
    return text.replace(",", "\u202f")


CHECK = Check(
    id="numbers",
    title="Numbers",
    category=Category.NUMBER,
    severity=Severity.CRITICAL,
    find=find,
    description=(
        "Compares every number with the other text by value: digits of all scripts, number words, scale words "
        "(billion, Milliarde, 億), decades and centuries. Phone numbers and names such as F-35 count as they "
        "are written."
    ),
    examples=(
        Example("en", "es", "Only 1 person survived.", "Solo 10 personas sobrevivieron.", "10", "1"),
        Example("en", "de", "15 houses burned down.", "51 Häuser brannten nieder.", "51", "15"),
        Example("en", "de", "The plan costs 2 billion.", "Der Plan kostet 2 Billionen.", "2 Billionen", "2 Milliarden"),
        Example("en", "fr", "The army lost tanks.", "L'armée a perdu 8 chars.", "8"),
        Example("en", "pl", "The two-hour talks failed.", "Trzygodzinne rozmowy się nie udały.", "Trzy"),
        Example("en", "de", "A twelve-year-old was hurt.", "Ein Zwölfjähriger wurde verletzt."),
        Example("en", "de", "Half of the schools are closed.", "Ein Drittel der Schulen ist geschlossen.", "Drittel"),
        Example("sv", "en", "Var tredje elev är arm.", "One in five pupils is poor.", "One in five"),
        Example("fr", "en", "La moitié des écoles sont fermées.", "50 percent of the schools are closed."),
        Example("en", "de", "Three soldiers were killed.", "3 Soldaten wurden getötet."),
        Example("en", "de", "It was −12 degrees.", "Es waren 12 Grad.", "12", "−12"),
        Example("en", "de", "It was 12 degrees below zero.", "Es waren minus 12 Grad."),
        Example("en", "ja", "Some 3 million people.", "約300万人。"),
        Example("en", "ar", "45 people were injured.", "أصيب ٤٥ شخصا."),
        Example("en", "fr", "The church is from the 19th century.", "L'église est du XIXe siècle."),
        Example("ja", "en", "負傷者は9.1万人。", "91,000 were injured."),
        Example("de", "en", "Es kamen 2.500 Gäste.", "2,500 guests came."),
    ),
)
