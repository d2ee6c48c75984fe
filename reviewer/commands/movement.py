"""Going from paragraph to paragraph."""

from collections.abc import Callable

from reviewer.commands.at_hand import review
from reviewer.commands.command import command
from reviewer.commands.desk import Desk
from reviewer.session.session import Session


def step(session: Session, by: int) -> bool:
    """Go to the row so many shown rows further; False at the end."""
    position = session.worklist.nearest(session.current) + by
    if not 0 <= position < len(session.worklist):
        return False
    session.go(session.worklist.id_at(position))
    return True


@command("go.next", "Next paragraph", "Go", keys=("Ctrl+Down",), read_keys=("J", "Down"))
def next_paragraph(desk: Desk) -> None:
    """Go to the next paragraph."""
    _step(desk, 1)


@command("go.previous", "Previous paragraph", "Go", keys=("Ctrl+Up",), read_keys=("K", "Up"))
def previous_paragraph(desk: Desk) -> None:
    """Go to the previous paragraph."""
    _step(desk, -1)


@command("go.next-unreviewed", "Next unreviewed", "Go", keys=("Ctrl+Shift+Down",), read_keys=("U",))
def next_unreviewed(desk: Desk) -> None:
    """Go to the next paragraph nobody has decided about."""
    _seek(desk, 1, lambda session, id: not session.segment(id).state.done, "No unreviewed paragraph")


@command(
    "go.previous-unreviewed", "Previous unreviewed paragraph", "Go", keys=("Ctrl+Shift+Up",), read_keys=("Shift+U",)
)
def previous_unreviewed(desk: Desk) -> None:
    """Go to the previous paragraph nobody has decided about."""
    _seek(desk, -1, lambda session, id: not session.segment(id).state.done, "No unreviewed paragraph")


@command("go.next-doubtful", "Next doubtful pair", "Go", keys=("Alt+F9",), read_keys=("M",))
def next_doubtful(desk: Desk) -> None:
    """Go to the next paragraph whose translation may be that of another."""
    _seek(desk, 1, lambda session, id: session.segment(id).doubtful, "No doubtful pair")


@command("go.previous-doubtful", "Previous doubtful pair", "Go", keys=("Alt+Shift+F9",), read_keys=("Shift+M",))
def previous_doubtful(desk: Desk) -> None:
    """Go to the paragraph before whose translation may be that of another."""
    _seek(desk, -1, lambda session, id: session.segment(id).doubtful, "No doubtful pair")


@command("go.next-finding", "Next finding", "Go", keys=("F8",), read_keys=("N",))
def next_finding(desk: Desk) -> None:
    """Look at the next finding, in this paragraph or behind it."""
    session = review(desk)
    if desk.finding_index + 1 < len(session.findings.of(session.current)):
        desk.look_at_finding(desk.finding_index + 1)
        return
    _go_to_findings(desk, session.findings.next_row, 0)


@command("go.previous-finding", "Previous finding", "Go", keys=("Shift+F8",), read_keys=("P",))
def previous_finding(desk: Desk) -> None:
    """Look at the finding before, in this paragraph or above it."""
    session = review(desk)
    if desk.finding_index > 0 and session.findings.of(session.current):
        desk.look_at_finding(desk.finding_index - 1)
        return
    _go_to_findings(desk, session.findings.previous_row, -1)


@command("go.back", "Back", "Go", keys=("Alt+Left",))
def back(desk: Desk) -> None:
    """Return to where you were before the last jump."""
    session = review(desk)
    desk.stop_editing()
    if not session.back():
        desk.tell("There is nowhere to go back to.")


@command("go.forward", "Forward", "Go", keys=("Alt+Right",))
def forward(desk: Desk) -> None:
    """Go where “back” came from."""
    session = review(desk)
    desk.stop_editing()
    if not session.forward():
        desk.tell("There is nowhere to go forward to.")


@command("go.first", "First paragraph", "Go", read_keys=("Ctrl+Home",))
def first(desk: Desk) -> None:
    """Go to the first paragraph."""
    _step(desk, -len(review(desk).worklist), clamp=True)


@command("go.last", "Last paragraph", "Go", read_keys=("Ctrl+End",))
def last(desk: Desk) -> None:
    """Go to the last paragraph."""
    _step(desk, len(review(desk).worklist), clamp=True)


@command("go.to", "Go to paragraph…", "Go", keys=("Ctrl+G", "Ctrl+F8"), read_keys=("G",))
def go_to(desk: Desk) -> None:
    """Go to a paragraph by its number."""
    session = review(desk)

    def answered(answer: str) -> None:
        desk.stop_editing()
        wanted = answer.strip()
        if wanted.isdecimal() and 1 <= int(wanted) <= len(session.rows):
            session.go(session.rows[int(wanted) - 1].id)
        elif session.rows.has(wanted):
            session.go(wanted)
        else:
            desk.tell(f"There is no paragraph {wanted}; the last is {len(session.rows)}.")

    desk.ask(f"Go to paragraph (1 to {len(session.rows)})", answered)


@command("go.next-pane", "Next pane", "Go", keys=("F6",), read_keys=("Tab",), needs_document=False)
def next_pane(desk: Desk) -> None:
    """Move to the next pane of the window."""
    desk.focus_next_pane(1)


@command("go.previous-pane", "Previous pane", "Go", keys=("Shift+F6",), read_keys=("Shift+Tab",), needs_document=False)
def previous_pane(desk: Desk) -> None:
    """Move to the previous pane of the window."""
    desk.focus_next_pane(-1)


def _step(desk: Desk, by: int, *, clamp: bool = False) -> None:
    session = review(desk)
    if not len(session.worklist):
        return
    desk.stop_editing()
    if clamp:
        position = max(0, min(len(session.worklist) - 1, session.worklist.nearest(session.current) + by))
        session.go(session.worklist.id_at(position))
    elif not step(session, by):
        desk.tell("This is the last paragraph." if by > 0 else "This is the first paragraph.")


def _seek(desk: Desk, direction: int, fits: Callable[[Session, str], bool], none: str) -> None:
    session = review(desk)
    desk.stop_editing()
    if not len(session.worklist):
        return
    position = session.worklist.nearest(session.current) + direction
    while 0 <= position < len(session.worklist):
        id = session.worklist.id_at(position)
        if fits(session, id):
            session.go(id)
            return
        position += direction
    desk.tell(f"{none} {'below' if direction > 0 else 'above'}.")


def _go_to_findings(desk: Desk, beyond: Callable[[int], int | None], index: int) -> None:
    """Go to the first (0) or last (-1) finding of the row that `beyond` leads to; what the filter hides is passed."""
    session = review(desk)
    rank = beyond(session.segment(session.current).rank)
    while rank is not None and session.worklist.position(session.rows.id_at(session.rows.number_at(rank))) is None:
        rank = beyond(rank)
    if rank is None:
        waiting = " The rest is still being checked." if session.stale else ""
        desk.tell(f"No finding {'below' if index == 0 else 'above'}.{waiting}")
        return
    desk.stop_editing()
    id = session.rows.id_at(session.rows.number_at(rank))
    session.go(id)
    desk.look_at_finding(index % len(session.findings.of(id)))
