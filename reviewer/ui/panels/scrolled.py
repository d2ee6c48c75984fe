"""A panel that is one page to scroll, written anew whenever what it tells has changed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from reviewer.commands.desk import Desk
from reviewer.ui.look.theme import Theme
from reviewer.ui.panels.panel import PanelWidget

_PAGE = 6_000
"""Characters that a panel shows of one text: a label that is longer takes long to be set."""


class ScrolledPanel(PanelWidget):
    """A subclass names itself and its page for screen readers, and writes the page in `write`."""

    name = ""
    page_name = ""
    spacing = 4
    """Pixels between one row of the page and the next."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(desk, theme)
        self.setAccessibleName(self.name)
        self.column.setContentsMargins(0, 0, 0, 0)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName(self.page_name)
        self.column.addWidget(self._area, 1)

    def write(self, rows: QVBoxLayout) -> None:
        """Write the page for the session as it is."""
        raise NotImplementedError

    def take_focus(self) -> None:
        page = self._area.widget()
        first = page.findChild(QPushButton) if page else None
        (first or self._area).setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        page = QWidget()
        rows = QVBoxLayout(page)
        rows.setContentsMargins(14, 8, 14, 12)
        rows.setSpacing(self.spacing)
        before, focused = self._area.widget(), self.window().focusWidget()
        had_keyboard = before is not None and focused is not None and before.isAncestorOf(focused)
        self.write(rows)
        rows.addStretch(1)
        self._area.setWidget(page)
        if had_keyboard:
            # What had it is gone.
            self.take_focus()


def words(text: str, *, quiet: bool = False, strong: bool = False) -> QLabel:
    """Return a text as it is, set over several lines where it is long; of more than a page, the beginning."""
    label = QLabel(text if len(text) <= _PAGE else f"{text[:_PAGE]}…")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("quiet", quiet)
    if strong:
        label.setStyleSheet("font-weight: 600;")
    return label
