"""The first pass over a long document is right nearly everywhere, and at once."""

import random
import subprocess
import sys

from reviewer.alignment.align import first_pass
from reviewer.alignment.link import Link
from reviewer.alignment.rough import rough

COUNT = 4000
CHOICE = random.Random(4)
SOURCE = ["Wort " * CHOICE.randrange(3, 40) + "." for _ in range(COUNT)]
TARGET = ["word " * round(len(text) / 5 + CHOICE.random()) for text in SOURCE]


def right(links: list[Link], pairs: set[tuple[int, int]]) -> float:
    """Return the share of pairs that were found."""
    found = {(i, j) for link in links for i in link.source for j in link.target}
    return len(found & pairs) / len(pairs)


def test_left_out_rows_throw_only_their_neighbours_out() -> None:
    lost = set(range(150, COUNT, 400))
    kept = [j for j in range(COUNT) if j not in lost]
    links = rough(SOURCE, [TARGET[j] for j in kept])
    assert [i for link in links for i in link.source] == list(range(COUNT))
    assert [j for link in links for j in link.target] == list(range(len(kept)))
    assert right(links, {(i, k) for k, i in enumerate(kept)}) > 0.98


def test_a_chapter_left_out_is_a_hole() -> None:
    named = [f"{text} {10_000 + n}" for n, text in enumerate(SOURCE)]
    answered = [f"{text} {10_000 + n}" for n, text in enumerate(TARGET)]
    links = rough(named, answered[:1000] + answered[1600:])
    assert right(links, {(i, i if i < 1000 else i - 600) for i in range(COUNT) if not 1000 <= i < 1600}) > 0.98
    assert sum(link.hole for link in links) > 550


def test_what_runs_in_step_or_is_short_is_not_guessed() -> None:
    kinds = [None] * COUNT, [None] * COUNT
    assert first_pass(SOURCE, TARGET, "de", "en", kinds=kinds)[1]
    assert first_pass(SOURCE[:30], TARGET[:29], "de", "en", kinds=([None] * 30, [None] * 29))[1]
    assert not first_pass(SOURCE, TARGET[1:], "de", "en", kinds=(kinds[0], kinds[1][1:]))[1]


def test_the_first_pass_needs_no_numpy() -> None:
    script = (
        "import sys\n"
        "from reviewer.alignment.rough import rough\n"
        "rough(['a 12', 'b'] * 900, ['a 12', 'b'] * 890)\n"
        "assert 'numpy' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
