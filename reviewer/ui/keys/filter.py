"""Keys that Qt would lose: chords the text editor claims, and letters of layouts without Latin ones."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from reviewer.commands.keymap import normal
from reviewer.model.errors import InputError
from reviewer.ui.actions import Actions
from reviewer.ui.keys.positions import by_place

_MODIFIERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_KEYS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease)
_HELD_MS = 250
"""A chord is typed faster than this."""


class KeyFilter(QObject):
    """Watches whatever has the keyboard inside the window.

    A text field answers `ShortcutOverride` for every chord it has a use for, and the chord then never
    reaches its action: inside the article, a chord of the keymap goes before those. A key that nothing
    is bound to is looked up once more by its place on the keyboard.

    Signals:
        held: Ctrl is held down by itself inside the article, or no longer.
    """

    held = Signal(bool)

    def __init__(self, window: QWidget, article: QWidget, actions: Actions) -> None:
        super().__init__(window)
        self._window = window
        self._article = article
        self._actions = actions
        self._watched: QObject | None = None
        self.editing = False
        """Whether letters are text now."""
        self._holding = QTimer(self, singleShot=True, interval=_HELD_MS)
        self._holding.timeout.connect(lambda: self._hold(True))
        self._is_held = False
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = None
        self._hold(False)
        if new is not None and (new is self._window or self._window.isAncestorOf(new)):
            new.installEventFilter(self)
            self._watched = new

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _KEYS and isinstance(event, QKeyEvent):
            self._follow_held(event)
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if self._is_ours(event):
                # Unanswered, the chord goes on to its action.
                event.ignore()
                return True
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._run_by_place(event):
            return True
        return super().eventFilter(watched, event)

    def _follow_held(self, event: QKeyEvent) -> None:
        """Tell when Ctrl alone has been held for a moment: as part of a chord it goes sooner."""
        alone = event.key() == Qt.Key.Key_Control and event.type() != QEvent.Type.KeyRelease
        if not alone:
            self._hold(False)
        elif not event.isAutoRepeat() and not self._is_held and self._in_article():
            self._holding.start()

    def _hold(self, held: bool) -> None:
        self._holding.stop()
        if held != self._is_held:
            self._is_held = held
            self.held.emit(held)

    def _is_ours(self, event: QKeyEvent) -> bool:
        if not self._in_article() or not (event.modifiers() & _MODIFIERS):
            return False
        return self._actions.bound(_spelt(QKeySequence(event.keyCombination())), reading=False) is not None

    def _run_by_place(self, event: QKeyEvent) -> bool:
        if not event.modifiers() & _MODIFIERS and (self.editing or not self._in_article()):
            return False
        combination = by_place(event)
        if combination is None:
            return False
        reading = self._in_article() and not self.editing
        command = self._actions.bound(_spelt(QKeySequence(combination)), reading=reading)
        if command is None:
            return False
        self._actions.run(command)
        return True

    def _in_article(self) -> bool:
        return self._article is self._watched or (
            isinstance(self._watched, QWidget) and self._article.isAncestorOf(self._watched)
        )


def _spelt(sequence: QKeySequence) -> str:
    """Return a key as the keymap spells it; empty where it has no spelling."""
    try:
        return normal(sequence.toString(QKeySequence.SequenceFormat.PortableText))
    except InputError:
        return ""
