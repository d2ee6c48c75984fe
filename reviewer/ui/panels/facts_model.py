"""The facts of a document as a tree: what is told, and below it where; filled only as far as it is looked at."""

import time
from enum import Enum
from itertools import islice
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reviewer.model.fact import FactKind
from reviewer.session.facts import FactBook, FactRow, Place
from reviewer.session.session import Session

BELOW_ROLE = Qt.ItemDataRole.UserRole
"""Role of the second line: pieces of text, each with whether it is odd."""
ASIDE_ROLE = Qt.ItemDataRole.UserRole + 1
"""Role of what stands at the end of the first line."""
ODD_ROLE = Qt.ItemDataRole.UserRole + 2
"""Role of whether a row is to be marked."""

NOTHING = "nothing"
"""What is said where no rendering stands."""
ODD_SIGN = "≠"
_SLICE_S = 0.006
_PAGE = 100
"""Rows filled in at a time."""
_MOST_PLACES = 500
"""Places shown of one thing; of what is told more often than anybody walks along, the first."""
_SHOWN_RENDERINGS = 6
_BEFORE, _BEHIND = 18, 60
"""Characters shown before a rendering and behind it."""
_Index = QModelIndex | QPersistentModelIndex


class Shown(Enum):
    """Which facts are shown: a title, and the kinds there are in it."""

    ALL = "Everything", tuple(FactKind)
    ODD = "Odd renderings", tuple(FactKind)
    NAMES = "Names", (FactKind.PERSON, FactKind.NAME, FactKind.ORGANISATION)
    PLACES = "Places", (FactKind.PLACE,)
    NUMBERS = "Numbers", (FactKind.NUMBER,)
    DATES = "Dates and times", (FactKind.DATE, FactKind.TIME)
    QUOTATIONS = "Quotations", (FactKind.QUOTATION,)
    TERMS = "Terms", (FactKind.TERM,)

    def __init__(self, title: str, kinds: tuple[FactKind, ...]) -> None:
        self.title = title
        self.kinds = kinds

    def fits(self, row: FactRow) -> bool:
        """Say whether it shows a thing."""
        return row.kind in self.kinds and (self is not Shown.ODD or bool(row.odd))


