"""Taking a document out of the review of several, and putting it back: its rows go and come, nothing else is lost."""

from reviewer.model.correction import Correction, Edit, Item, Verb
from reviewer.model.errors import InputError
from reviewer.model.segment import Segment
from reviewer.session.session import Session


def there(session: Session) -> list[int]:
    """Return the numbers of the documents that were not taken out: the only one, or those that have rows."""
    several = len(session.documents) > 1
    return [document.number for document in session.documents if document.rows or not several]


def take_out(session: Session, document: int) -> Correction | None:
    """Take the rows of a document out of the review, with the comments on them; its files are left alone.

    Everything about it stays in the history, so that undo and `put_back` bring it back as it was.

    Raises:
        InputError: it is the only one.
    """
    if there(session) == [document]:
        raise InputError("This is the only document of the review. Close the review instead.")
    gone: list[Item] = []
    for number in session.rows.of_document(document):
        row = session.rows[number]
        gone += (row, *session.remarks.comments_of(row.id), *session.remarks.issues_of(row.id))
    return session.apply(Edit(Verb.DOCUMENT, tuple(gone), ()))


def put_back(session: Session, document: int) -> Correction | None:
    """Give a document back the rows it was taken out with.

    Raises:
        InputError: it never had any.
    """
    for correction in reversed(session.history()):
        if correction.verb is not Verb.DOCUMENT:
            continue
        gone = [change.reversed().applied(None) for change in correction.changes if change.after is None]
        rows = [item for item in gone if isinstance(item, Segment)]
        if rows and session.rows.document_at(rows[0].rank) == document:
            return session.apply(Edit(Verb.DOCUMENT, (), tuple(item for item in gone if item is not None)))
    raise InputError(f"{session.documents.names[document]} has no paragraphs.")
