"""The acts an editor can do to a document, each one correction that undo takes back."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from reviewer.model.bitext import Bitext, Origin
from reviewer.model.correction import Acceptance, Comment, Correction, Edit, Verb
from reviewer.model.errors import InputError
from reviewer.model.finding import Dismissal, Finding
from reviewer.model.segment import Segment, State
from reviewer.model.span import Span
from reviewer.session.pairing import pairing, repairing
from reviewer.session.pairing.regrouping import Parts
from reviewer.session.session import Session, utc_now
from reviewer.text.folding import fold


def set_target(session: Session, id: str, text: str, verb: Verb = Verb.EDIT, finding: str = "") -> Correction | None:
    """Give a segment another target; None where it says so already.

    A signed-off segment is only reviewed again after that, a hole filled is translated.

    Raises:
        InputError: the segment is locked.
    """
    return set_targets(session, {id: text}, verb, finding)


def set_targets(
    session: Session, texts: Mapping[str, str], verb: Verb = Verb.REPLACE, finding: str = ""
) -> Correction | None:
    """Give several segments other targets, as one act.

    Raises:
        InputError: one of the segments is locked; none is changed.
    """
    before = [session.segment(id) for id in texts]
    changed = [segment for segment in before if segment.target != texts[segment.id]]
    for segment in changed:
        if segment.locked:
            raise InputError(f"Paragraph {segment.id} is locked in its file and cannot be changed.")
    after = [replace(s, target=texts[s.id], state=_state_after_edit(s)) for s in changed]
    return session.apply(Edit(verb, tuple(changed), tuple(after), finding))


def set_state(session: Session, ids: Iterable[str], state: State, note: str | None = None) -> Correction | None:
    """Put segments into a state; `note` says what needs work (None keeps the note there is)."""
    before = tuple(session.segment(id) for id in ids)
    after = tuple(
        replace(s, state=state, note=("" if state.done else s.note) if note is None else note) for s in before
    )
    return session.apply(Edit(Verb.STATE, before, after))


def restore(session: Session, id: str) -> Correction | None:
    """Give a segment its delivered translation back."""
    return set_target(session, id, session.segment(id).delivered, Verb.RESTORE)


def fix(session: Session, finding: Finding, choice: int) -> Correction | None:
    """Put one of a finding's suggestions into the target.

    Raises:
        InputError: the text is no longer what the finding saw, or the segment is locked.
    """
    segment = session.segment(finding.segment)
    suggestion = finding.suggestions[choice]
    if len(finding.seen[1]) != len(segment.target) or finding not in session.findings.of(segment.id):
        raise InputError("The text has changed since; the checks are looking again.")
    start, end = suggestion.span
    text = segment.target[:start] + suggestion.replacement + segment.target[end:]
    return set_target(session, segment.id, text, finding=finding.fingerprint)


def dismiss(session: Session, finding: Finding, *, everywhere: bool = False, reason: str = "") -> Correction | None:
    """Wave a finding away, here or wherever the same is reported."""
    id = finding.pattern if everywhere else finding.fingerprint
    dismissal = Dismissal(id, finding.check, finding.segment, everywhere, reason, session.author, utc_now())
    return session.apply(Edit(Verb.DISMISS, (), (dismissal,), finding.fingerprint))


def accept_rendering(session: Session, id: str, key: str, rendering: str) -> Correction | None:
    """Take what a segment calls a thing as the article's own, or no longer where it is taken so already."""
    name = f"{key}={fold(rendering)}"
    known = session.remarks.acceptance(name)
    if known is not None:
        return session.apply(Edit(Verb.ACCEPT, (known,), ()))
    word = Acceptance(name, id, key, rendering, session.author, utc_now())
    return session.apply(Edit(Verb.ACCEPT, (), (word,)))


def comment(session: Session, id: str, text: str, span: Span | None = None) -> Correction | None:
    """Put a remark on a segment."""
    remark = Comment(session.new_item_id(), id, text, session.author, utc_now(), span)
    return session.apply(Edit(Verb.COMMENT, (), (remark,)))


def remove_comment(session: Session, remark: Comment) -> Correction | None:
    """Take a remark away; it stays in the history."""
    return session.apply(Edit(Verb.COMMENT, (remark,), ()))


