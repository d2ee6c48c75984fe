"""What belongs to what: a link between segments of two texts."""

from typing import NamedTuple


class Link(NamedTuple):
    """Segments of the source and the segments of the target that translate them.

    Indexes are zero-based and consecutive. A hole (text without a counterpart) has one empty side and
    one segment on the other. Links of an alignment stand in text order on both sides and hold every
    index exactly once.
    """

    source: tuple[int, ...]
    target: tuple[int, ...]
    score: float = 1.0
    """How sure the link is: the estimated probability, 0 to 1, that it is exactly right."""

    @property
    def hole(self) -> bool:
        """Whether one side is empty."""
        return not (self.source and self.target)

    def moved(self, source: int, target: int) -> "Link":
        """Return the link with `source` and `target` added to the indexes of its sides."""
        return Link(tuple([i + source for i in self.source]), tuple([j + target for j in self.target]), self.score)


def holes(source: range, target: range, score: float) -> list[Link]:
    """Return the segments of both ranges as holes, the source's first."""
    return [Link((i,), (), score) for i in source] + [Link((), (j,), score) for j in target]
