"""Following a name, number or quotation through the article, and rendering it in one way."""

from collections.abc import Iterable, Iterator

from reviewer.commands.at_hand import review
from reviewer.commands.command import command
from reviewer.commands.desk import Choice, Desk, Page, Panel
from reviewer.commands.finding import Place as Hit
from reviewer.model.errors import InputError
from reviewer.model.fact import Fact
from reviewer.model.finding import Finding
from reviewer.model.span import Span
from reviewer.session import acts
from reviewer.session.facts import FactRow, Place
from reviewer.session.session import Session
from reviewer.text import search

_OTHER = "…"


def pointed(desk: Desk) -> tuple[FactRow, Place | None] | None:
    """Return the thing the editor means, and which of its places.

    That is what the facts panel stands at, else what stands at the caret, what is walked along, what the
    finding is about, or what is odd in the paragraph.
    """
    session = review(desk)
    if desk.fact is not None:
        key, place = desk.fact
        row = session.facts.row(key)
        return (row, place) if row else None
    told = [place for fact in session.facts.of(session.current) for place in _here(session, fact.key)]
    key, segment = session.facts.followed
    caret = desk.caret
    findings = session.findings.of(session.current)
    meant: list[Place] = []
    if caret is not None:
        meant += [p for p in told if p.fact.target_span and _touches(p.fact.target_span, caret.position)]
    if segment == session.current:
        meant += [p for p in told if p.fact.key == key]
    if findings:
        finding = findings[min(desk.finding_index, len(findings) - 1)]
        meant += [p for p in told if _is_about(finding, p.fact)]
    meant += [place for place in told if place.odd]
    row = session.facts.row(meant[0].fact.key) if meant else None
    return (row, meant[0]) if row else None


def changeable(session: Session, places: Iterable[Place], rendering: str) -> list[Hit]:
    """Return where a rendering could stand instead of another, as places to replace; where nothing stands for
    a thing, or the text has changed since it was read, there is nothing to replace."""
    found = []
    for place in places:
        fact = place.fact
        if fact.target_span and fact.rendering != rendering and _still_stands(session, place):
            found.append(Hit(place.segment, False, search.Hit(fact.target_span, rendering)))
    return found


@command("fact.next-place", "Next place of this name or number", "Go", keys=("Ctrl+Shift+F8",), read_keys=("L",))
def next_place(desk: Desk) -> None:
    """Go to the next paragraph that tells of the same thing."""
    _walk(desk, 1)


@command(
    "fact.previous-place",
    "Previous place of this name or number",
    "Go",
    keys=("Ctrl+Shift+F7",),
    read_keys=("Shift+L",),
)
def previous_place(desk: Desk) -> None:
    """Go to the paragraph before that tells of the same thing."""
    _walk(desk, -1)


@command("fact.next-odd", "Next odd rendering", "Go", keys=("Shift+F11",), read_keys=("Shift+S",))
def next_odd(desk: Desk) -> None:
    """Go to the next name, number or quotation that is told in another way than it should be."""
    session = review(desk)
    desk.stop_editing()
    start = session.rows.number(session.current) if session.current else -1
    for document in range(session.document, len(session.bitexts)):
        rows = session.rows.of_document(document)
        for id in session.rows.ids(range(max(rows.start, start + 1), rows.stop)):
            facts = session.facts_of(id)
            if not facts.odd:
                break
            odd = (f for f in facts.of(id) if f.key in facts.odd and facts.is_odd(f))
            if fact := next(odd, None):
                go_to(desk, Place(id, fact, True))
                return
    desk.tell("No odd rendering below." + (" The rest is still being checked." if session.stale else ""))


@command("fact.fix", "Use another rendering here…", "Findings", keys=("Ctrl+Shift+F9",), read_keys=("H",))
def fix(desk: Desk) -> None:
    """Put another of the article's renderings into this place."""
    session, (row, place) = review(desk), _pointed(desk)
    desk.stop_editing()
    place = place or odd_or_first(session, row.key)
    if place is None or not place.fact.target_span or not _still_stands(session, place):
        raise InputError("There is nothing in this place to put another rendering for. Edit the paragraph instead.")
    go_to(desk, place)
    others = [r for r in row.renderings if r.text and r.text != place.fact.rendering]
    choices = [Choice(r.text, r.text, f"{r.times} ×") for r in others]

    walking = desk.fact is not None
    question = f"Instead of “{place.fact.rendering}”"

    def ask() -> None:
        desk.ask(question, put, initial=place.fact.rendering)

    def put(text: str) -> None:
        for hit in changeable(session, [place], text):
            target, (start, end) = session.segment(hit.segment).target, hit.hit.span
            acts.set_target(session, hit.segment, target[:start] + text + target[end:])
        if walking:
            desk.show_panel(Panel.FACTS)

    if choices:
        offered = [*choices, Choice(_OTHER, "Another one…")]
        desk.choose(question, offered, lambda text: ask() if text == _OTHER else put(text))
    else:
        ask()


