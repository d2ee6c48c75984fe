"""Reading a document again whose files changed: what the editor did stays with every paragraph that is still there."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import groupby

from reviewer.model.bitext import DOCUMENT_RANKS, Bitext
from reviewer.model.correction import Comment, Edit, Issue, Verb
from reviewer.model.errors import InputError
from reviewer.model.segment import Segment, State
from reviewer.session.opening.new_rows import unused_ids
from reviewer.session.opening.opening import Opened, open_documents
from reviewer.session.opening.request import FilePair
from reviewer.session.rows import RANK_GAP
from reviewer.session.session import Session
from reviewer.storage.packing import unpack

_FOUND_OUT = frozenset({"encoding", "bom", "newline"})
"""Options of reading that a file saved by another program may have others of."""

Pair = tuple[Segment | None, Segment | None]
"""A row as it was and as it is now; None for one that came, or went."""


@dataclass(frozen=True, slots=True)
class Rereading:
    """What reading a document again makes of it; nothing is changed yet."""

    document: int
    bitext: Bitext
    original: bytes
    edit: Edit
    changed: int
    """Rows whose source or translation is another in the file."""
    came: int
    gone: int
    superseded: int
    """Rows with a correction whose translation is another in the file, too: the file's stands, the correction is in
    the history."""


def reread(session: Session, document: int) -> Rereading:
    """Read the files of a document again.

    Raises:
        InputError: they cannot be read, or one place has no room for what came.
    """
    bitext = session.bitexts[document]
    old = [session.rows[number] for number in session.rows.of_document(document)]
    opened, new = _read(bitext, old)
    pairs = _placed(session, document, _paired(old, new))
    result = [_carried(one, other) for one, other in pairs]
    moved = _moved_remarks(session, pairs, result)
    before = tuple(one for one, _ in pairs if one) + tuple(remark for remark, _ in moved)
    after = tuple(row for row in result if row) + tuple(remark for _, remark in moved)
    kept = [(one, other) for one, other in pairs if one and other]
    return Rereading(
        document,
        replace(opened.bitexts[0], title=bitext.title),
        opened.originals[0],
        Edit(Verb.REREAD, before, after),
        changed=sum(_texts(one) != _texts(other) for one, other in kept),
        came=sum(one is None for one, _ in pairs),
        gone=sum(other is None for _, other in pairs),
        superseded=sum(_is_superseded(one, other) for one, other in kept),
    )


def take_up(session: Session, reading: Rereading) -> None:
    """Put what was read into the review, as one act that undo does not reach behind; the project as it was is kept.

    Raises:
        InputError: the document is another than when it was read.
    """
    rows = [item for item in reading.edit.before if isinstance(item, Segment)]
    numbers = session.rows.of_document(reading.document)
    if [session.rows[number] for number in numbers] != rows:
        raise InputError("The document was changed meanwhile. Read its files again.")
    session.renew(reading.document, reading.bitext, reading.original, reading.edit)


def _read(bitext: Bitext, old: Sequence[Segment]) -> tuple[Opened, list[Segment]]:
    """Read as the files were read before; or, where that gives a more familiar text, as they look like now."""
    readings: list[tuple[Opened, list[Segment]]] = []
    refusal: InputError | None = None
    sides = bitext.source, bitext.target
    for left_open in (frozenset[str](), _FOUND_OUT):
        one, other = ({k: v for k, v in side.options.items() if k not in left_open} for side in sides)
        pair = FilePair(bitext.source.path, None if bitext.bilingual else bitext.target.path or None, (one, other))
        try:
            opened = open_documents([pair], bitext.source.language, bitext.target.language)
        except InputError as error:
            refusal = error
            continue
        readings.append((opened, [unpack(row) for row in opened.rows]))
    if not readings:
        assert refusal is not None
        raise refusal
    known = set(map(_texts, old))
    return max(readings, key=lambda reading: sum(_texts(row) in known for row in reading[1]))


def _texts(row: Segment) -> tuple[str, str]:
    return row.source, row.delivered


def _paired(old: Sequence[Segment], new: Sequence[Segment]) -> Iterator[Pair]:
    """Yield which row became which: those with both texts, then with one of them, then those at the same place."""
    return _matched(old, new, (_texts, lambda row: row.source, lambda row: row.delivered))


def _matched(
    old: Sequence[Segment], new: Sequence[Segment], keys: Sequence[Callable[[Segment], Hashable]]
) -> Iterator[Pair]:
    if not (old and new and keys):
        if len(old) == len(new):
            yield from zip(old, new, strict=True)
        else:
            yield from ((row, None) for row in old)
            yield from ((None, row) for row in new)
        return
    key, *others = keys
    ours, theirs = list(map(key, old)), list(map(key, new))
    for what, i, j, k, m in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if what == "equal":
            yield from zip(old[i:j], new[k:m], strict=True)
        else:
            yield from _matched(old[i:j], new[k:m], others)


def _placed(session: Session, document: int, pairs: Iterable[Pair]) -> list[Pair]:
    """Return pairs with the rows that came given ids and ranks of their own, between those that stay."""
    pairs = list(pairs)
    ids = unused_ids(session.touched(), session.rows.ids(range(len(session.rows))))
    placed: list[Pair] = []
    low = document * DOCUMENT_RANKS
    runs = [(came, list(run)) for came, run in groupby(pairs, lambda pair: pair[0] is None)]
    for number, (came, run) in enumerate(runs):
        if not came:
            placed += run
            low = max(low, *(one.rank for one, _ in run if one))
            continue
        behind = runs[number + 1][1][0][0] if number + 1 < len(runs) else None
        high = behind.rank if behind else min(low + (len(run) + 1) * RANK_GAP, (document + 1) * DOCUMENT_RANKS)
        gap = (high - low) // (len(run) + 1)
        if not gap:
            raise InputError("So much came at one place that there is no room for it. Import the files anew.")
        placed += [(None, replace(row, id=next(ids), rank=low + n * gap)) for n, (_, row) in enumerate(run, 1) if row]
    return placed


def _carried(one: Segment | None, other: Segment | None) -> Segment | None:
    """Return the row as it is from now on: the file's texts, and what the editor made of them where it still fits."""
    if one is None or other is None:
        return other
    kept = replace(other, id=one.id, rank=one.rank, revision=one.revision, pinned=one.pinned)
    as_delivered = one.delivered == other.delivered and one.target_codes == other.target_codes
    if as_delivered and one.source == other.source:
        return replace(kept, target=one.target, state=one.state, note=one.note)
    if as_delivered:
        # The translation is the same, what it translates is not: somebody has to look again.
        state = State.TRANSLATED if one.state.done else one.state
        return replace(kept, target=one.target, state=state, note=one.note)
    if one.target == other.delivered and one.source == other.source:
        # The correction is in the file now.
        return replace(kept, state=one.state, note=one.note)
    return kept


def _is_superseded(one: Segment, other: Segment) -> bool:
    return one.corrected and one.delivered != other.delivered and one.target != other.delivered


def _moved_remarks(
    session: Session, pairs: Sequence[Pair], result: Sequence[Segment | None]
) -> list[tuple[Comment | Issue, Comment | Issue]]:
    """Return the remarks on rows that went, and the same on the nearest row that is there."""
    there = [n for n, row in enumerate(result) if row is not None]
    moved: list[tuple[Comment | Issue, Comment | Issue]] = []
    remarks = session.remarks
    for n, (one, _) in enumerate(pairs):
        if one is None or result[n] is not None or not there:
            continue
        near = result[min(there, key=lambda place: abs(place - n))]
        assert near is not None
        moved += [(comment, replace(comment, segment=near.id, span=None)) for comment in remarks.comments_of(one.id)]
        moved += [(issue, replace(issue, segment=near.id, span=None)) for issue in remarks.issues_of(one.id)]
    return moved