def merge(session: Session, id: str) -> Correction | None:
    """Make a segment and the next one into one; None at the end of the document."""
    return _repair(session, id, Verb.MERGE, repairing.merging, lambda upper, lower: (pairing.merged(upper, lower),))


def move_down(session: Session, id: str) -> Correction | None:
    """Put a segment's target to the next segment's source; None at the end."""
    return _repair(session, id, Verb.MOVE, repairing.moving_down, pairing.moved_down)


def move_up(session: Session, id: str) -> Correction | None:
    """Put a segment's target to the previous segment's source; None at the start."""
    number = session.rows.number(id)
    if not number:
        return None
    above = session.rows[number - 1].id
    _expect_one_document(session, above, id)
    return _repair(session, above, Verb.MOVE, repairing.moving_up, pairing.moved_up)


def split(session: Session, id: str, at: int | None) -> Correction | None:
    """Cut a segment in two at a position of its target, or (None) where two paragraphs meet.

    Raises:
        InputError: there is nothing to cut, or one place was cut too often.
    """
    expect_two_files(session.bitext_of(id))
    number = session.rows.number(id)
    segment, rank = session.rows[number], session.rows.rank_between(number)
    if rank is None:
        raise InputError("This place was split too often. Merge some of the parts first.")
    parts = pairing.split(segment, at, session.new_id(id), rank)
    if parts is None:
        raise InputError("Put the caret into the translation, where the paragraph is to be split.")
    if at is None and (edit := _settled(session, Verb.SPLIT, (segment,), repairing.parting)) is not None:
        return session.apply(edit)
    return session.apply(Edit(Verb.SPLIT, (segment,), parts))


def pin(session: Session, id: str) -> Correction | None:
    """Keep a segment's pair as it is whatever is repaired beside it, or no longer."""
    expect_two_files(session.bitext_of(id))
    segment = session.segment(id)
    if not segment.pinned and (edit := _settled(session, Verb.PIN, (segment,), repairing.keeping)) is not None:
        return session.apply(edit)
    return session.apply(Edit(Verb.PIN, (segment,), (replace(segment, pinned=not segment.pinned),)))


def _repair(
    session: Session,
    id: str,
    verb: Verb,
    wish: Callable[[Parts, Parts], repairing.Wish | None],
    repair: Callable[[Segment, Segment], tuple[Segment, ...]],
) -> Correction | None:
    """Let the rows around fall into place where two rows hold whole paragraphs; else change just those two."""
    expect_two_files(session.bitext_of(id))
    number = session.rows.number(id)
    if number + 1 >= len(session.rows):
        return None
    pair = session.rows[number], session.rows[number + 1]
    _expect_one_document(session, id, pair[1].id)
    edit = _settled(session, verb, pair, wish)
    return session.apply(Edit(verb, pair, repair(*pair)) if edit is None else edit)


def _settled(
    session: Session, verb: Verb, rows: tuple[Segment, ...], wish: Callable[..., repairing.Wish | None]
) -> Edit | None:
    if session.bitext_of(rows[0].id).pairs_from is Origin.FILES:
        # The rows beside it are right, whatever their texts look like.
        return None
    held = [Parts.of(row) for row in rows if not (row.locked or row.note)]
    whole = [parts for parts in held if parts is not None]
    if len(whole) < len(rows) or (wanted := wish(*whole)) is None:
        return None
    return repairing.repair(session, verb, session.rows.number(rows[0].id), whole, wanted)


def expect_two_files(bitext: Bitext) -> None:
    """Make sure that the pairs of a document may be changed.

    Raises:
        InputError: they are those of a bilingual file.
    """
    if bitext.bilingual:
        raise InputError("Source and translation are paired by their file, so that pairs cannot be changed.")


def _expect_one_document(session: Session, upper: str, lower: str) -> None:
    if session.rows.document_of(upper) != session.rows.document_of(lower):
        raise InputError(
            f"“{session.bitext_of(upper).title}” ends here and “{session.bitext_of(lower).title}” begins: "
            "nothing can be put from one document into another."
        )


def _state_after_edit(segment: Segment) -> State:
    if segment.state == State.FINAL:
        return State.REVIEWED
    return State.TRANSLATED if segment.state == State.INITIAL else segment.state
