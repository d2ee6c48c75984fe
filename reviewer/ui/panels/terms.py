"""The terms panel: the terms of the paragraph, what the termbase calls them, and whether that stands there."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from reviewer.checks.terms import SETTING
from reviewer.commands.desk import Desk, Panel
from reviewer.commands.projects import choose_termbase
from reviewer.lexicon.termbase import Form, Status
from reviewer.model.changed import Aspect
from reviewer.model.errors import InputError
from reviewer.session.terms import Term, terms_in
from reviewer.ui.panels.panel import PanelKind, PanelWidget
from reviewer.ui.theme import Theme

_WORDS = {Status.PREFERRED: "", Status.ADMITTED: "also allowed", Status.DEPRECATED: "must not be used"}


class TermsPanel(PanelWidget):
    """One block a term; a form that may be used is put in by its button."""

    aspects = Aspect.CURRENT | Aspect.TEXT | Aspect.SETTINGS | Aspect.FINDINGS
    delay_ms = 60

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(desk, theme)
        self.setAccessibleName("Terms of the paragraph")
        self.column.setContentsMargins(0, 0, 0, 0)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName("Terms")
        self.column.addWidget(self._area)

    def take_focus(self) -> None:
        page = self._area.widget()
        first = page.findChild(QPushButton) if page else None
        (first or self._area).setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        page = QWidget()
        rows = QVBoxLayout(page)
        rows.setContentsMargins(14, 8, 14, 12)
        rows.setSpacing(4)
        session = self.session
        if session is not None and session.current:
            try:
                terms = terms_in(session, session.current)
            except InputError as error:
                rows.addWidget(_label(str(error)))
                rows.addWidget(self._button("Choose another termbase…", self._choose))
            else:
                self._show(rows, terms, has_termbase=bool(session.settings.get(SETTING)))
        rows.addStretch(1)
        self._area.setWidget(page)

    def _show(self, rows: QVBoxLayout, terms: list[Term], *, has_termbase: bool) -> None:
        if not has_termbase:
            rows.addWidget(_label("The project has no termbase. A TBX or CSV file can be one.", quiet=True))
            rows.addWidget(self._button("Choose a termbase…", self._choose))
        elif not terms:
            rows.addWidget(_label("No term of the termbase stands in this paragraph.", quiet=True))
        for term in terms:
            head = _label(term.text)
            head.setStyleSheet("font-weight: 600;")
            rows.addWidget(head)
            for form in term.forms:
                rows.addWidget(self._form(term, form))
            if term.note:
                rows.addWidget(_label(term.note, quiet=True))
            rows.addSpacing(6)
        if key := self.desk.key_of("term.add"):
            rows.addWidget(_label(f"{key} adds a term", quiet=True))

    def _form(self, term: Term, form: Form) -> QWidget:
        here = "stands in the translation" if form == term.used else ""
        sign = "✗ " if form.status is Status.DEPRECATED else "✓ " if here else ""
        said = ", ".join(filter(None, (_WORDS[form.status], here)))
        text = f"{sign}{form.text}" + (f"  ({said})" if said else "")
        if here or form.status is Status.DEPRECATED:
            return _label(text, quiet=not here)
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


def _label(text: str, *, quiet: bool = False) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("quiet", quiet)
    return label


PANEL = PanelKind(Panel.TERMS, "Terms", TermsPanel, place=0, order=1)
