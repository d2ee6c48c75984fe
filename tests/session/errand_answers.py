"""What is answered by work in a process of its own."""

from collections.abc import Callable
from queue import SimpleQueue
from typing import Any

from reviewer.host.errand import Errand, Failed


def answers_of(work: Callable[..., None], *arguments: object) -> list[Any]:
    """Return all that some work answers, the last being None or `Failed`."""
    answers: SimpleQueue[object] = SimpleQueue()
    errand = Errand(work, arguments, lambda call: call(), lambda _, answer: answers.put(answer), "ended early")
    received = [answers.get()]
    while not (received[-1] is None or isinstance(received[-1], Failed)):
        received.append(answers.get())
    errand.stop()
    return received
