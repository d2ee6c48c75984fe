"""The find and replace bar: every hit listed before anything is replaced."""

from collections.abc import Iterator
from itertools import islice, pairwise
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, QTimer
from PySide6.QtWidgets import QCheckBox, QLabel, QListView

from reviewer.commands.desk import Page
from reviewer.commands.finding import Place, next_place, places, replace_all
from reviewer.commands.wording import counted
from reviewer.model.errors import InputError
from reviewer.session.session import Session
from reviewer.text.search import Query
from reviewer.ui.bars.bar import Bar, button, labelled, line
from reviewer.ui.pages.page_host import PageHost

_PAUSE_MS = 120
_SLICE = 400
"""Hits taken at a time; the rest follow when no key waits."""
_AROUND = 40
"""Characters shown on each side of a hit."""
_ROWS_SHOWN = 7
_Index = QModelIndex | QPersistentModelIndex


class Hits(QAbstractListModel):
    """The places found, each with a tick that says whether it will be replaced."""

    def __init__(self) -> None:
        super().__init__()
        self.places: list[Place] = []
        self.left_out: set[int] = set()
        self.replacing = False
        self._session: Session | None = None

    def begin(self, session: Session | None) -> None:
        """Start over."""
        self.beginResetModel()
        self.places, self.left_out, self._session = [], set(), session
        self.endResetModel()

    def add(self, found: list[Place]) -> None:
        """Add places behind those there are."""
        if found:
            self.beginInsertRows(QModelIndex(), len(self.places), len(self.places) + len(found) - 1)
            self.places += found
            self.endInsertRows()

    @property
    def chosen(self) -> list[Place]:
        """The places that are ticked."""
        return [place for n, place in enumerate(self.places) if n not in self.left_out]

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.places)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsUserCheckable if self.replacing else flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        place, session = self.places[index.row()], self._session
        if session is None or not session.rows.has(place.segment):
            return None
        if role == Qt.ItemDataRole.CheckStateRole and self.replacing:
            return Qt.CheckState.Unchecked if index.row() in self.left_out else Qt.CheckState.Checked
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._said(session, place)
        return None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.left_out ^= {index.row()}
        self.dataChanged.emit(index, index)
        return True

    def _said(self, session: Session, place: Place) -> str:
        segment = session.segment(place.segment)
        text = segment.source if place.source else segment.target
        start, end = place.hit.span
        before, hit, after = _end_of(text[:start]), text[start:end], _beginning_of(text[end:])
        change = f"[{hit} → {place.hit.replacement or '∅'}]" if self.replacing else f"[{hit}]"
        side = "  (source)" if place.source else ""
        return f"¶ {session.rows.number(place.segment) + 1}  {before}{change}{after}{side}".replace("\n", " ")


