"""Many texts in one string of bytes: the paragraphs of a long document in little more room than its file takes."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, islice
from typing import overload

_PORTION = 4096
"""Texts that are encoded at once."""
# A text that was typed or read leniently may hold half a surrogate pair, which strict UTF-8 refuses.
_ERRORS = "surrogatepass"


class PackedTexts(Sequence[str]):
    """Texts that are made into strings only when they are asked for.

    A million short strings take three times the room of their characters, and as long to make as to read the file.
    """

    __slots__ = ("_data", "_ends", "_starts", "lengths")

    def __init__(self, data: bytes, starts: "array[int]", ends: "array[int]", lengths: "array[int]") -> None:
        """Text `n` is `data[starts[n]:ends[n]]`, UTF-8."""
        self._data, self._starts, self._ends = data, starts, ends
        self.lengths = lengths
        """How many characters each has."""

    @classmethod
    def of(cls, texts: Iterable[str]) -> "PackedTexts":
        """Return texts packed one behind the other."""
        packer = Packer()
        packer.add(texts)
        return packer.packed()

    def __len__(self) -> int:
        return len(self._starts)

    @overload
    def __getitem__(self, index: int) -> str: ...

    @overload
    def __getitem__(self, index: slice) -> list[str]: ...

    def __getitem__(self, index: int | slice) -> str | list[str]:
        if isinstance(index, slice):
            return [self[n] for n in range(*index.indices(len(self)))]
        return self._data[self._starts[index] : self._ends[index]].decode("utf-8", _ERRORS)

    def __iter__(self) -> Iterator[str]:
        data = self._data
        return (data[start:end].decode("utf-8", _ERRORS) for start, end in zip(self._starts, self._ends, strict=True))


class Packer:
    """Packs texts as they come, so that the long list of them is never held at once."""

    def __init__(self) -> None:
        self._data = bytearray()
        self._starts, self._ends, self._lengths = array("Q"), array("Q"), array("I")

    def add(self, texts: Iterable[str]) -> None:
        """Put texts behind those there are."""
        rest = iter(texts)
        while portion := list(islice(rest, _PORTION)):
            encoded = [text.encode("utf-8", _ERRORS) for text in portion]
            ends = list(accumulate(map(len, encoded), initial=len(self._data)))
            self._starts.extend(ends[:-1])
            self._ends.extend(ends[1:])
            self._lengths.extend(map(len, portion))
            self._data += b"".join(encoded)

    def packed(self) -> PackedTexts:
        """Return all texts; nothing may be added afterwards."""
        return PackedTexts(bytes(self._data), self._starts, self._ends, self._lengths)


def lengths(texts: Sequence[str]) -> Sequence[int]:
    """Return how many characters each of some texts has."""
    return texts.lengths if isinstance(texts, PackedTexts) else list(map(len, texts))
