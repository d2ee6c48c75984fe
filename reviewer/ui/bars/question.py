"""The bar that asks: for a line of text, for a yes, or for one of several things."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QSizePolicy

from reviewer.commands.desk import Choice
from reviewer.ui.bars.bar import Bar, button, line

_ONE_LINE = 60
"""A question of at most so many characters stands on one line."""
_LONG_SHARE = 2
"""A longer one gets so much of the width for each part that a field for the answer gets."""
_SHOWN = 9
"""Most choices seen at a time; the others are scrolled to."""


class QuestionBar(Bar):
    """Asks one question at a time; a new question takes the place of one that was not answered."""

    def __init__(self) -> None:
        super().__init__("Question")
        self._label = QLabel()
        self._field = line("Answer")
        self._yes = button("Yes", primary=True)
        self._no = button("No")
        self._choices = QListWidget()
        self._choices.setAccessibleName("Choices")
        self._choices.setFrameShape(QListWidget.Shape.NoFrame)
        self._choices.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for widget, stretch in ((self._label, 0), (self._field, 1), (self._yes, 0), (self._no, 0)):
            self.row.addWidget(widget, stretch)
        self.row.addStretch(0)
        self.rows.addWidget(self._choices)
        self._answered: Callable[[str], None] | None = None
        self._agreed: Callable[[], None] | None = None
        self._offered: Sequence[Choice] = ()
        self._field.returnPressed.connect(self._answer)
        self._field.textChanged.connect(self._narrow)
        self._field.installEventFilter(self)
        self._yes.clicked.connect(self._agree)
        self._no.clicked.connect(self.dismiss)
        self._choices.itemClicked.connect(lambda _item: self._answer())

    def ask(self, question: str, answered: Callable[[str], None], initial: str = "") -> None:
        """Ask for a line of text."""
        self._begin(question)
        self._answered = answered
        self._field.setText(initial)
        self._field.setAccessibleName(question)
        self._field.setPlaceholderText("Return answers, Esc leaves it")
        self._field.selectAll()
        self._show(self._field)

    def confirm(self, question: str, agreed: Callable[[], None]) -> None:
        """Ask for a yes: Return or Y says it, Esc or N does not."""
        self._begin(question)
        self._agreed = agreed
        self._yes.setAccessibleName(f"Yes: {question}")
        self._show(self._yes, self._no)

    def choose(self, title: str, choices: Sequence[Choice], chosen: Callable[[str], None]) -> None:
        """Offer choices: a number takes one, typing narrows them down."""
        self._begin(title)
        self._answered = chosen
        self._offered = choices
        self._field.clear()
        self._field.setAccessibleName(title)
        self._field.setPlaceholderText("A number takes one at once; or part of a name, and Return")
        self._narrow("")
        self._show(self._field, self._choices)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._offered:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step:
                count = self._choices.count()
                self._choices.setCurrentRow((self._choices.currentRow() + step) % count if count else -1)
                return True
            if event.text().isdecimal() and not self._field.text() and 1 <= int(event.text()) <= self._choices.count():
                self._choices.setCurrentRow(int(event.text()) - 1)
                self._answer()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._agreed is not None:
            if event.key() in (Qt.Key.Key_Y, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._agree()
                return
            if event.key() == Qt.Key.Key_N:
                self.dismiss()
                return
        super().keyPressEvent(event)

    def _begin(self, question: str) -> None:
        self._answered = None
        self._agreed = None
        self._offered = ()
        self._label.setText(question)
        long = len(question) > _ONE_LINE
        # A label that wraps asks for little width: it gets all that is left.
        self._label.setWordWrap(long)
        width = QSizePolicy.Policy.Preferred if long else QSizePolicy.Policy.Maximum
        policy = QSizePolicy(width, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(long)
        self._label.setSizePolicy(policy)
        self.row.setStretchFactor(self._label, _LONG_SHARE if long else 0)
        for widget in (self._field, self._yes, self._no, self._choices):
            widget.hide()

    def _show(self, *widgets: object) -> None:
        for widget in (self._field, self._yes, self._no, self._choices):
            widget.setVisible(widget in widgets)
        self.show()
        (self._yes if self._agreed else self._field).setFocus(Qt.FocusReason.OtherFocusReason)

    def _narrow(self, typed: str) -> None:
        if not self._offered:
            return
        self._choices.clear()
        for number, choice in enumerate(_matching(self._offered, typed.casefold())):
            detail = f"  {choice.detail}" if choice.detail else ""
            prefix = f"{number + 1}  " if number < _SHOWN and not typed else "    "
            item = QListWidgetItem(f"{prefix}{choice.title}{detail}")
            item.setData(Qt.ItemDataRole.UserRole, choice.id)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{choice.title}{detail}")
            self._choices.addItem(item)
        self._choices.setCurrentRow(0)
        height = self._choices.sizeHintForRow(0) if self._choices.count() else 24
        self._choices.setFixedHeight(height * max(1, min(_SHOWN, len(self._offered))) + 4)

    def _answer(self) -> None:
        answered = self._answered
        if answered is None:
            return
        if self._offered:
            if self._choices.currentRow() < 0:
                return
            answer = str(self._choices.currentItem().data(Qt.ItemDataRole.UserRole))
        else:
            answer = self._field.text()
        self.dismiss()
        answered(answer)

    def _agree(self) -> None:
        agreed = self._agreed
        self._agreed = None
        self.dismiss()
        if agreed is not None:
            agreed()


def _matching(choices: Sequence[Choice], wanted: str) -> list[Choice]:
    """Return the choices that hold what was typed: those that begin with it, then other titles, then details."""
    ranked = [(c.title.casefold().find(wanted), c.detail.casefold().find(wanted), c) for c in choices]
    beginning = [c for title, _, c in ranked if title == 0]
    inside = [c for title, _, c in ranked if title > 0]
    return [*beginning, *inside, *(c for title, detail, c in ranked if title < 0 <= detail)]
