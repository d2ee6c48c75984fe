"""What an editor asks for, and the row of history it becomes."""

from dataclasses import dataclass
from enum import StrEnum

from reviewer.model.finding import Category, Dismissal, Severity
from reviewer.model.segment import Segment
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


Item = Segment | Comment | Dismissal | Issue
"""Anything an editor's act can put into a project or take out of it."""


class Verb(StrEnum):
    """What kind of act a correction is."""

    EDIT = "edit"
    REPLACE = "replace"
    RESTORE = "restore"
    STATE = "state"
    MERGE = "merge"
    SPLIT = "split"
    MOVE = "move"
    DISMISS = "dismiss"
    COMMENT = "comment"
    ISSUE = "issue"
    TRANSLATE = "translate"
    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True, slots=True)
class Edit:
    """What the editor asks for: take these items out, put those in, as one act."""

    verb: Verb
    before: tuple[Item, ...]
    after: tuple[Item, ...]
    finding: str = ""
    """Fingerprint of the finding this act settles, if any."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One row of the append-only history.

    Undo is a correction too: it swaps `before` and `after` of the one it `reverts`.
    """

    number: int
    """1, 2, 3 … in the order things happened."""
    verb: Verb
    before: tuple[Item, ...]
    after: tuple[Item, ...]
    author: str
    time: str
    """ISO 8601, UTC."""
    finding: str = ""
    reverts: int | None = None
    """Number of the correction this one takes back."""

    @property
    def segments(self) -> tuple[str, ...]:
        """Ids of the segments this act touched."""
        touched = (
            item.id if isinstance(item, Segment) else item.segment for item in self.before + self.after
        )
        return tuple(dict.fromkeys(touched))
