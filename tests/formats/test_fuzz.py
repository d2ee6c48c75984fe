"""No damaged file makes a reader crash, hang, fill the memory or raise anything but its sentence.

`REVIEWER_FUZZ_COUNT` says how many damaged files each reader gets (300), `REVIEWER_FUZZ_FIRST` the number of the
first (0), so that a later run goes on where an earlier one ended; `REVIEWER_CASES` names a folder whose
`corpora` are damaged besides the tests' own samples. A file that does harm is kept and named.
"""

import gc
import multiprocessing
import os
import random
import re
import signal
import time
import zlib
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from types import FrameType

import pytest

from reviewer.formats.detect import by_id, detect
from reviewer.formats.format import UnitEdit, all_formats
from reviewer.model.errors import InputError
from tests.formats.format_samples import SAMPLES
from tests.formats.mutations import mutated

SECONDS = 10
"""What any refused file may take."""
BYTES = 1 << 30
LARGEST = 300_000
"""Files of the corpora above so many bytes are left out: damage would seldom hit what matters."""
LARGE = 12_000
"""Text files of so many bytes are damaged in part, too."""
EXCERPTS = 6
SMALL_FIRST = 2
"""How strongly small files are preferred; 1 takes all alike."""
COLLECT = 20
"""After how many files garbage is collected; after each allocation of a few hundred it takes a third of the time."""


class _TooLong(BaseException):
    """Not an `Exception`, so that no reader takes it for one of its own."""


def _interrupt(signum: int, frame: FrameType | None) -> None:
    raise _TooLong


def _limit_memory() -> None:
    signal.signal(signal.SIGALRM, _interrupt)
    try:
        import resource
    except ImportError:
        return
    used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (used + BYTES, used + BYTES))


def _refusal(data: bytes) -> str:
    """Return why no format would be tried for a file, empty where one would."""
    try:
        detect(data)
    except InputError as error:
        return str(error)
    return ""


def exercise(format_id: str, data: bytes) -> str:
    """Read a damaged file, write it unchanged and with an edit; return what went wrong, empty if nothing did."""
    format = by_id(format_id)
    start = time.monotonic()
    signal.alarm(SECONDS)
    try:
        refused = _refusal(data)
        if refused and not refused.endswith("."):
            return f"no sentence: {refused}"
        content = format.read(data, {})
        if format.writable:
            assert format.write(data, content.options, []) == data, "no edit, other bytes"
            free = [number for number, unit in enumerate(content.units) if not unit.locked]
            if free:
                chosen = free[len(data) % len(free)]
                text = content.units[chosen].text + " é<&"
                format.read(format.write(data, content.options, [UnitEdit(chosen, text)]), content.options)
    except InputError as error:
        if not str(error).endswith("."):
            return f"no sentence: {error}"
    except _TooLong:
        return f"took more than {SECONDS} s"
    except RecursionError:
        return "recursion too deep"
    except Exception as error:
        trace = error.__traceback__
        while trace and trace.tb_next:
            trace = trace.tb_next
        where = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else ""
        return f"{type(error).__name__}: {str(error)[:100]} at {where}"
    finally:
        signal.alarm(0)
    spent = time.monotonic() - start
    return f"took {spent:.1f} s" if spent > SECONDS else ""


def run(format_id: str, seeds: list[bytes], first: int, count: int) -> tuple[list[tuple[str, bytes]], float]:
    """Exercise a reader with damaged copies; return what went wrong with which file, and the longest time."""
    harm: dict[str, tuple[str, bytes]] = {}
    longest = 0.0
    seeds = sorted(seeds, key=len)
    gc.freeze()
    gc.disable()
    for number in range(first, first + count):
        seed = zlib.crc32(f"{format_id} {number}".encode())
        # Small files more often than large ones: they cost less, and damage hits more of what they are made of.
        base = seeds[int((seed / (1 << 32)) ** SMALL_FIRST * len(seeds))]
        data = mutated(base, seeds[seed // 7 % len(seeds)], seed)
        if number % COLLECT == 0:
            gc.collect()
        start = time.monotonic()
        if problem := exercise(format_id, data):
            # One file for each kind of trouble and place it comes from is enough to mend it.
            harm.setdefault(re.sub(r":.* at |[0-9.]+ s", " at ", problem), (problem, data))
        longest = max(longest, time.monotonic() - start)
    return list(harm.values()), longest


def seeds_of(format_id: str) -> list[bytes]:
    """Return sound files of a format: the samples, and those of the corpora where they are, the large also in part."""
    found = [sample.data for sample in SAMPLES if sample.format == format_id]
    cases = os.environ.get("REVIEWER_CASES")
    for path in sorted(Path(cases, "corpora").rglob("*")) if cases else ():
        if path.is_file() and path.stat().st_size <= LARGEST:
            data = path.read_bytes()
            try:
                if detect(data, path.name).id == format_id:
                    found.append(data)
            except InputError:
                continue
    return found + [part for data in found if len(data) > LARGE for part in excerpts(format_id, data)]


def excerpts(format_id: str, data: bytes) -> Iterator[bytes]:
    """Yield short files made of lines of a long one, as far as the reader takes them for sound."""
    lines = data.splitlines(keepends=True)
    if data.startswith(b"PK") or len(lines) < 60:
        return
    chance = random.Random(len(data))
    found = 0
    for _ in range(300):
        head, tail, size = chance.randint(0, 30), chance.randint(0, 8), chance.randint(10, 90)
        start = chance.randrange(head, len(lines))
        part = b"".join((*lines[:head], *lines[start : start + size], *lines[len(lines) - tail :]))
        try:
            if len(part) > LARGE or not by_id(format_id).read(part, {}).units:
                continue
        except InputError:
            continue
        yield part
        found += 1
        if found == EXCERPTS:
            return


@pytest.mark.fuzz
@pytest.mark.skipif(not hasattr(signal, "SIGALRM"), reason="a hang is ended by an alarm, which this system has not")
@pytest.mark.parametrize("format_id", sorted(each.id for each in all_formats()))
def test_damaged_files_do_no_harm(format_id: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    count = int(os.environ.get("REVIEWER_FUZZ_COUNT", "300"))
    first = int(os.environ.get("REVIEWER_FUZZ_FIRST", "0"))
    start = time.monotonic()
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn"), _limit_memory) as pool:
        harm, longest = pool.submit(run, format_id, seeds_of(format_id), first, count).result()
    for number, (problem, data) in enumerate(harm):
        kept = tmp_path / f"{format_id}-{number}"
        kept.write_bytes(data)
        with capsys.disabled():
            print(f"\n{format_id}: {problem}, kept as {kept}")
    with capsys.disabled():
        print(f"\n{format_id}: {count} files, {time.monotonic() - start:.0f} s, longest {longest:.2f} s")
    assert not harm
