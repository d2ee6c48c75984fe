"""The key chart: every command with its keys, on one page, made from the registry and the keymap."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QTextBrowser

from reviewer.commands.desk import Page
from reviewer.commands.keymap import Keys
from reviewer.commands.registry import MENUS, all_commands
from reviewer.ui.pages.overlay import Overlay
from reviewer.ui.pages.page_host import PageHost
from reviewer.ui.pages.palette import ranked


class KeyChart(Overlay):
    """A page to look a key up on; typing narrows it down."""

    def __init__(self, host: PageHost) -> None:
        super().__init__(host, "Keys", (980, 760))
        self._field = QLineEdit()
        self._field.setPlaceholderText("Look for a command or a key")
        self._field.setAccessibleName("Look for a command or a key")
        self._field.textChanged.connect(self._fill)
        self._text = QTextBrowser()
        self._text.setFrameShape(QTextBrowser.Shape.NoFrame)
        self._text.setAccessibleName("Keys of all commands")
        self._text.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.body.addWidget(self._field)
        self.body.addWidget(self._text, 1)

    def present(self, page: Page) -> None:
        """Come into view with the keys in force."""
        self._field.clear()
        self._fill("")
        self.come(self._field)

    @property
    def text(self) -> str:
        """What the page says."""
        return self._text.toPlainText()

    def _fill(self, typed: str) -> None:
        keymap = self.host.keymap
        commands = all_commands()
        by_key = [c for c in commands if typed.casefold() in _keys(keymap[c.id])]
        wanted = by_key or (ranked(commands, typed) if typed else commands)
        dim = self.host.appearance.theme.text_dim.name()
        heads = (("46%", ""), ("24%", "while reading"), ("30%", "anywhere, also while editing"))
        cells = "".join(f"<td width='{width}' style='color:{dim}'>{head}</td>" for width, head in heads)
        rows = [f"<tr>{cells}</tr>"]
        for menu in MENUS:
            in_menu = [command for command in commands if command.menu == menu and command in wanted]
            if in_menu:
                rows.append(f"<tr><td colspan='3' style='padding-top:10px'><b>{escape(menu)}</b></td></tr>")
            for command in in_menu:
                keys = keymap[command.id]
                rows.append(
                    f"<tr><td style='padding:2px 0'>{escape(command.title)}</td>"
                    f"<td style='padding:2px 0'>{_caps(keys.reading)}</td>"
                    f"<td style='padding:2px 0'>{_caps(keys.anywhere)}</td></tr>"
                )
        self._text.setHtml(f"<table width='100%' cellspacing='0'>{''.join(rows)}</table>")


def _keys(keys: Keys) -> list[str]:
    return [key.casefold() for key in (*keys.anywhere, *keys.reading)]


def _caps(keys: tuple[str, ...]) -> str:
    return " &nbsp; ".join(f"<b>{escape(key)}</b>" for key in keys)


def build(host: PageHost) -> KeyChart:
    """Make the page."""
    return KeyChart(host)
