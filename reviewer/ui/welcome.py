"""The welcome page: recent work, two files to open, samples, and the five keys that matter."""

from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reviewer.commands.desk import Desk
from reviewer.session.samples import samples
from reviewer.ui.recent import Recent, recent_projects

_KEYS = (
    ("A", "accept the paragraph and go on"),
    ("E", "edit the translation; Esc leaves it, the text is kept"),
    ("N", "go to the next finding"),
    ("1 … 9", "apply a fix"),
    ("Z", "undo anything, also yesterday’s"),
)
_SHOWN = 6


class Welcome(QScrollArea):
    """What is seen while no document is open."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("Welcome")
        self._desk = desk

    def refresh(self) -> None:
        """Show the page as things are now, the keyboard on its first button."""
        page = QWidget()
        outer = QHBoxLayout(page)
        outer.setContentsMargins(40, 40, 40, 40)
        column = QVBoxLayout()
        column.setSpacing(10)
        outer.addStretch(1)
        outer.addLayout(column, 4)
        outer.addStretch(1)
        column.addStretch(1)
        column.addWidget(_heading("Review a translation", 22))
        column.addWidget(
            _quiet("Source and translation side by side; names, quotations and numbers checked across languages.")
        )
        column.addSpacing(14)
        opening = QHBoxLayout()
        first = self._command_button("Open two files…", "Ctrl+O", primary=True)
        first.clicked.connect(self._open_two)
        project = self._command_button("Open a project…", "a .review file")
        project.clicked.connect(lambda: self._desk.ask_path("Open a project", self._desk.open_path))
        opening.addWidget(first)
        opening.addWidget(project)
        opening.addStretch(1)
        column.addLayout(opening)
        column.addSpacing(18)
        sides = QHBoxLayout()
        sides.setSpacing(40)
        left, right = QVBoxLayout(), QVBoxLayout()
        recent = recent_projects()[:_SHOWN]
        if recent:
            left.addWidget(_heading("Recent work", 14))
            for entry in recent:
                left.addWidget(self._recent_button(entry))
            left.addSpacing(14)
        left.addWidget(_heading("Samples", 14))
        for one in samples():
            button = self._entry(
                one.title, f"{one.source_lang.upper()} → {one.target_lang.upper()} · {one.description}"
            )
            button.clicked.connect(partial(self._open_sample, one.name))
            left.addWidget(button)
        left.addStretch(1)
        right.addWidget(_heading("Five keys", 14))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        for row, (key, meaning) in enumerate(_KEYS):
            cap = QLabel(key)
            cap.setObjectName("keyCap")
            cap.setAlignment(Qt.AlignmentFlag.AlignCenter)
            grid.addWidget(cap, row, 0)
            grid.addWidget(QLabel(meaning), row, 1)
        right.addLayout(grid)
        right.addSpacing(8)
        right.addWidget(_quiet("? shows all keys, : finds any command by its name."))
        right.addStretch(1)
        sides.addLayout(left, 3)
        sides.addLayout(right, 2)
        column.addLayout(sides)
        column.addStretch(2)
        self.setWidget(page)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: True, Qt.Key.Key_Up: False}.get(Qt.Key(event.key()))
            if step is not None:
                self.focusNextPrevChild(step)
                return True
        return super().event(event)

    def _open_two(self) -> None:
        self._desk.ask_path(
            "Open the source text",
            lambda source: self._desk.ask_path(
                "Open its translation", lambda target: self._desk.open_path(source, target)
            ),
        )

    def _open_sample(self, name: str, _checked: bool = False) -> None:
        self._desk.open_sample(name)

    def _recent_button(self, entry: Recent) -> QPushButton:
        button = self._entry(entry.title, f"{entry.languages} · {entry.reviewed:,} of {entry.count:,} reviewed")
        button.setToolTip(entry.path)
        button.clicked.connect(lambda _checked=False, path=entry.path: self._desk.open_path(path))
        return button

    def _entry(self, title: str, detail: str) -> QPushButton:
        button = QPushButton()
        button.setFlat(True)
        button.setAutoDefault(True)
        button.setAccessibleName(title)
        button.setAccessibleDescription(detail)
        inside = QVBoxLayout(button)
        inside.setContentsMargins(8, 5, 8, 5)
        inside.setSpacing(1)
        name = QLabel(title)
        quiet = _quiet(detail)
        quiet.setWordWrap(False)
        for label in (name, quiet):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            inside.addWidget(label)
        button.setMinimumHeight(inside.sizeHint().height())
        return button

    def _command_button(self, text: str, hint: str, *, primary: bool = False) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(True)
        button.setToolTip(hint)
        button.setMinimumHeight(32)
        if primary:
            button.setProperty("role", "primary")
        return button


def _heading(text: str, size: int) -> QLabel:
    label = QLabel(text)
    label.setStyleSheet(f"font-size: {size}px; font-weight: 600;")
    return label


def _quiet(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("quiet", True)
    label.setWordWrap(True)
    return label
