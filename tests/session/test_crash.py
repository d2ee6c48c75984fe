"""Killed at any moment: nothing that was called saved is missing, and the project always opens."""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reviewer.model.bitext import Bitext, Document
from reviewer.model.segment import Segment
from reviewer.session.rows import RANK_GAP
from reviewer.session.session import Session
from reviewer.storage.packing import pack
from reviewer.storage.sqlite import SqliteStore

KILLS = 200
WORKER = Path(__file__).with_name("crash_worker.py")


@pytest.mark.crash
def test_kills_at_random_moments(tmp_path: Path) -> None:
    path = str(tmp_path / "p.review")
    bitext = Bitext("t", Document("/s", "txt", "de", "1"), Document("/t", "txt", "en", "2"))
    rows = [Segment(str(n), n * RANK_GAP, f"Quelle {n}", f"Target {n}", f"Target {n}") for n in range(1, 201)]
    SqliteStore.create(path, [bitext], [pack(s) for s in rows], {}, {}).close()
    chance = random.Random(1)
    acknowledged = 0
    for kill in range(KILLS):
        acknowledged = max(acknowledged, work_until_killed(path, kill, chance.uniform(0.0, 0.15)))
        session = Session(SqliteStore(path))
        history = session.history()
        assert [c.number for c in history] == list(range(1, len(history) + 1)), f"kill {kill}"
        assert len(history) >= acknowledged, f"kill {kill}: an act that was called saved is missing"
        while session.undo():
            if kill % 20:
                break
        session.close()
        acknowledged = len(history)
    print(f"{KILLS} kills, {acknowledged} corrections, none missing")


def work_until_killed(path: str, seed: int, seconds: float) -> int:
    """Let the editor work for so long, kill them, and return the last act they were told is saved."""
    worker = subprocess.Popen(
        [sys.executable, str(WORKER), path, str(seed)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(WORKER.parents[2])},
    )
    assert worker.stdout
    assert worker.stdout.readline() == "ready\n"
    # The moment of the kill is the point of this test; nothing is waited for.
    time.sleep(seconds)
    worker.kill()
    out = worker.stdout.read().split("\n")
    worker.stdout.close()
    worker.wait()
    # The last line may be cut off by the kill.
    saved = [int(line.split()[1]) for line in out[:-1] if line.startswith("saved ")]
    return saved[-1] if saved else 0
