"""The bar that stays until its sentence has been seen."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel

from reviewer.ui.bars.bar import Bar, button

Way = tuple[str, Callable[[], None]]
"""What a button says and does."""


class NoticeBar(Bar):
    """Shows what went wrong, and ways out. It takes the keyboard from the text only when asked to."""

    def __init__(self) -> None:
        super().__init__("Notice")
        self.setProperty("urgent", True)
        self._label = QLabel()
        self._label.setWordWrap(True)
        self.row.addWidget(self._label, 1)
        self._ways = QHBoxLayout()
        self.row.addLayout(self._ways)
        self._close = button("Seen", "Take this notice away (Esc while it has the keyboard)")
        self._close.clicked.connect(self.dismiss)
        self.row.addWidget(self._close)
        self.cause: object = None
        """What the notice is about, so that whoever showed it can take it away."""

    @property
    def text(self) -> str:
        """What it says."""
        return self._label.text()

    def take_focus(self) -> None:
        """Put the keyboard on the first way out."""
        first = self._ways.itemAt(0)
        ((first.widget() if first else None) or self._close).setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(self, message: str, ways: Sequence[Way] = (), cause: object = None) -> None:
        """Show a sentence with ways out of the trouble it tells of."""
        self.cause = cause
        while (item := self._ways.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for title, act in ways:
            way = button(title)
            way.clicked.connect(lambda _checked=False, act=act: act())
            self._ways.addWidget(way)
            # In a bar that is seen already it would be seen only later, and could take no keyboard before.
            way.show()
        self._label.setText(message)
        self.setAccessibleDescription(message)
        self.show()
