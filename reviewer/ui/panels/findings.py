"""The findings panel: everything the checks found, worst first."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QListView

from reviewer.checks.check import all_checks
from reviewer.commands.desk import Desk, Panel
from reviewer.commands.wording import counted
from reviewer.model.changed import Aspect, Changed
from reviewer.model.finding import Severity
from reviewer.ui.look.theme import Theme
from reviewer.ui.panels.finding_rows import FindingRows
from reviewer.ui.panels.findings_model import FindingsModel
from reviewer.ui.panels.panel import PanelKind, PanelWidget

_LEAST = (
    ("All severities", Severity.NEUTRAL),
    ("Minor and worse", Severity.MINOR),
    ("Major and worse", Severity.MAJOR),
    ("Critical only", Severity.CRITICAL),
)


class FindingsPanel(PanelWidget):
    """A list to go through; the current paragraph's findings are marked in it."""

    aspects = Aspect.FINDINGS | Aspect.ORDER | Aspect.CURRENT
    delay_ms = 25

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(desk, theme)
        self.setAccessibleName("Findings")
        self._model = FindingsModel(theme)
        self._severity = QComboBox()
        self._severity.setAccessibleName("Severities shown")
        for title, least in _LEAST:
            self._severity.addItem(title, least.value)
        self._check = QComboBox()
        self._check.setAccessibleName("Check shown")
        self._check.addItem("All checks", "")
        filters = QHBoxLayout()
        filters.addWidget(self._severity, 1)
        filters.addWidget(self._check, 1)
        self.column.addLayout(filters)
        self._list = QListView()
        self._list.setAccessibleName("Findings, worst first")
        self._list.setModel(self._model)
        self._rows = FindingRows(theme, self._list)
        self._list.setItemDelegate(self._rows)
        self._list.setUniformItemSizes(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setFrameShape(QListView.Shape.NoFrame)
        self.column.addWidget(self._list, 1)
        self._empty = QLabel("No findings.")
        self._empty.setProperty("quiet", True)
        self._empty.setWordWrap(True)
        self.column.addWidget(self._empty)
        self._pending: dict[str, None] = {}
        self._anew = True
        self._severity.currentIndexChanged.connect(self._narrow)
        self._check.currentIndexChanged.connect(self._narrow)
        self._list.activated.connect(self._go)
        self._list.clicked.connect(self._go)

    def take_focus(self) -> None:
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self._list.currentIndex().isValid() and self._model.rowCount():
            self._list.setCurrentIndex(self._model.index(0, 0))

    def set_session(self) -> None:
        self._anew = True
        self._pending.clear()
        super().set_session()

    def set_theme(self, theme: Theme) -> None:
        self._model.set_theme(theme)
        self._rows.theme = theme
        super().set_theme(theme)

    def handle(self, changed: Changed) -> None:
        if changed.aspects & (Aspect.FINDINGS | Aspect.ORDER):
            if changed.aspects & Aspect.ORDER or not changed.segments:
                self._anew = True
            else:
                self._pending.update(dict.fromkeys(changed.segments))
        super().handle(changed)

    def refresh(self) -> None:
        if self._anew:
            self._anew = False
            self._pending.clear()
            self._offer_checks()
            self._model.set_session(self.session)
        elif self._pending:
            pending, self._pending = tuple(self._pending), {}
            self._offer_checks(pending)
            self._model.follow(pending)
        self._mark_current()
        count = self._model.rowCount()
        self._empty.setVisible(not count)
        unchecked = len(self.session.stale) if self.session else 0
        narrowed = self._severity.currentIndex() > 0 or self._check.currentIndex() > 0
        self._empty.setText(
            f"Still checking {counted(unchecked, 'paragraph')}." if unchecked else
            "No finding of this kind." if narrowed else "Nothing was found."
        )  # fmt: skip

    def _narrow(self) -> None:
        self._model.narrow(Severity(self._severity.currentData()), self._check.currentData() or "")
        self.refresh()

    def _offer_checks(self, segments: tuple[str, ...] | None = None) -> None:
        """Add the checks that found something to those one can choose from."""
        session = self.session
        known = {self._check.itemData(n) for n in range(self._check.count())}
        if session is None:
            return
        ids = session.findings.segments() if segments is None else segments
        new = {finding.check for id in ids for finding in session.findings.of(id)} - known
        titles = {check.id: check.title for check in all_checks()} if new else {}
        for check in sorted(new, key=lambda id: titles.get(id, id)):
            self._check.addItem(titles.get(check, check), check)

    def _mark_current(self) -> None:
        session = self.session
        if session is None or self._list.hasFocus():
            return
        findings = session.findings.of(session.current)
        shown = findings[min(self.desk.finding_index, len(findings) - 1)] if findings else None
        row = self._model.row_of(shown) if shown else None
        if row is None:
            self._list.setCurrentIndex(QModelIndex())
        else:
            self._list.setCurrentIndex(self._model.index(row, 0))

    def _go(self, index: QModelIndex) -> None:
        session = self.session
        assert session is not None
        finding = self._model.finding(index)
        self.desk.stop_editing()
        session.go(finding.segment)
        findings = session.findings.of(finding.segment)
        if finding in findings:
            self.desk.look_at_finding(findings.index(finding))


PANEL = PanelKind(Panel.FINDINGS, "Findings", FindingsPanel, place=1)
