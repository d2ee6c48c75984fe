"""What was open last, for the welcome page."""

import json
import os
from dataclasses import asdict, dataclass

from reviewer.host.files import write_file
from reviewer.host.paths import state_folder
from reviewer.model.errors import StorageError
from reviewer.session.session import Session

_FILE = "recent.json"
_KEPT = 12


@dataclass(frozen=True, slots=True)
class Recent:
    """A project that was open, as it was left."""

    path: str
    title: str
    languages: str
    reviewed: int
    count: int

    @classmethod
    def of(cls, session: Session) -> "Recent":
        """Return a session as it is now."""
        source, target = session.bitext.source.language, session.bitext.target.language
        languages = f"{source.upper()} → {target.upper()}"
        return cls(session.path, session.title, languages, session.documents.reviewed, len(session.rows))


def recent_projects() -> list[Recent]:
    """Return the projects that were open last and still exist, the last one first."""
    try:
        stored = json.loads((state_folder() / _FILE).read_text("utf-8"))
        found = [Recent(**entry) for entry in stored]
    except (OSError, ValueError, TypeError):
        # Nothing is lost with this list.
        return []
    return [recent for recent in found if os.path.exists(recent.path)]


def remember_project(recent: Recent) -> None:
    """Put a project first in the list."""
    others = [other for other in recent_projects() if other.path != recent.path]
    data = json.dumps([asdict(entry) for entry in [recent, *others][:_KEPT]], ensure_ascii=False).encode()
    try:
        state_folder().mkdir(parents=True, exist_ok=True)
        write_file(str(state_folder() / _FILE), data, backup=False)
    except (OSError, StorageError):
        # A list for convenience is no reason to disturb the editor.
        return
