"""Which files lie in a folder, whatever else lies there."""

import os
import stat
from dataclasses import dataclass
from enum import Enum

from reviewer.model.errors import InputError

_MOST = 50_000
"""Files and folders looked at: a whole disk is no project."""
_BACKUPS = ("~", ".bak", ".before", ".new", ".orig", ".swp", ".swo", ".tmp", ".part", ".crdownload")
_LOCKS = ("~$", ".~lock", "._")
_OWN = (".review", ".review-wal", ".review-shm")
_CLUTTER = frozenset(("thumbs.db", "desktop.ini", "__macosx", "node_modules", "__pycache__"))


class LeftOut(Enum):
    """Why something in a folder is no document; the value tells it, behind a number."""

    ASIDE = "hidden, locks, backups or projects"
    LINK = "links to folders"
    UNREADABLE = "not readable"
    NAME = "with a name that is not in UTF-8"
    KIND = "of a kind that is no document"


@dataclass(frozen=True, slots=True)
class Listing:
    """What lies in a folder and the folders below it."""

    files: tuple[str, ...]
    """Paths relative to the folder, their parts separated by `/`, in no order that means anything."""
    left_out: tuple[tuple[str, LeftOut], ...]
    """The same of everything else, and why."""


def list_folder(folder: str) -> Listing:
    """Return the files of a folder and of those below it.

    Links to folders are not followed, so that there is no end of them; links to files are.

    Raises:
        InputError: there is no such folder, it may not be read, or it holds more than 50,000 files.
    """
    files: list[str] = []
    left_out: list[tuple[str, LeftOut]] = []
    waiting = [""]
    while waiting:
        below = waiting.pop()
        try:
            entries = list(os.scandir(os.path.join(folder, below)))
        except OSError as error:
            if not below:
                raise InputError(f"The folder {shown(folder)} cannot be read: {error.strerror}.") from error
            left_out.append((below, LeftOut.UNREADABLE))
            continue
        if len(files) + len(left_out) + len(entries) > _MOST:
            raise InputError(f"{shown(folder)} holds more than {_MOST:,} files. Name a folder inside it.")
        for entry in entries:
            path = f"{below}/{entry.name}" if below else entry.name
            why = _why_not(entry)
            if why is not None:
                left_out.append((path, why))
            elif entry.is_dir():
                waiting.append(path)
            else:
                files.append(path)
    return Listing(tuple(files), tuple(left_out))


def _aside(name: str) -> bool:
    """Say whether a name is that of something hidden, a lock, a backup, or a project of this program."""
    lower = name.casefold()
    return name.startswith((".", *_LOCKS)) or lower.endswith((*_BACKUPS, *_OWN)) or lower in _CLUTTER


def shown(path: str) -> str:
    """Return a path as it can be shown and stored, whatever bytes its name is made of."""
    return os.fsencode(path).decode("utf-8", "replace")


def _why_not(entry: os.DirEntry[str]) -> LeftOut | None:
    try:
        if _aside(entry.name):
            return LeftOut.ASIDE
        if shown(entry.name) != entry.name:
            return LeftOut.NAME
        if entry.is_dir():
            return LeftOut.LINK if entry.is_symlink() else None
        # A broken link, a pipe or a device is none.
        return None if stat.S_ISREG(entry.stat().st_mode) else LeftOut.UNREADABLE
    except OSError:
        return LeftOut.UNREADABLE
