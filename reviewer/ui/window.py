"""The main window: the desk that commands ask, each answer given by the part whose concern it is."""

import os
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QLabel, QLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from reviewer.commands.command import Command
from reviewer.commands.desk import Caret, Choice, Page, Panel
from reviewer.commands.registry import all_commands
from reviewer.host.settings import AUTHOR, ENGINES, THEME, Settings
from reviewer.model.changed import Aspect, Changed
from reviewer.model.errors import Cancelled, ReviewerError
from reviewer.model.span import Span
from reviewer.session.facts import Place
from reviewer.session.opening.preparing import request_of_session
from reviewer.session.opening.request import FilePair, Request
from reviewer.session.opening.samples import request_for_sample
from reviewer.session.session import Session
from reviewer.session.worklist import Filter
from reviewer.ui.actions import Actions
from reviewer.ui.appearance import Appearance
from reviewer.ui.background.interpreter import Interpreter
from reviewer.ui.background.opening import Opening
from reviewer.ui.bars.notice import NoticeBar
from reviewer.ui.bars.question import QuestionBar
from reviewer.ui.bitext.view import BitextView
from reviewer.ui.docks import Docks
from reviewer.ui.files import ask_path, local_files
from reviewer.ui.keys.filter import KeyFilter
from reviewer.ui.keys.keymap import keymap_in_force
from reviewer.ui.look.theme import theme
from reviewer.ui.pages.pages import Pages
from reviewer.ui.pages.welcome import Welcome
from reviewer.ui.pair_lights import PairLights
from reviewer.ui.review import Review
from reviewer.ui.sending import Sending
from reviewer.ui.status_bar import StatusBar
from reviewer.ui.top_line import TopLine
from reviewer.ui.trouble import Trouble

if TYPE_CHECKING:
    from reviewer.session.translation.translator import Translator

T = TypeVar("T")
_CONTEXT_MENU = (
    "edit.start", "edit.restore", "edit.copy-source", "", "review.accept", "review.needs-work", "review.reopen", "",
    "comment.add", "find.where-else", "translate.ask", "translate.back", "",
    "pair.merge", "pair.split", "pair.move-down", "pair.move-up",
)  # fmt: skip
_COUNTING_MS = 20
"""Counts are written anew at most so often."""
_LONG = 5_000
"""Paragraphs that take so long to be saved as a whole that it is told."""