class FindBar(Bar):
    """Looks for text while it is typed; with Replace, shows what each place would become."""

    def __init__(self, host: PageHost) -> None:
        super().__init__("Find and replace")
        self._host = host
        self._field = line("Find")
        self._put = line("Replace with")
        self._regular = QCheckBox("Rege&x")
        self._regular.setToolTip("A regular expression; \\1 in the replacement stands for its first group")
        self._case = QCheckBox("C&ase")
        self._case.setToolTip("Capital and small letters differ")
        self._words = QCheckBox("&Words")
        self._words.setToolTip("Whole words only")
        self._count = QLabel()
        self._count.setProperty("quiet", True)
        self._previous = button("Previous", "Shift+F3")
        self._next = button("Next", "F3, or Return in the field")
        self.row.addWidget(labelled("&Find", self._field))
        self.row.addWidget(self._field, 1)
        for widget in (self._regular, self._case, self._words, self._previous, self._next, self._count):
            self.row.addWidget(widget)
        second = self.add_row()
        self._put_label = labelled("&Replace with", self._put)
        self._do = button("Replace all ticked", "One act: undo takes it back as a whole", primary=True)
        second.addWidget(self._put_label)
        second.addWidget(self._put, 1)
        second.addWidget(self._do)
        self._hits = Hits()
        self._list = QListView()
        self._list.setModel(self._hits)
        self._list.setUniformItemSizes(True)
        self._list.setFrameShape(QListView.Shape.NoFrame)
        self._list.setAccessibleName("Places found")
        self.rows.addWidget(self._list)
        # What replaces is written next, as in any editor.
        for before, after in pairwise((self._field, self._put, self._regular, self._case, self._words)):
            self.setTabOrder(before, after)
        self._here: Place | None = None
        self._coming: Iterator[Place] | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._more = QTimer(self, interval=0)
        self._connect()

    def _connect(self) -> None:
        self._field.textChanged.connect(lambda _text: self._pause.start())
        self._put.textChanged.connect(lambda _text: self._pause.start())
        for box in (self._regular, self._case, self._words):
            box.toggled.connect(lambda _on: self._search())
        self._pause.timeout.connect(self._search)
        self._more.timeout.connect(self._take_more)
        self._field.returnPressed.connect(lambda: self.find_next(1))
        self._put.returnPressed.connect(self._replace)
        self._next.clicked.connect(lambda: self.find_next(1))
        self._previous.clicked.connect(lambda: self.find_next(-1))
        self._do.clicked.connect(self._replace)
        self._list.activated.connect(self._show_hit)
        self._list.clicked.connect(self._show_hit)
        self.dismissed.connect(self._stop)
        self.dismissed.connect(self._host.focus_text)

    def present(self, page: Page) -> None:
        """Come into view; selected words are what is looked for."""
        caret = self._host.caret
        if caret and caret.selection:
            self._field.setText(caret.selection.of(caret.text))
        self._host.stop_editing()
        self._hits.replacing = page is Page.REPLACE
        for widget in (self._put_label, self._put, self._do):
            widget.setVisible(self._hits.replacing)
        self.show()
        self._field.selectAll()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._search()

    def find_next(self, step: int) -> None:
        """Go to the next (1) or previous (-1) hit."""
        session = self._host.session
        if session is None:
            return
        if not self._field.text():
            self.present(Page.FIND)
            return
        try:
            self._here = next_place(session, self._query, self._here, step)
        except InputError as error:
            self._say(str(error))
            return
        if self._here is None:
            self._say("not found")
            return
        self._host.highlight(self._here.segment, self._here.hit.span, source=self._here.source)
        if self._here in self._hits.places:
            self._list.setCurrentIndex(self._hits.index(self._hits.places.index(self._here), 0))

    @property
    def _query(self) -> Query:
        return Query(self._field.text(), self._regular.isChecked(), self._case.isChecked(), self._words.isChecked())

    def _search(self) -> None:
        session = self._host.session
        self._pause.stop()
        self._here = None
        self._hits.begin(session)
        self._say("")
        if session is None or not self._field.text():
            self._stop()
            self._fit()
            return
        try:
            self._coming = places(session, self._query, self._put.text(), sources=not self._hits.replacing)
        except InputError as error:
            self._coming = None
            self._say(str(error))
            self._fit()
            return
        self._take_more()
        if self._coming is not None:
            self._more.start()

    def _take_more(self) -> None:
        if self._coming is None:
            self._more.stop()
            return
        try:
            found = list(islice(self._coming, _SLICE))
        except InputError as error:
            self._coming = None
            self._say(str(error))
            return
        self._hits.add(found)
        if len(found) < _SLICE:
            self._coming = None
            self._more.stop()
        count = len(self._hits.places)
        self._say(f"{count:,}{'+' if self._coming else ''} found" if count else "not found")
        self._fit()

    def _replace(self) -> None:
        session = self._host.session
        if session is None or not self._hits.replacing:
            return
        if self._pause.isActive():
            self._search()
        while self._coming is not None:
            self._take_more()
        chosen = self._hits.chosen
        if not chosen:
            self._host.tell("No place is ticked." if self._hits.places else "There is nothing to replace.")
            return
        count = replace_all(session, chosen)
        said = f"{counted(len(chosen), 'place')} in {counted(count, 'paragraph')} replaced"
        self._host.tell(f"{said}; undo takes it back." if count == 1 else f"{said}; one undo takes all back.")
        self._search()

    def _show_hit(self, index: QModelIndex) -> None:
        self._here = self._hits.places[index.row()]
        self._host.highlight(self._here.segment, self._here.hit.span, source=self._here.source)

    def _say(self, message: str) -> None:
        self._count.setText(message)

    def _fit(self) -> None:
        count = self._hits.rowCount()
        self._list.setVisible(count > 0)
        if count:
            self._list.setFixedHeight(self._list.sizeHintForRow(0) * min(count, _ROWS_SHOWN) + 2)

    def _stop(self) -> None:
        self._coming = None
        self._more.stop()


def _end_of(text: str) -> str:
    """Return the last words of a text, none of them cut unless it is very long."""
    if len(text) <= _AROUND:
        return text
    shown = text[-_AROUND:]
    cut = shown.find(" ")
    return f"…{shown[cut:] if cut >= 0 else shown}"


def _beginning_of(text: str) -> str:
    """Return the first words of a text, none of them cut unless it is very long."""
    if len(text) <= _AROUND:
        return text
    shown = text[:_AROUND]
    cut = shown.rfind(" ")
    return f"{shown[: cut + 1] if cut >= 0 else shown}…"


def build(host: PageHost) -> FindBar:
    """Make the bar and put it below the text."""
    bar = FindBar(host)
    host.column.addWidget(bar)
    return bar
