"""A progress bar on standard error."""

import sys
from typing import TextIO

_WIDTH = 30


class Progress:
    """Shows how much of something is done; on a terminal in one line, elsewhere a line every tenth."""

    def __init__(self, total: int, what: str, out: TextIO | None = None) -> None:
        self._total = total
        self._what = what
        self._out = out or sys.stderr
        self._live = self._out.isatty()
        self._tenths = 0

    def show(self, done: int) -> None:
        """Say that so much is done."""
        share = done / max(self._total, 1)
        filled = int(_WIDTH * share)
        line = f"[{'#' * filled}{'.' * (_WIDTH - filled)}] {done}/{self._total} {self._what}"
        if self._live:
            self._out.write(f"\r{line}")
            self._out.flush()
        elif int(10 * share) > self._tenths:
            self._tenths = int(10 * share)
            self._out.write(f"{line}\n")

    def end(self) -> None:
        """Leave the line."""
        if self._live:
            self._out.write("\n")
