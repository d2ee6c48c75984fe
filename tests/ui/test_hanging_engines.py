"""Engines that never answer are in nobody's way: typing and moving go on, and stopping is at once.

    python -m pytest tests/ui/test_hanging_engines.py -m bench -s

prints how long keys take, from the key to the painted frame, without engines and while four requests hang; in
brackets what of it the thread of the window worked, which other programs on the machine do not add to.
"""

import json
import time
from collections.abc import Callable, Iterator
from statistics import median, quantiles

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer.engines.deepl import ENGINE
from reviewer.engines.engine import Account
from reviewer.engines.service import Service
from reviewer.host.settings import ENGINES
from reviewer.model.segment import Segment, State
from reviewer.session.rows import RANK_GAP
from reviewer.session.session import Session
from reviewer.ui.window import MainWindow
from tests.engines.host import Host, silence
from tests.engines.wire_formats import KEY, WIRE_FORMATS
from tests.ui.conftest import GERMAN, OpenWindow
from tests.ui.keys import keyboard, press, write

AT_ONCE = 4
ROUNDS = 100


@pytest.fixture
def host() -> Iterator[Host]:
    host = Host(WIRE_FORMATS["deepl"])
    host.always = silence
    yield host
    host.close()
    assert host.mistakes == []


@pytest.fixture
def hanging(open_window: OpenWindow, host: Host) -> tuple[MainWindow, Session]:
    """A window whose engine never answers; the first paragraph has a translation, the others wait for one."""
    texts = [(GERMAN, "It rains."), *((f"{n}. {GERMAN}", "") for n in range(2, 30))]
    rows = [
        Segment(str(n), n * RANK_GAP, source, target, target, State.TRANSLATED if target else State.INITIAL)
        for n, (source, target) in enumerate(texts, 1)
    ]
    window, session = open_window(rows)
    window.settings.set(ENGINES, {ENGINE.id: ENGINE.title})
    account = Account({"key": KEY, "address": host.address})
    window.interpreter.open_service = lambda deliver: Service(
        lambda _engine: account, engines=[ENGINE], deliver=deliver
    )
    return window, session


def ask_for_all(window: MainWindow, host: Host) -> None:
    """Have the empty paragraphs translated, and wait until all requests that may run at once hang."""
    window.translator.fill(window.translator.empty(), ENGINE.id)
    host.wait_for(AT_ONCE)


def test_an_editor_works_on_while_four_requests_hang(
    hanging: tuple[MainWindow, Session], host: Host, qtbot: QtBot
) -> None:
    window, session = hanging
    ask_for_all(window, host)
    press("E")
    write(" And snows.")
    press("Ctrl+Return")
    assert session.segment("1").target == "It rains. And snows."
    assert (session.segment("1").state, session.current) == (State.REVIEWED, "2")
    press("J", "J", "K")
    assert session.current == "3"
    progress = window.translator.progress
    assert progress is not None, "the engine is still asked"
    assert (progress.answered, len(host.texts)) == (0, AT_ONCE)
    press("Shift+Esc")
    qtbot.waitUntil(lambda: not window.translator.busy)
    assert len(host.texts) == AT_ONCE, "nothing more was asked"
    assert window.translator.empty() == [row.id for row in session.rows][1:]
    assert not any(version.waiting for row in session.rows for version in session.versions.of(row.id))


@pytest.mark.bench
def test_keys_while_requests_hang(hanging: tuple[MainWindow, Session], host: Host) -> None:
    window, _ = hanging
    figures = {"alone": _measured(window)}
    ask_for_all(window, host)
    figures["while four hang"] = _measured(window)
    assert len(host.texts) == AT_ONCE
    window.translator.stop()
    print(f"\n{'ms':20}" + "".join(f"{name:>28}" for name in next(iter(figures.values()))))
    for name, row in figures.items():
        print(f"{name:20}" + "".join(f"{value:>28}" for value in row.values()))
    print(json.dumps(figures))


def _measured(window: MainWindow) -> dict[str, str]:
    def timed(act: Callable[[], None]) -> str:
        walls, works = [], []
        for _ in range(ROUNDS):
            wall, work = time.perf_counter(), time.thread_time()
            act()
            QApplication.processEvents()
            window.view.viewport().repaint()
            walls.append((time.perf_counter() - wall) * 1000)
            works.append((time.thread_time() - work) * 1000)
        return f"{median(walls):.1f} / {quantiles(walls, n=20)[-1]:.1f} ({quantiles(works, n=20)[-1]:.1f})"

    steps = iter(["J", "K"] * ROUNDS)
    result = {"move p50 / p95 (p95 CPU)": timed(lambda: press(next(steps)))}
    press("Ctrl+Home", "E")
    assert keyboard() is not window.view
    result["type p50 / p95 (p95 CPU)"] = timed(lambda: write("e"))
    press("Esc")
    return result
