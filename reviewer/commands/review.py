"""Deciding about paragraphs: accept, needs work, sign off."""

from reviewer.commands.at_hand import finished_paragraph, finished_typing
from reviewer.commands.command import command
from reviewer.commands.desk import Desk, Page
from reviewer.commands.movement import step
from reviewer.commands.wording import counted
from reviewer.model.segment import State
from reviewer.session import acts
from reviewer.session.session import Session


@command("review.accept", "Accept and go on", "Review", keys=("Ctrl+Return",), read_keys=("A",))
def accept(desk: Desk) -> None:
    """Accept the paragraph as it stands and go to the next one."""
    session = finished_paragraph(desk)
    acts.set_state(session, [session.current], State.REVIEWED)
    _go_on(desk, session)


@command("review.needs-work", "Needs work…", "Review", keys=("Ctrl+Shift+Return",), read_keys=("R",))
def need_work(desk: Desk) -> None:
    """Mark the paragraph as needing work, with a note why, and go to the next one."""
    session = finished_paragraph(desk)
    id = session.current

    def noted(note: str) -> None:
        acts.set_state(session, [id], State.NEEDS_WORK, note)
        _go_on(desk, session)

    desk.ask("What needs work? (Return for no note)", noted, initial=session.segment(id).note)


@command("review.reopen", "Mark as unreviewed", "Review", keys=("Shift+F4",), read_keys=("X",))
def reopen(desk: Desk) -> None:
    """Take back the decision about the paragraph."""
    session = finished_paragraph(desk)
    segment = session.segment(session.current)
    acts.set_state(session, [segment.id], State.TRANSLATED if segment.target else State.INITIAL, "")


@command("review.accept-clean", "Accept all clean paragraphs…", "Review", keys=("Ctrl+Shift+F5",))
def accept_clean(desk: Desk) -> None:
    """Accept every unreviewed paragraph without a finding or a comment, after saying how many there are."""
    session = finished_typing(desk)
    open_ones = session.findings.segments()
    clean = [
        id
        for id, state, _ in session.rows.states()
        if state == State.TRANSLATED
        and id not in open_ones
        and id not in session.stale
        and not session.remarks.comments_of(id)
    ]
    if not clean:
        desk.tell("No unreviewed paragraph is clean.")
        return
    unchecked = f", leaving out {len(session.stale):,} still being checked" if session.stale else ""

    def agreed() -> None:
        acts.set_state(session, clean, State.REVIEWED)
        desk.tell(f"{counted(len(clean), 'paragraph')} accepted.")

    where = f" of {len(session.bitexts)} documents" if len(session.bitexts) > 1 else ""
    desk.confirm(f"Accept {counted(len(clean), 'clean paragraph')}{where}{unchecked}?", agreed)


@command("review.sign-off", "Sign off the article…", "Review", keys=("Ctrl+Shift+F12",))
def sign_off(desk: Desk) -> None:
    """Show what is still open, and sign the article off."""
    finished_typing(desk)
    desk.show_page(Page.SIGN_OFF)


def sign_off_all(session: Session, document: int | None = None) -> int:
    """Put every paragraph, or every one of a document, into its final state; return how many were not."""
    numbers = None if document is None else session.rows.of_document(document)
    ids = [id for id, state, _ in session.rows.states(numbers) if state != State.FINAL]
    acts.set_state(session, ids, State.FINAL)
    return len(ids)


def _go_on(desk: Desk, session: Session) -> None:
    if not step(session, 1):
        open_ones = sum(n for (state, _), n in session.counts.items() if not state.done)
        desk.tell(f"This was the last paragraph. {open_ones:,} still open." if open_ones else "All is reviewed.")
