"""A label of the window's own lines: with a name for the style sheet and words for screen readers."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel


def named_label(name: str, described: str) -> QLabel:
    """Return a label that shows its text as it is."""
    label = QLabel()
    label.setObjectName(name)
    label.setAccessibleDescription(described)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
