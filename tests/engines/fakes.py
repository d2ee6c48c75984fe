"""An engine without a network, for tests of what stands around every engine."""

import threading
from collections.abc import Callable
from typing import Any

from reviewer.engines.caller import Patience
from reviewer.engines.engine import Account, Cost, Engine, Need, Pace, Question
from reviewer.engines.languages import Languages, by_tag
from reviewer.engines.service import Answer, Batch, Service, Text
from reviewer.engines.wire import Wire

KNOWN = by_tag(["de", "en", "en-US", "ja", "fr"])
HASTY = Patience(attempts=3, first_wait=0.001, longest_wait=1.0)


def engine(answer: Callable[[str], str] = str.upper, **changes: Any) -> Engine:
    """Return an engine that answers by a function of the text."""

    def ask(question: Question, wire: Wire) -> str:
        return answer(question.text)

    values: dict[str, Any] = {
        "id": "fake",
        "title": "Fake",
        "description": "Answers in capitals.",
        "ask": ask,
        "cost": Cost.OWN,
        "needs": (Need("address", "Address", default="http://fake"),),
        "languages": Languages(KNOWN, KNOWN),
        "pace": Pace(per_second=10_000),
    }
    return Engine(**{**values, **changes})


def account(of: Engine) -> Account:
    """Return an account with the defaults alone."""
    return Account({need.name: need.default for need in of.needs})


class Memory:
    """A cache that lasts as long as the test."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}

    def get(self, key: str) -> str | None:
        return self.kept.get(key)

    def put(self, key: str, answer: str) -> None:
        self.kept[key] = answer

    def close(self) -> None:
        """Nothing to let go of."""


class Collected:
    """Answers as they come, by id."""

    def __init__(self) -> None:
        self.answers: dict[str, Answer] = {}
        self.came = threading.Condition()

    def __call__(self, answer: Answer) -> None:
        with self.came:
            assert answer.asked.id not in self.answers, "answered twice"
            self.answers[answer.asked.id] = answer
            self.came.notify_all()

    def wait_for(self, count: int) -> None:
        """Wait until so many answers have come."""
        with self.came:
            assert self.came.wait_for(lambda: len(self.answers) >= count, 10)


def translated(service: Service, *texts: str, source: str = "de", to: str = "en", **options: Any) -> list[Answer]:
    """Have texts translated and return their answers in the order of the texts."""
    collected = Collected()
    batch: Batch = service.translate(
        [Text(str(n), text) for n, text in enumerate(texts)], source, to, service.engines[0].id, collected, **options
    )
    assert batch.wait(20)
    return [collected.answers[str(n)] for n in range(len(texts))]
