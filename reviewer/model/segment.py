"""A paragraph pair and where it stands in the review."""

import re
from dataclasses import dataclass
from enum import StrEnum

UNIT_BREAK = "\u2029"
"""Stands between two paragraphs of the file that were merged into one segment.

U+2029 PARAGRAPH SEPARATOR is the one character that Unicode (chapter 5.8, newline guidelines) gives
this meaning alone; a line break inside a paragraph is "\\n".
"""

_DOUBTFUL = 0.7
"""Pairs less likely than this to be right deserve a look: about one in 45, of which half are wrong."""

CODE_BASE = 0xF0000
"""First of the characters that stand for inline codes inside a text (Supplementary Private Use Area-A)."""

_LAST_CODE = 0xFFFFD
_CODE = re.compile(f"[{chr(CODE_BASE)}-{chr(_LAST_CODE)}]")


class State(StrEnum):
    """Where a segment stands; the values are those of XLIFF 2.1, 4.4.2, plus `needs-work`."""

    INITIAL = "initial"
    TRANSLATED = "translated"
    NEEDS_WORK = "needs-work"
    REVIEWED = "reviewed"
    FINAL = "final"

    @property
    def done(self) -> bool:
        """Whether an editor has decided about the segment."""
        return self in (State.REVIEWED, State.FINAL)


class Kind(StrEnum):
    """What a paragraph is in its document."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list-item"
    QUOTE = "quote"
    CELL = "cell"
    CUE = "cue"
    NOTE = "note"
    STRING = "string"


class CodeKind(StrEnum):
    """How an inline code behaves (XLIFF 2.1, 4.2.3: `sc`, `ec`, `ph`)."""

    OPEN = "open"
    CLOSE = "close"
    STANDALONE = "standalone"


@dataclass(frozen=True, slots=True)
class Code:
    """An inline code: markup of the file that a text carries and the editor must not break.

    In texts, code number `k` of a segment is the single character `chr(CODE_BASE + k)`.
    """

    id: str
    kind: CodeKind
    label: str
    """A word of at most a few letters for the tag on the desk: `b`, `i`, `br`, `1`."""
    style: str = ""
    """`bold`, `italic`, … where the desk can show it; empty otherwise."""


class Lead(StrEnum):
    """How one side of a segment begins; see `Segment.source_lead`."""

    UNIT = "unit"
    """It begins a paragraph of the file."""
    HOLE = "hole"
    """It has nothing of the file: the row has no counterpart on this side."""


@dataclass(frozen=True, slots=True)
class Segment:
    """One row of the desk: a source paragraph and its translation.

    `source_lead` and `target_lead` say how the side follows what stands before it in its file:
    `Lead.UNIT`, `Lead.HOLE`, or, where a paragraph was split over two segments, the characters
    (often one space, possibly none) that stood between the two parts, wrapped as `"+" + characters`.
    Pairing repairs (merge, split, move) change leads and never change what is exported.
    """

    id: str
    rank: int
    """Place in the document; strictly increasing from row to row, with gaps for splits."""
    source: str
    target: str
    delivered: str
    """The translation as it came; what `restore` gives back and differences are shown against."""
    state: State = State.TRANSLATED
    revision: int = 0
    kind: Kind = Kind.PARAGRAPH
    level: int = 0
    """Depth of a heading or list item, 1 the outermost; 0 for all else."""
    source_lead: str = Lead.UNIT
    target_lead: str = Lead.UNIT
    locked: bool = False
    note: str = ""
    """Why the segment needs work, in the editor's words."""
    about: str = ""
    """What the file says of it: a note to translators, when a subtitle is shown."""
    source_codes: tuple[Code, ...] = ()
    target_codes: tuple[Code, ...] = ()
    confidence: float = 1.0
    """How sure the pairing of the two sides is, 0 to 1."""
    pinned: bool = False
    """Whether the editor set the pair: no repair beside it puts it together otherwise."""

    @property
    def corrected(self) -> bool:
        """Whether the target differs from the delivered translation."""
        return self.target != self.delivered

    @property
    def doubtful(self) -> bool:
        """Whether the pairing of the two sides deserves a look."""
        return self.confidence < _DOUBTFUL


def without_codes(text: str) -> str:
    """Return `text` with each inline code replaced by nothing."""
    return text if text.isascii() else _CODE.sub("", text)


def has_codes(text: str) -> bool:
    """Say whether a text has inline codes."""
    return not text.isascii() and _CODE.search(text) is not None


def is_code(char: str) -> bool:
    """Say whether a character stands for an inline code."""
    return CODE_BASE <= ord(char) <= _LAST_CODE
