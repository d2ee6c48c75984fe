"""The status bar: mode, place, findings, what was last said, and whether everything is saved."""

import re
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStatusBar, QWidget

from reviewer.model.finding import Severity
from reviewer.session.session import Session
from reviewer.ui.finding_words import severity_icon
from reviewer.ui.look.theme import Theme
from reviewer.ui.named_label import named_label

_STAYS_MS = 8_000
_WIDEST_TROUBLE = 420
"""Pixels; the whole sentence stands in the bar above and in the tooltip."""
_WIDEST_PRIVACY = 320
"""Pixels; all names stand in the tooltip."""
_SAVING_MS = 250
"""Saving that takes less than this is not worth a flicker."""


class StatusBar(QStatusBar):
    """One line at the bottom of the window."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setSizeGripEnabled(False)
        self.setAccessibleName("Status")
        self._mode = named_label("mode", "Mode")
        self._mode.setMinimumWidth(52)
        self._mode.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._place = named_label("place", "Paragraph")
        self._severities = {severity: _Count(theme, severity) for severity in reversed(Severity)}
        self._checking = named_label("quiet", "Checks")
        self._pairing = named_label("quiet", "Pairing")
        self._pairing.hide()
        self._working = named_label("quiet", "Work")
        self._working.hide()
        self._message = named_label("message", "Message")
        self.retry = QPushButton("Retry")
        self.retry.setAccessibleName("Try again to save")
        self.retry.hide()
        self._saved = named_label("saved", "Saved")
        self._privacy = named_label("quiet", "Privacy")
        self._translating = named_label("quiet", "Translating")
        self._encoding = named_label("quiet", "Encoding")
        self.stop = QPushButton("Stop")
        self.stop.setAccessibleName("Stop translating")
        self.stop.hide()
        for widget in (self._mode, self._place, *self._severities.values(), self._checking, self._pairing):
            self.addWidget(widget)
        self.addWidget(self._working)
        self.addWidget(self._message, 1)
        for widget in (self._translating, self.stop, self.retry, self._encoding, self._saved, self._privacy):
            self.addPermanentWidget(widget)
        self._clear = QTimer(self, singleShot=True, interval=_STAYS_MS)
        self._clear.timeout.connect(self._message.clear)
        self._saving = QTimer(self, singleShot=True, interval=_SAVING_MS)
        self._saving.timeout.connect(lambda: self._saved.setText("saving…"))
        self.setContentsMargins(6, 0, 8, 0)

    @property
    def message(self) -> str:
        """What was last said."""
        return self._message.text()

    @property
    def recipients(self) -> str:
        """Who would receive a text, as the bar says it to a screen reader."""
        return self._privacy.accessibleName()

    def tell(self, message: str) -> None:
        """Show a sentence for a while."""
        self._message.setText(message)
        self._message.setToolTip(message)
        self._clear.start()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours."""
        for count in self._severities.values():
            count.set_theme(theme)

    def show_mode(self, *, editing: bool) -> None:
        """Say whether letters are commands or text."""
        self._mode.setText("EDIT" if editing else "READ")
        self._mode.setToolTip(
            "Letters are text; Esc leaves, and what was typed is kept."
            if editing
            else "Letters are commands; press ? for all of them."
        )
        self._mode.setProperty("editing", editing)
        self._mode.style().unpolish(self._mode)
        self._mode.style().polish(self._mode)

    def show_session(self, session: Session | None) -> None:
        """Show everything about a session; nothing for None."""
        for widget in (self._mode, self._place, self._checking, self._encoding, self._saved):
            widget.setVisible(session is not None)
        if session is None:
            for count in self._severities.values():
                count.show_number(0)
            self.retry.hide()
            return
        self.show_place(session)
        self.show_findings(session)
        self.show_encoding(session)
        self.show_saved(session)

    def show_place(self, session: Session) -> None:
        """Say which paragraph is the current one."""
        number = session.rows.number(session.current) + 1 if session.current else 0
        self._place.setText(f"¶ {number:,}")
        self._place.setAccessibleName(f"Paragraph {number} of {len(session.rows)}")

    def show_findings(self, session: Session) -> None:
        """Count what was found, worst first."""
        for severity, count in self._severities.items():
            count.show_number(session.findings.counts[severity])
        left = len(session.stale)
        self._checking.setText(f"checking {left:,} more" if left else "")

    def show_encoding(self, session: Session) -> None:
        """Say how the translation is written: its encoding and line ends, where its format leaves them open."""
        bitext = session.bitext
        shown = bitext.target if bitext.target.path else bitext.source
        self._encoding.setText(_encoding(shown.options))
        self._encoding.setVisible(bool(self._encoding.text()))
        sides = {"Source": bitext.source, "Translation": bitext.target}
        told = [f"{side}: {said}" for side, document in sides.items() if (said := _encoding(document.options))]
        self._encoding.setToolTip("\n".join([*told, "File › How the files are read…"]))

    def show_pairing(self, share: float | None) -> None:
        """Say how much of the document is paired anew; None where nothing is being done."""
        self._pairing.setVisible(share is not None)
        if share is not None:
            self._pairing.setText(f"pairing {share:.0%}")

    def show_working(self, doing: str) -> None:
        """Say what is being worked on; empty where nothing is."""
        self._working.setVisible(bool(doing))
        self._working.setText(f"{doing} …")

    def show_saved(self, session: Session) -> None:
        """Say truthfully whether everything is on disk."""
        trouble = session.trouble
        if session.saved or trouble:
            self._saving.stop()
            said = f"NOT SAVED — {trouble}" if trouble else "saved ✓"
            self._saved.setText(self.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, _WIDEST_TROUBLE))
        elif not self._saving.isActive():
            self._saving.start()
        self._saved.setToolTip(str(trouble) if trouble else session.path)
        self.retry.setVisible(trouble is not None)
        if self._saved.property("trouble") != (trouble is not None):
            self._saved.setProperty("trouble", trouble is not None)
            self._saved.style().unpolish(self._saved)
            self._saved.style().polish(self._saved)

    def show_recipients(self, titles: Sequence[str], *, never: bool) -> None:
        """Say truthfully who would receive a text if the editor asks.

        Args:
            titles: of the engines in use.
            never: whether the project forbids it.
        """
        if never:
            said, more = "never sent", "The settings of this project forbid it: no text of it is sent anywhere."
        elif titles:
            names = ", ".join(titles)
            said = f"sent only when asked: {names}"
            more = f"Nothing is sent by itself. A paragraph goes to {names} when you ask for a translation of it."
        else:
            said, more = "nothing leaves this machine", "No translation engine is chosen; no text is sent anywhere."
        self._privacy.setText(self.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, _WIDEST_PRIVACY))
        self._privacy.setToolTip(more)
        self._privacy.setAccessibleName(said)

    def show_translating(self, title: str, answered: int, total: int) -> None:
        """Say how far an engine is; a total of 0 says that none is at work."""
        self._translating.setText(f"{title} {answered:,} of {total:,}" if total else "")
        self.stop.setVisible(total > 0)


