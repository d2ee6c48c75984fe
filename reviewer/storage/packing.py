"""Segments as plain rows: compact to keep by the million, quick to read from a database."""

import json
from dataclasses import fields
from typing import Any, NamedTuple

from reviewer.model.correction import decode, encode
from reviewer.model.segment import Segment, State


class PackedSegment(NamedTuple):
    """A segment's fields as stored; `extra` holds in JSON those that differ from their default."""

    rank: int
    id: str
    source: str
    target: str
    delivered: str | None
    """None where it equals the target: most segments are never corrected."""
    state: str
    revision: int
    extra: str | None


_PLAIN = frozenset({"rank", "id", "source", "target", "delivered", "state", "revision"})
_DEFAULTS: dict[str, Any] = {f.name: f.default for f in fields(Segment) if f.name not in _PLAIN}


def pack(segment: Segment) -> PackedSegment:
    """Return the segment as a row."""
    extra = None
    if any(getattr(segment, name) != default for name, default in _DEFAULTS.items()):
        encoded = encode(segment)
        differing = {n: encoded[n] for n, default in _DEFAULTS.items() if getattr(segment, n) != default}
        extra = json.dumps(differing, ensure_ascii=False, separators=(",", ":"))
    return PackedSegment(
        segment.rank,
        segment.id,
        segment.source,
        segment.target,
        None if segment.delivered == segment.target else segment.delivered,
        segment.state.value,
        segment.revision,
        extra,
    )


def unpack(row: PackedSegment) -> Segment:
    """Return the segment a row holds; the row may be a plain tuple in the same order."""
    rank, id, source, target, delivered, state, revision, extra = row
    if delivered is None:
        delivered = target
    if extra is None:
        return Segment(id, rank, source, target, delivered, State(state), revision)
    values = json.loads(extra)
    values.update(id=id, rank=rank, source=source, target=target, delivered=delivered, state=state, revision=revision)
    segment = decode("segment", values)
    assert isinstance(segment, Segment)
    return segment
