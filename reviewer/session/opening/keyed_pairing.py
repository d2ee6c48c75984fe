"""Pairing two files of named strings by their names, whatever their texts and their order.

An alignment keeps the order of both texts, so strings that one file sorts anew would be holes there; a
review needs only the target's order.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence

from reviewer.alignment.link import Link
from reviewer.formats.format import Content


def pair_by_key(source: Content, target: Content) -> list[Link] | None:
    """Return the units of two files paired by key, in the order of the target.

    The key is the id in a format of named strings, and in two bilingual files the source text they share.
    What the target lacks stands before the unit it stands before in the source. None where the files
    have no keys, or fewer than half of the shorter one's are in the other.
    """
    ours: Sequence[Hashable]
    theirs: Sequence[Hashable]
    if source.keyed and target.keyed:
        ours, theirs = [unit.id for unit in source.units], [unit.id for unit in target.units]
    elif source.bilingual and target.bilingual:
        # One source text may stand in several places: the first belongs to the first.
        ours, theirs = _counted(unit.source for unit in source.units), _counted(unit.source for unit in target.units)
    else:
        return None
    places: dict[Hashable, int] = {key: place for place, key in enumerate(ours)}
    if 2 * sum(key in places for key in theirs) < min(len(ours), len(theirs)):
        return None
    return list(_links(ours, theirs, places))


def _counted(texts: Iterable[str | None]) -> Sequence[Hashable]:
    seen: Counter[str | None] = Counter()
    keys = []
    for text in texts:
        seen[text] += 1
        keys.append((text, seen[text]))
    return keys


def _links(ours: Sequence[Hashable], theirs: Sequence[Hashable], places: dict[Hashable, int]) -> Iterator[Link]:
    translated = set(theirs)
    for number, key in enumerate(theirs):
        place = places.get(key)
        if place is None:
            yield Link((), (number,))
            continue
        first = place
        while first and ours[first - 1] not in translated:
            first -= 1
        yield from (Link((lonely,), ()) for lonely in range(first, place))
        yield Link((place,), (number,))
    tail = len(ours)
    while tail and ours[tail - 1] not in translated:
        tail -= 1
    yield from (Link((lonely,), ()) for lonely in range(tail, len(ours)))
