"""Whether a window can open here: found out before Qt tries, because Qt's way of saying no is to abort."""

import ctypes
import os
import re
import sys
from collections.abc import Iterable, Mapping
from importlib.util import find_spec
from pathlib import Path

from reviewer.model.errors import ReviewerError

_PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libGLX.so.0": "libglx0",
    "libOpenGL.so.0": "libopengl0",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
}
"""Shared library → the Debian package that holds it (Debian 12 and 13, Ubuntu 22.04 and later)."""

_LIBRARY = re.compile(r"(lib[\w.+-]+\.so[.\d]*)")


class DisplayError(ReviewerError):
    """No window can be opened here."""


def expect_window(environment: Mapping[str, str] = os.environ) -> None:
    """Make sure that a window can be opened.

    Raises:
        DisplayError: there is no display, it does not answer, or Qt lacks libraries of the system; says what to do.
    """
    if not sys.platform.startswith("linux"):
        return
    platform = environment.get("QT_QPA_PLATFORM", "").split(":")[0]
    if platform and platform not in ("xcb", "wayland", "wayland-egl"):
        return
    on_wayland = bool(environment.get("WAYLAND_DISPLAY")) and platform != "xcb"
    if not on_wayland and not environment.get("DISPLAY"):
        raise DisplayError(
            "There is no display to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set). Start it from a "
            "desktop, or use “reviewer check”, “import” and “export”, which need none."
        )
    if not on_wayland:
        _expect_libraries("libqxcb.so")
        _expect_answer(environment["DISPLAY"])


def explained(error: ImportError) -> DisplayError:
    """Return what to tell the editor when Qt itself cannot be loaded."""
    found = _LIBRARY.search(str(error))
    return DisplayError(
        _needs([found[1]]) if found else f"Qt cannot be loaded: {error}. Install PySide6-Essentials again."
    )


def _expect_libraries(plugin: str) -> None:
    """Load a platform plugin of Qt, which is how Qt finds out that something is missing."""
    package = find_spec("PySide6")
    places = package.submodule_search_locations if package else None
    path = Path(places[0]) / "Qt" / "plugins" / "platforms" / plugin if places else None
    if path is None or not path.exists():
        # Installed some other way (a distribution's own package): its installer saw to the libraries.
        return
    try:
        ctypes.CDLL(str(path))
    except OSError as error:
        first = _LIBRARY.findall(str(error))[:1]
        if missing := _missing(path) or first:
            raise DisplayError(_needs(missing)) from error


def _missing(path: Path) -> list[str]:
    """Return all the libraries that a shared object wants and the system lacks."""
    # Imported here: seldom is anything missing.
    import subprocess

    try:
        listed = subprocess.run(["ldd", str(path)], capture_output=True, text=True, timeout=10, check=False).stdout
    except (OSError, subprocess.TimeoutExpired):
        return []
    return [line.split()[0] for line in listed.splitlines() if line.endswith("not found")]


def _needs(libraries: Iterable[str]) -> str:
    packages = sorted({_package(library) for library in libraries})
    several = "libraries" if len(packages) > 1 else "a library"
    return f"Qt needs {several} this system lacks. On Debian or Ubuntu: sudo apt install {' '.join(packages)}"


def _package(library: str) -> str:
    """Return the Debian package of a library; where it is not in the table, the name Debian Policy 8.1 asks for."""
    if library in _PACKAGES:
        return _PACKAGES[library]
    name, _, version = library.lower().replace("_", "-").partition(".so")
    dash = "-" if name[-1:].isdigit() else ""
    return f"{name}{dash if version else ''}{version.lstrip('.').split('.')[0]}"


def _expect_answer(display: str) -> None:
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError as error:
        raise DisplayError(_needs(["libxcb.so.1"])) from error
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = (ctypes.c_char_p, ctypes.c_void_p)
    xcb.xcb_connection_has_error.argtypes = (ctypes.c_void_p,)
    xcb.xcb_disconnect.argtypes = (ctypes.c_void_p,)
    connection = xcb.xcb_connect(display.encode(), None)
    failed = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    if failed:
        raise DisplayError(
            f"The display {display} does not answer. Check DISPLAY and that you may use it (xhost, XAUTHORITY), "
            "or start the program from a desktop."
        )
