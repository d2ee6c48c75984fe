"""An article reviewed in a real window, by keys alone, killed while typing, and finished."""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic

import pytest

from reviewer.__main__ import main

NEEDED = ("Xvfb", "xdotool", "setxkbmap")
SOURCE = (
    "Zuletzt hatten sich die Kämpfe in Nordsyrien in die Stadt Hama verlagert.\n"
    "Der Vormarsch in die Stadt Hama ist vorerst gestoppt worden.\n"
    "Eine Einnahme Hamas würde den Druck auf den Präsidenten erhöhen.\n"
    "Die Lage bleibt unübersichtlich, sagen Beobachter.\n"
)
TARGET = (
    "Most recently, the fighting in northern Syria had shifted to the city of Hama.\r\n"
    "The advance into the city of Hama has been stopped for the time being.\r\n"
    "A capture of Hamas would increase the pressure on the president.\r\n"
    "The situation remains unclear, observers say."
)

pytestmark = [
    pytest.mark.window,
    pytest.mark.skipif(
        not all(map(shutil.which, NEEDED)),
        reason="a real window needs Debian's packages xvfb, xdotool and x11-xkb-utils",
    ),
]


class Screen:
    """A display of its own with the program on it."""

    def __init__(self, folder: Path) -> None:
        reading, writing = os.pipe()
        self._server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x800x24", "-noreset"],
            pass_fds=[writing],
            stderr=subprocess.DEVNULL,
        )
        os.close(writing)
        with os.fdopen(reading) as answer:
            display = f":{answer.readline().strip()}"
        kinds = {f"XDG_{kind}_HOME": str(folder / kind) for kind in ("CONFIG", "DATA", "STATE", "CACHE")}
        self._environment = {**os.environ, **kinds, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        self._programs: list[subprocess.Popen[bytes]] = []

    def open(self, *arguments: str) -> subprocess.Popen[bytes]:
        """Start the program and wait for its window."""
        program = subprocess.Popen([sys.executable, "-m", "reviewer", "open", *arguments], env=self._environment)
        self._programs.append(program)
        self.tool("search", "--sync", "--onlyvisible", "--name", "Reviewer$")
        self.tool("search", "--onlyvisible", "--name", "Reviewer$", "windowfocus", "--sync")
        return program

    def press(self, *keys: str) -> None:
        """Press keys, one after the other, as a person would."""
        self.tool("key", "--delay", "60", *keys)

    def lay_out_keys(self, layout: str) -> None:
        """Give the keyboard another layout."""
        subprocess.run(["setxkbmap", layout], env=self._environment, check=True)

    def type(self, text: str) -> None:
        """Type a text."""
        self.tool("type", "--delay", "30", text)

    def tool(self, *arguments: str) -> None:
        """Run xdotool on this display."""
        subprocess.run(
            ["xdotool", *arguments], env=self._environment, check=True, timeout=60, stdout=subprocess.DEVNULL
        )

    def close(self) -> None:
        """End whatever still runs."""
        for process in (*self._programs, self._server):
            process.kill()
            process.wait()


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    screen = Screen(tmp_path)
    yield screen
    screen.close()


def until(holds: Callable[[], bool]) -> None:
    """Wait for a condition, half a minute at most."""
    end = monotonic() + 30
    while not holds():
        assert monotonic() < end, "what was waited for did not come"


def test_reviewed_killed_and_finished(screen: Screen, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source, target, project = (str(tmp_path / name) for name in ("a.de.txt", "a.en.txt", "a.review"))
    Path(source).write_text(SOURCE, "utf-8")
    Path(target).write_bytes(TARGET.encode())

    def rows() -> list[dict[str, str]]:
        capsys.readouterr()
        main(["segments", project])
        return [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    def draft_is_kept() -> bool:
        capsys.readouterr()
        main(["recover", project, "-o", str(tmp_path / f"copy{monotonic()}.review")])
        return "1 drafts" in capsys.readouterr().out

    def fixed() -> bool:
        screen.press("1")
        return "A capture of Hama would" in rows()[2]["target"]

    program = screen.open(source, target, "--from", "de", "--to", "en", "--project", project)
    until(lambda: Path(project).exists())
    screen.press("a", "a")
    # The checks may take a moment to find it; until then the key does nothing.
    until(fixed)
    screen.press("ctrl+Return")
    until(lambda: [row["state"] for row in rows()] == ["reviewed"] * 3 + ["translated"])
    screen.press("Return")
    screen.type(" Typed, then killed.")
    until(draft_is_kept)
    program.send_signal(signal.SIGKILL)
    program.wait()

    program = screen.open(project)
    screen.press("ctrl+Return")
    until(lambda: [row["state"] for row in rows()] == ["reviewed"] * 4)
    screen.press("ctrl+q")
    assert program.wait(30) == 0
    assert main(["export", project, "-o", str(tmp_path / "out.txt")]) == 0
    expected = TARGET.replace("Hamas", "Hama") + " Typed, then killed."
    assert (tmp_path / "out.txt").read_bytes() == expected.encode()


@pytest.mark.parametrize(
    ("layout", "accept", "typed"),
    [("ru", 38, "ы"), ("gr", 38, "σ"), ("ara", 38, "س"), ("fr", 24, "s")],
)
def test_keys_work_under_any_layout(
    screen: Screen, tmp_path: Path, layout: str, accept: int, typed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Keys are pressed by their place, as hands do: A (where a French keyboard has Q), F2, S."""
    project = str(tmp_path / "a.review")
    (tmp_path / "s.txt").write_text("Eins.\nZwei.\n", "utf-8")
    (tmp_path / "t.txt").write_text("One.\nTwo.\n", "utf-8")

    def rows() -> list[list[str]]:
        capsys.readouterr()
        main(["segments", project])
        return [[row["target"], row["state"]] for row in map(json.loads, capsys.readouterr().out.splitlines())]

    screen.lay_out_keys(layout)
    screen.open(str(tmp_path / "s.txt"), str(tmp_path / "t.txt"), "--from", "de", "--to", "en", "--project", project)
    until(lambda: Path(project).exists())
    screen.press(str(accept), "68", "39")
    screen.press("ctrl+36")
    until(lambda: rows() == [["One.", "reviewed"], [f"Two.{typed}", "reviewed"]])
