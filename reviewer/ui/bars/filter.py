"""The filter bar: show only paragraphs of a state, a check, an author or a text."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QComboBox, QLabel

from reviewer.checks.check import all_checks
from reviewer.commands.desk import Page
from reviewer.model.segment import State
from reviewer.session.worklist import Filter
from reviewer.ui.bars.bar import Bar, button, labelled, line
from reviewer.ui.pages.page_host import PageHost

_PAUSE_MS = 150
_TEXT = 24
"""Characters shown of a text that is looked for."""
_OPEN = frozenset({State.INITIAL, State.TRANSLATED, State.NEEDS_WORK})
_STATES: tuple[tuple[str, Filter], ...] = (
    ("any state", Filter()),
    ("still open", Filter(states=_OPEN)),
    ("unreviewed", Filter(states=frozenset({State.INITIAL, State.TRANSLATED}))),
    ("needs work", Filter(states=frozenset({State.NEEDS_WORK}))),
    ("accepted", Filter(states=frozenset({State.REVIEWED}))),
    ("signed off", Filter(states=frozenset({State.FINAL}))),
    ("corrected", Filter(corrected=True)),
    ("as delivered", Filter(corrected=False)),
)


class FilterBar(Bar):
    """Narrows the paragraphs down while one chooses; Esc leaves the filter on, “Show all” takes it away."""

    def __init__(self, host: PageHost) -> None:
        super().__init__("Filter")
        self._host = host
        self._text = line("Text", "in either text")
        self._state = _combo("State")
        for title, _ in _STATES:
            self._state.addItem(title)
        self._check = _combo("Findings")
        self._author = _combo("Author")
        self._count = QLabel()
        self._count.setProperty("quiet", True)
        self._all = button("Show all", "Take the filter away (Shift+F)")
        self.row.addWidget(labelled("&Text", self._text))
        self.row.addWidget(self._text, 1)
        for title, combo in (("&State", self._state), ("Fin&dings", self._check), ("&Author", self._author)):
            self.row.addWidget(labelled(title, combo))
            self.row.addWidget(combo)
        self.row.addWidget(self._count)
        self.row.addWidget(self._all)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._apply)
        self._text.textChanged.connect(lambda _text: self._pause.start())
        self._text.returnPressed.connect(self._done)
        for combo in (self._state, self._check, self._author):
            combo.activated.connect(lambda _index: self._apply())
        self._all.clicked.connect(self._show_all)
        self.dismissed.connect(host.focus_text)

    def present(self, page: Page) -> None:
        """Come into view with the filter that is on."""
        session = self._host.session
        assert session is not None
        self._host.stop_editing()
        wanted = session.filter
        self._text.setText(wanted.text)
        self._pause.stop()
        self._fill(wanted)
        self._say()
        self.show()
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)
        self._text.selectAll()

    def _fill(self, wanted: Filter) -> None:
        session = self._host.session
        assert session is not None
        self._state.setCurrentIndex(_state_of(wanted))
        self._check.clear()
        self._check.addItem("any or none", "")
        self._check.addItem("with findings", "*")
        found = session.findings.by_check()
        for check in sorted(all_checks(), key=lambda check: check.title):
            if found[check.id] or check.id == wanted.check:
                self._check.addItem(f"{check.title} ({found[check.id]:,})", check.id)
        self._check.setCurrentIndex(max(0, self._check.findData(wanted.check)))
        self._author.clear()
        self._author.addItem("anybody", "")
        for author in sorted(session.touched()):
            self._author.addItem(author or "unnamed", author)
        self._author.setCurrentIndex(max(0, self._author.findData(wanted.author)))

    def _apply(self) -> None:
        session = self._host.session
        if session is None:
            return
        self._pause.stop()
        state = _STATES[self._state.currentIndex()][1]
        wanted = Filter(
            state.states,
            state.corrected,
            self._check.currentData(),
            self._author.currentData(),
            self._text.text(),
            session.filter.document,
        )
        if wanted != session.filter:
            session.set_filter(wanted)
        self._say()

    def _say(self) -> None:
        session = self._host.session
        if session is not None:
            self._count.setText(f"{len(session.worklist):,} of {len(session.rows):,}")

    def _done(self) -> None:
        self._apply()
        self.dismiss()

    def _show_all(self) -> None:
        session = self._host.session
        if session is not None:
            session.set_filter(Filter())
        self.dismiss()


def said(wanted: Filter) -> str:
    """Say what a filter lets through, in the words it was chosen by."""
    parts = ["this document only"] if wanted.document is not None else []
    if state := _state_of(wanted):
        parts.append(_STATES[state][0])
    if wanted.check:
        titles = {check.id: check.title for check in all_checks()}
        parts.append("with findings" if wanted.check == "*" else titles.get(wanted.check, wanted.check))
    if wanted.author:
        parts.append(wanted.author)
    if wanted.text:
        text = wanted.text if len(wanted.text) <= _TEXT else wanted.text[: _TEXT - 1] + "…"
        parts.append(f"“{text}”")
    return ", ".join(parts)


def _state_of(wanted: Filter) -> int:
    """Return which of `_STATES` a filter asks for."""
    return next(
        (n for n, (_, f) in enumerate(_STATES) if (f.states, f.corrected) == (wanted.states, wanted.corrected)), 0
    )


def _combo(name: str) -> QComboBox:
    combo = QComboBox()
    combo.setAccessibleName(name)
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(12)
    return combo


def build(host: PageHost) -> FilterBar:
    """Make the bar and put it below the text."""
    bar = FilterBar(host)
    host.column.addWidget(bar)
    return bar
