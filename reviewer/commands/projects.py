"""Opening, exporting and closing."""

import os
from functools import partial

from reviewer.checks.names.terms import SETTING
from reviewer.commands.at_hand import finished_typing
from reviewer.commands.command import command
from reviewer.commands.desk import Choice, Desk
from reviewer.commands.wording import counted
from reviewer.host.files import write_file
from reviewer.model.errors import InputError
from reviewer.reports.report import Report, Written, all_reports
from reviewer.session.documents import common_folder
from reviewer.session.export.delivering import Delivery, deliver, delivery, to_replace
from reviewer.session.export.reporting import reported
from reviewer.session.opening.projects import is_project
from reviewer.session.session import Session
from reviewer.session.terms import use_termbase
from reviewer.storage.sqlite import SqliteStore
from reviewer.text.language_names import LANGUAGE_NAMES

_ANOTHER, _NONE = "another", "none"
_THIS, _ALL = "this", "all"
_LISTED = 3
"""So many files that were written are named one by one."""


@command("project.open", "Open…", "File", keys=("Ctrl+O",), needs_document=False)
def open_document(desk: Desk) -> None:
    """Open a project, or a source text and then its translation."""

    def chosen(path: str) -> None:
        if is_project(path):
            desk.open_path(path)
        else:
            desk.ask_path("Open its translation", lambda translation: desk.open_path(path, translation))

    desk.ask_path("Open a project or a source text", chosen)


@command("project.open-folder", "Open a folder…", "File", needs_document=False)
def open_folder(desk: Desk) -> None:
    """Open all texts of a folder with their translations, which lie in it, too, or in another; you see them first."""
    desk.ask_path("Open a folder", desk.open_path, folder=True)


@command("project.open-source", "Open a source without a translation…", "File", needs_document=False)
def open_source(desk: Desk) -> None:
    """Open a text that is still to be translated; engines can fill it, and so can you."""
    desk.ask_path("Open a source without a translation", lambda path: desk.open_path(path))


@command("project.export", "Export the translation", "File", keys=("Ctrl+E",))
def export(desk: Desk) -> None:
    """Write the corrected translation over the delivered one; what stood there is kept as a backup."""
    session = finished_typing(desk)
    if not any(bitext.target.path for bitext in session.bitexts):
        export_as(desk)
        return
    paths = [path for document in to_replace(session) if (path := session.bitexts[document].target.path)]
    if not paths:
        desk.tell("Nothing was corrected, so that there is nothing to write.")
        return
    one = len(paths) == 1
    files = paths[0] if one else f"{len(paths)} files in {common_folder(paths)}"
    kept = "The file as it is now is kept beside it." if one else "The files as they are now are kept beside them."
    desk.confirm(f"Replace {files}? {kept}", lambda: _write(desk, session))


@command("project.export-as", "Export the translation as…", "File", keys=("Ctrl+Shift+S",))
def export_as(desk: Desk) -> None:
    """Write the corrected translation to another file, or all of several documents to another folder."""
    session = finished_typing(desk)
    if len(session.bitexts) == 1:
        _ask_where(desk, session, session.document)
        return
    choices = [
        Choice(_THIS, f"Only “{session.bitext.title}”"),
        Choice(_ALL, f"All {len(session.bitexts)} documents into a folder"),
    ]
    here = session.document
    desk.choose("Export the translation", choices, lambda id: _ask_where(desk, session, here if id == _THIS else None))


@command("project.report", "Report of the corrections…", "File")
def report(desk: Desk) -> None:
    """Write what was corrected as a list, or every row as XLIFF, TMX and the like."""
    session = finished_typing(desk)
    # What people read comes first, what programs read behind it.
    reports = {each.id: each for each in sorted(all_reports(), key=lambda each: each.bilingual)}

    def chosen(id: str) -> None:
        name = f"{os.path.splitext(_target_name(session))[0]}.{'' if reports[id].bilingual else 'corrections.'}"
        desk.ask_path(
            reports[id].title,
            lambda path: _report(desk, session, reports[id], path),
            save_as=name + reports[id].extension,
        )

    desk.choose("Report of the corrections", [Choice(each.id, each.title) for each in reports.values()], chosen)


@command("project.save", "Save now", "File", keys=("Ctrl+S",))
def save(desk: Desk) -> None:
    """Everything is saved as you work; this tries again at once what could not be saved."""
    session = finished_typing(desk)
    session.retry()
    if session.trouble:
        # Why it is not saved stands below the text already, with other ways out.
        desk.tell("Trying again to save …")
    else:
        desk.tell(f"Every correction is saved in {session.path}.")


