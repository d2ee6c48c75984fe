"""What a command is: something an editor can do, with a name, keys, and the function that does it."""

from collections.abc import Callable
from dataclasses import dataclass

from reviewer.commands.desk import Desk


@dataclass(frozen=True, slots=True)
class Command:
    """One thing an editor can do. Menus, palette, key chart and documentation are made from it."""

    id: str
    """`room.verb`: stable, written in keymaps."""
    title: str
    menu: str
    """Title of the menu it stands in."""
    run: Callable[[Desk], None]
    keys: tuple[str, ...] = ()
    """Chords that work anywhere, also while editing; the first is shown in menus."""
    read_keys: tuple[str, ...] = ()
    """Single keys that work while the paragraph list has the focus."""
    description: str = ""
    needs_document: bool = True
    """Whether it makes sense only while a document is open."""


_COMMANDS: dict[str, Command] = {}


def command(
    id: str,
    title: str,
    menu: str,
    *,
    keys: tuple[str, ...] = (),
    read_keys: tuple[str, ...] = (),
    needs_document: bool = True,
) -> Callable[[Callable[[Desk], None]], Callable[[Desk], None]]:
    """Register a function as a command; its docstring is the description."""

    def register(run: Callable[[Desk], None]) -> Callable[[Desk], None]:
        description = " ".join((run.__doc__ or "").split())
        assert id not in _COMMANDS, f"two commands are called {id}"
        _COMMANDS[id] = Command(id, title, menu, run, keys, read_keys, description, needs_document)
        return run

    return register


def registered() -> tuple[Command, ...]:
    """Return the commands registered so far, in order; see `reviewer.commands.registry.all_commands`."""
    return tuple(_COMMANDS.values())
