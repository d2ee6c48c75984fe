"""The log of failures: where in the program and under which versions, never what the texts say."""

import platform
import traceback
from datetime import UTC, datetime
from pathlib import Path

from reviewer import __version__
from reviewer.host.paths import state_folder

FILE_NAME = "errors.log"
_LARGEST = 1 << 20


def log_failure(error: BaseException) -> Path | None:
    """Append where an unexpected error came from; return the log's path, or None where it cannot be written.

    The message of an error may quote the document, so only its type is written, with files, lines and
    functions.
    """
    lines = [
        f"{datetime.now(UTC).isoformat(timespec='seconds')} Reviewer {__version__}, {platform.platform()}, Python "
    ]
    lines[0] += platform.python_version()
    for one in _chain(error):
        lines.append(f"{type(one).__module__}.{type(one).__qualname__}")
        frames = traceback.extract_tb(one.__traceback__)
        lines += [f"  {_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]
    path = state_folder() / FILE_NAME
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size > _LARGEST:
            path.replace(path.with_suffix(".old.log"))
        with path.open("a", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n\n")
    except OSError:
        return None
    return path


def _chain(error: BaseException | None) -> list[BaseException]:
    found: list[BaseException] = []
    while error is not None and error not in found:
        found.append(error)
        error = error.__cause__ or error.__context__
    return found


def _short(filename: str) -> str:
    """Return a path from the package on; a user's name may stand before it."""
    parts = Path(filename).parts
    packages = [n for n, part in enumerate(parts) if part in ("reviewer", "site-packages", "lib")]
    return "/".join(parts[packages[-1] :]) if packages else parts[-1]
