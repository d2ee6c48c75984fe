"""The one list of commands: palette, menus, key chart, documentation and `reviewer commands` read it."""

import importlib
import pkgutil
from functools import cache

import reviewer.commands
from reviewer.commands.command import Command, registered
from reviewer.commands.menus import LAYOUT, place_of


@cache
def all_commands() -> tuple[Command, ...]:
    """Return every command there is, in the order of the menus."""
    for module in sorted(m.name for m in pkgutil.iter_modules(reviewer.commands.__path__) if not m.ispkg):
        if module != "registry":
            importlib.import_module(f"reviewer.commands.{module}")
    # Which module was imported first, and by whom, is chance.
    return tuple(sorted(registered(), key=lambda c: (MENUS.index(c.menu), place_of(c.id), c.run.__module__)))


MENUS = tuple(LAYOUT)
"""The menus, in order."""
