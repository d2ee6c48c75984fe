"""What a check is, and what it gets to see."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from reviewer.model.declared import Disabled, declared
from reviewer.model.finding import Category, Evidence, Finding, Severity, Suggestion
from reviewer.model.segment import CODE_BASE, Code
from reviewer.model.span import Span
from reviewer.text.reading import Reading


@dataclass(frozen=True, slots=True)
class InlineCode:
    """A code where it stands in a text."""

    at: int
    number: int
    """Which of its segment's codes it is."""
    code: Code

    @property
    def char(self) -> str:
        """The character that stands for it in the segment's own text."""
        return chr(CODE_BASE + self.number)


@dataclass(frozen=True, slots=True)
class Passage:
    """A source text and its translation, as a check sees them.

    `before` and `after` are the neighbouring pairs in the same document (source, target), so that a
    quotation that runs over several paragraphs can be followed; None at the ends or where unknown.
    """

    segment: str
    source: Reading
    target: Reading
    before: tuple[Reading, Reading] | None = None
    after: tuple[Reading, Reading] | None = None
    article: "Article" = field(default_factory=lambda: Article())
    source_codes: tuple[InlineCode, ...] = ()
    """The inline codes of the source, in order; in the texts word joiners stand for them."""
    target_codes: tuple[InlineCode, ...] = ()
    target_table: tuple[Code, ...] = ()
    """All codes that the file has for the translation, those that do not stand in it included."""
    numbered_alike: bool = False
    """Whether a number means the same code on both sides."""


@dataclass(slots=True)
class Article:
    """What is known about the whole document a passage stands in.

    `facts` is filled by checks that look at all passages first (see `Check.survey`), keyed by check
    id. `settings` are the project's own (house style, termbase), keyed by setting id. `document` is its
    number among those checked together.
    """

    facts: dict[str, Any] = field(default_factory=dict)
    settings: Mapping[str, Any] = field(default_factory=dict)
    document: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """What a check says about one passage, before its identity and texts are added."""

    message: str
    arguments: Mapping[str, str] = field(default_factory=dict)
    source_span: Span | None = None
    target_span: Span | None = None
    suggestions: tuple[Suggestion, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    severity: Severity | None = None
    """Where it differs from the check's default."""
    category: Category | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """A pair that shows what a check reports, or must leave alone.

    `flagged` is the stretch of the target (or, where nothing stands there, of the source) that must be
    reported; None where nothing may be.
    """

    source_lang: str
    target_lang: str
    source: str
    target: str
    flagged: str | None = None
    suggestion: str | None = None
    """The first replacement that must be offered, where one is known."""


@dataclass(frozen=True, slots=True)
class Survey:
    """How a check looks at a whole document first: it takes a note of each passage, then sums the notes up.

    The two are apart so that a long document can be read in several processes.
    """

    note: Callable[[Passage], Any]
    """What one passage contributes; small, and it can be pickled."""
    sum: Callable[[Iterable[Any]], Any]
    """What the notes, in document order, say of the whole."""

    def __call__(self, passages: Iterable[Passage]) -> Any:
        """Look at all passages here and now."""
        return self.sum(map(self.note, passages))


@dataclass(frozen=True, slots=True)
class Check:
    """A check: what it looks for, how bad that is, and the function that looks.

    A file in a room of `reviewer/checks/` declares one as `CHECK = Check(...)`; a package of its own does so
    through the entry point group `reviewer.checks`. Nothing else needs to be edited.
    """

    id: str
    title: str
    category: Category
    severity: Severity
    find: Callable[[Passage], Iterable[Report]]
    examples: tuple[Example, ...]
    description: str = ""
    """One or two sentences for the editor: what is looked for, and what is not."""
    survey: Survey | None = None
    """Looks at all passages of a document first; what it returns stands in `article.facts[id]`."""
    languages: tuple[str, ...] = ()
    """Primary language subtags of targets it works for; empty for all."""


def examine(check: Check, passage: Passage) -> list[Finding]:
    """Run one check over one passage."""
    return findings_of(check, passage, check.find(passage))


def findings_of(check: Check, passage: Passage, reports: Iterable[Report]) -> list[Finding]:
    """Return what a check has reported about a passage as findings."""
    seen = (passage.source.text, passage.target.text)
    return [
        Finding(
            check=check.id,
            segment=passage.segment,
            category=report.category or check.category,
            severity=report.severity or check.severity,
            message=report.message,
            arguments=tuple(report.arguments.items()),
            source_span=report.source_span,
            target_span=report.target_span,
            suggestions=report.suggestions,
            evidence=report.evidence,
            seen=seen,
        )
        for report in reports
    ]


def all_checks() -> tuple[Check, ...]:
    """Return every check that declares itself, ours and those of installed plug-ins."""
    return declared("reviewer.checks", "CHECK")[0]


def disabled_checks() -> tuple[Disabled, ...]:
    """Return the plug-in checks that could not be loaded."""
    return declared("reviewer.checks", "CHECK")[1]
