"""Says how far a check can be trusted between two languages, as measured."""

from reviewer.checks.precision import PREVALENCE, Measured, is_poor, overall, precision_of
from reviewer.text.languages import primary


def trust(check: str, source: str, target: str) -> tuple[str, str]:
    """Return a short sentence and how it was measured; both empty where nothing was."""
    measured, where = precision_of(check, source, target), f"{primary(source)} → {primary(target)}"
    if measured is None or measured.precision is None:
        measured, where = overall(check), "other languages"
    if measured is None:
        return "", ""
    parts = []
    if measured.precision is not None:
        parts.append(f"{measured.precision:.0%} right")
    if measured.recall is not None:
        parts.append(f"finds {measured.recall:.0%}")
    if not parts:
        return "", ""
    if is_poor(check, source, target):
        parts.append("only a hint here")
    tried = measured.wrong + measured.right
    return f"{where}: {', '.join(parts)} · {tried:,} tried", _how(measured)


def _how(measured: Measured) -> str:
    return (
        "How many of its findings are right, and how many of such errors it finds. "
        f"Tried on {measured.wrong:,} wrong translations, of which it found {measured.found:,}, and on "
        f"{measured.right:,} right ones, of which it flagged {measured.flagged:,}. Told for a text in which one "
        f"sentence in {round(1 / PREVALENCE)} has such an error."
    )
