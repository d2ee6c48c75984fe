"""Running all checks over a document."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from reviewer.checks.check import Article, Check, Passage, all_checks, examine
from reviewer.model.finding import Finding, Severity
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


class Runner:
    """Checks documents, or single passages of one, with what is known about the whole of it."""

    def __init__(self, setup: Setup | None = None, checks: Sequence[Check] | None = None) -> None:
        self._setup = setup or Setup()
        known = all_checks() if checks is None else checks
        self._checks = [check for check in known if check.id not in self._setup.disabled]
        self.article = Article(settings=self._setup.settings)

    def survey(self, passages: Iterable[Passage]) -> None:
        """Let the checks that want to look at the whole document first."""
        surveying = [check for check in self._checks if check.survey]
        if len(surveying) > 1:
            passages = tuple(passages)
        for check in surveying:
            assert check.survey
            self.article.facts[check.id] = check.survey(passages, self.article)

    def passage(self, pair: Pair) -> Passage:
        """Return a pair as the checks see it, without neighbours."""
        source, target = (
            Reading(_masked(pair.source), pair.source_lang),
            Reading(_masked(pair.target), pair.target_lang),
        )
        return Passage(pair.id, source, target, article=self.article)

    def check(self, passage: Passage) -> list[Finding]:
        """Return what the checks find in one passage."""
        target = primary(passage.target.lang)
        found: list[Finding] = []
        for check in self._checks:
            if not check.languages or target in check.languages:
                found += examine(check, passage)
        if self._setup.severities:
            found = [replace(f, severity=self._setup.severities.get(f.check, f.severity)) for f in found]
        return found

    def check_all(self, pairs: Sequence[Pair]) -> Iterator[tuple[Pair, list[Finding]]]:
        """Yield what is found in each pair of a document, in order."""
        for pair, (_, findings) in zip(pairs, self.check_passages(pairs), strict=True):
            yield pair, findings

    def check_passages(self, pairs: Sequence[Pair]) -> Iterator[tuple[Passage, list[Finding]]]:
        """Yield each passage of a document with what is found in it, in order."""
        passages: Iterable[Passage]
        if len(pairs) <= _KEPT:
            passages = tuple(map(self.passage, pairs))
            self.survey(passages)
        else:
            # What was worked out for the survey is too much to keep for a long document.
            self.survey(map(self.passage, pairs))
            passages = map(self.passage, pairs)
        for passage in _in_context(passages):
            yield passage, self.check(passage)


_KEPT = 5_000
_CODES = re.compile("[\U000f0000-\U000ffffd]")
_WORD_JOINER = "\u2060"


def _masked(text: str) -> str:
    """Return the text with inline codes as characters that no check takes for a word or a space."""
    return text if text.isascii() else _CODES.sub(_WORD_JOINER, text)


def _in_context(passages: Iterable[Passage]) -> Iterator[Passage]:
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
    """Return a passage with its neighbours."""
    return replace(passage, before=_texts(before), after=_texts(after))


def _texts(passage: Passage | None) -> tuple[Reading, Reading] | None:
    return None if passage is None else (passage.source, passage.target)
