"""Opening, exporting and closing."""

from reviewer.commands.command import command
from reviewer.commands.desk import Choice, Desk
from reviewer.host.files import digest
from reviewer.model.errors import InputError
from reviewer.session.exporting import EXPORTED, exported, write_export
from reviewer.session.session import Session
from reviewer.storage.sqlite import SqliteStore
from reviewer.text.language_names import LANGUAGE_NAMES


@command("project.open", "Open…", "File", keys=("Ctrl+O",), needs_document=False)
def open_document(desk: Desk) -> None:
    """Open a project, or a source text and then its translation."""

    def chosen(path: str) -> None:
        if path.lower().endswith(".review"):
            desk.open_path(path)
        else:
            desk.ask_path("Open its translation", lambda translation: desk.open_path(path, translation))

    desk.ask_path("Open a project or a source text", chosen)


@command("project.export", "Export the translation", "File", keys=("Ctrl+E",))
def export(desk: Desk) -> None:
    """Write the corrected translation over the delivered one; what stood there is kept as a backup."""
    session = _finished_typing(desk)

    def agreed() -> None:
        _export(desk, session, None)

    desk.confirm(f"Replace {session.bitext.target.path}? The file as it is now is kept beside it.", agreed)


@command("project.export-as", "Export the translation as…", "File", keys=("Ctrl+Shift+S",))
def export_as(desk: Desk) -> None:
    """Write the corrected translation to another file."""
    session = _finished_typing(desk)
    desk.ask_path(
        "Export the translation", lambda path: _export(desk, session, path), save_as=session.bitext.target.path
    )


@command("project.save", "Save now", "File", keys=("Ctrl+S",))
def save(desk: Desk) -> None:
    """Everything is saved as you work; this tries again at once what could not be saved."""
    session = _finished_typing(desk)
    session.retry()
    if session.trouble:
        desk.warn(str(session.trouble))
    else:
        desk.tell(f"Every correction is saved in {session.path}.")


@command("project.save-copy", "Save a copy elsewhere…", "File")
def save_copy(desk: Desk) -> None:
    """Copy the project to another place and go on there, for instance when the disk is full."""
    session = _finished_typing(desk)

    def chosen(path: str) -> None:
        session.move_to(path, SqliteStore)
        desk.tell(f"The review goes on in {path}.")

    desk.ask_path("Save a copy of the project", chosen, save_as=session.path)


@command("project.languages", "Languages…", "File")
def languages(desk: Desk) -> None:
    """Say which languages the two texts are in."""
    session = _finished_typing(desk)
    choices = [Choice(tag, name, tag) for tag, name in LANGUAGE_NAMES.items()]

    def chosen_source(source: str) -> None:
        desk.choose("Language of the translation", choices, lambda target: session.set_languages(source, target))

    desk.choose("Language of the source", choices, chosen_source)


@command("project.close", "Close the review", "File", keys=("Ctrl+W",))
def close(desk: Desk) -> None:
    """Go back to the welcome page; everything is saved."""
    desk.close_document()


@command("project.quit", "Quit", "File", keys=("Ctrl+Q",), needs_document=False)
def quit_program(desk: Desk) -> None:
    """Close the window; everything is saved."""
    desk.quit()


def _export(desk: Desk, session: Session, path: str | None) -> None:
    if path is not None and path.lower().endswith(".review"):
        raise InputError("That is the name of a project. Give the translation another name.")
    data = exported(session.bitext, session.rows, session.original("target"))
    written, backup = write_export(session.bitext, data, path, session.settings.get(EXPORTED, ""))
    if written == session.bitext.target.path:
        session.remember({EXPORTED: digest(data)})
    desk.tell(f"Written: {written}" + (f" (what stood there: {backup})" if backup else ""))


def _finished_typing(desk: Desk) -> Session:
    assert desk.session is not None
    desk.stop_editing()
    return desk.session