class MainWindow(QMainWindow):
    """Implements `commands.desk.Desk`.

    Signals:
        closed: the window is gone and everything is saved.
    """

    closed = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.setWindowTitle("Reviewer")
        self.settings = settings
        colours = theme(settings.get(THEME))
        self.view = BitextView()
        self.review = Review(self.view.ids_in_view, self.view.show_findings, lambda: self.view.caret is not None, self)
        self.interpreter = Interpreter(
            self.review.bridge.deliver, lambda: settings.get(ENGINES), lambda: self.view.edited, self
        )
        self.top = TopLine()
        self.status = StatusBar(colours)
        self.question, self.notice = QuestionBar(), NoticeBar()
        self.welcome = Welcome(self)
        self.docks = Docks(self, self, colours)
        self.actions_ = Actions(self, all_commands(), self.run)
        self.keys = KeyFilter(self, self.view, self.actions_)
        self.pairs = PairLights(self.view, self.review, self)
        self.pages = Pages(self)
        self.trouble = Trouble(self, self.notice, self.run)
        self.sending = Sending(self, self.status, self.interpreter)
        self.setAcceptDrops(True)
        self._lay_out()
        self._connect()
        self.actions_.set_reading_area(self.view)
        self.apply_keymap()
        self.appearance = Appearance(self, settings)
        self._on_replaced()

    def _lay_out(self) -> None:
        self.actions_.fill(self.top.menus)
        self.setMenuWidget(self.top)
        self.setStatusBar(self.status)
        self.setDockNestingEnabled(True)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.welcome)
        self._stack.addWidget(self.view)
        self._waiting = QLabel()
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack.addWidget(self._waiting)
        self._document = 0
        middle = QWidget()
        self.column = QVBoxLayout(middle)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        for widget in (self._stack, self.notice, self.question):
            self.column.addWidget(widget)
        self.setCentralWidget(middle)
        # The window may be as small as the screen asks for, whatever stands in the bars.
        layout = self.layout()
        assert layout is not None
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)

    def _connect(self) -> None:
        view, review = self.view, self.review
        review.changed.connect(self._on_changed)
        review.replaced.connect(self._on_replaced)
        review.told.connect(self.warn)
        review.refused.connect(self._on_refused)
        review.waiting.connect(lambda name: self._on_waiting("Opening", name))
        review.checker.failed.connect(self.tell)
        review.checker.all_done.connect(self._on_checked)
        review.pairer.progressed.connect(self.status.show_pairing)
        review.pairer.told.connect(self.tell)
        review.worker.progressed.connect(self.status.show_working)
        review.worker.told.connect(self.warn)
        view.editing_changed.connect(self._on_editing)
        self.keys.held.connect(self.pairs.hold)
        view.typed.connect(review.checker.follow_typing)
        view.finding_looked_at.connect(lambda _index: self.docks.handle(Changed((), Aspect.CURRENT)))
        view.menu_requested.connect(self._show_menu)
        view.failed.connect(self.report)
        view.verticalScrollBar().valueChanged.connect(lambda _value: review.checker.look_later())
        self.question.dismissed.connect(self.focus_text)
        self.notice.dismissed.connect(self.focus_text)
        self.top.filter.clicked.connect(self._show_all)
        self.status.retry.clicked.connect(self._retry)
        self._counting = QTimer(self, singleShot=True, interval=_COUNTING_MS)
        self._counting.timeout.connect(self._count)

    # What the session says

    def _on_replaced(self) -> None:
        session = self.session
        self.interpreter.set_session(session)
        self._document = session.document if session else 0
        self._name_window()
        self._stack.setCurrentWidget(self.view if session else self.welcome)
        # The panels first: each takes its share of the width, and the text is laid out for what is left.
        self.docks.set_session()
        self.docks.set_shown(session is not None)
        self.view.set_session(session)
        self.top.show_session(session)
        self.status.show_session(session)
        self.sending.show_recipients()
        self.actions_.set_document(session is not None)
        self._on_editing(self.view.caret is not None)
        if session is not None and self.view.caret is None:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_waiting(self, doing: str, name: str) -> None:
        """Something is being opened or saved; its name is told where that takes a while."""
        self._waiting.setText(f"{doing} {name} …" if name else "")
        self._stack.setCurrentWidget(self._waiting)

    def _on_refused(self, error: ReviewerError) -> None:
        self._stack.setCurrentWidget(self.welcome)
        self.warn(str(error))

    def _on_changed(self, changed: Changed) -> None:
        session = self.session
        if session is None:
            return
        aspects = changed.aspects
        self.view.handle(changed)
        if aspects & Aspect.SAVED:
            self.status.show_saved(session)
            self.trouble.follow(session)
        if aspects & (Aspect.CURRENT | Aspect.ORDER):
            self.status.show_place(session)
            if session.document != self._document:
                self._on_document(session)
        if aspects & (Aspect.FILTER | Aspect.SETTINGS | Aspect.ORDER):
            self.top.show_session(session)
        if aspects & Aspect.SETTINGS:
            self.sending.show_recipients()
        if aspects & (Aspect.FINDINGS | Aspect.STATE | Aspect.TEXT):
            self._counting_later()
        self.docks.handle(changed)
        self.pairs.handle(changed)

    def _on_document(self, session: Session) -> None:
        """The editor is at another of several documents."""
        self._document = session.document
        self._name_window()
        self.top.show_document(session)
        self.status.show_encoding(session)

    def _name_window(self) -> None:
        session = self.session
        names = [session.bitext.title] if session else []
        if session and len(session.bitexts) > 1:
            names.append(session.title)
        self.setWindowTitle(" — ".join([*names, "Reviewer"]))

    def _on_checked(self) -> None:
        """Nothing waits to be checked any more; where nothing was found, no finding has told of it."""
        self._counting_later()
        self.docks.handle(Changed((), Aspect.CURRENT))

    def _counting_later(self) -> None:
        if not self._counting.isActive():
            self._counting.start()

    def _count(self) -> None:
        if self.session is not None:
            self.status.show_findings(self.session)
            self.top.show_progress(self.session)

    def _on_editing(self, editing: bool) -> None:
        self.keys.editing = editing
        self.actions_.set_editing(editing)
        self.status.show_mode(editing=editing)

    def _show_all(self) -> None:
        if self.session is not None:
            self.session.set_filter(Filter())

    def _retry(self) -> None:
        if self.session is not None:
            self.session.retry()

    def _show_menu(self, place: QPoint) -> None:
        self.actions_.menu(_CONTEXT_MENU, self).exec(place)

    # Running commands

    def run(self, command: Command) -> None:
        """Run a command; what it refuses is told."""
        if command.needs_document and self.session is None:
            return
        try:
            command.run(self)
        except ReviewerError as error:
            self.warn(str(error))
        except Cancelled:
            return

    def report(self, error: Exception) -> None:
        """Tell the editor what was refused; anything else is a bug and goes to the log."""
        if isinstance(error, ReviewerError):
            self.warn(str(error))
        else:
            raise error

    def apply_keymap(self) -> None:
        """Use the keys that the settings ask for."""
        keymap, problem = keymap_in_force(self.settings)
        self.keymap = keymap
        self.actions_.set_keymap(keymap)
        if problem:
            self.warn(problem)

    def widget(self) -> QWidget:
        """Return the window itself, for pages to stand in."""
        return self

    def await_opening(self, opening: Opening) -> None:
        """Show what the command line asked for as soon as it is there."""
        self.review.await_opening(opening)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._let_go(self.close):
            self.appearance.remember()
            self.interpreter.close()
            event.accept()
            self.closed.emit()
        else:
            event.ignore()

    def _let_go(self, again: Callable[[], object]) -> bool:
        """Save and close the review; where that cannot be done, tell, and offer to call `again` regardless."""
        session = self.session
        if session is None:
            self.review.close()
            return True
        try:
            self.stop_editing()
        except ReviewerError as error:
            self.warn(str(error))
            return False
        if len(session.rows) > _LONG and session.trouble is None and not session.on_disk:
            self._on_waiting("Saving", session.title)
            # Until all is on disk nothing else is painted.
            self.repaint()
        return self.trouble.let_go(self.review, again)

    # Desk: what is asked

    @property
    def session(self) -> Session | None:
        return self.review.session

    @property
    def caret(self) -> Caret | None:
        return self.view.caret

    @property
    def translator(self) -> "Translator":
        return self.interpreter.translator

    @property
    def finding_index(self) -> int:
        return self.view.finding_index

    def start_editing(self, position: int | None = None) -> None:
        self.view.start_editing(position)

    def stop_editing(self, *, keep: bool = True) -> None:
        self.view.stop_editing(keep=keep)

    def insert(self, text: str) -> None:
        self.view.insert(text)

    def take_out(self, codes: str) -> None:
        self.view.take_out(codes)

    def typing_undo(self, *, redo: bool = False) -> bool:
        return self.view.typing_undo(redo=redo)

    def tell(self, message: str) -> None:
        self.status.tell(message)

    def warn(self, message: str) -> None:
        self.notice.tell(message)

    def ask(self, question: str, answered: Callable[[str], None], *, initial: str = "") -> None:
        self.question.ask(question, answered, initial)

    def confirm(self, question: str, agreed: Callable[[], None]) -> None:
        self.question.confirm(question, agreed)

    def choose(self, title: str, choices: Sequence[Choice], chosen: Callable[[str], None]) -> None:
        self.question.choose(title, choices, chosen)

    def ask_path(self, title: str, chosen: Callable[[str], None], *, save_as: str = "", folder: bool = False) -> None:
        ask_path(self, title, chosen, save_as, folder)

    def key_of(self, command: str) -> str:
        keys = self.keymap[command]
        return next(iter((*keys.reading, *keys.anywhere)), "")

    def show_panel(self, panel: Panel, *, toggle: bool = False) -> None:
        self.docks.show(panel, toggle=toggle, give_back=self.focus_text)

    def show_page(self, page: Page) -> None:
        self.pages.show(page)

    def focus_text(self) -> None:
        if self.session is not None:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_next_pane(self, step: int) -> None:
        self.docks.focus_next([(self.view, self.focus_text), (self.notice, self.notice.take_focus)], step)

    def show_differences(self, shown: bool | None = None) -> None:
        self.appearance.show_differences(shown)

    def light_pairs(self, lit: bool | None = None) -> None:
        self.pairs.keep(lit)

    def show_reading_view(self, shown: bool | None = None) -> None:
        self.appearance.show_reading_view(shown)

    def zoom(self, step: int) -> None:
        self.appearance.zoom(step)

    def set_theme(self, name: str) -> None:
        self.appearance.set_theme(name)

    def themes(self) -> Sequence[Choice]:
        return self.appearance.themes()

    def toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def open_path(self, *paths: str) -> None:
        if len(paths) > 2 or any(map(os.path.isdir, paths)):
            self.pages.gather(paths)
        else:
            self._open(Request(paths))

    def open_documents(self, pairs: Sequence[FilePair]) -> None:
        """Open a source and its translation, or several as one project."""
        self._open(Request((pairs[0].target or pairs[0].source,), pairs=tuple(pairs)))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if local_files(event.mimeData()):
            _accept_copy(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        _accept_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        paths = local_files(event.mimeData())
        _accept_copy(event)
        self.activateWindow()
        # Of two files that are dropped, nobody said which is the source.
        if len(paths) == 1:
            self.open_path(*paths)
        else:
            self.pages.gather(paths)

    def read_again(self, source: Mapping[str, str], target: Mapping[str, str]) -> None:
        assert self.session is not None
        self._open(request_of_session(self.session, source, target))

    def open_sample(self, name: str) -> None:
        self._open(request_for_sample(name))

    def _open(self, request: Request) -> None:
        if self._let_go(lambda: self._open(request)):
            self.review.open(request, self.settings.get(AUTHOR))

    def close_document(self) -> None:
        self._let_go(self.close_document)

    def quit(self) -> None:
        self.close()

    def pair_anew(self) -> None:
        self.review.pairer.toggle()

    def work(self, doing: str, job: Callable[[Session], T], done: Callable[[T], None]) -> None:
        self.review.worker.work(doing, job, done)

    def copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)

    def find_next(self, step: int) -> None:
        self.pages.find_next(step)

    def highlight(self, id: str, span: Span | None, *, source: bool = False, counterpart: Span | None = None) -> None:
        self.view.highlight(id, span, source=source, counterpart=counterpart)

    @property
    def fact(self) -> tuple[str, Place | None] | None:
        return self.docks.fact

    def look_at_finding(self, index: int) -> None:
        self.view.look_at_finding(index)


def _accept_copy(event: QDropEvent) -> None:
    """Take what is dragged as something to read: where a move is proposed, the other side would delete the files."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
