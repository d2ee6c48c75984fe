"""The comments panel: remarks on the paragraph, and a line for the next one."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout

from reviewer.commands.desk import Desk, Panel
from reviewer.model.changed import Aspect
from reviewer.model.correction import Comment
from reviewer.model.segment import State
from reviewer.session import acts
from reviewer.ui.look.theme import Theme
from reviewer.ui.panels.panel import PanelKind
from reviewer.ui.panels.scrolled import ScrolledPanel, words


class CommentsPanel(ScrolledPanel):
    """What people said about the current paragraph."""

    name = "Comments"
    page_name = "Comments on the paragraph"
    spacing = 8
    aspects = Aspect.CURRENT | Aspect.COMMENTS | Aspect.STATE

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(desk, theme)
        self._field = QLineEdit()
        self._field.setAccessibleName("New comment")
        self._field.setPlaceholderText("Comment on this paragraph…")
        self._field.returnPressed.connect(self._add)
        below = QHBoxLayout()
        below.setContentsMargins(12, 0, 12, 0)
        below.addWidget(self._field)
        self.column.addLayout(below)

    def take_focus(self) -> None:
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def write(self, rows: QVBoxLayout) -> None:
        session = self.session
        self._field.setEnabled(session is not None and bool(session.current))
        if session is not None and session.current:
            segment = session.segment(session.current)
            if segment.about:
                rows.addWidget(words(f"In the file: {segment.about}", quiet=True))
            if segment.state is State.NEEDS_WORK and segment.note:
                rows.addWidget(words(f"Needs work: {segment.note}"))
            remarks = session.remarks.comments_of(segment.id)
            for remark in remarks:
                self._show(rows, remark, segment.target)
            if not remarks:
                rows.addWidget(words("No comments on this paragraph.", quiet=True))

    def _show(self, rows: QVBoxLayout, remark: Comment, target: str) -> None:
        about = f" on “{remark.span.of(target)}”" if remark.span and remark.span.of(target) else ""
        head = QHBoxLayout()
        who, when = remark.author or "somebody", remark.time[:16].replace("T", " ")
        head.addWidget(words(f"{who}{about} · {when}", quiet=True))
        head.addStretch(1)
        remove = QPushButton("Remove")
        remove.setFlat(True)
        remove.setAutoDefault(True)
        remove.setAccessibleName(f"Remove the comment: {remark.text[:80]}")
        remove.clicked.connect(partial(self._remove, remark))
        head.addWidget(remove)
        rows.addLayout(head)
        rows.addWidget(words(remark.text))

    def _add(self) -> None:
        session, text = self.session, self._field.text().strip()
        if session is None or not text:
            return
        self._field.clear()
        self.desk.stop_editing()
        acts.comment(session, session.current, text)

    def _remove(self, remark: Comment, _checked: bool = False) -> None:
        assert self.session is not None
        acts.remove_comment(self.session, remark)


PANEL = PanelKind(Panel.COMMENTS, "Comments", CommentsPanel, place=1, order=2)
