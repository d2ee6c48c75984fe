"""What a check reports, and how an editor waves it away."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from hashlib import blake2b

from reviewer.model.span import Span


class Severity(StrEnum):
    """MQM severity levels (themqm.org), worst last; compare with `rank`."""

    NEUTRAL = "neutral"
    MINOR = "minor"
    MAJOR = "major"
    CRITICAL = "critical"

    @property
    def rank(self) -> int:
        """0 for neutral (a hint) to 3 for critical."""
        return _SEVERITY_RANK[self]


_SEVERITY_RANK = {severity: rank for rank, severity in enumerate(Severity)}


class Category(StrEnum):
    """MQM error types (MQM-Full, themqm.org) that checks and editors use, as `dimension/type`."""

    MISTRANSLATION = "accuracy/mistranslation"
    ENTITY = "accuracy/entity"
    NUMBER = "accuracy/number"
    DATE_TIME = "accuracy/date-time"
    UNIT = "accuracy/unit-conversion"
    OMISSION = "accuracy/omission"
    ADDITION = "accuracy/addition"
    UNTRANSLATED = "accuracy/untranslated"
    DO_NOT_TRANSLATE = "accuracy/do-not-translate"
    TERMINOLOGY = "terminology/wrong-term"
    INCONSISTENT_TERM = "terminology/inconsistent-use"
    GRAMMAR = "linguistic-conventions/grammar"
    PUNCTUATION = "linguistic-conventions/punctuation"
    SPELLING = "linguistic-conventions/spelling"
    DUPLICATION = "linguistic-conventions/duplication"
    INCONSISTENCY = "linguistic-conventions/inconsistency"
    WHITESPACE = "linguistic-conventions/whitespace"
    STYLE = "style/style"
    NUMBER_FORMAT = "locale-conventions/number-format"
    DATE_FORMAT = "locale-conventions/date-format"
    QUOTE_FORMAT = "locale-conventions/quote-marks"
    MARKUP = "design-and-markup/markup-tag"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A fix that one key applies: put `replacement` where `span` of the target is."""

    replacement: str
    span: Span
    label: str = ""
    """What the fix does, where the replacement alone does not say it ("remove the second “the”")."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One fact behind a finding: what was looked up, what was found, in which data."""

    text: str
    source: str = ""
    """The data or rule it comes from: `CLDR 47`, `GeoNames`, `this article`."""


@dataclass(frozen=True)
class Finding:
    """One thing a check reports about one segment."""

    check: str
    segment: str
    category: Category
    severity: Severity
    message: str
    """A sentence with `{name}` marks for the arguments, so that it can be translated."""
    arguments: tuple[tuple[str, str], ...] = ()
    source_span: Span | None = None
    target_span: Span | None = None
    suggestions: tuple[Suggestion, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    seen: tuple[str, str] = ("", "")
    """The source and target text the check saw."""

    @property
    def text(self) -> str:
        """The message with its arguments filled in."""
        return self.message.format_map(dict(self.arguments))

    @cached_property
    def fingerprint(self) -> str:
        """Names this finding about these two texts; another text, another fingerprint."""
        return _digest(self.check, self.message, *self._said(), *self.seen, *map(str, self.target_span or ()))

    @cached_property
    def pattern(self) -> str:
        """Names what is reported whichever segment it stands in, for a dismissal everywhere."""
        source, target = self.seen
        pieces = (
            self.source_span.of(source) if self.source_span else "",
            self.target_span.of(target) if self.target_span else "",
        )
        return _digest(self.check, self.message, *self._said(), *pieces)

    def _said(self) -> tuple[str, ...]:
        return tuple(value for pair in self.arguments for value in pair)


def _digest(*parts: str) -> str:
    return blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


@dataclass(frozen=True, slots=True)
class Dismissal:
    """An editor's word that a finding is no error."""

    id: str
    """The finding's fingerprint, or its pattern when `everywhere`."""
    check: str
    segment: str
    everywhere: bool
    reason: str
    author: str
    time: str
    """ISO 8601, UTC."""
