"""Running all checks over a document."""

import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, groupby, islice
from operator import itemgetter
from typing import Any

from reviewer.checks.check import Article, Check, InlineCode, Passage, Report, Survey, all_checks, findings_of
from reviewer.checks.facts import without_accepted
from reviewer.checks.names.terms import SETTING, without_overruled
from reviewer.checks.precision import is_poor
from reviewer.model.finding import Evidence, Finding, Severity
from reviewer.model.segment import CODE_BASE, Code
from reviewer.model.span import Span
from reviewer.text.languages import primary
from reviewer.text.reading import Reading


@dataclass(frozen=True, slots=True)
class Pair:
    """A source text and its translation, as the runner takes them."""

    id: str
    source: str
    target: str
    source_lang: str
    target_lang: str
    source_codes: tuple[Code, ...] = ()
    """What the inline codes in the texts are."""
    target_codes: tuple[Code, ...] = ()
    document: int = 0
    """Number of the document it is of; those of one document follow each other."""

    @property
    def length(self) -> int:
        """How many characters its longer text has."""
        return max(len(self.source), len(self.target))


@dataclass(frozen=True, slots=True)
class Setup:
    """Which checks run and how grave their findings are; part of a project's settings."""

    disabled: frozenset[str] = frozenset()
    severities: Mapping[str, Severity] = field(default_factory=dict)
    """Check id → the severity its findings get, whatever the check says."""
    settings: Mapping[str, Any] = field(default_factory=dict)
    """Handed to the checks, see `Article.settings`."""

    @classmethod
    def of(cls, settings: Mapping[str, Any]) -> "Setup":
        """Read it from a project's settings."""
        checks = settings.get("checks", {})
        return cls(
            frozenset(id for id, choice in checks.items() if choice == "off"),
            {id: Severity(choice) for id, choice in checks.items() if choice != "off"},
            settings,
        )


DocumentFacts = Mapping[int, Mapping[str, Any]]
"""What is known about whole documents, by number; see `Article.facts`."""


class Runner:
    """Checks documents, or single passages of one, with what is known about the whole of it."""

    def __init__(self, setup: Setup | None = None, checks: Sequence[Check] | None = None) -> None:
        self._setup = setup or Setup()
        known = all_checks() if checks is None else checks
        self._checks = [check for check in known if check.id not in self._setup.disabled]
        self._by_languages: dict[tuple[str, str], list[tuple[Check, bool]]] = {}
        self._surveys = {check.id: check.survey for check in self._checks if check.survey}
        self._articles: dict[int, Article] = {}

    @property
    def facts(self) -> DocumentFacts:
        """What is known about the documents."""
        return {document: article.facts for document, article in self._articles.items()}

    def take(self, facts: DocumentFacts) -> None:
        """Take what was found out about documents elsewhere."""
        for document, its in facts.items():
            self._article(document).facts.update(its)

    def survey(self, passages: Iterable[Passage]) -> None:
        """Let the checks that want to look at the whole of each document first."""
        self.sum_up((passage.article.document, self.notes(passage)) for passage in passages)

    def notes(self, passage: Passage) -> list[Any]:
        """Return what the surveys of the checks note of a passage, in an order of their own."""
        return [self._note(survey, passage) for survey in self._surveys.values()]

    def _note(self, survey: Survey, passage: Passage) -> Any:
        try:
            return survey.note(passage)
        except Exception:  # the check itself says so, where it then fails, too
            return survey.note(
                replace(passage, source=_without_text(passage.source), target=_without_text(passage.target))
            )

    def sum_up(self, noted: Iterable[tuple[int, list[Any]]]) -> None:
        """Take the notes of all passages, in order, each with the number of its document."""
        for document, its_notes in groupby(noted, key=itemgetter(0)):
            by_survey = [*zip(*(notes for _, notes in its_notes), strict=True)]
            for (id, survey), its in zip(self._surveys.items(), by_survey, strict=True):
                self._article(document).facts[id] = survey.sum(its)

    def _article(self, document: int) -> Article:
        article = self._articles.get(document)
        if article is None:
            article = self._articles[document] = Article(settings=self._setup.settings, document=document)
        return article

    def passage(self, pair: Pair) -> Passage:
        """Return a pair as the checks see it, without neighbours.

        Of texts longer than `LONGEST` they see nothing: what compares all names of a text with all others would
        take minutes.
        """
        if pair.length > LONGEST:
            pair = replace(pair, source="", target="", source_codes=(), target_codes=())
        source, target = (
            Reading(_masked(pair.source), pair.source_lang),
            Reading(_masked(pair.target), pair.target_lang),
        )
        if not (pair.source_codes or pair.target_codes):
            return Passage(pair.id, source, target, article=self._article(pair.document))
        return Passage(
            pair.id,
            source,
            target,
            article=self._article(pair.document),
            source_codes=_inline(pair.source, pair.source_codes),
            target_codes=_inline(pair.target, pair.target_codes),
            target_table=pair.target_codes,
            numbered_alike=pair.target_codes[: len(pair.source_codes)] == pair.source_codes,
        )

    def check(self, passage: Passage) -> list[Finding]:
        """Return what the checks find in one passage."""
        found: list[Finding] = []
        for check, poor in self._checks_between(passage.source.lang, passage.target.lang):
            try:
                reports = [*check.find(passage)]
            except Exception as error:  # of a plug-in, or a mistake of ours: what the others find is not lost
                reports = [_failed(error)]
            # Nearly always there are none: nothing else is worked out for these.
            if reports:
                findings = findings_of(check, passage, reports)
                found += map(_demoted, findings) if poor else findings
        if not found:
            return found
        if SETTING in self._setup.settings:
            found = without_overruled(passage, found)
        found = without_accepted(passage, found)
        if any(finding.check == _EMPTY for finding in found):
            # Where nothing was translated, what else is missing goes without saying.
            found = [finding for finding in found if finding.check == _EMPTY]
        if self._setup.severities:
            found = [replace(f, severity=self._setup.severities.get(f.check, f.severity)) for f in found]
        return _said_once(found)

    def _checks_between(self, source: str, target: str) -> list[tuple[Check, bool]]:
        """Return the checks that work between two languages, and whether each is so often wrong there that it hints."""
        checks = self._by_languages.get((source, target))
        if checks is None:
            checks = [
                (check, is_poor(check.id, source, target))
                for check in self._checks
                if not check.languages or primary(target) in check.languages
            ]
            self._by_languages[source, target] = checks
        return checks

    def check_all(self, pairs: Sequence[Pair]) -> Iterator[tuple[Pair, list[Finding]]]:
        """Yield what is found in each pair of a document, in order."""
        for pair, (_, findings) in zip(pairs, self.check_passages(pairs), strict=True):
            yield pair, findings

    def check_passages(self, pairs: Sequence[Pair]) -> Iterator[tuple[Passage, list[Finding]]]:
        """Yield each passage of a document with what is found in it, in order."""
        kept = deque(map(self.passage, islice(pairs, KEPT)))
        self.survey(chain(kept, map(self.passage, islice(pairs, KEPT, None))))
        # Each goes once it is checked.
        first = (kept.popleft() for _ in range(len(kept)))
        for passage in in_contexts(chain(first, map(self.passage, islice(pairs, KEPT, None)))):
            yield passage, self.check(passage)


