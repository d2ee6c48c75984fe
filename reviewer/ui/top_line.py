"""The line at the top: menus, what is reviewed, what is filtered away, how far it is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenuBar, QProgressBar, QPushButton, QWidget

from reviewer.session.session import Session
from reviewer.ui.bars.filter import said
from reviewer.ui.named_label import named_label


class TopLine(QWidget):
    """One thin line over the whole width."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("topLine")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        line = QHBoxLayout(self)
        line.setContentsMargins(4, 2, 14, 2)
        line.setSpacing(10)
        self.menus = QMenuBar()
        self.menus.setAccessibleName("Menus")
        line.addWidget(self.menus)
        line.addStretch(1)
        self._title = named_label("title", "Article")
        self._languages = named_label("quiet", "Languages")
        line.addWidget(self._title)
        line.addWidget(self._languages)
        line.addStretch(1)
        self.filter = QPushButton()
        self.filter.setFlat(True)
        self.filter.setToolTip("Some paragraphs are hidden. Press to show all (Shift+F)")
        self.filter.hide()
        line.addWidget(self.filter)
        self._count = named_label("quiet", "Progress")
        line.addWidget(self._count)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedSize(110, 5)
        self._bar.setAccessibleName("Paragraphs reviewed")
        line.addWidget(self._bar)

    def show_session(self, session: Session | None) -> None:
        """Show what is on the desk; nothing for None."""
        for widget in (self._title, self._languages, self._count, self._bar):
            widget.setVisible(session is not None)
        self.filter.setVisible(session is not None and bool(session.filter))
        if session is None:
            return
        self.show_document(session)
        self.show_progress(session)
        self.filter.setText(f"{said(session.filter)}: {len(session.worklist):,} shown ✕")
        self.filter.setAccessibleName(f"Filtered by {said(session.filter)}; press to show all paragraphs")

    def show_document(self, session: Session) -> None:
        """Show what the document at hand is called, and which of several it is."""
        bitext = session.bitext
        languages = f"{bitext.source.language.upper()} → {bitext.target.language.upper()}"
        if len(session.bitexts) > 1:
            place = f"{session.document + 1} of {len(session.bitexts)} in {_shortened(session.title, 24)}"
            languages = f"{place}  ·  {languages}"
        self._title.setText(_shortened(bitext.title))
        self._title.setToolTip(bitext.target.path or session.path)
        self._languages.setText(languages)

    def show_progress(self, session: Session) -> None:
        """Show how many paragraphs are reviewed."""
        done, count = session.documents.reviewed, len(session.rows)
        self._count.setText(f"{done:,} of {count:,}")
        self._count.setToolTip(f"{done:,} of {count:,} paragraphs are accepted")
        self._bar.setMaximum(max(1, count))
        self._bar.setValue(done)


def _shortened(text: str, most: int = 60) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