@command("fact.fix-all", "Use one rendering throughout…", "Findings", keys=("Ctrl+Shift+F10",), read_keys=("Shift+H",))
def fix_all(desk: Desk) -> None:
    """Choose a rendering and see every place that would change; all of them are one act."""
    session, (row, _) = review(desk), _pointed(desk)
    desk.stop_editing()
    # What the caret stood at is meant also when it is gone.
    session.facts.followed = (row.key, session.current)
    desk.show_page(Page.RENDERING)


@command("fact.accept", "Accept this rendering", "Findings", keys=("Ctrl+Shift+F11",), read_keys=("Q",))
def accept(desk: Desk) -> None:
    """Take the rendering in this place as the article's own: it is odd no more. Once more takes that back."""
    session, (row, place) = review(desk), _pointed(desk)
    desk.stop_editing()
    place = place or next((p for p in session.facts.places(row.key) if p.odd), None)
    if place is None:
        desk.tell(f"No rendering of “{row.name}” is odd.")
        return
    rendering = place.fact.rendering
    acts.accept_rendering(session, place.segment, row.key, rendering)
    said = f"“{rendering}” for “{row.name}”" if rendering else f"leaving “{row.name}” out"
    accepted = any(r.accepted for r in _row(session, row).renderings if r.text == rendering)
    desk.tell(f"Accepted: {said}." if accepted else f"No longer accepted: {said}.")


def odd_or_first(session: Session, key: str) -> Place | None:
    """Return the first place where a thing is told in an odd way, or else the first of all."""
    odd = (place for place in session.facts.places(key) if place.odd) if key in session.facts.odd else iter(())
    return next(odd, None) or next(session.facts.places(key), None)


def go_to(desk: Desk, place: Place) -> None:
    """Go where a thing is told and show it in both texts."""
    session, fact = review(desk), place.fact
    facts = session.facts_of(place.segment) if session.rows.has(place.segment) else session.facts
    facts.followed = (fact.key, place.segment)
    if fact.target_span and _still_stands(session, place):
        desk.highlight(place.segment, fact.target_span, counterpart=fact.source_span)
    else:
        desk.highlight(place.segment, fact.source_span, source=True)


def _walk(desk: Desk, step: int) -> None:
    session, (row, _) = review(desk), _pointed(desk)
    desk.stop_editing()
    here = session.segment(session.current).rank
    segments = session.facts.segments(row.key)[::step]
    further = [id for id in segments if (session.rows.rank_of(id) - here) * step > 0]
    if not further:
        desk.tell(f"“{row.name}” is told {'no more below' if step > 0 else 'not above'}.")
        return
    go_to(desk, next(session.facts.places(row.key, further[:1])))


def _pointed(desk: Desk) -> tuple[FactRow, Place | None]:
    meant = pointed(desk)
    if meant is None:
        raise InputError("Put the caret into a name or a number, or choose one in the facts panel.")
    return meant


def _here(session: Session, key: str) -> Iterator[Place]:
    return session.facts.places(key, [session.current])


def _row(session: Session, row: FactRow) -> FactRow:
    return session.facts.row(row.key) or row


def _still_stands(session: Session, place: Place) -> bool:
    """Say whether the text still is what was read."""
    fact = place.fact
    if fact.target_span is None or not session.rows.has(place.segment):
        return False
    return fact.target_span.of(session.segment(place.segment).target) == fact.rendering


def _is_about(finding: Finding, fact: Fact) -> bool:
    if finding.target_span and fact.target_span:
        return finding.target_span.overlaps(fact.target_span)
    return bool(finding.source_span and finding.source_span.overlaps(fact.source_span))


def _touches(span: Span, position: int) -> bool:
    return span.start <= position <= span.end
