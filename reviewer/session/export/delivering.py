"""Writing the translations of a project: each is put together and read again before the first file is touched."""

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reviewer.host.files import digest, read_file, write_file
from reviewer.model.bitext import Bitext
from reviewer.model.errors import InputError, ReviewerError
from reviewer.session.export.exporting import exported
from reviewer.session.membership import there
from reviewer.session.session import Session


@dataclass(frozen=True, slots=True)
class _Output:
    document: int
    path: str
    data: bytes
    in_place: bool
    """Whether it goes over the translation that the project was made from."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """Translations that are ready to be written, or were."""

    outputs: tuple[_Output, ...]
    refused: tuple[str, ...] = ()
    """A sentence for each document that is not written: why, and what to do."""

    @property
    def paths(self) -> list[str]:
        """The files, in the order of their documents."""
        return [output.path for output in self.outputs]


@dataclass(frozen=True, slots=True)
class Delivered:
    """What was written."""

    files: tuple[tuple[str, str | None], ...]
    """Path of each, and where what stood there is kept, if anything did."""
    refused: tuple[str, ...]
    exported: dict[int, Bitext]
    """The documents whose translation was replaced, as the project has to know them from now on."""


def to_replace(session: Session) -> list[int]:
    """Return the documents whose translation is written where it came from: the only one, or those worked on."""
    several = len(session.bitexts) > 1
    return [n for n in there(session) if not several or session.rows.worked_on(session.rows.of_document(n))]


def delivery(session: Session, output: str | None = None, documents: Sequence[int] | None = None) -> Delivery:
    """Put translations together: all, or those of some documents.

    Documents that were taken out of the review are not among them. Without an `output` they replace those the
    project was made from, and of several only what was worked on is written. Otherwise it names the file; for
    several documents it names a folder, which gets all of them, in the folders they share among themselves.

    Raises:
        ReviewerError: the one document cannot be written; of several, `Delivery.refused` tells it.
    """
    numbers = documents or (to_replace(session) if output is None else there(session))
    several = len(numbers) > 1
    if several and output is not None:
        _expect_folder(output, len(numbers))
    outputs: list[_Output] = []
    refused: list[str] = []
    for document in numbers:
        try:
            if (ready := _output(session, document, output, several)) is not None:
                outputs.append(ready)
        except ReviewerError as error:
            if not several:
                raise
            name = session.documents.names[document]
            refused.append(str(error) if name in str(error) else f"{name}: {error}")
    return Delivery(tuple(outputs), tuple(refused))


def deliver(session: Session, ready: Delivery) -> Delivered:
    """Write translations, each at one stroke and with what stood there kept beside it.

    Raises:
        ReviewerError: the one document cannot be written; of several, `Delivered.refused` tells it.
    """
    files: list[tuple[str, str | None]] = []
    refused = [*ready.refused]
    replaced: dict[int, Bitext] = {}
    for output in ready.outputs:
        try:
            if output.in_place:
                # It may be long since they were put together: the editor was asked in between.
                _expect_unchanged(session.bitexts[output.document])
            files.append((output.path, write_file(output.path, output.data, make_folder=len(session.bitexts) > 1)))
        except ReviewerError as error:
            if len(session.bitexts) == 1:
                raise
            refused.append(str(error))
            continue
        if output.in_place:
            replaced[output.document] = replace(session.bitexts[output.document], exported=digest(output.data))
    return Delivered(tuple(files), tuple(refused), replaced)


def _output(session: Session, document: int, output: str | None, several: bool) -> _Output | None:
    """Return a document as it is written; None where one of several would replace itself, unchanged."""
    bitext = session.bitexts[document]
    path = output
    if path is None:
        path = bitext.target.path
    elif several or os.path.isdir(path) or path.endswith(("/", os.sep)):
        path = os.path.join(path, *_inside(session.documents.names[document]))
    in_place = not path or _same(path, bitext.target.path)
    if in_place:
        if several and not session.rows.worked_on(session.rows.of_document(document)):
            return None
        _expect_unchanged(bitext)
    elif any(_same(path, each.source.path) for each in session.bitexts):
        raise InputError("The translation would replace the source. Give it another name.")
    rows = (session.rows[number] for number in session.rows.of_document(document))
    data = exported(bitext, rows, session.original(document))
    if in_place and len(session.bitexts) > 1 and os.path.exists(path) and read_file(path) == data:
        # It was exported before: writing it again would only put it into the place of its backup.
        return None
    return _Output(document, path, data, in_place)


def _expect_folder(output: str, count: int) -> None:
    looks_like_a_file = os.path.splitext(output)[1] and not output.endswith(("/", os.sep))
    if output == "-" or os.path.isfile(output) or (looks_like_a_file and not os.path.isdir(output)):
        raise InputError(
            f"The project has {count} documents: name a folder for them (one that is there, or one that ends in /)."
        )


def _inside(name: str) -> list[str]:
    """Return the parts of a document's name as they are put into another folder."""
    return [os.path.basename(name)] if os.path.isabs(name) else name.split("/")


def _same(one: str, other: str) -> bool:
    return bool(other) and os.path.realpath(one) == os.path.realpath(other)


def _expect_unchanged(bitext: Bitext) -> None:
    """Make sure that a translation may be written over: it is what the project was made from, or what it
    exported last.

    Raises:
        InputError: somebody else changed the file; says what to do.
    """
    document = bitext.target
    if not document.path:
        raise InputError("There is no file of this translation yet. Name one to export to.")
    if os.path.exists(document.path) and digest(read_file(document.path)) not in (document.digest, bitext.exported):
        raise InputError(
            f"{document.path} was changed by somebody else since this review began. "
            "Read the changed files again (File menu), or export to another name."
        )
