"""One thing that a text tells, and what stands for it in the translation."""

from enum import StrEnum
from typing import NamedTuple

from reviewer.model.span import Span


class FactKind(StrEnum):
    """What sort of thing is told."""

    PLACE = "place"
    PERSON = "person"
    ORGANISATION = "organisation"
    NAME = "name"
    """A name of which no data say what it names."""
    NUMBER = "number"
    DATE = "date"
    TIME = "time"
    QUOTATION = "quotation"
    TERM = "term"
    """A term of the project's termbase that is none of the others."""

    @property
    def named(self) -> bool:
        """Whether it is called by a name, which an article renders in one way."""
        return self in (FactKind.PLACE, FactKind.PERSON, FactKind.ORGANISATION, FactKind.NAME)


class Fact(NamedTuple):
    """One thing told in a passage, and what stands for it in the translation."""

    key: str
    """Names the thing itself: the same wherever the document tells it."""
    kind: FactKind
    source: str
    source_span: Span
    rendering: str
    """As it stands in the target; empty where nothing was found."""
    target_span: Span | None
    wrong: bool
    """Whether what stands there is known to be something else, or nothing."""