class FactsModel(QAbstractItemModel):
    """Rows are keys of the session's `FactBook`, those below them the places where the thing is told."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._filled_from: FactBook | None = None
        """What `order` the filling goes along."""
        self._keys: list[str] = []
        self._at: dict[str, int] = {}
        self._numbers: dict[int, str] = {}
        """What the rows below a key know it by: a key's row may change."""
        self._number_of: dict[str, int] = {}
        self._places: dict[str, list[Place]] = {}
        """Places of the keys that were looked into."""
        self._next = 0
        """Where in the book's order to go on."""
        self.shown = Shown.ALL
        self.text = ""

    # Filling

    def set_session(self, session: Session | None) -> None:
        """Show another session's facts."""
        self._session = session
        self._begin()

    def narrow(self, shown: Shown, text: str) -> None:
        """Show only some facts: of some kinds, and with a text in their name or renderings."""
        self.shown, self.text = shown, text.casefold()
        self._begin()

    def _begin(self) -> None:
        self.beginResetModel()
        self._filled_from = self._book
        self._keys, self._at, self._places = [], {}, {}
        self._numbers, self._number_of = {}, {}
        self._next = 0
        self.endResetModel()

    @property
    def complete(self) -> bool:
        """Whether nothing is left to fill in."""
        return self._book is None or self._next >= len(self._book.order)

    def fill(self) -> None:
        """Go on through the document for a moment, until a page is full."""
        book = self._book
        found: list[str] = []
        end = time.perf_counter() + _SLICE_S
        while book is not None and not self.complete and len(found) < _PAGE and time.perf_counter() < end:
            key = book.order[self._next]
            self._next += 1
            if key not in self._at and self._fits(book, key):
                found.append(key)
        if found:
            first = len(self._keys)
            self.beginInsertRows(QModelIndex(), first, first + len(found) - 1)
            for key in found:
                self._at[key] = len(self._keys)
                self._keys.append(key)
            self.endInsertRows()

    def follow(self) -> None:
        """Bring what is shown up to date."""
        book = self._book
        if book is None:
            return
        if book is not self._filled_from:
            # The editor went to another document.
            self._begin()
            return
        # A thing that is odd only since a change stands before where filling has come to.
        if self.shown is Shown.ODD:
            for key in sorted(key for key in book.odd if key not in self._at and self._fits(book, key)):
                self._insert(key)
        # What kind of thing it is does not change.
        may_change = self.shown is Shown.ODD or self.text
        for key in [key for key in self._keys if key not in book or (may_change and not self._fits(book, key))]:
            self._remove(key)
        for key in list(self._places):
            self._replace_places(key)
        if self._keys:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._keys) - 1, 0))

    def _fits(self, book: FactBook, key: str) -> bool:
        if self.shown is Shown.ALL and not self.text:
            return key in book
        if self.shown is Shown.ODD and key not in book.odd:
            return False
        row = book.row(key)
        if row is None or not self.shown.fits(row):
            return False
        return self.text in row.name.casefold() or any(self.text in r.text.casefold() for r in row.renderings)

    def _insert(self, key: str) -> None:
        self.beginInsertRows(QModelIndex(), len(self._keys), len(self._keys))
        self._at[key] = len(self._keys)
        self._keys.append(key)
        self.endInsertRows()

    def _remove(self, key: str) -> None:
        at = self._at[key]
        self.beginRemoveRows(QModelIndex(), at, at)
        del self._keys[at]
        self._places.pop(key, None)
        self._at = {key: n for n, key in enumerate(self._keys)}
        self.endRemoveRows()

    def _replace_places(self, key: str) -> None:
        assert self._book is not None
        before, after = self._places[key], list(islice(self._book.places(key), _MOST_PLACES))
        parent = self.index(self._at[key], 0)
        if len(after) < len(before):
            self.beginRemoveRows(parent, len(after), len(before) - 1)
            self._places[key] = after
            self.endRemoveRows()
        elif len(after) > len(before):
            self.beginInsertRows(parent, len(before), len(after) - 1)
            self._places[key] = after
            self.endInsertRows()
        self._places[key] = after
        if after:
            self.dataChanged.emit(self.index(0, 0, parent), self.index(len(after) - 1, 0, parent))

    @property
    def _book(self) -> FactBook | None:
        return self._session.facts if self._session else None

    # What the rows are

    def key(self, index: _Index) -> str:
        """Return the key of what a row is about."""
        return self._numbers[index.internalId()] if index.internalId() else self._keys[index.row()]

    def place(self, index: _Index) -> Place | None:
        """Return the place a row stands for; None for that of the thing itself."""
        return self._places[self.key(index)][index.row()] if index.internalId() else None

    def index_of(self, key: str) -> QModelIndex:
        """Return the row of a thing; an invalid index where it is not shown."""
        return self.index(self._at[key], 0) if key in self._at else QModelIndex()

    # Qt's

    def index(self, row: int, column: int, parent: _Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        if not parent.isValid():
            return self.createIndex(row, column, 0) if 0 <= row < len(self._keys) else QModelIndex()
        key = self._keys[parent.row()]
        number = self._number_of.setdefault(key, len(self._number_of) + 1)
        self._numbers[number] = key
        return self.createIndex(row, column, number) if row < len(self._places.get(key, ())) else QModelIndex()

    def parent(self, index: _Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        if not index.isValid() or not index.internalId():
            return QModelIndex()
        return self.index_of(self._numbers[index.internalId()])

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        if not parent.isValid():
            return len(self._keys)
        return 0 if parent.internalId() else len(self._places.get(self._keys[parent.row()], ()))

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 1

    def hasChildren(self, parent: _Index = QModelIndex()) -> bool:  # noqa: B008
        return not parent.internalId() if parent.isValid() else bool(self._keys)

    def canFetchMore(self, parent: _Index) -> bool:
        if parent.isValid():
            return not parent.internalId() and self._keys[parent.row()] not in self._places
        return not self.complete

    def fetchMore(self, parent: _Index) -> None:
        if not parent.isValid():
            self.fill()
        elif self._book is not None:
            key = self._keys[parent.row()]
            places = list(islice(self._book.places(key), _MOST_PLACES))
            self.beginInsertRows(parent, 0, len(places) - 1)
            self._places[key] = places
            self.endInsertRows()

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        session = self._session
        if session is None or not index.isValid():
            return None
        place = self.place(index)
        if place is not None:
            return _of_place(session, place, role)
        row = session.facts.row(self.key(index))
        return _of_row(row, role) if row else None


def isolated(text: str) -> str:
    """Return a text so that its direction does not turn what stands beside it (Unicode isolates)."""
    return f"\u2068{text}\u2069"


def _of_row(row: FactRow, role: int) -> Any:
    match role:
        case Qt.ItemDataRole.DisplayRole:
            return row.name
        case Qt.ItemDataRole.ToolTipRole if row.kind is FactKind.QUOTATION:
            return row.name
        case _ if role == ASIDE_ROLE:
            return f"{row.kind.value} · {row.times} ×"
        case _ if role == ODD_ROLE:
            return bool(row.odd)
        case _ if role == BELOW_ROLE:
            return [
                (f"{'✓ ' if r.accepted else ''}{isolated(r.text or NOTHING)} {r.times} ×", r.odd)
                for r in row.renderings[:_SHOWN_RENDERINGS]
            ]
        case Qt.ItemDataRole.AccessibleTextRole:
            said = (
                f"{r.text or NOTHING} {_times(r.times)}{', odd' if r.odd else ''}{', accepted' if r.accepted else ''}"
                for r in row.renderings
            )
            return f"{row.name}, {row.kind.value}, {_times(row.times)}: {'; '.join(said)}"
    return None


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count:,} times")


def _of_place(session: Session, place: Place, role: int) -> Any:
    fact, number = place.fact, session.rows.number(place.segment) + 1 if session.rows.has(place.segment) else 0
    match role:
        case Qt.ItemDataRole.DisplayRole:
            return fact.rendering or NOTHING
        case _ if role == ASIDE_ROLE:
            return f"¶ {number}"
        case _ if role == ODD_ROLE:
            return place.odd
        case _ if role == BELOW_ROLE:
            return [(isolated(_around(session, place)), False)]
        case Qt.ItemDataRole.AccessibleTextRole:
            odd = ", odd" if place.odd else ""
            return f"Paragraph {number}: {fact.rendering or NOTHING}{odd}. {_around(session, place)}"
    return None


def _around(session: Session, place: Place) -> str:
    """Return the words about a place: of the translation, or of the source where nothing stands there."""
    if not session.rows.has(place.segment):
        return ""
    segment, fact = session.segment(place.segment), place.fact
    text, (start, end) = (segment.target, fact.target_span) if fact.target_span else (segment.source, fact.source_span)
    before, behind = text[:start], text[end : end + _BEHIND]
    if start > _BEFORE:
        before = f"…{before[-_BEFORE:].partition(' ')[2]}"
    return f"{before}{text[start:end]}{behind}".replace("\n", " ")
