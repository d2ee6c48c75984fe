"""What a bar is: a strip below the text that comes when asked for and goes with Esc."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget
from shiboken6 import isValid

_OWN_KEYS = (
    Qt.Key.Key_Escape,
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
)


class Bar(QFrame):
    """A strip with a row of controls, and room for more rows below.

    Signals:
        dismissed: the bar went; the text takes the keyboard back.
    """

    dismissed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self.setAccessibleName(name)
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(12, 6, 12, 6)
        self.rows.setSpacing(6)
        self.row = self.add_row()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._before: QWidget | None = None
        """What had the keyboard when the bar came."""
        self.hide()

    def add_row(self) -> QHBoxLayout:
        """Add a row of controls below those there are."""
        row = QHBoxLayout()
        row.setSpacing(8)
        self.rows.addLayout(row)
        return row

    def give_back(self) -> None:
        """Go away, and give the keyboard back to where it was when the bar came."""
        self.dismiss()
        if self._before is not None and isValid(self._before) and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self._before = self.window().focusWidget()

    def dismiss(self) -> None:
        """Go away; the text takes the keyboard."""
        if self.isVisible():
            self.hide()
            self.dismissed.emit()

    def event(self, event: QEvent) -> bool:
        # Keys that mean something in a bar do not reach the window's actions.
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in _OWN_KEYS
            and not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.give_back()
        else:
            super().keyPressEvent(event)


def labelled(text: str, buddy: QWidget) -> QLabel:
    """Return a label that names a control, for eyes and for screen readers."""
    label = QLabel(text)
    label.setBuddy(buddy)
    buddy.setAccessibleName(text.replace("&", "").rstrip(":"))
    return label


def line(name: str, placeholder: str = "") -> QLineEdit:
    """Return a named field for one line of text."""
    field = QLineEdit()
    field.setAccessibleName(name)
    field.setPlaceholderText(placeholder)
    return field


def button(text: str, description: str = "", *, primary: bool = False) -> QPushButton:
    """Return a button that Return presses while it has the keyboard."""
    made = QPushButton(text)
    made.setAutoDefault(True)
    made.setToolTip(description)
    made.setAccessibleDescription(description)
    if primary:
        made.setProperty("role", "primary")
    return made