class _Count(QWidget):
    """How many findings there are of a severity: sign, number and word."""

    def __init__(self, theme: Theme, severity: Severity) -> None:
        super().__init__()
        self._severity = severity
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 0, 4, 0)
        row.setSpacing(4)
        self._sign = QLabel()
        self._text = QLabel()
        row.addWidget(self._sign)
        row.addWidget(self._text)
        self.set_theme(theme)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        self._sign.setPixmap(severity_icon(theme, self._severity, 11).pixmap(QSize(11, 11)))

    def show_number(self, number: int) -> None:
        text = f"{number:,} {self._severity.value}"
        if self._text.text() != text:
            self._text.setText(text)
            self.setAccessibleName(f"{text} finding{'s' if number != 1 else ''}")
        self.setVisible(number > 0)


def _encoding(options: Mapping[str, str]) -> str:
    # Python calls the code pages of Windows by their numbers alone.
    name = re.sub("^cp(?=125|874)", "windows-", options.get("encoding", ""))
    parts = [name.upper(), "BOM" if options.get("bom") == "yes" else ""]
    ends = {"lf": "LF", "crlf": "CRLF", "cr": "CR", "mixed": "mixed line ends"}.get(options.get("newline", ""), "")
    return " ".join(filter(None, (*parts, ends)))
