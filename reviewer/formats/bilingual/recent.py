"""What was found out about the files read last, so that saving one needs no second look at all of it."""

from collections import OrderedDict
from collections.abc import Hashable, Mapping
from typing import Generic, TypeVar

T = TypeVar("T")


class Recent(Generic[T]):
    """A small memory by file contents and options, forgetting the oldest. Losing an entry costs only time."""

    def __init__(self, *options: str, size: int = 8) -> None:
        self._options = options
        self._size = size
        self._known: OrderedDict[Hashable, T] = OrderedDict()

    def get(self, data: bytes, options: Mapping[str, str]) -> T | None:
        """Return what is known of a file as read with those options."""
        return self._known.get(self._key(data, options))

    def put(self, data: bytes, options: Mapping[str, str], value: T) -> None:
        """Remember something about a file as read with those options."""
        self._known[self._key(data, options)] = value
        while len(self._known) > self._size:
            self._known.popitem(last=False)

    def _key(self, data: bytes, options: Mapping[str, str]) -> Hashable:
        # `hash` of bytes is keyed anew in each process, runs at memory speed and is kept in the object.
        return hash(data), len(data), *(options.get(name, "") for name in self._options)
