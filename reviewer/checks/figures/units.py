"""Units of measure that changed without the figure, or were converted wrongly."""

from collections.abc import Iterator

from reviewer.checks.check import Check, Example, Passage, Report
from reviewer.model.finding import Category, Evidence, Severity, Suggestion
from reviewer.text.figures.lexis import lexis
from reviewer.text.figures.number_writing import rewritten
from reviewer.text.figures.numerals import rounded, significant
from reviewer.text.figures.pairs import paired
from reviewer.text.figures.quantity import Quantity
from reviewer.text.figures.unit_names import measured, unit_name
from reviewer.text.figures.units import UNITS, convert


def find(passage: Passage) -> Iterator[Report]:
    """Report each quantity that is told in another unit and is not the same amount."""
    for ours, theirs in paired(passage.source, passage.target).converted:
        if not ours.units or not theirs.units:
            continue
        if {"percent", "percentage-point"} == ours.units | theirs.units:
            message = "Percentage points are not per cent: “{source}” became “{target}”."
            yield _report(passage, ours, theirs, message, suggestions=_points(passage, theirs))
            continue
        unit, other = _convertible(ours, theirs)
        if unit is None or other is None:
            yield _report(passage, ours, theirs, "The unit changed: “{source}” became “{target}”.")
            continue
        exact = convert(ours.value, unit, other)
        assert exact is not None
        digits = max(2, significant(f"{ours.value:g}"))
        amount = rounded(float(f"{exact:.{digits}g}"))
        message = "“{source}” is about {amount}, not “{target}”."
        yield _report(
            passage, ours, theirs, message,
            {"amount": measured(amount, other)},
            _amends(passage, ours, theirs, unit, amount),
            Evidence(f"{measured(ours.value, unit)} = {measured(float(f'{exact:.6g}'), other)}", "SI and NIST SP 811"),
        )  # fmt: skip


def _amends(passage: Passage, ours: Quantity, theirs: Quantity, unit: str, amount: float) -> tuple[Suggestion, ...]:
    """Offer the converted amount, and the source's unit where only the unit was changed.

    The unit comes first where nobody would write the amount: 5 mm are no "0.2 inches".
    """
    lang = passage.target.lang
    fix = rewritten(amount, theirs, passage.target.text, lexis(lang))
    offers = [Suggestion(fix, theirs.span)] if fix else []
    known = ours.value == theirs.value and lexis(lang).table
    name = unit_name(unit, theirs.value, lang) if known else ""
    if name and theirs.unit_span and theirs.unit_span.start >= theirs.span.end:
        offers.insert(0 if abs(amount) < 1 else 1, Suggestion(name, theirs.unit_span))
    return tuple(offers)


def _points(passage: Passage, theirs: Quantity) -> tuple[Suggestion, ...]:
    """Offer the language's word for percentage points (or the percent sign) in the place of the other."""
    if theirs.unit_span is None:
        return ()
    written = theirs.unit_span.of(passage.target.text)
    if "percent" not in theirs.units:
        return (Suggestion("%", theirs.unit_span),)
    points = lexis(passage.target.lang).table.get("points", [])
    if not points or not written[:1].isalpha():
        return ()
    return (Suggestion(points[0].capitalize() if written[:1].isupper() else points[0], theirs.unit_span),)


def _convertible(ours: Quantity, theirs: Quantity) -> tuple[str | None, str | None]:
    for unit in sorted(ours.units):
        for other in sorted(theirs.units):
            if unit in UNITS and other in UNITS and UNITS[unit].dimension == UNITS[other].dimension:
                return unit, other
    return None, None


def _report(
    passage: Passage,
    ours: Quantity,
    theirs: Quantity,
    message: str,
    more: dict[str, str] | None = None,
    suggestions: tuple[Suggestion, ...] = (),
    *evidence: Evidence,
) -> Report:
    source, target = passage.source.text, passage.target.text
    return Report(
        message,
        {"source": told(ours, source), "target": told(theirs, target), **(more or {})},
        ours.span,
        theirs.unit_span or theirs.span,
        suggestions,
        evidence,
    )


def told(quantity: Quantity, text: str) -> str:
    """Return a quantity with its unit as the text has it."""
    spans = [quantity.span, quantity.unit_span] if quantity.unit_span else [quantity.span]
    return text[min(span.start for span in spans) : max(span.end for span in spans)]


CHECK = Check(
    id="units",
    title="Units",
    category=Category.UNIT,
    severity=Severity.CRITICAL,
    find=find,
    description=(
        "Compares units of measure. A quantity told in another unit is converted and compared with the rounding "
        "the translation uses; per cent and percentage points are kept apart."
    ),
    examples=(
        Example("en", "de", "The town is 20 miles away.", "Die Stadt ist 20 Kilometer entfernt.", "Kilometer", "32"),
        Example("en", "ru", "The tank holds 50 gallons.", "Бак вмещает 50 литров.", "литров", "190"),
        Example("de", "en", "Die Wand ist 5 mm dick.", "The wall is five inches thick.", "inches", "millimeters"),
        Example("de", "en", "Es sank um 3 Prozentpunkte.", "It fell by 3 percent.", "percent"),
        Example(
            "sv", "en", "Den höjdes med en halv procentenhet till 3 %.", "It rose by half a percent to 3%.", "percent"
        ),
        Example("ar", "en", "على بعد كيلومترين", "two miles away", "miles", "kilometers"),
        Example("ar", "en", "انتظر ساعتين", "He waited two hours."),
        Example("en", "de", "The wall is 6 feet high.", "Die Mauer ist 1,83 Meter hoch."),
        Example("en", "fr", "It is 20 miles away.", "C'est à environ 30 kilomètres."),
        Example("en", "ja", "It was 30 °F.", "気温は摂氏マイナス1度だった。"),
        Example("en", "es", "after 24 hours", "después de 1 día"),
        Example("en", "de", "a 100-yard run (91 metres)", "ein Lauf über 100 Yards (91 Meter)"),
    ),
)
