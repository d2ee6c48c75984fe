"""Repairs of the pairing: merge, split and move, as pure functions over neighbouring segments.

None of them changes the document: read one after the other, the targets and what stands between them
are the same before and after.
"""

from dataclasses import dataclass, replace

from reviewer.model.segment import UNIT_BREAK, Code, Lead, Segment, State, is_code
from reviewer.text.differences import counterpart


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a segment: what a repair moves about."""

    text: str
    lead: str
    codes: tuple[Code, ...]
    delivered: str

    @property
    def is_hole(self) -> bool:
        """Whether nothing stands there because the other side has no counterpart."""
        return self.lead == Lead.HOLE

    def joined(self, other: "Side") -> "Side":
        """Return this side with `other` behind it."""
        shift = len(self.codes)
        text, codes = _renumbered(other.text, shift), self.codes + other.codes
        if other.is_hole or self.is_hole:
            # What was typed into a hole is a paragraph of its own that the file does not have yet.
            whole = f"{self.text}\n{text}" if self.text and text else self.text + text
            held = self if other.is_hole else other
            return Side(whole, held.lead, codes, _renumbered(held.delivered, shift if held is other else 0))
        between = UNIT_BREAK if other.lead == Lead.UNIT else other.lead[1:]
        delivered = self.delivered + between + _renumbered(other.delivered, shift)
        return Side(self.text + between + text, self.lead, codes, delivered)

    def cut(self, at: int) -> tuple["Side", "Side"]:
        """Return the two parts around position `at`; white space at the cut goes between them."""
        start, end = self._gap(at)
        left, right = self.text[:start], self.text[end:]
        between = self.text[start:end]
        first, second = counterpart(self.text, self.delivered, start), counterpart(self.text, self.delivered, end)
        if self.delivered[first:second] != between:
            # What stands between the parts belongs to both texts, so here nothing does.
            second, right, between = first, between + right, ""
        lead = Lead.UNIT if between == UNIT_BREAK else "+" + between
        return (
            Side(left, self.lead, self.codes, self.delivered[:first]),
            Side(right, lead, self.codes, self.delivered[second:]),
        )

    def _gap(self, at: int) -> tuple[int, int]:
        """Return the white space around `at`, or the one paragraph break in it."""
        start, end = len(self.text[:at].rstrip(_SPACE)), len(self.text) - len(self.text[at:].lstrip(_SPACE))
        break_at = self.text.find(UNIT_BREAK, start, end)
        return (start, end) if break_at < 0 else (break_at, break_at + 1)


_SPACE = " \n" + UNIT_BREAK

HOLE = Side("", Lead.HOLE, (), "")


def merged(upper: Segment, lower: Segment) -> Segment:
    """Return two neighbours as one."""
    whole = with_sides(
        upper,
        source_of(upper).joined(source_of(lower)),
        target_of(upper).joined(target_of(lower)),
    )
    state = upper.state if upper.state == lower.state else State.TRANSLATED
    note, about = ("\n".join(filter(None, texts)) for texts in ((upper.note, lower.note), (upper.about, lower.about)))
    return replace(whole, state=state, note=note, about=about, confidence=min(upper.confidence, lower.confidence))


def split(segment: Segment, at: int | None, id: str, rank: int) -> tuple[Segment, Segment] | None:
    """Return a segment as two, cut at position `at` of the target.

    Without a position both sides are cut where two paragraphs of the file meet. A source of one
    paragraph stays whole with the first part, and the second has a hole beside it. None where
    there is nothing to cut.
    """
    source, target = source_of(segment), target_of(segment)
    if at is None:
        if UNIT_BREAK not in source.text and UNIT_BREAK not in target.text:
            return None
        targets = target.cut(target.text.index(UNIT_BREAK)) if UNIT_BREAK in target.text else (target, HOLE)
    else:
        if not target.text[:at].strip() or not target.text[at:].strip():
            return None
        targets = target.cut(at)
    sources = source.cut(source.text.index(UNIT_BREAK)) if UNIT_BREAK in source.text else (source, HOLE)
    blank = replace(segment, id=id, rank=rank, note="", about="", revision=0, state=State.TRANSLATED)
    return with_sides(segment, sources[0], targets[0]), with_sides(blank, sources[1], targets[1])


def moved_down(upper: Segment, lower: Segment) -> tuple[Segment, ...]:
    """Return the neighbours with the upper target moved to the lower row; a row left empty goes."""
    target = target_of(upper).joined(target_of(lower))
    emptied = with_sides(upper, source_of(upper), HOLE)
    filled = with_sides(lower, source_of(lower), target)
    return (filled,) if emptied.source_lead == Lead.HOLE else (emptied, filled)


def moved_up(upper: Segment, lower: Segment) -> tuple[Segment, ...]:
    """Return the neighbours with the lower target moved to the upper row; a row left empty goes."""
    target = target_of(upper).joined(target_of(lower))
    filled = with_sides(upper, source_of(upper), target)
    emptied = with_sides(lower, source_of(lower), HOLE)
    return (filled,) if emptied.source_lead == Lead.HOLE else (filled, emptied)


def source_of(segment: Segment) -> Side:
    """Return a segment's source as a side."""
    return Side(segment.source, segment.source_lead, segment.source_codes, segment.source)


def target_of(segment: Segment) -> Side:
    """Return a segment's target as a side."""
    return Side(segment.target, segment.target_lead, segment.target_codes, segment.delivered)


def with_sides(segment: Segment, source: Side, target: Side) -> Segment:
    """Return a segment with other sides; where a text differs, it is to be reviewed again."""
    return replace(
        segment,
        source=source.text,
        source_lead=source.lead,
        source_codes=source.codes,
        target=target.text,
        target_lead=target.lead,
        target_codes=target.codes,
        delivered=target.delivered,
        state=segment.state if (target.text, source.text) == (segment.target, segment.source) else State.TRANSLATED,
    )


def _renumbered(text: str, shift: int) -> str:
    if not shift or text.isascii():
        return text
    return "".join(chr(ord(c) + shift) if is_code(c) else c for c in text)
