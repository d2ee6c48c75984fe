"""A desk without a window: it answers questions from a script and remembers what it was told."""

import pickle
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from reviewer.commands.desk import Caret, Choice, Page, Panel
from reviewer.commands.registry import all_commands
from reviewer.model.span import Span
from reviewer.session import acts
from reviewer.session.facts import Place
from reviewer.session.session import Session
from reviewer.session.translation.translator import Translator

T = TypeVar("T")


class ScriptedDesk:
    """Runs commands by id; `answers` are given to questions in turn."""

    def __init__(self, session: Session | None = None) -> None:
        self.session = session
        self.told: list[str] = []
        self.asked: list[str] = []
        self.answers: list[str] = []
        self.shown: list[Page | Panel] = []
        self.opened: list[tuple[str, ...]] = []
        self.reread: tuple[dict[str, str], dict[str, str]] | None = None
        self.finding_index = 0
        self.translator: Translator
        """Put there by tests that ask engines."""
        self.fact: tuple[str, Place | None] | None = None
        self.lit: tuple[str, Span | None, Span | None] | None = None
        self._typing: str | None = None
        self._position = 0
        self._selection = Span(0, 0)

    def run(self, id: str, *answers: str) -> None:
        """Run a command; `answers` are what the editor says to its questions."""
        self.answers = list(answers)
        next(c for c in all_commands() if c.id == id).run(self)
        assert not self.answers, f"{id} did not ask for {self.answers}"

    def type(self, text: str, selection: Span | None = None) -> None:
        """Type a new text into the current target."""
        self._typing, self._position, self._selection = text, len(text), selection or Span(0, 0)

    @property
    def caret(self) -> Caret | None:
        if self._typing is None:
            return None
        return Caret(self._typing, self._position, self._selection)

    def start_editing(self, position: int | None = None) -> None:
        assert self.session
        self._typing = self.session.segment(self.session.current).target
        self._position = len(self._typing) if position is None else position

    def stop_editing(self, *, keep: bool = True) -> None:
        if self._typing is not None and self.session and keep:
            text, self._typing = self._typing, None
            acts.set_target(self.session, self.session.current, text)
        self._typing = None

    def insert(self, text: str) -> None:
        assert self._typing is not None
        self._typing = self._typing[: self._position] + text + self._typing[self._position :]

    def take_out(self, codes: str) -> None:
        assert self._typing is not None
        self._typing = "".join(char for char in self._typing if char not in codes)

    def typing_undo(self, *, redo: bool = False) -> bool:
        return False

    def key_of(self, command: str) -> str:
        return ""

    def tell(self, message: str) -> None:
        self.told.append(message)

    warn = tell

    def ask(self, question: str, answered: Callable[[str], None], *, initial: str = "") -> None:
        self.asked.append(question)
        answered(self.answers.pop(0))

    def confirm(self, question: str, agreed: Callable[[], None]) -> None:
        self.asked.append(question)
        if self.answers.pop(0) == "yes":
            agreed()

    def choose(self, title: str, choices: Sequence[Choice], chosen: Callable[[str], None]) -> None:
        answer = self.answers.pop(0)
        assert answer in [choice.id for choice in choices]
        chosen(answer)

    def ask_path(self, title: str, chosen: Callable[[str], None], *, save_as: str = "", folder: bool = False) -> None:
        chosen(self.answers.pop(0))

    def show_panel(self, panel: Panel, *, toggle: bool = False) -> None:
        self.shown.append(panel)

    def show_page(self, page: Page) -> None:
        self.shown.append(page)

    def focus_text(self) -> None: ...

    def focus_next_pane(self, step: int) -> None: ...

    def show_differences(self, shown: bool | None = None) -> None: ...

    def light_pairs(self, lit: bool | None = None) -> None: ...

    def show_reading_view(self, shown: bool | None = None) -> None: ...

    def zoom(self, step: int) -> None: ...

    def set_theme(self, name: str) -> None: ...

    def themes(self) -> Sequence[Choice]:
        return ()

    def toggle_full_screen(self) -> None: ...

    def read_again(self, source: Mapping[str, str], target: Mapping[str, str]) -> None:
        self.reread = (dict(source), dict(target))

    def open_path(self, *paths: str) -> None:
        self.opened.append(paths)

    def open_sample(self, name: str) -> None:
        self.opened.append((name,))

    def close_document(self) -> None: ...

    def quit(self) -> None: ...

    def pair_anew(self) -> None:
        self.told.append("pairing anew")

    def work(self, doing: str, job: Callable[[Session], T], done: Callable[[T], None]) -> None:
        assert self.session
        done(pickle.loads(pickle.dumps(job))(self.session))

    def copy(self, text: str) -> None: ...

    def find_next(self, step: int) -> None: ...

    def highlight(self, id: str, span: Span | None, *, source: bool = False, counterpart: Span | None = None) -> None:
        assert self.session
        self.session.go(id)
        self.lit = (id, span, counterpart)

    def look_at_finding(self, index: int) -> None:
        self.finding_index = index
