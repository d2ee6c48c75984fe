"""The sign-off page: what is still open, and the word that ends the review."""

from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton

from reviewer.commands.desk import Page
from reviewer.commands.review import sign_off_all
from reviewer.commands.wording import counted
from reviewer.model.finding import Severity
from reviewer.model.segment import State
from reviewer.session.session import Session
from reviewer.ui.pages.overlay import Overlay
from reviewer.ui.pages.page_host import PageHost


def open_matters(session: Session, document: int | None = None) -> list[str]:
    """Return a line for everything that is not settled in the project, or in one document; gravest first."""
    by_severity = session.findings.counts if document is None else session.findings.by_document[document]
    by_state: Counter[str] = Counter()
    if document is None:
        for (state, _), count in session.counts.items():
            by_state[state.value] += count
    else:
        by_state.update(state for _, state, _ in session.rows.states(session.rows.of_document(document)))
    found = [(by_severity[severity], severity.value) for severity in reversed(Severity)]
    said = [
        f"{number:,} {word} finding{'s' * (number > 1)} neither fixed nor dismissed" for number, word in found if number
    ]
    for state, words in (
        (State.NEEDS_WORK, "need work"),
        (State.INITIAL, "are not translated"),
        (State.TRANSLATED, "are not reviewed"),
    ):
        if number := by_state[state.value]:
            said.append(f"{number:,} paragraphs {words}" if number > 1 else f"1 paragraph {_singular(words)}")
    stale = [id for id in session.stale if document in (None, session.rows.document_of(id))]
    if stale:
        said.append(f"{counted(len(stale), 'paragraph')} still being checked")
    return said


def _singular(words: str) -> str:
    return words.replace("need ", "needs ", 1).replace("are ", "is ", 1)


class SignOff(Overlay):
    """A summary and a button; of several documents, the one at hand and another button for all."""

    def __init__(self, host: PageHost) -> None:
        super().__init__(host, "Sign off the article", (560, 340))
        self._summary = QLabel()
        self._summary.setWordWrap(True)
        self._summary.setTextFormat(Qt.TextFormat.PlainText)
        self._summary.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self._summary, 1)
        self._all = QPushButton()
        self._all.clicked.connect(lambda _checked=False: self._sign_off(None))
        self._agree = QPushButton()
        self._agree.setProperty("role", "primary")
        self._agree.clicked.connect(lambda _checked=False: self._sign_off(self._document))
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in (self._all, self._agree):
            button.setAutoDefault(True)
            buttons.addWidget(button)
        self.body.addLayout(buttons)
        self._document: int | None = None
        """The one of several that is signed off."""

    def present(self, page: Page) -> None:
        """Come into view with what is open now."""
        session = self.host.session
        assert session is not None
        several = len(session.bitexts) > 1
        self._document = session.document if several else None
        matters = open_matters(session, self._document)
        numbers = session.rows.of_document(session.document)
        corrected = sum(corrected for _, _, corrected in session.rows.states(numbers))
        head = f"{counted(len(numbers), 'paragraph')}, {f'{corrected:,}' if corrected else 'none'} of them corrected."
        if several:
            head = f"{session.documents.names[session.document]}: {head}"
        listed = "\n".join(f"  •  {matter}" for matter in matters)
        self._summary.setText(f"{head}\n\nStill open:\n{listed}" if matters else f"{head}\n\nNothing is open.")
        what = "Sign off this document" if several else "Sign off"
        self._agree.setText(f"{what} all the same" if matters else what)
        self._all.setVisible(several)
        if several:
            rest = " all the same" if open_matters(session) else ""
            self._all.setText(f"Sign off all {len(session.bitexts)} documents{rest}")
        self.come(self._agree)

    def _sign_off(self, document: int | None) -> None:
        session = self.host.session
        assert session is not None
        count = sign_off_all(session, document)
        self.leave()
        self.host.tell(f"Signed off: {counted(count, 'paragraph')}. Undo takes it back.")


def build(host: PageHost) -> SignOff:
    """Make the page."""
    return SignOff(host)
