"""What engines answer, taken as the window takes it."""

import time

from reviewer.session.translation.translator import Translator


def take_all(translator: Translator) -> None:
    """Take answers until all have come."""
    end = time.monotonic() + 10
    while translator.busy:
        assert time.monotonic() < end, "engines did not answer"
        translator.work(1.0)
        time.sleep(0)  # lets their threads run
