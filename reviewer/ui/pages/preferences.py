"""The preferences: one page, every setting with its help, found by typing."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from reviewer.checks.check import all_checks, disabled_checks
from reviewer.checks.names.terms import SETTING as TERMBASE
from reviewer.commands.desk import Page
from reviewer.commands.keymap import presets
from reviewer.commands.projects import choose_termbase
from reviewer.commands.wording import counted
from reviewer.engines.engine import all_engines
from reviewer.host.login import login_name
from reviewer.host.settings import AUTHOR, COMPACT, DIFFERENCES, FONTS, KEYMAP, PROXY, READING, THEME, ZOOM, Setting
from reviewer.model.errors import InputError, ReviewerError
from reviewer.model.finding import Severity
from reviewer.session.terms import termbase_of
from reviewer.text.language_names import LANGUAGE_NAMES
from reviewer.text.languages import primary
from reviewer.ui.keys.keymap import DEFAULT
from reviewer.ui.pages.engine_settings import EngineSettings
from reviewer.ui.pages.overlay import Overlay
from reviewer.ui.pages.page_host import PageHost
from reviewer.ui.trust import trust

_OFF = "off"
_AS_IT_SAYS = ""


class Preferences(Overlay):
    """Everything that can be chosen; a choice holds at once."""

    def __init__(self, host: PageHost) -> None:
        super().__init__(host, "Preferences", (820, 740))
        self._look = QLineEdit()
        self._look.setPlaceholderText("Look for a setting")
        self._look.setAccessibleName("Look for a setting")
        self._look.textChanged.connect(self._narrow)
        self.body.addWidget(self._look)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setAccessibleName("Settings")
        self.body.addWidget(self._area, 1)
        self._rows: list[tuple[str, list[QWidget]]] = []
        """What each row can be found by, and its widgets; a heading is found by what its rows are."""
        self._grid = QGridLayout()
        self._engines = EngineSettings(host.settings, all_engines(), self._refused, self)

    def _refused(self, error: Exception) -> None:
        """Tell what could not be kept."""
        if not isinstance(error, ReviewerError):
            raise error
        self.host.warn(str(error))

    def present(self, page: Page) -> None:
        """Come into view; for the checks, with these found."""
        self._build()
        sought = {Page.CHECKS: "check" if self.host.session else "", Page.ENGINES: "engine"}
        self._look.setText(sought.get(page, ""))
        self._narrow(self._look.text())
        self.come(self._look)

    def _build(self) -> None:
        settings = self.host.settings
        self._rows = []
        inner = QWidget()
        outer = QVBoxLayout(inner)
        outer.setContentsMargins(0, 0, 12, 0)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(12)
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(1, 2)
        outer.addLayout(self._grid)
        outer.addStretch(1)
        self._heading("How it looks")
        self._setting(THEME, self._combo(THEME, [(c.id, c.title) for c in self.host.themes()]))
        zoom = QSpinBox()
        zoom.setRange(ZOOM.least or 1, ZOOM.most or 100)
        zoom.setSingleStep(10)
        zoom.setSuffix(" %")
        zoom.setValue(settings.get(ZOOM))
        zoom.valueChanged.connect(lambda value: settings.set(ZOOM, value))
        self._setting(ZOOM, zoom)
        for setting in (COMPACT, READING, DIFFERENCES):
            box = QCheckBox()
            box.setChecked(settings.get(setting))
            box.toggled.connect(lambda on, setting=setting: settings.set(setting, on))
            self._setting(setting, box)
        for language in self._languages():
            self._font_row(language)
        self._heading("You")
        author = QLineEdit(settings.get(AUTHOR))
        author.setPlaceholderText(login_name())
        author.editingFinished.connect(lambda: self._set_author(author.text().strip()))
        self._setting(AUTHOR, author)
        self._heading("Keys")
        sets = [(DEFAULT, "Reviewer’s own"), *((preset.id, preset.title) for preset in presets())]
        self._setting(KEYMAP, self._combo(KEYMAP, sets, then=self.host.apply_keymap))
        change = QPushButton("Change keys…")
        change.setAutoDefault(True)
        change.clicked.connect(self._change_keys)
        self._row("Keys of your own", "Give any command another key.", change)
        self._heading("Translation engines")
        proxy = QLineEdit(settings.get(PROXY))
        proxy.setPlaceholderText("none of its own")
        proxy.editingFinished.connect(lambda: self._set_proxy(proxy.text().strip()))
        self._setting(PROXY, proxy)
        self._engines.fill(self._row)
        if self.host.session is not None:
            self._checks()
        self._area.setWidget(inner)

    def _checks(self) -> None:
        session = self.host.session
        assert session is not None
        self._heading("Checks of this project")
        for broken in disabled_checks():
            self._row(broken.name, broken.error, QLabel("could not be loaded"), found_by="check plug-in")
        termbase = QPushButton("Choose…")
        termbase.setAutoDefault(True)
        termbase.clicked.connect(self._choose_termbase)
        self._row("Termbase", self._termbase_said(), termbase, found_by="check terms")
        chosen = session.settings.get("checks", {})
        for check in sorted(all_checks(), key=lambda check: check.title):
            combo = QComboBox()
            combo.addItem(f"as usual ({check.severity.value})", _AS_IT_SAYS)
            for severity in reversed(Severity):
                combo.addItem(severity.value, severity.value)
            combo.addItem("off", _OFF)
            combo.setCurrentIndex(max(0, combo.findData(chosen.get(check.id, _AS_IT_SAYS))))
            combo.activated.connect(lambda _index, id=check.id, combo=combo: self._set_check(id, combo.currentData()))
            said, _ = trust(check.id, session.bitext.source.language, session.bitext.target.language)
            self._row(check.title, "\n".join(filter(None, (check.description, said))), combo, found_by="check")

    def _termbase_said(self) -> str:
        session = self.host.session
        assert session is not None
        try:
            terms = termbase_of(session)
        except InputError as error:
            return str(error)
        if terms is None:
            return "None. A TBX or CSV file whose terms the translation must use; it overrules checks of names."
        return f"{session.settings[TERMBASE]}: {counted(len(terms), 'term')}"

    def _choose_termbase(self) -> None:
        self.leave()
        choose_termbase(self.host)

    def _set_check(self, id: str, choice: str) -> None:
        session = self.host.session
        assert session is not None
        checks = {known: value for known, value in session.settings.get("checks", {}).items() if known != id}
        session.remember({"checks": {**checks, id: choice} if choice else checks})

    def _set_author(self, name: str) -> None:
        self.host.settings.set(AUTHOR, name)
        if self.host.session is not None:
            self.host.session.author = name or login_name()

    def _set_proxy(self, address: str) -> None:
        if "@" in address:
            self.host.warn("The settings are a readable file: set a proxy with a password as HTTPS_PROXY instead.")
        else:
            self.host.settings.set(PROXY, address)

    def _languages(self) -> list[str]:
        """Return the languages whose font can be chosen: those on the desk, and those chosen before."""
        session = self.host.session
        tags = [session.bitext.source.language, session.bitext.target.language] if session else []
        return list(dict.fromkeys([*map(primary, tags), *self.host.settings.get(FONTS)]))

    def _font_row(self, language: str) -> None:
        combo = QComboBox()
        combo.addItem("a fitting one", "")
        for family in QFontDatabase.families():
            if not QFontDatabase.isPrivateFamily(family):
                combo.addItem(family, family)
        combo.setCurrentIndex(max(0, combo.findData(self.host.settings.get(FONTS).get(language, ""))))
        combo.activated.connect(lambda _index: self._set_font(language, combo.currentData()))
        self._row(f"Font for {LANGUAGE_NAMES.get(language, language)}", FONTS.help, combo)

    def _set_font(self, language: str, family: str) -> None:
        fonts = {known: name for known, name in self.host.settings.get(FONTS).items() if known != language}
        self.host.settings.set(FONTS, {**fonts, language: family} if family else fonts)

    def _change_keys(self) -> None:
        self.leave()
        self.host.show_page(Page.KEY_EDITOR)

    def _combo(
        self, setting: Setting[str], choices: list[tuple[str, str]], then: Callable[[], None] | None = None
    ) -> QComboBox:
        combo = QComboBox()
        for value, title in choices:
            combo.addItem(title, value)
        combo.setCurrentIndex(max(0, combo.findData(self.host.settings.get(setting))))

        def take(_index: int) -> None:
            self.host.settings.set(setting, combo.currentData())
            if then is not None:
                then()

        combo.activated.connect(take)
        return combo

    def _setting(self, setting: Setting[str] | Setting[int] | Setting[bool], control: QWidget) -> None:
        self._row(setting.title, setting.help, control)

    def _heading(self, text: str) -> None:
        label = QLabel(text)
        label.setStyleSheet("font-size: 14px; font-weight: 600;")
        row = self._grid.rowCount()
        self._grid.addWidget(label, row, 0, 1, 2)
        self._rows.append(("", [label]))

    def _row(self, title: str, help: str, control: QWidget, found_by: str = "") -> None:
        name = QLabel(title)
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setBuddy(control)
        quiet = QLabel(help)
        quiet.setTextFormat(Qt.TextFormat.PlainText)
        quiet.setWordWrap(True)
        quiet.setProperty("quiet", True)
        control.setAccessibleName(title)
        control.setAccessibleDescription(help)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(name)
        words.addWidget(quiet)
        row = self._grid.rowCount()
        self._grid.addLayout(words, row, 0)
        self._grid.addWidget(control, row, 1, Qt.AlignmentFlag.AlignTop)
        self._rows.append((f"{title} {help} {found_by}".casefold(), [name, quiet, control]))

    def _narrow(self, typed: str) -> None:
        """Show the rows that hold every word typed, and the headings that still have rows."""
        words = typed.casefold().split()
        heading: list[QWidget] = []
        for text, widgets in self._rows:
            if not text:
                heading = widgets
                heading[0].hide()
                continue
            shown = all(word in text for word in words)
            for widget in widgets:
                widget.setVisible(shown)
            if shown:
                heading[0].show()


def build(host: PageHost) -> Preferences:
    """Make the page."""
    return Preferences(host)
