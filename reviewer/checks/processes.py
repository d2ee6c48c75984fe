"""Checking a long document in several processes, which share the reading of it and know the whole of it."""

import gc
import multiprocessing
import os
import pickle
import sys
import threading
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from itertools import chain
from multiprocessing.connection import Connection, wait
from typing import Any, NamedTuple, TypeVar

from reviewer.checks.check import Passage
from reviewer.checks.runner import KEPT, DocumentFacts, Pair, Runner, Setup, in_context
from reviewer.model.errors import ReviewerError
from reviewer.model.finding import Finding

T = TypeVar("T")

_WORTH = 1_500
"""Segments from which a second process saves more time than it takes to start."""
_BLOCK = 100
"""Segments that go to one process in a row: few, so that findings come in order without waiting long."""


def check_all(setup: Setup, pairs: Sequence[Pair], jobs: int | None = None) -> Iterator[tuple[Pair, list[Finding]]]:
    """Yield what is found in each pair of a document, in order, as `Runner.check_all` does.

    `jobs` is the number of processes; None takes one for each processor where the document is long enough.
    Raises ReviewerError when a process ends early.
    """
    jobs = jobs or (os.cpu_count() or 1 if len(pairs) >= _WORTH else 1)
    yield from zip(pairs, look_at_all(setup, pairs, _findings, jobs), strict=True)


def _findings(passage: Passage, findings: list[Finding]) -> list[Finding]:
    return findings


def look_at_all(
    setup: Setup,
    pairs: Sequence[Pair],
    look: Callable[[Passage, list[Finding]], T],
    jobs: int,
    known: Callable[[DocumentFacts], None] | None = None,
) -> Iterator[T]:
    """Yield what `look` makes of each passage and what is found in it, in order.

    `look` runs in the process that checks the passage: it is found by its name there, and what it returns can be
    pickled. `known` is told what all passages together say before the first of them comes.
    Raises ReviewerError when a process ends early.
    """
    if jobs == 1:
        runner = Runner(setup)
        with _collecting_seldom():
            for number, (passage, findings) in enumerate(runner.check_passages(pairs)):
                if known and not number:
                    known(runner.facts)
                yield look(passage, findings)
        return
    # Forking is quick and shares what is loaded, but copies the locks that other threads may hold.
    alone = sys.platform == "linux" and threading.active_count() == 1
    context: Any = multiprocessing.get_context("fork" if alone else "spawn")
    blocks = [range(start, min(start + _BLOCK, len(pairs))) for start in range(0, len(pairs), _BLOCK)]
    with ExitStack() as ending:
        workers: list[Connection] = []
        for number in range(jobs):
            ours, theirs = context.Pipe()
            share = [_Block.cut(pairs, block) for block in blocks[number::jobs]]
            process = context.Process(target=_work, args=(setup, look, theirs, share), daemon=True)
            with warnings.catch_warnings():
                # Python 3.12 also warns of the idle threads of numeric libraries, which hold no locks.
                warnings.simplefilter("ignore", DeprecationWarning)
                process.start()
            theirs.close()
            ending.callback(process.join)
            ending.callback(process.terminate)
            workers.append(ours)
        notes: list[bytes] = [*_answers(workers, len(blocks))]
        for number, worker in enumerate(workers):
            # Its own it has; the others' go from process to process as they are.
            worker.send([its if at % jobs != number else None for at, its in enumerate(notes)])
        if known:
            runner = Runner(setup)
            runner.sum_up(chain.from_iterable(map(pickle.loads, notes)))
            known(runner.facts)
        del notes
        for found in _answers(workers, len(blocks)):
            yield from found


@contextmanager
def _collecting_seldom() -> Iterator[None]:
    """Let Python look for cycles once in 100,000 objects, not in 700.

    Checking leaves next to none behind, and walking over all that is kept takes a sixth of the time.
    """
    first, *later = gc.get_threshold()
    gc.set_threshold(max(first, 100_000), *later)
    try:
        yield
    finally:
        gc.set_threshold(first, *later)


class _Block(NamedTuple):
    """Pairs in a row, with their neighbours."""

    before: Pair | None
    pairs: Sequence[Pair]
    after: Pair | None

    @classmethod
    def cut(cls, pairs: Sequence[Pair], rows: range) -> "_Block":
        """Take some rows out of a document."""
        before = pairs[rows.start - 1] if rows.start else None
        return cls(before, pairs[rows.start : rows.stop], pairs[rows.stop] if rows.stop < len(pairs) else None)


def _answers(workers: Sequence[Connection], number: int) -> Iterator[Any]:
    """Yield the answers for all blocks in order, which the workers give in turn; none ever waits to be heard."""
    heard: list[list[Any]] = [[] for _ in workers]
    due = [len(range(at, number, len(workers))) for at in range(len(workers))]
    for at in range(number):
        turn, place = at % len(workers), at // len(workers)
        while len(heard[turn]) <= place:
            open_ones = [worker for worker, got, all_ in zip(workers, heard, due, strict=True) if len(got) < all_]
            for worker in wait(open_ones):
                assert isinstance(worker, Connection)
                try:
                    heard[workers.index(worker)].append(worker.recv())
                except EOFError as error:
                    raise ReviewerError("A process that checks the document ended early. Check it again.") from error
        yield heard[turn][place]
        heard[turn][place] = None


def _work(
    setup: Setup, look: Callable[[Passage, list[Finding]], Any], parent: Connection, blocks: Sequence[_Block]
) -> None:
    """Do one process's share, as long as somebody listens."""
    with suppress(BrokenPipeError, ConnectionError, EOFError), _collecting_seldom():
        _note_and_check(Runner(setup), look, parent, blocks)


def _note_and_check(
    runner: Runner, look: Callable[[Passage, list[Finding]], Any], parent: Connection, blocks: Sequence[_Block]
) -> None:
    """Take notes of some blocks, then check them knowing what the notes of all blocks say together."""
    noted: list[list[tuple[int, list[Any]]]] = []
    kept: list[Sequence[Passage]] = []
    for block in blocks:
        passages = [*map(runner.passage, block.pairs)]
        noted.append([(passage.article.document, runner.notes(passage)) for passage in passages])
        parent.send(pickle.dumps(noted[-1]))
        if sum(map(len, kept)) < KEPT // 2:
            kept.append(passages)
    own = iter(noted)
    notes = (next(own) if others is None else pickle.loads(others) for others in parent.recv())
    runner.sum_up(chain.from_iterable(notes))
    del noted, notes
    for number, block in enumerate(blocks):
        passages = [*(kept[number] if number < len(kept) else map(runner.passage, block.pairs))]
        first = runner.passage(block.before) if block.before else None
        last = runner.passage(block.after) if block.after else None
        whole = map(in_context, [first, *passages[:-1]], passages, [*passages[1:], last])
        parent.send([look(passage, runner.check(passage)) for passage in whole])
