"""Measures the view by itself, without a display: from the act to the painted frame.

    python -m pytest tests/ui/test_view_speed.py -m bench -s

prints a table and one line of JSON; nothing is asserted about time.
"""

import json
import random
import time
from collections.abc import Callable
from statistics import median

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer.model.bitext import Bitext, Document
from reviewer.session.rows import RANK_GAP
from reviewer.session.session import Session
from reviewer.storage.memory import MemoryStore
from reviewer.storage.packing import PackedSegment
from reviewer.ui.bitext.target_editor import TargetEditor
from reviewer.ui.bitext.view import BitextView
from tests.ui.conftest import ENGLISH, GERMAN

pytestmark = pytest.mark.bench


def rows(count: int) -> list[PackedSegment]:
    """Return paragraphs of 8 to 70 words, the same each time."""
    draw = random.Random(1)
    source, target = GERMAN.split(), ENGLISH.split()
    lengths = [draw.randint(8, 70) for _ in range(997)]
    texts = [(" ".join(draw.choices(source, k=n)), " ".join(draw.choices(target, k=n))) for n in lengths]
    return [
        PackedSegment(n * RANK_GAP, str(n), f"{n} {texts[n % 997][0]}", f"{n} {texts[n % 997][1]}", None,
                      "translated", 0, None)
        for n in range(1, count + 1)
    ]  # fmt: skip


def timed(act: Callable[[], object]) -> float:
    """Return how many milliseconds an act takes until its frame is painted."""
    start = time.perf_counter()
    act()
    QApplication.processEvents()
    return (time.perf_counter() - start) * 1000


@pytest.mark.parametrize("count", [1_000, 100_000, 1_000_000])
def test_the_view(qtbot: QtBot, count: int) -> None:
    bitext = Bitext("t", Document("/s", "text", "de", "1"), Document("/t", "text", "en", "2"))
    session = Session(MemoryStore([bitext], rows(count)), author="ana")
    view = BitextView()
    qtbot.addWidget(view)
    view.resize(1600, 1000)
    session.listeners.append(view.handle)

    def show() -> None:
        view.set_session(session)
        view.show()

    measured = {"open": [timed(show)]}
    draw = random.Random(2)
    middle = count // 2

    def measure(name: str, act: Callable[[int], object], times: int = 100) -> None:
        measured[name] = [timed(lambda n=n: act(n)) for n in range(times)]  # type: ignore[misc]

    measure("next", lambda n: session.go(str(middle + n)))
    measure("jump", lambda n: session.go(str(draw.randint(1, count))))
    measure("page", lambda n: qtbot.keyClick(view, Qt.Key.Key_PageDown))
    session.go(str(middle))
    bar = view.verticalScrollBar()
    measure("scroll", lambda n: bar.setValue(bar.value() + 20))
    session.go(str(middle))
    view.start_editing(0)
    editor = view.findChild(TargetEditor)
    measure("type", lambda n: qtbot.keyClick(editor, "a"))
    table = {
        name: {"p50": round(median(times), 2), "p95": round(sorted(times)[int(len(times) * 0.95)], 2)}
        for name, times in measured.items()
    }
    print(f"\n{count:>9,} paragraphs   p50 / p95 in ms")
    for name, figures in table.items():
        print(f"{name:>9} {figures['p50']:8.2f} / {figures['p95']:.2f}")
    print(json.dumps({"paragraphs": count, **table}))
