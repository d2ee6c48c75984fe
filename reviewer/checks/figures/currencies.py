"""Amounts of money whose currency changed."""

from collections.abc import Iterator

from reviewer.checks.check import Check, Example, Passage, Report
from reviewer.checks.figures.units import told
from reviewer.model.finding import Category, Severity, Suggestion
from reviewer.text.figures.lexis import Lexis, lexis
from reviewer.text.figures.pairs import paired
from reviewer.text.figures.quantity import Quantity


def find(passage: Passage) -> Iterator[Report]:
    """Report each amount that is told in another currency; where the figure changed too, only softly."""
    source, target = passage.source.text, passage.target.text
    for ours, theirs in paired(passage.source, passage.target).converted:
        if not (ours.money or theirs.money) or (ours.units and theirs.units):
            continue
        words = {"source": told(ours, source), "target": told(theirs, target)}
        if ours.value != theirs.value and ours.money and theirs.money:
            yield Report(
                "“{source}” became “{target}”: if the amount was converted, check the rate and its date.",
                words,
                ours.span,
                theirs.span,
                severity=Severity.MINOR,
            )
            continue
        yield Report(
            "The currency changed: “{source}” became “{target}”." if ours.money and theirs.money
            else "“{source}” became “{target}”.",
            words,
            ours.span,
            theirs.unit_span or theirs.span,
            _renamed(ours, theirs, target, lexis(passage.target.lang)),
        )  # fmt: skip


def _renamed(ours: Quantity, theirs: Quantity, target: str, tables: Lexis) -> tuple[Suggestion, ...]:
    """Offer the target language's shortest name (or sign) of the source's currency."""
    if theirs.unit_span is None or not ours.money:
        return ()
    written = theirs.unit_span.of(target)
    sign = not any(char.isalpha() for char in written)
    names = [
        name
        for name, codes in tables.currencies.items()
        if ours.money <= codes
        and any(char.isalpha() for char in name) != sign
        and " " not in name
        and (sign or tables.unspaced or len(name) > 3)
    ]
    if not names:
        return ()
    # The least ambiguous name, with an ending like the one it replaces (dollars, euros), then the shortest.
    name = min(
        names, key=lambda name: (len(tables.currencies[name]), -_shared_ending(name, written.lower()), len(name), name)
    )
    if written[:1].isupper() and not sign:
        name = name[:1].upper() + name[1:]
    return (Suggestion(name, theirs.unit_span),)


def _shared_ending(name: str, other: str) -> int:
    """Return how many letters two words end in alike, two at most."""
    return 0 if name[-1:] != other[-1:] else 1 if name[-2:-1] != other[-2:-1] else 2


CHECK = Check(
    id="currencies",
    title="Currencies",
    category=Category.UNIT,
    severity=Severity.CRITICAL,
    find=find,
    description=(
        "Compares the currencies of amounts, by sign, code or name. An amount in another currency with another "
        "figure may have been converted and is reported softly."
    ),
    examples=(
        Example("en", "de", "The ticket costs 300 euros.", "Das Ticket kostet 300 Dollar.", "Dollar", "Euro"),
        Example("ja", "en", "価格は500円だ。", "The price is 500 dollars.", "dollars"),
        Example("en", "hi", "It cost Rs 250 crore.", "इस पर 250 करोड़ डॉलर खर्च हुए।", "डॉलर"),
        Example("en", "hi", "It cost Rs 250 crore.", "इस पर 250 करोड़ रुपये खर्च हुए।"),
        Example("en", "fr", "It costs $5.", "Cela coûte 5 dollars."),
        Example("en", "zh", "It costs 5 million euros.", "耗资500万欧元。"),
        Example("de", "en", "5 Mio. Franken", "5 million Swiss francs"),
    ),
)
