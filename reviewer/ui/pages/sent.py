"""The page that lists what left this machine: when, to whom, how much; never the texts."""

from datetime import datetime
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QTextBrowser

from reviewer.commands.desk import Page
from reviewer.host.sent_log import SentLog
from reviewer.model.sent import Sent
from reviewer.ui.pages.overlay import Overlay
from reviewer.ui.pages.page_host import PageHost

_SHOWN = 500
_HEADS = ("When", "Engine", "To", "Languages", "Characters", "Paragraphs")
_IDS_SHOWN = 8


class SentPage(Overlay):
    """Requests to translation engines, newest first."""

    def __init__(self, host: PageHost) -> None:
        super().__init__(host, "What left this machine", (900, 680))
        self._said = QLabel()
        self._said.setWordWrap(True)
        self._said.setProperty("quiet", True)
        self.body.addWidget(self._said)
        self._text = QTextBrowser()
        self._text.setFrameShape(QTextBrowser.Shape.NoFrame)
        self._text.setAccessibleName("Requests to translation engines")
        self._text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._text.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.body.addWidget(self._text, 1)

    def present(self, page: Page) -> None:
        """Come into view with what the log says now."""
        log = SentLog()
        entries = log.entries(_SHOWN)
        self._said.setText(
            f"Requests to engines, newest first, from {log.path}. The texts themselves are not kept."
            if entries
            else "Nothing was ever sent from here."
        )
        dim = self.host.appearance.theme.text_dim.name()
        head = "".join(f"<td style='color:{dim}'>{name}</td>" for name in _HEADS)
        rows = "".join(map(_row, entries))
        self._text.setHtml(f"<table width='100%' cellspacing='0'><tr>{head}</tr>{rows}</table>" if entries else "")
        self.come(self._text)

    @property
    def text(self) -> str:
        """What the page says."""
        return f"{self._said.text()}\n{self._text.toPlainText()}"


def _row(sent: Sent) -> str:
    when = datetime.fromisoformat(sent.time).astimezone().strftime("%Y-%m-%d %H:%M:%S")
    languages = f"{sent.source} → {sent.target}" if sent.characters else "asks which it knows"
    shown = ", ".join(sent.segments[:_IDS_SHOWN]) + (" …" if len(sent.segments) > _IDS_SHOWN else "")
    cells = (when, sent.engine, sent.host, languages, f"{sent.characters:,}", shown)
    return f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in cells)}</tr>"


def build(host: PageHost) -> SentPage:
    """Make the page."""
    return SentPage(host)
