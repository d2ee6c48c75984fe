"""The sign-off page: what is still open, and the word that ends the review."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from reviewer.commands.desk import Page
from reviewer.commands.review import sign_off_all
from reviewer.model.finding import Severity
from reviewer.model.segment import State
from reviewer.session.session import Session
from reviewer.ui.pages.overlay import Overlay
from reviewer.ui.pages.page_host import PageHost


def open_matters(session: Session) -> list[str]:
    """Return a line for everything that is not settled, gravest first."""
    counts = session.counts
    found = [(session.findings.counts[severity], severity.value) for severity in reversed(Severity)]
    said = [
        f"{number:,} {word} finding{'s' * (number > 1)} neither fixed nor dismissed" for number, word in found if number
    ]
    for state, words in (
        (State.NEEDS_WORK, "need work"),
        (State.INITIAL, "are not translated"),
        (State.TRANSLATED, "are not reviewed"),
    ):
        if number := sum(n for (s, _), n in counts.items() if s is state):
            said.append(f"{number:,} paragraphs {words}" if number > 1 else f"1 paragraph {_singular(words)}")
    if session.stale:
        said.append(f"{len(session.stale):,} paragraphs are still being checked")
    return said


def _singular(words: str) -> str:
    return words.replace("need ", "needs ", 1).replace("are ", "is ", 1)


class SignOff(Overlay):
    """A summary and a button."""

    def __init__(self, host: PageHost) -> None:
        super().__init__(host, "Sign off the article", (560, 340))
        self._summary = QLabel()
        self._summary.setWordWrap(True)
        self._summary.setTextFormat(Qt.TextFormat.PlainText)
        self._summary.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self._summary, 1)
        self._agree = QPushButton()
        self._agree.setAutoDefault(True)
        self._agree.setProperty("role", "primary")
        self._agree.clicked.connect(self._sign_off)
        self.body.addWidget(self._agree, 0, Qt.AlignmentFlag.AlignRight)

    def present(self, page: Page) -> None:
        """Come into view with what is open now."""
        session = self.host.session
        assert session is not None
        matters = open_matters(session)
        corrected = sum(n for (_, corrected), n in session.counts.items() if corrected)
        head = f"{len(session.rows):,} paragraphs, {f'{corrected:,}' if corrected else 'none'} of them corrected."
        listed = "\n".join(f"  •  {matter}" for matter in matters)
        self._summary.setText(f"{head}\n\nStill open:\n{listed}" if matters else f"{head}\n\nNothing is open.")
        self._agree.setText("Sign off all the same" if matters else "Sign off")
        self.come(self._agree)

    def _sign_off(self) -> None:
        session = self.host.session
        assert session is not None
        count = sign_off_all(session)
        self.leave()
        self.host.tell(f"Signed off: {count:,} paragraphs. Undo takes it back.")


def build(host: PageHost) -> SignOff:
    """Make the page."""
    return SignOff(host)
