"""Asking translation engines: for a second opinion, for what is still empty, for what a translation really says."""

import locale
from collections.abc import Callable
from typing import TYPE_CHECKING

from reviewer.commands.at_hand import finished_paragraph, finished_typing
from reviewer.commands.command import command
from reviewer.commands.desk import Choice, Desk, Page, Panel
from reviewer.session.session import Session
from reviewer.session.translation.privacy import NEVER_SEND
from reviewer.text.language_names import LANGUAGE_NAMES
from reviewer.text.languages import UNDETERMINED, primary

if TYPE_CHECKING:
    from reviewer.engines.engine import Engine

SUGGESTIONS = 9


@command("translate.ask", "Ask the engines about this paragraph", "Translate", keys=("Alt+F11",), read_keys=("Y",))
def ask(desk: Desk) -> None:
    """Show how the chosen engines translate the paragraph; once more asks those that failed."""
    session = finished_paragraph(desk)

    def go() -> None:
        desk.translator.ask(session.current)
        desk.show_panel(Panel.SUGGESTIONS)
        desk.focus_text()

    _with_languages(desk, session, go)


@command("translate.back", "Translate the translation back", "Translate", keys=("Alt+F12",), read_keys=("Shift+Y",))
def back(desk: Desk) -> None:
    """Show what the translation says in the language of the source, until it changes; once more takes that away."""
    session = finished_paragraph(desk)
    known = session.versions.back(session.current)
    if known is not None and known.text:
        session.withdrawn(known)
        return

    def go() -> None:
        desk.translator.ask_back(session.current)
        desk.show_panel(Panel.SUGGESTIONS)
        desk.focus_text()

    _with_languages(desk, session, go)


def _register(number: int) -> None:
    @command(f"translate.use-{number}", f"Use suggestion {number}", "Translate", keys=(f"Alt+{number}",))
    def use(desk: Desk) -> None:
        """Put this engine's version where the translation stands."""
        use_suggestion(desk, number)


def use_suggestion(desk: Desk, number: int) -> None:
    """Put the suggestion of that number, counted from 1, where the translation stands."""
    session = finished_paragraph(desk)
    known = session.versions.of(session.current)
    if number > len(known):
        desk.tell(f"There is no suggestion {number} here.")
        return
    version = known[number - 1]
    desk.translator.use(version)
    desk.tell(f"{version.title}: put in. Undo brings back what stood there.")


for _number in range(1, SUGGESTIONS + 1):
    _register(_number)


@command("translate.empty", "Translate the empty paragraphs…", "Translate", keys=("Alt+Shift+F11",))
def translate_empty(desk: Desk) -> None:
    """Have an engine fill every paragraph shown that has no translation; each can be undone."""
    session = finished_typing(desk)

    def go() -> None:
        ids = desk.translator.empty()
        if not ids:
            desk.tell("No paragraph shown is without a translation.")
            return
        paragraphs = f"{len(ids):,} empty paragraphs" if len(ids) > 1 else "one empty paragraph"
        _choose_engine(desk, session, f"Translate {paragraphs}", lambda engine: fill(engine, ids))

    def fill(engine: str, ids: list[str]) -> None:
        if desk.session is session:
            desk.translator.fill(ids, engine)

    _with_languages(desk, session, go)


@command("translate.paragraph", "Translate this paragraph anew…", "Translate")
def translate_paragraph(desk: Desk) -> None:
    """Have an engine translate the paragraph; its answer takes the place of the translation, and can be undone."""
    session = finished_paragraph(desk)
    id = session.current

    def fill(engine: str) -> None:
        if desk.session is session and session.rows.has(id):
            desk.translator.fill([id], engine, over=True)

    _with_languages(desk, session, lambda: _choose_engine(desk, session, "Translate this paragraph", fill))


@command("translate.take-back", "Take back the last filling", "Translate")
def take_back(desk: Desk) -> None:
    """Empty again what an engine filled last, as one act; paragraphs you changed or accepted since stay."""
    finished_typing(desk)
    count = desk.translator.take_back()
    desk.tell(f"{count:,} paragraphs are as they were before." if count else "There is nothing to take back.")


@command("translate.stop", "Stop translating", "Translate", keys=("Shift+Esc",))
def stop(desk: Desk) -> None:
    """Ask the engines for nothing more; what came already stays."""
    if desk.translator.busy:
        desk.translator.stop()
        desk.tell("Stopped. What came already stays.")
    else:
        desk.tell("Nothing is being translated.")


@command("translate.engines", "Choose engines…", "Translate", needs_document=False)
def engines(desk: Desk) -> None:
    """Choose which engines are asked, and enter their keys and addresses."""
    desk.show_page(Page.ENGINES)


@command("translate.never-send", "Never send this project’s texts", "Translate")
def never_send(desk: Desk) -> None:
    """Forbid every engine for this project, on the command line too; once more allows them again."""
    session = finished_typing(desk)
    if not session.settings.get(NEVER_SEND):
        session.remember({NEVER_SEND: True})
        if desk.translator.busy:
            desk.translator.stop()
        desk.tell("No text of this project will be sent anywhere.")
        return

    def agreed() -> None:
        session.remember({NEVER_SEND: False})
        desk.tell("Texts of this project are sent when you ask an engine.")

    desk.confirm("This project’s texts are never sent anywhere. Allow it from now on, each time you ask?", agreed)


@command("translate.sent", "What left this machine…", "Translate", needs_document=False)
def sent(desk: Desk) -> None:
    """List every request to a translation engine: when, to whom, and how much."""
    desk.show_page(Page.SENT)


def _choose_engine(desk: Desk, session: Session, what: str, chosen: Callable[[str], None]) -> None:
    able = [engine for engine in desk.translator.engines if desk.translator.knows(engine) is not False]
    languages = f"{_name(session.bitext.source.language)} → {_name(session.bitext.target.language)}"
    if not able:
        desk.warn(f"No engine translates {languages}.")
        return
    desk.choose(f"{what}, {languages}, with", [_choice(engine) for engine in able], chosen)


def _choice(engine: "Engine") -> Choice:
    return Choice(engine.id, engine.title, engine.description)


def _with_languages(desk: Desk, session: Session, go: Callable[[], None]) -> None:
    """Go on once both languages are known; ask for those that are not."""
    source, target = session.bitext.source.language, session.bitext.target.language

    def known(source: str, target: str) -> None:
        session.set_languages(source, target)
        _with_languages(desk, session, go)

    if source == UNDETERMINED:
        _ask_language(desk, "Which language is the source in?", (), chosen=lambda tag: known(tag, target))
    elif target == UNDETERMINED:
        _ask_language(desk, "Translate into which language?", (source,), chosen=lambda tag: known(source, tag))
    else:
        go()


def _ask_language(desk: Desk, question: str, without: tuple[str, ...], chosen: Callable[[str], None]) -> None:
    left_out = set(map(primary, without))
    here = primary((locale.getlocale()[0] or "en").replace("_", "-"))
    choices = [Choice(tag, name, tag) for tag, name in LANGUAGE_NAMES.items() if tag not in left_out]
    # Editors mostly have texts translated into the language they work in.
    desk.choose(question, sorted(choices, key=lambda choice: primary(choice.id) != here), chosen)


def _name(tag: str) -> str:
    return LANGUAGE_NAMES.get(tag) or LANGUAGE_NAMES.get(primary(tag), tag)
