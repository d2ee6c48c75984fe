"""The welcome page: recent work, two files to open, samples, and the five keys that matter."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reviewer.commands.desk import Desk
from reviewer.session.opening.recent import Recent, recent_projects
from reviewer.session.opening.samples import samples

_KEYS = (
    ("A", "accept the paragraph, go on"),
    ("E", "edit it; Esc leaves, the text is kept"),
    ("N", "go to the next finding"),
    ("1 … 9", "apply a fix"),
    ("Z", "undo anything, also yesterday’s"),
)
_SHOWN = 5
_WIDTH = 980


class Welcome(QScrollArea):
    """What is seen while no document is open."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("welcome")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("Welcome")
        self._desk = desk

    def showEvent(self, event: QShowEvent) -> None:
        self._refresh()
        super().showEvent(event)

    def _refresh(self) -> None:
        """Show the page as things are now, the keyboard on its first button."""
        page = QWidget()
        outer = QHBoxLayout(page)
        outer.setContentsMargins(40, 36, 40, 36)
        middle = QWidget()
        middle.setMaximumWidth(_WIDTH)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        outer.addStretch(1)
        outer.addWidget(middle, 100)
        outer.addStretch(1)
        column.addStretch(1)
        column.addWidget(_heading("Review a translation", 22))
        column.addWidget(
            _quiet(
                "Source and translation side by side; names, quotations and numbers checked across languages. "
                "Files and folders can be dropped here, too.",
                wrapped=True,
            )
        )
        column.addSpacing(10)
        two = self._button("Open two files…", "A source text, then its translation", self._open_two, primary=True)
        project = self._button("Open a project…", "A .review file", self._open_project)
        opening = QHBoxLayout()
        folder = self._button("Open a folder…", "All texts in it with their translations", self._open_folder)
        source = self._button("Open a source…", "A text without a translation: engines can fill it", self._open_source)
        opening.addWidget(two)
        opening.addWidget(folder)
        opening.addWidget(project)
        opening.addWidget(source)
        opening.addStretch(1)
        column.addLayout(opening)
        column.addSpacing(14)
        sides = QHBoxLayout()
        sides.setSpacing(48)
        sides.addLayout(self._work(), 3)
        sides.addLayout(_keys(), 2)
        column.addLayout(sides)
        column.addStretch(2)
        self.setWidget(page)
        two.setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            forward = {Qt.Key.Key_Down: True, Qt.Key.Key_Up: False}.get(Qt.Key(event.key()))
            if forward is not None:
                return self.focusNextPrevChild(forward)
        return super().event(event)

    def _work(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(2)
        recent = recent_projects()[:_SHOWN]
        if recent:
            column.addWidget(_heading("Recent work", 14))
            for entry in recent:
                column.addWidget(self._recent(entry))
            column.addSpacing(14)
        column.addWidget(_heading("Samples", 14))
        for one in samples():
            languages = f"{one.source_lang.upper()} → {one.target_lang.upper()}"
            column.addWidget(_Entry(one.title, languages, one.description, partial(self._desk.open_sample, one.name)))
        column.addStretch(1)
        return column

    def _recent(self, entry: Recent) -> QPushButton:
        progress = f"{entry.reviewed:,} of {entry.count:,} paragraphs reviewed"
        button = _Entry(entry.title, entry.languages, progress, lambda: self._desk.open_path(entry.path))
        button.setToolTip(entry.path)
        return button

    def _open_project(self) -> None:
        self._desk.ask_path("Open a project", self._desk.open_path)

    def _open_folder(self) -> None:
        self._desk.ask_path("Open a folder", self._desk.open_path, folder=True)

    def _open_source(self) -> None:
        self._desk.ask_path("Open a source without a translation", lambda path: self._desk.open_path(path))

    def _open_two(self) -> None:
        self._desk.ask_path(
            "Open the source text",
            lambda source: self._desk.ask_path(
                "Open its translation", lambda target: self._desk.open_path(source, target)
            ),
        )

    def _button(self, text: str, hint: str, act: Callable[[], None], *, primary: bool = False) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(True)
        button.setToolTip(hint)
        button.setMinimumHeight(32)
        button.clicked.connect(lambda _checked=False: act())
        if primary:
            button.setProperty("role", "primary")
        return button


class _Entry(QPushButton):
    """Something to open: its name and languages, and a line about it."""

    def __init__(self, title: str, languages: str, detail: str, act: Callable[[], None]) -> None:
        super().__init__()
        self.setFlat(True)
        self.setAutoDefault(True)
        self.setAccessibleName(f"{title}, {languages}")
        self.setAccessibleDescription(detail)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._inside = QGridLayout(self)
        self._inside.setContentsMargins(10, 6, 10, 6)
        self._inside.setHorizontalSpacing(8)
        self._inside.setVerticalSpacing(1)
        name = QLabel(title)
        name.setStyleSheet("font-weight: 600;")
        self._inside.addWidget(name, 0, 0)
        self._inside.addWidget(_quiet(languages), 0, 1)
        self._inside.setColumnStretch(2, 1)
        self._inside.addWidget(_quiet(detail, wrapped=True), 1, 0, 1, 3)
        for label in self.findChildren(QLabel):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.clicked.connect(lambda _checked=False: act())

    def sizeHint(self) -> QSize:
        return self._inside.sizeHint()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._inside.heightForWidth(width)


def _keys() -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(10)
    column.addWidget(_heading("Five keys", 14))
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(8)
    for row, (key, meaning) in enumerate(_KEYS):
        cap = QLabel(key)
        cap.setObjectName("keyCap")
        cap.setAlignment(Qt.AlignmentFlag.AlignCenter)
        grid.addWidget(cap, row, 0)
        grid.addWidget(QLabel(meaning), row, 1)
    grid.setColumnStretch(1, 1)
    column.addLayout(grid)
    column.addWidget(_quiet("? shows all keys, : finds any command by its name.", wrapped=True))
    column.addStretch(1)
    return column


def _heading(text: str, size: int) -> QLabel:
    label = QLabel(text)
    label.setStyleSheet(f"font-size: {size}px; font-weight: 600;")
    label.setContentsMargins(0, 0, 0, 4)
    return label


def _quiet(text: str, *, wrapped: bool = False) -> QLabel:
    label = QLabel(text)
    label.setProperty("quiet", True)
    label.setWordWrap(wrapped)
    return label
