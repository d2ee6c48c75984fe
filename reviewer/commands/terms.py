"""The project's termbase on the desk: putting its terms into the text, and adding to it."""

import os

from reviewer.checks.names.terms import SETTING
from reviewer.commands.at_hand import at_paragraph, review
from reviewer.commands.command import command
from reviewer.commands.desk import Choice, Desk
from reviewer.commands.facts import pointed
from reviewer.lexicon.termbase import Status
from reviewer.session.terms import add_term, terms_in


@command("term.insert", "Insert a term…", "Edit", keys=("Alt+F2", "Alt+Insert"))
def insert(desk: Desk) -> None:
    """Put what the termbase calls a term of the paragraph where the caret stands."""
    session = at_paragraph(desk)
    caret = desk.caret
    terms = terms_in(session, session.current, caret.text if caret else None)
    forms = [(form.text, term) for term in terms for form in term.forms if form.status is not Status.DEPRECATED]
    if not forms:
        none = "No term of the termbase stands in this paragraph."
        desk.tell(none if session.settings.get(SETTING) else "The project has no termbase yet.")
        return

    def put(text: str) -> None:
        if desk.caret is None:
            desk.start_editing()
        desk.insert(text)

    # What is not there yet is what is wanted.
    forms.sort(key=lambda entry: entry[1].used is not None)
    choices = [Choice(text, text, term.text) for text, term in dict.fromkeys(forms)]
    desk.choose("Insert", choices, put)


@command("term.add", "Add to the termbase…", "Edit", keys=("Ctrl+Shift+G", "Ctrl+F4"), read_keys=("T",))
def add(desk: Desk) -> None:
    """Add a term and its translation; the words selected, or the name pointed at, are offered."""
    session = review(desk)
    caret, meant = desk.caret, pointed(desk)
    fact = meant[1].fact if meant and meant[1] else None
    selected = caret.selection.of(caret.text) if caret and caret.selection else ""
    ours = fact.source if fact else ""
    theirs = selected or (fact.rendering if fact else "")
    desk.stop_editing()

    def source_named(source: str) -> None:
        def target_named(target: str) -> None:
            if source.strip() and target.strip():
                path = add_term(session, source.strip(), target.strip())
                desk.tell(f"{source.strip()} → {target.strip()}: added to {os.path.basename(path)}.")

        desk.ask(f"What “{source.strip()}” is called in the translation", target_named, initial=theirs)

    desk.ask("Term of the source", source_named, initial=ours)
