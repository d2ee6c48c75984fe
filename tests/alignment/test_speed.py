"""How long an alignment takes and what memory it needs, by length, beside another aligner where one is named.

The environment variable `REVIEWER_ALIGNER` may name a Python file with a function `align(source, target)`.
"""

import itertools
import json
import os
import random
import subprocess
import sys

import pytest

COUNTS = 1_000, 10_000, 100_000


def made_up(count: int) -> tuple[list[str], list[str]]:
    """Return two texts of invented words in two alphabets: Zipfian, reordered within reach, 6 % left out."""
    choice = random.Random(0)
    size = 60_000
    alphabets = [[a + b for a in consonants for b in vowels] for consonants, vowels in (
        ("bdfgklmnprstvz", "aeiou"), ("бвгджзклмнпрстфх", "аеиоу"),
    )]  # fmt: skip
    words = [["".join(choice.choices(own, k=choice.randrange(2, 5))) for _ in range(size)] for own in alphabets]
    weights = list(itertools.accumulate(1 / (k + 2.7) for k in range(size)))
    source, target = [], []
    for _ in range(count):
        used = choice.choices(range(size), cum_weights=weights, k=max(2, int(choice.lognormvariate(2.6, 0.6))))
        kept = [word for word in used if choice.random() > 0.12]
        moved = [word for _, word in sorted((k + choice.random() * 4, word) for k, word in enumerate(kept))]
        figure = f" {choice.randrange(5000)}" if choice.random() < 0.12 else ""
        ours, theirs = (
            " ".join(own[word] for word in of) + figure + "." for own, of in zip(words, (used, moved), strict=True)
        )
        lot = choice.random()
        source += [ours] if lot > 0.03 else []
        target += [theirs] if lot < 0.97 else []
    return source, target


def measured(count: int, aligner: str) -> dict[str, float]:
    """Align in a process of its own; return seconds of processor time and megabytes."""
    done = subprocess.run([sys.executable, __file__, str(count), aligner], check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


@pytest.mark.bench
def test_speed_and_memory(capsys: pytest.CaptureFixture[str]) -> None:
    aligners = ["", *filter(None, [os.environ.get("REVIEWER_ALIGNER")])]
    table = {f"{aligner or 'reviewer'} {count}": measured(count, aligner) for count in COUNTS for aligner in aligners}
    with capsys.disabled():
        print(f"\nload {os.getloadavg()[0]:.1f}")
        for name, row in table.items():
            print(f"  {name:60} {row['seconds']:7.1f} s of processor time {row['megabytes']:7.0f} MB")
        print(json.dumps(table))


def _measure(count: int, aligner: str) -> None:
    import importlib.util
    import resource
    import time

    source, target = made_up(count)
    if aligner:
        spec = importlib.util.spec_from_file_location("aligner", aligner)
        assert spec and spec.loader
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        begun = time.process_time()
        module.align(source, target)
    else:
        from reviewer.alignment.align import align

        begun = time.process_time()
        align(source, target, "xx", "yy")
    used = time.process_time() - begun
    print(json.dumps({"seconds": used, "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))


if __name__ == "__main__":
    sys.path.insert(0, os.getcwd())
    _measure(int(sys.argv[1]), sys.argv[2])
