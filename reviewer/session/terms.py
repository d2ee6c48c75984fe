"""The project's termbase: which of its terms a paragraph has, and adding to it."""

import os
from dataclasses import dataclass

from reviewer.checks.names.terms import SETTING
from reviewer.host.files import read_file, write_file
from reviewer.lexicon.termbase import Form, Status, Termbase, termbase
from reviewer.lexicon.termbase_writing import new_termbase, with_term
from reviewer.model.errors import InputError
from reviewer.model.span import Span
from reviewer.session.opening.projects import SUFFIX
from reviewer.session.session import Session


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the termbase that stands in a source text."""

    text: str
    """As the text has it."""
    source_span: Span
    forms: tuple[Form, ...]
    """What the translation may call it, those to prefer first; those it must not at the end."""
    note: str
    used: Form | None
    """The form that stands in the translation, if any."""
    target_span: Span | None


def termbase_of(session: Session) -> Termbase | None:
    """Return the project's termbase; None where it has none.

    Raises:
        InputError: its file cannot be read, or holds no terms.
    """
    return termbase(session.settings.get(SETTING))


def termbase_changed(session: Session) -> int:
    """Return when the termbase's file was last written (nanoseconds); 0 where there is none."""
    try:
        return os.stat(str(session.settings.get(SETTING) or "")).st_mtime_ns
    except OSError:
        return 0


def terms_in(session: Session, id: str, target: str | None = None) -> list[Term]:
    """Return the terms of a segment's source that the termbase can say in the other language, in order.

    `target` is a text being typed, in the place of the segment's own.

    Raises:
        InputError: the termbase cannot be read.
    """
    terms = termbase_of(session)
    if terms is None:
        return []
    segment, bitext = session.segment(id), session.bitext
    there = terms.matches(segment.target if target is None else target, bitext.target.language)
    met = {match.concept.id: match for match in there}
    found: dict[str, Term] = {}
    for match in terms.matches(segment.source, bitext.source.language):
        forms = sorted(match.concept.said_in(bitext.target.language), key=lambda form: form.status is Status.DEPRECATED)
        if forms and match.concept.id not in found:
            used = met.get(match.concept.id)
            found[match.concept.id] = Term(
                match.span.of(segment.source), match.span, tuple(forms), match.concept.note,
                used.form if used else None, used.span if used else None,
            )  # fmt: skip
    return list(found.values())


def use_termbase(session: Session, path: str) -> int:
    """Let the project use a TBX or CSV file (an empty path: none); return how many terms it has.

    Raises:
        InputError: the file cannot be read, or holds no terms in the two languages.
    """
    count = 0
    if path:
        path = os.path.abspath(path)
        # Known to be good before the project names it.
        terms = termbase(path)
        assert terms is not None
        source, target = session.bitext.source.language, session.bitext.target.language
        count = sum(1 for concept in terms.concepts if concept.said_in(source) and concept.said_in(target))
        if not count:
            raise InputError(
                f"{os.path.basename(path)} holds no term in both {source} and {target}. Choose another file."
            )
    session.remember({SETTING: path})
    return count


def add_term(session: Session, source: str, target: str) -> str:
    """Add a pair of terms to the project's termbase, or to a new one beside the project; return its path.

    Raises:
        InputError: the termbase has no place for it, or the project is kept nowhere yet.
        StorageError: the file cannot be written.
    """
    ours, theirs = Form(source, session.bitext.source.language), Form(target, session.bitext.target.language)
    path = str(session.settings.get(SETTING) or "")
    if path:
        write_file(path, with_term(read_file(path), os.path.basename(path), ours, theirs))
    elif session.path:
        path = f"{session.path.removesuffix(SUFFIX)}.terms.csv"
        known = read_file(path) if os.path.exists(path) else None
        data = with_term(known, os.path.basename(path), ours, theirs) if known else new_termbase(ours, theirs)
        write_file(path, data)
    else:
        raise InputError("Save the project first, so that its termbase can be kept beside it.")
    session.remember({SETTING: path})
    return path
