"""The same paragraphs in other rows: what rows hold of both files, and rows made anew as links say."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from itertools import accumulate

from reviewer.alignment.chain import Point
from reviewer.alignment.link import Link
from reviewer.model.segment import UNIT_BREAK, Lead, Segment, State
from reviewer.session.pairing.pairing import HOLE, Side, source_of, target_of, with_sides

SURE = 0.9
"""Pairs at least this likely to be right are as good as certain."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The paragraphs of both files that a row holds."""

    source: tuple[Side, ...]
    target: tuple[Side, ...]

    @classmethod
    def of(cls, row: Segment) -> "Parts | None":
        """Return the paragraphs of a row; None where it holds a part of one, or words not delivered."""
        if row.corrected or {row.source_lead, row.target_lead} - {Lead.UNIT, Lead.HOLE}:
            return None
        source, target = _paragraphs(source_of(row)), _paragraphs(target_of(row))
        return cls(source, target) if source or target else None


def confidence_of(link: Link) -> float:
    """Return what a row remembers of how sure its link is."""
    return 1.0 if link.score >= SURE else round(link.score, 3)


def joined(sides: Sequence[Side]) -> Side:
    """Return paragraphs of one file as one side of a row; a hole where there are none."""
    return reduce(Side.joined, sides, HOLE)


def held(row: Segment) -> Parts:
    """Return what a row holds; its two texts as they are where these are not whole paragraphs."""
    return Parts.of(row) or Parts(_text(source_of(row)), _text(target_of(row)))


def movable(row: Segment) -> bool:
    """Say whether a row's pair is nobody's work: it may be put together otherwise without asking."""
    untouched = row.state in (State.INITIAL, State.TRANSLATED) and not (row.pinned or row.locked or row.note)
    return untouched and Parts.of(row) is not None


def links_of(rows: Sequence[Segment], parts: Sequence[Parts]) -> list[Link]:
    """Return the links that rows stand for; paragraphs are numbered from the first row on."""
    links: list[Link] = []
    i = j = 0
    for row, part in zip(rows, parts, strict=True):
        i2, j2 = i + len(part.source), j + len(part.target)
        links.append(Link(tuple(range(i, i2)), tuple(range(j, j2)), row.confidence))
        i, j = i2, j2
    return links


def regrouped(
    rows: Sequence[Segment], parts: Sequence[Parts], links: Sequence[Link], after: int, new_ids: Iterator[str]
) -> tuple[Segment, ...] | None:
    """Return rows that hold the same paragraphs as `links` pair them, numbered as in `links_of`.

    Ids and ranks are those of the old rows as far as they go, and a row of the same paragraphs stays as
    it is. Ranks of more rows are below `after`; None where there is no room for them.
    """
    olds = links_of(rows, parts)
    ours = [(row, side) for row, part in zip(rows, parts, strict=True) for side in part.source]
    theirs = [(row, side) for row, part in zip(rows, parts, strict=True) for side in part.target]
    slots = _slots(_starts(olds), _starts(links))
    places = _places(rows, slots, after, new_ids)
    if places is None:
        return None
    made: list[Segment] = []
    for link, slot, (id, rank) in zip(links, slots, places, strict=True):
        confidence = confidence_of(link)
        if slot is not None and olds[slot][:2] == link[:2]:
            again = replace(rows[slot], confidence=confidence)
            made.append(again if again.doubtful != rows[slot].doubtful else rows[slot])
            continue
        sources, targets = [ours[i] for i in link.source], [theirs[j] for j in link.target]
        # A paragraph is of the kind of the row it stood in.
        like = replace((sources or targets)[0][0], id=id, rank=rank, confidence=confidence)
        row = with_sides(like, joined([side for _, side in sources]), joined([side for _, side in targets]))
        made.append(replace(row, state=State.TRANSLATED if targets else State.INITIAL))
    return tuple(made)


def _text(side: Side) -> tuple[Side, ...]:
    return (side,) if side.text else ()


def _paragraphs(side: Side) -> tuple[Side, ...]:
    found: list[Side] = []
    while UNIT_BREAK in side.text:
        first, side = side.cut(side.text.index(UNIT_BREAK))
        found.append(first)
    return (*found, side) if found or not side.is_hole else ()


def _starts(links: Sequence[Link]) -> list[Point]:
    """Return how many paragraphs of both files stand before each link."""
    i = accumulate((len(link.source) for link in links), initial=0)
    j = accumulate((len(link.target) for link in links), initial=0)
    return list(zip(i, j, strict=True))[:-1]


def _slots(old: Sequence[Point], new: Sequence[Point]) -> list[int | None]:
    """Return for each new row the old one whose place it takes: one that begins alike, else one between
    such; None where there are no more."""
    place = {start: k for k, start in enumerate(old)}
    slots = [place.get(start) for start in new]
    end = len(old)
    ends = [end := slot if slot is not None else end for slot in reversed(slots)][::-1]
    free = 0
    for k, slot in enumerate(slots):
        if slot is None and free < ends[k]:
            slot = slots[k] = free
        if slot is not None:
            free = slot + 1
    return slots


def _places(
    rows: Sequence[Segment], slots: Sequence[int | None], after: int, new_ids: Iterator[str]
) -> list[tuple[str, int]] | None:
    """Return id and rank of each new row; the first of them takes the place of the first old one."""
    places: list[tuple[str, int]] = []
    for k, slot in enumerate(slots):
        if slot is not None:
            places.append((rows[slot].id, rows[slot].rank))
            continue
        room = next(((n, rows[s].rank) for n, s in enumerate(slots[k:]) if s is not None), (len(slots) - k, after))
        low = places[-1][1]
        rank = low + (room[1] - low) // (room[0] + 1)
        if rank == low:
            return None
        places.append((next(new_ids), rank))
    return places
