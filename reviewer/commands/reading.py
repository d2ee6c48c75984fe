"""Choosing how the files of a review are read: their encoding, line ends and columns."""

from collections.abc import Mapping
from functools import partial

from reviewer.commands.at_hand import finished_typing
from reviewer.commands.command import command
from reviewer.commands.desk import Choice, Desk
from reviewer.commands.wording import counted
from reviewer.formats.reading_options import NEWLINES, TABLES, columns, encodings
from reviewer.host.files import read_file
from reviewer.model.bitext import Document
from reviewer.model.errors import InputError
from reviewer.session.opening.projects import changes_on_disk
from reviewer.session.rereading import Rereading, reread, take_up
from reviewer.session.session import Session

_NAMES = {"encoding": "Encoding", "newline": "Line ends", "target": "Columns"}


@command("project.reading", "How the files are read…", "File")
def how_files_are_read(desk: Desk) -> None:
    """Say in which encoding the files are, what ends their lines and which columns of a table hold the texts."""
    assert desk.session is not None
    desk.stop_editing()
    session = desk.session
    sides = {"target": session.bitext.target, "source": session.bitext.source}
    if session.bitext.bilingual:
        del sides["source"]
    if not session.bitext.target.path:
        del sides["target"]
    names = {"target": "the translation", "source": "the source"} if len(sides) == 2 else {}
    choices = [
        Choice(f"{side} {option}", f"{title} of {names.get(side, 'the file')}", _value(option, document.options))
        for side, document in sides.items()
        for option, title in _NAMES.items()
        if option in document.options or (option == "target" and document.format in TABLES)
    ]
    if not choices:
        raise InputError("Files of this kind say themselves how they are read.")

    def chosen(id: str) -> None:
        side, option = id.split()
        _choose(desk, session, side, sides[side], option)

    desk.choose("How the files are read", choices, chosen)


@command("project.read-again", "Read the changed files again…", "File", keys=("Alt+Shift+F5",))
def read_changed_files(desk: Desk) -> None:
    """Take in what was changed in the files of the document since; what you did to the other paragraphs stays."""
    session = finished_typing(desk)
    if not changes_on_disk([session.bitext]):
        desk.tell("The files are as they were when they were read.")
        return

    def ready(reading: Rereading) -> None:
        def agreed() -> None:
            take_up(session, reading)
            desk.tell("The files are read again.")

        desk.confirm(_what_differs(reading), agreed)

    desk.work("reading the files again", partial(reread, document=session.document), ready)


def _what_differs(reading: Rereading) -> str:
    counts = [(reading.changed, "changed"), (reading.came, "new"), (reading.gone, "gone")]
    said = ", ".join(f"{counted(count, 'paragraph')} {how}" for count, how in counts if count)
    lost = ""
    if reading.superseded:
        lost = (
            f" {counted(reading.superseded, 'correction')} of yours to changed paragraphs will be found in their "
            "history only."
        )
    return (
        f"Take the changes of the files in ({said or 'no paragraph differs'})?{lost} Undo does not reach behind this; "
        "the review as it is now is kept beside it."
    )


def _value(option: str, options: Mapping[str, str]) -> str:
    if option == "target":
        return " → ".join(options[name] for name in ("source", "target") if name in options)
    return options.get(option, "")


def _choose(desk: Desk, session: Session, side: str, document: Document, option: str) -> None:
    def read_again(**values: str) -> None:
        _read_again(desk, session, side, {**document.options, **values})

    if option == "newline":
        choices = [Choice(name, title) for name, title in NEWLINES.items()]
        desk.choose("Line ends of what is written anew", choices, lambda name: read_again(newline=name))
        return
    data = read_file(document.path)
    if option == "encoding":
        looks = [Choice(each.value, each.value, each.look) for each in encodings(data)]
        desk.choose("Encoding of the file", looks, lambda name: read_again(encoding=name))
        return
    found = columns(document.format, data, document.options)
    choices = [Choice(each.value, f"Column {each.value}", each.look) for each in found]

    def source_chosen(source: str) -> None:
        others = [choice for choice in choices if choice.id != source]
        desk.choose("Column of the translation", others, lambda target: read_again(source=source, target=target))

    desk.choose("Column of the source", choices, source_chosen)


def _read_again(desk: Desk, session: Session, side: str, options: Mapping[str, str]) -> None:
    if session.history():
        raise InputError(
            "Something was corrected already. Export the corrections, or begin another review of these files "
            "(`reviewer open … --project NAME.review`) and choose there."
        )
    documents = {"source": session.bitext.source, "target": session.bitext.target}
    both = {name: dict(document.options) for name, document in documents.items()}
    both[side] = dict(options)
    if session.bitext.bilingual:
        both = {name: dict(options) for name in both}
    desk.read_again(both["source"], both["target"])
