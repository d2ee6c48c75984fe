"""What can go wrong with a translation engine, each with one sentence for the editor."""

# ruff: noqa: N818 - named after what went wrong, as editors read it

from reviewer.model.errors import EngineError


class NoNetwork(EngineError):
    """The engine's host cannot be reached, or broke off."""


class NotSetUp(EngineError):
    """The engine needs a key, an address or the like that is not set."""


class BadKey(EngineError):
    """The engine does not accept the key."""


class Quota(EngineError):
    """What the engine gives for the key, or for nothing, is used up."""


class Busy(EngineError):
    """The engine asks for patience (HTTP 429) or fails for the moment (HTTP 5xx).

    `seconds` is how long it asks to wait (`Retry-After`, RFC 9110, 10.2.3), None where it does not say.
    """

    def __init__(self, sentence: str, seconds: float | None = None) -> None:
        super().__init__(sentence)
        self.seconds = seconds


class WrongLanguages(EngineError):
    """The engine does not translate between these two languages."""


class Refused(EngineError):
    """The engine refuses this text."""


class Nonsense(EngineError):
    """What came back is no translation: an error page, broken data, the wrong characters, far too much."""


class SentElsewhere(Nonsense):
    """The host redirects to another one, to which nothing was sent; `address` is where."""

    def __init__(self, sentence: str, address: str) -> None:
        super().__init__(sentence)
        self.address = address


class TooSlow(EngineError):
    """No whole answer came in time; the call has been ended."""
