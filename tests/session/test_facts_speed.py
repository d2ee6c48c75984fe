"""Measures the facts of a long document: what taking them costs while the analysis hands them over, and to keep them.

python -m pytest tests/session/test_facts_speed.py -m bench -s
"""

import json
import os
import time
import tracemalloc
from statistics import median, quantiles

import pytest

from reviewer.checks.facts import facts_in
from reviewer.checks.runner import Pair, Runner
from reviewer.model.fact import Fact, FactKind
from reviewer.model.segment import Segment
from reviewer.model.span import Span
from reviewer.session.facts import FactBook, packed
from reviewer.session.rows import RANK_GAP, Rows
from reviewer.storage.packing import pack

SIZE = int(os.environ.get("REVIEWER_BENCH_FACTS", "100000"))
BATCH = 50
SENTENCES = (
    ("Am 5. März 2024 sprach Sandvoss in Hama mit 45 Leuten.", "On 5 March 2024 Sandvoss spoke to 45 people in Hama."),
    ("Das Vorhaben kostet 3,4 Millionen Euro, sagte Brigmann.", "The project costs 3.4 million euros, Brigmann said."),
    ("„Wir kommen wieder“, rief der Kapitän am Montag.", "“We will be back,” the captain shouted on Monday."),
    ("In Syrien und im Libanon blieb es ruhig.", "In Syria and Lebanon it remained quiet."),
)


@pytest.mark.bench
def test_facts_of_a_long_document(capsys: pytest.CaptureFixture[str]) -> None:
    runner = Runner()
    told = [facts_in(runner.passage(Pair("1", *pair, "de", "en"))) for pair in SENTENCES]
    rows = Rows([pack(Segment(str(n), n * RANK_GAP, "", "", "")) for n in range(SIZE)])
    # As they come from the other process; every paragraph tells a number of its own.
    facts = [packed([*told[n % len(told)], _own(n)]) for n in range(SIZE)]
    book = FactBook(rows, "en")
    times = _fill(book, facts)
    tracemalloc.start()
    _fill(FactBook(rows, "en"), facts)
    memory = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    result = {
        "paragraphs": SIZE,
        "rows": len(book.order),
        "facts": sum(len(book.of(str(n))) for n in range(SIZE)),
        "batch_p50_ms": round(median(times), 2),
        "batch_p95_ms": round(quantiles(times, n=20)[-1], 2),
        "peak_mb": round(memory / 2**20),
    }
    with capsys.disabled():
        print("\n" + json.dumps(result))


def _fill(book: FactBook, facts: list[bytes]) -> list[float]:
    """Put all facts into a book; return how long each batch took, in milliseconds."""
    times = []
    for first in range(0, len(facts), BATCH):
        start = time.perf_counter()
        for n, told in enumerate(facts[first : first + BATCH], first):
            book.put(str(n), told)
        times.append(1000 * (time.perf_counter() - start))
    return times


def _own(number: int) -> Fact:
    text = str(number + 1000)
    return Fact(f"= {text} ", FactKind.NUMBER, text, Span(0, len(text)), text, Span(0, len(text)), False)
