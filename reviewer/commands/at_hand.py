"""What a command works on: the review, and where it works on one paragraph, that this paragraph is seen."""

from reviewer.commands.desk import Desk
from reviewer.model.errors import InputError
from reviewer.session.session import Session


def review(desk: Desk) -> Session:
    """Return the review on the desk; only commands that need a document may ask."""
    assert desk.session is not None
    return desk.session


def finished_typing(desk: Desk) -> Session:
    """Return the review, once what is being typed is part of it."""
    session = review(desk)
    desk.stop_editing()
    return session


def at_paragraph(desk: Desk) -> Session:
    """Return the review, for something done to the current paragraph.

    Raises:
        InputError: no paragraph fits the filter: the current one is hidden, and nobody decides about what is not seen.
    """
    session = review(desk)
    if not len(session.worklist):
        raise InputError("No paragraph fits the filter, so there is none to do this to. Show all paragraphs first.")
    return session


def finished_paragraph(desk: Desk) -> Session:
    """Return the review as `at_paragraph` does, once what is being typed is part of it."""
    at_paragraph(desk)
    return finished_typing(desk)
