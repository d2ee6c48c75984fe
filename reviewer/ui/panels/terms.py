"""The terms panel: the terms of the paragraph, what the termbase calls them, and whether that stands there."""

from functools import partial

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from reviewer.checks.names.terms import SETTING
from reviewer.commands.desk import Panel
from reviewer.commands.projects import choose_termbase
from reviewer.lexicon.termbase import Form, Status
from reviewer.model.changed import Aspect
from reviewer.model.errors import InputError
from reviewer.session.terms import Term, terms_in
from reviewer.ui.panels.panel import PanelKind
from reviewer.ui.panels.scrolled import ScrolledPanel, words

_WORDS = {Status.PREFERRED: "", Status.ADMITTED: "also allowed", Status.DEPRECATED: "must not be used"}


class TermsPanel(ScrolledPanel):
    """One block a term; a form that may be used is put in by its button."""

    name = "Terms of the paragraph"
    page_name = "Terms"
    aspects = Aspect.CURRENT | Aspect.TEXT | Aspect.SETTINGS | Aspect.FINDINGS
    delay_ms = 60

    def write(self, rows: QVBoxLayout) -> None:
        session = self.session
        if session is not None and session.current:
            try:
                terms = terms_in(session, session.current)
            except InputError as error:
                rows.addWidget(words(str(error)))
                rows.addWidget(self._button("Choose another termbase…", self._choose))
            else:
                self._show(rows, terms, has_termbase=bool(session.settings.get(SETTING)))

    def _show(self, rows: QVBoxLayout, terms: list[Term], *, has_termbase: bool) -> None:
        if not has_termbase:
            rows.addWidget(words("The project has no termbase. A TBX or CSV file can be one.", quiet=True))
            rows.addWidget(self._button("Choose a termbase…", self._choose))
        elif not terms:
            rows.addWidget(words("No term of the termbase stands in this paragraph.", quiet=True))
        for term in terms:
            rows.addWidget(words(term.text, strong=True))
            for form in term.forms:
                rows.addWidget(self._form(term, form))
            if term.note:
                rows.addWidget(words(term.note, quiet=True))
            rows.addSpacing(6)
        if key := self.desk.key_of("term.add"):
            rows.addWidget(words(f"{key} adds a term", quiet=True))

    def _form(self, term: Term, form: Form) -> QWidget:
        here = "stands in the translation" if form == term.used else ""
        sign = "✗ " if form.status is Status.DEPRECATED else "✓ " if here else ""
        said = ", ".join(filter(None, (_WORDS[form.status], here)))
        text = f"{sign}{form.text}" + (f"  ({said})" if said else "")
        if here or form.status is Status.DEPRECATED:
            return words(text, quiet=not here)
        button = self._button(text, partial(self._insert, form.text))
        button.setAccessibleName(f"Insert {form.text} for {term.text}")
        return button

    def _button(self, text: str, act: object) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(True)
        button.clicked.connect(act)
        return button

    def _choose(self, _checked: bool = False) -> None:
        choose_termbase(self.desk)

    def _insert(self, text: str, _checked: bool = False) -> None:
        if self.desk.caret is None:
            self.desk.start_editing()
        self.desk.insert(text)
        self.desk.focus_text()


PANEL = PanelKind(Panel.TERMS, "Terms", TermsPanel, place=0, order=1)
