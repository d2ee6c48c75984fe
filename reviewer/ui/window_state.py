"""Where the window and its panels stood last."""

import base64
import json
from typing import Any

from PySide6.QtWidgets import QMainWindow

from reviewer.host.files import write_file
from reviewer.host.paths import state_folder
from reviewer.model.errors import StorageError

_FILE = "window.json"
_LAYOUT = 2
"""Raised when panels come or go, so that an old arrangement is not applied to new panels."""


def restore_window(window: QMainWindow) -> bool:
    """Put a window and its panels where they were; False where that is not known."""
    try:
        stored: dict[str, Any] = json.loads((state_folder() / _FILE).read_text("utf-8"))
        geometry, panels = (base64.b64decode(stored[name]) for name in ("geometry", "panels"))
    except (OSError, ValueError, KeyError, TypeError):
        return False
    return window.restoreGeometry(geometry) and window.restoreState(panels, _LAYOUT)


def remember_window(window: QMainWindow) -> None:
    """Store where a window and its panels are."""
    stored = {
        "geometry": base64.b64encode(window.saveGeometry().data()).decode(),
        "panels": base64.b64encode(window.saveState(_LAYOUT).data()).decode(),
    }
    try:
        state_folder().mkdir(parents=True, exist_ok=True)
        write_file(str(state_folder() / _FILE), json.dumps(stored).encode(), backup=False)
    except (OSError, StorageError):
        # Where a window stood is no reason to disturb the editor.
        return