LONGEST = 30_000
"""Characters of a text that is still taken for a paragraph; checking it takes some five seconds."""
KEPT = 5_000
"""Of so many passages what the survey worked out is kept for checking; of all of a long document it is too much."""
_CODES = re.compile("[\U000f0000-\U000ffffd]")
_WORD_JOINER = "\u2060"


_EMPTY = "empty"
_FAILED = "This check failed here ({error}) and tells nothing. Turn it off, or report it to those who made it."
_POOR = Evidence("Between these languages this check is wrong more often than right.", "measured")


def _failed(error: Exception) -> Report:
    """Return what is reported in place of what a check would have found."""
    return Report(_FAILED, {"error": f"{type(error).__name__}: {error}"}, severity=Severity.NEUTRAL)


def _without_text(reading: Reading) -> Reading:
    return Reading("", reading.lang)


def _said_once(found: list[Finding]) -> list[Finding]:
    """Return findings without those that would put the same words in the same place as a graver one, which takes
    over what they know."""
    kept: list[Finding] = []
    places: dict[tuple[Span, str], int] = {}
    for finding in found:
        wish = finding.suggestions[0] if finding.suggestions else None
        if wish is None or wish.span != finding.target_span:
            kept.append(finding)
            continue
        at = places.setdefault((wish.span, wish.replacement), len(kept))
        if at == len(kept):
            kept.append(finding)
        else:
            graver, other = sorted((kept[at], finding), key=lambda f: -f.severity.rank)
            kept[at] = replace(graver, evidence=tuple(dict.fromkeys(graver.evidence + other.evidence)))
    return kept


def _demoted(finding: Finding) -> Finding:
    """Return a finding as a hint that says why it is one."""
    return replace(finding, severity=Severity.NEUTRAL, evidence=(*finding.evidence, _POOR))


def _masked(text: str) -> str:
    """Return the text with inline codes as characters that no check takes for a word or a space."""
    return text if text.isascii() else _CODES.sub(_WORD_JOINER, text)


def _inline(text: str, codes: tuple[Code, ...]) -> tuple[InlineCode, ...]:
    """Return the codes of a text that are known."""
    found = ((match.start(), ord(match[0]) - CODE_BASE) for match in _CODES.finditer(text))
    return tuple(InlineCode(at, number, codes[number]) for at, number in found if number < len(codes))


def in_contexts(passages: Iterable[Passage]) -> Iterator[Passage]:
    """Yield the passages with their neighbours; each text is read once for all three places."""
    before: Passage | None = None
    current: Passage | None = None
    for after in passages:
        if current is not None:
            yield in_context(before, current, after)
        before, current = current, after
    if current is not None:
        yield in_context(before, current, None)


def in_context(before: Passage | None, passage: Passage, after: Passage | None) -> Passage:
    """Return a passage with its neighbours, those that are of the same document."""
    return replace(passage, before=_texts(before, passage), after=_texts(after, passage))


def _texts(beside: Passage | None, passage: Passage) -> tuple[Reading, Reading] | None:
    return (beside.source, beside.target) if beside is not None and beside.article is passage.article else None
