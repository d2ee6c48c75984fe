"""Going from document to document in a project that has several."""

from dataclasses import replace

from reviewer.commands.at_hand import review
from reviewer.commands.command import command
from reviewer.commands.desk import Choice, Desk, Panel
from reviewer.commands.wording import counted
from reviewer.session.membership import put_back, take_out, there
from reviewer.session.session import Session
from reviewer.session.worklist import Filter

_ONE = "There is only one document. Open a folder to review several at once."


@command("go.next-document", "Next document", "Go", keys=("Ctrl+PgDown",))
def next_document(desk: Desk) -> None:
    """Go to the next document, to where you were in it last, or to its first unreviewed paragraph."""
    _step(desk, 1)


@command("go.previous-document", "Previous document", "Go", keys=("Ctrl+PgUp",))
def previous_document(desk: Desk) -> None:
    """Go to the document before, to where you were in it last, or to its first unreviewed paragraph."""
    _step(desk, -1)


@command("go.to-document", "Go to document…", "Go", keys=("Ctrl+Shift+PgDown",))
def go_to(desk: Desk) -> None:
    """Go to a document by its name."""
    session = _several(desk)
    if session is not None:
        choices = [
            Choice(str(row.number), row.name, f"{row.done:,} of {row.rows:,}") for row in session.documents if row.rows
        ]
        desk.choose("Go to document", choices, lambda number: go_to_document(desk, int(number)))


@command("view.documents", "Documents panel", "View", keys=("Ctrl+Shift+F2",))
def documents(desk: Desk) -> None:
    """Show the documents of the project, and how far the review of each is."""
    if _several(desk):
        desk.show_panel(Panel.DOCUMENTS, toggle=True)


@command("view.only-document", "Show this document only", "View", keys=("Ctrl+Shift+F1",))
def show_only(desk: Desk) -> None:
    """Show the paragraphs of this document only, or of all again."""
    session = _several(desk)
    if session is not None:
        desk.stop_editing()
        shown = session.document if session.filter.document is None else None
        session.set_filter(replace(session.filter, document=shown))


@command("project.take-out", "Take this document out of the review…", "File", keys=("Ctrl+Shift+Delete",))
def take_document_out(desk: Desk) -> None:
    """Take the document at hand out of the review; its files stay, and it can be put back as it was."""
    session = _several(desk)
    if session is None:
        return
    desk.stop_editing()
    document = session.document
    row = session.documents[document]
    done = f", {row.done:,} of them reviewed" if row.done else ""

    def agreed() -> None:
        take_out(session, document)
        if session.filter.document == document:
            session.set_filter(replace(session.filter, document=None))
        desk.tell(f"{row.name} is taken out. Undo brings it back, and so does “Put a document back”.")

    desk.confirm(f"Take {row.name} out of this review ({counted(row.rows, 'paragraph')}{done})?", agreed)


@command("project.put-back", "Put a document back…", "File", keys=("Ctrl+Shift+Insert",))
def put_document_back(desk: Desk) -> None:
    """Bring a document that was taken out of the review back as it was."""
    session = review(desk)
    desk.stop_editing()
    known = set(there(session))
    gone = [row for row in session.documents if row.number not in known]
    if not gone:
        desk.tell("No document was taken out of this review.")
        return

    def chosen(number: str) -> None:
        put_back(session, int(number))
        go_to_document(desk, int(number))

    desk.choose("Put back", [Choice(str(row.number), row.name) for row in gone], chosen)


def go_to_document(desk: Desk, number: int) -> None:
    """Go to a document, to where the editor was in it last; a filter that would hide it is changed or taken away."""
    session = desk.session
    assert session is not None
    entry = session.documents.entry(number)
    if not entry:
        desk.tell(f"{session.documents.names[number]} has no paragraphs here. If it was taken out, it can be put back.")
        return
    desk.stop_editing()
    if session.filter.document not in (None, number):
        session.set_filter(replace(session.filter, document=number))
    shown = _shown(session, number)
    if not shown:
        session.set_filter(Filter())
        desk.tell("The filter hid this document; all paragraphs are shown again.")
    elif session.worklist.position(entry) is None:
        position = session.worklist.nearest(entry)
        entry = session.worklist.id_at(min(max(position, shown.start), shown.stop - 1))
    session.go(entry)


def _step(desk: Desk, by: int) -> None:
    session = _several(desk)
    if session is None:
        return
    narrowed = session.filter.document is not None
    number = session.document + by
    while 0 <= number < len(session.documents):
        if session.documents.entry(number) if narrowed else _shown(session, number):
            go_to_document(desk, number)
            return
        number += by
    desk.tell("This is the last document." if by > 0 else "This is the first document.")


def _shown(session: Session, number: int) -> range:
    """Return the positions on the desk of what a filter lets through of a document."""
    return session.worklist.positions(session.rows.of_document(number))


def _several(desk: Desk) -> Session | None:
    """Return the review where it has several documents; otherwise say so."""
    assert desk.session is not None
    if len(desk.session.bitexts) > 1:
        return desk.session
    desk.tell(_ONE)
    return None
