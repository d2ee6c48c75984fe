"""The worklist of a session as Qt's table model: no copies, and words for whoever listens to the screen."""

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reviewer.model.segment import Lead, Segment, without_codes
from reviewer.session.session import Session
from reviewer.ui.bitext.row_states import echo_of, heading_of, said_instead
from reviewer.ui.look.state_signs import Standing

Index = QModelIndex | QPersistentModelIndex


class BitextColumn(IntEnum):
    """The columns of the desk."""

    STATE = 0
    SOURCE = 1
    TARGET = 2


_TITLES = {BitextColumn.STATE: "State", BitextColumn.SOURCE: "Source", BitextColumn.TARGET: "Target"}


class BitextModel(QAbstractTableModel):
    """Rows of the worklist; every answer is looked up in the session when asked for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None

    def set_session(self, session: Session | None) -> None:
        """Show the worklist of a session."""
        self.beginResetModel()
        self._session = session
        self.endResetModel()

    def reorder(self) -> None:
        """Rows came, went or moved, or the filter is another."""
        self.beginResetModel()
        self.endResetModel()

    def tell_changed(self, row: int) -> None:
        """Tell whoever watches the model that a row says something else."""
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(BitextColumn) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() or self._session is None else len(self._session.worklist)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(BitextColumn)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        return str(section + 1) if orientation == Qt.Orientation.Vertical else _TITLES[BitextColumn(section)]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        spoken = role == Qt.ItemDataRole.AccessibleTextRole
        if self._session is None or not index.isValid() or not (spoken or role == Qt.ItemDataRole.DisplayRole):
            return None
        segment = self._session.segment(self._session.worklist.id_at(index.row()))
        match index.column():
            case BitextColumn.STATE:
                return ", ".join(self._standing(segment, index.row()))
            case BitextColumn.SOURCE:
                return self._source(segment) if spoken else segment.source
            case _:
                if spoken:
                    standing = self._standing(segment, index.row())
                    return ", ".join([*standing, self._source(segment), self._target(segment)])
                return self._shown_target(segment)

    def _standing(self, segment: Segment, position: int) -> list[str]:
        """Return number, state, findings and what else the gutter shows, in words; before it, which document begins."""
        assert self._session is not None
        heading = heading_of(self._session, position)
        words = [f"document {heading.name}, {heading.place}"] if heading else []
        words += [str(self._session.rows.number(segment.id) + 1), Standing.of(segment).value]
        if segment.id in self._session.drafts:
            words.append("draft")
        words += [f"{finding.severity.value}: {finding.text}" for finding in self._session.findings.of(segment.id)]
        comments = len(self._session.remarks.comments_of(segment.id))
        if comments:
            words.append("1 comment" if comments == 1 else f"{comments} comments")
        if segment.doubtful:
            words.append("pairing uncertain")
        if segment.pinned:
            words.append("pair pinned")
        return words

    def _shown_target(self, segment: Segment) -> str:
        assert self._session is not None
        return self._session.drafts.get(segment.id, segment.target)

    def _source(self, segment: Segment) -> str:
        if segment.source_lead == Lead.HOLE and not segment.source:
            return "nothing in the source"
        assert self._session is not None
        echo = echo_of(self._session, segment)
        said = f"source: {without_codes(segment.source)}"
        return f"{said}, {echo.title.removeprefix('↩ ')}: {echo.text}" if echo else said

    def _target(self, segment: Segment) -> str:
        text = self._shown_target(segment)
        if text:
            return f"target: {without_codes(text)}"
        assert self._session is not None
        if said := said_instead(self._session, segment):
            return f"target: {said}"
        return "nothing in the translation" if segment.target_lead == Lead.HOLE else "target: empty"
