"""All open findings as a list, worst first, kept in order one paragraph at a time."""

from bisect import bisect_left, insort
from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from reviewer.model.finding import Finding, Severity
from reviewer.session.session import Session
from reviewer.ui.finding_words import apart, category_title, severity_icon
from reviewer.ui.look.theme import Theme
from reviewer.ui.panels.finding_rows import WHERE_ROLE

_Key = tuple[int, int, int]
"""Severity (worst first), place in the document, place in the paragraph."""

_AT_ONCE = 16
"""From so many paragraphs on, telling the list of each row costs more than showing it anew."""

_Index = QModelIndex | QPersistentModelIndex


class FindingsModel(QAbstractListModel):
    """The findings a severity and a check let through."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._session: Session | None = None
        self._theme = theme
        self._keys: list[_Key] = []
        self._found: dict[_Key, Finding] = {}
        self._of: dict[str, list[_Key]] = {}
        self._icons: dict[Severity, Any] = {}
        self.least = Severity.NEUTRAL
        """The mildest severity shown."""
        self.check = ""
        """The only check shown; empty for all."""

    def set_session(self, session: Session | None) -> None:
        """Show another session's findings."""
        self._session = session
        self.sort_anew()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours."""
        self._theme = theme
        self._icons.clear()

    def narrow(self, least: Severity, check: str) -> None:
        """Show only findings at least so severe, of this check (empty: of any)."""
        self.least, self.check = least, check
        self.sort_anew()

    def sort_anew(self) -> None:
        """Take everything from the session again."""
        self.beginResetModel()
        self._keys, self._found, self._of = [], {}, {}
        if self._session is not None:
            for id in self._session.findings.segments():
                for key, finding in self._wanted(id):
                    self._keys.append(key)
                    self._found[key] = finding
                    self._of.setdefault(id, []).append(key)
            self._keys.sort()
        self.endResetModel()

    def follow(self, segments: Iterable[str]) -> None:
        """Bring the findings of some segments up to date."""
        segments = tuple(segments)
        if len(segments) > _AT_ONCE:
            self._replace_at_once(segments)
            return
        for id in segments:
            self._replace(id)

    def finding(self, index: _Index) -> Finding:
        """Return the finding of a row."""
        return self._found[self._keys[index.row()]]

    def row_of(self, finding: Finding) -> int | None:
        """Return the row of a finding; None where it is not shown."""
        for key in self._of.get(finding.segment, ()):
            # Checked again, a paragraph has new findings that equal those listed: nobody is told of them.
            if self._found[key] == finding:
                return bisect_left(self._keys, key)
        return None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._keys)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or self._session is None:
            return None
        if role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.DecorationRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
            WHERE_ROLE,
        ):
            return None
        finding = self.finding(index)
        if role == Qt.ItemDataRole.DecorationRole:
            if finding.severity not in self._icons:
                self._icons[finding.severity] = severity_icon(self._theme, finding.severity)
            return self._icons[finding.severity]
        if role == Qt.ItemDataRole.DisplayRole:
            return apart(finding.text)
        session, known = self._session, self._session.rows.has(finding.segment)
        number = session.rows.number(finding.segment) + 1 if known else 0
        where = [category_title(finding.category)]
        if known and len(session.bitexts) > 1:
            where.append(session.documents.names[session.rows.document_of(finding.segment)])
        if role == WHERE_ROLE:
            return " · ".join([f"¶ {number}", *where])
        return f"Paragraph {number}, {', '.join(where)}, {finding.severity.value}: {finding.text}"

    def _replace_at_once(self, ids: Iterable[str]) -> None:
        self.beginResetModel()
        gone: set[_Key] = set()
        for id in ids:
            gone.update(self._of.pop(id, ()))
            for key, finding in self._wanted(id):
                self._keys.append(key)
                self._found[key] = finding
                self._of.setdefault(id, []).append(key)
        if gone:
            # A finding that stays has its key twice now, and both name the new one.
            left = {key for keys in self._of.values() for key in keys}
            self._keys = list(left)
            for key in gone - left:
                del self._found[key]
        # Nearly all of them are in order: sorting is little more than reading them.
        self._keys.sort()
        self.endResetModel()

    def _replace(self, id: str) -> None:
        for key in self._of.pop(id, ()):
            at = bisect_left(self._keys, key)
            self.beginRemoveRows(QModelIndex(), at, at)
            del self._keys[at], self._found[key]
            self.endRemoveRows()
        for key, finding in self._wanted(id):
            at = bisect_left(self._keys, key)
            self.beginInsertRows(QModelIndex(), at, at)
            insort(self._keys, key)
            self._found[key] = finding
            self._of.setdefault(id, []).append(key)
            self.endInsertRows()

    def _wanted(self, id: str) -> Iterable[tuple[_Key, Finding]]:
        session = self._session
        if session is None or not session.rows.has(id):
            return
        findings = session.findings.of(id)
        if not findings:
            return
        rank = session.rows.rank_of(id)
        for n, finding in enumerate(findings):
            if finding.severity.rank >= self.least.rank and self.check in ("", finding.check):
                yield (-finding.severity.rank, rank, n), finding
