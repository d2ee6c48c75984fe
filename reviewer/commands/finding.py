"""Finding and replacing text."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from reviewer.commands.command import command
from reviewer.commands.desk import Desk, Page
from reviewer.model.span import Span
from reviewer.session import acts
from reviewer.session.session import Session
from reviewer.session.worklist import Filter
from reviewer.text.search import Hit, Query, finder, replaced


@dataclass(frozen=True, slots=True)
class Place:
    """A hit of a search in the document."""

    segment: str
    source: bool
    """Whether it stands in the source; only hits in targets can be replaced."""
    hit: Hit


@command("find.find", "Find…", "Find", keys=("Ctrl+F", "Ctrl+F6"), read_keys=("/",))
def find(desk: Desk) -> None:
    """Look for a text in source and translation."""
    desk.show_page(Page.FIND)


@command("find.next", "Find next", "Find", keys=("F3",))
def find_next(desk: Desk) -> None:
    """Go to the next place the text stands."""
    desk.find_next(1)


@command("find.previous", "Find previous", "Find", keys=("Shift+F3",))
def find_previous(desk: Desk) -> None:
    """Go to the previous place the text stands."""
    desk.find_next(-1)


@command("find.replace", "Replace…", "Find", keys=("Ctrl+H", "Ctrl+Shift+F6"))
def replace(desk: Desk) -> None:
    """Replace a text in the translation, with a preview of every place."""
    desk.show_page(Page.REPLACE)


@command("find.where-else", "Where else does this stand?", "Find", keys=("Ctrl+K", "Ctrl+F5"), read_keys=("W",))
def where_else(desk: Desk) -> None:
    """Show every paragraph with the selected words, or with those the finding is about."""
    session = desk.session
    assert session is not None
    caret = desk.caret
    if caret and caret.selection:
        text = caret.selection.of(caret.text)
    else:
        findings = session.findings.of(session.current)
        spans = [f.target_span.of(f.seen[1]) for f in findings[desk.finding_index :] if f.target_span]
        text = spans[0] if spans else ""
    desk.stop_editing()
    if text:
        session.set_filter(Filter(text=text))
    else:
        desk.tell("Select a name or a number first, or go to a finding.")


def places(session: Session, query: Query, replacement: str = "", *, sources: bool = True) -> Iterator[Place]:
    """Yield every hit in the rows shown, in order; those of a source before those of its target.

    Raises:
        InputError: the expression or the replacement is malformed, or takes too long.
    """
    look = finder(query, replacement)
    for position in range(len(session.worklist)):
        yield from _in_row(session, position, look, sources)


def next_place(session: Session, query: Query, after: Place | None, step: int) -> Place | None:
    """Return the next (1) or previous (-1) hit from `after`, or from the current segment; the search goes
    round at the ends. None where there is no hit at all."""
    look = finder(query)
    count = len(session.worklist)
    if not count:
        return None
    start = session.worklist.nearest(after.segment if after and session.rows.has(after.segment) else session.current)
    for offset in range(count + 1):
        hits = list(_in_row(session, (start + step * offset) % count, look, True))
        if offset == 0 and after is not None:
            hits = [hit for hit in hits if hit != after and (_order(hit) > _order(after)) == (step > 0)]
        if hits:
            return hits[0] if step > 0 else hits[-1]
    return None


def _order(place: Place) -> tuple[bool, Span]:
    return not place.source, place.hit.span


def replace_all(session: Session, chosen: Sequence[Place]) -> int:
    """Replace hits in targets as one act; return how many segments changed.

    Raises:
        InputError: one of the segments is locked; none is changed.
    """
    by_segment: dict[str, list[Hit]] = {}
    for place in chosen:
        if not place.source:
            by_segment.setdefault(place.segment, []).append(place.hit)
    texts = {id: replaced(session.segment(id).target, hits) for id, hits in by_segment.items()}
    done = acts.set_targets(session, texts)
    return len(done.segments) if done else 0


def _in_row(session: Session, position: int, look: Callable[[str], Iterator[Hit]], sources: bool) -> Iterator[Place]:
    id = session.worklist.id_at(position)
    source, target = session.rows.texts_of(id)
    if sources:
        yield from (Place(id, True, hit) for hit in look(source))
    yield from (Place(id, False, hit) for hit in look(target))
