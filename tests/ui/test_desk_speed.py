"""Measures the whole desk, from two files to a saved correction, with the checks running.

    python -m pytest tests/ui/test_desk_speed.py -m bench -s

prints a table and one line of JSON for documents of 1,000, 100,000 and 1,000,000 paragraphs (or those that
REVIEWER_BENCH_SIZES names, as `1000,100000`); nothing is asserted about time. Each size runs in a process of
its own, so that memory is its own, too. Without a display these are the program's own costs: the server's
and the screen's come on top.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SIZES = [int(size) for size in os.environ.get("REVIEWER_BENCH_SIZES", "1000,100000,1000000").split(",")]
ROUNDS = 30


@pytest.mark.bench
def test_the_desk(tmp_path: Path) -> None:
    results = {}
    for size in SIZES:
        folder = tmp_path / str(size)
        folder.mkdir()
        root = str(Path(__file__).parents[2])
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": root, "HOME": str(folder)}
        run = subprocess.run(
            [sys.executable, __file__, str(size), str(folder)],
            env=environment,
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
        results[size] = json.loads(run.stdout)
    print(f"\n{'':24}" + "".join(f"{size:>14,}" for size in results))
    for name in next(iter(results.values())):
        print(f"{name:24}" + "".join(f"{result[name]:>14}" for result in results.values()))
    print(json.dumps(results))


def measure(size: int, folder: Path) -> dict[str, float | str]:
    """Open a document of so many paragraphs on the desk and use it; times in milliseconds, memory in MB."""
    import time
    from collections.abc import Callable
    from statistics import median, quantiles

    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from reviewer.commands.finding import next_place
    from reviewer.commands.registry import all_commands
    from reviewer.host.settings import Settings
    from reviewer.session.opening.request import Request
    from reviewer.text.search import Query
    from reviewer.ui.running.garbage import GarbageTimer
    from reviewer.ui.window import MainWindow

    source, target = folder / "article.de.txt", folder / "article.en.txt"
    # Paragraphs of one to seven sentences, never in a rhythm that could be paired a row too low.
    lengths = [1 + (n * 2654435761 >> 9) % 7 for n in range(size)]
    german, english = "Die Lage um Hama bleibt unklar. ", "The situation around Hama is unclear. "
    source.write_text("".join(f"{german * k}Absatz {n}.\n" for n, k in enumerate(lengths)), "utf-8")
    target.write_text("".join(f"{english * k}Paragraph {n}.\n" for n, k in enumerate(lengths)), "utf-8")
    app = QApplication([])
    garbage = GarbageTimer(app)
    begun = time.perf_counter()
    window = MainWindow(Settings())
    window.resize(1280, 800)
    window.review.open(Request((str(source), str(target)), "de", "en"), "ana")
    window.show()
    while window.session is None or not window.view.viewport().isVisible():
        app.processEvents()
    window.view.viewport().repaint()
    result: dict[str, float | str] = {"open to first paint": round((time.perf_counter() - begun) * 1000)}
    session, view = window.session, window.view
    commands = {command.id: command for command in all_commands()}

    def do(id: str) -> None:
        window.run(commands[id])

    def until(holds: Callable[[], bool]) -> None:
        while not holds():
            app.processEvents()

    def timed(name: str, act: Callable[[], object]) -> None:
        times = []
        for _ in range(ROUNDS):
            start = time.perf_counter()
            act()
            app.processEvents()
            view.viewport().repaint()
            times.append((time.perf_counter() - start) * 1000)
        result[f"{name} p50 / p95"] = f"{median(times):.1f} / {quantiles(times, n=20)[-1]:.1f}"

    until(lambda: session.saved)
    timed("next", lambda: QTest.keyClick(view, Qt.Key.Key_Down))
    ends = iter([Qt.Key.Key_End, Qt.Key.Key_Home] * ROUNDS)
    timed("jump", lambda: QTest.keyClick(view, next(ends), Qt.KeyboardModifier.ControlModifier))
    bar = view.verticalScrollBar()
    timed("scroll", lambda: bar.setValue(bar.value() + bar.singleStep()))
    timed("accept and next", lambda: do("review.accept"))
    do("edit.start")
    editor = QApplication.focusWidget() or view
    timed("key while editing", lambda: QTest.keyClicks(editor, "e"))
    do("edit.leave")
    timed("find next", lambda: next_place(session, Query("unklar", match_case=True), None, 1))
    until(lambda: session.saved)
    start = time.perf_counter()
    do("review.accept")
    until(lambda: session.saved)
    result["correction on disk"] = round((time.perf_counter() - start) * 1000, 1)
    status = Path("/proc/self/status")
    if status.exists():
        peak = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        result["memory (MB)"] = int(peak.split()[1]) // 1024
    window.close()
    garbage.stop()
    return result


if __name__ == "__main__":
    print(json.dumps(measure(int(sys.argv[1]), Path(sys.argv[2]))))
