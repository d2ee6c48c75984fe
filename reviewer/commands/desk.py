"""What a command may ask of the window; tests have a desk of their own."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol, TypeVar

from reviewer.model.span import Span
from reviewer.session.facts import Place
from reviewer.session.session import Session

if TYPE_CHECKING:
    # Whoever asks for it loads the engines, half as much again as the rest of the program.
    from reviewer.session.translation.translator import Translator

T = TypeVar("T")


class Panel(StrEnum):
    """The panels that dock beside the text."""

    FINDINGS = "findings"
    EVIDENCE = "evidence"
    HISTORY = "history"
    COMMENTS = "comments"
    FACTS = "facts"
    TERMS = "terms"
    SUGGESTIONS = "suggestions"
    DOCUMENTS = "documents"


class Page(StrEnum):
    """What the window can show besides the text."""

    WELCOME = "welcome"
    PALETTE = "palette"
    KEY_CHART = "key-chart"
    KEY_EDITOR = "key-editor"
    PREFERENCES = "preferences"
    FIND = "find"
    REPLACE = "replace"
    FILTER = "filter"
    CHECKS = "checks"
    SIGN_OFF = "sign-off"
    ABOUT = "about"
    ENGINES = "engines"
    SENT = "sent"
    RENDERING = "rendering"
    GATHERING = "gathering"


@dataclass(frozen=True, slots=True)
class Caret:
    """Where the caret stands in the target being edited."""

    text: str
    """The target as typed so far."""
    position: int
    selection: Span


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several things to choose from."""

    id: str
    title: str
    detail: str = ""


class Desk(Protocol):
    """The window as commands see it. Questions are asked in a bar and answered later, by callback."""

    @property
    def session(self) -> Session | None:
        """The review in progress; None on the welcome page."""
        ...

    @property
    def caret(self) -> Caret | None:
        """Where the editor types; None while reading."""
        ...

    @property
    def translator(self) -> "Translator":
        """What asks translation engines about the review in progress."""
        ...

    # Editing

    def start_editing(self, position: int | None = None) -> None:
        """Put the caret into the current target (None: at its end)."""
        ...

    def stop_editing(self, *, keep: bool = True) -> None:
        """Leave the target; what was typed becomes one correction, or is dropped."""
        ...

    def insert(self, text: str) -> None:
        """Put text where the caret stands, replacing the selection."""
        ...

    def take_out(self, codes: str) -> None:
        """Take inline codes, each a character, out of the target being edited."""
        ...

    def typing_undo(self, *, redo: bool = False) -> bool:
        """Undo (or redo) within the target being edited; False where there is nothing to undo."""
        ...

    # Telling and asking

    def tell(self, message: str) -> None:
        """Show a sentence in the status bar."""
        ...

    def warn(self, message: str) -> None:
        """Show a sentence that stays until the editor has seen it."""
        ...

    def ask(self, question: str, answered: Callable[[str], None], *, initial: str = "") -> None:
        """Ask for a line of text."""
        ...

    def confirm(self, question: str, agreed: Callable[[], None]) -> None:
        """Ask for a yes."""
        ...

    def choose(self, title: str, choices: Sequence[Choice], chosen: Callable[[str], None]) -> None:
        """Offer choices by number and by name."""
        ...

    def ask_path(self, title: str, chosen: Callable[[str], None], *, save_as: str = "", folder: bool = False) -> None:
        """Ask for a file to open (or a `folder`), or to save under (`save_as` proposes a name)."""
        ...

    def key_of(self, command: str) -> str:
        """Return the key to name for a command while reading; empty where it has none."""
        ...

    # Showing

    def show_panel(self, panel: Panel, *, toggle: bool = False) -> None:
        """Show a panel and go to it; with `toggle`, hide it where it has the focus already."""
        ...

    def show_page(self, page: Page) -> None:
        """Show one of the window's pages, bars or dialogs."""
        ...

    def focus_text(self) -> None:
        """Give the keyboard back to the text."""
        ...

    def focus_next_pane(self, step: int) -> None:
        """Move the focus to the next (1) or previous (-1) pane."""
        ...

    def show_differences(self, shown: bool | None = None) -> None:
        """Show the delivered translation's differences, or not; None toggles."""
        ...

    def light_pairs(self, lit: bool | None = None) -> None:
        """Frame and number the names and figures of the current segment in both texts, or not; None toggles."""
        ...

    def show_reading_view(self, shown: bool | None = None) -> None:
        """Show running text instead of the table, or not; None toggles."""
        ...

    def zoom(self, step: int) -> None:
        """Make the text larger (1), smaller (-1) or as it was (0)."""
        ...

    def set_theme(self, name: str) -> None:
        """Use a theme by name; `system` follows the desktop."""
        ...

    def themes(self) -> Sequence[Choice]:
        """Return the themes there are."""
        ...

    def toggle_full_screen(self) -> None:
        """Fill the screen, or stop doing so."""
        ...

    # Opening and closing

    def open_path(self, *paths: str) -> None:
        """Open a project, or a source and its target; what is in folders, or in more files, is shown before."""
        ...

    def read_again(self, source: Mapping[str, str], target: Mapping[str, str]) -> None:
        """Read the files of the review anew with these options of their formats; the project begins anew, too."""
        ...

    def open_sample(self, name: str) -> None:
        """Open one of the articles that come with the program."""
        ...

    def close_document(self) -> None:
        """Go back to the welcome page; everything is saved."""
        ...

    def quit(self) -> None:
        """Close the window; everything is saved."""
        ...

    def pair_anew(self) -> None:
        """Begin to pair the whole document anew, or stop it."""
        ...

    def work(self, doing: str, job: Callable[[Session], T], done: Callable[[T], None]) -> None:
        """Do a job that only reads the session, without keeping the editor waiting, and call `done` with its answer.

        `doing` says in a few words what it is; a long document is worked on in another process, so that the job and
        its answer must be of a kind that can be sent there.
        """
        ...

    def copy(self, text: str) -> None:
        """Put text on the clipboard."""
        ...

    def find_next(self, step: int) -> None:
        """Go to the next (1) or previous (-1) place the find bar's text stands."""
        ...

    def highlight(self, id: str, span: Span | None, *, source: bool = False, counterpart: Span | None = None) -> None:
        """Go to a segment and show a stretch of it, and one of its other text."""
        ...

    @property
    def fact(self) -> tuple[str, Place | None] | None:
        """What the facts panel stands at while it has the keyboard: the key of a thing, and one of its places."""
        ...

    @property
    def finding_index(self) -> int:
        """Which of the current segment's findings is looked at."""
        ...

    def look_at_finding(self, index: int) -> None:
        """Look at one of the current segment's findings."""
        ...
