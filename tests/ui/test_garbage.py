"""Garbage goes, on the GUI thread, and a large document does not make that slow."""

import gc
import weakref
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from reviewer.ui.running import garbage
from reviewer.ui.running.garbage import GarbageTimer


class Knot:
    """Refers to itself: only the collector can take it away."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def timer(qtbot: QtBot) -> Iterator[GarbageTimer]:
    timer = GarbageTimer(interval_ms=1)
    yield timer
    timer.stop()


def test_knots_go_without_the_automatic_collector(qtbot: QtBot, timer: GarbageTimer) -> None:
    assert not gc.isenabled()
    gone = weakref.ref(Knot())
    filler: list[object] = []

    def collected() -> bool:
        filler.extend([] for _ in range(1000))
        return gone() is None

    qtbot.waitUntil(collected, timeout=5000)


def test_what_survives_a_slow_collection_is_not_walked_again(
    qtbot: QtBot, timer: GarbageTimer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(garbage, "_SLOW_S", 0.0)
    document = [[number] for number in range(20_000)]

    def walked() -> bool:
        # Counting what is frozen would also count what earlier tests left and what goes meanwhile.
        return any(thing is document[0] for thing in gc.get_objects())

    assert walked()
    qtbot.waitUntil(lambda: not walked(), timeout=5000)


def test_stopping_hands_collecting_back(qtbot: QtBot) -> None:
    GarbageTimer().stop()
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0
