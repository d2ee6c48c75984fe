"""The program from outside: what it says where no window can open, pictures, and how it ends."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from reviewer.__main__ import main
from reviewer.model.errors import ReviewerError
from reviewer.storage.sqlite import SqliteStore
from reviewer.ui.running import display
from reviewer.ui.running.display import expect_window, explained

linux = pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")


def environment(folder: Path, **more: str) -> dict[str, str]:
    """Return an environment without a display, whose settings and samples stand in a folder."""
    kept = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    kept.pop("QT_QPA_PLATFORM", None)
    homes = {f"XDG_{kind}_HOME": str(folder / kind.lower()) for kind in ("CONFIG", "DATA", "STATE", "CACHE")}
    return {**kept, **homes, **more}


def reviewer(folder: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run the program to its end."""
    return python(folder, "-m", "reviewer", *arguments, **more)


def python(folder: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run Python to its end, with the program where it can be imported."""
    return subprocess.run(
        [sys.executable, *arguments],
        env=environment(folder, PYTHONPATH=str(Path(__file__).parents[2]), **more),
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip


@linux
def test_no_display_is_one_sentence_and_status_2(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert main([]) == 2
    told = capsys.readouterr()
    assert "no display" in told.err
    assert told.err.count("\n") == 1
    assert not told.out


@linux
def test_a_display_that_does_not_answer_is_told(tmp_path: Path) -> None:
    done = reviewer(tmp_path, DISPLAY=":7361")
    assert done.returncode == 2
    assert "display :7361 does not answer" in done.stderr or "apt install" in done.stderr


def test_a_missing_library_names_its_package() -> None:
    sentence = str(explained(ImportError("libEGL.so.1: cannot open shared object file: No such file or directory")))
    assert sentence.endswith("sudo apt install libegl1")


@linux
def test_all_libraries_that_the_platform_lacks_are_named_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(name: str) -> None:
        raise OSError("libxcb-cursor.so.0: cannot open shared object file: No such file or directory")

    listing = "\tlibxcb-cursor.so.0 => not found\n\tlibxkbcommon-x11.so.0 => not found\n\tlibc.so.6 => /lib/libc.so.6\n"
    monkeypatch.setattr(display.ctypes, "CDLL", refused)
    monkeypatch.setattr(subprocess, "run", lambda *_a, **_k: subprocess.CompletedProcess([], 0, stdout=listing))
    with pytest.raises(ReviewerError, match=r"sudo apt install libxcb-cursor0 libxkbcommon-x11-0$"):
        expect_window({"DISPLAY": ":0"})


@linux
@pytest.mark.parametrize("platform", ["offscreen", "minimal", "vnc:port=5900"])
def test_a_platform_without_x_needs_no_display(platform: str) -> None:
    expect_window({"QT_QPA_PLATFORM": platform})


def test_a_sample_is_drawn_without_a_display(tmp_path: Path) -> None:
    picture = tmp_path / "out.png"
    done = reviewer(tmp_path, "sample", "hama", "--screenshot", str(picture), "--size", "900x700")
    assert (done.returncode, done.stderr) == (0, "")
    data = picture.read_bytes()
    assert data.startswith(b"\x89PNG")
    assert (int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")) == (900, 700)


def test_the_samples_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sample"]) == 0
    assert {"hama", "tyre", "ferry"} <= {line.split()[0] for line in capsys.readouterr().out.splitlines()}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("sample", "atlantis"), "There is no sample “atlantis”"),
        (("sample", "hama", "--size", "wide"), "“wide” is no size"),
    ],
)
def test_what_can_never_be_shown_is_told_before_a_window_is_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str
) -> None:
    assert main([*arguments, "--screenshot", str(tmp_path / "out.png")]) == 2
    assert said in capsys.readouterr().err
    assert not (tmp_path / "out.png").exists()


def test_what_cannot_be_opened_is_one_sentence_and_status_2(tmp_path: Path) -> None:
    (tmp_path / "broken.review").write_bytes(b"SQLite format 3\0" + b"\xff" * 5000)
    done = reviewer(tmp_path, "open", str(tmp_path / "broken.review"), "--screenshot", str(tmp_path / "out.png"))
    assert done.returncode == 2
    assert "damaged. Run “reviewer recover”" in done.stderr
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / "out.png").exists()


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such signals")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_closes_in_good_order(tmp_path: Path, number: signal.Signals) -> None:
    source, target = tmp_path / "s.txt", tmp_path / "t.txt"
    source.write_text("Eins.\nZwei.\n", "utf-8")
    target.write_text("One.\nTwo.\n", "utf-8")
    project = tmp_path / "t.txt.review"
    process = subprocess.Popen(
        [sys.executable, "-m", "reviewer", "open", str(source), str(target)],
        env=environment(tmp_path, QT_QPA_PLATFORM="offscreen"), stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    with process:
        try:
            # The project's lock file tells that the window has it.
            _wait_for(lambda: project.exists() and (tmp_path / "t.txt.review.lock").exists(), process)
            process.send_signal(number)
            _, errors = process.communicate(timeout=30)
        finally:
            process.kill()
    assert (process.returncode, errors) == (0, "")
    assert not (tmp_path / "t.txt.review.lock").exists(), "the project is free again"


def _wait_for(condition: object, process: subprocess.Popen[str]) -> None:
    assert callable(condition)
    while not condition():
        try:
            process.wait(0.02)
        except subprocess.TimeoutExpired:
            continue
        raise AssertionError(f"it ended early: {process.stderr.read() if process.stderr else ''}")


def test_a_project_held_by_another_window_is_told(tmp_path: Path) -> None:
    source, target = tmp_path / "s.txt", tmp_path / "t.txt"
    source.write_text("Eins.\nZwei.\n", "utf-8")
    target.write_text("One.\nTwo.\n", "utf-8")
    project = tmp_path / "p.review"
    assert main(["import", str(source), str(target), "-o", str(project)]) == 0
    store = SqliteStore(str(project))
    try:
        done = reviewer(tmp_path, "open", str(project), "--screenshot", str(tmp_path / "out.png"))
    finally:
        store.close()
    assert done.returncode == 2
    assert "open in another window" in done.stderr


def test_the_binding_is_loaded_before_another_thread_loads_anything(tmp_path: Path) -> None:
    """libshiboken's beginning aborts the process where `sys.modules` grows meanwhile."""
    code = (
        "import sys\n"
        "from reviewer.__main__ import main\n"
        "from reviewer.ui.running import launch\n"
        "def opening(*_):\n"
        "    sys.exit(0 if 'shiboken6' in sys.modules else 1)\n"
        "launch.Opening = opening\n"
        "main(['open', 'a.txt', 'b.txt'])\n"
    )
    assert python(tmp_path, "-c", code, QT_QPA_PLATFORM="offscreen").returncode == 0


def test_a_thread_that_outlives_the_window_leaves_it_alone(tmp_path: Path) -> None:
    code = (
        "import threading\n"
        "from reviewer.__main__ import main\n"
        "from reviewer.ui import review\n"
        "begun, over = threading.Event(), threading.Event()\n"
        "review._QUIET_MS = 10\n"
        "review.warm_up = lambda: (begun.set(), over.wait())\n"
        f"main(['sample', 'hama', '--screenshot', {str(tmp_path / 'out.png')!r}])\n"
        "assert begun.is_set()\n"
        "over.set()\n"
    )
    done = python(tmp_path, "-c", code)
    assert (done.returncode, done.stderr) == (0, "")


def test_no_thread_takes_the_window_apart(tmp_path: Path) -> None:
    """A worker's collector, run whenever collecting is on at all, finds nothing that belongs to the GUI thread."""
    code = (
        "import gc, threading, time\n"
        "from reviewer.__main__ import main\n"
        "def work():\n"
        "    for _ in range(10_000):\n"
        "        if gc.isenabled():\n"
        "            gc.collect()\n"
        "        elif over.is_set():\n"
        "            break\n"
        "        time.sleep(0.001)\n"
        "over = threading.Event()\n"
        "gc.disable()\n"
        "threading.Thread(target=work).start()\n"
        f"main(['sample', 'hama', '--screenshot', {str(tmp_path / 'out.png')!r}])\n"
        "over.set()\n"
    )
    done = python(tmp_path, "-c", code)
    assert (done.returncode, done.stderr) == (0, "")
