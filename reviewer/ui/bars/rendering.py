"""The bar that renders a name or a number in one way: every place listed before anything is put there."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QComboBox, QLabel, QListView

from reviewer.commands.desk import Page
from reviewer.commands.facts import changeable, pointed
from reviewer.commands.finding import replace_all
from reviewer.commands.wording import counted
from reviewer.session.facts import Place
from reviewer.ui.bars.bar import Bar, button
from reviewer.ui.bars.find import Hits
from reviewer.ui.pages.page_host import PageHost

_ROWS_SHOWN = 7


class RenderingBar(Bar):
    """Takes a rendering and shows what each place would become; odd places are ticked, if there are any."""

    def __init__(self, host: PageHost) -> None:
        super().__init__("Use one rendering")
        self._host = host
        self._label = QLabel()
        self._field = QComboBox()
        self._field.setEditable(True)
        self._field.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        # What is typed is meant as it stands: “Sandvos” is not the beginning of “Sandvoss”.
        self._field.setCompleter(None)  # type: ignore[arg-type]
        self._field.setAccessibleName("Rendering to use")
        self._do = button("Put it in all ticked", "One act: undo takes it back as a whole", primary=True)
        self._count = QLabel()
        self._count.setProperty("quiet", True)
        for widget, stretch in ((self._label, 0), (self._field, 1), (self._do, 0), (self._count, 0)):
            self.row.addWidget(widget, stretch)
        self._hits = Hits()
        self._hits.replacing = True
        self._list = QListView()
        self._list.setModel(self._hits)
        self._list.setUniformItemSizes(True)
        self._list.setFrameShape(QListView.Shape.NoFrame)
        self._list.setAccessibleName("Places that would change")
        self.rows.addWidget(self._list)
        self._places: list[Place] = []
        self._field.editTextChanged.connect(lambda _text: self._list_places())
        field = self._field.lineEdit()
        assert field is not None
        field.returnPressed.connect(self._put)
        self._do.clicked.connect(self._put)
        self._list.activated.connect(self._show)
        self._list.clicked.connect(self._show)
        self.dismissed.connect(self._host.focus_text)

    def present(self, page: Page) -> None:
        """Come into view for what the editor points at; what the article mostly has is offered first."""
        session, meant = self._host.session, pointed(self._host)
        if session is None or meant is None:
            return
        row, _ = meant
        self._places = list(session.facts.places(row.key))
        self._label.setText(f"Render “{row.name}” as")
        self._field.blockSignals(True)
        self._field.clear()
        for rendering in sorted(row.renderings, key=lambda rendering: rendering.odd):
            if rendering.text:
                self._field.addItem(rendering.text)
        self._field.blockSignals(False)
        self.show()
        self._list_places()
        field = self._field.lineEdit()
        assert field is not None
        field.selectAll()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _list_places(self) -> None:
        session = self._host.session
        self._hits.begin(session)
        if session is None:
            return
        rendering = self._field.currentText().strip()
        hits = changeable(session, self._places, rendering) if rendering else []
        odd = {(p.segment, p.fact.target_span) for p in self._places if p.odd}
        unticked = {n for n, hit in enumerate(hits) if (hit.segment, hit.hit.span) not in odd}
        self._hits.add(hits)
        self._hits.left_out = unticked if len(unticked) < len(hits) else set()
        self._count.setText(counted(len(hits), "place") if hits else "nothing would change")
        self._do.setEnabled(bool(hits))
        self._list.setVisible(bool(hits))
        if hits:
            self._list.setFixedHeight(self._list.sizeHintForRow(0) * min(len(hits), _ROWS_SHOWN) + 2)

    def _put(self) -> None:
        session, chosen = self._host.session, self._hits.chosen
        if session is None or not chosen:
            return
        count = replace_all(session, chosen)
        self.give_back()
        self._host.tell(
            f"{counted(len(chosen), 'place')} in {counted(count, 'paragraph')} changed; undo takes it all back."
        )

    def _show(self, index: QModelIndex) -> None:
        hit = self._hits.places[index.row()]
        self._host.highlight(hit.segment, hit.hit.span)


def build(host: PageHost) -> RenderingBar:
    """Make the bar and put it below the text."""
    bar = RenderingBar(host)
    host.column.addWidget(bar)
    return bar