@command("project.save-copy", "Save a copy elsewhere…", "File")
def save_copy(desk: Desk) -> None:
    """Copy the project to another place and go on there, for instance when the disk is full."""
    session = finished_typing(desk)

    def chosen(path: str) -> None:
        session.move_to(path, SqliteStore)
        desk.tell(f"The review goes on in {path}.")

    desk.ask_path("Save a copy of the project", chosen, save_as=session.path)


@command("project.languages", "Languages…", "File")
def languages(desk: Desk) -> None:
    """Say which languages the two texts are in."""
    session = finished_typing(desk)
    choices = [Choice(tag, name, tag) for tag, name in LANGUAGE_NAMES.items()]

    def chosen_source(source: str) -> None:
        desk.choose("Language of the translation", choices, lambda target: session.set_languages(source, target))

    desk.choose("Language of the source", choices, chosen_source)


@command("project.termbase", "Termbase…", "File")
def choose_termbase(desk: Desk) -> None:
    """Choose a TBX or CSV file whose terms the translation must use; they go before what any check believes."""
    session = finished_typing(desk)

    def chosen(path: str) -> None:
        count = use_termbase(session, path)
        desk.tell(f"{os.path.basename(path)}: {counted(count, 'term')}." if path else "No termbase any more.")

    def ask() -> None:
        desk.ask_path("Open a termbase (TBX or CSV)", chosen)

    known = session.settings.get(SETTING)
    if not known:
        ask()
        return
    choices = [Choice(_ANOTHER, "Another file…"), Choice(_NONE, "No termbase")]
    desk.choose(f"Termbase: {known}", choices, lambda answer: ask() if answer == _ANOTHER else chosen(""))


@command("project.close", "Close the review", "File", keys=("Ctrl+W",))
def close(desk: Desk) -> None:
    """Go back to the welcome page; everything is saved."""
    desk.close_document()


@command("project.quit", "Quit", "File", keys=("Ctrl+Q",), needs_document=False)
def quit_program(desk: Desk) -> None:
    """Close the window; everything is saved."""
    desk.quit()


def _ask_where(desk: Desk, session: Session, document: int | None) -> None:
    """Ask for the file of a document, or for the folder of all."""

    def chosen(path: str) -> None:
        if is_project(path):
            raise InputError("That is the name of a project. Give the translation another name.")
        if document is None:
            _write(desk, session, os.path.join(path, ""))
        else:
            _write(desk, session, path, (document,))

    if document is None:
        desk.ask_path("Export all documents into a folder", chosen, folder=True)
    else:
        desk.ask_path("Export the translation", chosen, save_as=_target_name(session))


def _write(desk: Desk, session: Session, output: str | None = None, documents: tuple[int, ...] | None = None) -> None:
    """Put translations together and write them, see `session.export.delivering.delivery`."""

    def write(ready: Delivery) -> None:
        done = deliver(session, ready)
        if done.exported:
            session.describe(done.exported)
        said = [f"Written: {path}" + (f" (what stood there: {kept})" if kept else "") for path, kept in done.files]
        if len(said) > _LISTED:
            said = [f"{len(said)} files were written in {common_folder([path for path, _ in done.files])}."]
        desk.tell("\n".join((*said, *done.refused)) or "Everything that was corrected is written already.")

    desk.work("exporting the translation", partial(delivery, output=output, documents=documents), write)


def _report(desk: Desk, session: Session, report: Report, path: str) -> None:
    if is_project(path) or os.path.realpath(path) in map(os.path.realpath, _files(session)):
        raise InputError("That is the name of a file of this review. Give the report another name.")

    def write(written: Written) -> None:
        write_file(path, written.data)
        desk.tell(" ".join((f"Written: {path}", *written.lost)))

    desk.work("writing the report", partial(reported, report.id), write)


def _target_name(session: Session) -> str:
    """Return the path of the translation at hand; where there is none yet, one beside the source with its language."""
    bitext = session.bitext
    name, ending = os.path.splitext(bitext.source.path)
    return bitext.target.path or f"{name}.{bitext.target.language}{ending}"


def _files(session: Session) -> list[str]:
    return [path for bitext in session.bitexts for path in (bitext.source.path, bitext.target.path) if path]
