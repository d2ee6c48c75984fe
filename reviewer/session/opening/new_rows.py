"""The rows of a document that was read just now: ids count from 1, ranks leave room for splits."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, count

from reviewer.alignment.evident import Steps
from reviewer.alignment.link import Link
from reviewer.formats.format import Unit
from reviewer.formats.plain.paragraphs import Paragraphs
from reviewer.model.segment import Lead, Segment, State
from reviewer.session.pairing.pairing import Side
from reviewer.session.pairing.regrouping import SURE, confidence_of, joined
from reviewer.session.rows import RANK_GAP
from reviewer.storage.packing import PackedSegment, pack
from reviewer.storage.row_table import RowTable

_PLAIN = Unit("", "")[2:]
"""What a unit of a monolingual file has besides its id and text, if it has nothing."""


def rows_of_pairs(links: Sequence[Link], ours: Sequence[Unit], theirs: Sequence[Unit]) -> RowTable:
    """Return the rows that links between the units of two files stand for."""
    if not (isinstance(links, Steps) and isinstance(ours, Paragraphs) and isinstance(theirs, Paragraphs)):
        return RowTable.of(_row(n, link, ours, theirs) for n, link in enumerate(links))
    # Nearly all rows of a long document say nothing but their two texts, which stay where they are.
    odd = {*ours.headings, *theirs.headings, *links.below(SURE)}
    return RowTable.side_by_side(ours.texts, theirs.texts, RANK_GAP, {n: _row(n, links[n], ours, theirs) for n in odd})


def rows_of_both(units: Sequence[Unit]) -> RowTable:
    """Return the rows of a file that holds both languages."""
    return RowTable.of(
        PackedSegment((n + 1) * RANK_GAP, str(n + 1), unit.source or "", unit.text, None, _state(unit).value, 0, None)
        if unit._replace(state=None)[3:] == _PLAIN[1:]
        else pack(_bilingual_segment(n, unit))
        for n, unit in enumerate(units)
    )


def rows_to_translate(units: Sequence[Unit]) -> RowTable:
    """Return the rows of a source that has no translation yet."""
    return RowTable.of(pack(_untranslated(n, unit)) for n, unit in enumerate(units))


def unused_ids(touched: Mapping[str, Iterable[str]], there: Iterable[str]) -> Iterator[str]:
    """Yield ids for rows that come into a project; `touched` are those in its history, where rows that are gone
    still stand, by author."""
    used = chain(there, chain.from_iterable(touched.values()))
    return map(str, count(1 + max((int(id.split(".")[0]) for id in used), default=0)))


def _row(number: int, link: Link, ours: Sequence[Unit], theirs: Sequence[Unit]) -> PackedSegment:
    if len(link.source) == len(link.target) == 1 and confidence_of(link) == 1.0:
        one, other = ours[link.source[0]], theirs[link.target[0]]
        if one[2:] == other[2:] == _PLAIN:
            # Nearly every row of a long document: worth a way round building a Segment.
            return PackedSegment(
                (number + 1) * RANK_GAP, str(number + 1), one.text, other.text, None, State.TRANSLATED.value, 0, None
            )
    sources, targets = [ours[i] for i in link.source], [theirs[j] for j in link.target]
    lead_unit = (sources or targets)[0]
    target, source = _joined(targets), _joined(sources)
    return pack(
        Segment(
            id=str(number + 1),
            rank=(number + 1) * RANK_GAP,
            source=source.text,
            target=target.text,
            delivered=target.text,
            state=_state(targets[0]) if len(targets) == 1 else State.TRANSLATED if targets else State.INITIAL,
            locked=any(unit.locked for unit in targets),
            about="\n".join(unit.note for unit in targets or sources if unit.note),
            kind=lead_unit.kind,
            level=lead_unit.level,
            source_lead=source.lead,
            target_lead=target.lead,
            source_codes=source.codes,
            target_codes=target.codes,
            confidence=confidence_of(link),
        )
    )


def _joined(units: Sequence[Unit]) -> Side:
    return joined([Side(u.text, Lead.UNIT, u.codes, u.text) for u in units])


def _bilingual_segment(number: int, unit: Unit) -> Segment:
    return Segment(
        id=str(number + 1),
        rank=(number + 1) * RANK_GAP,
        source=unit.source or "",
        target=unit.text,
        delivered=unit.text,
        state=_state(unit),
        kind=unit.kind,
        level=unit.level,
        locked=unit.locked,
        about=unit.note,
        source_codes=unit.source_codes,
        target_codes=unit.codes,
    )


def _untranslated(number: int, unit: Unit) -> Segment:
    row = _bilingual_segment(number, unit)
    return replace(row, source=unit.text, target="", delivered="", state=State.INITIAL, source_codes=unit.codes)


def _state(unit: Unit) -> State:
    return unit.state or (State.TRANSLATED if unit.text else State.INITIAL)
