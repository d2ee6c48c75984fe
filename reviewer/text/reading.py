"""A text with everything that was found out about it, each thing computed once."""

from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")
_UNKNOWN: Any = object()


class Reading:
    """A text in a language; `of` remembers what analyses said about it.

    Many checks want the same words, numbers or quotations of the same paragraph: whoever asks
    first pays.
    """

    __slots__ = ("_known", "lang", "text")

    def __init__(self, text: str, lang: str) -> None:
        self.text = text
        self.lang = lang
        self._known: dict[Callable[[str, str], Any], Any] = {}

    def of(self, analyse: Callable[[str, str], T]) -> T:
        """Return `analyse(text, lang)`, computed at most once for each function."""
        # Asked some twenty times a segment: one look-up, and no call that is not needed.
        answer: T = self._known.get(analyse, _UNKNOWN)
        if answer is _UNKNOWN:
            answer = self._known[analyse] = analyse(self.text, self.lang)
        return answer

    def __reduce__(self) -> tuple[type["Reading"], tuple[str, str]]:
        return Reading, (self.text, self.lang)

    def __repr__(self) -> str:
        return f"Reading({self.text!r}, {self.lang!r})"
