"""A pair set by hand, and the rows around it that fall into place."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import count

from reviewer.alignment.link import Link
from reviewer.alignment.repair import realign
from reviewer.model.correction import Edit, Verb
from reviewer.session.pairing.regrouping import Parts, held, links_of, movable, regrouped
from reviewer.session.session import Session

_AROUND = 125
"""Rows before and behind that are looked at: those that may change, and more to learn words from."""

Wish = tuple[Link, int | None]
"""A pair there is to be, and the source paragraph it must not be with, if any."""


def keeping(row: Parts) -> Wish | None:
    """Return the pair that a row is; None where one side is empty."""
    return (_link(range(len(row.source)), range(len(row.target))), None) if row.source and row.target else None


def merging(upper: Parts, lower: Parts) -> Wish | None:
    """Return the pair that two merged rows make; None where one side of both is empty."""
    return keeping(Parts(upper.source + lower.source, upper.target + lower.target))


def parting(row: Parts) -> Wish | None:
    """Return the pair of the first paragraphs of a row; None where there is none."""
    return (Link((0,), (0,)), None) if row.source and row.target else None


def moving_down(upper: Parts, lower: Parts) -> Wish | None:
    """Return the pair of the lower source and the upper target, and the source that loses it."""
    if not (upper.target and lower.source):
        return None
    first = len(upper.source)
    return _link(range(first, first + len(lower.source)), range(len(upper.target))), first - 1


def moving_up(upper: Parts, lower: Parts) -> Wish | None:
    """Return the pair of the upper source and the lower target, and the source that loses it."""
    if not (upper.source and lower.target):
        return None
    first = len(upper.target)
    return _link(range(len(upper.source)), range(first, first + len(lower.target))), len(upper.source)


def repair(session: Session, verb: Verb, number: int, whole: Sequence[Parts], wanted: Wish) -> Edit | None:
    """Return what sets a pair among the rows from `number` on, and the rows around it as they then fit best.

    `whole` is what those rows hold; `wanted` is in numbers of its paragraphs. Only rows that are nobody's
    work change with it, up to the next pinned or otherwise decided one. None where the rows cannot be
    put together so.
    """
    document = session.rows.of_document(session.rows.document_of(session.rows[number].id))
    low, high = max(document.start, number - _AROUND), min(document.stop, number + len(whole) + _AROUND)
    rows = [session.rows[k] for k in range(low, high)]
    mine = range(number - low, number - low + len(whole))
    free = [k in mine or (movable(row) and not session.remarks.comments_of(row.id)) for k, row in enumerate(rows)]
    parts = [held(row) for row in rows]
    links = links_of(rows, parts)
    i, j = _extent(links_of(rows[: mine.start], parts[: mine.start]))
    new, apart = wanted[0].moved(i, j), wanted[1]
    where, found = realign(
        [side.text for part in parts for side in part.source],
        [side.text for part in parts for side in part.target],
        links,
        new,
        [link for link, changeable in zip(links, free, strict=True) if not changeable],
        apart=None if apart is None else i + apart,
        languages=(session.bitext.source.language, session.bitext.target.language),
    )
    old = rows[where]
    first, second = _extent(links_of(rows[: where.start], parts[: where.start]))
    after = session.rows.rank_after(low + where.stop - 1)
    made = regrouped(
        old, parts[where], [link.moved(-first, -second) for link in found], after, new_ids(session, old[0].id)
    )
    if made is None:
        return None
    pinned = [
        replace(row, pinned=True, confidence=1.0)
        if set(new.source) <= set(link.source) and set(new.target) <= set(link.target)
        else row
        for row, link in zip(made, found, strict=True)
    ]
    return Edit(verb, tuple(old), tuple(pinned))


def new_ids(session: Session, id: str) -> Iterator[str]:
    """Yield ids for rows that an act adds near the one of `id`."""
    base = session.new_id(id)
    return (f"{base}.{k}" for k in count(1))


def _extent(links: Iterable[Link]) -> tuple[int, int]:
    """Return how many paragraphs of either side links hold."""
    sizes = [(len(link.source), len(link.target)) for link in links]
    return sum(ours for ours, _ in sizes), sum(theirs for _, theirs in sizes)


def _link(source: range, target: range) -> Link:
    return Link(tuple(source), tuple(target))
