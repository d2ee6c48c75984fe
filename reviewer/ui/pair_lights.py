"""Lights names and numbers of the current paragraph in pairs, while a key is held or until told otherwise."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer

from reviewer.model.changed import Aspect, Changed
from reviewer.model.fact import Fact
from reviewer.ui.bitext.rows.pair_marks import pair_marks
from reviewer.ui.bitext.view import BitextView
from reviewer.ui.review import Review

_TYPING_MS = 150
"""A pause in typing after which the numbers follow the text."""


class PairLights(QObject):
    """Asks what the paragraph tells and lets the view show it."""

    def __init__(self, view: BitextView, review: Review, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self._review = review
        self._held = self._kept = False
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._typing.timeout.connect(self.refresh)
        view.typed.connect(lambda _id, _text: self._later())
        view.editing_changed.connect(lambda _editing: self._later())

    @property
    def lit(self) -> bool:
        """Whether pairs show."""
        return self._held or self._kept

    def hold(self, held: bool) -> None:
        """Light pairs while a key is held."""
        self._held = held
        self.refresh()

    def keep(self, kept: bool | None = None) -> None:
        """Light pairs until further notice, or no longer; None toggles."""
        self._kept = not self._kept if kept is None else kept
        self.refresh()

    def handle(self, changed: Changed) -> None:
        """Something changed in the session."""
        if self.lit and changed.aspects & (Aspect.CURRENT | Aspect.TEXT | Aspect.FACTS | Aspect.FILTER):
            self._later()

    def refresh(self) -> None:
        """Show what the paragraph tells now."""
        self._view.light_pairs(pair_marks(self._told()) if self.lit else ())

    def _later(self) -> None:
        if self.lit:
            self._typing.start()

    def _told(self) -> list[tuple[Fact, bool]]:
        session = self._review.session
        if session is None or not session.current:
            return []
        id, caret = session.current, self._view.caret
        if caret is None and id not in session.stale:
            facts: Sequence[Fact] = session.facts.of(id)
        else:
            facts = self._review.checker.facts(id, None if caret is None else caret.text)
        return [(fact, session.facts.is_odd(fact)) for fact in facts]
