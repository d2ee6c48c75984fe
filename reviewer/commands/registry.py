"""The one list of commands: palette, menus, key chart, documentation and `reviewer commands` read it."""

import importlib
import pkgutil
from functools import cache

import reviewer.commands
from reviewer.commands.command import Command, registered


@cache
def all_commands() -> tuple[Command, ...]:
    """Return every command there is, in the order of the menus."""
    for module in sorted(m.name for m in pkgutil.iter_modules(reviewer.commands.__path__) if not m.ispkg):
        if module != "registry":
            importlib.import_module(f"reviewer.commands.{module}")
    # Which module was imported first, and by whom, is chance.
    return tuple(sorted(registered(), key=lambda c: (MENUS.index(c.menu), c.run.__module__)))


MENUS = ("File", "Edit", "Review", "Findings", "Go", "Find", "Pairing", "Translate", "View", "Help")
"""The menus, in order."""
