"""A button that shows its key and, beside it, words that may take several lines."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy


class KeyedButton(QPushButton):
    """Something that a key puts into the translation."""

    def __init__(self, key: str, words: QLabel) -> None:
        super().__init__()
        self.setObjectName("fix")
        self.setAutoDefault(True)
        # Not fixed: that would be the height for the width the words would like to have.
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._inside = QHBoxLayout(self)
        self._inside.setContentsMargins(6, 4, 8, 4)
        self._inside.setSpacing(8)
        cap = QLabel(key)
        cap.setObjectName("keyCap")
        if key:
            self._inside.addWidget(cap, 0, Qt.AlignmentFlag.AlignTop)
        self._inside.addWidget(words, 1)
        for inner in (cap, words):
            inner.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        return self._inside.sizeHint()

    def minimumSizeHint(self) -> QSize:
        # The words take as many lines as they need; they never make the panel wider.
        return QSize(0, self._inside.minimumSize().height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._inside.heightForWidth(width)
