"""Pairing a long document anew while it is reviewed: worked out away from the window, put in stretch by stretch."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from reviewer.alignment.align import align
from reviewer.alignment.chain import Point
from reviewer.alignment.link import Link
from reviewer.model.bitext import Bitext
from reviewer.model.correction import Edit, Verb
from reviewer.model.segment import Segment, without_codes
from reviewer.session.pairing.regrouping import Parts, confidence_of, held, links_of, movable, regrouped
from reviewer.session.pairing.repairing import new_ids
from reviewer.session.rows import Rows
from reviewer.session.session import Session
from reviewer.storage.sqlite import SqliteStore

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

_AT_ONCE = 2_000
"""Rows that are put in as one act: a moment for the window."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Neighbouring rows that are to be put together otherwise."""

    rows: tuple[tuple[str, int], ...]
    """Id and revision of each as it was looked at."""
    links: tuple[Link, ...]
    """The new pairs, in numbers of the paragraphs of these rows."""


def pair_anew(path: str, documents: Sequence[int], answers: "Connection") -> None:
    """Pair documents of the project at `path` anew, sending shares done (0 to 1), then a list of `Stretch`.

    `documents` are their numbers.
    """
    store = SqliteStore(path, writable=False)
    project = store.load()
    store.close()
    rows = Rows(project.rows, len(project.bitexts))
    whole = sum(len(rows.of_document(document)) for document in documents)
    found: list[Stretch] = []
    done = 0
    for document in documents:
        its = [rows[number] for number in rows.of_document(document)]
        before, share = done / max(1, whole), len(its) / max(1, whole)
        progress = partial(_send_share, answers, before, share)
        found += _paired_anew(its, project.bitexts[document], progress)
        done += len(its)
    answers.send(found)


def _send_share(answers: "Connection", before: float, share: float, done: float) -> None:
    answers.send(before + share * done)


def _paired_anew(rows: Sequence[Segment], bitext: Bitext, progress: Callable[[float], None]) -> Iterator[Stretch]:
    parts = [held(row) for row in rows]
    links = align(
        [without_codes(side.text) for part in parts for side in part.source],
        [without_codes(side.text) for part in parts for side in part.target],
        bitext.source.language,
        bitext.target.language,
        kinds=(
            [(row.kind, row.level) for row, part in zip(rows, parts, strict=True) for _ in part.source],
            [(row.kind, row.level) for row, part in zip(rows, parts, strict=True) for _ in part.target],
        ),
        walls=_walls(rows, parts),
        progress=progress,
    )
    return stretches(rows, parts, links)


def _walls(rows: Sequence[Segment], parts: Sequence[Parts]) -> list[Point]:
    """Return where rows that stay as they are begin and end."""
    walls: dict[Point, None] = {}
    i = j = 0
    for row, part in zip(rows, parts, strict=True):
        end = i + len(part.source), j + len(part.target)
        if not movable(row):
            walls |= {(i, j): None, end: None}
        i, j = end
    return [wall for wall in walls if wall not in ((0, 0), (i, j))]


def stretches(rows: Sequence[Segment], parts: Sequence[Parts], links: Sequence[Link]) -> Iterator[Stretch]:
    """Yield the least stretches of rows that differ from what links say."""
    olds = links_of(rows, parts)
    first_row = first_link = row = link = 0
    # How many paragraphs of both files both have come past.
    was, now, start = [0, 0], [0, 0], (0, 0)
    while row < len(olds):
        was[0] += len(olds[row].source)
        was[1] += len(olds[row].target)
        row += 1
        while link < len(links) and (now[0] < was[0] or now[1] < was[1]):
            now[0] += len(links[link].source)
            now[1] += len(links[link].target)
            link += 1
        if was != now:
            continue
        new = links[first_link:link]
        if [k[:2] for k in olds[first_row:row]] != [k[:2] for k in new] or _doubts(rows[first_row], new):
            seen = tuple((r.id, r.revision) for r in rows[first_row:row])
            yield Stretch(seen, tuple(k.moved(-start[0], -start[1]) for k in new))
        first_row, first_link, start = row, link, (now[0], now[1])


def _doubts(row: Segment, new: Sequence[Link]) -> bool:
    """Say whether a row that stays is to be doubted, or no longer."""
    return row.doubtful != replace(row, confidence=confidence_of(new[0])).doubtful


def edits(session: Session, found: Iterable[Stretch]) -> Iterator[Edit]:
    """Yield acts that put the new pairs in, except where somebody has worked on a row since or before."""
    before: list[Segment] = []
    after: list[Segment] = []
    for stretch in found:
        rows = _untouched(session, stretch)
        if rows is None:
            continue
        end = session.rows.rank_after(session.rows.number(rows[-1].id))
        ids = (f"{id}.{len(after)}" for id in new_ids(session, rows[0].id))
        made = regrouped(rows, [held(row) for row in rows], stretch.links, end, ids)
        if made is None:
            continue
        before += rows
        after += made
        if len(before) >= _AT_ONCE:
            yield Edit(Verb.ALIGN, tuple(before), tuple(after))
            before, after = [], []
    if before:
        yield Edit(Verb.ALIGN, tuple(before), tuple(after))


def _untouched(session: Session, stretch: Stretch) -> list[Segment] | None:
    """Return a stretch's rows where they are still as they were looked at and nobody's work."""
    if not all(session.rows.has(id) for id, _ in stretch.rows):
        return None
    first = session.rows.number(stretch.rows[0][0])
    rows = [session.rows[k] for k in range(first, min(first + len(stretch.rows), len(session.rows)))]
    same = tuple((row.id, row.revision) for row in rows) == stretch.rows
    return rows if same and all(movable(row) and not session.remarks.comments_of(row.id) for row in rows) else None
