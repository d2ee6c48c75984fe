"""A page that lies over the window: it has all keys while it is there, and goes with Esc."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reviewer.ui.pages.page_host import PageHost

_SCRIM = 70
"""Darkness behind a page, of 255."""


class Overlay(QWidget):
    """Covers the window; its card holds the page."""

    def __init__(self, host: PageHost, title: str, size: tuple[int, int], *, at_top: bool = False) -> None:
        """`size` is that of the card at most, in pixels; with `at_top` the card hangs from the top, without a title."""
        window = host.widget()
        super().__init__(window)
        self.host = host
        self.setAccessibleName(title)
        self._size = size
        self._at_top = at_top
        self._before: QWidget | None = None
        self.card = QFrame(self)
        self.card.setObjectName("card")
        self.card.setAccessibleName(title)
        self.body = QVBoxLayout(self.card)
        self.body.setContentsMargins(20, 14, 20, 16)
        self.body.setSpacing(10)
        if not at_top:
            head = QHBoxLayout()
            label = QLabel(title)
            label.setStyleSheet("font-size: 16px; font-weight: 600;")
            close = QPushButton("Close")
            close.setToolTip("Esc")
            close.setAccessibleName(f"Close {title}")
            close.clicked.connect(self.leave)
            head.addWidget(label, 1)
            head.addWidget(close)
            self.body.addLayout(head)
        window.installEventFilter(self)
        self.hide()

    def come(self, focus: QWidget) -> None:
        """Come into view, the keyboard on `focus`."""
        self._before = QApplication.focusWidget()
        self._place()
        self.show()
        self.raise_()
        focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Go; the keyboard returns to where it was."""
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.host.focus_text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        # No key of the window acts on what lies below.
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.card.geometry().contains(event.position().toPoint()):
            self.leave()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go round inside the page."""
        start = QApplication.focusWidget() or self
        widget: QWidget | None = start
        while widget is not None:
            widget = widget.nextInFocusChain() if forward else widget.previousInFocusChain()
            if widget is None or widget is start:
                break
            tabs = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
            if self.isAncestorOf(widget) and tabs and widget.isVisible() and widget.isEnabled():
                widget.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
                return True
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(0, 0, 0, _SCRIM))

    def _place(self) -> None:
        window = self.host.widget().rect()
        self.setGeometry(window)
        width = min(self._size[0], window.width() - 40)
        height = min(self._size[1], window.height() - 60)
        top = 40 if self._at_top else max(20, (window.height() - height) // 3)
        self.card.setGeometry((window.width() - width) // 2, top, width, height)
