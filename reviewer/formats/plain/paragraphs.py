"""The paragraphs of a text without markup as units, each made when it is asked for."""

from collections.abc import Iterator, Mapping, Sequence
from typing import overload

from reviewer.formats.format import Unit
from reviewer.model.packed_texts import PackedTexts
from reviewer.model.segment import Kind


class Paragraphs(Sequence[Unit]):
    """Units that have nothing but their text, and some of them the level of a heading; ids count from 1."""

    __slots__ = ("headings", "texts")

    def __init__(self, texts: PackedTexts, headings: Mapping[int, int]) -> None:
        self.texts = texts
        self.headings = headings
        """Place → level."""

    def __len__(self) -> int:
        return len(self.texts)

    @overload
    def __getitem__(self, index: int) -> Unit: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Unit, ...]: ...

    def __getitem__(self, index: int | slice) -> Unit | tuple[Unit, ...]:
        if isinstance(index, slice):
            return tuple(self._unit(place, self.texts[place]) for place in range(*index.indices(len(self))))
        place = range(len(self))[index]
        return self._unit(place, self.texts[place])

    def __iter__(self) -> Iterator[Unit]:
        return map(self._unit, range(len(self)), self.texts)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]

    def _unit(self, place: int, text: str) -> Unit:
        level = self.headings.get(place)
        return Unit(str(place + 1), text) if level is None else Unit(str(place + 1), text, None, Kind.HEADING, level)
