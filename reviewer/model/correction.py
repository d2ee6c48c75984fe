"""What an editor asks for, and the row of history it becomes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any

from reviewer.model.finding import Category, Dismissal, Severity
from reviewer.model.segment import Code, CodeKind, Kind, Segment, State
from reviewer.model.span import Span


@dataclass(frozen=True, slots=True)
class Comment:
    """A remark on a segment, or on a span of its target."""

    id: str
    segment: str
    text: str
    author: str
    time: str
    """ISO 8601, UTC."""
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Issue:
    """An error an editor logs (ITS 2.0, locQualityIssue)."""

    id: str
    segment: str
    category: Category
    severity: Severity
    comment: str
    author: str
    time: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Acceptance:
    """An editor's word that the article may call something so."""

    id: str
    segment: str
    """Where it was said."""
    key: str
    """Names the thing, see `Fact.key`."""
    rendering: str
    author: str
    time: str
    """ISO 8601, UTC."""


Item = Segment | Comment | Dismissal | Issue | Acceptance
"""Anything an editor's act can put into a project, change, or take out of it."""

ITEM_TYPES: dict[str, type[Item]] = {
    "segment": Segment,
    "comment": Comment,
    "dismissal": Dismissal,
    "issue": Issue,
    "acceptance": Acceptance,
}
_TYPE_NAMES = {cls: name for name, cls in ITEM_TYPES.items()}


class Verb(StrEnum):
    """What kind of act a correction is."""

    EDIT = "edit"
    REPLACE = "replace"
    RESTORE = "restore"
    STATE = "state"
    MERGE = "merge"
    SPLIT = "split"
    MOVE = "move"
    PIN = "pin"
    ALIGN = "align"
    DISMISS = "dismiss"
    COMMENT = "comment"
    ISSUE = "issue"
    ACCEPT = "accept"
    TRANSLATE = "translate"
    IMPORT = "import"
    DOCUMENT = "document"
    REREAD = "reread"
    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True, slots=True)
class Edit:
    """What the editor asks for: these items become those, as one act.

    Items of the same type and id in `before` and `after` are changed, one only in `before` goes,
    one only in `after` comes.
    """

    verb: Verb
    before: tuple[Item, ...]
    after: tuple[Item, ...]
    finding: str = ""
    """Fingerprint of the finding this act settles, if any."""


Fields = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Change:
    """What an act did to one item: only the fields that differ, as JSON values.

    `before` is None for an item that came, `after` for one that went; these carry all fields.
    """

    type: str
    """Key of `ITEM_TYPES`."""
    id: str
    segment: str
    """The segment the item is or belongs to."""
    before: Fields | None
    after: Fields | None

    def reversed(self) -> "Change":
        """Return the change that takes this one back."""
        return Change(self.type, self.id, self.segment, self.after, self.before)

    def applied(self, item: Item | None) -> Item | None:
        """Return the item as this change leaves it; None where it takes the item out."""
        if self.after is None:
            return None
        if item is None:
            return decode(self.type, self.after)
        return replace(item, **_decoded(self.after))


@dataclass(frozen=True, slots=True)
class Correction:
    """One row of the append-only history.

    Undo is a correction too: it carries the changes of the one it `reverts`, reversed.
    """

    number: int
    """1, 2, 3 … in the order things happened."""
    verb: Verb
    changes: tuple[Change, ...]
    author: str
    time: str
    """ISO 8601, UTC."""
    finding: str = ""
    reverts: int | None = None
    """Number of the correction this one takes back (undo) or gives back (redo)."""

    @property
    def segments(self) -> tuple[str, ...]:
        """Ids of the segments this act touched."""
        return tuple(dict.fromkeys(change.segment for change in self.changes))


def changes_of(edit: Edit) -> tuple[Change, ...]:
    """Return the least changes that turn the edit's `before` into its `after`; a segment's revision is
    left to whoever applies them."""
    before = {(type(item), item.id): item for item in edit.before}
    after = {(type(item), item.id): item for item in edit.after}
    changes = []
    for key, old in before.items():
        new = after.get(key)
        if new is None:
            changes.append(_change(old, encode(old), None))
            continue
        differing = [
            f.name for f in fields(old) if f.name != "revision" and getattr(old, f.name) != getattr(new, f.name)
        ]
        if differing:
            changes.append(_change(old, _encoded(old, differing), _encoded(new, differing)))
    changes += [_change(new, None, encode(new)) for key, new in after.items() if key not in before]
    return tuple(changes)


def type_name(item: Item) -> str:
    """Return the item's key in `ITEM_TYPES`."""
    return _TYPE_NAMES[type(item)]


def segment_of(item: Item) -> str:
    """Return the id of the segment the item is or belongs to."""
    return item.id if isinstance(item, Segment) else item.segment


def encode(item: Item) -> dict[str, Any]:
    """Return the item's fields as JSON values."""
    return _encoded(item, [f.name for f in fields(item)])


def decode(type: str, values: Fields) -> Item:
    """Return the item that `encode` turned into `values`."""
    return ITEM_TYPES[type](**_decoded(values))


def _change(item: Item, before: Fields | None, after: Fields | None) -> Change:
    return Change(type_name(item), item.id, segment_of(item), before, after)


def _encoded(item: Item, names: list[str]) -> dict[str, Any]:
    return {name: _json(getattr(item, name)) for name in names}


def _json(value: Any) -> Any:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, tuple):
        return [_json(part) for part in value]
    if isinstance(value, Code):
        return [value.id, value.kind.value, value.label, value.style]
    return value


def _decoded(values: Fields) -> dict[str, Any]:
    return {name: _DECODERS[name](value) if name in _DECODERS else value for name, value in values.items()}


def _codes(value: list[list[str]]) -> tuple[Code, ...]:
    return tuple(Code(id, CodeKind(kind), label, style) for id, kind, label, style in value)


_DECODERS: dict[str, Callable[[Any], Any]] = {
    "state": State,
    "kind": Kind,
    "source_codes": _codes,
    "target_codes": _codes,
    "category": Category,
    "severity": Severity,
    "span": lambda value: Span(*value) if value else None,
}
