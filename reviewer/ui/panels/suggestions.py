"""The suggestions panel: what engines make of the paragraph, and what its translation says when translated back."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout

from reviewer.commands import translating
from reviewer.commands.desk import Panel
from reviewer.model.changed import Aspect
from reviewer.model.errors import ReviewerError
from reviewer.model.segment import Segment, without_codes
from reviewer.model.version import Version
from reviewer.session.session import Session
from reviewer.session.translation.privacy import NEVER_SEND
from reviewer.ui.look.fonts import face
from reviewer.ui.look.marked_differences import marked_differences
from reviewer.ui.panels.keyed_button import KeyedButton
from reviewer.ui.panels.panel import PanelKind
from reviewer.ui.panels.scrolled import ScrolledPanel, words

_SIZE = 14.0
"""Font size of the versions in pixels."""
_DIGITS = range(Qt.Key.Key_1, Qt.Key.Key_1 + translating.SUGGESTIONS)


class SuggestionsPanel(ScrolledPanel):
    """Versions to choose from; a digit takes one while the panel has the keyboard."""

    name = "Suggestions for the paragraph"
    page_name = "Suggestions"
    spacing = 6
    aspects = Aspect.CURRENT | Aspect.VERSIONS | Aspect.TEXT | Aspect.SETTINGS
    delay_ms = 0

    def event(self, event: QEvent) -> bool:
        # Here the digits mean suggestions, with Ctrl too; in the text Ctrl and a digit apply a fix.
        if isinstance(event, QKeyEvent) and (number := _number(event)):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and self.session is not None:
                self._act(lambda: translating.use_suggestion(self.desk, number))
                return True
        return super().event(event)

    def write(self, rows: QVBoxLayout) -> None:
        session = self.session
        if session is not None and session.current:
            segment = session.segment(session.current)
            versions = session.versions.of(segment.id)
            for number, version in enumerate(versions, 1):
                self._show(rows, session, segment, version, number)
            back = session.versions.back(segment.id)
            if back is not None:
                self._show_back(rows, session, segment, back)
            self._say_keys(rows, session, asked=bool(versions), translated_back=back is not None)

    def _show(self, rows: QVBoxLayout, session: Session, segment: Segment, version: Version, number: int) -> None:
        present, text = without_codes(segment.target), without_codes(version.text)
        if version.waiting:
            rows.addWidget(words(f"{version.title} is asked …", quiet=True))
            return
        if version.trouble:
            rows.addWidget(words(version.title, strong=True))
            rows.addWidget(words(version.trouble))
            return
        same = present == text
        rows.addWidget(words(f"{version.title}{' · as it stands' if same else ''}", strong=True))
        said = self._words(present if present.strip() else text, text, session.bitext.target.language, session)
        button = KeyedButton(self.desk.key_of(f"translate.use-{number}"), said)
        button.setAccessibleName(f"Suggestion {number}, {version.title}: {text}")
        button.clicked.connect(partial(self._use, number))
        rows.addWidget(button)
        for note in version.notes:
            rows.addWidget(words(note, quiet=True))

    def _show_back(self, rows: QVBoxLayout, session: Session, segment: Segment, back: Version) -> None:
        rows.addSpacing(6)
        rows.addWidget(words(f"↩ The translation, translated back · {back.title}", strong=True))
        if back.waiting:
            rows.addWidget(words(f"{back.title} is asked …", quiet=True))
        elif back.trouble:
            rows.addWidget(words(back.trouble))
        else:
            source, text = without_codes(segment.source), without_codes(back.text)
            said = self._words(source, text, session.bitext.source.language, session)
            said.setAccessibleName(f"Translated back: {text}")
            rows.addWidget(said)
            rows.addWidget(words("Marked is what differs from the source.", quiet=True))

    def _words(self, before: str, text: str, language: str, session: Session) -> QLabel:
        """Return a text as its language is set, with what differs from another version marked."""
        label = QLabel(marked_differences(before, text, self.theme))
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setWordWrap(True)
        look = face(language, session.bitext.source.language, _SIZE)
        label.setFont(look.font)
        label.setLayoutDirection(look.direction)
        return label

    def _say_keys(self, rows: QVBoxLayout, session: Session, *, asked: bool, translated_back: bool) -> None:
        if session.settings.get(NEVER_SEND):
            rows.addWidget(words("The texts of this project are never sent anywhere.", quiet=True))
            return
        if not asked and not translated_back:
            rows.addWidget(words("No engine was asked about this paragraph.", quiet=True))
        wanted = [("translate.ask", "asks the engines", not asked), ("translate.back", "translates it back", True)]
        hints = [f"{self.desk.key_of(id)} {what}" for id, what, shown in wanted if shown and self.desk.key_of(id)]
        rows.addWidget(words(" · ".join(hints), quiet=True))

    def _use(self, number: int, _checked: bool = False) -> None:
        self._act(lambda: translating.use_suggestion(self.desk, number))

    def _act(self, act: Callable[[], None]) -> None:
        try:
            act()
            self.desk.focus_text()
        except ReviewerError as error:
            self.desk.warn(str(error))


def _number(event: QKeyEvent) -> int:
    """Return which suggestion a key means; 0 for none."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if modifiers in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier) and event.key() in _DIGITS:
        return event.key() - Qt.Key.Key_0
    return 0


PANEL = PanelKind(Panel.SUGGESTIONS, "Suggestions", SuggestionsPanel, place=0, order=2, shown=False)
