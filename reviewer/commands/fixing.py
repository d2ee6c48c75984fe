"""Acting on findings: apply a fix, wave away, look at the evidence."""

from collections.abc import Callable

from reviewer.commands.at_hand import finished_paragraph
from reviewer.commands.command import command
from reviewer.commands.desk import Desk, Panel
from reviewer.model.finding import Finding
from reviewer.session import acts
from reviewer.session.session import Session

_FIXES = 9


def fixes(session: Session, looked_at: int) -> list[tuple[Finding, int]]:
    """Return what keys 1 to 9 apply in the current segment: the suggestions of the finding looked at
    first, then those of the others."""
    findings = session.findings.of(session.current)
    first = findings[looked_at : looked_at + 1]
    ordered = [*first, *(finding for finding in findings if finding not in first)]
    return [(finding, choice) for finding in ordered for choice in range(len(finding.suggestions))][:_FIXES]


def _register(number: int) -> None:
    keys = (f"Ctrl+{number}", "F4") if number == 1 else (f"Ctrl+{number}",)

    @command(f"fix.apply-{number}", f"Apply fix {number}", "Findings", keys=keys, read_keys=(str(number),))
    def apply(desk: Desk) -> None:
        """Put this suggestion into the translation."""
        session = finished_paragraph(desk)
        known = fixes(session, desk.finding_index)
        if number > len(known):
            desk.tell(f"There is no fix {number} here.")
            return
        finding, choice = known[number - 1]
        acts.fix(session, finding, choice)
        suggestion = finding.suggestions[choice]
        desk.tell(f"Fixed: {suggestion.label or suggestion.replacement or 'removed'}")


for _number in range(1, _FIXES + 1):
    _register(_number)


@command("fix.dismiss", "Dismiss the finding", "Findings", keys=("Ctrl+I", "F7"), read_keys=("I",))
def dismiss(desk: Desk) -> None:
    """Wave this finding away; it comes back when the text changes."""
    _with_finding(desk, lambda session, finding: acts.dismiss(session, finding))


@command(
    "fix.dismiss-everywhere",
    "Dismiss the finding everywhere",
    "Findings",
    keys=("Ctrl+Shift+I", "Shift+F7"),
    read_keys=("Shift+I",),
)
def dismiss_everywhere(desk: Desk) -> None:
    """Wave away this finding and every one that says the same of the same words."""
    _with_finding(desk, lambda session, finding: acts.dismiss(session, finding, everywhere=True))


@command("fix.dismiss-because", "Dismiss with a reason…", "Findings", keys=("Ctrl+F7",))
def dismiss_because(desk: Desk) -> None:
    """Wave this finding away and say why."""

    def reasoned(session: Session, finding: Finding) -> None:
        def answered(reason: str) -> None:
            acts.dismiss(session, finding, reason=reason)

        desk.ask("Why is it no error?", answered)

    _with_finding(desk, reasoned)


@command("fix.evidence", "Evidence and fixes", "Findings", keys=("Ctrl+.", "F5"), read_keys=(".",))
def evidence(desk: Desk) -> None:
    """Go to the panel that says why, and what to do."""
    desk.show_panel(Panel.EVIDENCE, toggle=True)


def _with_finding(desk: Desk, act: Callable[[Session, Finding], object]) -> None:
    session = finished_paragraph(desk)
    findings = session.findings.of(session.current)
    if not findings:
        desk.tell("There is no finding in this paragraph.")
        return
    index = min(desk.finding_index, len(findings) - 1)
    act(session, findings[index])
    desk.look_at_finding(max(0, min(index, len(session.findings.of(session.current)) - 1)))
