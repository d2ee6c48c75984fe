"""The log of what left the machine, for the editor to look at: never the texts."""

import json
import os
import threading
from dataclasses import asdict
from pathlib import Path

from reviewer.host.paths import state_folder
from reviewer.model.errors import StorageError
from reviewer.model.sent import Sent

FILE_NAME = "sent.jsonl"
_LARGEST = 4 << 20
"""Bytes; some fifteen thousand requests. What is older stays in one file beside it."""


class SentLog:
    """One JSON object a line, oldest first; several windows may write to it."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or state_folder() / FILE_NAME
        self._lock = threading.Lock()

    @property
    def _older(self) -> Path:
        return self.path.with_suffix(".old.jsonl")

    def note(self, sent: Sent) -> None:
        """Append what is about to leave.

        Raises:
            StorageError: the log cannot be written, so that nothing may leave.
        """
        line = json.dumps(asdict(sent), ensure_ascii=False) + "\n"
        try:
            with self._lock:
                self.path.parent.mkdir(parents=True, exist_ok=True)
                if self.path.exists() and self.path.stat().st_size > _LARGEST:
                    self.path.replace(self._older)
                # Read by its owner alone; one write, so that lines of two windows do not mix.
                handle = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
                try:
                    os.write(handle, line.encode())
                finally:
                    os.close(handle)
        except OSError as error:
            raise StorageError(
                f"Nothing was sent: the log of what leaves cannot be written ({error.strerror}: {self.path})."
            ) from error

    def entries(self, most: int = 1000) -> tuple[Sent, ...]:
        """Return the newest requests, newest first; a line that cannot be read is left out."""
        found: list[Sent] = []
        for path in (self.path, self._older):
            try:
                lines = path.read_text("utf-8", "replace").splitlines()
            except OSError:
                continue
            for line in reversed(lines):
                if len(found) == most:
                    break
                try:
                    values = json.loads(line)
                    found.append(Sent(**{**values, "segments": tuple(values["segments"])}))
                except (ValueError, TypeError, KeyError):
                    continue
        return tuple(found)
