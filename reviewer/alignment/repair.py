"""Repair by hand: one link is set, the stretch around it falls into place."""

from collections.abc import Collection, Iterable, Sequence

from reviewer.alignment.link import Link
from reviewer.model.errors import InputError

_AROUND = 25, 3_000
"""Links before and behind the set one that may change, and characters of theirs: whichever is less."""
_CONTEXT = 100, 6_000
"""The same of those that serve to learn words from."""


def realign(
    source: Sequence[str],
    target: Sequence[str],
    links: Sequence[Link],
    new: Link,
    pins: Collection[Link] = (),
    *,
    apart: int | None = None,
    languages: tuple[str, str] = ("und", "und"),
) -> tuple[slice, list[Link]]:
    """Return which of `links` to replace, and by what, so that `new` is among them.

    Only links near the new one change, and none beyond the nearest of `pins` (links of `links` that
    stay as they are). The new link gets score 1; put it among the pins to keep it. `new` may be a hole.
    With `apart` the new link may come to hold more than was asked for, but not that source segment.
    Texts and links are those of the whole document; the time taken hardly grows with them. `languages` are
    BCP 47 tags of both texts.

    Raises:
        InputError: the new link would cross a pin.
    """
    first, last = _touched(links, new)
    if any(link in pins for link in links[first:last]):
        raise InputError("This pair would cross a pinned one. Release that pin first.")
    low, high = _widened(source, target, links, (first, last), _AROUND, pins)
    start, end = _widened(source, target, links, (low, high), _CONTEXT, ())
    top, left = (_reached(links, start, side) for side in (0, 1))
    bottom, right = (_reached(links, end, side) for side in (0, 1))
    # numpy comes in only where there is something to compute: the start of the program does not pay.
    from reviewer.alignment.passes import prepared, resolved
    from reviewer.alignment.tiles import Tile

    stretch = Tile(
        _reached(links, low, 0) - top,
        _reached(links, high, 0) - top,
        _reached(links, low, 1) - left,
        _reached(links, high, 1) - left,
    )
    fixed = Link(new.source, new.target, 1.0).moved(-top, -left)
    known = [link.moved(-top, -left) for part in (links[start:low], links[high:end]) for link in part]
    work = prepared(source[top:bottom], target[left:right], languages=languages)
    found = resolved(work, [*known, fixed], stretch, fixed, None if apart is None else apart - top)
    return slice(low, high), [link.moved(top, left) for link in found]


def warm_up() -> None:
    """Load what the first repair would have to wait for."""
    realign(["a 1", "b 2", "c 3"], ["a 1", "b 2", "c 3"], [Link((k,), (k,)) for k in range(3)], Link((1,), (1,)))


def _widened(
    source: Sequence[str],
    target: Sequence[str],
    links: Sequence[Link],
    part: tuple[int, int],
    most: tuple[int, int],
    pins: Collection[Link],
) -> tuple[int, int]:
    """Return a range of links widened both ways by so many links or characters, up to the next pin."""

    def reach(outwards: Iterable[int]) -> int:
        count = characters = 0
        for k in outwards:
            if count == most[0] or characters >= most[1] or links[k] in pins:
                break
            count += 1
            characters += sum(len(source[i]) for i in links[k].source) + sum(len(target[j]) for j in links[k].target)
        return count

    return part[0] - reach(range(part[0] - 1, -1, -1)), part[1] + reach(range(part[1], len(links)))


def _touched(links: Sequence[Link], new: Link) -> tuple[int, int]:
    """Return the range of links that share a segment with the new one."""
    wanted = set(new.source), set(new.target)
    touched = [
        k
        for k, link in enumerate(links)
        if not (wanted[0].isdisjoint(link.source) and wanted[1].isdisjoint(link.target))
    ]
    return touched[0], touched[-1] + 1


def _reached(links: Sequence[Link], before: int, side: int) -> int:
    """Return the first segment of a side that stands in no link before number `before`."""
    for k in range(before - 1, -1, -1):
        own = links[k].target if side else links[k].source
        if own:
            return own[-1] + 1
    return 0
