"""Work done ahead: what comes of it is the same, whoever did it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reviewer.host.ahead import Ahead

_BEGINNING = "import os, signal, sys, threading\nfrom reviewer.host.ahead import Ahead\nhere = os.getpid()\n"

copies = pytest.mark.skipif(
    sys.platform != "linux" or len(os.sched_getaffinity(0)) == 1, reason="no process is copied here"
)


def _said(script: str) -> str:
    """Return what a program of one thread prints."""
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", _BEGINNING + script], cwd=root, capture_output=True, text=True, timeout=60, check=True
    )
    assert not done.stderr
    return done.stdout


@copies
def test_the_work_is_done_by_another_process() -> None:
    assert (
        _said("print(Ahead(lambda: (os.getpid() != here, b'x' * 5_000_000)).result() == (True, b'x' * 5_000_000))")
        == "True\n"
    )


@copies
def test_what_follows_comes_from_the_other_process_in_turn() -> None:
    script = (
        "def then(done, send):\n"
        "    for n in range(3):\n"
        "        send((n, done, os.getpid() != here))\n"
        "first, second = Ahead(lambda: 'done', then), Ahead(lambda: 'done', then)\n"
        "first.result()\n"
        "assert [*first.following()] == [*second.following()] != [*first.following()] == []\n"
        "print(*Ahead(lambda: 'done', then).following())"
    )
    assert _said(script) == "(0, 'done', True) (1, 'done', True) (2, 'done', True)\n"


@copies
def test_what_follows_ends_where_the_process_does() -> None:
    script = (
        "def then(done, send):\n"
        "    send(1)\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
        "ahead = Ahead(lambda: 'done', then)\n"
        "print(ahead.result(), *ahead.following())"
    )
    assert _said(script) == "done 1\n"


@copies
def test_the_process_ends_when_nobody_wants_its_answers() -> None:
    script = (
        "ahead = Ahead(os.getpid, lambda done, send: threading.Event().wait())\n"
        "process = ahead.result()\n"
        "ahead.end()\n"
        "try:\n"
        "    os.kill(process, 0)\n"
        "except ProcessLookupError:\n"
        "    print('ended')"
    )
    assert _said(script) == "ended\n"


def test_nothing_follows_what_was_worked_out_here() -> None:
    script = (
        "stop = threading.Event()\nthread = threading.Thread(target=stop.wait)\nthread.start()\n"
        "ahead = Ahead(lambda: 1, lambda done, send: send(2))\nprint(ahead.result(), *ahead.following())\nstop.set()"
    )
    assert _said(script) == "1\n"


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
    ahead: Ahead[str, None] = Ahead(lambda: "done")
    assert ahead.result() == "done"
    ahead.end()
