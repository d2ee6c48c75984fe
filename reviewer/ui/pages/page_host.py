"""What a page or bar of the window may ask of it, beyond what commands may."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer.commands.command import Command
from reviewer.commands.desk import Desk, Page
from reviewer.commands.keymap import Keymap
from reviewer.host.settings import Settings
from reviewer.session.opening.request import FilePair
from reviewer.ui.appearance import Appearance


class PageHost(Desk, Protocol):
    """The window as its pages see it."""

    settings: Settings
    keymap: Keymap
    appearance: Appearance
    column: QVBoxLayout
    """Where bars stand, below the text."""

    def run(self, command: Command) -> None:
        """Run a command; what it refuses is told."""
        ...

    def open_documents(self, pairs: Sequence[FilePair]) -> None:
        """Open a source and its translation, or several as one project."""
        ...

    def apply_keymap(self) -> None:
        """Use the keys that the settings ask for."""
        ...

    def widget(self) -> QWidget:
        """Return the window itself, to stand in."""
        ...


class Presented(Protocol):
    """A page or bar that was built."""

    def present(self, page: Page) -> None:
        """Come into view and take the keyboard."""
        ...
