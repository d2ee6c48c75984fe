"""Changing the text of a paragraph, and taking changes back."""

from reviewer.commands.at_hand import at_paragraph, finished_paragraph, finished_typing, review
from reviewer.commands.command import command
from reviewer.commands.desk import Desk
from reviewer.model.bitext import Origin
from reviewer.model.correction import Correction
from reviewer.session import acts
from reviewer.session.session import Session


@command("edit.start", "Edit the translation", "Edit", keys=("F2",), read_keys=("E", "Return"))
def start(desk: Desk) -> None:
    """Put the caret into the translation of the paragraph."""
    session = at_paragraph(desk)
    if session.segment(session.current).locked:
        desk.tell("This paragraph is locked in its file and cannot be changed.")
    else:
        desk.start_editing()


@command("edit.leave", "Stop editing", "Edit", keys=("Esc",))
def leave(desk: Desk) -> None:
    """Leave the translation; what was typed is kept."""
    desk.stop_editing()


@command("edit.undo", "Undo", "Edit", keys=("Ctrl+Z", "Alt+Backspace"), read_keys=("Z",))
def undo(desk: Desk) -> None:
    """While editing, undo typing; otherwise take back the last act, also one of an earlier day."""
    session = review(desk)
    if desk.caret is not None and desk.typing_undo():
        return
    desk.stop_editing()
    _show(desk, session, session.undo(), "There is nothing to undo.")


@command("edit.redo", "Redo", "Edit", keys=("Ctrl+Shift+Z", "Shift+Alt+Backspace"), read_keys=("Shift+Z",))
def redo(desk: Desk) -> None:
    """Do again what was taken back."""
    session = review(desk)
    if desk.caret is not None:
        desk.typing_undo(redo=True)
        return
    _show(desk, session, session.redo(), "There is nothing to redo.")


@command(
    "edit.restore", "Restore the delivered translation", "Edit", keys=("Ctrl+Shift+O", "Shift+F12"), read_keys=("O",)
)
def restore(desk: Desk) -> None:
    """Give the paragraph the translation it came with."""
    session = finished_paragraph(desk)
    if acts.restore(session, session.current) is None:
        desk.tell("The paragraph is as it was delivered.")


@command("edit.copy-source", "Copy the source into the translation", "Edit", keys=("Ctrl+B", "Ctrl+F2"))
def copy_source(desk: Desk) -> None:
    """Put the source text where the translation stands."""
    session = finished_paragraph(desk)
    segment = session.segment(session.current)
    acts.set_target(session, segment.id, segment.source)


@command("comment.add", "Comment…", "Edit", keys=("Ctrl+M", "Shift+F2"), read_keys=("C",))
def add_comment(desk: Desk) -> None:
    """Put a comment on the paragraph, or on the words selected in it."""
    session = at_paragraph(desk)
    caret = desk.caret
    span = caret.selection if caret and caret.selection else None
    desk.stop_editing()
    id = session.current

    def answered(text: str) -> None:
        if text.strip():
            acts.comment(session, id, text.strip(), span)

    desk.ask("Comment", answered)


@command("pair.merge", "Merge with the next paragraph", "Pairing", keys=("F9",), read_keys=("Shift+J",))
def merge(desk: Desk) -> None:
    """Make this row and the next one into one; the document stays as it is."""
    session = finished_paragraph(desk)
    if acts.merge(session, session.current) is None:
        desk.tell("There is no next paragraph.")


@command("pair.split", "Split the paragraph here", "Pairing", keys=("Shift+F9",), read_keys=("Shift+K",))
def split(desk: Desk) -> None:
    """Split the row at the caret, or where two paragraphs of the file meet in it."""
    session = at_paragraph(desk)
    caret = desk.caret
    desk.stop_editing()
    acts.split(session, session.current, caret.position if caret else None)


@command("pair.move-down", "Move the translation down", "Pairing", keys=("Alt+Down",))
def move_down(desk: Desk) -> None:
    """Put this row's translation to the next row's source."""
    session = finished_paragraph(desk)
    if acts.move_down(session, session.current) is None:
        desk.tell("There is no next paragraph.")


@command("pair.move-up", "Move the translation up", "Pairing", keys=("Alt+Up",))
def move_up(desk: Desk) -> None:
    """Put this row's translation to the previous row's source."""
    session = finished_paragraph(desk)
    if acts.move_up(session, session.current) is None:
        desk.tell("There is no previous paragraph.")


@command("pair.pin", "Pin the pair", "Pairing", keys=("Ctrl+Alt+F9",), read_keys=("B",))
def pin(desk: Desk) -> None:
    """Keep this pair as it is whatever is repaired beside it, or no longer."""
    session = finished_paragraph(desk)
    acts.pin(session, session.current)
    pinned = session.segment(session.current).pinned
    desk.tell("The pair is pinned: repairs beside it leave it alone." if pinned else "The pair is no longer pinned.")


@command("pair.anew", "Pair the whole document anew, or stop", "Pairing", keys=("Ctrl+Alt+Shift+F9",))
def pair_anew(desk: Desk) -> None:
    """Work all pairs out again, except those pinned or decided about, while the review goes on."""
    session = finished_typing(desk)
    acts.expect_two_files(session.bitext)
    if session.bitext.pairs_from is Origin.FILES:
        desk.tell("The files themselves say what belongs together.")
    else:
        desk.pair_anew()


def _show(desk: Desk, session: Session, done: Correction | None, nothing: str) -> None:
    if done is None:
        desk.tell(nothing)
        return
    touched = [id for id in done.segments if session.rows.has(id)]
    if touched and session.current not in touched:
        session.go(min(touched, key=session.rows.number))
