"""Work done ahead: what comes of it is the same, whoever did it."""

import subprocess
import sys
from pathlib import Path

import pytest

from reviewer.host.ahead import Ahead

_BEGINNING = "import os, signal, sys, threading\nfrom reviewer.host.ahead import Ahead\nhere = os.getpid()\n"


def _said(script: str) -> str:
    """Return what a program of one thread prints."""
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", _BEGINNING + script], cwd=root, capture_output=True, text=True, timeout=60, check=True
    )
    assert not done.stderr
    return done.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="other systems cannot copy a process")
def test_the_work_is_done_by_another_process() -> None:
    assert (
        _said("print(Ahead(lambda: (os.getpid() != here, b'x' * 5_000_000)).result() == (True, b'x' * 5_000_000))")
        == "True\n"
    )


def test_what_the_work_raises_is_raised_where_it_is_asked_for() -> None:
    script = "ahead = Ahead(lambda: 1 / 0)\ntry:\n    ahead.result()\nexcept ZeroDivisionError:\n    print('raised')"
    assert _said(script) == "raised\n"


def test_work_that_ended_early_is_done_over() -> None:
    script = (
        "def work():\n"
        "    if os.getpid() != here:\n"
        "        os.kill(os.getpid(), signal.SIGKILL)\n"
        "    return 'done over'\n"
        "print(Ahead(work).result())"
    )
    assert _said(script) == "done over\n"


def test_an_answer_that_cannot_be_sent_is_worked_out_here() -> None:
    assert _said("print(Ahead(lambda: sys).result() is sys)") == "True\n"


def test_beside_other_threads_nothing_is_begun() -> None:
    script = (
        "stop = threading.Event()\nthread = threading.Thread(target=stop.wait)\nthread.start()\n"
        "print(Ahead(lambda: os.getpid() == here).result())\nstop.set()"
    )
    assert _said(script) == "True\n"


def test_the_work_is_done_when_it_is_asked_for_at_the_latest() -> None:
    assert Ahead(lambda: "done").result() == "done"
