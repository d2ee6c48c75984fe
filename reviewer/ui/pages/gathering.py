"""The page between choosing folders or files and opening them: which belong together, and what is left out."""

import os
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QBrush, QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QHeaderView, QLabel, QPushButton, QTreeWidget, QTreeWidgetItem

from reviewer.commands.desk import Page
from reviewer.commands.wording import counted
from reviewer.host.folders import shown
from reviewer.host.jobs import Outcome, run_aside
from reviewer.model.errors import ReviewerError
from reviewer.session.opening.finding_documents import FoundDocuments, find_documents
from reviewer.session.opening.gathering import Entry, Gathering
from reviewer.text.language_names import LANGUAGE_NAMES
from reviewer.text.languages import primary
from reviewer.ui.background.lane_bridge import LaneBridge
from reviewer.ui.pages.overlay import Overlay
from reviewer.ui.pages.page_host import PageHost

_ENTRY_ROLE = Qt.ItemDataRole.UserRole
_MARK = "◆ "
_HINT = "Space takes a document apart, or marks a file that is left over and joins it with the next one marked."


class GatheringPage(Overlay):
    """A list of documents with their source and translation; files that are left over stand below them."""

    def __init__(self, host: PageHost) -> None:
        super().__init__(host, "Documents to open", (860, 620))
        self._bridge = LaneBridge(self)
        self._paths: tuple[str, ...] = ()
        self._request = 0
        """Number of the last look; earlier ones that end later are not wanted any more."""
        self._gathering: Gathering | None = None
        self._marked: Entry | None = None
        self._where = QLabel()
        self._where.setProperty("quiet", True)
        self._where.setWordWrap(True)
        self.body.addWidget(self._where)
        self._languages = [_combo(name) for name in ("Language of the sources", "Language of the translations")]
        self._choice = QHBoxLayout()
        self._labels = [QLabel(text) for text in ("From", "to")]
        for label, combo in zip(self._labels, self._languages, strict=True):
            self._choice.addWidget(label)
            self._choice.addWidget(combo)
            combo.activated.connect(lambda _index: self._choose())
        self._choice.addStretch(1)
        self.body.addLayout(self._choice)
        self._list = QTreeWidget()
        self._list.setAccessibleName("Documents and files that are left over")
        self._list.setHeaderLabels(["Source", "Translation"])
        self._list.setRootIsDecorated(False)
        self._list.setUniformRowHeights(True)
        self._list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._list.setAllColumnsShowFocus(True)
        self._list.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self._list.installEventFilter(self)
        self._list.itemActivated.connect(lambda _item, _column: self._open())
        self.body.addWidget(self._list, 1)
        self._told = QLabel()
        self._told.setProperty("quiet", True)
        self._told.setWordWrap(True)
        self.body.addWidget(self._told)
        buttons = QHBoxLayout()
        self._other = _button("Folder of the translations…", self._add_folder)
        self._swap = _button("Swap sources and translations", self._swap_sides)
        self._go = _button("Open", self._open)
        self._go.setProperty("role", "primary")
        buttons.addWidget(self._other)
        buttons.addWidget(self._swap)
        buttons.addStretch(1)
        buttons.addWidget(self._go)
        self.body.addLayout(buttons)

    def present(self, page: Page) -> None:
        """Come into view as it was left."""
        self.come(self._list)

    def gather(self, paths: Sequence[str]) -> None:
        """Come into view and look through folders and files."""
        self._paths = tuple(paths)
        self._look(None, None)
        self.come(self._list)

    @property
    def told(self) -> str:
        """What is said below the list."""
        return self._told.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = watched is self._list and event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Delete):
            self._regroup()
            return True
        return super().eventFilter(watched, event)

    # Looking

    def _look(self, source_lang: str | None, target_lang: str | None) -> None:
        self._request += 1
        number, paths = self._request, self._paths
        self._where.setText(" and ".join(shown(path) for path in paths[:2]) + (" …" if len(paths) > 2 else ""))
        self._gathering = None
        self._list.clear()
        self._told.setText("Looking through the files …")
        self._settle()

        # A large folder is no reason to wait when the program ends.
        run_aside(
            "folders",
            lambda: find_documents(paths, source_lang, target_lang),
            lambda outcome: self._take(number, outcome),
            self._bridge.deliver,
        )

    def _take(self, number: int, outcome: Outcome) -> None:
        if number != self._request:
            return
        if isinstance(outcome.error, ReviewerError):
            self._told.setText(str(outcome.error))
            self._offer([], ("", ""))
            return
        if outcome.error is not None:
            raise outcome.error
        found: FoundDocuments = outcome.value
        self._gathering, self._marked = Gathering(found), None
        self._offer(found.pairing.languages, found.pairing.chosen)
        said = [] if found.pairs else [found.refusal]
        said += [f"Left out: {'; '.join(found.reasons)}."] if found.reasons else []
        self._told.setText(" ".join([*said, _HINT]))
        self._fill()

    def _offer(self, languages: Sequence[str], chosen: tuple[str, str]) -> None:
        """Offer the languages there is a choice of."""
        for combo, language in zip(self._languages, chosen, strict=True):
            combo.clear()
            for tag in languages:
                combo.addItem(_language(tag), tag)
            combo.setCurrentIndex(combo.findData(language))
        for widget in (*self._labels, *self._languages):
            widget.setVisible(len(languages) > 1)
        self._settle()

    def _choose(self) -> None:
        source, target = (combo.currentData() for combo in self._languages)
        self._look(source or None, target or None)

    # The list

    def _fill(self) -> None:
        assert self._gathering is not None
        row = max(0, self._list.currentIndex().row())
        self._list.clear()
        dim = QBrush(self.host.appearance.theme.text_dim)
        for entry in self._gathering.entries:
            names = [file.name if file else "" for file in (entry.source or entry.other, entry.target)]
            if entry.bilingual:
                names[1] = "in the same file"
            if entry == self._marked:
                names = [f"{_MARK}{name}" if name else "" for name in names]
            item = QTreeWidgetItem(names)
            item.setData(0, _ENTRY_ROLE, entry)
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, _said(entry, marked=entry == self._marked))
            for column, file in enumerate((entry.source or entry.other, entry.target)):
                item.setToolTip(column, shown(file.path) if file else "")
                if not entry.complete or (entry.bilingual and column == 1):
                    item.setForeground(column, dim)
            self._list.addTopLevelItem(item)
        self._list.setCurrentIndex(self._list.model().index(min(row, self._list.topLevelItemCount() - 1), 0))
        self._settle()

    def _settle(self) -> None:
        """Offer what can be done now."""
        documents = self._gathering.documents if self._gathering else []
        self._go.setEnabled(bool(documents))
        self._go.setText(f"Open {counted(len(documents), 'document')}" if documents else "Open")
        self._swap.setEnabled(self._gathering is not None and self._gathering.can_be_swapped)
        self._other.setVisible(len(self._paths) == 1 and os.path.isdir(self._paths[0]))

    def _regroup(self) -> None:
        item, gathering = self._list.currentItem(), self._gathering
        if item is None or gathering is None:
            return
        entry: Entry = item.data(0, _ENTRY_ROLE)
        if entry.complete:
            gathering.take_apart(entry)
            self._marked = None
        elif self._marked is None:
            self._marked = entry
        elif self._marked == entry or gathering.join(self._marked, entry):
            self._marked = None
        else:
            self._marked = entry
        self._fill()

    def _swap_sides(self) -> None:
        if self._gathering is not None:
            self._gathering.swap()
            self._marked = None
            self._fill()

    def _add_folder(self) -> None:
        first = self._paths[0]
        self.host.ask_path("Open the folder of the translations", lambda path: self.gather((first, path)), folder=True)

    def _open(self) -> None:
        documents = self._gathering.documents if self._gathering else []
        if documents:
            self.leave()
            self.host.open_documents(documents)


def _said(entry: Entry, *, marked: bool) -> str:
    if entry.bilingual:
        said = f"{entry.files[0].name}, source and translation in one file"
    elif entry.complete:
        said = f"{entry.files[0].name}, translation {entry.files[1].name}"
    else:
        what = "without a translation" if entry.source else "without a source" if entry.target else "not paired"
        said = f"left over: {entry.files[0].name}, {what}"
    return f"{said}, marked" if marked else said


def _language(tag: str) -> str:
    if not tag:
        return "no language named"
    name = LANGUAGE_NAMES.get(tag) or LANGUAGE_NAMES.get(primary(tag))
    return f"{name} ({tag})" if name else tag


def _combo(name: str) -> QComboBox:
    combo = QComboBox()
    combo.setAccessibleName(name)
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    return combo


def _button(text: str, act: Callable[[], None]) -> QPushButton:
    made = QPushButton(text)
    made.setAutoDefault(True)
    made.clicked.connect(lambda _checked=False: act())
    return made


def build(host: PageHost) -> GatheringPage:
    """Make the page."""
    return GatheringPage(host)
